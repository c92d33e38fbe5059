// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Where a signal is on the main line of the route.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    configuration::route::StepKind,
    id::{BodyId, PersonId, StepId, StrandId, Timestamp},
};

/// Where a signal is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "kebab-case")]
pub enum Stage {
    /// At a step; somebody has to act.
    AtStep {
        /// The step.
        step: StepId,
        /// What happens at it.
        kind: StepKind,
        /// The body that decides at it.
        body: Option<BodyId>,
        /// Since when.
        since: Timestamp,
        /// By when it must move.
        due: NaiveDate,
    },
    /// Waiting for a task or an inspection, after which it goes on by itself.
    Waiting {
        /// What it waits for.
        strand: StrandId,
        /// The step that sent it out.
        from: StepId,
        /// The step to which it goes then.
        then: StepId,
        /// Since when.
        since: Timestamp,
        /// By when the answer must be there.
        due: NaiveDate,
    },
    /// Closed.
    Closed {
        /// When.
        at: Timestamp,
        /// By whom.
        by: PersonId,
        /// What came of it, in a few words.
        result: String,
    },
}

impl Stage {
    /// The step at which the signal is, or that sent it out.
    pub fn step(&self) -> Option<&StepId> {
        match self {
            Self::AtStep { step, .. } | Self::Waiting { from: step, .. } => Some(step),
            Self::Closed { .. } => None,
        }
    }

    /// By when something must happen.
    pub fn due(&self) -> Option<NaiveDate> {
        match self {
            Self::AtStep { due, .. } | Self::Waiting { due, .. } => Some(*due),
            Self::Closed { .. } => None,
        }
    }

    /// Since when it is here.
    pub fn since(&self) -> Timestamp {
        match self {
            Self::AtStep { since, .. } | Self::Waiting { since, .. } => *since,
            Self::Closed { at, .. } => *at,
        }
    }

    /// The body before which the signal lies now.
    pub fn body(&self) -> Option<&BodyId> {
        match self {
            Self::AtStep { body, .. } => body.as_ref(),
            Self::Waiting { .. } | Self::Closed { .. } => None,
        }
    }

    /// Whether the signal is at a step of this kind now.
    pub fn is_at(&self, wanted: StepKind) -> bool {
        matches!(self, Self::AtStep { kind, .. } if *kind == wanted)
    }

    /// Whether it is closed.
    pub fn is_closed(&self) -> bool {
        matches!(self, Self::Closed { .. })
    }
}

/// That a signal was at a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// The step.
    pub step: StepId,
    /// From when.
    pub from: Timestamp,
    /// Until when; open while it is there.
    pub until: Option<Timestamp>,
}

/// Whether the suspicion is confirmed. Another question than what was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confirmation {
    /// Not yet said.
    #[default]
    Open,
    /// Confirmed.
    Confirmed,
    /// Not confirmed; that is not "nothing done".
    NotConfirmed,
    /// Not for the municipality to say.
    NotForUs,
}

impl Confirmation {
    /// What can be said at closing, in the order of the screen.
    pub const AT_CLOSING: [Self; 3] = [Self::Confirmed, Self::NotConfirmed, Self::NotForUs];

    /// The name in forms and in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Confirmed => "confirmed",
            Self::NotConfirmed => "not-confirmed",
            Self::NotForUs => "not-for-us",
        }
    }
}
