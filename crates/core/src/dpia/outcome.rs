// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! How each question stands: derived, answered, open, or out of date and why.

use super::{
    answer::{Answer, Dpia},
    fact::{self, Fact, Inputs},
    question::{Kind, QUESTIONS, Question},
};

/// A question with what is known now.
#[derive(Debug)]
pub struct Entry<'d> {
    /// The question.
    pub question: &'static Question,
    /// What the program knows about it now.
    pub facts: Vec<Fact>,
    /// The answer that counts, where somebody gave one.
    pub answer: Option<&'d Answer>,
    /// How it stands.
    pub state: State,
}

/// How a question stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// The program knows the answer; nobody looked it over yet.
    Derived,
    /// A person must answer it.
    Open,
    /// A person answered it or looked it over, and nothing changed since.
    Answered,
    /// What stood beside the answer is another now.
    OutOfDate(Vec<Difference>),
}

impl State {
    /// The name in the keys of the screens' texts.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Derived => "derived",
            Self::Open => "open",
            Self::Answered => "answered",
            Self::OutOfDate(_) => "out-of-date",
        }
    }

    /// Whether something beside the answer changed since it was given.
    pub fn is_outdated(&self) -> bool {
        matches!(self, Self::OutOfDate(_))
    }

    /// Whether somebody must do something about it.
    pub fn waits(&self) -> bool {
        *self == Self::Open || self.is_outdated()
    }
}

/// A fact that is another than when somebody answered. One of the two is missing where it is new or gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What it is about.
    pub name: String,
    /// What it said then.
    pub before: Option<String>,
    /// What it says now.
    pub now: Option<String>,
}

/// Every question, in the order of the model.
pub fn assess<'d>(dpia: Option<&'d Dpia>, inputs: &Inputs<'_>) -> Vec<Entry<'d>> {
    let entry = |question: &'static Question| {
        let facts = fact::beside(question, inputs, dpia);
        let answer = dpia.and_then(|dpia| dpia.answer(question.id));
        let state = state(question, answer, &facts);
        Entry {
            question,
            facts,
            answer,
            state,
        }
    };
    QUESTIONS.iter().map(entry).collect()
}

fn state(question: &Question, answer: Option<&Answer>, now: &[Fact]) -> State {
    let Some(answer) = answer else {
        return match question.kind {
            Kind::Derived => State::Derived,
            Kind::Person | Kind::Risk(_) => State::Open,
        };
    };
    let differences = differences(&answer.facts, now);
    if differences.is_empty() {
        State::Answered
    } else {
        State::OutOfDate(differences)
    }
}

fn differences(then: &[Fact], now: &[Fact]) -> Vec<Difference> {
    let find = |facts: &[Fact], key: &str| facts.iter().find(|fact| fact.key == key).cloned();
    let gone = then
        .iter()
        .filter(|before| find(now, &before.key).is_none())
        .map(|before| Difference {
            name: before.name.clone(),
            before: Some(before.text.clone()),
            now: None,
        });
    let changed = now.iter().filter_map(|fact| {
        let before = find(then, &fact.key);
        (before.as_ref() != Some(fact)).then(|| Difference {
            name: fact.name.clone(),
            before: before.map(|before| before.text),
            now: Some(fact.text.clone()),
        })
    });
    changed.chain(gone).collect()
}
