// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Standing bodies (overleggen).

use serde::{Deserialize, Serialize};

use super::{outcome::Outcome, text::Text};
use crate::{
    calendar::rhythm::Rhythm,
    id::{BodyId, ConditionId, OutcomeId, PartnerId},
    policy::role::Role,
};

/// A standing body, such as the signalenoverleg.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// Short name.
    pub id: BodyId,
    /// Name on screens.
    pub name: Text,
    /// How often it meets.
    pub rhythm: Rhythm,
    /// Only the municipality's own people sit in it; anybody else comes as a logged guest.
    pub internal: bool,
    /// The seat that leads it.
    pub chair: String,
    /// How many members must be there to decide; none where that does not matter.
    pub quorum: Option<u8>,
    /// Who sits in it.
    #[serde(rename = "seat")]
    pub seats: Vec<Seat>,
    /// What must hold before a signal is brought in. Asked, answered and recorded each time.
    #[serde(rename = "condition", default)]
    pub conditions: Vec<Condition>,
    /// What it can decide, in the order of the keys on the screen.
    #[serde(rename = "outcome")]
    pub outcomes: Vec<Outcome>,
}

impl Body {
    /// The outcome with this identifier.
    pub fn outcome(&self, id: &OutcomeId) -> Option<&Outcome> {
        self.outcomes.iter().find(|outcome| outcome.id == *id)
    }
}

/// A seat in a body: a role of the municipality or a partner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seat {
    /// Short name.
    pub id: String,
    /// Who it is for, such as "Teamleider toezicht en handhaving".
    pub title: Text,
    /// The role in this program that takes the seat.
    pub role: Option<Role>,
    /// The partner that takes the seat.
    pub partner: Option<PartnerId>,
}

/// An entry condition of a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// Short name.
    pub id: ConditionId,
    /// The question that is asked; the answer must be yes, with a reason.
    pub question: Text,
}
