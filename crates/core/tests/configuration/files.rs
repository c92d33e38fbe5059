// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The shipped files, to read and to edit.

use std::{collections::BTreeMap, fs, path::Path};

use meldroute_core::configuration::{Configuration, problem::Problem, read::read};

/// Files by name, as `read` takes them.
pub(crate) type Files = BTreeMap<String, String>;

/// The files of a shipped configuration.
pub(crate) fn files_of(name: &str) -> Files {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../config")
        .join(name);
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| {
            entry
                .path()
                .extension()
                .is_some_and(|extension| extension == "toml")
        })
        .map(|entry| {
            let text = fs::read_to_string(entry.path()).unwrap();
            (
                format!("config/{name}/{}", entry.file_name().to_string_lossy()),
                text,
            )
        })
        .collect()
}

/// Reads files that must be right.
pub(crate) fn readable(files: &Files) -> Configuration {
    read(files).unwrap_or_else(|problems| panic!("{}", sentences(&problems)))
}

/// Problems as they are printed.
pub(crate) fn sentences(problems: &[Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

/// Replaces a text that stands in a file.
pub(crate) fn edit(files: &mut Files, file: &str, from: &str, to: &str) {
    let text = files.get_mut(file).unwrap();
    assert!(text.contains(from), "{file} does not hold {from:?}");
    *text = text.replacen(from, to, 1);
}
