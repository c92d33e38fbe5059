// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What people answered, with everything that was answered before.

use serde::{Deserialize, Serialize};

use super::fact::Fact;
use crate::id::{DpiaId, MunicipalityId, PersonId, Timestamp};

/// The answers of a municipality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dpia {
    /// Identifier.
    pub id: DpiaId,
    /// The municipality.
    pub municipality: MunicipalityId,
    /// All answers ever given, oldest first. Of a question the last one counts.
    pub answers: Vec<Answer>,
}

/// An answer of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The question.
    pub question: String,
    /// What was answered; empty where somebody only looked over what was derived.
    pub text: String,
    /// How a risk was weighed; of risks only.
    #[serde(default)]
    pub weighing: Option<Weighing>,
    /// Who answered.
    pub by: PersonId,
    /// Their name then: it must still be known when the account is gone.
    pub name: String,
    /// When.
    pub at: Timestamp,
    /// What stood beside the question then.
    pub facts: Vec<Fact>,
}

/// How a person weighs a risk for those concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weighing {
    /// How likely it is.
    pub likelihood: Level,
    /// How bad it would be.
    pub impact: Level,
    /// How great the risk is.
    pub level: Level,
    /// How great it still is with the measures.
    pub remaining: Level,
}

/// A level of a risk. It is about the processing, never about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Low.
    Low,
    /// In between.
    Middle,
    /// High.
    High,
}

impl Level {
    /// Every level.
    pub const ALL: [Self; 3] = [Self::Low, Self::Middle, Self::High];

    /// The name in forms and in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Middle => "middle",
            Self::High => "high",
        }
    }

    /// As the national model writes it.
    pub fn dutch(self) -> &'static str {
        match self {
            Self::Low => "laag",
            Self::Middle => "midden",
            Self::High => "hoog",
        }
    }
}

impl Dpia {
    /// One without answers.
    pub fn new(id: DpiaId, municipality: MunicipalityId) -> Self {
        Self {
            id,
            municipality,
            answers: Vec::new(),
        }
    }

    /// The answer that counts.
    pub fn answer(&self, question: &str) -> Option<&Answer> {
        self.answers.iter().rfind(|answer| answer.question == question)
    }

    /// Everything that was answered to a question, newest first.
    pub fn history(&self, question: &str) -> impl Iterator<Item = &Answer> {
        let of_question = move |answer: &&Answer| answer.question == question;
        self.answers.iter().rev().filter(of_question)
    }
}
