// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Broken configurations, each made by editing Heemstede's: each gives its own clear error at its own line.

use std::{collections::BTreeSet, fmt::Write as _};

use chrono::NaiveDate;
use meldroute_core::configuration::{
    problem::Problem,
    read::{read, read_on},
};
use serde::Deserialize;

use crate::files::{Files, edit, files_of, sentences};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    broken: Vec<Broken>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Broken {
    name: String,
    file: String,
    at: String,
    #[serde(default = "first")]
    nth: usize,
    message: String,
    edit: Vec<Edit>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    file: String,
    from: String,
    to: String,
}

const fn first() -> usize {
    1
}

fn table() -> Vec<Broken> {
    toml::from_str::<Table>(include_str!("broken.toml"))
        .unwrap()
        .broken
}

impl Broken {
    fn files(&self) -> Files {
        let mut files = files_of("heemstede");
        for change in &self.edit {
            edit(
                &mut files,
                &format!("config/heemstede/{}", change.file),
                &change.from,
                &change.to,
            );
        }
        files
    }

    fn problems(&self) -> Vec<Problem> {
        read(&self.files()).err().unwrap_or_default()
    }

    fn expected_line(&self) -> usize {
        let files = self.files();
        let text = &files[&format!("config/heemstede/{}", self.file)];
        let mut lines = text
            .lines()
            .enumerate()
            .filter(|(_, line)| line.contains(&self.at));
        lines.nth(self.nth - 1).unwrap().0 + 1
    }
}

#[test]
fn each_gives_one_error_with_its_file_and_line() {
    let mut wrong = String::new();
    for broken in table() {
        let problems = broken.problems();
        let expected = format!(
            "config/heemstede/{}:{}: {}; do: ",
            broken.file,
            broken.expected_line(),
            broken.message
        );
        let alone = problems.len() == 1;
        if !alone || !problems[0].to_string().starts_with(&expected) {
            let found = sentences(&problems);
            writeln!(wrong, "{}\n  expected {expected}\n  {found}", broken.name).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn there_are_more_than_twenty_and_no_two_say_the_same() {
    let messages: BTreeSet<String> = table().into_iter().map(|broken| broken.message).collect();
    assert_eq!(messages.len(), table().len());
    assert!(messages.len() > 20);
}

#[test]
fn a_fork_can_not_lead_past_the_entry_conditions() {
    let mut files = files_of("heemstede");
    let fork = "[[fork]]\nafter = \"enrich\"\nto = \"loo\"\nwhen = { minor = \"yes\" }\n\n[[gate]]";
    edit(&mut files, "config/heemstede/route.toml", "[[gate]]", fork);
    let messages: Vec<String> = read(&files).unwrap_err().into_iter().map(|p| p.message).collect();
    assert_eq!(
        messages,
        ["this leads into `loo` without asking its entry conditions"]
    );
}

#[test]
fn each_error_says_what_to_do() {
    for broken in table() {
        for problem in broken.problems() {
            assert!(problem.remedy.len() > 10, "{}: {problem}", broken.name);
        }
    }
}

#[test]
fn all_problems_are_told_at_once() {
    let mut files = files_of("heemstede");
    let mut change = |file: &str, from: &str, to: &str| {
        edit(&mut files, &format!("config/heemstede/{file}"), from, to);
    };
    change("municipality.toml", "\"HS\"", "\"hs\"");
    change(
        "route.toml",
        "kind = \"enrich\"",
        "kind = \"verrijk\"\ncolour = \"red\"",
    );
    change(
        "route.toml",
        "care_partner = \"hvo-querido\"",
        "care_partner = \"nobody\"",
    );
    change("bodies.toml", "kind = \"inspection\"", "kind = \"control\"");
    change("bodies.toml", "chair = \"coordinator\"", "chair = \"mayor\"");
    change("feedback.toml", "level = \"receipt\"", "level = \"a lot\"");
    let messages: Vec<String> = read(&files).unwrap_err().into_iter().map(|p| p.message).collect();
    for expected in [
        "`hs` can't stand before the numbers of signals",
        "`verrijk` is not one of the choices here",
        "the key `colour` is not known here",
        "there is no partner `nobody`",
        "`control` is not one of the choices here",
        "the chair `mayor` is none of the seats of `signalenoverleg`",
        "`a lot` is not one of the choices here",
    ] {
        assert!(
            messages.iter().any(|m| m == expected),
            "{expected}\n{messages:#?}"
        );
    }
    assert_eq!(
        messages.len(),
        7,
        "nothing that only follows from another: {messages:#?}"
    );
}

#[test]
fn files_are_missing_or_not_known() {
    let mut files = files_of("heemstede");
    let bodies = files.remove("config/heemstede/bodies.toml").unwrap();
    files.insert("config/heemstede/overleggen.toml".to_owned(), bodies);
    let problems = read(&files).unwrap_err();
    assert_eq!(problems.len(), 2, "{}", sentences(&problems));
    let text = sentences(&problems);
    assert!(text.contains("config/heemstede/bodies.toml: this file is missing; do: add it"));
    assert!(
        text.contains(
            "config/heemstede/overleggen.toml: this file is not part of a configuration; do: give it"
        )
    );
}

#[test]
fn a_new_configuration_needs_the_register_of_processing_activities() {
    let mut files = files_of("heemstede");
    files.remove("config/heemstede/processing.toml");
    let problems = read_on(&files, NaiveDate::from_ymd_opt(2026, 12, 1)).unwrap_err();
    assert!(sentences(&problems).contains(
        "config/heemstede/processing.toml: this file is missing: the register of processing activities"
    ));
    // One that was loaded before there was such a file can be read, so that a newer one can follow it.
    assert_eq!(read(&files).unwrap().processing.missing().len(), 15);
}

#[test]
fn a_line_that_is_gone_is_told_near_its_place() {
    let whole = files_of("heemstede");
    for (name, text) in &whole {
        let lines: Vec<&str> = text.lines().collect();
        let said_something = lines
            .iter()
            .enumerate()
            .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        // Every seventeenth line: enough to meet every kind of line, and quick.
        for (gone, _) in said_something.step_by(17) {
            let mut kept = lines.clone();
            kept.remove(gone);
            let mut files = whole.clone();
            files.insert(name.clone(), kept.join("\n"));
            for problem in read(&files).err().unwrap_or_default() {
                let of_file = files.get(&problem.file).unwrap();
                assert!(problem.line.unwrap() <= of_file.lines().count(), "{problem}");
            }
        }
    }
}

#[test]
fn things_in_the_wrong_place_are_problems_and_no_crash() {
    for (file, text) in [
        (
            "route.toml",
            "step = 3\nversion = [1]\nacute = \"police\"\ngate = [1, \"a\"]\n",
        ),
        (
            "municipality.toml",
            "[[municipality]]\nid = \"x\"\n[roles]\nmayor = 3\n",
        ),
        ("bodies.toml", "= = =\n[[body\n"),
        (
            "channels.toml",
            "[anonymity]\npolicy = \"sometimes\"\n[[channel]]\n[[channel]]\n",
        ),
        ("forms.toml", ""),
        ("feedback.toml", "[feedback]\nreporter = \"resident\"\n"),
    ] {
        let mut files = files_of("heemstede");
        files.insert(format!("config/heemstede/{file}"), text.to_owned());
        let problems = read(&files).unwrap_err();
        assert!(
            problems.iter().any(|problem| problem.file.ends_with(file)),
            "{file}: {}",
            sentences(&problems)
        );
    }
    assert!(!read(&Files::new()).unwrap_err().is_empty());
}
