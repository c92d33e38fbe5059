// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The journal for the privacy officer, its proof, and the counts for figures.

use crate::{
    audit::{About, Event, Line},
    change::Changes,
    flow::Flow,
    id::Timestamp,
    policy::{Actor, Right},
    ports::{Counts, JournalQuery, Services, Verified},
    sharing::pack::Head,
    usecase::{Failure, admitted_here, allowed_here, would_permit_here},
};

/// How many lines of the journal are read at a time, to count them.
const PAGE: u16 = 10_000;

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

/// How signals went over the route until a moment, counted from the journal; no content.
pub async fn flow(services: &Services, actor: &Actor, until: Timestamp) -> Result<Flow, Failure> {
    admitted_here(services, actor, Right::ReadFigures).await?;
    let mut lines = Vec::new();
    loop {
        let query = JournalQuery {
            actions: Flow::EVENTS.to_vec(),
            until: Some(until),
            before: lines.last().map(|line: &Line| line.seq),
            limit: PAGE,
            ..JournalQuery::default()
        };
        let page = services.store.journal_lines(&actor.municipality, &query).await?;
        let last = page.len() < usize::from(PAGE);
        lines.extend(page);
        if last {
            lines.reverse();
            return Ok(Flow::count(&lines, until));
        }
    }
}

/// What is counted; no content.
pub async fn counts(services: &Services, actor: &Actor) -> Result<Counts, Failure> {
    admitted_here(services, actor, Right::ReadFigures).await?;
    Ok(services.store.counts(&actor.municipality).await?)
}
