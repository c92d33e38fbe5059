// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Which right an act on a signal needs. Pages ask the same function before they show a button.

use crate::{
    configuration::Configuration,
    configuration::route::StepKind,
    policy::{self, Actor, Denied, Object, Permit, Right},
    signal::{Signal, act::ActKind, stage::Stage, strand::StrandKind},
};

/// Asks policy for an act of this kind on a signal.
pub fn permitted(
    actor: &Actor,
    signal: &Signal,
    configuration: &Configuration,
    kind: &ActKind,
) -> Result<Permit, Denied> {
    let right = right(signal, kind);
    if let ActKind::StepStrand { strand, step } = kind {
        // Taking back, planning and reading the answer are the municipality's own; answering and finishing are for who got it, too.
        let held = signal
            .strands
            .iter()
            .find(|s| s.id == *strand)
            .ok_or(Denied(right))?;
        return match *step {
            "withdraw" | "number" | "note" | "plan" | "invite" | "uninvite" | "follow-up" => {
                policy::permit(actor, Right::WorkSignal, Object::Signal(signal))
            }
            // A partner that goes along tells what it finds; the inspection is the municipality's.
            other if other != "find" && goes_along(actor, &held.kind) => {
                policy::permit(actor, Right::WorkSignal, Object::Signal(signal))
            }
            _ => policy::permit(actor, right, Object::Strand(signal, held)),
        };
    }
    // Everybody who reads a signal may say that they are concerned themselves.
    if matches!(kind, ActKind::Recuse(person) if actor.person == Some(*person)) {
        return policy::permit(actor, Right::ReadSignal, Object::Signal(signal));
    }
    let permit = policy::permit(actor, right, Object::Signal(signal))?;
    let decided_by = match kind {
        ActKind::DecideGate => signal.open_gate(configuration).map(|gate| gate.decided_by),
        ActKind::StepQuery {
            query,
            step: "decide",
        } => signal
            .query(*query)
            .map(|query| configuration.decides_on(&query.register)),
        // In a sitting the body decides; elsewhere the role that the route names.
        ActKind::Decide {
            in_meeting: false, ..
        } => signal
            .current_step(configuration)
            .ok()
            .filter(|step| step.kind == StepKind::Decide)
            .map(|step| step.owner),
        _ => None,
    };
    match decided_by {
        Some(role) if !actor.has(role) => Err(Denied(right)),
        _ => Ok(permit),
    }
}

/// Whether somebody has an inspection only since they go along.
fn goes_along(actor: &Actor, kind: &StrandKind) -> bool {
    let does = kind.doers().any(|doer| actor.person == Some(doer));
    matches!(kind, StrandKind::Inspection { .. }) && !does
}

fn right(signal: &Signal, kind: &ActKind) -> Right {
    let enriching = matches!(
        &signal.stage,
        Stage::AtStep {
            kind: StepKind::Enrich,
            ..
        }
    );
    match kind {
        ActKind::MoveOn if enriching => Right::Enrich,
        ActKind::MoveOn
        | ActKind::OfferHandOver
        | ActKind::Record
        | ActKind::Reply
        | ActKind::Recuse(_)
        | ActKind::Readmit
        | ActKind::Release
        | ActKind::WithdrawPack => Right::WorkSignal,
        ActKind::AddNote
        | ActKind::AskSource
        | ActKind::StepQuery {
            step: "withdraw" | "look" | "read" | "end",
            ..
        } => Right::Enrich,
        ActKind::DecideGate | ActKind::StepQuery { .. } => Right::DecideGate,
        ActKind::Decide { .. } => Right::Decide,
        ActKind::StepStrand { .. } => Right::StepStrand,
        ActKind::MarkAcute => Right::MarkAcute,
        ActKind::ReferToCare => Right::ReferToCare,
        ActKind::GiveFeedback(_) | ActKind::WithholdFeedback(_) => Right::GiveFeedback,
        ActKind::SendBack | ActKind::Close => Right::CloseSignal,
    }
}
