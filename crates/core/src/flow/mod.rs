// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The numbers of the route: how long signals were at each step, which way they went, and how that ended.
//!
//! All of it is counted from the journal, so that it can be counted again at any date. Of a signal that was destroyed the journal no longer
//! says which way it went: it is counted as gone, and in nothing else.

mod way;

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;

use self::way::Way;
use crate::{
    audit::{Event, Line},
    id::{BodyId, OutcomeId, StepId, Timestamp},
    signal::stage::Confirmation,
};

/// The numbers of the route at a moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    /// Signals that were registered.
    pub signals: u64,
    /// Signals of which the journal no longer says which way they went, since they were destroyed.
    pub gone: u64,
    /// Signals that came back to a step at which they had been.
    pub looped: u64,
    /// What happened at each step.
    pub steps: BTreeMap<StepId, AtStep>,
    /// How often signals went from a step to another, or to their end.
    pub moves: BTreeMap<(StepId, To), u64>,
    /// What was decided: by a body, or by a person where the route says so.
    pub outcomes: BTreeMap<(Option<BodyId>, OutcomeId), u64>,
    /// What became of the messages that reporters were owed.
    pub feedback: FeedbackNumbers,
}

/// Where a signal went from a step.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum To {
    /// To another step, or anew to this one.
    Step(StepId),
    /// It was closed.
    End(Confirmation),
}

/// What happened at a step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AtStep {
    /// How often a signal came to it.
    pub visits: u64,
    /// How many signals are at it, or wait for what it sent out.
    pub now: u64,
    /// How long each visit took that is over, until the decision where the signal had to wait then.
    pub stays: Vec<TimeDelta>,
    /// How long each wait took that is over, for what the step sent out.
    pub waits: Vec<TimeDelta>,
}

/// What became of the messages that reporters were owed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FeedbackNumbers {
    /// Given by the day on which it was due.
    pub in_time: u64,
    /// Given later.
    pub late: u64,
    /// Given before the journal noted when it was due.
    pub unknown: u64,
    /// Not given, with a reason: mostly since there was no way to reach the reporter any more.
    pub withheld: u64,
}

impl Flow {
    /// The names of the events that the numbers come from.
    pub const EVENTS: [&'static str; 7] = [
        "signal-registered",
        "moved-on",
        "decided",
        "sent-back",
        "signal-closed",
        "feedback-given",
        "feedback-withheld",
    ];

    /// Counts what the journal says, oldest line first, of what was before a moment. Lines of other events are left out.
    pub fn count(lines: &[Line], until: Timestamp) -> Self {
        let mut flow = Self::default();
        let mut ways: BTreeMap<_, Way> = BTreeMap::new();
        let mut gone = BTreeSet::new();
        for line in lines.iter().filter(|line| line.at < until) {
            match (&line.detail, line.about_id) {
                (Some(detail), Some(about)) if line.about_kind == "signal" => {
                    ways.entry(about).or_default().pass(&detail.event, line.at);
                    flow.tell(&detail.event);
                }
                (Some(detail), _) => flow.tell(&detail.event),
                (None, Some(about)) if line.about_kind == "signal" => {
                    gone.insert(about);
                }
                (None, _) => {}
            }
        }
        flow.gone = gone.len() as u64;
        for way in ways.into_values() {
            flow.add(way);
        }
        for step in flow.steps.values_mut() {
            step.stays.sort_unstable();
            step.waits.sort_unstable();
        }
        flow
    }

    /// What doesn't depend on where the signal is.
    fn tell(&mut self, event: &Event) {
        match event {
            Event::Decided { body, outcome, .. } => {
                *self.outcomes.entry((body.clone(), outcome.clone())).or_default() += 1;
            }
            Event::FeedbackGiven { in_time, .. } => {
                let number = match in_time {
                    Some(true) => &mut self.feedback.in_time,
                    Some(false) => &mut self.feedback.late,
                    None => &mut self.feedback.unknown,
                };
                *number += 1;
            }
            Event::FeedbackWithheld { .. } => self.feedback.withheld += 1,
            _ => {}
        }
    }

    fn add(&mut self, way: Way) {
        if !way.registered {
            return;
        }
        self.signals += 1;
        let mut been = BTreeSet::new();
        let mut again = false;
        for stay in &way.stays {
            again |= !been.insert(stay.step.clone());
            let step = self.steps.entry(stay.step.clone()).or_default();
            step.visits += 1;
            step.stays.extend(stay.until.map(|until| until - stay.from));
            step.waits.extend(stay.waited);
        }
        self.looped += u64::from(again);
        if let Some(step) = way.is_at() {
            self.steps.entry(step.clone()).or_default().now += 1;
        }
        for step in way.moves {
            *self.moves.entry(step).or_default() += 1;
        }
    }
}

impl AtStep {
    /// Half of the visits that are over took at most so long.
    pub fn median_stay(&self) -> Option<TimeDelta> {
        median(&self.stays)
    }

    /// Half of the waits that are over took at most so long.
    pub fn median_wait(&self) -> Option<TimeDelta> {
        median(&self.waits)
    }
}

/// The lower of the two in the middle where their number is even. They are in order.
fn median(sorted: &[TimeDelta]) -> Option<TimeDelta> {
    sorted.get(sorted.len().checked_sub(1)? / 2).copied()
}
