// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Strands (sporen): what runs beside the main line of a signal, each to its own end.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    care::{CareFile, CareStep},
    inspection::{Finding, Plan, Visit},
};
use crate::{
    id::{DecisionId, DepartmentId, PartnerId, PersonId, StrandId, Timestamp},
    sharing::terms::{Shared, Terms},
};

/// Something that runs beside the main line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Strand {
    /// Identifier.
    pub id: StrandId,
    /// What it is.
    pub kind: StrandKind,
    /// The decision that started it; none for acute hand-overs and care from the first screen.
    pub decision: Option<DecisionId>,
    /// When it started.
    pub at: Timestamp,
    /// Who started it.
    pub by: PersonId,
    /// By when something must be heard of it.
    pub due: NaiveDate,
    /// By which rules its words were handed over; none for what stays inside, and for what is older than the sharing matrix.
    #[serde(default)]
    pub shared: Option<Shared>,
    /// Since when there is an answer of the receiver that nobody at the desk has read.
    #[serde(default)]
    pub answered: Option<Timestamp>,
    /// How it stands.
    pub state: StrandState,
}

/// What a strand is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum StrandKind {
    /// Somebody finds something out (actie).
    Task {
        /// What.
        what: String,
        /// Who.
        assignee: PersonId,
    },
    /// A visit under an administrative power.
    Inspection {
        /// The administrative power on which it rests.
        power: String,
        /// The purpose of the municipality's own (Awb 3:3).
        purpose: String,
        /// Who sees to it.
        assignee: PersonId,
        /// What is planned, who goes along and what was found.
        #[serde(default)]
        visit: Box<Visit>,
    },
    /// A hand-over to a partner (overdracht).
    HandOver {
        /// To whom.
        partner: PartnerId,
        /// What is handed over.
        what: String,
        /// On which ground.
        ground: String,
        /// Whether it went by the fast lane.
        acute: bool,
    },
    /// A hand-over to another department.
    OtherDepartment {
        /// To which.
        department: DepartmentId,
        /// What is asked of it.
        what: String,
        /// What the desk wants to hear of it; empty where nothing.
        #[serde(default)]
        returns: String,
    },
    /// A referral to the care coordinator. Says that care was asked, never what care.
    Care {
        /// The partner that coordinates care.
        partner: PartnerId,
        /// What the care coordinator must know to begin.
        what: String,
        /// What was agreed and when; never what care.
        #[serde(default)]
        file: Box<CareFile>,
    },
    /// A measure.
    Intervention {
        /// In which field.
        field: InterventionField,
        /// What.
        what: String,
        /// Who sees to it.
        assignee: PersonId,
    },
    /// A case with partners, such as a RIEC case.
    Case {
        /// The partner that leads it.
        partner: PartnerId,
        /// What it is about.
        what: String,
    },
}

/// The field of a measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum InterventionField {
    #[default]
    Administrative,
    Criminal,
    Care,
    Fiscal,
}

impl InterventionField {
    /// Every field, in the order of the screen.
    pub const ALL: [Self; 4] = [Self::Administrative, Self::Criminal, Self::Care, Self::Fiscal];

    /// The name in forms and in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Administrative => "administrative",
            Self::Criminal => "criminal",
            Self::Care => "care",
            Self::Fiscal => "fiscal",
        }
    }
}

/// How a strand stands. What is handed to somebody else is offered first; what somebody of our own does is under way at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum StrandState {
    /// Offered to a partner or department, which has not answered yet.
    Offered,
    /// Under way.
    UnderWay {
        /// Since when.
        since: Timestamp,
        /// The receiver's own number.
        reference: String,
    },
    /// Refused by the receiver.
    Refused {
        /// Why.
        reason: String,
        /// When.
        at: Timestamp,
        /// Who recorded it.
        by: PersonId,
    },
    /// Done.
    Done {
        /// What came of it.
        result: String,
        /// When.
        at: Timestamp,
        /// Who recorded it.
        by: PersonId,
    },
    /// Taken back by the municipality.
    Withdrawn {
        /// Why.
        reason: String,
        /// When.
        at: Timestamp,
        /// By whom.
        by: PersonId,
    },
}

/// An answer to, or the end of, a strand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum StrandStep {
    /// The receiver takes it on.
    Accept {
        /// The receiver's own number; may be empty.
        reference: String,
    },
    /// The receiver does not take it on.
    Refuse {
        /// Why.
        reason: String,
    },
    /// It is done.
    Finish {
        /// What came of it.
        result: String,
    },
    /// The municipality takes it back.
    Withdraw {
        /// Why.
        reason: String,
    },
    /// The receiver's own number became known later, or was wrong.
    Number {
        /// The number.
        reference: String,
    },
    /// The desk has read the answer.
    Note,
    /// An inspection is planned, or planned anew.
    Plan(Box<Plan>),
    /// A partner is invited to an inspection, with its own power.
    Invite {
        /// Who.
        partner: PartnerId,
        /// On which power of its own it goes along.
        power: String,
        /// What it gets to read, and what was filled in for it.
        terms: Terms,
    },
    /// A partner does not go along after all.
    Uninvite {
        /// Who.
        partner: PartnerId,
    },
    /// Something was found at an inspection.
    Find(Box<Finding>),
    /// Something that must be done after an inspection.
    FollowUp {
        /// What.
        what: String,
        /// Who.
        assignee: PersonId,
        /// By when.
        due: NaiveDate,
    },
    /// Something was agreed about care.
    Care(CareStep),
}

impl StrandStep {
    /// Its name in forms and in the keys of the screens' texts.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Accept { .. } => "accept",
            Self::Refuse { .. } => "refuse",
            Self::Finish { .. } => "finish",
            Self::Withdraw { .. } => "withdraw",
            Self::Number { .. } => "number",
            Self::Note => "note",
            Self::Plan(_) => "plan",
            Self::Invite { .. } => "invite",
            Self::Uninvite { .. } => "uninvite",
            Self::Find(_) => "find",
            Self::FollowUp { .. } => "follow-up",
            Self::Care(step) => step.as_str(),
        }
    }

    /// Whether it is an answer of the receiver.
    pub fn answers(&self) -> bool {
        matches!(
            self,
            Self::Accept { .. } | Self::Refuse { .. } | Self::Finish { .. }
        )
    }

    /// The words that must be given with it, and their field; none where there need not be any.
    pub fn must_say(&self) -> Option<(&'static str, &str)> {
        match self {
            Self::Refuse { reason } | Self::Withdraw { reason } => Some(("reason", reason)),
            Self::Finish { result } => Some(("reason", result)),
            Self::Number { reference } => Some(("reference", reference)),
            Self::Invite { power, .. } => Some(("power", power)),
            Self::FollowUp { what, .. } => Some(("what", what)),
            Self::Find(finding) => Some(("what", &finding.text)),
            Self::Care(step) => step.must_say(),
            Self::Accept { .. } | Self::Note | Self::Plan(_) | Self::Uninvite { .. } => None,
        }
    }

    /// The words that were given with it, for the journal. What was found stays with the inspection.
    pub fn words(&self) -> &str {
        match self {
            Self::Number { reference: words }
            | Self::Invite { power: words, .. }
            | Self::FollowUp { what: words, .. }
            | Self::Accept { reference: words }
            | Self::Refuse { reason: words }
            | Self::Finish { result: words }
            | Self::Withdraw { reason: words } => words,
            Self::Note | Self::Plan(_) | Self::Uninvite { .. } | Self::Find(_) | Self::Care(_) => "",
        }
    }
}

/// Why a strand can't change as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StrandRefusal {
    /// It has ended.
    #[error("this has ended already")]
    Ended,
    /// It was not offered to anybody, or has been taken on already.
    #[error("this is not waiting for an answer")]
    NotOffered,
    /// The receiver has not taken it on yet.
    #[error("the receiver has not answered yet")]
    NotAccepted,
    /// This is done with another kind of strand, or with one that is there.
    #[error("this is nothing for a strand of this kind")]
    OtherKind,
    /// It came in before.
    #[error("this came in before")]
    Known,
    /// A day that can't be, such as one that is still to come.
    #[error("this day can't be right")]
    BadDay,
}

impl StrandKind {
    /// Its name in the keys of the screens' texts.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Task { .. } => "task",
            Self::Inspection { .. } => "inspection",
            Self::HandOver { .. } => "hand-over",
            Self::OtherDepartment { .. } => "other-department",
            Self::Care { .. } => "care",
            Self::Intervention { .. } => "intervention",
            Self::Case { .. } => "case",
        }
    }

    /// Whether somebody else must take it on first.
    pub fn is_offered(&self) -> bool {
        matches!(
            self,
            Self::HandOver { .. } | Self::OtherDepartment { .. } | Self::Care { .. } | Self::Case { .. }
        )
    }

    /// The partner that receives it.
    pub fn partner(&self) -> Option<&PartnerId> {
        match self {
            Self::HandOver { partner, .. } | Self::Care { partner, .. } | Self::Case { partner, .. } => {
                Some(partner)
            }
            Self::Task { .. }
            | Self::Inspection { .. }
            | Self::OtherDepartment { .. }
            | Self::Intervention { .. } => None,
        }
    }

    /// The person who does it.
    pub fn assignee(&self) -> Option<PersonId> {
        match self {
            Self::Task { assignee, .. }
            | Self::Inspection { assignee, .. }
            | Self::Intervention { assignee, .. } => Some(*assignee),
            Self::HandOver { .. } | Self::OtherDepartment { .. } | Self::Care { .. } | Self::Case { .. } => {
                None
            }
        }
    }

    /// Every partner that gets, or got, to read it.
    pub fn partners(&self) -> impl Iterator<Item = &PartnerId> {
        let invited = match self {
            Self::Inspection { visit, .. } => visit.invited.as_slice(),
            _ => &[],
        };
        self.partner()
            .into_iter()
            .chain(invited.iter().map(|invited| &invited.partner))
    }

    /// Everybody of our own who does it.
    pub fn doers(&self) -> impl Iterator<Item = PersonId> {
        let team = match self {
            Self::Inspection { visit, .. } => visit.plan.team.as_slice(),
            _ => &[],
        };
        self.assignee().into_iter().chain(team.iter().copied())
    }

    /// What it is about.
    pub fn what(&self) -> &str {
        match self {
            Self::Task { what, .. }
            | Self::Inspection { purpose: what, .. }
            | Self::HandOver { what, .. }
            | Self::OtherDepartment { what, .. }
            | Self::Care { what, .. }
            | Self::Intervention { what, .. }
            | Self::Case { what, .. } => what,
        }
    }
}

impl Strand {
    /// Whether it still runs.
    pub fn is_open(&self) -> bool {
        matches!(self.state, StrandState::Offered | StrandState::UnderWay { .. })
    }

    /// Takes a step with the strand.
    pub fn step(mut self, step: StrandStep, at: Timestamp, by: PersonId) -> Result<Self, StrandRefusal> {
        self.state = match (self.state, step) {
            (StrandState::Offered, StrandStep::Accept { reference }) => {
                StrandState::UnderWay { since: at, reference }
            }
            (StrandState::Offered, StrandStep::Refuse { reason }) => StrandState::Refused { reason, at, by },
            (StrandState::Offered, StrandStep::Finish { .. } | StrandStep::Number { .. }) => {
                return Err(StrandRefusal::NotAccepted);
            }
            (StrandState::UnderWay { .. }, StrandStep::Finish { result }) => {
                StrandState::Done { result, at, by }
            }
            (StrandState::Offered | StrandState::UnderWay { .. }, StrandStep::Withdraw { reason }) => {
                StrandState::Withdrawn { reason, at, by }
            }
            (StrandState::UnderWay { since, .. }, StrandStep::Number { reference }) => {
                if !self.kind.is_offered() {
                    return Err(StrandRefusal::OtherKind);
                }
                StrandState::UnderWay { since, reference }
            }
            (StrandState::UnderWay { .. }, StrandStep::Accept { .. } | StrandStep::Refuse { .. }) => {
                return Err(StrandRefusal::NotOffered);
            }
            (
                StrandState::Refused { .. } | StrandState::Done { .. } | StrandState::Withdrawn { .. },
                StrandStep::Accept { .. }
                | StrandStep::Refuse { .. }
                | StrandStep::Finish { .. }
                | StrandStep::Withdraw { .. }
                | StrandStep::Number { .. },
            ) => return Err(StrandRefusal::Ended),
            (state, StrandStep::Note) => {
                self.answered.take().ok_or(StrandRefusal::NotOffered)?;
                state
            }
            (state, step) => {
                self.kind.work(&state, step, at, by)?;
                state
            }
        };
        Ok(self)
    }
}

impl StrandKind {
    /// Takes a step that only a strand of one kind knows, and that leaves its state as it is.
    fn work(
        &mut self,
        state: &StrandState,
        step: StrandStep,
        at: Timestamp,
        by: PersonId,
    ) -> Result<(), StrandRefusal> {
        match (self, step) {
            (Self::Inspection { visit, .. }, step) => visit.step(state, step, at),
            (Self::Care { file, .. }, StrandStep::Care(step)) => file.step(state, step, at, by),
            _ => Err(StrandRefusal::OtherKind),
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;

    const STATES: [&str; 5] = ["offered", "under-way", "refused", "done", "withdrawn"];

    fn strand(state: &str) -> Strand {
        let (at, by) = ("2026-01-06T09:00:00Z".parse().unwrap(), PersonId(Uuid::nil()));
        let words = || "words".to_owned();
        Strand {
            id: StrandId(Uuid::nil()),
            kind: StrandKind::Care {
                partner: "care-house".into(),
                what: words(),
                file: Box::default(),
            },
            decision: None,
            at,
            by,
            due: "2026-01-06".parse().unwrap(),
            shared: None,
            answered: None,
            state: match state {
                "offered" => StrandState::Offered,
                "under-way" => StrandState::UnderWay {
                    since: at,
                    reference: words(),
                },
                "refused" => StrandState::Refused {
                    reason: words(),
                    at,
                    by,
                },
                "done" => StrandState::Done {
                    result: words(),
                    at,
                    by,
                },
                _ => StrandState::Withdrawn {
                    reason: words(),
                    at,
                    by,
                },
            },
        }
    }

    fn name(state: &StrandState) -> &'static str {
        STATES[match state {
            StrandState::Offered => 0,
            StrandState::UnderWay { .. } => 1,
            StrandState::Refused { .. } => 2,
            StrandState::Done { .. } => 3,
            StrandState::Withdrawn { .. } => 4,
        }]
    }

    /// The whole table: from each state, what accept, refuse, finish and withdraw lead to.
    #[rstest]
    #[case::offered(
        "offered",
        [Ok("under-way"), Ok("refused"), Err(StrandRefusal::NotAccepted), Ok("withdrawn")]
    )]
    #[case::under_way(
        "under-way",
        [Err(StrandRefusal::NotOffered), Err(StrandRefusal::NotOffered), Ok("done"), Ok("withdrawn")]
    )]
    #[case::refused("refused", [Err(StrandRefusal::Ended); 4])]
    #[case::done("done", [Err(StrandRefusal::Ended); 4])]
    #[case::withdrawn("withdrawn", [Err(StrandRefusal::Ended); 4])]
    fn each_state_takes_its_steps(
        #[case] from: &str,
        #[case] expected: [Result<&'static str, StrandRefusal>; 4],
    ) {
        let words = || "words".to_owned();
        let steps = [
            StrandStep::Accept { reference: words() },
            StrandStep::Refuse { reason: words() },
            StrandStep::Finish { result: words() },
            StrandStep::Withdraw { reason: words() },
        ];
        let at = "2026-01-07T09:00:00Z".parse().unwrap();
        for (step, expected) in steps.into_iter().zip(expected) {
            let after = strand(from).step(step.clone(), at, PersonId(Uuid::nil()));
            assert_eq!(after.map(|strand| name(&strand.state)), expected, "{step:?}");
        }
    }

    #[test]
    fn only_what_is_offered_or_under_way_is_open() {
        let open: Vec<&str> = STATES
            .into_iter()
            .filter(|state| strand(state).is_open())
            .collect();
        assert_eq!(open, ["offered", "under-way"]);
    }
}
