// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! How the work is done, and how the program helps to do it well.

use super::{Fact, Inputs};
use crate::{
    configuration::describe,
    dpia::{
        classification::Class,
        question::{QUESTIONS, Question},
    },
};

/// The route in short.
pub(super) fn proposal(inputs: &Inputs<'_>) -> Vec<Fact> {
    let configuration = inputs.configuration;
    let names = |names: Vec<&str>| format!("{}.", names.join(", "));
    let channels = configuration.channels.iter().map(|it| it.name.nl.as_str());
    let steps = configuration.route.steps.iter().map(|it| it.name.nl.as_str());
    let bodies = configuration.bodies.iter().map(|it| it.name.nl.as_str());
    let forms = configuration.forms.iter().map(|it| it.name.nl.as_str());
    vec![
        Fact::new(
            "channels",
            "Meldingen komen binnen via",
            names(channels.collect()),
        ),
        Fact::new("steps", "De route van een signaal", names(steps.collect())),
        Fact::new("bodies", "Overleggen", names(bodies.collect())),
        Fact::new("forms", "Vormen van uitbuiting", names(forms.collect())),
    ]
}

/// Techniques and methods. What they are does not depend on the municipality; which columns can be read does not either.
pub(super) fn methods(inputs: &Inputs<'_>) -> Vec<Fact> {
    let readable = [Class::ClearOperational, Class::ClearCount];
    let clear: Vec<String> = readable
        .into_iter()
        .flat_map(|class| inputs.classification.of(class))
        .flat_map(|(table, columns)| columns.into_iter().map(move |column| format!("{table}.{column}")))
        .collect();
    let mut facts = METHODS
        .iter()
        .map(|(key, name, text)| Fact::new(*key, *name, *text))
        .collect::<Vec<_>>();
    facts.push(Fact::new(
        "readable",
        "Leesbaar opgeslagen",
        format!("{} kolommen, zonder inhoud: {}.", clear.len(), clear.join(", ")),
    ));
    facts
}

const METHODS: &[(&str, &str, &str)] = &[
    (
        "sealing",
        "Versleuteling",
        "Inhoud staat versleuteld (XChaCha20-Poly1305), met een eigen sleutel per melding, melder en signaal. Een sleutel vernietigen is de inhoud vernietigen.",
    ),
    (
        "look-ups",
        "Vergelijken zonder te lezen",
        "Adressen, nummers en kentekens worden vergeleken via vingerafdrukken onder een sleutel van de gemeente.",
    ),
    (
        "matching",
        "Overeenkomsten",
        "Wat bij elkaar kan horen, wordt voorgesteld met het feit dat overeenkomt. Een mens beslist.",
    ),
    (
        "no-scores",
        "Geen profilering",
        "Het programma geeft geen scores aan personen, zet ze niet op volgorde en voorspelt niets over hen.",
    ),
    (
        "search",
        "Zoeken",
        "Een index in het geheugen. Wie iets niet mag lezen, vindt het niet.",
    ),
    (
        "journal",
        "Journaal",
        "Elke handeling en elke inzage staat in een journaal. Elke regel is met een vingerafdruk aan de vorige verbonden (SHA-256).",
    ),
];

/// The decisions that stand before a step: what must be weighed before the next one goes further.
pub(super) fn gates(inputs: &Inputs<'_>) -> Vec<Fact> {
    let configuration = inputs.configuration;
    let gates = configuration.route.gates.iter();
    gates
        .map(|gate| {
            let role = describe::role(configuration, gate.decided_by);
            let text = format!("Besluit van: {role}.");
            Fact::new(format!("gate/{}", gate.id), gate.question.nl.clone(), text)
        })
        .collect()
}

/// What those concerned are told, by activity.
pub(super) fn told(inputs: &Inputs<'_>) -> Vec<Fact> {
    inputs.each(|it| {
        if it.confidential {
            "Vertrouwelijk: een mens weegt eerst of de betrokkene het mag weten."
        } else {
            "Niet vertrouwelijk."
        }
        .to_owned()
    })
}

/// How a mistake is put right.
pub(super) fn correcting() -> Vec<Fact> {
    let text = "Een melding krijgt een verbeterde versie naast het origineel. Wat onjuist is in een signaal, wordt doorgehaald, met een reden.";
    vec![Fact::new("correcting", "Verbeteren", text)]
}

/// That people decide.
pub(super) fn deciding() -> Vec<Fact> {
    let text = "Over iemand beslist altijd een mens. Het programma beslist niets over personen.";
    vec![Fact::new("deciding", "Besluiten", text)]
}

/// How reporters reach the municipality, and whether they must say who they are.
pub(super) fn reporters(inputs: &Inputs<'_>) -> Vec<Fact> {
    let channels = inputs.configuration.channels.iter();
    channels
        .map(|it| {
            let kinds: Vec<&str> = it
                .reporters
                .iter()
                .map(|kind| describe::reporter(*kind))
                .collect();
            let text = format!("Melders: {}.", kinds.join(", "));
            Fact::new(format!("channel/{}", it.id), it.name.nl.clone(), text)
        })
        .collect()
}

/// What of looking is shown to the privacy officer, and what is not, with why.
pub(super) fn patterns(inputs: &Inputs<'_>) -> Vec<Fact> {
    let looking = &inputs.configuration.looking;
    let shown = format!(
        "De privacyfunctionaris ziet wie een signaal las zonder eigen werk daarin in de {} dagen ervoor en erna, wie keek voor {}.00 uur of vanaf {}.00 uur, en wie {} of meer dingen bekeek binnen {} minuten.",
        looking.part_days,
        looking.work_begins,
        looking.work_ends,
        looking.burst_things,
        looking.burst_minutes
    );
    let not_compared = "Of iemand keek naar het adres van een collega, wordt niet vergeleken. Daarvoor zou de gemeente de woonadressen van medewerkers moeten bewaren, alleen om dit na te gaan: dat is meer gegevens over mensen om gegevens over mensen te bewaken.";
    vec![
        Fact::new("looking/shown", "Opvallend kijken", shown),
        Fact::new("looking/not-compared", "Het adres van een collega", not_compared),
    ]
}

/// What the program does against each risk.
pub(super) fn measures() -> Vec<Fact> {
    let risks = QUESTIONS.iter().filter_map(Question::risk);
    risks
        .map(|risk| {
            let text = format!("{}.", risk.measures.join(". "));
            Fact::new(format!("risk/{}", risk.id), risk.description, text)
        })
        .collect()
}
