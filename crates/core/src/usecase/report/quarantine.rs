// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Messages that did not become a report: kept as they came, until a person has looked at them.

use crate::{
    audit::{About, Event},
    change::{Changes, QuarantineOutcome, Quarantined, Write},
    duty,
    id::FileId,
    policy::{Actor, Permit, Right},
    ports::{QuarantineLine, QuarantinedBytes, Services},
    usecase::{Failure, check_length, configuration, permit_here},
};

/// Keeps a message that could not be read, so that a person can look at it.
pub async fn put_in_quarantine(
    services: &Services,
    actor: &Actor,
    message: Quarantined,
) -> Result<(), Failure> {
    let configuration = configuration(services, actor)?;
    let permit = permit_here(actor, Right::TakeIn)?;
    let event = Event::MessageQuarantined {
        reason: message.reason.clone(),
    };
    let duties = duty::of_quarantined(&message, &configuration)
        .into_iter()
        .collect();
    let changes = about(services, &permit, message.id, event);
    let changes = changes.write(Write::Quarantine(Box::new(message), duties));
    services.store.commit(changes).await?;
    Ok(())
}

/// Messages that could not be read: first those that nobody has looked at.
pub async fn quarantine(services: &Services, actor: &Actor) -> Result<Vec<QuarantineLine>, Failure> {
    permit_here(actor, Right::ReadReports)?;
    Ok(services.store.quarantine(&actor.municipality, 100).await?)
}

/// What is known of a message that could not be read, without what is in it.
pub async fn quarantined(services: &Services, actor: &Actor, id: FileId) -> Result<QuarantineLine, Failure> {
    permit_here(actor, Right::TriageReports)?;
    Ok(find(services, actor, id).await?.line)
}

/// Opens a message as it came. It names its sender, so it is for who may open who reported.
pub async fn open_quarantined(services: &Services, actor: &Actor, id: FileId) -> Result<Vec<u8>, Failure> {
    let permit = permit_here(actor, Right::OpenReporter)?;
    let bytes = find(services, actor, id).await?.bytes;
    let changes = about(services, &permit, id, Event::QuarantinedOpened);
    services.store.commit(changes).await?;
    Ok(bytes)
}

/// Says what became of a message that could not be read.
pub async fn settle_quarantined(
    services: &Services,
    actor: &Actor,
    id: FileId,
    outcome: QuarantineOutcome,
    note: String,
) -> Result<(), Failure> {
    let permit = permit_here(actor, Right::TriageReports)?;
    check_length("note-long", &note)?;
    if !find(services, actor, id).await?.line.open {
        return Err(Failure::DoneAlready);
    }
    let changes = about(services, &permit, id, Event::QuarantinedSettled { outcome, note });
    let settled = Write::SettleQuarantined(actor.municipality.clone(), id);
    services.store.commit(changes.write(settled)).await?;
    Ok(())
}

async fn find(services: &Services, actor: &Actor, id: FileId) -> Result<QuarantinedBytes, Failure> {
    let found = services.store.quarantined(&actor.municipality, id).await?;
    found.ok_or(Failure::NotFound)
}

fn about(services: &Services, permit: &Permit, id: FileId, event: Event) -> Changes {
    let (now, minter) = (services.clock.now(), services.minter.as_ref());
    Changes::new(permit, now, minter, About::Quarantined(id), event)
}
