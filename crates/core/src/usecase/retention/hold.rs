// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Setting a legal hold, and lifting it.

use crate::{
    audit::Event,
    change::{Changes, Write},
    policy::{self, Actor, Object, Right},
    ports::Services,
    retention::{hold::Hold, list::Subject},
    usecase::{Failure, configuration, missing, refused, retried},
};

/// Holds a signal or a report that is no signal, with the reason.
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
    if reason.trim().is_empty() {
        return Err(Failure::Invalid(vec!["reason"]));
    }
    let event = if hold.is_ok() {
        Event::HoldSet { reason }
    } else {
        Event::HoldLifted { reason }
    };
    let configuration = configuration(services, actor)?;
    let m = &actor.municipality;
    let change = |was: &mut Option<Hold>| {
        if was.is_some() == hold.is_ok() {
            return Err(Failure::DoneAlready);
        }
        *was = hold.clone().ok();
        Ok(())
    };
    let attempt = async || {
        let (permit, write) = match subject {
            Subject::Signal(id) => {
                let Some(mut stored) = services.store.signal(m, id).await? else {
                    return Err(missing(services, actor, Right::HoldBack).await);
                };
                let permit = policy::permit(actor, Right::HoldBack, Object::Signal(&stored.value));
                if permit.is_ok() {
                    change(&mut stored.value.hold)?;
                }
                (
                    permit,
                    Write::save_signal(stored.value, stored.revision, &configuration),
                )
            }
            Subject::Report(id) => {
                let Some(mut stored) = services.store.report(m, id).await? else {
                    return Err(missing(services, actor, Right::HoldBack).await);
                };
                let permit = policy::permit(actor, Right::HoldBack, Object::Report(&stored.value));
                if permit.is_ok() {
                    change(&mut stored.value.hold)?;
                }
                (
                    permit,
                    Write::save_report(stored.value, stored.revision, &configuration),
                )
            }
            Subject::Consult(_) | Subject::Quarantined(_) => return Err(Failure::NotFound),
        };
        let permit = match permit {
            Ok(permit) => permit,
            Err(denied) => return Err(refused(services, actor, subject.about(), denied).await),
        };
        let (now, minter) = (services.clock.now(), services.minter.as_ref());
        let changes = Changes::new(&permit, now, minter, subject.about(), event.clone()).write(write);
        Ok((changes, ()))
    };
    retried(services, attempt).await.map(|_| ())
}
