// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Whether a new version of a route strands a running signal.
//!
//! A signal keeps the identifier of its step, and what happens there. A step may get another identifier where it names the earlier
//! one (`formerly`); its kind, its body and its gate stay, as rights,
//! agendas and decisions hang on them.

use std::{collections::BTreeMap, fmt};

use chrono::NaiveDate;

use super::{Configuration, route::Step};
use crate::id::StepId;

/// Why a new version can't be loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stranded {
    /// Numbers of the signals that would be stranded; none where the version itself is wrong.
    pub signals: Vec<String>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub remedy: String,
}

impl fmt::Display for Stranded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if !self.signals.is_empty() {
            write!(f, " (open: {})", self.signals.join(", "))?;
        }
        write!(f, "; do: {}", self.remedy)
    }
}

/// Checks that a new version can follow an old one. `open_steps` names, for each step at which an open signal is or that sent it out
/// for a task or an inspection, the numbers of those signals.
pub fn check(
    open_steps: &BTreeMap<StepId, Vec<String>>,
    old: &Configuration,
    new: &Configuration,
    today: NaiveDate,
) -> Result<(), Vec<Stranded>> {
    let mut stranded = Vec::new();
    if new.municipality.id != old.municipality.id {
        stranded.push(Stranded {
            signals: Vec::new(),
            message: format!(
                "this is the configuration of `{}`, not of `{}`",
                new.municipality.id, old.municipality.id
            ),
            remedy: "load it for its own municipality".to_owned(),
        });
    }
    if new.route.version <= old.route.version {
        stranded.push(Stranded {
            signals: Vec::new(),
            message: format!(
                "version {} of the route is not higher than version {}, which is in force",
                new.route.version, old.route.version
            ),
            remedy: format!(
                "set version = {} in route.toml",
                old.route.version.saturating_add(1)
            ),
        });
    }
    stranded.extend(rewritten(old, new));
    stranded.extend(backdated(old, new, today));
    for (id, signals) in open_steps.iter().filter(|(_, signals)| !signals.is_empty()) {
        for step in std::iter::once(id).chain(returns(id, old)) {
            stranded.extend(at_step(step, old, new).map(|(message, remedy)| Stranded {
                signals: signals.clone(),
                message,
                remedy,
            }));
        }
    }
    if stranded.is_empty() {
        Ok(())
    } else {
        Err(stranded)
    }
}

/// Versions of processing activities that are gone or say something else: lines of the processing log point at them.
fn rewritten<'c>(old: &'c Configuration, new: &'c Configuration) -> impl Iterator<Item = Stranded> + 'c {
    let kept = &new.processing.entries;
    let entries = old
        .processing
        .entries
        .iter()
        .filter(|entry| !kept.contains(entry));
    entries.map(|entry| Stranded {
        signals: Vec::new(),
        message: format!(
            "version {} of the processing activity `{}` is gone or changed, and the processing log points at it",
            entry.version, entry.id
        ),
        remedy: "leave it as it was in processing.toml, and add what is new below it as the next version".to_owned(),
    })
}

/// New versions of known processing activities that hold already: what was logged until now was logged under the one before.
fn backdated<'c>(
    old: &'c Configuration,
    new: &'c Configuration,
    today: NaiveDate,
) -> impl Iterator<Item = Stranded> + 'c {
    let known = &old.processing.entries;
    let later = new.processing.entries.iter().filter(move |entry| {
        entry.valid_from <= today
            && !known.contains(entry)
            && known
                .iter()
                .any(|other| other.id == entry.id && other.version < entry.version)
    });
    later.map(|entry| Stranded {
        signals: Vec::new(),
        message: format!(
            "version {} of the processing activity `{}` would hold for what was logged before it",
            entry.version, entry.id
        ),
        remedy: "let it begin tomorrow or later (valid_from in processing.toml)".to_owned(),
    })
}

/// The steps to which a signal that was sent out from a step may return, other than that step.
fn returns<'c>(id: &'c StepId, old: &'c Configuration) -> impl Iterator<Item = &'c StepId> {
    let step = old.route.step_or_successor(id);
    let body = step.and_then(|step| old.body(step.body.as_ref()?));
    let outcomes = step.into_iter().flat_map(|step| &step.outcomes);
    let outcomes = outcomes.chain(body.into_iter().flat_map(|body| &body.outcomes));
    let then = outcomes.filter(|outcome| outcome.kind.waits());
    then.filter_map(|outcome| outcome.then.as_ref())
        .filter(move |then| *then != id)
}

/// What would strand the signals at a step, and what to do.
fn at_step(id: &StepId, old: &Configuration, new: &Configuration) -> Option<(String, String)> {
    let before = old.route.step_or_successor(id)?;
    let Some(after) = new.route.step_or_successor(id) else {
        return Some((
            format!("step `{id}` is gone, and signals are still there or return to it"),
            format!(
                "keep the step until they have left it, or name it at the step that takes its place: formerly = [\"{id}\"]"
            ),
        ));
    };
    if after.kind != before.kind {
        return Some((
            format!("step `{id}` becomes another kind of step, and signals are still there or return to it"),
            "keep its kind until they have left it; give the new step another id".to_owned(),
        ));
    }
    if after.body != before.body {
        let name = |step: &Step| step.body.as_ref().map_or_else(String::new, ToString::to_string);
        return Some((
            format!(
                "at step `{id}` the body `{}` no longer decides but `{}`, and signals still lie before it",
                name(before),
                name(after)
            ),
            "keep the id of the body (its name may change), or wait until it has decided".to_owned(),
        ));
    }
    let gate = before.gate.as_ref().filter(|_| after.gate != before.gate)?;
    Some((
        format!(
            "the gate `{gate}` before step `{id}` is gone, and what was decided on it would no longer count"
        ),
        "keep the gate, with its id, until signals have left the step".to_owned(),
    ))
}
