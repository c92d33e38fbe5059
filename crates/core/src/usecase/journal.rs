// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The journal for the privacy officer, its proof, and the counts for figures.

use crate::{
    audit::{About, Event, Line},
    change::Changes,
    policy::{Actor, Right},
    ports::{Counts, Services, Verified},
    sharing::pack::Head,
    usecase::{Failure, admitted_here, allowed_here, would_permit_here},
};

/// A page of the journal, newest first. Looking at it is an entry, too.
pub async fn read(
    services: &Services,
    actor: &Actor,
    before: Option<u64>,
    limit: u16,
) -> Result<Vec<Line>, Failure> {
    let permit = allowed_here(services, actor, Right::ReadJournal).await?;
    let now = services.clock.now();
    let changes = Changes::new(
        &permit,
        now,
        services.minter.as_ref(),
        About::Municipality,
        Event::JournalRead,
    );
    services.store.commit(changes).await?;
    Ok(services.store.journal(&actor.municipality, before, limit).await?)
}

/// Proves that nobody changed the journal. The administrator and the privacy officer may ask; no content is shown.
pub async fn verify(services: &Services, actor: &Actor) -> Result<Verified, Failure> {
    if !would_permit_here(actor, Right::ReadJournal) {
        admitted_here(services, actor, Right::ManageConfiguration).await?;
    }
    Ok(services.store.verify(&actor.municipality).await?)
}

/// Where the journal stands: for the foot of a document. Whoever may make the document may know.
pub async fn head(services: &Services, actor: &Actor) -> Result<Option<Head>, Failure> {
    Ok(services.store.journal_head(&actor.municipality).await?)
}

/// What is counted; no content.
pub async fn counts(services: &Services, actor: &Actor) -> Result<Counts, Failure> {
    admitted_here(services, actor, Right::ReadFigures).await?;
    Ok(services.store.counts(&actor.municipality).await?)
}
