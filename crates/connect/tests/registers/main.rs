// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Registers: stubs that answer as the published interfaces do, written by us; people, numbers and addresses are invented.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod bag;
mod bewoning;
mod brp;
mod kvk;
mod own;
mod pdok;
mod table;
mod trouble;

use std::{collections::BTreeMap, time::Duration};

use meldroute_connect::register::{PATIENCE, Service, Source, look, read};
use meldroute_core::{
    configuration::register::Register,
    enrichment::{Address, Answer, Inquiry, RegisterTrouble},
    ports::Question,
    processing::Trace,
};
use serde_json::{Value, json};
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

/// The header of the trace that goes along with each question.
const TRACE: &str = "00-0000000000000000000000000000000a-000000000000000b-01";

/// A question to a source of a kind, which may give these fields.
fn question(kind: &str, fields: &[&str], inquiry: Inquiry) -> Question {
    let register = json!({
        "id": kind,
        "name": { "nl": kind, "en": kind },
        "kind": kind,
        "asks": [inquiry.kind().as_str()],
        "fields": fields,
        "ground": { "text": "art. 6", "source": "AVG", "date": "2026-11-23" },
        "decided_by": null,
        "keep_days": 30,
    });
    Question {
        municipality: "heemstede".into(),
        register: serde_json::from_value::<Register>(register).unwrap(),
        inquiry,
        trace: Trace {
            trace_id: 0x0a,
            span_id: 0x0b,
        },
    }
}

fn house() -> Inquiry {
    Inquiry::Address(Address {
        postcode: "2101AB".to_owned(),
        number: 12,
        letter: Some("A".to_owned()),
        addition: Some("2".to_owned()),
    })
}

fn service(url: &str, patience: Duration) -> Source {
    Source::Service(Service {
        url: url.to_owned(),
        key: Some("verzonnen".into()),
        key_header: None,
        headers: BTreeMap::from([("x-doelbinding".to_owned(), "Mensenhandel".to_owned())]),
        ca_file: None,
        patience,
    })
}

/// A stub that answers every request alike.
async fn answering(answer: ResponseTemplate) -> MockServer {
    let stub = MockServer::start().await;
    Mock::given(wiremock::matchers::any())
        .respond_with(answer)
        .mount(&stub)
        .await;
    stub
}

async fn saying(body: &Value) -> MockServer {
    answering(ResponseTemplate::new(200).set_body_json(body)).await
}

async fn looked(stub: &MockServer, question: &Question) -> Result<Answer, RegisterTrouble> {
    look(&service(&stub.uri(), PATIENCE), question).await
}

async fn was_read(stub: &MockServer, question: &Question) -> Result<Answer, RegisterTrouble> {
    read(&service(&stub.uri(), PATIENCE), question).await
}

/// The only request that a stub got. Whatever it was, it carried the trace.
async fn only(stub: &MockServer) -> Request {
    let mut requests = requests(stub).await;
    assert_eq!(requests.len(), 1);
    requests.remove(0)
}

async fn requests(stub: &MockServer) -> Vec<Request> {
    let requests = stub.received_requests().await.unwrap();
    for request in &requests {
        assert_eq!(header(request, "traceparent"), TRACE);
        assert_eq!(header(request, "x-doelbinding"), "Mensenhandel");
    }
    requests
}

fn header<'a>(request: &'a Request, name: &str) -> &'a str {
    request
        .headers
        .get(name)
        .map_or("", |value| value.to_str().unwrap())
}

/// What was asked in the address, by name.
fn query(request: &Request) -> BTreeMap<String, String> {
    request.url.query_pairs().into_owned().collect()
}

fn pairs<const N: usize>(pairs: [(&str, &str); N]) -> BTreeMap<String, String> {
    pairs
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into()
}

/// A record as it is kept.
fn record<const N: usize>(fields: [(&str, &str); N]) -> Vec<(String, String)> {
    fields
        .map(|(field, value)| (field.to_owned(), value.to_owned()))
        .to_vec()
}

fn no_hit() -> Answer {
    Answer::default()
}
