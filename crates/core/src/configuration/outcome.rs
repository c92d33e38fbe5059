// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Outcomes that a body, or a person where the route says so, can choose.

use serde::{Deserialize, Serialize};

use super::text::Text;
use crate::id::{BodyId, OutcomeId, StepId};

/// An outcome (uitkomst).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// Short name.
    pub id: OutcomeId,
    /// What the button says.
    pub name: Text,
    /// What it does.
    pub kind: OutcomeKind,
    /// The step to which the signal goes: at once, or when the task or inspection is done. Where left out: back to this
    /// step after a task or inspection, to the step of the body after an escalation, else to the feedback step.
    pub then: Option<StepId>,
    /// The body to which an escalation goes.
    pub body: Option<BodyId>,
}

/// What an outcome does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OutcomeKind {
    /// Come back with more information: a task, after which the signal returns.
    MoreInformation,
    /// An inspection, after which the signal returns.
    Inspection,
    /// To another department of the municipality.
    OtherDepartment,
    /// To another body, when its entry conditions hold.
    Escalate,
    /// To one or more partners at once.
    HandOver,
    /// To the care coordinator.
    Care,
    /// An administrative, criminal, care or fiscal measure.
    Intervention,
    /// A case with partners, such as a RIEC case.
    Case,
    /// The suspicion is not confirmed.
    NotConfirmed,
    /// Closed, since other help was found.
    ClosedOtherHelp,
    /// Outside the municipality's task: referred.
    OutsideOurTask,
    /// No legal ground to go on.
    NoLegalGround,
}

impl OutcomeKind {
    /// Every kind, in the order of the reference.
    pub const ALL: [Self; 12] = [
        Self::MoreInformation,
        Self::Inspection,
        Self::OtherDepartment,
        Self::Escalate,
        Self::HandOver,
        Self::Care,
        Self::Intervention,
        Self::Case,
        Self::NotConfirmed,
        Self::ClosedOtherHelp,
        Self::OutsideOurTask,
        Self::NoLegalGround,
    ];

    /// The name in configuration and in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::MoreInformation => "more-information",
            Self::Inspection => "inspection",
            Self::OtherDepartment => "other-department",
            Self::Escalate => "escalate",
            Self::HandOver => "hand-over",
            Self::Care => "care",
            Self::Intervention => "intervention",
            Self::Case => "case",
            Self::NotConfirmed => "not-confirmed",
            Self::ClosedOtherHelp => "closed-other-help",
            Self::OutsideOurTask => "outside-our-task",
            Self::NoLegalGround => "no-legal-ground",
        }
    }

    /// Whether the signal waits for what this outcome starts, and then goes on.
    pub fn waits(self) -> bool {
        matches!(self, Self::MoreInformation | Self::Inspection)
    }
}
