// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! BAG individuele bevragingen v2 of Kadaster: what a building is used for, and how large it is.

use meldroute_core::{
    enrichment::{Address, Answer, Inquiry, RegisterTrouble},
    ports::Question,
};
use serde_json::Value;

use super::{
    answer::{count, list, record, records, text, texts},
    service::{Line, Service},
};

/// What each call says that it understands.
const ACCEPT: (&str, &str) = ("accept", "application/hal+json");
/// Without it an answer with a place on the map is refused; we do not keep the place.
const CRS: (&str, &str) = ("accept-crs", "epsg:28992");

pub(super) async fn ask(
    service: &Service,
    question: &Question,
    reads: bool,
) -> Result<Answer, RegisterTrouble> {
    let Inquiry::Address(address) = &question.inquiry else {
        return Err(RegisterTrouble::Refused);
    };
    let line = Line::open(service, question, "x-api-key")?;
    let query = searched(address);
    let found = if reads {
        line.get(&["adressenuitgebreid"], &query, &[ACCEPT, CRS]).await?
    } else {
        line.get(&["adressen"], &query, &[ACCEPT]).await?
    };
    let found = found.json()?;
    let addresses = match found.get("_embedded") {
        Some(_) => list(&found, "/_embedded/adressen")?,
        // Nothing was found; anything else says something about itself, too.
        None if found.get("_links").is_some_and(Value::is_object) => &[],
        None => return Err(RegisterTrouble::Answer),
    };
    if !reads {
        return Ok(count(addresses.len()));
    }
    records(addresses, |address| {
        record(&question.register.fields, |field| value(address, field))
    })
}

fn searched(address: &Address) -> Vec<(&'static str, String)> {
    let mut query = vec![
        ("postcode", address.postcode.clone()),
        ("huisnummer", address.number.to_string()),
        ("exacteMatch", "true".to_owned()),
    ];
    query.extend(address.letter.clone().map(|letter| ("huisletter", letter)));
    query.extend(
        address
            .addition
            .clone()
            .map(|addition| ("huisnummertoevoeging", addition)),
    );
    query
}

fn value(address: &Value, field: &str) -> Result<Option<String>, RegisterTrouble> {
    match field {
        "address" => line_of(address),
        "use" => texts(address, "/gebruiksdoelen"),
        "surface" => Ok(text(address, "/oppervlakte")?.map(|metres| format!("{metres} m²"))),
        "status" => text(address, "/adresseerbaarObjectStatus"),
        "built" => texts(address, "/oorspronkelijkBouwjaar"),
        "object-id" => text(address, "/adresseerbaarObjectIdentificatie"),
        "building-id" => texts(address, "/pandIdentificaties"),
        _ => Ok(None),
    }
}

/// An address in one line.
fn line_of(address: &Value) -> Result<Option<String>, RegisterTrouble> {
    let part = |name: &str| text(address, &format!("/{name}")).map(Option::unwrap_or_default);
    let addition = match part("huisnummertoevoeging")? {
        none if none.is_empty() => none,
        addition => format!("-{addition}"),
    };
    let line = format!(
        "{} {}{}{addition}, {} {}",
        part("openbareRuimteNaam")?,
        part("huisnummer")?,
        part("huisletter")?,
        part("postcode")?,
        part("woonplaatsNaam")?,
    );
    Ok(Some(line.replace(",  ", ", ").trim().to_owned()))
}
