// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The decision list (besluitenlijst): approved by the chair once the sitting is over. It cites numbers of signals, never content.

use serde::{Deserialize, Serialize};

use super::{Meeting, MeetingRefusal};
use crate::{
    configuration::body::Body,
    id::{PersonId, Timestamp},
    policy::Actor,
};

/// That the chair approved the decision list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: PersonId,
}

impl Meeting {
    /// Approves the decision list. Once is enough, and nothing changes in it after that.
    pub fn approve(mut self, at: Timestamp, by: PersonId) -> Result<Self, MeetingRefusal> {
        if !self.is_closed() {
            return Err(MeetingRefusal::NotClosed);
        }
        if self.approved.is_some() {
            return Err(MeetingRefusal::Approved);
        }
        self.approved = Some(Approval { at, by });
        Ok(self)
    }
}

/// Whether the actor takes the seat of the chair.
pub fn chairs(body: &Body, actor: &Actor) -> bool {
    let Some(chair) = body.seats.iter().find(|seat| seat.id == body.chair) else {
        return false;
    };
    actor
        .grants
        .iter()
        .any(|grant| chair.is_taken_by(grant, &body.id))
}
