// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute plan`: the plan of Heemstede on the day on which it was set.

use std::fs;

use crate::program::{Ran, meldroute, repository};

fn heemstede(arguments: &[&str]) -> Ran {
    let folder = repository("config/heemstede");
    meldroute(&[&["plan"], arguments, &["--configuration", &folder]].concat())
}

fn rows(on: &str) -> Vec<serde_json::Value> {
    let said = heemstede(&["list", "--on", on, "--format", "json"]).good();
    serde_json::from_str(&said).unwrap()
}

#[test]
fn all_actions_are_listed_with_what_comes_next_and_what_is_odd() {
    let rows = rows("2024-07-09");
    assert_eq!(rows.len(), 19);
    assert!(rows.iter().all(|row| row["next"] != ""), "{rows:?}");
    let all = |row: &serde_json::Value| {
        row["flags"]
            .as_str()
            .unwrap()
            .contains("Niemand is verantwoordelijk.")
    };
    assert!(rows.iter().all(all));
    let odd: Vec<_> = rows
        .iter()
        .filter(|row| row["flags"] != "Niemand is verantwoordelijk.")
        .map(|row| {
            (
                row["number"].as_str().unwrap(),
                row["next"].as_str().unwrap(),
                row["flags"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        odd,
        [
            (
                "9",
                "2024-06-30",
                "Deze datum was al voorbij toen het plan werd vastgesteld. Niemand is verantwoordelijk."
            ),
            (
                "18",
                "2024-12-31",
                "De tekst van het plan zegt iets anders: ‘Indien nodig’ (paragraaf 3.3.4). Niemand is verantwoordelijk."
            ),
        ]
    );
    let next: Vec<&str> = rows.iter().map(|row| row["next"].as_str().unwrap()).collect();
    assert_eq!(
        (next[0], next[3], next[7], next[15]),
        ("2024-09-30", "2024-12-31", "2024-12-31", "2025-06-30")
    );
}

#[test]
fn what_is_not_understood_is_said_and_what_is_wrong_takes_nothing_in() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("acties.csv");
    fs::write(
        &file,
        "pijler;thema;actie;wanneer\n1;Gegevensdeling;DPIA opstellen;Q3 2024\n1;Gegevensdeling;DPIA opstellen;Q4 2024\n7;Nieuw;Iets nieuws;Jaarlijks\n2;Nieuw;;Jaarlijks\n",
    )
    .unwrap();
    let ran = heemstede(&["import", "--dry-run", file.to_str().unwrap()]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert_eq!(
        ran.out.lines().collect::<Vec<_>>(),
        [
            "line 2: known already",
            "line 3: wrong, the same action stands in this pillar twice",
            "line 4: wrong, column pillar: no such pillar stands in plan.toml",
            "line 5: wrong, column action: nothing stands here",
        ]
    );
}
