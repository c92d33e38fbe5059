// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Who is responsible, who gets data, who can reach them, and where they go.

use super::{Fact, Inputs};
use crate::{
    dpia::words,
    policy::{Right, role::Role},
    sharing::Answer,
};

/// Controllers, recipients by activity, what leaves, and who can do what.
pub(super) fn involved(inputs: &Inputs<'_>) -> Vec<Fact> {
    let controllers = inputs.configuration.municipality.controllers.iter();
    let controllers = controllers.map(|it| {
        let key = format!("controller/{}", it.id);
        Fact::new(key, it.name.nl.clone(), "Verwerkingsverantwoordelijke.")
    });
    let recipients = inputs.each(|it| format!("Ontvangers: {}.", it.recipients.join(", ")));
    let parts = [controllers.collect(), recipients, leaving(inputs), rights(inputs)];
    parts.concat()
}

/// The parties by their names: whose interests count.
pub(super) fn named(inputs: &Inputs<'_>) -> Vec<Fact> {
    let configuration = inputs.configuration;
    let receivers = configuration.receivers().into_iter();
    receivers
        .map(|id| {
            let name = words::party(configuration, &id);
            Fact::new(format!("party/{id}"), name, "Kan gegevens krijgen.")
        })
        .collect()
}

/// The rules by which data leave, each with what it allows.
pub(super) fn leaving(inputs: &Inputs<'_>) -> Vec<Fact> {
    let configuration = inputs.configuration;
    let rules = configuration.sharing.iter().flat_map(|matrix| &matrix.rules);
    rules
        .filter(|rule| rule.answer != Answer::Deny || rule.is_in_force())
        .map(|rule| {
            let name = format!(
                "{} → {}",
                words::parties(configuration, &rule.from),
                words::parties(configuration, &rule.to)
            );
            let text = format!("{}: {}.", words::kinds(rule), words::terms(rule));
            Fact::new(format!("rule/{}", rule.id), name, text)
        })
        .collect()
}

/// The sources that are asked, and about what.
pub(super) fn asked(inputs: &Inputs<'_>) -> Vec<Fact> {
    let registers = inputs.configuration.registers.iter();
    registers
        .map(|it| {
            let decided = it.decided_by.map_or_else(String::new, |role| {
                let name = role_name(inputs, role);
                format!(" Eerst besluit: {name}.")
            });
            let text = format!(
                "{}. Velden: {}.{decided}",
                words::source(it.kind),
                it.fields.join(", ")
            );
            Fact::new(format!("source/{}", it.id), it.name.nl.clone(), text)
        })
        .collect()
}

/// Which roles can do what with personal data.
pub(super) fn rights(inputs: &Inputs<'_>) -> Vec<Fact> {
    let holders = |right: Right| -> Vec<String> {
        let roles = Role::ALL.into_iter();
        roles
            .filter(|role| crate::policy::role_grants(*role, right))
            .map(|role| role_name(inputs, role))
            .collect()
    };
    let rights = words::RIGHTS.into_iter();
    rights
        .map(|(right, name)| {
            let text = format!("Rollen: {}.", holders(right).join(", "));
            Fact::new(format!("right/{}", right.as_str()), name, text)
        })
        .collect()
}

/// Where data go beyond the Union, by activity.
pub(super) fn places(inputs: &Inputs<'_>) -> Vec<Fact> {
    inputs.each(|it| {
        format!(
            "Doorgifte buiten de Europese Unie: {}.",
            it.transfers.to_lowercase()
        )
    })
}

/// What the municipality calls a role.
fn role_name(inputs: &Inputs<'_>, role: Role) -> String {
    crate::configuration::describe::role(inputs.configuration, role)
}
