// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Inspections (integrale controles): what is planned, who goes along on which power, and what each found.
//!
//! Findings are only ever added. Each has an identifier that was made for the form on the phone, so that what is sent twice counts once,
//! and what two phones kept while they were offline stands side by side.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    assessment::choices,
    strand::{StrandRefusal, StrandState, StrandStep},
};
use crate::{
    id::{FileId, FindingId, InspectionKindId, PartnerId, PersonId, Timestamp},
    sharing::terms::Shared,
};

/// What is planned for an inspection.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The kind, of the municipality's list; none where none was chosen.
    pub kind: Option<InspectionKindId>,
    /// The day; none as long as it is not set.
    pub on: Option<NaiveDate>,
    /// The addresses, in the order of the round. More of them are a series.
    pub addresses: Vec<String>,
    /// What everybody who goes along must know.
    pub briefing: String,
    /// Colleagues who go along, beside the one who sees to it.
    pub team: Vec<PersonId>,
}

/// A partner that goes along, on a power of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invited {
    /// Who.
    pub partner: PartnerId,
    /// The power on which it goes along.
    pub power: String,
    /// By which rules it gets to read the plan.
    pub shared: Shared,
    /// When it was invited.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
    /// When it was said that it does not go along after all.
    pub ended: Option<Timestamp>,
}

choices! {
    /// Whether possible victims were seen, and whether somebody spoke to them.
    #[derive(Default)]
    Victims {
        /// Nobody was seen.
        #[default]
        NotSeen = "not-seen",
        /// Somebody was seen, and nobody spoke to them.
        Seen = "seen",
        /// Somebody was seen and spoken to.
        Spoken = "spoken",
    }
}

/// What somebody found on the spot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Identifier, made for the form.
    pub id: FindingId,
    /// When it arrived.
    pub at: Timestamp,
    /// Who found it.
    pub by: PersonId,
    /// The partner for which they went along; none for the municipality.
    pub partner: Option<PartnerId>,
    /// At which address of the plan; empty where it has none.
    pub address: String,
    /// What.
    pub text: String,
    /// Whether possible victims were seen and spoken to.
    pub victims: Victims,
    /// Photos, sealed with the signal's key.
    pub photos: Vec<Photo>,
}

/// A photo that belongs to a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Photo {
    /// The file.
    pub file: FileId,
    /// Its size in bytes.
    pub size: u64,
}

/// An inspection from plan to follow-up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// The plan.
    pub plan: Plan,
    /// Partners that were invited, with those that do not go along after all.
    pub invited: Vec<Invited>,
    /// What was found, in the order of arrival.
    pub findings: Vec<Finding>,
}

impl Visit {
    /// Partners that go along.
    pub fn along(&self) -> impl Iterator<Item = &Invited> {
        self.invited.iter().filter(|invited| invited.ended.is_none())
    }

    /// Whether a partner goes along.
    pub fn goes_along(&self, partner: &PartnerId) -> bool {
        self.along().any(|invited| invited.partner == *partner)
    }

    /// A partner does not go along any more. That it could read the plan stays on record.
    pub(super) fn end_invitation(&mut self, partner: &PartnerId, at: Timestamp) {
        let theirs = self
            .invited
            .iter_mut()
            .filter(|invited| invited.partner == *partner && invited.ended.is_none());
        theirs.for_each(|invited| invited.ended = Some(at));
    }

    /// Changes the plan. Partners were invited to what stood there: whoever may read something else is invited again.
    fn change_plan(&mut self, plan: Plan, at: Timestamp) {
        if plan.briefing != self.plan.briefing || plan.addresses != self.plan.addresses {
            let invited: Vec<PartnerId> = self.along().map(|invited| invited.partner.clone()).collect();
            for partner in invited {
                self.end_invitation(&partner, at);
            }
        }
        self.plan = plan;
    }

    /// Takes a step of the inspection. What a phone sends late is not lost: a finding still comes in when the inspection is done.
    pub(super) fn step(
        &mut self,
        state: &StrandState,
        step: StrandStep,
        at: Timestamp,
    ) -> Result<(), StrandRefusal> {
        match (state, step) {
            (StrandState::UnderWay { .. }, StrandStep::Plan(plan)) => self.change_plan(*plan, at),
            (StrandState::UnderWay { .. }, StrandStep::Uninvite { partner }) => {
                self.end_invitation(&partner, at);
            }
            (StrandState::UnderWay { .. } | StrandState::Done { .. }, StrandStep::Find(finding)) => {
                if self.findings.iter().any(|known| known.id == finding.id) {
                    return Err(StrandRefusal::Known);
                }
                self.findings.push(*finding);
            }
            (_, StrandStep::Plan(_) | StrandStep::Uninvite { .. } | StrandStep::Find(_)) => {
                return Err(StrandRefusal::Ended);
            }
            _ => return Err(StrandRefusal::OtherKind),
        }
        Ok(())
    }
}
