// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The configurations that ship with the project can be read.

use std::{collections::BTreeMap, fs, path::Path};

use meldroute_core::configuration::{Configuration, read::read};

fn shipped(name: &str) -> Configuration {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../config")
        .join(name);
    let files: BTreeMap<String, String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| {
            (
                format!("config/{name}/{}", entry.file_name().to_string_lossy()),
                fs::read_to_string(entry.path()).unwrap(),
            )
        })
        .collect();
    read(&files).unwrap_or_else(|problems| {
        panic!(
            "{}",
            problems
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("\n")
        )
    })
}

#[test]
fn heemstede_has_six_steps_and_two_bodies() {
    let heemstede = shipped("heemstede");
    let steps: Vec<&str> = heemstede
        .route
        .steps
        .iter()
        .map(|step| step.id.as_str())
        .collect();
    assert_eq!(
        steps,
        [
            "report",
            "register",
            "enrich",
            "signalenoverleg",
            "loo",
            "feedback"
        ]
    );
    assert_eq!(heemstede.bodies.len(), 2);
}
