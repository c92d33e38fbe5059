// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute estimate`: what a policy officer reads, and what a script does.

use std::fs;

use crate::program::{meldroute, repository};

fn file(name: &str) -> String {
    repository(&format!("crates/estimate/tests/data/{name}.csv"))
}

#[test]
fn a_table_of_a_country_gets_an_estimate_with_its_interval() {
    let said = meldroute(&["estimate", &file("uk2013_6lists"), "--area", "country"]).good();
    let first = said.lines().next().unwrap();
    assert!(first.starts_with("Estimate: 11418 persons, between 9"), "{said}");
    assert!(said.contains("stepwise      11417.9911  9977."), "{said}");
    let again = meldroute(&["estimate", &file("uk2013_6lists"), "--seed", "1"]).good();
    assert_eq!(said, again);
    assert_ne!(
        said,
        meldroute(&["estimate", &file("uk2013_6lists"), "--seed", "2"]).good()
    );
}

#[test]
fn a_script_reads_the_same_numbers() {
    let lists = file("kosovo1999_4lists");
    let csv = meldroute(&["estimate", &lists, "--replicates", "100", "--format", "csv"]).good();
    assert!(csv.starts_with("\"what\",\"persons\",\"low\""), "{csv}");
    assert!(
        csv.contains("\"stepwise\",\"14341.6638\"")
            && csv.contains("\"level\",\"\",\"\",\"\",\"\",\"estimate\""),
        "{csv}"
    );
    let json = meldroute(&[
        "estimate",
        &lists,
        "--replicates",
        "100",
        "--method",
        "all-two-list",
        "--format",
        "json",
    ])
    .good();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let is = |row: &&serde_json::Value| row["what"] == "all-two-list" && row["interval"] == "wald";
    let row = json.as_array().unwrap().iter().find(is).unwrap();
    assert_eq!(row["persons"], "14402.4890");
}

#[test]
fn where_methods_disagree_only_an_order_of_magnitude_is_said() {
    let said = meldroute(&["estimate", &file("neworleans2016_8lists"), "--replicates", "100"]).good();
    assert!(
        said.starts_with("Order of magnitude only: roughly between 900 and 3000 persons."),
        "{said}"
    );
    assert!(
        said.contains("- Only 13 persons are on more than one list"),
        "{said}"
    );
    assert!(said.contains("do not agree"), "{said}");
}

#[test]
fn one_municipality_is_refused_with_a_reason() {
    let folder = tempfile::tempdir().unwrap();
    let figures = folder.path().join("figures.csv");
    fs::write(
        &figures,
        "# plan\nsource,year,area,form,count\npolice,2022,Heemstede,sexual,1\ncare,2022,Heemstede,sexual,4\n",
    )
    .unwrap();
    let said = meldroute(&["estimate", figures.to_str().unwrap()]).refused();
    assert!(
        said.contains("line 2: numbers per source and area")
            && said.contains("for one municipality none is made at all"),
        "{said}"
    );
    let said = meldroute(&["estimate", &file("uk2013_6lists"), "--area", "municipality"]).refused();
    assert!(
        said.starts_with("No estimate is made.\nThis is one municipality.")
            && said.contains("at least 2744 persons"),
        "{said}"
    );
    let said = meldroute(&["estimate", &file("artificial_3lists")]).refused();
    assert!(
        said.contains("Only 6 persons are on more than one list, and at least 10 are needed. How many nobody knows is computed from exactly those persons.") && said.contains("\"C\""),
        "{said}"
    );
}

#[test]
fn a_wrong_file_is_told_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let lists = folder.path().join("lists.csv");
    fs::write(&lists, "a,b,c,count\n1,0,0,4\n1,2,0,4\n").unwrap();
    let said = meldroute(&["estimate", lists.to_str().unwrap()]).refused();
    assert!(
        said.contains("lists.csv: line 3: `2` for a list; expected 1 (on it) or 0 (not on it)"),
        "{said}"
    );
    fs::write(&lists, b"a,b,c,count\n\xff").unwrap();
    assert!(
        meldroute(&["estimate", lists.to_str().unwrap()])
            .refused()
            .contains("no text in UTF-8")
    );
    assert_eq!(meldroute(&["estimate", "/no/such/file.csv"]).code, Some(2));
    assert_eq!(
        meldroute(&["estimate", &file("uk2013_6lists"), "--replicates", "1"]).code,
        Some(2)
    );
}
