// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The route: steps, gates, forks and the acute branch.

use serde::{Deserialize, Serialize};

use super::{
    deadline::Deadline,
    fact::{Facts, When},
    outcome::Outcome,
    text::Text,
};
use crate::{
    calendar::Period,
    id::{BodyId, GateId, OutcomeId, PartnerId, StepId},
    policy::role::Role,
};

/// The way of a signal through the municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// Number of this version; a new one must be higher.
    pub version: u32,
    /// After how long without any movement a signal shows up red, where no deadline is set.
    pub attention_after: Period,
    /// Steps, in the order of the strip on the screen. The first is where reports come in.
    pub steps: Vec<Step>,
    /// Decisions that stand before a step.
    pub gates: Vec<Gate>,
    /// Other ways, on facts.
    pub forks: Vec<Fork>,
    /// The fast lane.
    pub acute: Acute,
    /// To whom care is referred, without waiting for any decision.
    pub care_partner: PartnerId,
}

impl Route {
    /// The step with this identifier.
    pub fn step(&self, id: &StepId) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == *id)
    }

    /// The step that carried this identifier, now or in an earlier version.
    pub fn step_or_successor(&self, id: &StepId) -> Option<&Step> {
        self.step(id)
            .or_else(|| self.steps.iter().find(|step| step.formerly.contains(id)))
    }

    /// The gate with this identifier.
    pub fn gate(&self, id: &GateId) -> Option<&Gate> {
        self.gates.iter().find(|gate| gate.id == *id)
    }

    /// The first step of the first kind, such as the feedback step.
    pub fn first_of(&self, kind: StepKind) -> Option<&Step> {
        self.steps.iter().find(|step| step.kind == kind)
    }

    /// The step at which a body decides.
    pub fn step_of(&self, body: &BodyId) -> Option<&Step> {
        self.steps.iter().find(|step| step.body.as_ref() == Some(body))
    }

    /// Where a signal goes when it is done at a step: the first fork that holds, else the step's own next.
    pub fn after(&self, step: &Step, facts: &Facts) -> Option<&Step> {
        let fork = self
            .forks
            .iter()
            .find(|fork| fork.after == step.id && fork.when.holds(facts));
        self.step(fork.map(|fork| &fork.to).or(step.next.as_ref())?)
    }
}

/// A step of the route.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Short name.
    pub id: StepId,
    /// Name on screens.
    pub name: Text,
    /// What happens at it.
    pub kind: StepKind,
    /// The role that has to move it. At a body the one who prepares the sitting.
    pub owner: Role,
    /// The step that follows. Left out at steps where a decision says where it goes, and at feedback.
    pub next: Option<StepId>,
    /// The body that decides, at a step of kind `body`.
    pub body: Option<BodyId>,
    /// The gate that must be decided before the work of this step.
    pub gate: Option<GateId>,
    /// By when it must be done; where left out, the sitting of the body or the time of attention counts.
    #[serde(default)]
    pub deadline: Vec<Deadline>,
    /// What can be decided, at a step of kind `decide`.
    #[serde(rename = "outcome", default)]
    pub outcomes: Vec<Outcome>,
    /// Identifiers that this step had in earlier versions.
    #[serde(default)]
    pub formerly: Vec<StepId>,
}

impl Step {
    /// The outcome with this identifier that a person can choose here.
    pub fn outcome(&self, id: &OutcomeId) -> Option<&Outcome> {
        self.outcomes.iter().find(|outcome| outcome.id == *id)
    }
}

/// What happens at a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepKind {
    /// Reports come in and are triaged.
    Report,
    /// A signal is written up: observation, assessment, subjects.
    Register,
    /// Sources are asked.
    Enrich,
    /// A body decides in a sitting.
    Body,
    /// A person decides.
    Decide,
    /// The reporter hears back and the signal closes.
    Feedback,
}

/// A decision that stands before the work of a step (poort).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gate {
    /// Short name.
    pub id: GateId,
    /// The question that is decided.
    pub question: Text,
    /// The role that decides it.
    pub decided_by: Role,
    /// The step to which the signal goes when the answer is no.
    pub refused: StepId,
}

/// Another way after a step, on a fact (splitsing).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fork {
    /// The step after which it counts.
    pub after: StepId,
    /// When it counts.
    pub when: When,
    /// Where the signal goes.
    pub to: StepId,
}

/// The fast lane for acute danger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acute {
    /// Who gets it at once.
    pub partner: PartnerId,
    /// The step at which the signal goes on; where left out it stays where it is.
    pub then: Option<StepId>,
}
