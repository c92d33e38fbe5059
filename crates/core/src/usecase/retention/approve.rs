// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Two people say yes: the owner of the process, and then the archivist. The owner can keep something longer, the archivist can give
//! the list back.

use chrono::NaiveDate;

use super::{find, judge::judge};
use crate::{
    audit::{About, Event},
    change::{Changes, Revision, Write},
    configuration::Configuration,
    id::ListId,
    policy::{Actor, Right},
    ports::Services,
    retention::list::{List, ListRefusal, Signature, Stays, Subject},
    usecase::{Failure, allowed_here, configuration, retried},
};

/// The owner keeps something until a day, with the reason. The reason is sealed with the thing itself: it goes with it.
pub async fn keep(
    services: &Services,
    actor: &Actor,
    id: ListId,
    subject: Subject,
    (until, reason): (NaiveDate, String),
) -> Result<(), Failure> {
    let permit = allowed_here(services, actor, Right::ApproveDisposal).await?;
    if crate::blank::is_blank(&reason) {
        return Err(Failure::Invalid(vec!["reason"]));
    }
    let configuration = configuration(services, actor)?;
    let by = actor.person.ok_or(Failure::NotFound)?;
    let attempt = async || {
        let stored = find(services, actor, id).await?;
        let (now, minter) = (services.clock.now(), services.minter.as_ref());
        let list = stored.value.keep(subject, until, (by, now), actor.today)?;
        let event = Event::KeptLonger {
            until,
            reason: reason.clone(),
        };
        let changes = Changes::new(&permit, now, minter, subject.about(), event)
            .write(Write::save_list(list, stored.revision, &configuration))
            .write(Write::KeepLonger(subject, until));
        Ok((changes, ()))
    };
    retried(services, attempt).await.map(|_| ())
}

/// The owner approves what stands on a list, at the revision at which they saw it.
pub async fn approve(services: &Services, actor: &Actor, id: ListId, seen: Revision) -> Result<(), Failure> {
    let event = Event::DisposalApproved { list: id };
    sign(
        services,
        actor,
        (id, seen, Right::ApproveDisposal),
        event,
        List::approve,
    )
    .await
}

/// The archivist approves it, at the revision at which they saw it.
pub async fn authorise(
    services: &Services,
    actor: &Actor,
    id: ListId,
    seen: Revision,
) -> Result<(), Failure> {
    let event = Event::DisposalAuthorised { list: id };
    sign(
        services,
        actor,
        (id, seen, Right::AuthoriseDisposal),
        event,
        List::authorise,
    )
    .await
}

async fn sign(
    services: &Services,
    actor: &Actor,
    (id, seen, right): (ListId, Revision, Right),
    event: Event,
    step: impl Fn(List, Signature) -> Result<List, ListRefusal>,
) -> Result<(), Failure> {
    let permit = allowed_here(services, actor, right).await?;
    let configuration = configuration(services, actor)?;
    let attempt = async || {
        let stored = find(services, actor, id).await?;
        let list = step(stored.value, signature(services, actor)?)?;
        if stored.revision != seen {
            return Err(ListRefusal::Changed.into());
        }
        check_holds(services, &configuration, &list).await?;
        let (now, minter) = (services.clock.now(), services.minter.as_ref());
        let changes = Changes::new(&permit, now, minter, About::Municipality, event.clone())
            .write(Write::save_list(list, stored.revision, &configuration));
        Ok((changes, ()))
    };
    retried(services, attempt).await.map(|_| ())
}

/// The archivist does not agree, with the reason.
pub async fn give_back(
    services: &Services,
    actor: &Actor,
    id: ListId,
    reason: String,
) -> Result<(), Failure> {
    let permit = allowed_here(services, actor, Right::AuthoriseDisposal).await?;
    if crate::blank::is_blank(&reason) {
        return Err(Failure::Invalid(vec!["reason"]));
    }
    let configuration = configuration(services, actor)?;
    let attempt =
        async || {
            let stored = find(services, actor, id).await?;
            let list = stored
                .value
                .give_back(reason.clone(), signature(services, actor)?)?;
            let (now, minter) = (services.clock.now(), services.minter.as_ref());
            let event = Event::DisposalReturned { list: id };
            let changes = Changes::new(&permit, now, minter, About::Municipality, event)
                .write(Write::save_list(list, stored.revision, &configuration));
            Ok((changes, ()))
        };
    retried(services, attempt).await.map(|_| ())
}

fn signature(services: &Services, actor: &Actor) -> Result<Signature, Failure> {
    Ok(Signature {
        person: actor.person.ok_or(Failure::NotFound)?,
        name: actor.name.clone(),
        at: services.clock.now(),
    })
}

/// Nobody approves a list on which something is held.
async fn check_holds(services: &Services, configuration: &Configuration, list: &List) -> Result<(), Failure> {
    let Some(rules) = &configuration.retention else {
        return Ok(());
    };
    for item in list.listed() {
        let judged = judge(services, &list.municipality, (configuration, rules), item.subject).await?;
        if matches!(judged, Err(Stays::Hold)) {
            return Err(ListRefusal::Held.into());
        }
    }
    Ok(())
}
