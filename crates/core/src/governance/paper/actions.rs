// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! How the plan stands: what was due in the period, what is late, and what comes next.

use chrono::{Months, NaiveDate};

use super::{Material, heading, paragraph};
use crate::{
    configuration::{describe, text::Language},
    governance::picture::{STATES, pillars},
    paper::{Block, Cell, Column},
    plan::{Action, State, schedule::Occurrence},
};

const NL: Language = Language::Nl;
/// So far what comes next is named.
const AHEAD: Months = Months::new(6);

/// An action at a time at which it is due.
struct Time<'a> {
    action: &'a Action,
    due: NaiveDate,
    state: State,
}

/// Everything that is due, in the period and beside it.
pub(super) struct Standing<'a> {
    /// Due in the period.
    own: Vec<Time<'a>>,
    /// Due before it, and still not done.
    left: Vec<Time<'a>>,
    /// Due within half a year after it.
    next: Vec<Time<'a>>,
}

impl<'a> Standing<'a> {
    pub(super) fn of(it: &'a Material<'_>) -> Self {
        let period = it.due.period;
        let mut standing = Self {
            own: Vec::new(),
            left: Vec::new(),
            next: Vec::new(),
        };
        let until = period.last() + AHEAD;
        for action in &it.plan.actions {
            for Occurrence { due, kind } in action.occurrences(&it.rules.head) {
                let state = action.state(Occurrence { due, kind }, it.today());
                let time = Time { action, due, state };
                if due > period.last() {
                    standing.next.extend((due <= until).then_some(time));
                } else if due >= period.first() {
                    standing.own.push(time);
                } else if state == State::Late {
                    standing.left.push(time);
                }
            }
        }
        for times in [&mut standing.own, &mut standing.left, &mut standing.next] {
            times.sort_by_key(|time| (time.due, time.action.number));
        }
        standing
    }

    /// In sentences.
    pub(super) fn in_short(&self) -> Vec<String> {
        let count = |state: State| self.own.iter().filter(|time| time.state == state).count();
        let all = self.left.iter().chain(&self.own);
        let mut late: Vec<&str> = Vec::new();
        for time in all.filter(|time| time.state == State::Late) {
            if !late.contains(&time.action.what.as_str()) {
                late.push(&time.action.what);
            }
        }
        let mut items = Vec::new();
        if !self.own.is_empty() {
            items.push(format!(
                "Het plan noemt voor deze periode {} momenten. Gedaan: {}. Loopt door: {}. Komt nog: {}. Te laat: {}.",
                self.own.len(),
                count(State::Done),
                count(State::Runs),
                count(State::Near) + count(State::Ahead),
                count(State::Late)
            ));
        }
        items.push(match late.as_slice() {
            [] => "Geen actie uit het plan is te laat.".to_owned(),
            late => format!("Deze acties zijn te laat: {}.", late.join("; ")),
        });
        items
    }
}

/// A picture per pillar, and what stands behind it.
pub(super) fn blocks(it: &Material<'_>) -> Vec<Block> {
    let standing = Standing::of(it);
    let mut blocks = vec![heading(1, "Hoe het plan ervoor staat")];
    if it.plan.actions.is_empty() {
        blocks.push(paragraph("Er zijn nog geen acties van het plan ingelezen."));
        return blocks;
    }
    blocks.extend(drawn(it, &standing));
    let with_evidence = it.audience().is_exact();
    for (caption, times) in [
        ("Wat in deze periode moest gebeuren", &standing.own),
        ("Wat van eerder bleef liggen", &standing.left),
        ("Wat daarna komt", &standing.next),
    ] {
        let times = times.iter().filter(|time| time.state != State::Runs);
        blocks.extend(listed(caption, &times.collect::<Vec<_>>(), with_evidence));
    }
    blocks
}

/// How many things stand how, per pillar.
fn drawn(it: &Material<'_>, standing: &Standing<'_>) -> [Block; 2] {
    let rows: Vec<(String, [u32; 5])> = it
        .rules
        .pillars
        .iter()
        .map(|pillar| {
            let own = |state: State| {
                let here = standing
                    .own
                    .iter()
                    .filter(|time| time.action.pillar == pillar.number && time.state == state);
                u32::try_from(here.count()).unwrap_or(u32::MAX)
            };
            (format!("{}. {}", pillar.number, pillar.name.nl), STATES.map(own))
        })
        .collect();
    let legend = STATES.map(|state| state.words(NL));
    let said: Vec<String> = rows
        .iter()
        .map(|(name, counts)| {
            let counts = counts.iter().zip(legend).filter(|(count, _)| **count > 0);
            let counts: Vec<String> = counts.map(|(count, words)| format!("{count} {words}")).collect();
            let counts = if counts.is_empty() {
                "niets".to_owned()
            } else {
                counts.join(", ")
            };
            format!("Pijler {name}: {counts}")
        })
        .collect();
    let mut columns = vec![Column::new("Pijler", 4)];
    columns.extend(legend.map(|words| Column::new(words, 2)));
    let table = rows.iter().map(|(name, counts)| {
        let counts = counts.iter().map(|count| Cell::from(count.to_string()));
        std::iter::once(Cell::from(name.as_str())).chain(counts).collect()
    });
    [
        Block::Picture {
            svg: pillars(&rows, &legend),
            alternative: said.join(". ") + ".",
            caption: "Momenten uit het plan in deze periode, per pijler".to_owned(),
        },
        Block::Table {
            caption: "Momenten per pijler, in getallen".to_owned(),
            columns,
            rows: table.collect(),
        },
    ]
}

/// Actions with when they are due and how they stand; what proves it for who works with it.
fn listed(caption: &str, times: &[&Time<'_>], with_evidence: bool) -> Option<Block> {
    let mut proved = times.iter();
    let with_evidence = with_evidence && proved.any(|time| time.action.done_for(time.due).is_some());
    let rows: Vec<Vec<Cell>> = times
        .iter()
        .map(|time| {
            let done = time.action.done_for(time.due);
            let stands = match done {
                Some(done) => format!("gedaan op {}", describe::date(done.on)),
                None => time.state.words(NL).to_owned(),
            };
            let mut cells = vec![
                Cell::from(time.action.what.as_str()),
                Cell::from(describe::date(time.due)),
                Cell {
                    text: stands,
                    strong: time.state == State::Late,
                },
            ];
            if with_evidence {
                cells.push(done.map_or("", |done| done.evidence.as_str()).into());
            }
            cells
        })
        .collect();
    let mut columns = vec![
        Column::new("Actie", 6),
        Column::new("Uiterlijk", 3),
        Column::new("Stand", 4),
    ];
    if with_evidence {
        columns.push(Column::new("Bewijs", 5));
    }
    (!rows.is_empty()).then(|| Block::Table {
        caption: caption.to_owned(),
        columns,
        rows,
    })
}
