// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Notable patterns in who looked, for the privacy officer, who says of each what it was.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::{all_lines, tell};
use crate::{
    audit::{About, Event},
    calendar::dutch_midnight,
    change::Changes,
    id::{SignalId, Timestamp},
    looking::{
        Period,
        part::{self, Part},
        pattern::{Look, Pattern, patterns},
    },
    policy::{Actor, Right},
    ports::{JournalQuery, Services},
    usecase::{Failure, allowed_here, configuration},
};

/// An explanation is at most so many characters long.
const LONGEST: usize = 10_000;
/// The longest period that is looked at, in days: what is notable is looked at soon.
pub const LONGEST_PERIOD: i64 = 93;

/// A pattern, with its numbers and with what was said of it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The pattern.
    pub pattern: Pattern,
    /// Numbers of the signals and reports.
    pub numbers: Vec<String>,
    /// What was said of it, where nothing was added since.
    pub settled: Option<Settled>,
}

/// What the privacy officer said of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// When.
    pub at: Timestamp,
    /// By whom, under the name of then.
    pub by: String,
    /// Whether it belonged to the work; else it was talked over.
    pub belonged: bool,
    /// In words.
    pub words: String,
    last: u64,
}

/// Shows the patterns of a period, newest first. Seeing them is recorded.
pub async fn seen(services: &Services, actor: &Actor, period: Period) -> Result<Vec<Seen>, Failure> {
    let permit = allowed_here(services, actor, Right::ReviewLooks).await?;
    tell(services, &permit, About::Municipality, Event::WhoLookedSeen).await?;
    found(services, actor, period).await
}

/// Says of a pattern that it belonged to the work, or that it was talked over, with why. Nobody says so of their own looks.
pub async fn settle(
    services: &Services,
    actor: &Actor,
    (period, key): (Period, &str),
    (belonged, words): (Option<bool>, &str),
) -> Result<(), Failure> {
    let permit = allowed_here(services, actor, Right::ReviewLooks).await?;
    let mut wrong = Vec::new();
    if belonged.is_none() {
        wrong.push("belonged");
    }
    if crate::blank::is_blank(words) {
        wrong.push("words");
    } else if words.chars().count() > LONGEST {
        wrong.push("words-long");
    }
    let (Some(belonged), true) = (belonged, wrong.is_empty()) else {
        return Err(Failure::Invalid(wrong));
    };
    let all = found(services, actor, period).await?;
    let seen = all.into_iter().find(|seen| seen.pattern.key == key);
    let pattern = seen.ok_or(Failure::NotFound)?.pattern;
    if actor.person == Some(pattern.person) {
        return Err(Failure::Invalid(vec!["self"]));
    }
    let event = Event::PatternSettled {
        pattern: pattern.key,
        last: pattern.last,
        belonged,
        words: words.trim().to_owned(),
    };
    let (now, minter) = (services.clock.now(), services.minter.as_ref());
    let changes = Changes::new(&permit, now, minter, About::Person(pattern.person), event);
    services.store.commit(changes).await?;
    Ok(())
}

async fn found(services: &Services, actor: &Actor, period: Period) -> Result<Vec<Seen>, Failure> {
    let settings = configuration(services, actor)?.looking;
    let (from, until) = period.moments();
    let margin = chrono::TimeDelta::days(i64::from(settings.part_days));
    let query = JournalQuery {
        actions: Look::told_of(),
        from: Some(from - margin),
        until: Some(until + margin),
        ..JournalQuery::default()
    };
    let lines = all_lines(services, actor, query).await?;
    let looks: Vec<Look> = lines
        .iter()
        .filter(|line| (from..until).contains(&line.at))
        .filter_map(Look::told_by)
        .collect();
    let mut parts: BTreeMap<Uuid, Vec<Part>> = BTreeMap::new();
    for line in lines.iter().filter(|line| line.about_kind == "signal") {
        if let Some((signal, part)) = line.about_id.zip(part::of_line(line)) {
            parts.entry(signal).or_default().push(part);
        }
    }
    add_parts_of_signals(services, actor, &looks, &mut parts).await?;
    let mut settled = settled(services, actor, period).await?;
    let patterns = patterns(&looks, &parts, &settings);
    let things: Vec<Uuid> = patterns
        .iter()
        .flat_map(|pattern| pattern.things.iter().map(|thing| thing.id))
        .collect();
    let numbers = services.store.numbers(&actor.municipality, &things).await?;
    let of = |pattern: &Pattern| {
        let things = pattern.things.iter();
        let mut of: Vec<String> = things
            .filter_map(|thing| numbers.get(&thing.id).cloned())
            .collect();
        of.sort();
        of
    };
    let seen = |pattern: Pattern| Seen {
        numbers: of(&pattern),
        // What was seen since has not been talked over.
        settled: settled
            .remove(&pattern.key)
            .filter(|settled| pattern.last <= settled.last),
        pattern,
    };
    Ok(patterns.into_iter().map(seen).collect())
}

/// Adds the parts that the signals themselves tell of.
async fn add_parts_of_signals(
    services: &Services,
    actor: &Actor,
    looks: &[Look],
    parts: &mut BTreeMap<Uuid, Vec<Part>>,
) -> Result<(), Failure> {
    let configuration = configuration(services, actor)?;
    let things = looks.iter().filter_map(|look| look.thing);
    let mut ids: Vec<SignalId> = things
        .filter(|thing| thing.is_signal)
        .map(|thing| SignalId(thing.id))
        .collect();
    ids.sort_unstable();
    ids.dedup();
    // So many at a time: what is opened for this must fit in memory.
    for ids in ids.chunks(200) {
        for stored in services.store.signals_by_id(&actor.municipality, ids).await? {
            let told = part::of_signal(&stored.value, &configuration);
            parts.entry(stored.value.id.0).or_default().extend(told);
        }
    }
    Ok(())
}

/// What was said of patterns since a period began; the last word counts.
async fn settled(
    services: &Services,
    actor: &Actor,
    period: Period,
) -> Result<BTreeMap<String, Settled>, Failure> {
    let query = JournalQuery {
        actions: vec!["pattern-settled"],
        from: Some(dutch_midnight(period.first)),
        ..JournalQuery::default()
    };
    let lines = all_lines(services, actor, query).await?;
    let told = lines.into_iter().rev().filter_map(|line| {
        let detail = line.detail?;
        let Event::PatternSettled {
            pattern,
            last,
            belonged,
            words,
        } = detail.event
        else {
            return None;
        };
        let settled = Settled {
            at: line.at,
            by: detail.name,
            belonged,
            words,
            last,
        };
        Some((pattern, settled))
    });
    Ok(told.collect())
}
