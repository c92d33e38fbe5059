// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Checking that a route works: nothing gets stuck, nothing closes with feedback due.
//!
//! Each check notes what is wrong at a path such as `step[3].next` and goes on. What could not be read has been noted before; a
//! check that would only repeat that stays silent.

mod bodies;
mod figures;
mod forms;
mod looking;
mod names;
mod outcomes;
mod plan;
mod processing;
mod public;
mod reach;
mod registers;
mod reporters;
mod retention;
mod route;
mod sharing;

use chrono::NaiveDate;

use super::{Configuration, deadline::Deadline, fact::When, source::Source};

/// Notes everything that is wrong with the configuration as a whole.
pub(super) fn check(configuration: &Configuration, source: &mut Source<'_>, today: Option<NaiveDate>) {
    let mut check = Check {
        configuration,
        source,
        lame: false,
    };
    check.municipality();
    check.neighbours();
    check.looking();
    check.partners();
    check.forms();
    check.channels();
    check.tips();
    check.public_form();
    check.where_to_report();
    check.feedback();
    check.templates();
    check.bodies();
    check.route();
    check.registers();
    check.reach();
    check.sharing(today);
    check.retention(today);
    check.figures();
    check.plan();
    check.processing(today);
}

/// A configuration under check.
struct Check<'c, 's, 'i> {
    configuration: &'c Configuration,
    source: &'s mut Source<'i>,
    /// Whether a way leads nowhere, so that what can be reached says nothing.
    lame: bool,
}

impl<'c> Check<'c, '_, '_> {
    /// Notes a problem at a path.
    fn note(&mut self, file: &'static str, path: &str, message: &str, remedy: &str) {
        self.source.note_at(file, path, message, remedy);
    }

    /// Notes a way that leads nowhere.
    fn note_lame(&mut self, file: &'static str, path: &str, message: &str, remedy: &str) {
        self.lame = true;
        self.note(file, path, message, remedy);
    }

    /// Notes an identifier that names nothing, with those that would.
    fn refers(&mut self, file: &'static str, path: &str, id: &str, what: &str, known: &[&str]) {
        let home = match what {
            "channel" => "channels.toml",
            "form" => "forms.toml",
            "area" | "source of figures" => "figures.toml",
            "partner" => "partners.toml",
            "body" => "bodies.toml",
            _ => "route.toml",
        };
        let lost = self.source.is_lost(id) || self.source.is_unread(home) || id.is_empty();
        if lost || known.contains(&id) {
            return;
        }
        let remedy = if known.is_empty() {
            format!("describe the {what} first")
        } else {
            format!("name one of: {}", known.join(", "))
        };
        self.lame |= matches!(what, "step" | "body");
        self.note(file, path, &format!("there is no {what} `{id}`"), &remedy);
    }

    /// Notes identifiers that stand in a list twice, or that can't be one.
    fn ids(&mut self, file: &'static str, list: &str, what: &str, ids: &[&str]) {
        for (index, id) in ids.iter().enumerate() {
            let path = format!("{list}[{index}].id");
            if !is_name(id) {
                self.note(
                    file,
                    &path,
                    &format!("`{id}` can't be an id"),
                    "use lower-case letters, digits and hyphens, and begin with a letter",
                );
            }
            if ids.iter().take(index).any(|earlier| earlier == id) {
                self.note(
                    file,
                    &path,
                    &format!("there is another {what} `{id}`"),
                    "give each its own id",
                );
            }
        }
    }

    fn steps(&self) -> Vec<&'c str> {
        let steps = self.configuration.route.steps.iter();
        steps.map(|step| step.id.as_str()).collect()
    }

    fn partner_ids(&self) -> Vec<&'c str> {
        let partners = self.configuration.partners.iter();
        partners.map(|partner| partner.id.as_str()).collect()
    }

    fn body_ids(&self) -> Vec<&'c str> {
        let bodies = self.configuration.bodies.iter();
        bodies.map(|body| body.id.as_str()).collect()
    }

    fn form_ids(&self) -> Vec<&'c str> {
        let forms = self.configuration.forms.iter();
        forms.map(|form| form.id.as_str()).collect()
    }

    /// Checks the facts that a rule looks at.
    fn when(&mut self, file: &'static str, path: &str, when: &When) {
        if let Some(channel) = &when.channel {
            let known: Vec<&str> = self
                .configuration
                .channels
                .iter()
                .map(|c| c.id.as_str())
                .collect();
            self.refers(
                file,
                &format!("{path}.channel"),
                channel.as_str(),
                "channel",
                &known,
            );
        }
        if let Some(form) = &when.form {
            let known = self.form_ids();
            self.refers(file, &format!("{path}.form"), form.as_str(), "form", &known);
        }
    }

    /// Checks a list of deadlines.
    fn deadlines(&mut self, file: &'static str, path: &str, deadlines: &[Deadline]) {
        for (index, rule) in deadlines.iter().enumerate() {
            let here = format!("{path}.deadline[{index}]");
            if !(1..=365).contains(&rule.days) {
                self.note(
                    file,
                    &format!("{here}.days"),
                    &format!("a deadline of {} days is none", rule.days),
                    "write a number from 1 to 365",
                );
            }
            if rule.when.is_always() && index + 1 < deadlines.len() {
                self.note(
                    file,
                    &here,
                    "this deadline always holds, so those after it never count",
                    "put the one without `when` last",
                );
            }
            self.when(file, &format!("{here}.when"), &rule.when);
        }
    }
}

fn is_name(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_lowercase())
        && id
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}
