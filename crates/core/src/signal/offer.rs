// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What can be done with a signal now, and why the rest can't be done yet.

use super::{
    Signal,
    act::{ActKind, Refusal},
    strand::StrandState,
};
use crate::configuration::Configuration;

/// Something that the screen offers, or greys with the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What.
    pub act: ActKind,
    /// Why not yet; none when it is possible.
    pub blocked: Option<Refusal>,
}

impl Signal {
    /// Everything that belongs to this stage of the route, with the reason beside what is not possible yet.
    pub fn offers(&self, configuration: &Configuration, in_meeting: bool) -> Vec<Offer> {
        self.kinds(configuration, in_meeting)
            .into_iter()
            .map(|act| Offer {
                blocked: self.guard(configuration, &act).err(),
                act,
            })
            .collect()
    }

    fn kinds(&self, configuration: &Configuration, in_meeting: bool) -> Vec<ActKind> {
        let mut kinds = vec![ActKind::DecideGate, ActKind::MoveOn];
        let outcomes = self.outcomes(configuration).iter();
        kinds.extend(outcomes.map(|outcome| ActKind::Decide {
            outcome: outcome.id.clone(),
            in_meeting,
        }));
        for strand in &self.strands {
            let steps: &[&'static str] = match strand.state {
                StrandState::Offered => &["accept", "refuse", "withdraw"],
                StrandState::UnderWay { .. } => &["finish", "withdraw"],
                StrandState::Refused { .. } | StrandState::Done { .. } | StrandState::Withdrawn { .. } => &[],
            };
            kinds.extend(steps.iter().map(|step| ActKind::StepStrand {
                strand: strand.id,
                step,
            }));
        }
        for (_, feedback) in self.feedback_due() {
            kinds.push(ActKind::GiveFeedback(feedback.id));
            kinds.push(ActKind::WithholdFeedback(feedback.id));
        }
        kinds.extend([
            ActKind::MarkAcute,
            ActKind::ReferToCare,
            ActKind::OfferHandOver,
            ActKind::AddNote,
            ActKind::Record,
            ActKind::SendBack,
            ActKind::Close,
        ]);
        kinds
    }
}
