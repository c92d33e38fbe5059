// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Conflict of interest (belangenverstrengeling): somebody who is concerned in a matter sees nothing of its signal, whatever their
//! roles say. Policy asks this of every signal, so it holds for pages, lists, search, paper and mail alike.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    Invitation, Signal,
    act::{Hand, Refusal, words},
};
use crate::{
    id::{MeetingId, PersonId, Timestamp},
    sharing::pack::Pack,
};

/// That somebody stays out of a signal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recusal {
    /// Who.
    pub person: PersonId,
    /// In what way they are concerned.
    pub reason: String,
    /// When that was said.
    pub at: Timestamp,
    /// Who said it: they themselves, or who works on the signal.
    pub by: PersonId,
    /// That they need not stay out any more.
    pub ended: Option<Ended>,
}

/// That somebody need not stay out any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    /// Why.
    pub reason: String,
    /// When that was said.
    pub at: Timestamp,
    /// Who said it.
    pub by: PersonId,
}

impl Signal {
    /// Whether somebody stays out of it.
    pub fn keeps_out(&self, person: PersonId) -> bool {
        self.kept_out().any(|out| out.person == person)
    }

    /// Who stays out of it.
    pub fn kept_out(&self) -> impl Iterator<Item = &Recusal> {
        self.recusals.iter().filter(|recusal| recusal.ended.is_none())
    }

    /// Keeps somebody out. What is in their hands must be in those of somebody else first: nobody would see to it.
    pub(super) fn recuse(
        mut self,
        person: PersonId,
        reason: String,
        hand: &Hand<'_>,
    ) -> Result<Self, Refusal> {
        let reason = words(reason, "reason")?;
        let holds = self.owner == person
            || self
                .open_strands()
                .any(|strand| strand.kind.doers().any(|doer| doer == person));
        if holds {
            return Err(Refusal::StillHolds);
        }
        if self.keeps_out(person) {
            return Err(Refusal::KeptOut);
        }
        self.recusals.push(Recusal {
            person,
            reason,
            at: hand.now,
            by: hand.by,
            ended: None,
        });
        Ok(self)
    }

    /// Lets somebody in again.
    pub(super) fn readmit(
        mut self,
        person: PersonId,
        reason: String,
        hand: &Hand<'_>,
    ) -> Result<Self, Refusal> {
        let reason = words(reason, "reason")?;
        let mut out = self.recusals.iter_mut();
        let recusal = out
            .find(|recusal| recusal.person == person && recusal.ended.is_none())
            .ok_or(Refusal::Missing("person"))?;
        recusal.ended = Some(Ended {
            reason,
            at: hand.now,
            by: hand.by,
        });
        Ok(self)
    }

    /// Moves what is for a sitting to another day, or ends it where that is not held: the invitations of guests, and what was brought
    /// to partners. None where there is nothing.
    pub(crate) fn rescheduled(mut self, meeting: MeetingId, on: Option<NaiveDate>) -> Option<Self> {
        let here = |invitation: &Invitation| invitation.meeting == meeting;
        let brought = |pack: &Pack| pack.meeting == Some(meeting) && pack.withdrawn.is_none();
        if !self.invitations.iter().any(here) && !self.packs.iter().any(brought) {
            return None;
        }
        let packs = self.packs.iter_mut().filter(|pack| brought(pack));
        if let Some(on) = on {
            packs.for_each(|pack| pack.expires_on = on);
            let mine = self.invitations.iter_mut().filter(|invitation| here(invitation));
            mine.for_each(|invitation| invitation.on = on);
        } else {
            // It stays on record what was released; nobody can read it any more.
            packs.for_each(|pack| pack.meeting = None);
            self.invitations.retain(|invitation| !here(invitation));
        }
        Some(self)
    }
}
