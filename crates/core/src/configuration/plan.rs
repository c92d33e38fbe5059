// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The plan that a municipality carries out: its head, its pillars, and what its running text says beside the table of actions.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::text::Text;
use crate::figures::audience::Audience;

/// What a configuration says of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRules {
    /// The plan itself.
    pub head: PlanHead,
    /// Its pillars, in order.
    pub pillars: Vec<Pillar>,
    /// What the running text says of bodies.
    pub texts: Vec<RunningText>,
    /// When the subject comes back by itself: on the agenda of a body, and in reports.
    pub occasions: Vec<Occasion>,
    /// What can be undertaken, by kind.
    pub records: Vec<RecordKind>,
}

/// The head of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanHead {
    /// Short name. A new one begins a new plan, with actions of its own.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The day on which it was set.
    pub adopted_on: NaiveDate,
    /// The last year for which it holds.
    pub last_year: i32,
}

/// A pillar of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pillar {
    /// Its number in the plan.
    pub number: u8,
    /// Its name.
    pub name: Text,
}

/// What the running text says about how often a body has the subject on its agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RunningText {
    /// The body, by the word that the table of actions uses, too.
    pub body: String,
    /// The literal words.
    pub phrase: String,
    /// Where they stand.
    pub place: String,
}

/// Something by which the subject comes back: an item on the agenda of a body, or a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Occasion {
    /// Short name.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// Who gets it.
    pub to: Text,
    /// Whether it is discussed or handed over.
    pub kind: OccasionKind,
    /// How often it comes back.
    pub every: Every,
    /// So many weeks after the end of its period it is done at the latest. On an agenda within the period itself, where nothing is said.
    #[serde(default)]
    pub weeks_after: u8,
    /// How exact its figures may be.
    pub audience: Audience,
    /// The body, by the word that the table of actions uses: what was discussed there is done there, too.
    pub body: Option<String>,
    /// Where it was agreed.
    pub place: String,
}

/// What becomes of a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OccasionKind {
    /// It is discussed in a body.
    Agenda,
    /// It is handed over.
    Report,
}

/// How often something comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Every {
    /// Each half year.
    HalfYear,
    /// Each year.
    Year,
}

/// A kind of thing that is undertaken: a training, a campaign, an agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordKind {
    /// Short name.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// The pillar to which it belongs.
    pub pillar: u8,
    /// Whether somebody looks at it again at a later day: an agreement, leaflets that can run out.
    #[serde(default)]
    pub reviewed: bool,
    /// What is asked beside its day and what it was.
    #[serde(default, rename = "field")]
    pub fields: Vec<RecordField>,
}

/// Something that a kind asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordField {
    /// Short name.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// What can stand in it.
    pub kind: FieldKind,
    /// Whether it may stay empty.
    #[serde(default)]
    pub optional: bool,
}

/// What can stand in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldKind {
    /// A few words.
    Text,
    /// A whole number.
    Number,
}

impl PlanRules {
    /// The kind of record with this short name.
    pub fn record(&self, id: &str) -> Option<&RecordKind> {
        self.records.iter().find(|kind| kind.id == id)
    }

    /// The pillar with this number.
    pub fn pillar(&self, number: u8) -> Option<&Pillar> {
        self.pillars.iter().find(|pillar| pillar.number == number)
    }
}
