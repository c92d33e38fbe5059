// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute config check`.

use std::{fs, path::Path};

use crate::program::{meldroute, repository};

fn copy_of_heemstede(folder: &Path) {
    for entry in fs::read_dir(repository("config/heemstede")).unwrap() {
        let from = entry.unwrap().path();
        fs::copy(&from, folder.join(from.file_name().unwrap())).unwrap();
    }
}

#[test]
fn prints_the_route_of_heemstede() {
    let out = meldroute(&["config", "check", &repository("config/heemstede")]).good();
    for words in [
        "Melding",
        "Registratie",
        "Verrijking",
        "Signalenoverleg",
        "Lokaal Overleg Ondermijning",
        "Terugkoppeling",
        "Meer informatie nodig",
        "RIEC-casus",
        "Is het signaal sterk genoeg?",
    ] {
        assert!(out.contains(words), "{words} is missing in:\n{out}");
    }
}

#[test]
fn names_every_problem_with_its_file_and_line() {
    let folder = tempfile::tempdir().unwrap();
    copy_of_heemstede(folder.path());
    for (file, right, wrong) in [
        ("route.toml", "next = \"enrich\"", "next = \"nowhere\""),
        ("municipality.toml", "prefix = \"HS\"", "prefix = \"hs!\""),
    ] {
        let path = folder.path().join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(right));
        fs::write(&path, text.replace(right, wrong)).unwrap();
    }
    let ran = meldroute(&["config", "check", folder.path().to_str().unwrap()]);
    assert_eq!(ran.out, "");
    let problems = ran.refused();
    let at = |file: &str| {
        let place = format!("{}:", folder.path().join(file).display());
        let line = problems
            .lines()
            .find(|line| line.starts_with(&place))
            .unwrap_or_else(|| panic!("{problems}"));
        let rest = line.strip_prefix(&place).unwrap();
        rest.split(':').next().unwrap().parse::<usize>().unwrap()
    };
    let line_of = |file: &str, words: &str| {
        let text = fs::read_to_string(folder.path().join(file)).unwrap();
        1 + text.lines().position(|line| line.contains(words)).unwrap()
    };
    assert_eq!(at("route.toml"), line_of("route.toml", "nowhere"));
    assert_eq!(at("municipality.toml"), line_of("municipality.toml", "hs!"));
}

#[test]
fn a_folder_that_is_not_there_is_a_wrong_call() {
    let ran = meldroute(&["config", "check", "no/such/folder"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("no/such/folder"), "{}", ran.err);
}
