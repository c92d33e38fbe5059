// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Every command in the documents, in the unit for systemd and in the help itself is one that the program takes.

use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::{CommandFactory as _, Parser as _};

use super::Cli;

/// The words of a command line; double quotes keep words together.
fn words(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (index, part) in line.split('"').enumerate() {
        if index % 2 == 1 {
            found.push(part.to_owned());
        } else {
            found.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    found
}

/// The command of this program in a line of code, if there is one.
fn command(line: &str) -> Option<Vec<String>> {
    let words = words(line);
    let named = |word: &String| word.ends_with("/bin/meldroute");
    let start = match words.first()?.as_str() {
        "meldroute" => 0,
        _ => words.iter().position(named)?,
    };
    (start + 1 < words.len()).then(|| words[start..].to_vec())
}

/// The lines of code in a document: between fences, or indented.
fn code(document: &str) -> Vec<(usize, &str)> {
    let mut fenced = false;
    let mut found = Vec::new();
    for (index, line) in document.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if fenced || line.starts_with("    ") {
            found.push((index + 1, line));
        }
    }
    found
}

fn documents() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    ["", "docs", "docs/handleiding"]
        .iter()
        .flat_map(|folder| fs::read_dir(root.join(folder)).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .collect()
}

fn assert_taken(place: &str, words: Vec<String>) {
    let line = words.join(" ");
    if let Err(error) = Cli::try_parse_from(words) {
        panic!("{place}: `{line}` is refused:\n{error}");
    }
}

#[test]
fn commands_in_documents_are_taken() {
    let mut seen = 0;
    for path in documents() {
        let document = fs::read_to_string(&path).unwrap();
        for (number, line) in code(&document) {
            if let Some(words) = command(line) {
                assert_taken(&format!("{}:{number}", path.display()), words);
                seen += 1;
            }
        }
    }
    assert!(seen > 20, "only {seen} commands were found");
}

#[test]
fn the_unit_for_systemd_starts_the_program() {
    let unit = include_str!("../../../../docs/systemd/meldroute.service");
    let start = unit.lines().find(|line| line.starts_with("ExecStart=")).unwrap();
    assert_taken("meldroute.service", command(start).unwrap());
}

#[test]
fn the_examples_of_the_help_are_taken() {
    let mut waiting = vec![Cli::command()];
    while let Some(command) = waiting.pop() {
        let help = command
            .get_after_help()
            .map(ToString::to_string)
            .unwrap_or_default();
        for example in help.split("Example: ").skip(1) {
            let line = example.lines().next().unwrap();
            assert_taken(command.get_name(), words(line));
        }
        waiting.extend(command.get_subcommands().cloned());
    }
}

#[test]
fn commands_are_found_in_code_only() {
    let document =
        "meldroute is a program\n\n```\nmeldroute demo --port 1\n```\n\n    sudo systemctl stop meldroute\n";
    let found: Vec<_> = code(document)
        .into_iter()
        .filter_map(|(_, line)| command(line))
        .collect();
    assert_eq!(found, [["meldroute", "demo", "--port", "1"]]);
    assert_eq!(words("a --name \"B. C\" d"), ["a", "--name", "B. C", "d"]);
}
