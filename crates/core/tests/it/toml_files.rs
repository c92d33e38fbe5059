// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A configuration as the files that a municipality would write.

use std::collections::BTreeMap;

use meldroute_core::configuration::Configuration;
use serde::Serialize;

/// The files of a configuration, as [`meldroute_core::configuration::read::read`] takes them.
pub(crate) fn files(configuration: &Configuration) -> BTreeMap<String, String> {
    let c = configuration;
    let route = &c.route;
    [
        (
            "municipality.toml",
            vec![
                part("municipality", &c.municipality),
                part("neighbour", &c.neighbours),
            ],
        ),
        ("forms.toml", vec![part("form", &c.forms)]),
        ("indicators.toml", vec![part("list", &c.indicators)]),
        (
            "channels.toml",
            vec![
                part("channel", &c.channels),
                part("anonymity", &c.anonymity),
                part("public_form", &c.public_form),
            ],
        ),
        (
            "partners.toml",
            vec![
                part("partner", &c.partners),
                part("department", &c.departments),
                part("inspection", &c.inspections),
            ],
        ),
        ("registers.toml", vec![part("register", &c.registers)]),
        (
            "route.toml",
            vec![
                part("version", &route.version),
                part("attention_after", &route.attention_after),
                part("care_partner", &route.care_partner),
                part("acute", &route.acute),
                part("step", &route.steps),
                part("gate", &route.gates),
                part("fork", &route.forks),
            ],
        ),
        ("bodies.toml", vec![part("body", &c.bodies)]),
        ("feedback.toml", vec![part("feedback", &c.feedback)]),
        ("feedback-templates.toml", vec![part("template", &c.templates)]),
        (
            "where-to-report.toml",
            vec![
                part("page", &c.where_to_report.page),
                part("place", &c.where_to_report.places),
            ],
        ),
    ]
    .into_iter()
    .chain(rules(c))
    .map(|(name, parts)| (name.to_owned(), file(parts)))
    .collect()
}

/// The files that a municipality may leave out.
fn rules(c: &Configuration) -> Vec<(&'static str, Vec<(String, toml::Value)>)> {
    let sharing = c.sharing.iter().map(|matrix| {
        let parts = vec![part("party", &matrix.parties), part("rule", &matrix.rules)];
        ("sharing.toml", parts)
    });
    let retention = c.retention.iter().map(|rules| {
        let kept = part("backups_kept_days", &rules.backups_kept_days);
        ("retention.toml", vec![kept, part("rule", &rules.rules)])
    });
    sharing.chain(retention).collect()
}

fn part<T: Serialize>(key: &str, value: &T) -> (String, toml::Value) {
    (key.to_owned(), toml::Value::try_from(value).unwrap())
}

fn file(parts: Vec<(String, toml::Value)>) -> String {
    let table: toml::Table = parts
        .into_iter()
        .filter(|(_, value)| value.as_array().is_none_or(|list| !list.is_empty()))
        .collect();
    toml::to_string(&table).unwrap()
}
