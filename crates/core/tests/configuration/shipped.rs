// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The configurations that ship can be read, and say what the plan says.

use crate::files::{files_of, readable};

#[test]
fn heemstede_has_six_steps_and_two_bodies() {
    let heemstede = readable(&files_of("heemstede"));
    let steps: Vec<&str> = heemstede.route.steps.iter().map(|s| s.id.as_str()).collect();
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

#[test]
fn files_that_were_saved_on_windows_are_read_too() {
    let saved = |text: String| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let files = files_of("heemstede")
        .into_iter()
        .map(|(name, text)| (name, saved(text)));
    let heemstede = readable(&files.collect());
    assert_eq!(heemstede.municipality.name, "Heemstede");
}
