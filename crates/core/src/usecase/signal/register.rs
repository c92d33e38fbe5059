// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Making a signal of reports, adding a report to one, taking one out.

use std::collections::BTreeMap;

use crate::{
    audit::{About, Event},
    change::{Changes, Write},
    configuration::Configuration,
    id::{PersonId, ReportId, SignalId},
    policy::{self, Actor, Object, Permit, Right},
    ports::{Services, Stored},
    report::{
        Report, ReportState,
        message::{LONGEST_LINE, too_long},
    },
    signal::{
        Signal,
        act::{Act, Hand},
        assessment::Observation,
    },
    usecase::{
        Failure, allowed_here, check_length, configuration, refused, report::take_word, retried,
        signal::events,
    },
};

/// What is needed to register a signal.
#[derive(Clone, Debug)]
pub struct Register {
    /// The identifier that the form made: a form that is sent twice with the same content makes one signal.
    pub id: SignalId,
    /// The reports.
    pub reports: Vec<ReportId>,
    /// Of each report whose mail suggests a partner: whether a person says that it is from that partner.
    pub from_partner: BTreeMap<ReportId, bool>,
    /// One line that says what it is about.
    pub title: String,
    /// What was seen; may be written down later.
    pub observation: Option<Observation>,
    /// A fast lane that is taken at once.
    pub fast_lane: Option<FastLane>,
}

/// A fast lane from the first screen.
#[derive(Clone, Debug)]
pub enum FastLane {
    /// Acute danger: to the partner of the fast lane. With the reason.
    Acute(String),
    /// To the care coordinator. With what they must know to begin.
    Care {
        /// What the care coordinator must know to begin.
        what: String,
        /// Who agreed, and when; asked where the sharing matrix does.
        consent: String,
    },
}

/// Registers a signal. Gives it with its number; without one where the same form made it before. The same form with other content
/// meets reports that are part of a signal already.
pub async fn register(
    services: &Services,
    actor: &Actor,
    command: Register,
) -> Result<(SignalId, Option<String>), Failure> {
    let configuration = configuration(services, actor)?;
    let permit = allowed_here(services, actor, Right::TriageReports).await?;
    let by = actor.person.ok_or(Failure::NotFound)?;
    let long = too_long(&[("title-long", &command.title, LONGEST_LINE)]);
    if !long.is_empty() {
        return Err(Failure::Invalid(long));
    }
    let id = command.id;
    let attempt = async || {
        let stored = services
            .store
            .reports_by_id(&actor.municipality, &command.reports)
            .await?;
        if stored.len() != command.reports.len() {
            return Err(Failure::NotFound);
        }
        let here = |report: &Stored<Report>| match report.value.state {
            ReportState::Registered { signal, .. } => signal == command.id,
            ReportState::New | ReportState::SetAside { .. } => false,
        };
        if stored.iter().any(here) {
            let made = services.store.signal(&actor.municipality, command.id).await?;
            if made.is_some_and(|made| made_by(&made.value, &command)) {
                return Err(Failure::DoneAlready);
            }
        }
        registration(services, &permit, &configuration, by, &command, stored).map(|changes| (changes, ()))
    };
    match retried(services, attempt).await {
        Ok((committed, ())) => Ok((id, committed.signals.into_iter().map(|(_, number)| number).next())),
        Err(Failure::DoneAlready) => Ok((id, None)),
        Err(failure) => Err(failure),
    }
}

/// Whether the form that made this signal was just this one.
fn made_by(signal: &Signal, command: &Register) -> bool {
    let seen = |observation: &Observation| {
        (
            observation.text.clone(),
            observation.observed.clone(),
            observation.observer.clone(),
        )
    };
    let first = signal.observations.first().map(seen);
    signal.title == command.title
        && (command.observation.is_none() || first == command.observation.as_ref().map(seen))
}

fn registration(
    services: &Services,
    permit: &Permit,
    configuration: &Configuration,
    by: PersonId,
    command: &Register,
    stored: Vec<Stored<Report>>,
) -> Result<Changes, Failure> {
    let (now, minter) = (services.clock.now(), services.minter.as_ref());
    let about = About::Signal(command.id);
    let hand = Hand {
        configuration,
        now,
        by,
        minter,
    };
    let revisions: Vec<_> = stored.iter().map(|report| report.revision).collect();
    let mut reports: Vec<Report> = stored.into_iter().map(|report| report.value).collect();
    let mut said = Vec::new();
    for report in reports
        .iter_mut()
        .filter(|report| report.suggested_partner().is_some())
    {
        let confirmed = command.from_partner.get(&report.id);
        let confirmed = *confirmed.ok_or(Failure::Invalid(vec!["partner"]))?;
        let partner = take_word(report, confirmed, configuration, minter);
        said.extend(partner.map(|partner| (report.id, Event::PartnerConfirmed { partner, confirmed })));
    }
    let (mut signal, reports) = Signal::open(command.id, command.title.clone(), reports, &hand)?;
    let event = Event::SignalRegistered {
        reports: reports.len(),
        step: signal.visits.first().map(|visit| visit.step.clone()),
    };
    let mut changes = Changes::new(permit, now, minter, about, event);
    let acts = command
        .observation
        .clone()
        .map(|observation| Act::Observe(Box::new(observation)));
    for act in acts
        .into_iter()
        .chain(command.fast_lane.clone().map(FastLane::act))
    {
        let before = signal.clone();
        signal = signal.apply(act.clone(), &hand)?;
        for event in events::of(&before, &signal, &act) {
            changes = changes.and(permit, now, minter, about, event);
        }
    }
    for (report, event) in said {
        changes = changes.and(permit, now, minter, About::Report(report), event);
    }
    for (report, revision) in reports.into_iter().zip(revisions) {
        let event = Event::ReportLinked {
            report: report.id,
            reason: String::new(),
        };
        changes = changes.and(permit, now, minter, About::Report(report.id), event);
        changes = changes.write(Write::save_report(report, revision, configuration));
    }
    Ok(changes.write(Write::new_signal(signal, configuration)))
}

impl FastLane {
    fn act(self) -> Act {
        match self {
            Self::Acute(reason) => Act::MarkAcute { reason },
            Self::Care { what, consent } => Act::ReferToCare { what, consent },
        }
    }
}

/// Adds a report to a running signal, with the reason why it belongs there. The same report with the same reason a second time is
/// [`Failure::DoneAlready`].
pub async fn link(
    services: &Services,
    actor: &Actor,
    signal: SignalId,
    report: ReportId,
    reason: String,
) -> Result<(), Failure> {
    check_length("reason-long", &reason)?;
    join(services, actor, signal, report, Join::Link(reason)).await
}

/// Takes a report out of a signal, with the reason.
pub async fn unlink(
    services: &Services,
    actor: &Actor,
    signal: SignalId,
    report: ReportId,
    reason: String,
) -> Result<(), Failure> {
    check_length("reason-long", &reason)?;
    join(services, actor, signal, report, Join::Unlink(reason)).await
}

enum Join {
    Link(String),
    Unlink(String),
}

async fn join(
    services: &Services,
    actor: &Actor,
    signal: SignalId,
    report: ReportId,
    join: Join,
) -> Result<(), Failure> {
    let configuration = configuration(services, actor)?;
    let by = actor.person.ok_or(Failure::NotFound)?;
    let attempt = async || {
        let held = services
            .store
            .signal(&actor.municipality, signal)
            .await?
            .ok_or(Failure::NotFound)?;
        let filed = services
            .store
            .report(&actor.municipality, report)
            .await?
            .ok_or(Failure::NotFound)?;
        let permit = match policy::permit(actor, Right::TriageReports, Object::Signal(&held.value)) {
            Ok(permit) => permit,
            Err(denied) => return Err(refused(services, actor, About::Signal(signal), denied).await),
        };
        let (now, minter) = (services.clock.now(), services.minter.as_ref());
        let hand = Hand {
            configuration: &configuration,
            now,
            by,
            minter,
        };
        if let Join::Link(reason) = &join
            && held
                .value
                .linked()
                .any(|link| link.report == report && link.reason == *reason)
        {
            return Err(Failure::DoneAlready);
        }
        let ((linked, kept), event) = match &join {
            Join::Link(reason) => (
                held.value.link(filed.value, reason.clone(), &hand)?,
                Event::ReportLinked {
                    report,
                    reason: reason.clone(),
                },
            ),
            Join::Unlink(reason) => (
                held.value.unlink(filed.value, reason.clone(), &hand)?,
                Event::ReportUnlinked {
                    report,
                    reason: reason.clone(),
                },
            ),
        };
        let changes = Changes::new(&permit, now, minter, About::Signal(signal), event.clone())
            .and(&permit, now, minter, About::Report(report), event)
            .write(Write::save_signal(linked, held.revision, &configuration))
            .write(Write::save_report(kept, filed.revision, &configuration));
        Ok((changes, ()))
    };
    retried(services, attempt).await.map(|_| ())
}
