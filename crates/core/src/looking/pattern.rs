// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Notable patterns in who looked, as facts: counts and times. No score, no order but that of time, and no conclusion: a person judges.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, TimeDelta, Timelike as _};
use uuid::Uuid;

use super::part::{self, Part};
use crate::{
    audit::{Event, Line},
    calendar::{dutch_date, dutch_time, is_working_day},
    configuration::looking::Looking,
    id::{PersonId, Timestamp},
    policy::role::Role,
};

/// A look at content by somebody with an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// Its place in the journal.
    pub seq: u64,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub person: PersonId,
    /// Under which name.
    pub name: String,
    /// In which roles.
    pub roles: Vec<Role>,
    /// At which signal or report; none for a search or an agenda.
    pub thing: Option<Thing>,
    /// Whether it was on the screen of a sitting.
    pub in_meeting: bool,
}

/// What was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Thing {
    /// Identifier.
    pub id: Uuid,
    /// Whether it is a signal; else a report.
    pub is_signal: bool,
}

impl Look {
    /// Looks that patterns are about. What somebody got to do (a strand, a pack) needs no explanation, and looking into who looked
    /// is the work of the privacy officer.
    const ACTIONS: [&'static str; 11] = [
        "report-read",
        "file-opened",
        "original-opened",
        "quarantined-opened",
        "reporter-opened",
        "links-shown",
        "signal-read",
        "meeting-read",
        "source-asked",
        "searched",
        "read-under-glass",
    ];

    /// What patterns are worked out from: these looks, and what explains them. The rest, such as lists and the journal itself, is most of
    /// what a journal tells.
    pub fn told_of() -> Vec<&'static str> {
        let names = Event::NAMES.iter().copied();
        names
            .filter(|name| Self::ACTIONS.contains(name) || part::explains(name))
            .collect()
    }

    /// The look that a line of the journal tells of.
    pub fn told_by(line: &Line) -> Option<Self> {
        let detail = line.detail.as_ref()?;
        let person = line.person?;
        if !Self::ACTIONS.contains(&line.action.as_str()) {
            return None;
        }
        let is_signal = line.about_kind == "signal";
        let thing = line.about_id.filter(|_| is_signal || line.about_kind == "report");
        Some(Self {
            seq: line.seq,
            at: line.at,
            person,
            name: detail.name.clone(),
            roles: detail.roles.clone(),
            thing: thing.map(|id| Thing { id, is_signal }),
            in_meeting: matches!(&detail.event, Event::SignalRead { purpose } if purpose == "meeting"),
        })
    }
}

/// What is notable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PatternKind {
    /// Somebody looked at a signal in which they had no part around that day.
    NoPart,
    /// Somebody looked outside the hours of work.
    OutsideHours,
    /// Somebody looked at many signals and reports in a short time.
    Burst,
}

impl PatternKind {
    /// The name in keys and texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoPart => "no-part",
            Self::OutsideHours => "outside-hours",
            Self::Burst => "burst",
        }
    }
}

/// Something notable: who, when, how often, at what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// What.
    pub kind: PatternKind,
    /// By which it is known again when more is seen.
    pub key: String,
    /// Who.
    pub person: PersonId,
    /// Under which name.
    pub name: String,
    /// The first look.
    pub from: Timestamp,
    /// The last look.
    pub until: Timestamp,
    /// The place of the last look in the journal.
    pub last: u64,
    /// How many looks.
    pub looks: usize,
    /// At which signals and reports.
    pub things: BTreeSet<Thing>,
}

/// All patterns in looks, newest first. `parts` are those in each signal.
pub fn patterns(looks: &[Look], parts: &BTreeMap<Uuid, Vec<Part>>, settings: &Looking) -> Vec<Pattern> {
    let mut looks: Vec<&Look> = looks.iter().collect();
    looks.sort_by_key(|look| (look.at, look.seq));
    let mut all = grouped(&looks, PatternKind::NoPart, |look| {
        let signal = look.thing.filter(|thing| thing.is_signal)?;
        let margin = TimeDelta::days(i64::from(settings.part_days));
        let explained = |parts: &Vec<Part>| parts.iter().any(|part| part.explains(look, margin));
        let has_part = look.in_meeting || parts.get(&signal.id).is_some_and(explained);
        (!has_part).then(|| (dutch_date(look.at), Some(signal.id)))
    });
    all.extend(grouped(&looks, PatternKind::OutsideHours, |look| {
        is_outside(look.at, settings).then(|| (dutch_date(look.at), None))
    }));
    let people: BTreeSet<PersonId> = looks.iter().map(|look| look.person).collect();
    for person in people {
        let theirs: Vec<&Look> = looks
            .iter()
            .copied()
            .filter(|look| look.person == person && look.thing.is_some() && !look.in_meeting)
            .collect();
        all.extend(bursts(&theirs, settings));
    }
    all.sort_by(|a, b| (b.from, &b.key).cmp(&(a.from, &a.key)));
    all
}

/// Whether a moment lies outside the hours of work.
fn is_outside(at: Timestamp, settings: &Looking) -> bool {
    let local = dutch_time(at);
    let closed = !settings.weekends && !is_working_day(local.date());
    closed || !(settings.work_begins..settings.work_ends).contains(&local.hour())
}

/// One pattern for all looks of a person with the same mark.
fn grouped(
    looks: &[&Look],
    kind: PatternKind,
    mark: impl Fn(&Look) -> Option<(NaiveDate, Option<Uuid>)>,
) -> Vec<Pattern> {
    let mut groups: BTreeMap<(PersonId, NaiveDate, Option<Uuid>), Vec<&Look>> = BTreeMap::new();
    for look in looks {
        if let Some((day, thing)) = mark(look) {
            groups.entry((look.person, day, thing)).or_default().push(look);
        }
    }
    let pattern = |((person, day, thing), looks): ((PersonId, _, Option<Uuid>), Vec<&Look>)| {
        let thing = thing.map(|id| format!(":{id}")).unwrap_or_default();
        of_looks(kind, format!("{}:{person}:{day}{thing}", kind.as_str()), &looks)
    };
    groups.into_iter().filter_map(pattern).collect()
}

/// Stretches in which each look lies in a short time with many different things. `looks` are of one person, by time.
fn bursts(looks: &[&Look], settings: &Looking) -> Vec<Pattern> {
    let short = TimeDelta::minutes(i64::from(settings.burst_minutes));
    let mut marked = vec![false; looks.len()];
    for (first, begin) in looks.iter().enumerate() {
        let within = looks
            .iter()
            .skip(first)
            .take_while(|look| look.at - begin.at <= short);
        let within: Vec<_> = within.collect();
        let things: BTreeSet<_> = within.iter().filter_map(|look| look.thing).collect();
        if things.len() >= settings.burst_things {
            marked
                .iter_mut()
                .skip(first)
                .take(within.len())
                .for_each(|mark| *mark = true);
        }
    }
    let paired: Vec<(&&Look, bool)> = looks.iter().zip(marked).collect();
    let stretches = paired
        .split(|(_, marked)| !marked)
        .filter(|part| !part.is_empty());
    let pattern = |stretch: &[(&&Look, bool)]| {
        let looks: Vec<&Look> = stretch.iter().map(|(look, _)| **look).collect();
        let first = looks.first()?;
        let key = format!("{}:{}:{}", PatternKind::Burst.as_str(), first.person, first.seq);
        of_looks(PatternKind::Burst, key, &looks)
    };
    stretches.filter_map(pattern).collect()
}

/// A pattern of looks, by time.
fn of_looks(kind: PatternKind, key: String, looks: &[&Look]) -> Option<Pattern> {
    let (first, last) = (looks.first()?, looks.last()?);
    Some(Pattern {
        kind,
        key,
        person: first.person,
        name: last.name.clone(),
        from: first.at,
        until: last.at,
        last: looks.iter().map(|look| look.seq).max()?,
        looks: looks.len(),
        things: looks.iter().filter_map(|look| look.thing).collect(),
    })
}
