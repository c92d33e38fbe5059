// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Messages that did not become a report: kept as they came, until a person has looked at them.

use crate::{
    audit::{About, Event, ListKind},
    change::{Changes, QuarantineOutcome, Quarantined, Write},
    duty,
    id::FileId,
    policy::{Actor, Permit, Right},
    ports::{QuarantineLine, QuarantinedBytes, Services},
    usecase::{Failure, allowed_here, check_length, configuration, list_shown},
};

/// Keeps a message that could not be read, so that a person can look at it.
pub async fn put_in_quarantine(
    services: &Services,
    actor: &Actor,
    message: Quarantined,
) -> Result<(), Failure> {
    let configuration = configuration(services, actor)?;
    let permit = allowed_here(services, actor, Right::TakeIn).await?;
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
    let permit = allowed_here(services, actor, Right::ReadReports).await?;
    let lines = services.store.quarantine(&actor.municipality, 100).await?;
    list_shown(services, &permit, ListKind::Quarantine, lines.len()).await?;
    Ok(lines)
}

/// What is known of a message that could not be read, without what is in it.
pub async fn quarantined(services: &Services, actor: &Actor, id: FileId) -> Result<QuarantineLine, Failure> {
    let permit = allowed_here(services, actor, Right::TriageReports).await?;
    let line = find(services, actor, id).await?.line;
    list_shown(services, &permit, ListKind::Quarantine, 1).await?;
    Ok(line)
}

/// Opens a message as it came. It names its sender, so it is for who may open who reported.
pub async fn open_quarantined(services: &Services, actor: &Actor, id: FileId) -> Result<Vec<u8>, Failure> {
    let permit = allowed_here(services, actor, Right::OpenReporter).await?;
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
    let permit = allowed_here(services, actor, Right::TriageReports).await?;
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
