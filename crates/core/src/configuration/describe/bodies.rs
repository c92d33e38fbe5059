// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Bodies with their seats and entry conditions, and what each outcome does.

use super::{Page, words};
use crate::configuration::{
    Configuration,
    body::{Body, Seat},
    outcome::{Outcome, OutcomeKind},
    route::{Step, StepKind},
};

pub(super) fn bodies(configuration: &Configuration, page: &mut Page) {
    let bodies = &configuration.bodies;
    match bodies.as_slice() {
        [] => page.heading("Geen overleg"),
        [_] => page.heading("Het overleg"),
        _ => page.heading(&format!("De {} overleggen", bodies.len())),
    }
    if bodies.is_empty() {
        page.line(
            0,
            "Op deze route beslist geen overleg; dat doet steeds een persoon.",
        );
    }
    for body in bodies {
        page.line(0, &body.name.nl);
        page.line(1, &format!("Komt bijeen: {}.", words::rhythm(body.rhythm)));
        let seats: Vec<String> = body.seats.iter().map(|seat| title(configuration, seat)).collect();
        let seats: Vec<&str> = seats.iter().map(String::as_str).collect();
        page.line(1, &format!("Aan tafel: {}.", words::list(&seats)));
        if let Some(chair) = body.seats.iter().find(|seat| seat.id == body.chair) {
            page.line(1, &format!("Voorzitter: {}.", chair.title.nl));
        }
        if let Some(quorum) = body.quorum {
            page.line(1, &format!("Besluit pas als er {quorum} leden zijn."));
        }
        page.line(
            1,
            if body.internal {
                "Alleen eigen mensen. Wie van buiten komt, is gast; de uitnodiging wordt vastgelegd."
            } else {
                "Ook partners kunnen lid zijn."
            },
        );
        conditions(body, page);
        if let Some(step) = configuration.route.step_of(&body.id) {
            outcomes(configuration, &body.outcomes, step, page);
        }
    }
}

fn title(configuration: &Configuration, seat: &Seat) -> String {
    let partner = seat
        .partner
        .as_ref()
        .and_then(|partner| configuration.partner(partner));
    match partner {
        Some(partner) if !partner.name.contains(&seat.title.nl) => {
            format!("{} ({})", seat.title.nl, partner.name)
        }
        _ => seat.title.nl.clone(),
    }
}

fn conditions(body: &Body, page: &mut Page) {
    if body.conditions.is_empty() {
        return;
    }
    page.line(
        1,
        "Voorwaarden om een signaal in te brengen (alle moeten gelden; vraag en antwoord worden vastgelegd):",
    );
    for condition in &body.conditions {
        page.line(2, &format!("- {}", condition.question.nl));
    }
}

/// Outcomes with their numbers; ways into another body stand apart, since they are entries and no outcomes.
pub(super) fn outcomes(configuration: &Configuration, outcomes: &[Outcome], step: &Step, page: &mut Page) {
    let (entries, own): (Vec<&Outcome>, Vec<&Outcome>) = outcomes
        .iter()
        .partition(|outcome| outcome.kind == OutcomeKind::Escalate);
    page.line(1, &format!("Uitkomsten: {}", own.len()));
    for (index, outcome) in own.iter().enumerate() {
        let sentence = sentence(configuration, outcome, step);
        page.line(2, &format!("{}. {}: {sentence}", index + 1, outcome.name.nl));
    }
    for outcome in entries {
        let body = outcome.body.as_ref().and_then(|body| configuration.body(body));
        let Some(body) = body else { continue };
        let conditions = match body.conditions.len() {
            0 => String::new(),
            1 => ", als de voorwaarde geldt".to_owned(),
            2 => ", als beide voorwaarden gelden".to_owned(),
            count => format!(", als alle {count} voorwaarden gelden"),
        };
        let by = outcome.then.as_ref().map_or_else(String::new, |then| {
            format!(", via {}", words::step(configuration, then))
        });
        page.line(
            1,
            &format!(
                "Doorleiden: {}: naar {}{by}{conditions}.",
                outcome.name.nl, body.name.nl
            ),
        );
    }
}

fn sentence(configuration: &Configuration, outcome: &Outcome, step: &Step) -> String {
    let what = match outcome.kind {
        OutcomeKind::MoreInformation => "iemand zoekt iets uit, met een datum",
        OutcomeKind::Inspection => "er komt een controle, met bevoegdheid, doel en datum",
        OutcomeKind::OtherDepartment => "een of meer andere afdelingen nemen het over",
        OutcomeKind::Escalate => "naar een ander overleg",
        OutcomeKind::HandOver => "overdracht aan een of meer partners tegelijk",
        OutcomeKind::Care => "de zorg neemt het op zich",
        OutcomeKind::Intervention => "een of meer maatregelen",
        OutcomeKind::Case => "het wordt een casus met partners",
        OutcomeKind::NotConfirmed => "het vermoeden is niet bevestigd",
        OutcomeKind::ClosedOtherHelp => "er is al andere hulp",
        OutcomeKind::OutsideOurTask => "het hoort niet bij de taak van de gemeente",
        OutcomeKind::NoLegalGround => "er is geen wettelijke grond om verder te gaan",
    };
    let feedback = configuration.route.first_of(StepKind::Feedback);
    let then = match &outcome.then {
        Some(then) => Some(then),
        None if outcome.kind.waits() => Some(&step.id),
        None => feedback.map(|step| &step.id),
    };
    match then {
        Some(then) if outcome.kind.waits() && *then == step.id => {
            format!("{what}. Daarna komt het signaal hier terug.")
        }
        Some(then) => format!("{what}. Daarna: {}.", words::step(configuration, then)),
        None => format!("{what}."),
    }
}
