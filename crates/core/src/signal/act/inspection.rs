// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What an inspection asks of the signal: that a partner may read the plan, that who goes along may see the matter, and work that follows.

use chrono::NaiveDate;

use super::{Hand, Refusal, record::bounded};
use crate::{
    calendar::dutch_date,
    id::{PartnerId, PartyId, PersonId, StrandId},
    sharing::{Category, terms::Terms},
    signal::{
        Signal,
        inspection::{Invited, Plan, Visit},
        strand::{Strand, StrandKind, StrandRefusal, StrandState},
    },
};

/// So many addresses at most: more is another round.
const MOST_ADDRESSES: usize = 40;

impl Signal {
    /// Nobody goes along who stays out of the signal, and the plan keeps within bounds.
    pub(super) fn check_plan(&self, plan: &Plan, hand: &Hand<'_>) -> Result<(), Refusal> {
        for person in &plan.team {
            self.lets_in(*person)?;
        }
        let known = |id| hand.configuration.inspection(id).is_some();
        if !plan.kind.as_ref().is_none_or(known) {
            return Err(Refusal::Missing("kind"));
        }
        if plan.addresses.len() > MOST_ADDRESSES {
            return Err(Refusal::TooLong("addresses"));
        }
        bounded(&plan.addresses.join("\n"), "addresses")?;
        bounded(&plan.briefing, "briefing")
    }

    /// Invites a partner. What it gets to read is shared with it: no rule, no invitation.
    pub(super) fn invite_along(
        mut self,
        id: StrandId,
        (partner, power): (PartnerId, String),
        mut terms: Terms,
        hand: &Hand<'_>,
    ) -> Result<Self, Refusal> {
        if hand.configuration.partner(&partner).is_none() {
            return Err(Refusal::Missing("partner"));
        }
        terms.categories.insert(Category::Location);
        let to = PartyId::from(partner.as_str());
        let shared = self.may_hand_over(hand.configuration, &to, terms, false)?;
        if self.open_strands().all(|strand| strand.id != id) {
            return Err(StrandRefusal::Ended.into());
        }
        let visit = self.visit(id)?;
        visit.end_invitation(&partner, hand.now);
        visit.invited.push(Invited {
            partner,
            power,
            shared,
            at: hand.now,
            by: hand.by,
            ended: None,
        });
        Ok(self)
    }

    /// Starts what must be done after an inspection, as a task of its own.
    pub(super) fn follow_up(
        mut self,
        id: StrandId,
        (what, assignee, due): (String, PersonId, NaiveDate),
        hand: &Hand<'_>,
    ) -> Result<Self, Refusal> {
        self.visit(id)?;
        self.lets_in(assignee)?;
        if due < dutch_date(hand.now) {
            return Err(Refusal::Missing("due"));
        }
        let mut strands = self.strands.iter();
        let decision = strands
            .find(|strand| strand.id == id)
            .and_then(|held| held.decision);
        self.strands.push(Strand {
            id: StrandId(hand.minter.mint()),
            kind: StrandKind::Task { what, assignee },
            decision,
            at: hand.now,
            by: hand.by,
            due,
            shared: None,
            answered: None,
            state: StrandState::UnderWay {
                since: hand.now,
                reference: String::new(),
            },
        });
        Ok(self)
    }

    fn visit(&mut self, id: StrandId) -> Result<&mut Visit, Refusal> {
        let mut strands = self.strands.iter_mut();
        let held = strands.find(|strand| strand.id == id);
        match held.map(|strand| &mut strand.kind) {
            Some(StrandKind::Inspection { visit, .. }) => Ok(visit),
            Some(_) | None => Err(StrandRefusal::OtherKind.into()),
        }
    }
}
