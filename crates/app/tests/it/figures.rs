// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute figures`: without an installation, and with one.

use std::fs;

use crate::program::{meldroute, repository};

fn heemstede(arguments: &[&str]) -> crate::program::Ran {
    let folder = repository("config/heemstede");
    meldroute(&[&["figures"], arguments, &["--configuration", &folder]].concat())
}

#[test]
fn a_table_of_the_plan_is_printed_with_what_must_be_known_to_read_it() {
    let said = heemstede(&["table", "--source", "nla", "--year", "2022"]).good();
    let mut lines = said.lines();
    assert_eq!(lines.next().unwrap(), "Nederlandse Arbeidsinspectie, 2022");
    assert!(lines.next().unwrap().ends_with("Arbeidsuitbuiting"), "{said}");
    for area in [
        "Heemstede",
        "Zandvoort",
        "Bloemendaal",
        "IJmond",
        "Haarlem",
        "Haarlemmermeer",
    ] {
        let cells: Vec<&str> = lines.next().unwrap().split_whitespace().collect();
        assert_eq!(cells, [area, "."], "{said}");
    }
    assert!(
        said.contains(
            "Over 2022 zijn geen cijfers van Nederlandse Arbeidsinspectie bekend. Die over 2021 wel."
        ),
        "{said}"
    );
    let csv = heemstede(&[
        "table", "--source", "politie", "--year", "2022", "--format", "csv",
    ])
    .good();
    assert!(
        csv.contains("\"politie\",\"2022\",\"haarlem\",\"5\",\"0\",\"3\""),
        "{csv}"
    );
    let json = heemstede(&["table", "--year", "2022", "--format", "json"]).good();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json[0]["rows"][3]["cells"]["sexual"], "4");
    assert_eq!(
        json.as_array().unwrap().len(),
        3,
        "no table is over several sources"
    );
}

#[test]
fn who_is_further_off_gets_less_exact_numbers() {
    let council = heemstede(&[
        "table",
        "--source",
        "politie",
        "--year",
        "2022",
        "--audience",
        "council",
        "--format",
        "csv",
    ]);
    assert!(
        council
            .good()
            .contains("\"haarlem\",\"5 tot 9\",\"0\",\"1 tot 4\"")
    );
    let public = heemstede(&[
        "table",
        "--source",
        "politie",
        "--year",
        "2022",
        "--audience",
        "public",
    ])
    .good();
    // Three years of Heemstede are not known, and that is not zero.
    let small = public.lines().find(|line| line.starts_with("Heemstede")).unwrap();
    assert!(
        small.starts_with("Heemstede (2020 tot en met 2022)") && small.ends_with('.'),
        "{public}"
    );
}

#[test]
fn persons_lie_between_bounds() {
    let asked = [
        "bounds",
        "--year",
        "2022",
        "--area",
        "heemstede",
        "--form",
        "sexual",
    ];
    assert!(heemstede(&asked).good().contains("4 tot 5"));
    let said = heemstede(&[
        "bounds",
        "--year",
        "2022",
        "--source",
        "politie",
        "--source",
        "zorgcoordinatie",
        "--language",
        "en",
    ]);
    let said = said.good();
    let last: Vec<&str> = said.lines().last().unwrap().split_whitespace().collect();
    assert_eq!(last, ["all", "all", "42", "to", "62"]);
}

#[test]
fn each_row_of_a_file_is_told_its_fate() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("cijfers.csv");
    fs::write(
        &file,
        "# uit de brief van maart\nbron;jaar;gebied;vorm;aantal\npolitie;2022;Haarlem;sexual;5\npolitie;2022;Haarlem;labour;4\npolitie;2023;Haarlem;labour;7\npolitie;2023;Elders;labour;7\n",
    )
    .unwrap();
    let file = file.to_str().unwrap();
    let ran = heemstede(&["import", "--dry-run", file]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert_eq!(
        ran.out.lines().collect::<Vec<_>>(),
        [
            "line 3: known already",
            "line 4: correction, from 3 to 4",
            "line 5: new",
            "line 6: wrong, column area: no such area stands in figures.toml",
            "1 new, 1 known already, 1 corrections, 1 wrong",
        ]
    );
}
