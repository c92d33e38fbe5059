// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The DPIA on paper. In Dutch, whatever the language of the screen: it is read by the FG and the board.

use std::collections::BTreeMap;

use super::{
    answer::{Answer, Weighing},
    fact::Fact,
    outcome::{Difference, Entry, State},
    question::{Kind, SECTIONS},
};
use crate::{
    calendar::dutch_time,
    configuration::{Configuration, describe, text::Language},
    id::Timestamp,
    paper::{Block, Document},
    sharing::pack::Head,
};

/// The document.
pub fn document(
    entries: &[Entry<'_>],
    configuration: &Configuration,
    head: Option<Head>,
    at: Timestamp,
) -> Document {
    let name = &configuration.municipality.name;
    let mut blocks = vec![
        Block::Note {
            text: "Afgeleid uit het draaiende programma, en door mensen aangevuld. Dit is geen juridisch advies: te bevestigen door FG/jurist."
                .to_owned(),
        },
        summary(entries),
    ];
    let mut printed = Vec::new();
    for section in SECTIONS {
        blocks.push(heading(1, &format!("{}. {}", section.number, section.title)));
        let own = entries
            .iter()
            .filter(|entry| entry.question.section == section.number);
        for entry in own {
            blocks.extend(question(entry));
            blocks.extend(facts(entry, &mut printed));
        }
    }
    Document {
        title: format!("DPIA meldroute mensenhandel {name}"),
        language: Language::Nl,
        organisation: name.clone(),
        classification: "Vertrouwelijk".to_owned(),
        number: format!("DPIA, configuratie {}", configuration.route.version),
        date: describe::date(dutch_time(at).date()),
        made_at: at,
        head,
        blocks,
    }
}

fn heading(level: u8, text: &str) -> Block {
    let text = text.to_owned();
    Block::Heading { level, text }
}

fn paragraph(text: impl Into<String>) -> Block {
    Block::Paragraph { text: text.into() }
}

/// How many questions stand how.
fn summary(entries: &[Entry<'_>]) -> Block {
    let count = |which: fn(&State) -> bool| {
        let found = entries.iter().filter(|entry| which(&entry.state));
        found.count().to_string()
    };
    let row = |name: &str, count: String| (name.to_owned(), count);
    Block::Facts {
        caption: "Hoe het ervoor staat".to_owned(),
        rows: vec![
            row("Beantwoord of nagekeken", count(|it| *it == State::Answered)),
            row("Afgeleid, nog niet nagekeken", count(|it| *it == State::Derived)),
            row("Nog te beantwoorden", count(|it| *it == State::Open)),
            row("Verouderd", count(|it| matches!(it, State::OutOfDate(_)))),
        ],
    }
}

fn question(entry: &Entry<'_>) -> Vec<Block> {
    let mut blocks = vec![heading(2, entry.question.asks)];
    if let Some(risk) = entry.question.risk() {
        blocks.push(paragraph(format!("Oorsprong: {}.", risk.origin)));
    }
    match (&entry.state, entry.answer) {
        (State::OutOfDate(differences), Some(answer)) => {
            blocks.push(Block::Note {
                text: format!(
                    "Verouderd. Na het antwoord van {} veranderde:",
                    describe::date(dutch_time(answer.at).date())
                ),
            });
            blocks.push(Block::List {
                items: differences.iter().map(words).collect(),
            });
            blocks.extend(given(answer));
        }
        (_, Some(answer)) => blocks.extend(given(answer)),
        (_, None) if matches!(entry.question.kind, Kind::Derived) => {
            blocks.push(paragraph("Afgeleid uit het programma. Nog niet nagekeken."));
        }
        (_, None) => blocks.push(Block::Note {
            text: "Nog te beantwoorden.".to_owned(),
        }),
    }
    if let Some(risk) = entry.question.risk() {
        blocks.push(paragraph("Maatregelen:"));
        blocks.push(Block::List {
            items: risk.measures.iter().map(|it| format!("{it}.")).collect(),
        });
    }
    blocks
}

/// What the program knows beside a question. On paper each fact stands once; later questions say where.
fn facts(entry: &Entry<'_>, printed: &mut Vec<Printed>) -> Vec<Block> {
    let (mut rows, mut before): (Vec<(String, String)>, BTreeMap<&str, usize>) = Default::default();
    for fact in &entry.facts {
        match printed.iter().find(|printed| printed.fact == *fact) {
            Some(printed) => *before.entry(printed.at).or_default() += 1,
            None => rows.push((fact.name.clone(), fact.text.clone())),
        }
    }
    let at = entry.question.asks;
    let fresh = entry.facts.iter().map(|fact| Printed {
        fact: fact.clone(),
        at,
    });
    printed.extend(fresh);
    let mut blocks = Vec::new();
    if !rows.is_empty() {
        let caption = format!("Wat het programma weet bij: {at}");
        blocks.push(Block::Facts { caption, rows });
    }
    for (question, count) in before {
        let said = match count {
            1 => "Hierbij hoort ook één gegeven dat staat bij".to_owned(),
            count => format!("Hierbij horen ook {count} gegevens die staan bij"),
        };
        blocks.push(paragraph(format!("{said}: {question}")));
    }
    blocks
}

/// A fact that stands on paper, and beside which question.
struct Printed {
    fact: Fact,
    at: &'static str,
}

/// What a person answered, with who and when.
fn given(answer: &Answer) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !answer.text.is_empty() {
        blocks.push(Block::Quote {
            text: answer.text.clone(),
        });
    }
    if let Some(weighing) = answer.weighing {
        blocks.push(weighed(weighing));
    }
    let did = if answer.text.is_empty() {
        "Nagekeken"
    } else {
        "Beantwoord"
    };
    let on = describe::date(dutch_time(answer.at).date());
    blocks.push(paragraph(format!("{did} door {} op {on}.", answer.name)));
    blocks
}

fn weighed(it: Weighing) -> Block {
    let row = |name: &str, level: super::Level| (name.to_owned(), level.dutch().to_owned());
    Block::Facts {
        caption: "Hoe dit risico is gewogen".to_owned(),
        rows: vec![
            row("Kans", it.likelihood),
            row("Impact", it.impact),
            row("Risico", it.level),
            row("Resterend risico", it.remaining),
        ],
    }
}

/// A difference in one line.
fn words(difference: &Difference) -> String {
    let name = &difference.name;
    match (&difference.before, &difference.now) {
        (Some(before), Some(now)) => format!("{name}. Was: {before} Is nu: {now}"),
        (Some(before), None) => format!("{name}. Weg. Was: {before}"),
        (None, Some(now)) => format!("{name}. Nieuw: {now}"),
        (None, None) => name.clone(),
    }
}
