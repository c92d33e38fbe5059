// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! How reports come in, what reporters hear back, and which forms of exploitation can be chosen.

use super::{Page, words};
use crate::configuration::{
    Configuration,
    channel::{Anonymity, ChannelKind},
    feedback::{FeedbackLevel, FeedbackRule},
    form::Form,
    partner::{Department, Partner},
};

pub(super) fn channels(configuration: &Configuration, page: &mut Page) {
    page.heading("Hoe meldingen binnenkomen");
    for channel in &configuration.channels {
        let reporters: Vec<&str> = channel
            .reporters
            .iter()
            .map(|kind| words::reporter(*kind))
            .collect();
        let by = if channel.kind == ChannelKind::Mail {
            "het programma leest de mail zelf in".to_owned()
        } else if channel.kind == ChannelKind::PublicForm {
            let on = configuration.public_form.enabled;
            let state = if on {
                "het formulier staat aan"
            } else {
                "het formulier staat uit"
            };
            format!("de melder vult het zelf in; {state}")
        } else {
            let roles: Vec<String> = channel
                .used_by
                .iter()
                .map(|role| words::the_role(configuration, *role))
                .collect();
            let roles: Vec<&str> = roles.iter().map(String::as_str).collect();
            format!("ingevoerd door {}", words::list(&roles))
        };
        page.line(
            0,
            &format!("- {}: van {}; {by}.", channel.name.nl, words::list(&reporters)),
        );
    }
    let anonymous = match &configuration.anonymity {
        Anonymity::Accept => "Anoniem melden kan.".to_owned(),
        Anonymity::AcceptWithCost { cost } => {
            format!(
                "Anoniem melden kan, maar het heeft een prijs. De melder krijgt te horen: \"{}\"",
                cost.nl
            )
        }
        Anonymity::Refer { to } => {
            format!(
                "Anoniem melden kan hier niet. De melder krijgt te horen: \"{}\"",
                to.nl
            )
        }
    };
    page.line(0, &anonymous);
    let places = &configuration.where_to_report;
    let names: Vec<&str> = places.places.iter().map(|place| place.name.nl.as_str()).collect();
    let public = if places.is_shown() {
        format!(
            "De openbare pagina \"Waar kan ik melden?\" noemt: {}.",
            names.join("; ")
        )
    } else {
        "Er is geen openbare pagina \"Waar kan ik melden?\".".to_owned()
    };
    page.line(0, &public);
}

/// Which other municipalities may be asked, and may ask.
pub(super) fn neighbours(configuration: &Configuration, page: &mut Page) {
    if configuration.neighbours.is_empty() {
        return;
    }
    page.heading("Andere gemeenten op deze installatie");
    for rule in &configuration.neighbours {
        let facts: Vec<&str> = rule.facts.iter().map(|kind| words::fact(*kind)).collect();
        let facts = words::list(&facts);
        page.line(
            0,
            &format!(
                "- {} mag horen of een {facts} hier ook voorkomt, ja of nee, en omgekeerd, als die gemeente dat ook toestaat, en de deelmatrix van beide.",
                rule.municipality
            ),
        );
    }
}

pub(super) fn feedback(configuration: &Configuration, page: &mut Page) {
    page.heading("Wat melders terughoren");
    for rule in &configuration.feedback {
        let who = words::capital(words::reporter(rule.reporter));
        page.line(0, &format!("- {who}: {}", heard(configuration, rule)));
    }
    page.line(
        0,
        "Een persoon geeft elk bericht vrij; er gaat niets vanzelf naar buiten.",
    );
}

fn heard(configuration: &Configuration, rule: &FeedbackRule) -> String {
    let what = match rule.level {
        FeedbackLevel::None => {
            let reason = rule.reason.as_ref().map_or("", |reason| reason.nl.as_str());
            return format!("hoort niets. Reden: {reason}");
        }
        FeedbackLevel::Receipt => "krijgt een ontvangstbevestiging",
        FeedbackLevel::Progress => "hoort dat de melding binnen is, en dat zij is afgehandeld",
        FeedbackLevel::Outcome => "hoort wat er met het signaal is gedaan (de uitkomst)",
        FeedbackLevel::ActionsAndResults => "hoort wat er is besloten, gedaan en bereikt",
    };
    if rule.deadline.is_empty() {
        format!("{what}.")
    } else {
        format!("{what}, {}.", words::deadlines(configuration, &rule.deadline))
    }
}

pub(super) fn forms(configuration: &Configuration, page: &mut Page) {
    page.heading("Vormen van uitbuiting");
    for form in &configuration.forms {
        page.line(0, &format!("- {}: {}.", form.name.nl, validity(form)));
        for list in configuration
            .indicators
            .iter()
            .filter(|list| list.form == form.id)
        {
            page.line(
                1,
                &format!(
                    "{}, lijst {}, geldig vanaf {}.",
                    match list.indicators.len() {
                        1 => "1 indicator".to_owned(),
                        count => format!("{count} indicatoren"),
                    },
                    list.version,
                    words::date(list.valid_from)
                ),
            );
        }
    }
}

fn validity(form: &Form) -> String {
    let until = form
        .valid_until
        .map_or_else(String::new, |until| format!(" tot en met {}", words::date(until)));
    let focus = if form.in_focus {
        ""
    } else {
        "; valt buiten de focus van het plan, maar kan wel worden gemeld"
    };
    format!("te kiezen vanaf {}{until}{focus}", words::date(form.valid_from))
}

pub(super) fn recipients(configuration: &Configuration, page: &mut Page) {
    page.heading("Aan wie een signaal kan worden overgedragen");
    let partner = |partner: &Partner| match partner.answer_within {
        Some(period) => format!("{} (antwoord binnen {})", partner.name, words::period(period)),
        None => partner.name.clone(),
    };
    let partners: Vec<String> = configuration.partners.iter().map(partner).collect();
    page.line(0, &format!("Partners: {}.", partners.join("; ")));
    let department = |department: &Department| department.name.nl.clone();
    let departments: Vec<String> = configuration.departments.iter().map(department).collect();
    if !departments.is_empty() {
        page.line(0, &format!("Afdelingen: {}.", departments.join("; ")));
    }
    let kinds: Vec<String> = configuration
        .inspections
        .iter()
        .map(|kind| kind.name.nl.clone())
        .collect();
    if !kinds.is_empty() {
        page.line(0, &format!("Soorten controles: {}.", kinds.join("; ")));
    }
    page.line(
        0,
        "Naast een besluit kan een signaal aan meer partners tegelijk worden overgedragen. Elke overdracht sluit apart.",
    );
}
