// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Passages about a person in signals and reports, and what is decided about each: given, or refused on a ground that was weighed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    id::{PersonId, ReportId, SignalId, Timestamp},
    report::Report,
    signal::{Signal, strand::StrandKind},
};

/// Where passages stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "in", content = "id", rename_all = "kebab-case")]
pub enum Place {
    /// In a signal.
    Signal(SignalId),
    /// In a report.
    Report(ReportId),
}

/// A passage, with its place: `observation-1`, `text`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct At {
    /// The signal or report.
    pub place: Place,
    /// The part of it.
    pub part: String,
}

/// A passage about which was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Where it stands.
    pub at: At,
    /// Number of the signal or report.
    pub number: String,
    /// What it said, and why it was decided so. Kept apart from the request, under the key of where it stands: it goes with that.
    #[serde(skip)]
    pub words: Option<Words>,
    /// The day on which where it stands was destroyed, and its words with that.
    #[serde(skip)]
    pub destroyed_on: Option<NaiveDate>,
    /// What was decided.
    pub choice: Choice,
    /// When.
    pub chosen_at: Timestamp,
    /// By whom.
    pub by: PersonId,
}

/// What a passage said, and why it was decided so. The reason can tell what it said, so both go together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// Its text, as it was when it was chosen; empty where it names who reported.
    pub text: String,
    /// Why the ground weighs more than the right, in this case; empty unless it is refused.
    pub weighing: String,
}

/// What was decided about a passage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "choice", rename_all = "kebab-case")]
pub enum Choice {
    /// It is given.
    Give,
    /// It is not given, on a ground of the list, which was weighed (UAVG art. 41 lid 2).
    Refuse {
        /// The ground, by its short name.
        ground: String,
    },
    /// It is not about who asks.
    NotTheirs,
}

impl Choice {
    /// The name in forms, in the journal and in the keys of the screens' texts.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Give => "give",
            Self::Refuse { .. } => "refuse",
            Self::NotTheirs => "not-theirs",
        }
    }
}

/// Passages of a signal: part and text. Care is a compartment of its own, and what is about reporters does not stand here.
pub fn of_signal(signal: &Signal) -> Vec<(String, String)> {
    let mut passages = vec![("title".to_owned(), signal.title.clone())];
    let mut add = |name: &str, texts: Vec<String>| {
        let numbered = texts.into_iter().zip(1..);
        passages.extend(numbered.map(|(text, number)| (format!("{name}-{number}"), text)));
    };
    let seen = signal.observations.iter();
    add("observation", seen.map(|seen| seen.text.clone()).collect());
    let assessed = signal.assessments.iter();
    add(
        "assessment",
        assessed
            .map(|assessment| assessment.explanation.clone())
            .collect(),
    );
    let subjects = signal.subjects.iter();
    add(
        "subject",
        subjects
            .map(|subject| format!("{}: {}", subject.value, subject.reason))
            .collect(),
    );
    let notes = signal.notes.iter();
    add(
        "note",
        notes
            .map(|note| format!("{}: {}", note.source, note.text))
            .collect(),
    );
    let decisions = signal.decisions.iter();
    add(
        "decision",
        decisions.map(|decision| decision.reason.clone()).collect(),
    );
    let strands = signal.strands.iter();
    add(
        "strand",
        strands
            .filter(|strand| !matches!(strand.kind, StrandKind::Care { .. }))
            .map(|strand| strand.kind.what().to_owned())
            .collect(),
    );
    let visits = signal.strands.iter().filter_map(|strand| match &strand.kind {
        StrandKind::Inspection { visit, .. } => Some(visit),
        _ => None,
    });
    let findings = visits.flat_map(|visit| &visit.findings);
    add(
        "finding",
        findings
            .map(|finding| format!("{} {}", finding.address, finding.text).trim().to_owned())
            .collect(),
    );
    passages.retain(|(_, text)| !text.trim().is_empty());
    passages
}

/// Passages of a report: part and text.
pub fn of_report(report: &Report) -> Vec<(String, String)> {
    let parts = [
        ("about", &report.subject),
        ("text", &report.text),
        ("place", &report.place),
        ("observed", &report.observed),
    ];
    let parts = parts.into_iter().filter(|(_, text)| !text.trim().is_empty());
    parts
        .map(|(part, text)| (part.to_owned(), text.clone()))
        .collect()
}
