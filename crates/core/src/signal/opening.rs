// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Emergency openings (noodtoegang): somebody reads one signal that is not theirs, for a short time, and answers for it.
//!
//! What is opened: observations, assessment, what and whom it is about, and what was set out. Never who reported, the reports
//! themselves, enrichment, or care.

use serde::{Deserialize, Serialize};

use super::Signal;
use crate::id::{OpeningId, PersonId, Timestamp};

/// That somebody opened the signal in an emergency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// Identifier.
    pub id: OpeningId,
    /// Who.
    pub person: PersonId,
    /// When.
    pub at: Timestamp,
    /// Until when.
    pub until: Timestamp,
    /// Why it could not wait.
    pub reason: String,
    /// What the privacy officer said of it.
    pub judgement: Option<Judgement>,
}

/// What the privacy officer said of an emergency opening.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
    /// Whether there was reason enough.
    pub justified: bool,
    /// Why, in words.
    pub words: String,
}

impl Opening {
    /// Whether it is open at a moment. One that was found without reason ends at once.
    pub fn is_open(&self, now: Timestamp) -> bool {
        let stands = self
            .judgement
            .as_ref()
            .is_none_or(|judgement| judgement.justified);
        stands && self.at <= now && now < self.until
    }
}

impl Signal {
    /// The opening by which somebody reads the signal at a moment.
    pub fn opening_of(&self, person: PersonId, now: Timestamp) -> Option<&Opening> {
        self.openings
            .iter()
            .find(|opening| opening.person == person && opening.is_open(now))
    }

    /// Openings that nobody has judged yet.
    pub fn unjudged(&self) -> impl Iterator<Item = &Opening> {
        self.openings.iter().filter(|opening| opening.judgement.is_none())
    }
}
