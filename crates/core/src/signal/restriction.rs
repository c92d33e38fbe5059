// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Restriction of use (AVG art. 18): what a signal holds is stored and not used, except to protect somebody.

use serde::{Deserialize, Serialize};

use super::{Signal, act::ActKind};
use crate::id::{ClaimId, PersonId, Timestamp};

/// That the use of a signal was restricted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restriction {
    /// The request that it was restricted for.
    pub claim: ClaimId,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
    /// Why.
    pub reason: String,
    /// When it was lifted again.
    pub lifted: Option<Timestamp>,
}

impl Signal {
    /// Whether its use is restricted now.
    pub fn is_restricted(&self) -> bool {
        self.restrictions
            .iter()
            .any(|restriction| restriction.lifted.is_none())
    }
}

/// Whether an act uses what a signal holds. Not: protecting somebody (acute, care), taking back what left, ending or withdrawing what
/// runs, and saying that nothing is said to a reporter.
pub(super) fn uses(act: &ActKind) -> bool {
    match act {
        ActKind::MarkAcute
        | ActKind::ReferToCare
        | ActKind::WithdrawPack
        | ActKind::Recuse(_)
        | ActKind::Readmit
        | ActKind::WithholdFeedback(_)
        | ActKind::StepStrand {
            step:
                "accept" | "refuse" | "finish" | "withdraw" | "number" | "note" | "find" | "consent" | "reflect"
                | "consider" | "uninvite",
            ..
        }
        | ActKind::StepQuery {
            step: "withdraw" | "end",
            ..
        } => false,
        ActKind::MoveOn
        | ActKind::DecideGate
        | ActKind::Decide { .. }
        | ActKind::GiveFeedback(_)
        | ActKind::SendBack
        | ActKind::Close
        | ActKind::AddNote
        | ActKind::AskSource
        | ActKind::StepQuery { .. }
        | ActKind::StepStrand { .. }
        | ActKind::OfferHandOver
        | ActKind::Release
        | ActKind::Reply
        | ActKind::Record => true,
    }
}
