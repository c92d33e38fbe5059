// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Who looked, for the privacy officer: at a signal or a report, or what somebody looked at. Seeing it is recorded, too.

mod glass;
mod patterns;
mod review;

use std::collections::BTreeMap;

use uuid::Uuid;

pub use self::{
    glass::{Opened, break_glass, judge, opening, openings, own_openings, read_opened},
    patterns::{LONGEST_PERIOD, Seen, Settled, seen, settle},
    review::{of_year, record, review_due, reviews},
};
use crate::{
    audit::{About, Event, Line},
    change::Changes,
    id::ReportId,
    looking::{Asked, Period},
    policy::{Actor, Permit, Right},
    ports::{JournalQuery, Services},
    usecase::{Failure, admitted_here, allowed_here},
};

/// Who looked.
#[derive(Clone, Debug)]
pub struct Looked {
    /// Number of the signal or report, or name of the person.
    pub name: String,
    /// Looks, newest first.
    pub lines: Vec<Line>,
    /// Numbers of the signals and reports that the lines are about.
    pub numbers: BTreeMap<Uuid, String>,
    /// Reports of the signal with their numbers: who looked at those has pages of its own.
    pub reports: Vec<(ReportId, String)>,
}

/// Shows a page of who looked in a period, newest first.
pub async fn who_looked(
    services: &Services,
    actor: &Actor,
    asked: Asked,
    period: Period,
    (before, limit): (Option<u64>, u16),
) -> Result<Looked, Failure> {
    let permit = allowed_here(services, actor, Right::ReadJournal).await?;
    let about = match asked {
        Asked::Signal(id) => About::Signal(id),
        Asked::Report(id) => About::Report(id),
        Asked::Person(id) => About::Person(id),
    };
    let (name, reports) = named(services, actor, asked).await?;
    tell(services, &permit, about, Event::WhoLookedSeen).await?;
    let (from, until) = period.moments();
    let mut query = JournalQuery {
        actions: Event::LOOKS.to_vec(),
        from: Some(from),
        until: Some(until),
        before,
        limit,
        ..JournalQuery::default()
    };
    match asked {
        Asked::Person(id) => query.person = Some(id),
        Asked::Signal(_) | Asked::Report(_) => query.about = Some(about),
    }
    let lines = services.store.journal_lines(&actor.municipality, &query).await?;
    let numbers = numbers(services, actor, &lines).await?;
    Ok(Looked {
        name,
        lines,
        numbers,
        reports,
    })
}

/// The signal or report with this number.
pub async fn numbered(services: &Services, actor: &Actor, number: &str) -> Result<Asked, Failure> {
    admitted_here(services, actor, Right::ReadJournal).await?;
    let (store, m) = (&services.store, &actor.municipality);
    let number = number.trim().to_uppercase();
    if let Some(signal) = store.signal_numbered(m, &number).await? {
        return Ok(Asked::Signal(signal));
    }
    let report = store.report_numbered(m, &number).await?;
    report.map(Asked::Report).ok_or(Failure::NotFound)
}

/// The name of what is asked about, and the reports of a signal.
async fn named(
    services: &Services,
    actor: &Actor,
    asked: Asked,
) -> Result<(String, Vec<(ReportId, String)>), Failure> {
    let (store, m) = (&services.store, &actor.municipality);
    match asked {
        Asked::Signal(id) => {
            // Its content may be gone: who looked at it is told all the same.
            let signal = store.signal(m, id).await?;
            let linked = signal.iter().flat_map(|signal| signal.value.linked());
            let ids: Vec<ReportId> = linked.map(|link| link.report).collect();
            let uuids: Vec<Uuid> = ids.iter().map(|id| id.0).chain([id.0]).collect();
            let mut numbers = store.numbers(m, &uuids).await?;
            let number = numbers.remove(&id.0).ok_or(Failure::NotFound)?;
            let numbered = |id: ReportId| numbers.remove(&id.0).map(|number| (id, number));
            Ok((number, ids.into_iter().filter_map(numbered).collect()))
        }
        Asked::Report(id) => {
            let number = store.numbers(m, &[id.0]).await?.remove(&id.0);
            Ok((number.ok_or(Failure::NotFound)?, Vec::new()))
        }
        Asked::Person(id) => {
            let person = store.person(m, id).await?.ok_or(Failure::NotFound)?;
            Ok((person.value.name, Vec::new()))
        }
    }
}

/// How many lines are read at a time.
const CHUNK: u16 = 1_000;

/// All lines that a query asks for, newest first.
async fn all_lines(
    services: &Services,
    actor: &Actor,
    mut query: JournalQuery,
) -> Result<Vec<Line>, Failure> {
    query.limit = CHUNK;
    let mut all = Vec::new();
    loop {
        let lines = services.store.journal_lines(&actor.municipality, &query).await?;
        let full = lines.len() == usize::from(CHUNK);
        query.before = lines.last().map(|line| line.seq);
        all.extend(lines);
        if !full {
            return Ok(all);
        }
    }
}

/// Numbers of what lines are about.
async fn numbers(
    services: &Services,
    actor: &Actor,
    lines: &[Line],
) -> Result<BTreeMap<Uuid, String>, Failure> {
    let numbered = lines
        .iter()
        .filter(|line| matches!(line.about_kind.as_str(), "signal" | "report"));
    let mut ids: Vec<Uuid> = numbered.filter_map(|line| line.about_id).collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(services.store.numbers(&actor.municipality, &ids).await?)
}

/// Records something in the journal before it is shown.
async fn tell(services: &Services, permit: &Permit, about: About, event: Event) -> Result<(), Failure> {
    let (now, minter) = (services.clock.now(), services.minter.as_ref());
    let changes = Changes::new(permit, now, minter, about, event);
    services.store.commit(changes).await?;
    Ok(())
}
