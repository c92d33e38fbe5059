// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A new version of a route never strands a running signal.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use meldroute_core::{
    configuration::succession::{Stranded, check},
    id::StepId,
};

use crate::files::{edit, files_of, readable};

const ROUTE: &str = "config/heemstede/route.toml";

/// The verdict on version 2 of Heemstede's route, made by editing version 1, with one signal at each step named.
fn version_two(open: &[&str], edits: &[(&str, &str, &str)]) -> Vec<Stranded> {
    let mut files = files_of("heemstede");
    // What may be shared is another matter.
    files.remove("config/heemstede/sharing.toml");
    let old = readable(&files);
    edit(&mut files, ROUTE, "version = 1", "version = 2");
    for (file, from, to) in edits {
        edit(&mut files, &format!("config/heemstede/{file}"), from, to);
    }
    let open: BTreeMap<StepId, Vec<String>> = open
        .iter()
        .map(|step| (StepId::from(*step), vec![format!("HS-2026-0042 at {step}")]))
        .collect();
    check(&open, &old, &readable(&files), today())
        .err()
        .unwrap_or_default()
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 1).unwrap()
}

/// Edits that take the enrichment out of the route.
const WITHOUT_ENRICHMENT: &[(&str, &str, &str)] = &[
    ("route.toml", "next = \"enrich\"", "next = \"signalenoverleg\""),
    (
        "route.toml",
        "[[step]]\nid = \"enrich\"\nname = { nl = \"Verrijking\", en = \"Enrichment\" }\nkind = \"enrich\"\nowner = \"enricher\"\ngate = \"enrichment\"\nnext = \"signalenoverleg\"\n",
        "",
    ),
    (
        "route.toml",
        "[[gate]]\nid = \"enrichment\"\nquestion = { nl = \"Is het nodig en toegestaan om bronnen over dit signaal te bevragen?\", en = \"Is it necessary and lawful to ask sources about this signal?\" }\ndecided_by = \"coordinator\"\nrefused = \"signalenoverleg\"\n",
        "",
    ),
];

#[test]
fn a_version_that_changes_names_only_is_fine() {
    let edits = [("route.toml", "Verrijking", "Onderzoek")];
    assert_eq!(version_two(&["enrich", "loo", "feedback"], &edits), []);
}

#[test]
fn a_version_must_be_higher() {
    let heemstede = readable(&files_of("heemstede"));
    let refused = check(&BTreeMap::new(), &heemstede, &heemstede, today()).unwrap_err();
    assert_eq!(
        refused[0].to_string(),
        "version 1 of the route is not higher than version 1, which is in force; do: set version = 2 in route.toml"
    );
}

#[test]
fn a_step_with_signals_may_not_go() {
    let refused = version_two(&["enrich"], WITHOUT_ENRICHMENT);
    assert_eq!(refused.len(), 1);
    assert_eq!(refused[0].signals, ["HS-2026-0042 at enrich"]);
    assert!(
        refused[0].message.contains("step `enrich` is gone"),
        "{}",
        refused[0]
    );
}

#[test]
fn a_step_without_signals_may_go() {
    assert_eq!(version_two(&["register", "loo"], WITHOUT_ENRICHMENT), []);
}

#[test]
fn a_step_may_be_renamed_when_it_says_so() {
    let to = "id = \"inquire\"\nformerly = [\"enrich\"]";
    let next = ("route.toml", "next = \"enrich\"", "next = \"inquire\"");
    assert_eq!(
        version_two(&["enrich"], &[("route.toml", "id = \"enrich\"", to), next]),
        []
    );
    let silent = version_two(
        &["enrich"],
        &[("route.toml", "id = \"enrich\"", "id = \"inquire\""), next],
    );
    assert!(
        silent[0].remedy.contains("formerly = [\"enrich\"]"),
        "{}",
        silent[0]
    );
}

#[test]
fn a_body_keeps_its_id_while_signals_lie_before_it() {
    let edits = [
        ("route.toml", "body = \"loo\"", "body = \"ondermijning\""),
        ("bodies.toml", "id = \"loo\"", "id = \"ondermijning\""),
        ("bodies.toml", "body = \"loo\"", "body = \"ondermijning\""),
    ];
    let refused = version_two(&["loo"], &edits);
    assert!(
        refused[0].message.contains("the body `loo` no longer decides"),
        "{}",
        refused[0]
    );
    assert_eq!(version_two(&["enrich"], &edits), []);
}

#[test]
fn a_gate_keeps_its_id_while_signals_stand_behind_it() {
    let edits = [
        ("route.toml", "gate = \"enrichment\"", "gate = \"asking\""),
        ("route.toml", "id = \"enrichment\"", "id = \"asking\""),
    ];
    let refused = version_two(&["enrich"], &edits);
    assert!(
        refused[0].message.contains("the gate `enrichment`"),
        "{}",
        refused[0]
    );
}

#[test]
fn a_step_to_which_a_signal_returns_may_not_go() {
    let mut files = files_of("oeverland");
    let old = readable(&files);
    for (file, from, to) in [
        ("route.toml", "version = 4", "version = 5"),
        ("route.toml", "id = \"weigh\"", "id = \"consider\""),
        ("route.toml", "next = \"weigh\"", "next = \"consider\""),
        ("bodies.toml", "then = \"weigh\"", "then = \"consider\""),
    ] {
        edit(&mut files, &format!("config/oeverland/{file}"), from, to);
    }
    let new = readable(&files);
    let before_the_body: BTreeMap<StepId, Vec<String>> =
        [(StepId::from("care-table"), vec!["OVL-2026-0007".to_owned()])].into();
    let refused = check(&before_the_body, &old, &new, today()).unwrap_err();
    assert_eq!(refused.len(), 1);
    assert!(
        refused[0].to_string().contains("step `weigh` is gone"),
        "{}",
        refused[0]
    );
    assert!(refused[0].to_string().contains("OVL-2026-0007"), "{}", refused[0]);
}

const ACTIVITY: &str = "processing.toml";

/// The text of an activity as it ships, with another version, first day and purpose below it.
fn next_version(day: &str) -> (String, String) {
    let files = files_of("heemstede");
    let text = &files["config/heemstede/processing.toml"];
    let entry = text
        .split("\n\n")
        .find(|entry| entry.contains("id = \"search\""))
        .unwrap();
    let next = entry
        .replace("version = 1", "version = 2")
        .replace("valid_from = 2026-01-01", &format!("valid_from = {day}"));
    (entry.to_owned(), format!("{entry}\n\n{next}"))
}

#[test]
fn an_activity_gets_a_new_version_from_tomorrow() {
    let (from, to) = next_version("2026-12-02");
    assert_eq!(version_two(&[], &[(ACTIVITY, &from, &to)]), []);
}

#[test]
fn what_was_logged_keeps_its_meaning() {
    let (from, to) = next_version("2026-12-01");
    let refused = version_two(&[], &[(ACTIVITY, &from, &to)]);
    assert!(
        refused[0]
            .message
            .contains("version 2 of the processing activity `search` would hold")
    );
    let changed = [(ACTIVITY, "purpose = \"Terugvinden", "purpose = \"Vinden")];
    let refused = version_two(&[], &changed);
    assert!(
        refused[0]
            .message
            .contains("version 1 of the processing activity `search` is gone or changed")
    );
}
