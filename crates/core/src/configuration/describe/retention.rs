// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! How long what is kept.

use super::{Page, words};
use crate::{
    configuration::Configuration,
    retention::{
        rule::{Class, End, Rule, Start},
        term::Term,
    },
    signal::stage::Confirmation,
};

pub(super) fn retention(configuration: &Configuration, page: &mut Page) {
    page.heading("Hoe lang iets blijft");
    let Some(rules) = &configuration.retention else {
        page.line(
            0,
            "Let op: er is geen retention.toml. Het programma stelt nooit voor om iets te vernietigen.",
        );
        return;
    };
    for rule in &rules.rules {
        page.line(0, &format!("- {}: {}.", words::capital(&about(rule)), kept(rule)));
        let confirmed = match &rule.basis.confirmed_by {
            Some(by) => format!("bevestigd door {by}"),
            None => "te bevestigen door FG/jurist en archivaris".to_owned(),
        };
        page.line(
            1,
            &format!(
                "Grondslag: {} Bron: {}, gelezen op {}; {confirmed}.",
                rule.basis.text,
                rule.basis.source,
                words::date(rule.basis.date)
            ),
        );
    }
    page.line(
        0,
        &format!(
            "Reservekopieën van vóór een vernietiging zijn na {} dagen weg.",
            rules.backups_kept_days
        ),
    );
}

/// What a rule is about, in words.
pub(crate) fn about(rule: &Rule) -> String {
    let what = match rule.class {
        Class::Signal => "een gesloten signaal",
        Class::Report => "een melding die geen signaal is",
        Class::Advice => "een afgesloten adviesvraag",
        Class::Request => "een beantwoord verzoek van een betrokkene",
        Class::Quarantined => "een bericht dat niet te lezen was",
    };
    let said: Vec<&str> = rule.confirmation.iter().map(|said| confirmation(*said)).collect();
    let said = if said.is_empty() {
        String::new()
    } else {
        format!(", {}", said.join(" of "))
    };
    let with = |asked: Option<bool>, what: &str| match asked {
        Some(true) => format!(", met {what}"),
        Some(false) => format!(", zonder {what}"),
        None => String::new(),
    };
    format!(
        "{what}{said}{}{}",
        with(rule.case, "een casus"),
        with(rule.intervention, "een interventie")
    )
}

fn confirmation(said: Confirmation) -> &'static str {
    match said {
        Confirmation::Open => "nog open",
        Confirmation::Confirmed => "bevestigd",
        Confirmation::NotConfirmed => "niet bevestigd",
        Confirmation::NotForUs => "niet aan ons",
    }
}

/// How long it is kept, and what happens then.
pub(crate) fn kept(rule: &Rule) -> String {
    let Some(term) = rule.term else {
        return "blijft altijd bewaard (waardering B)".to_owned();
    };
    let from = match rule.from {
        Start::Closed => "het sluiten",
        Start::LastStrandEnded => "het einde van het laatste spoor",
        Start::Opened => "het begin",
        Start::SetAside => "de beslissing dat het geen signaal is",
        Start::Received => "de ontvangst",
        Start::Answered => "het antwoord",
    };
    let end = match rule.end {
        End::Destroy => "daarna vernietigd",
        End::Anonymise => "daarna blijft alleen over wat wordt geteld",
        End::Keep => "daarna blijvend bewaard",
    };
    format!("blijft {} na {from}; {end}", length(term))
}

fn length(term: Term) -> String {
    match term {
        Term::Days(1) => "1 dag".to_owned(),
        Term::Days(days) => format!("{days} dagen"),
        Term::Months(1) => "1 maand".to_owned(),
        Term::Months(months) => format!("{months} maanden"),
        Term::Years(years) => format!("{years} jaar"),
    }
}
