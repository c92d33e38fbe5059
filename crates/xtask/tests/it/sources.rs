// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Every source says whose it is, under which licence, and what it is for; and stays short.

use std::path::Path;

use crate::tree::{assert_none, files, root, shown, text};

/// Formats that can hold a header. What can't is listed in `REUSE.toml`.
const WITH_HEADER: &[&str] = &[
    ".rs", ".toml", ".html", ".ftl", ".sql", ".css", ".js", ".mjs", ".ts", ".sh", ".md", ".yml", ".yaml",
    "Makefile",
];
const LONGEST: usize = 600;
const MEDIAN: usize = 150;

/// Lines before the file's own tests.
fn production_lines(source: &str) -> usize {
    source
        .lines()
        .take_while(|line| !line.starts_with("#[cfg(test)]"))
        .count()
}

fn is_test(path: &Path) -> bool {
    let path = shown(path);
    path.contains("/tests/") || path.ends_with("/tests.rs")
}

#[test]
fn every_file_names_owner_and_licence() {
    let mut findings = Vec::new();
    for path in files(&root(), WITH_HEADER) {
        let source = text(&path);
        let head: Vec<_> = source.lines().take(5).collect();
        // In two parts, or `reuse` would read these lines as a header of this file.
        let has = |tag: &str, value: &str| head.iter().any(|line| line.contains(tag) && line.contains(value));
        if !has("SPDX-FileCopyrightText", "2026 The Meldroute authors")
            || !has("SPDX-License-Identifier", "EUPL-1.2")
        {
            findings.push(format!("{}: header missing", shown(&path)));
        }
    }
    assert_none(&findings);
}

#[test]
fn every_module_says_what_it_is_for() {
    let mut findings = Vec::new();
    for path in files(&root().join("crates"), &[".rs"]) {
        let source = text(&path);
        let first = source
            .lines()
            .find(|line| !line.is_empty() && !line.starts_with("// "));
        if !first.is_some_and(|line| line.starts_with("//! ")) {
            findings.push(format!("{}: begin with a `//!` line", shown(&path)));
        }
    }
    assert_none(&findings);
}

#[test]
fn files_are_short() {
    let mut findings = Vec::new();
    let mut lengths = Vec::new();
    for path in files(&root().join("crates"), &[".rs"])
        .iter()
        .filter(|path| !is_test(path))
    {
        let lines = production_lines(&text(path));
        lengths.push(lines);
        if lines > LONGEST {
            findings.push(format!("{}: {lines} lines, {LONGEST} at most", shown(path)));
        }
    }
    assert_none(&findings);
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(
        median <= MEDIAN,
        "half of the files are longer than {median} lines, {MEDIAN} at most"
    );
}

#[test]
fn modules_are_named_after_their_subject() {
    let vague = ["utils", "util", "helpers", "helper", "common", "misc", "shared"];
    let mut findings = Vec::new();
    for path in files(&root().join("crates"), &[".rs"]) {
        let path = shown(&path);
        if path
            .split('/')
            .any(|name| vague.contains(&name.trim_end_matches(".rs")))
        {
            findings.push(format!("{path}: name it after its subject"));
        }
    }
    assert_none(&findings);
}
