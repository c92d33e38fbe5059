// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Documents that lead somewhere: links to files exist, and the licence is the whole licence.

use crate::tree::{assert_none, files, root, shown, text};

/// The targets of `[text](target)`, outside code fences, with their line numbers.
fn links(document: &str) -> Vec<(usize, String)> {
    let mut fenced = false;
    let mut found = Vec::new();
    for (index, line) in document.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        }
        if !fenced {
            let targets = line.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
            found.extend(targets.map(|(target, _)| (index + 1, target.to_owned())));
        }
    }
    found
}

#[test]
fn links_to_files_exist() {
    let mut findings = Vec::new();
    for path in files(&root(), &[".md"]) {
        let folder = path.parent().expect("a file stands in a folder");
        for (number, target) in links(&text(&path)) {
            let file = target.split('#').next().unwrap_or_default();
            let elsewhere = file.is_empty() || file.contains("://") || file.starts_with("mailto:");
            if !elsewhere && !folder.join(file).exists() {
                findings.push(format!("{}:{number}: {target} does not exist", shown(&path)));
            }
        }
    }
    assert_none(&findings);
}

#[test]
fn every_decision_is_listed() {
    let folder = root().join("docs/adr");
    let list = text(&folder.join("README.md"));
    for path in files(&folder, &[".md"]) {
        let name = path.file_name().expect("a file has a name").to_string_lossy();
        assert!(
            name == "README.md" || list.contains(&format!("({name})")),
            "docs/adr/README.md lacks {name}"
        );
    }
}

#[test]
fn the_licence_is_the_whole_eupl() {
    let licence = text(&root().join("LICENSE"));
    assert_eq!(licence, text(&root().join("LICENSES/EUPL-1.2.txt")));
    assert!(licence.starts_with("EUROPEAN UNION PUBLIC LICENCE v. 1.2"));
    assert!(licence.contains("15.Applicable Law") && licence.contains("Appendix"));
}

#[test]
fn links_are_found_outside_fences_only() {
    let document = "a [b](c.md#d) and [e](f)\n```\n[g](h)\n```\n";
    assert_eq!(links(document), [(1, "c.md#d".to_owned()), (1, "f".to_owned())]);
}
