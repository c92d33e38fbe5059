// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A service of the municipality itself.

use meldroute_core::enrichment::{Inquiry, RegisterTrouble};
use rstest::rstest;
use serde_json::{Value, json};

use crate::{header, house, looked, no_hit, only, question, record, saying, was_read};

const FIELDS: [&str; 3] = ["Soort", "Verleend op", "Actief"];

#[rstest]
#[case::address(house(), json!({ "kind": "address", "postcode": "2101AB", "number": 12, "letter": "A", "addition": "2" }))]
#[case::company(Inquiry::Company("90000001".to_owned()), json!({ "kind": "company", "company": "90000001" }))]
#[case::name(Inquiry::CompanyName("Glans".to_owned()), json!({ "kind": "company-name", "name": "Glans" }))]
#[case::words(Inquiry::Words("iets".to_owned()), json!({ "kind": "words", "words": "iets" }))]
#[tokio::test]
async fn a_look_is_answered_with_a_number(#[case] inquiry: Inquiry, #[case] sent: Value) {
    let stub = saying(&json!({ "records": 2 })).await;
    let answer = looked(&stub, &question("http", &FIELDS, inquiry)).await.unwrap();
    assert_eq!(answer.records.len(), 2);
    let asked = only(&stub).await;
    assert_eq!((asked.method.as_str(), asked.url.path()), ("POST", "/look"));
    assert_eq!(header(&asked, "x-api-key"), "verzonnen");
    assert_eq!(asked.body_json::<Value>().unwrap(), sent);
}

#[tokio::test]
async fn the_fields_are_read_and_no_others() {
    let found = json!({
        "records": [{ "Actief": true, "Soort": " Logies \u{7}", "Verleend op": null, "Aanvrager": "Iemand" }],
        "more": true,
    });
    let stub = saying(&found).await;
    let answer = was_read(&stub, &question("http", &FIELDS, house()))
        .await
        .unwrap();
    assert_eq!(answer.records, [record([("Soort", "Logies"), ("Actief", "ja")])]);
    assert!(answer.more);
    let asked = only(&stub).await;
    assert_eq!(asked.url.path(), "/read");
    assert_eq!(asked.body_json::<Value>().unwrap()["fields"], json!(FIELDS));
}

#[tokio::test]
async fn nothing_is_known() {
    let asked = question("http", &FIELDS, house());
    let stub = saying(&json!({ "records": 0 })).await;
    assert_eq!(looked(&stub, &asked).await, Ok(no_hit()));
    let stub = saying(&json!({ "records": [] })).await;
    assert_eq!(was_read(&stub, &asked).await, Ok(no_hit()));
}

#[tokio::test]
async fn a_value_that_is_no_word_is_not_understood() {
    let stub = saying(&json!({ "records": [{ "Soort": { "code": 1 } }] })).await;
    let trouble = was_read(&stub, &question("http", &FIELDS, house()))
        .await
        .unwrap_err();
    assert_eq!(trouble, RegisterTrouble::Answer);
}
