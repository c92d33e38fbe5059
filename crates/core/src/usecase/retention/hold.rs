// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Setting a legal hold, and lifting it.

use crate::{
    audit::Event,
    change::{Changes, Write},
    policy::{self, Actor, Object, Permit, Right},
    ports::{Services, Stored},
    retention::{hold::Hold, list::Subject},
    usecase::{Failure, configuration, missing, refused, retried},
};

/// Holds something, with the reason. A message that could not be read is never held.
pub async fn hold(
    services: &Services,
    actor: &Actor,
    subject: Subject,
    reason: String,
) -> Result<(), Failure> {
    let by = actor.person.ok_or(Failure::NotFound)?;
    let hold = Hold {
        reason,
        at: services.clock.now(),
        by,
    };
    set(services, actor, subject, Ok(hold)).await
}

/// Lifts a hold, with the reason.
pub async fn lift(
    services: &Services,
    actor: &Actor,
    subject: Subject,
    reason: String,
) -> Result<(), Failure> {
    set(services, actor, subject, Err(reason)).await
}

/// Sets a hold, or lifts it for a reason. Done twice it is [`Failure::DoneAlready`].
async fn set(
    services: &Services,
    actor: &Actor,
    subject: Subject,
    hold: Result<Hold, String>,
) -> Result<(), Failure> {
    let (Ok(Hold { reason, .. }) | Err(reason)) = hold.clone();
    if crate::blank::is_blank(&reason) {
        return Err(Failure::Invalid(vec!["reason"]));
    }
    let event = if hold.is_ok() {
        Event::HoldSet { reason }
    } else {
        Event::HoldLifted { reason }
    };
    let change = |was: &mut Option<Hold>| {
        if was.is_some() == hold.is_ok() {
            return Err(Failure::DoneAlready);
        }
        *was = hold.clone().ok();
        Ok(())
    };
    let attempt = async || {
        let (permit, write) = changed(services, actor, subject, change).await?;
        let (now, minter) = (services.clock.now(), services.minter.as_ref());
        let changes = Changes::new(&permit, now, minter, subject.about(), event.clone()).write(write);
        Ok((changes, ()))
    };
    retried(services, attempt).await.map(|_| ())
}

/// The thing with its hold changed, for who may.
async fn changed(
    services: &Services,
    actor: &Actor,
    subject: Subject,
    change: impl Fn(&mut Option<Hold>) -> Result<(), Failure>,
) -> Result<(Permit, Write), Failure> {
    let (store, m) = (&services.store, &actor.municipality);
    let configuration = configuration(services, actor)?;
    match subject {
        Subject::Signal(id) => {
            let mut stored = found(services, actor, store.signal(m, id).await?).await?;
            let permit = allowed(services, actor, subject, Object::Signal(&stored.value)).await?;
            change(&mut stored.value.hold)?;
            let write = Write::save_signal(stored.value, stored.revision, &configuration);
            Ok((permit, write))
        }
        Subject::Report(id) => {
            let mut stored = found(services, actor, store.report(m, id).await?).await?;
            let permit = allowed(services, actor, subject, Object::Report(&stored.value)).await?;
            change(&mut stored.value.hold)?;
            let write = Write::save_report(stored.value, stored.revision, &configuration);
            Ok((permit, write))
        }
        Subject::Consult(id) => {
            let mut stored = found(services, actor, store.consult(m, id).await?).await?;
            let permit = allowed(services, actor, subject, Object::Consult(&stored.value)).await?;
            change(&mut stored.value.hold)?;
            let write = Write::save_consult(stored.value, stored.revision, &configuration);
            Ok((permit, write))
        }
        Subject::Claim(id) => {
            let mut stored = found(services, actor, store.claim(m, id).await?).await?;
            let permit = allowed(services, actor, subject, Object::Municipality(m)).await?;
            change(&mut stored.value.hold)?;
            Ok((permit, Write::save_claim(stored.value, stored.revision)))
        }
        // Once somebody dealt with one, nothing is lost with it: what it told was typed in as a report, which can be held.
        Subject::Quarantined(_) => Err(Failure::NotFound),
    }
}

async fn found<T>(
    services: &Services,
    actor: &Actor,
    stored: Option<Stored<T>>,
) -> Result<Stored<T>, Failure> {
    match stored {
        Some(stored) => Ok(stored),
        None => Err(missing(services, actor, Right::HoldBack).await),
    }
}

async fn allowed(
    services: &Services,
    actor: &Actor,
    subject: Subject,
    object: Object<'_>,
) -> Result<Permit, Failure> {
    match policy::permit(actor, Right::HoldBack, object) {
        Ok(permit) => Ok(permit),
        Err(denied) => Err(refused(services, actor, subject.about(), denied).await),
    }
}
