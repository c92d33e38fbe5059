// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Carrying out what both approved. Each thing is judged again, at the revision at which it is destroyed: a hold, a changed rule or
//! anything else that came in between keeps it. Breaking off half-way is no harm; the next time goes on from there.

use chrono::NaiveDate;

use super::{
    find,
    judge::{Judged, judge},
};
use crate::{
    audit::{About, Event},
    change::{Changes, Destruction, Write},
    configuration::Configuration,
    id::{ListId, MunicipalityId, SignalId},
    policy::{Actor, Permit, Right},
    ports::Services,
    retention::{
        certificate::Certificate,
        list::{ItemState, List, ListState, Stays, Subject},
        rule::{End, Rules},
    },
    sharing::pack::Head,
    usecase::{Failure, allowed_here, configuration, retried},
};

/// What was carried out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CarriedOut {
    /// How many things went.
    pub gone: usize,
    /// What had to stay: its number, and why.
    pub stayed: Vec<(String, Stays)>,
}

/// Destroys what both approved, and certifies it. A day that is still to come is refused.
pub async fn destroy(services: &Services, actor: &Actor, on: NaiveDate) -> Result<CarriedOut, Failure> {
    let permit = allowed_here(services, actor, Right::Dispose).await?;
    if on > actor.today {
        return Err(Failure::Invalid(vec!["on"]));
    }
    let configuration = configuration(services, actor)?;
    let lists = services.store.disposal_lists(&actor.municipality).await?;
    let mut carried_out = CarriedOut::default();
    for list in lists {
        if let ListState::Authorised { .. } = list.value.state {
            let list = list.value;
            carry_out(services, &permit, (&configuration, on), &list, &mut carried_out).await?;
            // A certificate says that nothing is left. A round that broke off before this is made good the next time.
            services.store.scrub().await?;
            certify(services, &permit, &configuration, list.id).await?;
        }
    }
    Ok(carried_out)
}

async fn carry_out(
    services: &Services,
    permit: &Permit,
    (configuration, on): (&Configuration, NaiveDate),
    list: &List,
    carried_out: &mut CarriedOut,
) -> Result<(), Failure> {
    for item in list.listed() {
        let attempt = async || one(services, permit, (configuration, on), list.id, item.subject).await;
        match retried(services, attempt).await {
            Ok((_, Ok(()))) => carried_out.gone += 1,
            Ok((_, Err(why))) => carried_out.stayed.push((item.number.clone(), why)),
            // Another process carried it out meanwhile.
            Err(Failure::DoneAlready) => {}
            Err(failure) => return Err(failure),
        }
    }
    Ok(())
}

/// What is stored about one thing of a list: that it goes, or why it stays.
async fn one(
    services: &Services,
    permit: &Permit,
    (configuration, on): (&Configuration, NaiveDate),
    list: ListId,
    subject: Subject,
) -> Result<(Changes, Result<(), Stays>), Failure> {
    let stored = find(services, permit.actor(), list).await?;
    let listed = stored
        .value
        .listed()
        .find(|item| item.subject == subject)
        .cloned();
    let item = listed.ok_or(Failure::DoneAlready)?;
    let m = &permit.actor().municipality;
    let judged = match &configuration.retention {
        Some(rules) => held_against(
            judge(services, m, (configuration, rules), subject).await?,
            |judged| item.may_go(&judged.verdict, on),
        ),
        None => Err(Stays::RuleChanged),
    };
    let (at, minter) = (services.clock.now(), services.minter.as_ref());
    let state = match &judged {
        Ok(_) => ItemState::Gone { at },
        Err(why) => ItemState::Left { why: *why, at },
    };
    let settled = stored.value.settle(subject, state)?;
    let save = Write::save_list(settled, stored.revision, configuration);
    let judged = match judged {
        Ok(judged) => judged,
        Err(why) => {
            let event = Event::DisposalLeft { list, why };
            let changes = Changes::new(permit, at, minter, subject.about(), event).write(save);
            return Ok((changes, Err(why)));
        }
    };
    let destroyed = || Event::Destroyed { list };
    let mut changes = Changes::new(permit, at, minter, subject.about(), destroyed()).write(save);
    for (report, _) in &judged.reports {
        changes = changes.and(permit, at, minter, About::Report(*report), destroyed());
    }
    if let Subject::Signal(id) = subject {
        changes = forgotten(services, m, id, changes).await?;
    }
    let write = destruction(subject, judged, (item.end, permit.actor().today));
    Ok((changes.write(write), Ok(())))
}

fn held_against<'r>(
    judged: Result<Judged<'r>, Stays>,
    agrees: impl Fn(&Judged<'r>) -> bool,
) -> Result<Judged<'r>, Stays> {
    let judged = judged?;
    if agrees(&judged) {
        Ok(judged)
    } else {
        Err(Stays::RuleChanged)
    }
}

fn destruction(subject: Subject, judged: Judged<'_>, (end, on): (End, NaiveDate)) -> Write {
    let all = judged.reports.into_iter();
    let with_it = all.map(|(report, revision)| (Subject::Report(report), Some(revision)));
    Write::Destroy(Destruction {
        things: with_it.chain([(subject, judged.revision)]).collect(),
        counted: end == End::Anonymise,
        on,
    })
}

/// Sittings keep the number of a signal, and forget why it was held over: that can tell what it was about.
async fn forgotten(
    services: &Services,
    m: &MunicipalityId,
    signal: SignalId,
    mut changes: Changes,
) -> Result<Changes, Failure> {
    for stored in services.store.all_meetings(m).await? {
        if let Some(meeting) = stored.value.forget(signal) {
            changes = changes.write(Write::SaveMeeting(Box::new(meeting), stored.revision));
        }
    }
    Ok(changes)
}

/// Closes a list of which everything was carried out, with a certificate where something went.
async fn certify(
    services: &Services,
    permit: &Permit,
    configuration: &Configuration,
    id: ListId,
) -> Result<(), Failure> {
    let m = &permit.actor().municipality;
    let kept_days = configuration
        .retention
        .as_ref()
        .map_or(0, |rules: &Rules| rules.backups_kept_days);
    let attempt =
        async || {
            let stored = find(services, permit.actor(), id).await?;
            let head = services.store.journal_head(m).await?;
            let head = head.unwrap_or(Head {
                entry: 0,
                hash: String::new(),
            });
            let (now, minter) = (services.clock.now(), services.minter.as_ref());
            let name = &configuration.municipality.name;
            let certificate = Certificate::of(&stored.value, name, kept_days, head, now);
            let list = stored.value.done(certificate)?;
            let event = Event::DisposalCertified { list: id };
            let changes = Changes::new(permit, now, minter, About::Municipality, event)
                .write(Write::save_list(list, stored.revision, configuration));
            Ok((changes, ()))
        };
    match retried(services, attempt).await {
        // Another process was first.
        Ok(_) | Err(Failure::List(_)) => Ok(()),
        Err(failure) => Err(failure),
    }
}
