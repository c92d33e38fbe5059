// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Dutch words for the values of a configuration.

use chrono::{Datelike, NaiveDate};

use crate::{
    calendar::{
        DayUnit, Period,
        rhythm::{DayOfWeek, Rhythm},
    },
    configuration::{Configuration, deadline::Deadline, fact::When, route::Step},
    id::StepId,
    link::FactKind,
    policy::role::Role,
    report::ReporterKind,
    signal::assessment::{About, Minor},
};

/// Names as one text: "a, b en c".
pub(super) fn list(names: &[&str]) -> String {
    match names {
        [] => "niemand".to_owned(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} en {last}", most.join(", ")),
    }
}

/// A text with a capital.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// A role in a sentence: "de coördinator".
pub(super) fn the_role(configuration: &Configuration, held: Role) -> String {
    let name = role(configuration, held);
    let mut letters = name.chars();
    let first = letters.next();
    // An abbreviation such as FG keeps its capitals.
    let word = letters.clone().next().is_none_or(char::is_lowercase);
    match first.filter(|_| word) {
        Some(first) => format!("de {}{}", first.to_lowercase(), letters.as_str()),
        None => format!("de {name}"),
    }
}

/// What the municipality calls a role.
pub(crate) fn role(configuration: &Configuration, role: Role) -> String {
    if let Some(name) = configuration.role_names.get(&role) {
        return name.nl.clone();
    }
    match role {
        Role::Coordinator => "coördinator",
        Role::ContactOfficer => "aandachtsfunctionaris",
        Role::Enricher => "verrijker",
        Role::PrivacyOfficer => "privacy officer",
        Role::BodyMember => "lid van het overleg",
        Role::Guest => "gast",
        Role::EnforcementOfficer => "handhaver",
        Role::Official => "ambtenaar",
        Role::CareCoordinator => "zorgcoördinator",
        Role::ChainPartner => "ketenpartner",
        Role::Board => "bestuur",
        Role::Administrator => "beheerder",
        Role::RegionalAnalyst => "regionaal analist",
        Role::Archivist => "archivaris",
        Role::Intake => "inname",
        Role::Sender => "verzending",
        Role::Disposer => "vernietiging",
    }
    .to_owned()
}

/// A kind of reporter.
pub(super) fn fact(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Address => "adres",
        FactKind::Phone => "telefoonnummer",
        FactKind::Plate => "kenteken",
        FactKind::Company => "bedrijf",
        FactKind::Website => "website",
        FactKind::Text => "tekst",
        FactKind::Thread => "mailwisseling",
    }
}

pub(crate) fn reporter(kind: ReporterKind) -> &'static str {
    match kind {
        ReporterKind::Resident => "inwoner",
        ReporterKind::ChainPartner => "ketenpartner",
        ReporterKind::Official => "ambtenaar",
        ReporterKind::Enforcement => "handhaver",
        ReporterKind::Anonymous => "anonieme melder",
    }
}

/// A number of days.
pub(super) fn period(period: Period) -> String {
    match (period.days, period.unit) {
        (1, DayUnit::Calendar) => "1 dag".to_owned(),
        (1, DayUnit::Working) => "1 werkdag".to_owned(),
        (days, DayUnit::Calendar) => format!("{days} dagen"),
        (days, DayUnit::Working) => format!("{days} werkdagen"),
    }
}

/// A step with its number.
pub(super) fn step(configuration: &Configuration, id: &StepId) -> String {
    let steps = &configuration.route.steps;
    let place = steps.iter().position(|step| step.id == *id);
    match place.and_then(|index| steps.get(index).map(|step| (index, step))) {
        Some((index, step)) => numbered(index, step),
        None => id.to_string(),
    }
}

pub(super) fn numbered(index: usize, step: &Step) -> String {
    format!("stap {} ({})", index + 1, step.name.nl)
}

/// When a rule counts: "als ...".
pub(super) fn when(configuration: &Configuration, when: &When) -> String {
    let channel = when.channel.as_ref().map(|id| {
        let name = configuration
            .channel(id)
            .map_or(id.as_str(), |channel| &channel.name.nl);
        format!("een melding binnenkwam via {name}")
    });
    let form = when.form.as_ref().map(|id| {
        let name = configuration.form(id).map_or(id.as_str(), |form| &form.name.nl);
        format!("het om {} gaat", name.to_lowercase())
    });
    let minor = when.minor.map(|minor| {
        match minor {
            Minor::Yes => "het om een minderjarige gaat",
            Minor::No => "het niet om een minderjarige gaat",
            Minor::Unknown => "niet bekend is of het om een minderjarige gaat",
        }
        .to_owned()
    });
    let about = when.about.map(|about| {
        match about {
            About::Person => "het om een persoon gaat",
            About::Location => "het om een locatie gaat",
            About::Unclear => "niet duidelijk is of het om een persoon of een locatie gaat",
        }
        .to_owned()
    });
    let who = when
        .reporter
        .map(|kind| format!("een melder {} is", with_article(kind)));
    let contact = when.contact_known.map(|known| {
        if known {
            "een melder bereikbaar is"
        } else {
            "geen melder bereikbaar is"
        }
        .to_owned()
    });
    let parts: Vec<String> = [channel, form, minor, about, who, contact]
        .into_iter()
        .flatten()
        .collect();
    format!("als {}", parts.join(" en "))
}

fn with_article(kind: ReporterKind) -> String {
    format!("een {}", reporter(kind))
}

/// A list of deadlines: "binnen 1 werkdag als ...; anders binnen 5 werkdagen".
pub(super) fn deadlines(configuration: &Configuration, rules: &[Deadline]) -> String {
    let parts: Vec<String> = rules
        .iter()
        .enumerate()
        .map(|(index, rule)| {
            let days = period(rule.period());
            match (rule.when.is_always(), index) {
                (true, 0) => format!("binnen {days}"),
                (true, _) => format!("anders binnen {days}"),
                (false, _) => format!("binnen {days} {}", when(configuration, &rule.when)),
            }
        })
        .collect();
    parts.join("; ")
}

/// How often a body meets.
pub(super) fn rhythm(rhythm: Rhythm) -> String {
    match rhythm {
        Rhythm::Week { weekday, weeks: 1 } => format!("elke {}", day_of_week(weekday)),
        Rhythm::Week { weekday, weeks } => format!("elke {weeks} weken op {}", day_of_week(weekday)),
        Rhythm::Month { weekday, months: 1 } => format!("op de eerste {} van de maand", day_of_week(weekday)),
        Rhythm::Month { weekday, months } => {
            format!(
                "elke {months} maanden, op de eerste {} van de maand",
                day_of_week(weekday)
            )
        }
        Rhythm::AsPlanned { expected_within_days } => {
            format!(
                "als het gepland wordt; wat wacht, hoort binnen {expected_within_days} dagen aan de beurt te komen"
            )
        }
    }
}

fn day_of_week(day: DayOfWeek) -> &'static str {
    match day {
        DayOfWeek::Monday => "maandag",
        DayOfWeek::Tuesday => "dinsdag",
        DayOfWeek::Wednesday => "woensdag",
        DayOfWeek::Thursday => "donderdag",
        DayOfWeek::Friday => "vrijdag",
    }
}

/// A date such as "9 juli 2024".
pub(crate) fn date(date: NaiveDate) -> String {
    let month = match date.month() {
        1 => "januari",
        2 => "februari",
        3 => "maart",
        4 => "april",
        5 => "mei",
        6 => "juni",
        7 => "juli",
        8 => "augustus",
        9 => "september",
        10 => "oktober",
        11 => "november",
        _ => "december",
    };
    format!("{} {month} {}", date.day(), date.year())
}
