// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The yearly review of who looked. That it was done, by whom and what was found, is an entry of the journal.

use chrono::NaiveDate;

use super::{Looked, all_lines, numbers, tell};
use crate::{
    audit::{About, Event, Line},
    change::Changes,
    id::EntryId,
    looking::{self, Period, Review, is_reviewable},
    policy::{Actor, Right},
    ports::{JournalQuery, Services},
    usecase::{Failure, admitted_here, allowed_here, once_per_content},
};

/// Findings are at most so many characters long.
const LONGEST: usize = 20_000;
/// How many reviews are listed.
const LISTED: u16 = 50;

/// All looks of a year, oldest first, for the yearly review. That they were exported is recorded.
pub async fn of_year(services: &Services, actor: &Actor, year: i32) -> Result<Looked, Failure> {
    let permit = allowed_here(services, actor, Right::ReadJournal).await?;
    let period = Period::year(year).filter(|_| is_reviewable(year, actor.today));
    let period = period.ok_or(Failure::Invalid(vec!["year"]))?;
    let mut lines = looks(services, actor, period).await?;
    lines.reverse();
    let event = Event::LooksExported {
        year,
        looks: lines.len(),
    };
    tell(services, &permit, About::Municipality, event).await?;
    Ok(Looked {
        name: String::new(),
        numbers: numbers(services, actor, &lines).await?,
        lines,
        reports: Vec::new(),
    })
}

/// All looks of a period, newest first.
async fn looks(services: &Services, actor: &Actor, period: Period) -> Result<Vec<Line>, Failure> {
    let (from, until) = period.moments();
    let query = JournalQuery {
        actions: Event::LOOKS.to_vec(),
        from: Some(from),
        until: Some(until),
        ..JournalQuery::default()
    };
    all_lines(services, actor, query).await
}

/// Records that the looks of a year were reviewed, and what was found. `form` is that of the form: sent twice with the same words
/// it counts once.
pub async fn record(
    services: &Services,
    actor: &Actor,
    form: EntryId,
    (year, findings): (i32, String),
) -> Result<(), Failure> {
    let permit = allowed_here(services, actor, Right::ReviewLooks).await?;
    let mut wrong = Vec::new();
    if !is_reviewable(year, actor.today) {
        wrong.push("year");
    }
    if crate::blank::is_blank(&findings) {
        wrong.push("findings");
    } else if findings.chars().count() > LONGEST {
        wrong.push("findings-long");
    }
    if !wrong.is_empty() {
        return Err(Failure::Invalid(wrong));
    }
    let id = once_per_content(services, form.0, &(year, &findings));
    let event = Event::LooksReviewed {
        year,
        findings: findings.trim().to_owned(),
    };
    let (now, minter) = (services.clock.now(), services.minter.as_ref());
    let changes = Changes::new(&permit, now, minter, About::Municipality, event).once(Some(id));
    match services.store.commit(changes).await.map_err(Failure::from) {
        Ok(_) | Err(Failure::DoneAlready) => Ok(()),
        Err(failure) => Err(failure),
    }
}

/// The reviews that were done, newest first. Seeing what they found is recorded.
pub async fn reviews(services: &Services, actor: &Actor) -> Result<Vec<Review>, Failure> {
    let permit = allowed_here(services, actor, Right::ReadJournal).await?;
    tell(services, &permit, About::Municipality, Event::WhoLookedSeen).await?;
    newest(services, actor, LISTED).await
}

async fn newest(services: &Services, actor: &Actor, limit: u16) -> Result<Vec<Review>, Failure> {
    let query = JournalQuery {
        actions: vec!["looks-reviewed"],
        limit,
        ..JournalQuery::default()
    };
    let lines = services.store.journal_lines(&actor.municipality, &query).await?;
    Ok(lines.into_iter().filter_map(Review::told_by).collect())
}

/// By when the next review is due.
pub async fn review_due(services: &Services, actor: &Actor) -> Result<NaiveDate, Failure> {
    admitted_here(services, actor, Right::ReadJournal).await?;
    let last = newest(services, actor, 1).await?;
    let first = services
        .store
        .journal(&actor.municipality, Some(2), 1)
        .await?
        .pop();
    let began = first.map_or_else(|| services.clock.now(), |line| line.at);
    Ok(looking::review_due(last.first(), began))
}
