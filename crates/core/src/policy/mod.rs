// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Policy: who may do what. One table of rules that a privacy officer can read; deny beats grant.
//!
//! A [`Permit`] is the proof that policy allowed an act. It can't be made anywhere else, and nothing changes without one.

mod decision;
pub mod role;
mod rules;
mod signal;

use std::collections::BTreeSet;

pub use self::{
    decision::{Decision, RULES},
    role::{Actor, Grant, Role},
    rules::Right,
};
use crate::{
    consult::Consult,
    id::{BodyId, MunicipalityId, Timestamp},
    meeting::Meeting,
    processing::{self, DataSubject},
    report::Report,
    sharing::pack::Pack,
    signal::{Signal, strand::Strand},
};

/// What an act is about.
#[derive(Clone, Copy, Debug)]
pub enum Object<'a> {
    /// The municipality as a whole, such as its list of reports.
    Municipality(&'a MunicipalityId),
    /// A report.
    Report(&'a Report),
    /// What an organisation was asked about a report, and nothing else of that report.
    Question(&'a Report),
    /// A signal.
    Signal(&'a Signal),
    /// A strand of a signal.
    Strand(&'a Signal, &'a Strand),
    /// A signal as it is opened in an emergency at a moment.
    Opened(&'a Signal, Timestamp),
    /// A question to the contact officer.
    Consult(&'a Consult),
    /// What of a signal was brought to a partner at a sitting.
    Brought(&'a Signal, &'a Pack, &'a Meeting),
    /// A body.
    Body(&'a MunicipalityId, &'a BodyId),
}

impl Object<'_> {
    /// Whose data it holds, as far as that is known.
    fn subjects(&self) -> BTreeSet<DataSubject> {
        match self {
            Self::Signal(signal)
            | Self::Strand(signal, _)
            | Self::Opened(signal, _)
            | Self::Brought(signal, ..) => processing::in_signal(signal),
            Self::Municipality(_)
            | Self::Report(_)
            | Self::Question(_)
            | Self::Consult(_)
            | Self::Body(..) => BTreeSet::new(),
        }
    }

    /// Whether the actor is concerned in the matter, and stays out of it whatever else they are.
    fn keeps_out(&self, actor: &Actor) -> bool {
        match self {
            Self::Signal(signal)
            | Self::Strand(signal, _)
            | Self::Opened(signal, _)
            | Self::Brought(signal, ..) => actor.person.is_some_and(|person| signal.keeps_out(person)),
            Self::Municipality(_)
            | Self::Report(_)
            | Self::Question(_)
            | Self::Consult(_)
            | Self::Body(..) => false,
        }
    }

    fn municipality(&self) -> &MunicipalityId {
        match self {
            Self::Municipality(municipality) | Self::Body(municipality, _) => municipality,
            Self::Report(report) | Self::Question(report) => &report.municipality,
            Self::Consult(consult) => &consult.municipality,
            Self::Signal(signal)
            | Self::Strand(signal, _)
            | Self::Opened(signal, _)
            | Self::Brought(signal, ..) => &signal.municipality,
        }
    }
}

/// The proof that policy allowed an act. What is stored or read with it leaves a record of the decision.
#[derive(Clone, Debug)]
#[must_use = "a question is asked by would_permit"]
pub struct Permit {
    actor: Actor,
    right: Right,
    /// What policy decided; none where it was not asked.
    decision: Option<Decision>,
    /// Whose data the permit is about.
    subjects: BTreeSet<DataSubject>,
}

impl Permit {
    /// Who may act.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// What policy decided; none where it was not asked.
    pub fn decision(&self) -> Option<&Decision> {
        self.decision.as_ref()
    }

    /// Whose data it is about.
    pub fn subjects(&self) -> &BTreeSet<DataSubject> {
        &self.subjects
    }

    /// What the permit is for.
    pub fn right(&self) -> Right {
        self.right
    }
}

/// Policy does not allow the act. Says nothing about whether the object exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not allowed: {}", .0.as_str())]
pub struct Denied(pub Right);

/// Asks policy for a permit. That is the one place where is decided.
pub fn permit(actor: &Actor, right: Right, object: Object<'_>) -> Result<Permit, Denied> {
    if would_permit(actor, right, object) {
        Ok(Permit {
            actor: actor.clone(),
            right,
            decision: Some(Decision::allowed(right, object)),
            subjects: object.subjects(),
        })
    } else {
        Err(Denied(right))
    }
}

/// Whether policy would give a permit: for what is shown, left out or greyed. It is no decision about an act, and leaves no record.
pub fn would_permit(actor: &Actor, right: Right, object: Object<'_>) -> bool {
    if actor.municipality != *object.municipality() || rules::denies(actor, right) || object.keeps_out(actor)
    {
        return false;
    }
    let by_role = actor.grants.iter().any(|grant| rules::grants(grant.role, right));
    let by_part = match object {
        Object::Signal(held) => signal::part_grants(actor, held, None, right),
        Object::Strand(held, strand) => signal::part_grants(actor, held, Some(strand), right),
        Object::Opened(held, now) => right == Right::ReadUnderGlass && opened(actor, held, now),
        Object::Report(report) => own_report(actor, report, right),
        Object::Question(report) => {
            right == Right::AnswerQuestion
                && report
                    .asked_partners()
                    .any(|asked| actor.partners().any(|own| own == asked))
        }
        // The asker has a part in the talk about their own question.
        Object::Consult(consult) => right == Right::GiveAdvice && actor.person == Some(consult.asker),
        Object::Brought(_, pack, meeting) => {
            matches!(right, Right::ReadBrought | Right::AnswerBrought)
                && signal::at_the_table(actor, pack, meeting)
        }
        Object::Body(_, body) => actor.sits_in(body) && right == Right::ReadMeeting,
        Object::Municipality(_) => false,
    };
    by_role || by_part
}

/// Whether a role grants a right on everything in its municipality: for checking that a route names nobody who can't act.
pub fn role_grants(role: Role, right: Right) -> bool {
    rules::grants(role, right)
}

/// Whether an actor's roles could give them a right on something. For menus and doors: what lies behind asks [`permit`].
pub fn is_conceivable(actor: &Actor, right: Right) -> bool {
    let conceivable =
        |grant: &Grant| rules::grants(grant.role, right) || signal::part_is_conceivable(grant, right);
    actor.grants.iter().any(conceivable) && !rules::denies(actor, right)
}

/// Whether a strand is the actor's own: theirs to do, offered to their organisation, or care for a care coordinator.
pub fn has_strand(actor: &Actor, strand: &Strand) -> bool {
    signal::has_strand(actor, strand)
}

/// The permit of the program itself, for what no role has: loading a configuration from the command line, signing in, a code of words. The name says that policy was not asked.
pub fn unsafe_permit_without_policy(actor: Actor, right: Right) -> Permit {
    Permit {
        actor,
        right,
        decision: None,
        subjects: BTreeSet::new(),
    }
}

/// Who opened a signal in an emergency reads it until the time is over, as long as they still hold a role with which they could.
fn opened(actor: &Actor, signal: &Signal, now: Timestamp) -> bool {
    let may_still = actor
        .grants
        .iter()
        .any(|grant| rules::grants(grant.role, Right::BreakGlass));
    let holds = |person| signal.opening_of(person, now).is_some();
    may_still && actor.person.is_some_and(holds)
}

/// A chain partner sees how their organisation's own reports stand; whoever reported by the form for their role, their own.
fn own_report(actor: &Actor, report: &Report, right: Right) -> bool {
    let ours = || {
        let mut partners = actor.partners();
        report.partner.is_some() && partners.any(|partner| report.partner.as_ref() == Some(partner))
    };
    let mine = || {
        let reports = actor
            .grants
            .iter()
            .any(|grant| rules::grants(grant.role, Right::ReportOwn));
        reports && actor.person.is_some() && report.account() == actor.person
    };
    right == Right::ReadOwnReports && (ours() || mine())
}
