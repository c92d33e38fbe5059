// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! KVK Zoeken and Basisprofiel.

use meldroute_core::enrichment::{Inquiry, RegisterTrouble};
use serde_json::{Value, json};
use wiremock::{
    Mock, MockServer, ResponseTemplate,
    matchers::{path, path_regex},
};

use crate::{
    answering, header, house, looked, no_hit, only, pairs, query, question, record, requests, saying,
    was_read,
};

const FIELDS: [&str; 8] = [
    "name",
    "company-number",
    "branch-number",
    "kind",
    "address",
    "trade-names",
    "started",
    "legal-form",
];

fn company() -> Inquiry {
    Inquiry::Company("90000001".to_owned())
}

fn results(all: usize, results: &[Value]) -> Value {
    json!({ "pagina": 1, "resultatenPerPagina": 10, "totaal": all, "resultaten": results })
}

fn main_branch(company: &str) -> Value {
    json!({
        "kvkNummer": company,
        "vestigingsnummer": "000090000001",
        "naam": "Verzonnen Schoonmaak",
        "adres": { "binnenlandsAdres": { "type": "bezoekadres", "straatnaam": "Havenstraat", "plaats": "Heemstede" } },
        "type": "hoofdvestiging",
    })
}

fn profile(company: &str, shielded: &str) -> Value {
    json!({
        "kvkNummer": company,
        "naam": "Verzonnen Schoonmaak",
        "materieleRegistratie": { "datumAanvang": "20240131" },
        "handelsnamen": [{ "naam": "Verzonnen Schoonmaak", "volgorde": 0 }, { "naam": "Glansrijk", "volgorde": 1 }],
        "sbiActiviteiten": [{ "sbiCode": "8121", "sbiOmschrijving": "Reiniging van gebouwen", "indHoofdactiviteit": "Ja" }],
        "_embedded": {
            "hoofdvestiging": {
                "vestigingsnummer": "000090000001",
                "adressen": [{
                    "type": "bezoekadres",
                    "indAfgeschermd": shielded,
                    "volledigAdres": "Havenstraat 12            2101AB Heemstede",
                }],
            },
            "eigenaar": { "rechtsvorm": "Eenmanszaak" },
        },
    })
}

/// A stub of both services.
async fn kvk(found: &Value, profile: &Value) -> MockServer {
    let stub = MockServer::start().await;
    Mock::given(path("/v2/zoeken"))
        .respond_with(ResponseTemplate::new(200).set_body_json(found))
        .mount(&stub)
        .await;
    Mock::given(path_regex("^/v1/basisprofielen/[0-9]{8}$"))
        .respond_with(ResponseTemplate::new(200).set_body_json(profile))
        .mount(&stub)
        .await;
    stub
}

#[tokio::test]
async fn a_look_only_searches() {
    let stub = kvk(&results(3, &[main_branch("90000001")]), &json!({})).await;
    let answer = looked(&stub, &question("kvk", &FIELDS, company())).await.unwrap();
    assert_eq!(answer.records.len(), 3);
    let asked = only(&stub).await;
    assert_eq!((asked.method.as_str(), asked.url.path()), ("GET", "/v2/zoeken"));
    let expected = pairs([("kvkNummer", "90000001"), ("resultatenPerPagina", "1")]);
    assert_eq!(query(&asked), expected);
    assert_eq!(header(&asked, "apikey"), "verzonnen");
}

#[tokio::test]
async fn the_profile_is_read_for_what_stands_only_there() {
    let branch = json!({
        "kvkNummer": "90000001",
        "vestigingsnummer": "000090000002",
        "naam": "Glansrijk",
        "adres": { "binnenlandsAdres": { "straatnaam": "Dorpsweg", "plaats": "Oeverland" } },
        "type": "nevenvestiging",
    });
    let found = results(2, &[main_branch("90000001"), branch]);
    let stub = kvk(&found, &profile("90000001", "Nee")).await;
    let answer = was_read(&stub, &question("kvk", &FIELDS, company()))
        .await
        .unwrap();
    let shared = [
        ("trade-names", "Verzonnen Schoonmaak; Glansrijk"),
        ("started", "31-01-2024"),
        ("legal-form", "Eenmanszaak"),
    ];
    let main = record([
        ("name", "Verzonnen Schoonmaak"),
        ("company-number", "90000001"),
        ("branch-number", "000090000001"),
        ("kind", "hoofdvestiging"),
        ("address", "Havenstraat 12 2101AB Heemstede"),
        shared[0],
        shared[1],
        shared[2],
    ]);
    assert_eq!(answer.records[0], main);
    assert!(answer.records[1].contains(&("address".to_owned(), "Dorpsweg Oeverland".to_owned())));
    assert!(!answer.more);
    let asked: Vec<String> = requests(&stub)
        .await
        .iter()
        .map(|r| r.url.path().to_owned())
        .collect();
    assert_eq!(asked, ["/v2/zoeken", "/v1/basisprofielen/90000001"]);
}

#[tokio::test]
async fn without_such_a_field_no_profile_is_asked_or_paid_for() {
    let stub = kvk(&results(1, &[main_branch("90000001")]), &json!({})).await;
    let by_name = Inquiry::CompanyName("Glansrijk & Zn".to_owned());
    let answer = was_read(&stub, &question("kvk", &["name"], by_name))
        .await
        .unwrap();
    assert_eq!(answer.records, [record([("name", "Verzonnen Schoonmaak")])]);
    assert_eq!(
        query(&only(&stub).await),
        pairs([("naam", "Glansrijk & Zn"), ("resultatenPerPagina", "10")])
    );
}

#[tokio::test]
async fn a_shielded_address_is_not_shown() {
    let stub = kvk(
        &results(1, &[main_branch("90000001")]),
        &profile("90000001", "Ja"),
    )
    .await;
    let answer = was_read(&stub, &question("kvk", &["address"], company()))
        .await
        .unwrap();
    assert_eq!(answer.records, [record([("address", "afgeschermd")])]);
}

#[tokio::test]
async fn a_company_at_an_address_may_have_ended() {
    let found = results(1, &[main_branch("90000001")]);
    let mut ended = profile("90000001", "Nee");
    ended["materieleRegistratie"]["datumEinde"] = json!("20250000");
    let stub = kvk(&found, &ended).await;
    let answer = was_read(&stub, &question("kvk", &["ended"], house()))
        .await
        .unwrap();
    assert_eq!(answer.records, [record([("ended", "2025")])]);
    let expected = pairs([
        ("postcode", "2101AB"),
        ("huisnummer", "12"),
        ("huisletter", "A"),
        ("inclusiefInactieveRegistraties", "true"),
        ("resultatenPerPagina", "10"),
    ]);
    assert_eq!(query(&requests(&stub).await[0]), expected);
}

#[tokio::test]
async fn of_many_companies_only_some_are_read_and_it_says_that_there_are_more() {
    let companies: Vec<Value> = (1..=7).map(|n| main_branch(&format!("9000000{n}"))).collect();
    let stub = MockServer::start().await;
    let found = results(40, &companies);
    Mock::given(path("/v2/zoeken"))
        .respond_with(ResponseTemplate::new(200).set_body_json(found))
        .mount(&stub)
        .await;
    Mock::given(path_regex("^/v1/"))
        .respond_with(|request: &wiremock::Request| {
            let company = request.url.path_segments().unwrap().next_back().unwrap();
            ResponseTemplate::new(200).set_body_json(profile(company, "Nee"))
        })
        .mount(&stub)
        .await;
    let name = Inquiry::CompanyName("Verzonnen".to_owned());
    let answer = was_read(&stub, &question("kvk", &["started"], name))
        .await
        .unwrap();
    assert_eq!((answer.records.len(), answer.more), (5, true));
    assert_eq!(requests(&stub).await.len(), 6);
}

#[tokio::test]
async fn nothing_found_is_a_404_that_says_so_and_no_other() {
    let says = |code: &str| ResponseTemplate::new(404).set_body_json(json!({ "fout": [{ "code": code }] }));
    let asked = question("kvk", &FIELDS, company());
    let stub = answering(says("IPD5200")).await;
    assert_eq!(looked(&stub, &asked).await, Ok(no_hit()));
    assert_eq!(was_read(&stub, &asked).await, Ok(no_hit()));
    let stub = answering(says("IPD0005")).await;
    assert_eq!(looked(&stub, &asked).await, Err(RegisterTrouble::Refused));
    let stub = saying(&results(0, &[])).await;
    assert_eq!(looked(&stub, &asked).await, Ok(no_hit()));
}

#[tokio::test]
async fn a_profile_of_another_company_or_with_trouble_is_no_answer() {
    let found = results(1, &[main_branch("90000001")]);
    let asked = question("kvk", &["started"], company());
    let stub = kvk(&found, &profile("90000002", "Nee")).await;
    assert_eq!(was_read(&stub, &asked).await, Err(RegisterTrouble::Answer));

    let stub = MockServer::start().await;
    Mock::given(path("/v2/zoeken"))
        .respond_with(ResponseTemplate::new(200).set_body_json(found))
        .mount(&stub)
        .await;
    Mock::given(path_regex("^/v1/"))
        .respond_with(ResponseTemplate::new(403))
        .mount(&stub)
        .await;
    assert_eq!(was_read(&stub, &asked).await, Err(RegisterTrouble::Forbidden));

    let strange = results(1, &[main_branch("../../x")]);
    let stub = kvk(&strange, &json!({})).await;
    assert_eq!(was_read(&stub, &asked).await, Err(RegisterTrouble::Answer));
    assert_eq!(
        requests(&stub).await.len(),
        1,
        "only a number becomes part of an address"
    );
}
