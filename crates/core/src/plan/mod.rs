// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The plan: actions that keep the plan's own words, when they are due, and what proves that they were done.

pub mod flag;
pub mod import;
pub mod record;
pub mod schedule;
pub mod words;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use self::{
    record::Record,
    schedule::{Kind, Occurrence, Schedule},
};
use crate::{
    configuration::plan::PlanHead,
    governance::Turn,
    id::{MunicipalityId, PersonId, PlanId, Timestamp},
};

/// The actions of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Identifier.
    pub id: PlanId,
    /// The municipality.
    pub municipality: MunicipalityId,
    /// Its actions, in the order of the plan.
    pub actions: Vec<Action>,
    /// What people wrote for each time at which the subject comes back, and that it was discussed or handed over.
    #[serde(default)]
    pub turns: Vec<Turn>,
    /// What was undertaken, oldest first.
    #[serde(default)]
    pub records: Vec<Record>,
}

/// A line of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    /// Its number, from 1 on; it never changes.
    pub number: u16,
    /// The pillar to which it belongs.
    pub pillar: u8,
    /// The theme within the pillar.
    pub theme: String,
    /// What is to be done.
    pub what: String,
    /// The literal words about when. They are read anew each time, and never repaired.
    pub phrase: String,
    /// Who is responsible; empty where the plan names nobody and nobody was named since.
    pub owner: String,
    /// When it was done, with what proves it.
    pub done: Vec<Done>,
}

/// That an action was done for a time at which it was due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// For which time: the day on which it was due.
    pub due: NaiveDate,
    /// On which day it was done.
    pub on: NaiveDate,
    /// What proves it.
    pub evidence: String,
    /// The record that proves it, by its number; none where it is words only.
    #[serde(default)]
    pub record: Option<u32>,
    /// Who wrote that down; none where it was the program.
    pub by: Option<PersonId>,
    /// Their name then.
    pub name: String,
    /// When.
    pub at: Timestamp,
}

/// How an action stands at a time at which it is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It was done.
    Done,
    /// It is to be done later.
    Ahead,
    /// It is to be done within three months.
    Near,
    /// It was to be done, and nothing says that it was.
    Late,
    /// It runs on; at this time somebody looks whether it still does. It is never late.
    Runs,
}

impl State {
    /// The name in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Ahead => "ahead",
            Self::Near => "near",
            Self::Late => "late",
            Self::Runs => "runs",
        }
    }
}

/// So many days before it is due something is near.
pub(crate) const NEAR: i64 = 92;

impl Plan {
    /// An empty one.
    pub fn new(id: PlanId, municipality: MunicipalityId) -> Self {
        Self {
            id,
            municipality,
            actions: Vec::new(),
            turns: Vec::new(),
            records: Vec::new(),
        }
    }

    /// The action with this number.
    pub fn action(&self, number: u16) -> Option<&Action> {
        self.actions.iter().find(|action| action.number == number)
    }
}

impl Action {
    /// The schedule as it was read; none where its words were not understood.
    pub fn schedule(&self) -> Option<Schedule> {
        Schedule::read(&self.phrase)
    }

    /// All times at which it is due within a plan, oldest first.
    pub fn occurrences(&self, head: &PlanHead) -> Vec<Occurrence> {
        let schedule = self.schedule();
        schedule.map_or_else(Vec::new, |schedule| schedule.occurrences(head))
    }

    /// What was written down for a time.
    pub fn done_for(&self, due: NaiveDate) -> Option<&Done> {
        self.done.iter().rev().find(|done| done.due == due)
    }

    /// How it stands at a time, on a day.
    pub fn state(&self, occurrence: Occurrence, on: NaiveDate) -> State {
        if self.done_for(occurrence.due).is_some() {
            State::Done
        } else if occurrence.kind == Kind::Look {
            State::Runs
        } else if occurrence.due < on {
            State::Late
        } else if (occurrence.due - on).num_days() <= NEAR {
            State::Near
        } else {
            State::Ahead
        }
    }

    /// What comes next: the first time for which nothing was written down. Whether something that runs on still does is only asked of
    /// days to come.
    pub fn next(&self, head: &PlanHead, on: NaiveDate) -> Option<Occurrence> {
        let mut all = self.occurrences(head).into_iter();
        all.find(|it| match self.state(*it, on) {
            State::Done => false,
            State::Runs => it.due >= on,
            State::Ahead | State::Near | State::Late => true,
        })
    }
}
