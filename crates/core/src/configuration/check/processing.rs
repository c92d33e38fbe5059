// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The register of processing activities: whatever the program does stands in it, each version once, under a controller.

use chrono::NaiveDate;

use super::{Check, is_name};
use crate::configuration::processing::Processing;

const FILE: &str = "processing.toml";

impl Check<'_, '_, '_> {
    pub(super) fn processing(&mut self, today: Option<NaiveDate>) {
        if !self.source.has_file(FILE) {
            // One that was loaded before the register existed must stay readable, so that a newer one can follow it.
            if today.is_some() {
                self.source.note(
                    FILE,
                    None,
                    "this file is missing: the register of processing activities (AVG art. 30)",
                    "add it; config/heemstede/processing.toml is an example, docs/handleiding/configuratie.md says what stands in it",
                );
            }
            return;
        }
        let register = &self.configuration.processing;
        let uri = &register.uri;
        // Where it could not be read that has been noted.
        let is_address = uri.is_empty() || uri.starts_with("https://") || uri.starts_with("urn:");
        if !is_address {
            let remedy = "write where the register stands, beginning with https://, or a urn:";
            self.note(FILE, "uri", "this is no address of a register", remedy);
        }
        let term = register.keep_decisions_days;
        // One that was loaded before decisions had a term must stay readable, too.
        if term == Some(0) || (term.is_none() && today.is_some() && self.source.is_complete(FILE)) {
            let message = "nothing says how long decisions of the program about access are kept";
            let remedy = "write keep_decisions_days = a number of days from 1, at the top of the file";
            self.note(FILE, "keep_decisions_days", message, remedy);
        }
        for (index, entry) in register.entries.iter().enumerate() {
            self.activity(index, entry);
        }
        if self.source.is_complete(FILE) {
            for activity in register.missing() {
                self.note(
                    FILE,
                    "activity",
                    &format!(
                        "the activity `{}` does not stand in the register",
                        activity.as_str()
                    ),
                    "add an [[activity]] with this id: the program does it, whatever is in use",
                );
            }
        }
    }

    fn activity(&mut self, index: usize, entry: &Processing) {
        let path = format!("activity[{index}]");
        if !is_name(entry.id.as_str()) {
            let remedy = "use lower-case letters, digits and hyphens, and begin with a letter";
            self.note(
                FILE,
                &format!("{path}.id"),
                &format!("`{}` can't be an id", entry.id),
                remedy,
            );
        }
        let versions = self.configuration.processing.entries.iter();
        let others = versions.take(index).filter(|other| other.id == entry.id);
        let mut last = None;
        let mut twice = false;
        for other in others {
            twice |= other.version >= entry.version;
            last = Some(other);
        }
        if twice || entry.version == 0 {
            let message = format!(
                "version {} of `{}` does not come after the one before it",
                entry.version, entry.id
            );
            let remedy = "give each version its own number, from 1, the oldest first";
            self.note(FILE, &format!("{path}.version"), &message, remedy);
        }
        if last.is_some_and(|last| last.valid_from >= entry.valid_from) {
            let message = "this version does not begin after the one before it";
            let remedy = "write a later day, or take one of the two out";
            self.note(FILE, &format!("{path}.valid_from"), message, remedy);
        }
        self.named_in_register(&path, entry);
        if entry.keep_log_days == 0 {
            let message = "what is kept for 0 days could never be looked at";
            self.note(
                FILE,
                &format!("{path}.keep_log_days"),
                message,
                "write a number of days from 1",
            );
        }
        let lists = [
            ("subjects", &entry.subjects),
            ("data", &entry.data),
            ("recipients", &entry.recipients),
            ("security", &entry.security),
        ];
        for (key, _) in lists.into_iter().filter(|(_, list)| list.is_empty()) {
            let remedy = "name at least one, or say in words that there is none";
            self.note(FILE, &format!("{path}.{key}"), "this list is empty", remedy);
        }
    }

    /// The controller is one of the municipality, and the activity that it is part of stands here, too.
    fn named_in_register(&mut self, path: &str, entry: &Processing) {
        let controllers = &self.configuration.municipality.controllers;
        let known: Vec<&str> = controllers.iter().map(|it| it.id.as_str()).collect();
        if !self.source.is_unread("municipality.toml") && !known.contains(&entry.controller.as_str()) {
            self.note(
                FILE,
                &format!("{path}.controller"),
                &format!("there is no controller `{}`", entry.controller),
                &format!("name one of: {}", known.join(", ")),
            );
        }
        let Some(parent) = &entry.parent else { return };
        let mut entries = self.configuration.processing.entries.iter();
        let there = entries.any(|other| other.id == *parent) || self.source.is_lost(parent.as_str());
        if !there || *parent == entry.id {
            self.note(
                FILE,
                &format!("{path}.parent"),
                &format!("there is no other activity `{parent}`"),
                "name one of this file, or take the line out",
            );
        }
    }
}
