// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! BRP Personen bevragen.

use meldroute_core::{
    enrichment::{Inquiry, RegisterTrouble},
    ports::Question,
};
use rstest::rstest;
use serde_json::{Value, json};
use wiremock::MockServer;

use crate::{header, house, looked, no_hit, only, question, record, saying, was_read};

const FIELDS: [&str; 4] = ["name", "age", "municipality", "secrecy"];

fn citizen(fields: &[&str]) -> Question {
    question("brp", fields, Inquiry::Citizen("999990019".to_owned()))
}

async fn asked(stub: &MockServer) -> Value {
    let request = only(stub).await;
    assert_eq!(
        (request.method.as_str(), request.url.path()),
        ("POST", "/personen")
    );
    assert_eq!(
        request.url.query(),
        None,
        "a number of a person stands in no address"
    );
    assert_eq!(header(&request, "x-api-key"), "verzonnen");
    request.body_json().unwrap()
}

fn persons(persons: &[Value]) -> Value {
    json!({ "type": "RaadpleegMetBurgerservicenummer", "personen": persons })
}

#[tokio::test]
async fn a_look_asks_for_the_one_field_that_says_least() {
    let stub = saying(&persons(&[json!({ "leeftijd": 34 })])).await;
    let answer = looked(&stub, &citizen(&FIELDS)).await.unwrap();
    assert_eq!(answer.records, [[]], "what came along is not kept");
    let expected = json!({
        "type": "RaadpleegMetBurgerservicenummer",
        "burgerservicenummer": ["999990019"],
        "fields": ["leeftijd"],
    });
    assert_eq!(asked(&stub).await, expected);
}

#[tokio::test]
async fn only_the_fields_are_asked_and_kept() {
    let person = json!({
        "burgerservicenummer": "999990019",
        "naam": { "volledigeNaam": "Verzonnen Persoon" },
        "leeftijd": 34,
        "gemeenteVanInschrijving": { "code": "0397", "omschrijving": "Heemstede" },
        "geboorte": { "datum": { "type": "Datum", "datum": "1992-01-01", "langFormaat": "1 januari 1992" } },
    });
    let stub = saying(&persons(&[person])).await;
    let answer = was_read(&stub, &citizen(&FIELDS)).await.unwrap();
    let expected = record([
        ("name", "Verzonnen Persoon"),
        ("age", "34"),
        ("municipality", "Heemstede"),
    ]);
    assert_eq!(answer.records, [expected]);
    assert_eq!(
        asked(&stub).await["fields"],
        json!(["naam.volledigeNaam", "leeftijd", "gemeenteVanInschrijving"])
    );
}

#[tokio::test]
async fn secrecy_suspension_and_doubt_are_always_said_and_a_secret_address_never() {
    let person = json!({
        "naam": { "volledigeNaam": "Verzonnen Persoon", "inOnderzoek": { "volledigeNaam": true } },
        "adressering": { "adresregel1": "Havenstraat 12", "adresregel2": "2101 AB HEEMSTEDE" },
        "geheimhoudingPersoonsgegevens": true,
        "opschortingBijhouding": {
            "reden": { "code": "E", "omschrijving": "emigratie" },
            "datum": { "type": "JaarDatum", "jaar": 2025, "langFormaat": "2025" },
        },
    });
    let stub = saying(&persons(&[person])).await;
    let answer = was_read(&stub, &citizen(&["name", "address"])).await.unwrap();
    let expected = record([
        ("name", "Verzonnen Persoon"),
        ("secrecy", "ja: geef deze gegevens niet aan derden"),
        ("suspended", "emigratie, 2025"),
        ("under-investigation", "ja: de gegevens kunnen onjuist zijn"),
    ]);
    assert_eq!(answer.records, [expected]);
}

#[tokio::test]
async fn an_address_at_which_somebody_is_known_not_to_live_says_so() {
    let person = json!({ "adressering": {
        "adresregel1": "Havenstraat 12",
        "adresregel2": "2101 AB HEEMSTEDE",
        "indicatieVastgesteldVerblijftNietOpAdres": true,
    } });
    let stub = saying(&persons(&[person])).await;
    let answer = was_read(&stub, &citizen(&["address"])).await.unwrap();
    let said = "Havenstraat 12, 2101 AB HEEMSTEDE (vastgesteld: verblijft hier niet)";
    assert_eq!(answer.records, [record([("address", said)])]);
}

#[rstest]
#[case::with_particles("Van den Berg", Some("van den"), "Berg")]
#[case::without("Verzonnen", None, "Verzonnen")]
#[case::that_is_a_particle("Ten", None, "Ten")]
#[tokio::test]
async fn a_person_is_sought_by_surname_and_birth_date(
    #[case] surname: &str,
    #[case] particle: Option<&str>,
    #[case] bare: &str,
) {
    let stub = saying(&persons(&[])).await;
    let person = Inquiry::Person {
        surname: surname.to_owned(),
        born: "1992-01-31".parse().unwrap(),
    };
    let sought = question("brp", &FIELDS, person);
    assert_eq!(looked(&stub, &sought).await, Ok(no_hit()));
    let asked = asked(&stub).await;
    assert_eq!(asked["type"], "ZoekMetGeslachtsnaamEnGeboortedatum");
    assert_eq!(asked["geboortedatum"], "1992-01-31");
    assert_eq!(asked["geslachtsnaam"], bare);
    assert_eq!(asked.get("voorvoegsel").and_then(Value::as_str), particle);
}

#[tokio::test]
async fn at_an_address_it_is_not_asked_where_somebody_is_registered() {
    let stub = saying(&persons(&[json!({}), json!({})])).await;
    let answer = was_read(&stub, &question("brp", &FIELDS, house())).await.unwrap();
    assert_eq!(answer.records.len(), 2);
    let expected = json!({
        "type": "ZoekMetPostcodeEnHuisnummer",
        "postcode": "2101AB",
        "huisnummer": 12,
        "huisletter": "A",
        "huisnummertoevoeging": "2",
        "fields": ["naam.volledigeNaam", "leeftijd"],
    });
    assert_eq!(asked(&stub).await, expected);
}

#[tokio::test]
async fn without_a_field_that_may_be_read_nothing_is_asked() {
    let stub = saying(&persons(&[])).await;
    let trouble = looked(&stub, &citizen(&["secrecy"])).await.unwrap_err();
    assert_eq!(trouble, RegisterTrouble::NotSetUp);
    assert!(stub.received_requests().await.unwrap().is_empty());
}
