// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! How long data stay.

use super::{Fact, Inputs};
use crate::{configuration::describe, dpia::words};

/// The terms, what happens then, and on which ground.
pub(super) fn terms(inputs: &Inputs<'_>) -> Vec<Fact> {
    let configuration = inputs.configuration;
    let Some(retention) = &configuration.retention else {
        let text = "Er zijn nog geen bewaartermijnen. Het programma stelt nooit voor om iets te vernietigen.";
        return vec![Fact::new("retention", "Bewaartermijnen", text)];
    };
    let rules = retention.rules.iter().map(|rule| {
        let text = format!(
            "{} {}",
            words::sentence(&describe::kept(rule)),
            words::ground(&rule.basis)
        );
        Fact::new(format!("retention/{}", rule.id), describe::kept_thing(rule), text)
    });
    let backups = format!(
        "Na {} dagen is een reservekopie van vóór een vernietiging weg.",
        retention.backups_kept_days
    );
    let backups = Fact::new("retention", "Reservekopieën", backups);
    let answers = configuration.registers.iter().map(|it| {
        let text = format!("Een antwoord verdwijnt na {} dagen.", it.keep_days);
        Fact::new(format!("source/{}", it.id), it.name.nl.clone(), text)
    });
    rules.chain([backups]).chain(answers).collect()
}
