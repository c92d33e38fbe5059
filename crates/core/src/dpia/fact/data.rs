// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Which data, of whom, and how they are stored.

use std::collections::BTreeMap;

use super::{Fact, Inputs};
use crate::{
    configuration::{processing::Processing, register::Register},
    dpia::{classification::Class, words},
};

/// The tables that hold something of persons, each with how its columns are stored.
pub(super) fn stored(inputs: &Inputs<'_>) -> Vec<Fact> {
    let tables = inputs.classification.tables.iter();
    let holding = tables.filter(|(_, columns)| {
        let mut classes = columns.values().map(|column| column.class);
        classes.any(|class| matches!(class, Class::Sealed | Class::KeyedHash))
    });
    holding
        .map(|(table, columns)| {
            let mut by_class: BTreeMap<Class, Vec<&str>> = BTreeMap::new();
            for (name, column) in columns {
                by_class.entry(column.class).or_default().push(name);
            }
            let words: Vec<String> = by_class
                .into_iter()
                .map(|(class, names)| format!("{}: {}", words::class(class), names.join(", ")))
                .collect();
            Fact::new(
                format!("table/{table}"),
                words::table(table).map_or_else(|| format!("Tabel {table}"), str::to_owned),
                format!("Tabel {table}. {}.", words.join(". ")),
            )
        })
        .collect()
}

/// Whose data, and which, by activity.
pub(super) fn processed(inputs: &Inputs<'_>) -> Vec<Fact> {
    inputs.each(|it| {
        format!(
            "Van: {}. Gegevens: {}.",
            it.subjects.join(", "),
            it.data.join(", ")
        )
    })
}

/// Where special categories of personal data occur (AVG art. 9).
pub(super) fn special(inputs: &Inputs<'_>) -> Vec<Fact> {
    let forms: Vec<&str> = inputs
        .configuration
        .forms
        .iter()
        .map(|form| form.name.nl.as_str())
        .collect();
    let mut facts = vec![Fact::new(
        "forms",
        "Vormen van uitbuiting",
        format!(
            "{}. Een signaal kan iets zeggen over iemands seksuele leven, gezondheid of afkomst.",
            forms.join(", ")
        ),
    )];
    facts.extend(mentioning(inputs, "bijzondere"));
    facts
}

/// Where data about offences occur (AVG art. 10).
pub(super) fn criminal(inputs: &Inputs<'_>) -> Vec<Fact> {
    mentioning(inputs, "strafrechtelijk")
}

/// The activities of which the register says that they hold such data.
fn mentioning(inputs: &Inputs<'_>, word: &str) -> Vec<Fact> {
    let found = |it: &Processing| -> Vec<String> {
        let data = it.data.iter();
        data.filter(|data| data.to_lowercase().contains(word))
            .cloned()
            .collect()
    };
    let activities = inputs.activities().into_iter();
    activities
        .filter_map(|it| {
            let data = found(it);
            (!data.is_empty()).then(|| {
                Fact::new(
                    format!("activity/{}", it.id),
                    it.name.nl.clone(),
                    format!("{}.", data.join(", ")),
                )
            })
        })
        .collect()
}

/// The sources that are asked by, or give, a citizen service number.
pub(super) fn citizen_numbers(inputs: &Inputs<'_>) -> Vec<Fact> {
    let registers = inputs.configuration.registers.iter();
    registers
        .filter(|it| uses_number(it))
        .map(|it| {
            Fact::new(
                format!("source/{}", it.id),
                it.name.nl.clone(),
                words::ground(&it.ground),
            )
        })
        .collect()
}

/// Whether the number of a citizen goes to, or comes from, a source.
pub(in crate::dpia) fn uses_number(register: &Register) -> bool {
    register.asks.contains(&crate::enrichment::InquiryKind::Citizen)
        || register.fields.iter().any(|field| field == "bsn")
}
