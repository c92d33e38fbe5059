// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Care (zorg) in its own compartment: what somebody agreed to, the days that count, and whether Veilig Thuis was considered. Never
//! what care somebody gets.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    assessment::choices,
    strand::{StrandRefusal, StrandState},
};
use crate::{
    calendar::dutch_date,
    id::{PersonId, Timestamp},
};

choices! {
    /// Something that only the person themselves can agree to. Each is an answer of its own.
    Consent {
        /// To shelter.
        Shelter = "shelter",
        /// To being registered with `CoMensha`.
        Registration = "registration",
        /// To the municipality giving their data to others.
        Sharing = "sharing",
    }
}

/// An answer to one question of consent. The last one counts; earlier ones stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// To what.
    pub to: Consent,
    /// Yes, or no: no after yes takes it back.
    pub given: bool,
    /// On which day the person said it.
    pub on: NaiveDate,
    /// When it was written down.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
}

/// The time in which somebody may think about reporting to the police (Vc B8/3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reflection {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
}

/// Whether Veilig Thuis was considered, where a minor is concerned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Considered {
    /// Whether Veilig Thuis was told.
    pub told: bool,
    /// Why, or why not.
    pub reason: String,
    /// When it was written down.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
}

/// What was agreed and when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CareFile {
    /// Every answer that was given, oldest first.
    pub answers: Vec<Answered>,
    /// The time to think, where there is one.
    pub reflection: Option<Reflection>,
    /// Whether Veilig Thuis was considered; the last one counts.
    pub considered: Vec<Considered>,
}

/// Something that is written down about care.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "care", rename_all = "kebab-case")]
pub enum CareStep {
    /// An answer to a question of consent.
    Consent {
        /// To what.
        to: Consent,
        /// Yes or no.
        given: bool,
        /// On which day.
        on: NaiveDate,
    },
    /// The time to think.
    Reflect(Reflection),
    /// Whether Veilig Thuis was considered.
    Consider {
        /// Whether it was told.
        told: bool,
        /// Why, or why not.
        reason: String,
    },
}

impl CareStep {
    /// Its name in forms and in the keys of the screens' texts.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Consent { .. } => "consent",
            Self::Reflect(_) => "reflect",
            Self::Consider { .. } => "consider",
        }
    }

    /// The words that must be given with it, and their field.
    pub(super) fn must_say(&self) -> Option<(&'static str, &str)> {
        match self {
            Self::Consider { reason, .. } => Some(("reason", reason)),
            Self::Consent { .. } | Self::Reflect(_) => None,
        }
    }
}

impl CareFile {
    /// What the person said last about one question; none as long as they were not asked.
    pub fn answer(&self, to: Consent) -> Option<&Answered> {
        self.answers.iter().rev().find(|answered| answered.to == to)
    }

    /// Writes something down. The way back stays open after the care has ended: who agreed may say no at any time.
    pub(super) fn step(
        &mut self,
        state: &StrandState,
        step: CareStep,
        at: Timestamp,
        by: PersonId,
    ) -> Result<(), StrandRefusal> {
        let takes_back = matches!(step, CareStep::Consent { given: false, .. });
        let open = match state {
            StrandState::Offered | StrandState::UnderWay { .. } => true,
            StrandState::Done { .. } => takes_back,
            StrandState::Refused { .. } | StrandState::Withdrawn { .. } => false,
        };
        if !open {
            return Err(StrandRefusal::Ended);
        }
        let today = dutch_date(at);
        match step {
            CareStep::Consent { to, given, on } => {
                let before = self.answer(to).map(|answered| answered.on);
                if on > today || before.is_some_and(|before| on < before) {
                    return Err(StrandRefusal::BadDay);
                }
                self.answers.push(Answered {
                    to,
                    given,
                    on,
                    at,
                    by,
                });
            }
            CareStep::Reflect(reflection) => {
                if reflection.until < reflection.from {
                    return Err(StrandRefusal::BadDay);
                }
                self.reflection = Some(reflection);
            }
            CareStep::Consider { told, reason } => self.considered.push(Considered { told, reason, at, by }),
        }
        Ok(())
    }
}
