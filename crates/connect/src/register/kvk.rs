// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! KVK Zoeken v2 and Basisprofiel v1: what a company is.

use std::collections::{BTreeMap, BTreeSet};

use meldroute_core::{
    enrichment::{Answer, Inquiry, RegisterTrouble},
    ports::Question,
};
use serde_json::Value;

use super::{
    answer::{count, list, list_at, number, record, records, text, tidy, together},
    service::{Line, Service},
};

/// How many companies and branches are read.
const ROWS: usize = 10;
/// Of how many companies a profile is fetched; each is paid for.
const PROFILES: usize = 5;
/// The fields that stand in a profile only.
const IN_PROFILE: [&str; 6] = [
    "trade-names",
    "activities",
    "started",
    "ended",
    "staff",
    "legal-form",
];
/// What KVK says with a 404 when it knows nothing.
const NOTHING_FOUND: &str = "IPD5200";

pub(super) async fn ask(
    service: &Service,
    question: &Question,
    reads: bool,
) -> Result<Answer, RegisterTrouble> {
    let fields = &question.register.fields;
    let may = |field: &str| fields.iter().any(|allowed| allowed == field);
    let mut query = searched(&question.inquiry)?;
    if may("ended") {
        query.push(("inclusiefInactieveRegistraties", "true".to_owned()));
    }
    let rows = if reads { ROWS } else { 1 };
    query.push(("resultatenPerPagina", rows.to_string()));
    let line = Line::open(service, question, "apikey")?;
    let reply = line.get(&["v2", "zoeken"], &query, &[ACCEPT]).await?;
    if reply.absent().is_some_and(|said| knows_nothing(&said)) {
        return Ok(Answer::default());
    }
    let found = reply.json()?;
    let (all, results) = (number(&found, "/totaal")?, list(&found, "/resultaten")?);
    if results.is_empty() != (all == 0) {
        return Err(RegisterTrouble::Answer);
    }
    if !reads {
        return Ok(count(all));
    }
    let needed = IN_PROFILE.iter().any(|field| may(field)) || may("address");
    let profiles = if needed {
        profiles(&line, results).await?
    } else {
        BTreeMap::new()
    };
    // A company whose profile was not fetched is left for a question by its number.
    let read: Vec<Value> = results
        .iter()
        .filter(|result| !needed || company(result).is_ok_and(|company| profiles.contains_key(&company)))
        .cloned()
        .collect();
    let answer = records(&read, |result| {
        let profile = profiles.get(&company(result)?).unwrap_or(&Value::Null);
        record(fields, |field| value(result, profile, field))
    })?;
    Ok(Answer {
        more: all > read.len(),
        ..answer
    })
}

const ACCEPT: (&str, &str) = ("accept", "application/hal+json");

fn knows_nothing(said: &Value) -> bool {
    let faults = list_at(said, "/fout").ok().flatten().unwrap_or_default();
    faults
        .iter()
        .any(|fault| fault.get("code").and_then(Value::as_str) == Some(NOTHING_FOUND))
}

fn searched(inquiry: &Inquiry) -> Result<Vec<(&'static str, String)>, RegisterTrouble> {
    Ok(match inquiry {
        Inquiry::Company(company) => vec![("kvkNummer", company.clone())],
        Inquiry::CompanyName(name) => vec![("naam", name.clone())],
        Inquiry::Address(address) => {
            let mut query = vec![
                ("postcode", address.postcode.clone()),
                ("huisnummer", address.number.to_string()),
            ];
            query.extend(address.letter.clone().map(|letter| ("huisletter", letter)));
            query
        }
        _ => return Err(RegisterTrouble::Refused),
    })
}

fn company(result: &Value) -> Result<String, RegisterTrouble> {
    let company = text(result, "/kvkNummer")?.ok_or(RegisterTrouble::Answer)?;
    // It becomes part of an address.
    let number = company.len() == 8 && company.bytes().all(|byte| byte.is_ascii_digit());
    number.then_some(company).ok_or(RegisterTrouble::Answer)
}

async fn profiles(line: &Line, results: &[Value]) -> Result<BTreeMap<String, Value>, RegisterTrouble> {
    let mut companies = BTreeSet::new();
    for result in results {
        let company = company(result)?;
        if companies.len() < PROFILES {
            companies.insert(company);
        }
    }
    let mut profiles = BTreeMap::new();
    for company in companies {
        let reply = line
            .get(&["v1", "basisprofielen", &company], &[], &[ACCEPT])
            .await?;
        // It may have gone between the two calls.
        let profile = match reply.absent() {
            Some(said) if knows_nothing(&said) => Value::Null,
            _ => reply.json()?,
        };
        if !profile.is_null() && text(&profile, "/kvkNummer")? != Some(company.clone()) {
            return Err(RegisterTrouble::Answer);
        }
        profiles.insert(company, profile);
    }
    Ok(profiles)
}

fn value(result: &Value, profile: &Value, field: &str) -> Result<Option<String>, RegisterTrouble> {
    match field {
        "name" => text(result, "/naam"),
        "company-number" => text(result, "/kvkNummer"),
        "branch-number" => text(result, "/vestigingsnummer"),
        "kind" => text(result, "/type"),
        "address" => address(result, profile),
        "trade-names" => named(profile, "/handelsnamen", "/naam"),
        "activities" => named(profile, "/sbiActiviteiten", "/sbiOmschrijving"),
        "started" => Ok(text(profile, "/materieleRegistratie/datumAanvang")?.and_then(|day| dated(&day))),
        "ended" => Ok(text(profile, "/materieleRegistratie/datumEinde")?.and_then(|day| dated(&day))),
        "staff" => text(profile, "/totaalWerkzamePersonen"),
        "legal-form" => text(profile, "/_embedded/eigenaar/rechtsvorm"),
        _ => Ok(None),
    }
}

/// Where it is. An address that KVK shields is not shown, wherever it stands.
fn address(result: &Value, profile: &Value) -> Result<Option<String>, RegisterTrouble> {
    let main = "/_embedded/hoofdvestiging/adressen";
    let addresses = list_at(profile, main)?.unwrap_or_default();
    let owner = list_at(profile, "/_embedded/eigenaar/adressen")?.unwrap_or_default();
    let shielded = |address: &&Value| address.get("indAfgeschermd").and_then(Value::as_str) != Some("Nee");
    if addresses.iter().chain(owner).any(|address| shielded(&address)) {
        return Ok(Some("afgeschermd".to_owned()));
    }
    let branch = text(result, "/vestigingsnummer")?;
    let of_main = branch.is_some() && branch == text(profile, "/_embedded/hoofdvestiging/vestigingsnummer")?;
    if let Some(visited) = addresses.first().filter(|_| of_main) {
        return text(visited, "/volledigAdres");
    }
    let mut parts = Vec::new();
    for part in ["straatnaam", "huisnummer", "huisletter", "postcode", "plaats"] {
        parts.extend(text(result, &format!("/adres/binnenlandsAdres/{part}"))?);
    }
    if parts.is_empty() {
        for part in ["straatHuisnummer", "postcodeWoonplaats", "land"] {
            parts.extend(text(result, &format!("/adres/buitenlandsAdres/{part}"))?);
        }
    }
    Ok(together(&parts, " "))
}

fn named(profile: &Value, place: &str, name: &str) -> Result<Option<String>, RegisterTrouble> {
    let mut names = Vec::new();
    for item in list_at(profile, place)?.unwrap_or_default() {
        names.extend(text(item, name)?);
    }
    Ok(together(&names, "; ").and_then(|names| tidy(&names)))
}

/// A day as KVK writes it, such as 20170108; month and day can be unknown.
fn dated(day: &str) -> Option<String> {
    let (year, month, date) = (day.get(..4)?, day.get(4..6)?, day.get(6..8)?);
    Some(match (month, date) {
        ("00", _) => year.to_owned(),
        (_, "00") => format!("{month}-{year}"),
        _ => format!("{date}-{month}-{year}"),
    })
}
