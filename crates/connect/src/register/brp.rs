// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Haal Centraal BRP Personen bevragen 2: who somebody is. Purpose and processing go along as headers from the settings.

use meldroute_core::{
    enrichment::{Answer, Inquiry, RegisterTrouble},
    ports::Question,
};
use serde_json::{Map, Value, json};

use super::{
    answer::{count, list, record, records, says_yes, text, together},
    service::{Line, Service},
};

/// What must be known of everybody who is read: the register sends it along unasked, and who reads must not overlook it.
const WARNINGS: [&str; 3] = ["secrecy", "suspended", "under-investigation"];
/// The fields that say least of somebody, first: one of them is asked to hear whether the register knows anybody.
const LEAST: [&str; 7] = [
    "sex",
    "age",
    "municipality",
    "birth-date",
    "name",
    "address",
    "bsn",
];
/// The particles that the register keeps apart from a surname.
const PARTICLES: [&str; 14] = [
    "van", "de", "den", "der", "het", "'t", "ten", "ter", "te", "op", "in", "aan", "uit", "von",
];

pub(super) async fn ask(
    service: &Service,
    question: &Question,
    reads: bool,
) -> Result<Answer, RegisterTrouble> {
    let allowed = &question.register.fields;
    let by_number = matches!(question.inquiry, Inquiry::Citizen(_));
    let fields: Vec<&str> = if reads {
        allowed
            .iter()
            .flat_map(|field| paths(field, by_number))
            .copied()
            .collect()
    } else {
        let may = |field: &&&str| {
            allowed.iter().any(|allowed| allowed == **field) && !paths(field, by_number).is_empty()
        };
        let least = LEAST.iter().find(may);
        least
            .and_then(|field| paths(field, by_number).first())
            .copied()
            .into_iter()
            .collect()
    };
    if fields.is_empty() {
        // It gives nothing without being asked for something, and no other field may be asked.
        return Err(RegisterTrouble::NotSetUp);
    }
    let mut body = searched(&question.inquiry)?;
    body.insert("fields".to_owned(), json!(fields));
    let line = Line::open(service, question, "x-api-key")?;
    let found = line.post(&["personen"], &Value::Object(body)).await?.json()?;
    let persons = list(&found, "/personen")?;
    if !reads {
        return Ok(count(persons.len()));
    }
    let mut fields = allowed.clone();
    fields.extend(
        WARNINGS
            .iter()
            .filter(|warning| !allowed.iter().any(|field| field == **warning))
            .map(|warning| (*warning).to_owned()),
    );
    records(persons, |person| record(&fields, |field| value(person, field)))
}

/// The paths that are asked for a field. What the register sends unasked must not be asked; where somebody is registered it says
/// only of one who is asked for by number.
fn paths(field: &str, by_number: bool) -> &'static [&'static str] {
    match field {
        "name" => &["naam.volledigeNaam"],
        "birth-date" => &["geboorte.datum"],
        "age" => &["leeftijd"],
        "sex" => &["geslacht"],
        "address" => &[
            "adressering.adresregel1",
            "adressering.adresregel2",
            "adressering.indicatieVastgesteldVerblijftNietOpAdres",
        ],
        "municipality" if by_number => &["gemeenteVanInschrijving"],
        "bsn" => &["burgerservicenummer"],
        _ => &[],
    }
}

fn searched(inquiry: &Inquiry) -> Result<Map<String, Value>, RegisterTrouble> {
    let body = match inquiry {
        Inquiry::Citizen(bsn) => json!({
            "type": "RaadpleegMetBurgerservicenummer",
            "burgerservicenummer": [bsn],
        }),
        Inquiry::Person { surname, born } => {
            let (particle, surname) = apart(surname);
            let mut body = json!({
                "type": "ZoekMetGeslachtsnaamEnGeboortedatum",
                "geslachtsnaam": surname,
                "geboortedatum": born.format("%Y-%m-%d").to_string(),
            });
            if let (Some(particle), Some(body)) = (particle, body.as_object_mut()) {
                body.insert("voorvoegsel".to_owned(), particle.into());
            }
            body
        }
        Inquiry::Address(address) => {
            let mut body = json!({
                "type": "ZoekMetPostcodeEnHuisnummer",
                "postcode": address.postcode,
                "huisnummer": address.number,
            });
            if let Some(body) = body.as_object_mut() {
                let more = [
                    ("huisletter", &address.letter),
                    ("huisnummertoevoeging", &address.addition),
                ];
                for (name, value) in more {
                    body.extend(value.clone().map(|value| (name.to_owned(), value.into())));
                }
            }
            body
        }
        _ => return Err(RegisterTrouble::Refused),
    };
    match body {
        Value::Object(body) => Ok(body),
        _ => Err(RegisterTrouble::Refused),
    }
}

/// The particles before a surname, and the surname.
fn apart(surname: &str) -> (Option<String>, String) {
    let words: Vec<&str> = surname.split_whitespace().collect();
    let particle = |word: &&&str| PARTICLES.contains(&word.to_lowercase().as_str());
    let before = words.iter().take_while(particle).count();
    // Somebody whose whole name is a particle.
    let before = if before == words.len() { 0 } else { before };
    let (particles, name) = words.split_at(before);
    let particles: Vec<String> = particles.iter().map(|word| word.to_lowercase()).collect();
    (together(&particles, " "), name.join(" "))
}

fn value(person: &Value, field: &str) -> Result<Option<String>, RegisterTrouble> {
    let secret = says_yes(person, "/geheimhoudingPersoonsgegevens");
    match field {
        "name" => text(person, "/naam/volledigeNaam"),
        "birth-date" => text(person, "/geboorte/datum/langFormaat"),
        "age" => text(person, "/leeftijd"),
        "sex" => text(person, "/geslacht/omschrijving"),
        // Who asked for secrecy must not be found by way of us.
        "address" if secret => Ok(None),
        "address" => address(person),
        "municipality" => text(person, "/gemeenteVanInschrijving/omschrijving"),
        "bsn" => text(person, "/burgerservicenummer"),
        "secrecy" => Ok(secret.then(|| "ja: geef deze gegevens niet aan derden".to_owned())),
        "suspended" => match person.get("opschortingBijhouding") {
            None => Ok(None),
            Some(held) => {
                let why = text(held, "/reden/omschrijving")?.unwrap_or_else(|| "reden onbekend".to_owned());
                let since = text(held, "/datum/langFormaat")?;
                Ok(Some(since.map_or(why.clone(), |since| format!("{why}, {since}"))))
            }
        },
        "under-investigation" => {
            Ok(doubted(person).then(|| "ja: de gegevens kunnen onjuist zijn".to_owned()))
        }
        _ => Ok(None),
    }
}

fn address(person: &Value) -> Result<Option<String>, RegisterTrouble> {
    let mut lines = Vec::new();
    for line in ["/adressering/adresregel1", "/adressering/adresregel2"] {
        lines.extend(text(person, line)?);
    }
    let gone = says_yes(person, "/adressering/indicatieVastgesteldVerblijftNietOpAdres");
    let lines = together(&lines, ", ");
    Ok(lines.map(|lines| {
        if gone {
            format!("{lines} (vastgesteld: verblijft hier niet)")
        } else {
            lines
        }
    }))
}

/// Whether anything that was given is being looked into.
fn doubted(value: &Value) -> bool {
    match value {
        Value::Object(parts) => parts
            .iter()
            .any(|(name, part)| (name == "inOnderzoek" && *part != Value::Bool(false)) || doubted(part)),
        Value::Array(parts) => parts.iter().any(doubted),
        _ => false,
    }
}
