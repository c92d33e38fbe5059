// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! PDOK Locatieserver.

use meldroute_core::enrichment::Inquiry;
use serde_json::json;

use crate::{header, looked, no_hit, only, pairs, query, question, record, saying, was_read};

const FIELDS: [&str; 3] = ["address", "municipality", "object-id"];

fn place() -> Inquiry {
    Inquiry::Place("Havenstraat 12-A, (Heemstede) type:*".to_owned())
}

#[tokio::test]
async fn a_look_asks_for_no_more_than_identifiers() {
    let found = json!({ "response": { "numFound": 4_321, "start": 0, "docs": [{ "id": "adr-1" }, { "id": "adr-2" }] } });
    let stub = saying(&found).await;
    let answer = looked(&stub, &question("pdok", &FIELDS, place())).await.unwrap();
    assert_eq!((answer.records, answer.more), (vec![vec![], vec![]], true));
    let asked = only(&stub).await;
    assert_eq!((asked.method.as_str(), asked.url.path()), ("GET", "/free"));
    let expected = pairs([
        ("q", "Havenstraat 12 A Heemstede type"),
        ("fq", "type:adres"),
        ("fl", "id"),
        ("rows", "10"),
    ]);
    assert_eq!(query(&asked), expected);
}

#[tokio::test]
async fn the_fields_are_read_and_no_others() {
    let found = json!({ "response": { "numFound": 1, "docs": [{
        "weergavenaam": "Havenstraat 12A, 2101AB Heemstede",
        "gemeentenaam": "Heemstede",
        "adresseerbaarobject_id": "0397010000000001",
        "postcode": "2101AB",
        "centroide_ll": "POINT(4.6 52.3)",
    }] } });
    let stub = saying(&found).await;
    let answer = was_read(&stub, &question("pdok", &FIELDS, place()))
        .await
        .unwrap();
    let expected = record([
        ("address", "Havenstraat 12A, 2101AB Heemstede"),
        ("municipality", "Heemstede"),
        ("object-id", "0397010000000001"),
    ]);
    assert_eq!((answer.records, answer.more), (vec![expected], false));
    let asked = only(&stub).await;
    assert_eq!(
        query(&asked)["fl"],
        "weergavenaam,gemeentenaam,adresseerbaarobject_id"
    );
    assert_eq!(header(&asked, "cookie"), "");
}

#[tokio::test]
async fn nothing_is_found() {
    let stub = saying(&json!({ "response": { "numFound": 0, "docs": [] } })).await;
    assert_eq!(
        looked(&stub, &question("pdok", &FIELDS, place())).await,
        Ok(no_hit())
    );
}
