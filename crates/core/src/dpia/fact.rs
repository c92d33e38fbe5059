// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What the program knows beside each question. A fact says only what its question asks: so a change shows at the answers that it
//! touches, and at no others.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    answer::Dpia,
    classification::Classification,
    question::{Kind, Question},
    risk::{self, Risk},
};
use crate::configuration::{Configuration, processing::Processing};

mod data;
mod keeping;
mod law;
mod parties;
mod practice;

/// Something that the program knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// What it is about: the same key is the same thing, whatever it says now.
    pub key: String,
    /// Its name.
    pub name: String,
    /// What it says.
    pub text: String,
}

impl Fact {
    fn new(key: impl Into<String>, name: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            name: name.into(),
            text: text.into(),
        }
    }
}

/// From what the facts come.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<'i> {
    /// The configuration in force.
    pub configuration: &'i Configuration,
    /// How the database is classified.
    pub classification: &'i Classification,
    /// The day on which it is asked.
    pub today: NaiveDate,
}

impl<'i> Inputs<'i> {
    /// The activities of the register that hold today.
    pub(super) fn activities(&self) -> Vec<&'i Processing> {
        self.configuration.processing.in_force_on(self.today)
    }

    /// A fact about each of them.
    fn each(&self, text: impl Fn(&Processing) -> String) -> Vec<Fact> {
        let activities = self.activities().into_iter();
        activities
            .map(|it| Fact::new(format!("activity/{}", it.id), it.name.nl.clone(), text(it)))
            .collect()
    }
}

/// What is known beside a question.
pub(crate) fn beside(question: &Question, inputs: &Inputs<'_>, dpia: Option<&Dpia>) -> Vec<Fact> {
    if let Kind::Risk(risk) = question.kind {
        return beside_risk(risk, inputs);
    }
    match question.id {
        "1.1" => practice::proposal(inputs),
        "2.3" => data::stored(inputs),
        "3.2" => data::processed(inputs),
        "4" => practice::methods(inputs),
        "5.2" => law::purposes(inputs),
        "6.2" => parties::involved(inputs),
        "7.1" => parties::named(inputs),
        "8.2" => parties::places(inputs),
        "9.2" => law::frameworks(inputs),
        "10.2" | "15.3" => keeping::terms(inputs),
        "11.2" | "15.5" | "15.7" => law::grounds(inputs),
        "12.1" => data::special(inputs),
        "12.2" => data::criminal(inputs),
        "12.3" => data::citizen_numbers(inputs),
        "13.2" => [parties::leaving(inputs), parties::asked(inputs)].concat(),
        "14.1" => practice::gates(inputs),
        "14.2" => [
            data::processed(inputs),
            keeping::terms(inputs),
            parties::leaving(inputs),
        ]
        .concat(),
        "15.1" | "15.8" => practice::told(inputs),
        "15.2" => practice::correcting(),
        "15.6" => practice::deciding(),
        "17.2" => practice::measures(),
        "17.3" | "18" => remaining(dpia),
        "19.5" | "20.1" => given(question, dpia),
        _ => Vec::new(),
    }
}

fn beside_risk(risk: &Risk, inputs: &Inputs<'_>) -> Vec<Fact> {
    match risk.id {
        id if id == risk::EXPOSED.id => practice::reporters(inputs),
        id if id == risk::WRONG_HANDS.id => parties::leaving(inputs),
        id if id == risk::TOO_LONG.id => keeping::terms(inputs),
        id if id == risk::SNOOPING.id => [parties::rights(inputs), practice::patterns(inputs)].concat(),
        id if id == risk::LEAK.id => data::stored(inputs),
        id if id == risk::OTHER_PURPOSE.id => parties::asked(inputs),
        _ => Vec::new(),
    }
}

/// What people found to remain of each risk.
fn remaining(dpia: Option<&Dpia>) -> Vec<Fact> {
    let questions = super::QUESTIONS.iter();
    let weighed = questions.filter_map(|question| {
        let risk = question.risk()?;
        let weighing = dpia?.answer(question.id)?.weighing?;
        Some(Fact::new(
            format!("risk/{}", risk.id),
            risk.description,
            format!("Resterend risico: {}.", weighing.remaining.dutch()),
        ))
    });
    weighed.collect()
}

/// Every answer before this one, by its date: who advises or signs does so about these.
fn given(question: &Question, dpia: Option<&Dpia>) -> Vec<Fact> {
    let questions = super::QUESTIONS.iter();
    let before = questions.take_while(|it| it.section < question.section);
    let dated = before.filter_map(|it| {
        let answer = dpia?.answer(it.id)?;
        let text = format!("Beantwoord op {}.", answer.at.format("%d-%m-%Y %H:%M:%S UTC"));
        Some(Fact::new(format!("answer/{}", it.id), it.asks, text))
    });
    dated.collect()
}
