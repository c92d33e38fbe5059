// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Requests of data subjects (verzoeken van betrokkenen, AVG art. 15 to 21): from the question to an answer that a person releases, within a
//! month. Passages are copied as they were when they were chosen: what was given must be known when the original has changed. The copies go
//! with the signal or report from which they are.

pub mod passage;

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use self::passage::Passage;
use crate::{
    id::{ClaimId, MunicipalityId, PersonId, Timestamp},
    retention::hold::Hold,
};

/// A request of a data subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Identifier.
    pub id: ClaimId,
    /// The municipality.
    pub municipality: MunicipalityId,
    /// What is asked.
    pub kind: ClaimKind,
    /// The day on which it came in: the term counts from here.
    pub asked_on: NaiveDate,
    /// When it was written down.
    pub entered_at: Timestamp,
    /// By whom.
    pub entered_by: PersonId,
    /// Name of who asks.
    pub name: String,
    /// The question, in their words.
    pub words: String,
    /// How it was made sure that they are who they say.
    pub identified: String,
    /// That the term was extended.
    pub extended: Option<Extended>,
    /// Passages about them, with what was decided about each.
    pub passages: Vec<Passage>,
    /// The answer; it closes the request.
    pub answer: Option<Released>,
    /// That it must stay.
    #[serde(default)]
    pub hold: Option<Hold>,
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimKind {
    /// To see one's data (inzage, art. 15).
    Access,
    /// To have them corrected or completed (rectificatie, art. 16).
    Rectification,
    /// To have them erased (verwijdering, art. 17).
    Erasure,
    /// To have their use restricted (beperking, art. 18).
    Restriction,
    /// To object (bezwaar, art. 21).
    Objection,
}

impl ClaimKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::Access,
        Self::Rectification,
        Self::Erasure,
        Self::Restriction,
        Self::Objection,
    ];

    /// Whether something may go because of it, before its term is over.
    pub fn asks_erasure(self) -> bool {
        matches!(self, Self::Erasure | Self::Objection)
    }

    /// The name in forms and in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Access => "access",
            Self::Rectification => "rectification",
            Self::Erasure => "erasure",
            Self::Restriction => "restriction",
            Self::Objection => "objection",
        }
    }
}

/// That the term was extended, and why (art. 12 lid 3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extended {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
    /// Why: who asked is told this within the first month.
    pub reason: String,
}

/// The answer that a person released.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Released {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
    /// What is said.
    pub text: String,
}

/// Why a request can't be changed like this now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClaimRefusal {
    /// It was answered.
    #[error("the request was answered")]
    Answered,
    /// The term was extended before.
    #[error("the term was extended before")]
    ExtendedBefore,
    /// The first month is over: extending has to be told within it.
    #[error("the first month is over")]
    TooLate,
    /// A passage names who reported.
    #[error("a passage names who reported")]
    NamesReporter,
}

impl Claim {
    /// By when it must be answered: a month after it came in, and two months more where that was extended.
    pub fn due(&self) -> NaiveDate {
        let months = if self.extended.is_some() { 3 } else { 1 };
        let due = self.asked_on.checked_add_months(Months::new(months));
        due.unwrap_or(self.asked_on)
    }

    /// Extends the term, once, within the first month.
    pub fn extend(mut self, extended: Extended, today: NaiveDate) -> Result<Self, ClaimRefusal> {
        self.check_open()?;
        if self.extended.is_some() {
            return Err(ClaimRefusal::ExtendedBefore);
        }
        if today > self.due() {
            return Err(ClaimRefusal::TooLate);
        }
        self.extended = Some(extended);
        Ok(self)
    }

    /// Decides about a passage. What was decided before about the same one counts no more.
    pub fn decide(mut self, passage: Passage) -> Result<Self, ClaimRefusal> {
        self.check_open()?;
        self.passages.retain(|held| held.at != passage.at);
        self.passages.push(passage);
        Ok(self)
    }

    /// Releases the answer.
    pub fn release(mut self, answer: Released) -> Result<Self, ClaimRefusal> {
        self.check_open()?;
        self.answer = Some(answer);
        Ok(self)
    }

    /// Refuses what was answered.
    pub fn check_open(&self) -> Result<(), ClaimRefusal> {
        match self.answer {
            Some(_) => Err(ClaimRefusal::Answered),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(asked_on: &str) -> Claim {
        Claim {
            id: ClaimId(uuid::Uuid::from_u128(1)),
            municipality: "here".into(),
            kind: ClaimKind::Access,
            asked_on: asked_on.parse().unwrap(),
            entered_at: Timestamp::default(),
            entered_by: PersonId(uuid::Uuid::from_u128(2)),
            name: "A. Verzonnen".to_owned(),
            words: "Wat weet u van mij?".to_owned(),
            identified: "Aan de balie".to_owned(),
            extended: None,
            passages: Vec::new(),
            answer: None,
            hold: None,
        }
    }

    fn on(day: &str) -> NaiveDate {
        day.parse().unwrap()
    }

    #[test]
    fn the_term_is_a_month_and_two_more_when_that_is_told_in_time() {
        let extended = || Extended {
            at: Timestamp::default(),
            by: PersonId(uuid::Uuid::from_u128(2)),
            reason: "Veel signalen".to_owned(),
        };
        assert_eq!(
            claim("2026-01-31").due(),
            on("2026-02-28"),
            "the month may be shorter"
        );
        let longer = claim("2026-01-31").extend(extended(), on("2026-02-28")).unwrap();
        assert_eq!(longer.due(), on("2026-04-30"));
        let again = longer.extend(extended(), on("2026-02-28"));
        assert_eq!(again.unwrap_err(), ClaimRefusal::ExtendedBefore);
        let late = claim("2026-01-31").extend(extended(), on("2026-03-01"));
        assert_eq!(late.unwrap_err(), ClaimRefusal::TooLate);
    }

    #[test]
    fn an_answer_is_the_end() {
        let answer = Released {
            at: Timestamp::default(),
            by: PersonId(uuid::Uuid::from_u128(2)),
            text: "Dit is wat wij van u hebben.".to_owned(),
        };
        let answered = claim("2026-01-31").release(answer.clone()).unwrap();
        assert_eq!(answered.release(answer).unwrap_err(), ClaimRefusal::Answered);
    }
}
