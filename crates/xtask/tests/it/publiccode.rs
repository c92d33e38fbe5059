// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `publiccode.yml` holds what version 0.7 of that standard demands. A catalogue refuses it otherwise.

use std::collections::BTreeMap;

use crate::tree::{root, text};

/// The values by path (`description/nl/shortDescription`); items of a list are joined by commas, texts by spaces.
/// Reads what our file uses of YAML: maps by indentation of two, lists, and `|` texts.
fn read(yaml: &str) -> BTreeMap<String, String> {
    let mut values = BTreeMap::new();
    let mut path: Vec<String> = Vec::new();
    let mut text_below = None;
    for line in yaml
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'))
    {
        let indent = line.len() - line.trim_start().len();
        let line = line.trim();
        assert!(indent % 2 == 0 && !line.contains('\t'), "indentation: {line}");
        if text_below.is_some_and(|above| indent <= above) {
            text_below = None;
        }
        let item = line.strip_prefix("- ").filter(|_| text_below.is_none());
        if text_below.is_some() || item.is_some() {
            let value: &mut String = values.entry(path.join("/")).or_default();
            if !value.is_empty() {
                value.push_str(if item.is_some() { "," } else { " " });
            }
            value.push_str(item.unwrap_or(line));
            continue;
        }
        let (key, value) = line
            .split_once(':')
            .unwrap_or_else(|| panic!("neither key nor item: {line}"));
        path.truncate(indent / 2);
        assert_eq!(path.len(), indent / 2, "indented too far: {line}");
        path.push(key.to_owned());
        let value = value.trim().trim_matches('"');
        if value == "|" {
            text_below = Some(indent);
        } else {
            values.insert(path.join("/"), value.to_owned());
        }
    }
    values
}

#[test]
fn publiccode_holds_what_the_standard_demands() {
    let values = read(&text(&root().join("publiccode.yml")));
    let value = |key: &str| {
        let value = values
            .get(key)
            .unwrap_or_else(|| panic!("publiccode.yml lacks {key}"));
        assert!(!value.is_empty(), "publiccode.yml: {key} is empty");
        value.as_str()
    };
    assert_eq!(value("publiccodeYmlVersion"), "0.7");
    assert_eq!(value("name"), "Meldroute");
    assert_eq!(value("legal/license"), "EUPL-1.2");
    assert!(value("url").starts_with("https://"));
    assert!(value("platforms").contains("web"));
    assert_eq!(value("softwareType"), "standalone/web");
    let states = ["concept", "development", "beta", "stable", "obsolete"];
    assert!(states.contains(&value("developmentStatus")));
    assert_eq!(value("localisation/localisationReady"), "true");
    assert_eq!(value("localisation/availableLanguages"), "nl,en");
    for language in ["nl", "en"] {
        assert!(
            value(&format!("description/{language}/shortDescription"))
                .chars()
                .count()
                <= 150
        );
        let long = value(&format!("description/{language}/longDescription"))
            .chars()
            .count();
        assert!((500..=10_000).contains(&long), "{language}: {long} characters");
        value(&format!("description/{language}/features"));
    }
    match value("maintenance/type") {
        "none" => {}
        "contract" => assert!(!value("maintenance/contractors").is_empty()),
        "internal" | "community" => assert!(!value("maintenance/contacts").is_empty()),
        other => panic!("no such kind of maintenance: {other}"),
    }
}
