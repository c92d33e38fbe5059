// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The steps, one by one, and the two fast lanes.

use super::{Page, bodies, words};
use crate::{
    configuration::{
        Configuration,
        route::{Step, StepKind},
    },
    id::PartnerId,
};

pub(super) fn steps(configuration: &Configuration, page: &mut Page) {
    let steps = &configuration.route.steps;
    page.heading(&format!("De {} stappen", steps.len()));
    for (index, step) in steps.iter().enumerate() {
        page.line(0, &format!("{}. {}", index + 1, step.name.nl));
        work(configuration, step, page);
        gate(configuration, step, page);
        if step.kind != StepKind::Feedback {
            deadline(configuration, step, page);
        }
        ways_on(configuration, step, page);
        if step.kind == StepKind::Decide {
            bodies::outcomes(configuration, &step.outcomes, step, page);
        }
    }
    page.line(
        0,
        &format!(
            "Een signaal dat niemand verder brengt, wordt rood: na de termijn, of na {} als er geen termijn is.",
            words::period(configuration.route.attention_after)
        ),
    );
}

fn work(configuration: &Configuration, step: &Step, page: &mut Page) {
    let owner = words::the_role(configuration, step.owner);
    let body = step.body.as_ref().and_then(|body| configuration.body(body));
    let sentence = match step.kind {
        StepKind::Report => {
            format!(
                "Hier komen meldingen binnen. {} bekijkt ze en maakt er een signaal van.",
                words::capital(&owner)
            )
        }
        StepKind::Register => format!("{owner} legt vast wat er gezien is en wat we ervan denken."),
        StepKind::Enrich => format!("{owner} zoekt op wat er al bekend is."),
        StepKind::Body => format!(
            "Het overleg beslist: {}. {} bereidt de vergadering voor.",
            body.map_or("", |body| &body.name.nl),
            words::capital(&owner)
        ),
        StepKind::Decide => format!("{owner} beslist."),
        StepKind::Feedback => format!(
            "{owner} laat elke melder weten wat die hoort te weten. Een signaal kan pas sluiten als dat is gedaan, of als de reden is vastgelegd waarom niet."
        ),
    };
    page.line(1, &words::capital(&sentence));
}

fn gate(configuration: &Configuration, step: &Step, page: &mut Page) {
    let Some(gate) = step.gate.as_ref().and_then(|gate| configuration.route.gate(gate)) else {
        return;
    };
    page.line(
        1,
        &format!(
            "Poort vooraf: {} {} beslist. Bij nee: naar {}.",
            gate.question.nl,
            words::capital(&words::the_role(configuration, gate.decided_by)),
            words::step(configuration, &gate.refused)
        ),
    );
}

fn deadline(configuration: &Configuration, step: &Step, page: &mut Page) {
    let rule = if !step.deadline.is_empty() {
        words::deadlines(configuration, &step.deadline)
    } else if step.kind == StepKind::Body {
        "de eerstvolgende vergadering".to_owned()
    } else {
        format!(
            "niet ingesteld (valt op na {})",
            words::period(configuration.route.attention_after)
        )
    };
    page.line(1, &format!("Termijn: {rule}."));
}

fn ways_on(configuration: &Configuration, step: &Step, page: &mut Page) {
    for fork in configuration
        .route
        .forks
        .iter()
        .filter(|fork| fork.after == step.id)
    {
        page.line(
            1,
            &format!(
                "Splitsing: {} naar {}.",
                words::when(configuration, &fork.when),
                words::step(configuration, &fork.to)
            ),
        );
    }
    if let Some(next) = &step.next {
        page.line(1, &format!("Daarna: {}.", words::step(configuration, next)));
    }
    if step.kind == StepKind::Body {
        page.line(1, "Daarna: zie de uitkomsten van het overleg, hieronder.");
    }
}

pub(super) fn fast_lanes(configuration: &Configuration, page: &mut Page) {
    let route = &configuration.route;
    let name = |id: &PartnerId| {
        configuration
            .partner(id)
            .map_or_else(|| id.to_string(), |p| p.name.clone())
    };
    page.heading("Wat niet wacht");
    let then = match &route.acute.then {
        Some(then) => format!(
            "Het signaal gaat meteen naar {}.",
            words::step(configuration, then)
        ),
        None => "Het signaal zelf blijft waar het is.".to_owned(),
    };
    page.line(
        0,
        &format!(
            "Acuut gevaar: meteen overdragen aan {}. {then}",
            name(&route.acute.partner)
        ),
    );
    page.line(
        0,
        &format!(
            "Zorg: meteen te vragen aan {}, zonder besluit af te wachten.",
            name(&route.care_partner)
        ),
    );
}
