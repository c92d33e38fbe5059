// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Each dependency has its reason, and one place where its version stands.

use std::path::Path;

use crate::tree::{assert_none, files, root, shown, text};

/// The lines of the tables whose header ends in `dependencies]`, with their numbers. An entry stands on one line.
fn dependencies(manifest: &Path) -> Vec<(usize, String)> {
    let mut inside = false;
    let mut entries = Vec::new();
    for (index, line) in text(manifest).lines().enumerate() {
        let line = line.trim();
        if line.starts_with('[') {
            inside = line.ends_with("dependencies]");
        } else if inside && !line.is_empty() && !line.starts_with('#') {
            entries.push((index + 1, line.to_owned()));
        }
    }
    assert!(!entries.is_empty(), "{} names no dependency", shown(manifest));
    entries
}

/// What stands behind the first `#` outside quotes.
fn comment(line: &str) -> Option<&str> {
    let mut quoted = false;
    for (at, sign) in line.char_indices() {
        match sign {
            '"' => quoted = !quoted,
            '#' if !quoted => return line.get(at + 1..).map(str::trim),
            _ => {}
        }
    }
    None
}

#[test]
fn a_reason_stands_beside_every_dependency() {
    let manifest = root().join("Cargo.toml");
    let mut findings = Vec::new();
    for (number, line) in dependencies(&manifest) {
        let ours = line.contains("path = \"crates/");
        if !ours && comment(&line).is_none_or(|reason| reason.len() < 8) {
            findings.push(format!("Cargo.toml:{number}: say why: {line}"));
        }
    }
    assert_none(&findings);
}

#[test]
fn versions_stand_in_the_workspace_only() {
    let mut findings = Vec::new();
    for manifest in files(&root().join("crates"), &["Cargo.toml"]) {
        for (number, line) in dependencies(&manifest) {
            if !line.contains("workspace = true") {
                findings.push(format!(
                    "{}:{number}: take it from the workspace: {line}",
                    shown(&manifest)
                ));
            }
        }
    }
    assert_none(&findings);
}

#[test]
fn comments_are_told_from_text() {
    assert_eq!(comment("a = \"1#2\" # the reason"), Some("the reason"));
    assert_eq!(comment("a = \"1#2\""), None);
}
