// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! BAG individuele bevragingen.

use meldroute_core::enrichment::{Address, Inquiry};
use serde_json::json;

use crate::{header, house, looked, no_hit, only, pairs, query, question, record, saying, was_read};

const FIELDS: [&str; 6] = ["address", "use", "surface", "status", "built", "object-id"];

#[tokio::test]
async fn a_look_asks_for_the_address_alone() {
    let found =
        json!({ "_links": {}, "_embedded": { "adressen": [{ "huisnummer": 12 }, { "huisnummer": 12 }] } });
    let stub = saying(&found).await;
    let answer = looked(&stub, &question("bag", &FIELDS, house())).await.unwrap();
    assert_eq!(answer.records.len(), 2);
    let asked = only(&stub).await;
    assert_eq!((asked.method.as_str(), asked.url.path()), ("GET", "/adressen"));
    let expected = pairs([
        ("postcode", "2101AB"),
        ("huisnummer", "12"),
        ("huisletter", "A"),
        ("huisnummertoevoeging", "2"),
        ("exacteMatch", "true"),
    ]);
    assert_eq!(query(&asked), expected);
    assert_eq!(header(&asked, "x-api-key"), "verzonnen");
    assert_eq!(header(&asked, "accept"), "application/hal+json");
}

#[tokio::test]
async fn use_and_surface_are_read() {
    let found = json!({ "_links": {}, "_embedded": { "adressen": [{
        "openbareRuimteNaam": "Havenstraat",
        "huisnummer": 12,
        "huisletter": "A",
        "huisnummertoevoeging": "2",
        "postcode": "2101AB",
        "woonplaatsNaam": "Heemstede",
        "typeAdresseerbaarObject": "Verblijfsobject",
        "adresseerbaarObjectIdentificatie": "0397010000000001",
        "adresseerbaarObjectStatus": "Verblijfsobject in gebruik",
        "adresseerbaarObjectGeometrie": { "punt": { "type": "Point", "coordinates": [1.0, 2.0, 0.0] } },
        "gebruiksdoelen": ["woonfunctie", "logiesfunctie"],
        "oppervlakte": 85,
        "oorspronkelijkBouwjaar": ["1934"],
        "pandIdentificaties": ["0397100000000001"],
    }] } });
    let stub = saying(&found).await;
    let answer = was_read(&stub, &question("bag", &FIELDS, house())).await.unwrap();
    let expected = record([
        ("address", "Havenstraat 12A-2, 2101AB Heemstede"),
        ("use", "woonfunctie, logiesfunctie"),
        ("surface", "85 m²"),
        ("status", "Verblijfsobject in gebruik"),
        ("built", "1934"),
        ("object-id", "0397010000000001"),
    ]);
    assert_eq!(answer.records, [expected]);
    let asked = only(&stub).await;
    assert_eq!(asked.url.path(), "/adressenuitgebreid");
    assert_eq!(header(&asked, "accept-crs"), "epsg:28992");
}

#[tokio::test]
async fn no_addresses_means_that_nothing_is_known() {
    let links = json!({ "_links": { "self": { "href": "https://bag.example/adressen" } } });
    let stub = saying(&links).await;
    let plain = Inquiry::Address(Address {
        postcode: "2101AB".to_owned(),
        number: 12,
        ..Address::default()
    });
    let asked = question("bag", &FIELDS, plain);
    assert_eq!(looked(&stub, &asked).await, Ok(no_hit()));
    assert!(!query(&only(&stub).await).contains_key("huisletter"));
}
