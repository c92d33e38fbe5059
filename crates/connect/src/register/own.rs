// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A service of the municipality itself, behind which any system of its own can stand.
//!
//! `POST {url}/look` is answered with `{"records": 2}`, `POST {url}/read` with `{"records": [{"Soort": "..."}], "more": false}`. Both get the
//! question as JSON, and the second the fields that may be read. What nobody knows is an empty list, never a 404.

use meldroute_core::{
    enrichment::{Answer, Inquiry, RegisterTrouble},
    ports::Question,
};
use serde_json::{Value, json};

use super::{
    answer::{count, list, number, plain, record, records, says_yes},
    service::{Line, Service},
};

pub(super) async fn ask(
    service: &Service,
    question: &Question,
    reads: bool,
) -> Result<Answer, RegisterTrouble> {
    let fields = &question.register.fields;
    let mut body = searched(&question.inquiry)?;
    let line = Line::open(service, question, "x-api-key")?;
    if !reads {
        let found = line.post(&["look"], &body).await?.json()?;
        return Ok(count(number(&found, "/records")?));
    }
    if let Some(body) = body.as_object_mut() {
        body.insert("fields".to_owned(), json!(fields));
    }
    let found = line.post(&["read"], &body).await?.json()?;
    let answer = records(list(&found, "/records")?, |item| {
        let Value::Object(item) = item else {
            return Err(RegisterTrouble::Answer);
        };
        record(fields, |field| item.get(field).map_or(Ok(None), plain))
    })?;
    Ok(Answer {
        more: answer.more || says_yes(&found, "/more"),
        ..answer
    })
}

fn searched(inquiry: &Inquiry) -> Result<Value, RegisterTrouble> {
    let kind = inquiry.kind().as_str();
    Ok(match inquiry {
        Inquiry::Address(address) => json!({
            "kind": kind,
            "postcode": address.postcode,
            "number": address.number,
            "letter": address.letter,
            "addition": address.addition,
        }),
        Inquiry::Company(company) => json!({ "kind": kind, "company": company }),
        Inquiry::CompanyName(name) => json!({ "kind": kind, "name": name }),
        Inquiry::Words(words) => json!({ "kind": kind, "words": words }),
        _ => return Err(RegisterTrouble::Refused),
    })
}
