// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! PDOK Locatieserver `v3_1`: which addresses are meant by words. A national service without a key; it hears the words, and nothing
//! of the signal or of who asks.

use meldroute_core::{
    enrichment::{Answer, Inquiry, RegisterTrouble},
    ports::Question,
};

use super::{
    answer::{count, list, number, record, records, text},
    service::{Line, Service},
};

/// How many addresses are asked for: it sorts the best first, and finds thousands for a common word.
const ROWS: usize = 10;

pub(super) async fn ask(
    service: &Service,
    question: &Question,
    reads: bool,
) -> Result<Answer, RegisterTrouble> {
    let Inquiry::Place(words) = &question.inquiry else {
        return Err(RegisterTrouble::Refused);
    };
    let fields: Vec<&str> = if reads {
        question.register.fields.iter().filter_map(|f| key(f)).collect()
    } else {
        vec!["id"]
    };
    let query = [
        ("q", searched(words)),
        ("fq", "type:adres".to_owned()),
        ("fl", fields.join(",")),
        ("rows", ROWS.to_string()),
    ];
    let line = Line::open(service, question, "x-api-key")?;
    let found = line.get(&["free"], &query, &[]).await?.json()?;
    let (all, docs) = (
        number(&found, "/response/numFound")?,
        list(&found, "/response/docs")?,
    );
    if docs.is_empty() != (all == 0) {
        return Err(RegisterTrouble::Answer);
    }
    if !reads {
        return Ok(Answer {
            more: all > docs.len(),
            ..count(docs.len())
        });
    }
    let read = records(docs, |doc| {
        record(&question.register.fields, |field| {
            key(field).map_or(Ok(None), |key| text(doc, &format!("/{key}")))
        })
    })?;
    Ok(Answer {
        more: all > docs.len(),
        ..read
    })
}

/// The name that the service has for a field.
fn key(field: &str) -> Option<&'static str> {
    Some(match field {
        "address" => "weergavenaam",
        "postcode" => "postcode",
        "municipality" => "gemeentenaam",
        "address-id" => "nummeraanduiding_id",
        "object-id" => "adresseerbaarobject_id",
        _ => return None,
    })
}

/// The words without what would be a sign of its search language.
fn searched(words: &str) -> String {
    let sign = |c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '.');
    words
        .split(sign)
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
