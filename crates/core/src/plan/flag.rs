// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What is odd about an action. It is marked, and never repaired in silence: the plan keeps its own words.

use super::{Action, schedule::Schedule};
use crate::configuration::plan::PlanRules;

/// Something odd.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flag {
    /// It was to be done before the plan was set.
    OverdueAtAdoption,
    /// The running text says something else about the same body.
    Contradiction {
        /// The words of the running text.
        phrase: String,
        /// Where they stand.
        place: String,
    },
    /// Nobody is responsible.
    NoOwner,
    /// The words about when were not understood, so nothing is ever due.
    NotUnderstood,
}

/// All that is odd about an action.
pub fn of(action: &Action, rules: &PlanRules) -> Vec<Flag> {
    let schedule = action.schedule();
    let mut flags = Vec::new();
    if schedule.is_none() {
        flags.push(Flag::NotUnderstood);
    }
    let once = matches!(schedule, Some(Schedule::By { .. }));
    let first = action.occurrences(&rules.head).into_iter().next();
    if once && first.is_some_and(|first| first.due < rules.head.adopted_on) {
        flags.push(Flag::OverdueAtAdoption);
    }
    if let Some(Schedule::OnAgenda { body, times }) = &schedule {
        let of_body = rules
            .texts
            .iter()
            .filter(|text| text.body.to_lowercase() == *body);
        let other = of_body.filter(|text| !agrees(&text.phrase, *times));
        flags.extend(other.map(|text| Flag::Contradiction {
            phrase: text.phrase.clone(),
            place: text.place.clone(),
        }));
    }
    if action.owner.is_empty() {
        flags.push(Flag::NoOwner);
    }
    flags
}

/// Whether words about a body ask for as much as an action does.
fn agrees(phrase: &str, times: u32) -> bool {
    match Schedule::read(phrase) {
        Some(Schedule::OnAgenda { times: other, .. }) => other == times,
        _ => false,
    }
}
