// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Rights that come from somebody's part in a signal: a task, a seat, an invitation, a hand-over.

use super::{Actor, Grant, Right, Role};
use crate::{
    configuration::route::StepKind,
    id::PartnerId,
    meeting::Meeting,
    sharing::pack::{Pack, PackState},
    signal::{
        Signal,
        strand::{Strand, StrandKind, StrandState},
    },
};

/// Whether the actor's part in the signal, or in one strand of it, grants the right.
pub(super) fn part_grants(actor: &Actor, signal: &Signal, strand: Option<&Strand>, right: Right) -> bool {
    match right {
        Right::Enrich => enriches(actor, signal),
        Right::ReadSignal | Right::MarkAcute | Right::ReferToCare => reads_whole(actor, signal),
        Right::Decide => sits_where_it_is(actor, signal),
        Right::ReadStrand | Right::StepStrand => strand.is_some_and(|strand| has_strand(actor, strand)),
        Right::ReadReports
        | Right::TakeIn
        | Right::SendMail
        | Right::TypeReport
        | Right::ReportOwn
        | Right::AskAdvice
        | Right::GiveAdvice
        | Right::TriageReports
        | Right::OpenReporter
        | Right::ReadOwnReports
        | Right::AnswerQuestion
        | Right::WorkSignal
        | Right::DecideGate
        | Right::GiveFeedback
        | Right::CloseSignal
        | Right::ReadMeeting
        | Right::RunMeeting
        | Right::Search
        | Right::ReadJournal
        | Right::KeepDpia
        | Right::ReviewLooks
        | Right::HandleClaims
        | Right::BreakGlass
        | Right::ReadUnderGlass
        | Right::ReadFigures
        | Right::KeepFigures
        | Right::ReadPlan
        | Right::KeepPlan
        | Right::ManagePeople
        | Right::ManageConfiguration
        | Right::ReadRetention
        | Right::HoldBack
        | Right::ApproveDisposal
        | Right::AuthoriseDisposal
        | Right::Dispose
        | Right::ExportArchive
        | Right::ReadBrought
        | Right::AnswerBrought
        | Right::OwnAccount => false,
    }
}

/// Whether somebody with a role can have a part in something that grants the right. Figures and accounts are apart from content.
pub(super) fn part_is_conceivable(grant: &Grant, right: Right) -> bool {
    let role = grant.role;
    // Who sits for a partner gets what is brought to them, and no signal.
    let for_partner = grant.partner.is_some();
    let without_content = matches!(
        role,
        Role::Official
            | Role::Board
            | Role::Administrator
            | Role::RegionalAnalyst
            | Role::Archivist
            | Role::Intake
            | Role::Sender
            | Role::Disposer
    );
    match right {
        Right::ReadSignal | Right::MarkAcute | Right::ReferToCare => {
            matches!(role, Role::Enricher | Role::BodyMember | Role::Guest) && !for_partner
        }
        Right::Enrich => role == Role::Enricher,
        // Who sits for a partner reads and answers at the table.
        Right::ReadBrought | Right::AnswerBrought => role == Role::BodyMember && for_partner,
        Right::Decide => role == Role::BodyMember && !for_partner,
        // A guest reads the meeting to which they are invited, with their own items only.
        Right::ReadMeeting => matches!(role, Role::BodyMember | Role::Guest),
        // Whoever asked reads and goes on with their own question.
        Right::GiveAdvice => super::rules::grants(role, Right::AskAdvice),
        Right::ReadOwnReports => super::rules::grants(role, Right::ReportOwn),
        Right::AnswerQuestion => role == Role::ChainPartner,
        Right::ReadStrand | Right::StepStrand => !without_content,
        Right::ReadUnderGlass => super::rules::grants(role, Right::BreakGlass),
        _ => false,
    }
}

fn reads_whole(actor: &Actor, signal: &Signal) -> bool {
    enriches(actor, signal)
        || sits_where_it_is(actor, signal)
        || decided_on_it(actor, signal)
        || is_invited(actor, signal)
}

/// An enricher reads what stands at an enrichment step now.
fn enriches(actor: &Actor, signal: &Signal) -> bool {
    actor.has(Role::Enricher) && signal.stage.is_at(StepKind::Enrich)
}

/// A member reads what lies before their body now; one who sits there for a partner gets what is brought to them.
fn sits_where_it_is(actor: &Actor, signal: &Signal) -> bool {
    signal.stage.body().is_some_and(|body| actor.sits_for_us_in(body))
}

/// A member keeps reading what their body decided on, as long as the signal is open.
fn decided_on_it(actor: &Actor, signal: &Signal) -> bool {
    !signal.stage.is_closed()
        && signal.decisions.iter().any(|decision| {
            decision
                .body
                .as_ref()
                .is_some_and(|body| actor.sits_for_us_in(body))
        })
}

/// A guest reads the signals to which they are invited, until the end of the day of the sitting.
fn is_invited(actor: &Actor, signal: &Signal) -> bool {
    let Some(person) = actor.person else { return false };
    actor.has(Role::Guest)
        && !signal.stage.is_closed()
        && signal
            .invitations
            .iter()
            .any(|i| i.guest == person && i.on >= actor.today)
}

/// Who sits at a table for a partner reads what was brought to it there: as long as they are there, and the sitting lasts.
pub(super) fn at_the_table(actor: &Actor, pack: &Pack, meeting: &Meeting) -> bool {
    let there = actor.person.is_some_and(|person| meeting.is_present(person));
    there
        && meeting.is_open()
        && pack.meeting == Some(meeting.id)
        && pack.state(actor.today) == PackState::Open
        && actor.sits_for(&meeting.body, &pack.to)
}

/// Who got a strand has it until it is taken back: what went to the wrong one must not stay with them.
pub(super) fn has_strand(actor: &Actor, strand: &Strand) -> bool {
    if matches!(strand.state, StrandState::Withdrawn { .. }) {
        return false;
    }
    let mine = strand.kind.doers().any(|doer| actor.person == Some(doer));
    // Care is a compartment of its own: the care coordinator answers for the partner.
    if matches!(strand.kind, StrandKind::Care { .. }) {
        return mine || actor.has(Role::CareCoordinator);
    }
    // A partner that goes along to an inspection has it as long as that runs.
    let along = |partner: &PartnerId| match &strand.kind {
        StrandKind::Inspection { visit, .. } => strand.is_open() && visit.goes_along(partner),
        _ => false,
    };
    let ours = actor
        .partners()
        .any(|own| strand.kind.partner() == Some(own) || along(own));
    mine || ours
}
