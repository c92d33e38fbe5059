// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What the national form asks by activity: data, purposes, parties, places, laws, terms and grounds.

use serde_json::{Value, json};

use super::Sheet;
use crate::{
    configuration::processing::{Basis, Processing},
    dpia::{fact::Inputs, words},
};

pub(super) fn fill(sheet: &mut Sheet, inputs: &Inputs<'_>) {
    let activities = inputs.activities();
    let rows = rows(&activities);
    for (index, row) in rows.iter().enumerate() {
        let children = [
            ("2.1.1", sheet.known(row.data)),
            ("2.1.2", sheet.known(row.subjects.as_str())),
            ("2.1.3", sheet.known(row.activity)),
            ("2.1.4", sheet.known(row.kind())),
            ("2.1.5", sheet.known(row.purpose)),
            ("2.1.6", sheet.known("false")),
        ];
        sheet.group("2.1", index, &children);
    }
    for (place, it) in inputs.configuration.registers.iter().enumerate() {
        let children = [
            (
                "2.1.1",
                sheet.known(format!("{}: {}", it.name.nl, it.fields.join(", "))),
            ),
            ("2.1.6", sheet.known("true")),
            ("2.1.7", sheet.known(it.name.nl.as_str())),
            ("2.1.8", sheet.known(words::source(it.kind))),
            ("2.1.9", sheet.known(words::ground(&it.ground))),
        ];
        sheet.group("2.1", rows.len() + place, &children);
    }
    for (index, it) in activities.iter().enumerate() {
        one(sheet, index, it, &rows, inputs);
    }
}

/// One activity, in each section that repeats by activity.
fn one(sheet: &mut Sheet, index: usize, it: &Processing, rows: &[Row<'_>], inputs: &Inputs<'_>) {
    let own = rows
        .iter()
        .filter(|row| it.data.iter().any(|data| data == row.data));
    let mut subjects: Vec<&str> = own.map(|row| row.subjects.as_str()).collect();
    subjects.dedup();
    let shared = Shared {
        data: sheet.known(json!(it.data)),
        subjects: sheet.known(json!(subjects)),
        purpose: sheet.known(it.purpose.as_str()),
    };
    let groups = [
        work(sheet, it, &shared),
        parties(sheet, it, &shared, inputs),
        law(sheet, it, &shared),
    ];
    for (parent, children) in groups.into_iter().flatten() {
        sheet.group(parent, index, &children);
    }
}

/// What several sections ask of one activity.
struct Shared {
    data: Value,
    subjects: Value,
    purpose: Value,
}

/// The answers of an activity, by the group of the form in which they stand.
type Groups = Vec<(&'static str, Vec<(&'static str, Value)>)>;

fn work(sheet: &Sheet, it: &Processing, shared: &Shared) -> Groups {
    vec![
        (
            "3.1",
            vec![
                ("3.1.1", sheet.known(it.name.nl.as_str())),
                ("3.1.2", shared.purpose.clone()),
                ("3.1.3", shared.data.clone()),
            ],
        ),
        ("5.1", vec![("5.1.1", shared.purpose.clone())]),
    ]
}

/// The form has one row of parties for each activity: they stand in it together.
fn parties(sheet: &Sheet, it: &Processing, shared: &Shared, inputs: &Inputs<'_>) -> Groups {
    let mut controllers = inputs.configuration.municipality.controllers.iter();
    let controller = controllers.find(|controller| controller.id == it.controller);
    let controller = controller.map_or(it.controller.as_str(), |controller| controller.name.nl.as_str());
    let parties = format!("{controller}; {}", it.recipients.join("; "));
    let roles = json!(["Verwerkingsverantwoordelijke", "Ontvanger"]);
    let place = format!("Buiten de Europese Unie: {}", it.transfers);
    vec![
        (
            "6.1.1",
            vec![
                ("6.1.1.1", sheet.known(parties)),
                ("6.1.1.2", sheet.known(roles)),
                ("6.1.1.4", shared.data.clone()),
                ("6.1.1.5", shared.subjects.clone()),
            ],
        ),
        ("8.1.1", vec![("8.1.1.1", sheet.known(place))]),
    ]
}

fn law(sheet: &Sheet, it: &Processing, shared: &Shared) -> Groups {
    vec![
        (
            "9.1.1",
            vec![
                ("9.1.1.1", sheet.known(it.ground.text.as_str())),
                ("9.1.1.2", sheet.known(it.ground.source.as_str())),
            ],
        ),
        (
            "10.1.1",
            vec![
                ("10.1.1.1", shared.purpose.clone()),
                ("10.1.1.2", shared.subjects.clone()),
                ("10.1.1.3", shared.data.clone()),
                ("10.1.1.5", sheet.known(it.retention.as_str())),
            ],
        ),
        (
            "11.1.1",
            vec![
                ("11.1.1.1", sheet.known(option(it.basis))),
                ("11.1.1.2", sheet.known(words::ground(&it.ground))),
            ],
        ),
        (
            "13.1.1",
            vec![
                ("13.1.1.1", shared.subjects.clone()),
                ("13.1.1.2", shared.data.clone()),
                ("13.1.1.3", shared.purpose.clone()),
                ("13.1.1.5", sheet.known(Value::Null)),
            ],
        ),
    ]
}

/// A kind of data, as the form wants each once.
struct Row<'a> {
    data: &'a str,
    subjects: String,
    activity: &'a str,
    purpose: &'a str,
}

impl Row<'_> {
    /// What the law calls it, where the register says so; null where a person must.
    fn kind(&self) -> Value {
        let data = self.data.to_lowercase();
        let known = [
            ("strafrechtelijk", "strafrechtelijk"),
            ("bijzondere", "bijzonder"),
            ("burgerservicenummer", "nationaal identificatienummer"),
        ];
        let mut known = known.into_iter();
        known
            .find(|(word, _)| data.contains(word))
            .map_or(Value::Null, |(_, kind)| json!(kind))
    }
}

fn rows<'a>(activities: &[&'a Processing]) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = Vec::new();
    for it in activities {
        for data in &it.data {
            if rows.iter().all(|row| row.data != data) {
                rows.push(Row {
                    data,
                    subjects: it.subjects.join(", "),
                    activity: &it.name.nl,
                    purpose: &it.purpose,
                });
            }
        }
    }
    rows
}

/// The options of the form; the second one is cut off in the form itself.
fn option(basis: Basis) -> &'static str {
    match basis {
        Basis::Consent => "Rechtsgrond toestemming",
        Basis::Contract => "Rechtsgrond noodzakelijk voor de uitvoering van een overeenkoms",
        Basis::Obligation => "Rechtsgrond wettelijke verplichting",
        Basis::VitalInterests => "Rechtsgrond vitaal belang",
        Basis::PublicTask => "Rechtsgrond taak van algemeen belang",
        Basis::LegitimateInterests => "Rechtsgrond gerechtvaardigd belang",
    }
}
