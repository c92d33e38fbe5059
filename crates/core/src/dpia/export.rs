// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The DPIA as the national form reads it (`par-assessment-output.v2`, for `urn:nl:dpia:3.0`).
//!
//! Answers stand under the identifiers of the form. What repeats stands under its parent, with the place in `_index`; what the form repeats
//! by activity has the place of the activity, since the form links them by it. What nobody has answered is there, as null.

use serde_json::{Map, Value, json};

use super::{
    answer::Answer,
    fact::{Fact, Inputs},
    outcome::{Entry, State},
};
use crate::id::Timestamp;

mod activity;
mod risk;

/// Which form this is an answer to.
const SCHEMA: &str =
    "https://github.com/MinBZK/par-dpia-form/blob/main/schemas/assessment-output.v2.schema.json";
const FORM: &str = "urn:nl:dpia:3.0";

/// The DPIA as it stands at a moment.
pub fn export(entries: &[Entry<'_>], inputs: &Inputs<'_>, at: Timestamp) -> Value {
    let mut sheet = Sheet {
        answers: Map::new(),
        at,
    };
    activity::fill(&mut sheet, inputs);
    for entry in entries {
        let id = entry.question.id;
        match id {
            "7.1" => sheet.group("7.1", 0, &[("7.1.1", sheet.said(entry))]),
            "12.1" => special(&mut sheet, entry, "12.1.1", "12.1.2", "12.1.2.5"),
            "12.2" => special(&mut sheet, entry, "12.2.1", "12.2.2", "12.2.2.4"),
            "12.3" => special(&mut sheet, entry, "12.3.1", "12.3.2", "12.3.2.4"),
            "19.4" => sheet.put("19.4.4", sheet.said(entry)),
            "19.5" => sheet.put("19.5.7", sheet.said(entry)),
            "20.1" => sheet.group("20.1", 0, &[("20.1.4", sheet.said(entry))]),
            _ if entry.question.section == 15 => right(&mut sheet, entry),
            _ if entry.question.risk().is_some() => {}
            _ => sheet.put(id, sheet.said(entry)),
        }
    }
    risk::fill(&mut sheet, entries);
    version(&mut sheet, entries, inputs);
    json!({
        "$schema": SCHEMA,
        "metadata": { "urn": FORM, "createdAt": moment(at) },
        "answers": sheet.answers,
    })
}

/// The answers that are being filled in.
struct Sheet {
    answers: Map<String, Value>,
    at: Timestamp,
}

impl Sheet {
    /// An answer of the program.
    fn known(&self, value: impl Into<Value>) -> Value {
        json!({ "value": value.into(), "lastEditedAt": moment(self.at) })
    }

    /// The answer of a person, after what the program knows; null where neither says anything.
    fn said(&self, entry: &Entry<'_>) -> Value {
        let known = lines(&entry.facts);
        let derived = matches!(entry.question.kind, super::question::Kind::Derived);
        match entry.answer {
            Some(answer) if derived => by(answer, &[warning(entry), &answer.text, &known].join("\n\n")),
            Some(answer) => by(answer, &[warning(entry), &answer.text].join("\n\n")),
            None if derived => self.known(known),
            None => self.known(Value::Null),
        }
    }

    fn put(&mut self, id: &str, value: Value) {
        self.answers.insert(id.to_owned(), value);
    }

    /// One repetition of a group.
    fn group(&mut self, parent: &str, index: usize, children: &[(&str, Value)]) {
        let mut element = Map::from_iter([("_index".to_owned(), json!(index))]);
        element.extend(
            children
                .iter()
                .map(|(id, value)| ((*id).to_owned(), value.clone())),
        );
        let group = self
            .answers
            .entry(parent.to_owned())
            .or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(elements) = group {
            elements.push(Value::Object(element));
        }
    }
}

fn by(answer: &Answer, text: &str) -> Value {
    json!({
        "value": text.trim(),
        "lastEditedAt": moment(answer.at),
        "lastEditedBy": answer.name,
    })
}

fn warning(entry: &Entry<'_>) -> &'static str {
    match entry.state {
        State::OutOfDate(_) => {
            "Let op: dit antwoord is verouderd. Wat ernaast staat, is sindsdien veranderd."
        }
        State::Derived | State::Open | State::Answered => "",
    }
}

fn lines(facts: &[Fact]) -> String {
    let lines: Vec<String> = facts
        .iter()
        .map(|fact| format!("{}: {}", fact.name, fact.text))
        .collect();
    lines.join("\n")
}

fn moment(at: Timestamp) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true)
}

/// Whether such data are processed, and on which exception.
fn special(sheet: &mut Sheet, entry: &Entry<'_>, whether: &str, group: &str, ground: &str) {
    let is_processed = !entry.facts.is_empty();
    sheet.put(whether, sheet.known(is_processed.to_string()));
    if is_processed {
        sheet.group(group, 0, &[(ground, sheet.said(entry))]);
    }
}

/// A right of those concerned: whether there is a procedure, and which. The first question of its group says so, the second explains.
fn right(sheet: &mut Sheet, entry: &Entry<'_>) {
    let id = entry.question.id;
    let procedure = entry.answer.map_or(Value::Null, |_| json!("true"));
    sheet.put(&format!("{id}.1"), sheet.known(procedure));
    sheet.put(&format!("{id}.2"), sheet.said(entry));
}

fn version(sheet: &mut Sheet, entries: &[Entry<'_>], inputs: &Inputs<'_>) {
    let number = format!("Configuratie {}", inputs.configuration.route.version);
    let today = inputs.today.to_string();
    let waiting = entries.iter().filter(|entry| entry.state.waits()).count();
    let note = format!("Afgeleid uit het draaiende programma. Open of verouderd: {waiting}.");
    let children = [
        ("19.1.1", sheet.known(number)),
        ("19.1.2", sheet.known(today)),
        ("19.1.3", sheet.known(note)),
    ];
    sheet.group("19.1", 0, &children);
    let status = if waiting == 0 { "definitief" } else { "concept" };
    sheet.put("19.2", sheet.known(status));
}
