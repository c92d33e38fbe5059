// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! BRP Bewoning.

use meldroute_core::{enrichment::Inquiry, ports::Question};
use serde_json::{Value, json};

use crate::{looked, no_hit, only, question, record, saying, was_read};

fn lived_in(fields: &[&str]) -> Question {
    question(
        "bewoning",
        fields,
        Inquiry::Residence {
            object: "0397010000000001".to_owned(),
            from: "2026-01-01".parse().unwrap(),
            until: "2026-01-31".parse().unwrap(),
        },
    )
}

fn found() -> Value {
    json!({ "bewoningen": [
        {
            "adresseerbaarObjectIdentificatie": "0397010000000001",
            "periode": { "datumVan": "2026-01-01", "datumTot": "2026-01-15" },
            "bewoners": [],
            "mogelijkeBewoners": [],
        },
        {
            "adresseerbaarObjectIdentificatie": "0397010000000001",
            "periode": { "datumVan": "2026-01-15", "datumTot": "2026-02-01" },
            "bewoners": [
                {
                    "burgerservicenummer": "999990019",
                    "naam": { "volledigeNaam": "Verzonnen Persoon" },
                    "geboorte": { "datum": { "type": "JaarDatum", "jaar": 1992, "langFormaat": "1992" } },
                    "inOnderzoek": true,
                },
                {
                    "burgerservicenummer": "999990020",
                    "naam": { "volledigeNaam": "Geheime Persoon" },
                    "geheimhoudingPersoonsgegevens": true,
                },
            ],
            "mogelijkeBewoners": [{ "burgerservicenummer": "999990021" }],
        },
    ] })
}

#[tokio::test]
async fn a_look_counts_the_periods_in_which_somebody_lived_there() {
    let stub = saying(&found()).await;
    let answer = looked(&stub, &lived_in(&["count"])).await.unwrap();
    assert_eq!(answer.records, [[]]);
    let asked = only(&stub).await;
    assert_eq!((asked.method.as_str(), asked.url.path()), ("POST", "/bewoningen"));
    let expected = json!({
        "type": "BewoningMetPeriode",
        "datumVan": "2026-01-01",
        "datumTot": "2026-02-01",
        "adresseerbaarObjectIdentificatie": "0397010000000001",
    });
    assert_eq!(asked.body_json::<Value>().unwrap(), expected);
}

#[tokio::test]
async fn names_are_read_only_where_they_may_be() {
    let stub = saying(&found()).await;
    let answer = was_read(&stub, &lived_in(&["period", "count"])).await.unwrap();
    let period = ("period", "15-01-2026 t/m 31-01-2026");
    assert_eq!(answer.records, [record([period, ("count", "2, en 1 mogelijk")])]);

    let answer = was_read(&stub, &lived_in(&["residents", "possible-residents"]))
        .await
        .unwrap();
    let expected = record([
        (
            "residents",
            "Verzonnen Persoon (1992), in onderzoek; iemand met geheimhouding",
        ),
        ("possible-residents", "naam onbekend"),
    ]);
    assert_eq!(answer.records, [expected]);
}

#[tokio::test]
async fn a_building_with_very_many_residents_says_so() {
    let crowded = json!({ "bewoningen": [{
        "periode": { "datumVan": "2026-01-01", "datumTot": "2026-02-01" },
        "indicatieVeelBewoners": true,
    }] });
    let stub = saying(&crowded).await;
    let answer = was_read(&stub, &lived_in(&["count"])).await.unwrap();
    assert_eq!(
        (answer.records, answer.more),
        (vec![record([("count", "meer dan 100")])], true)
    );
}

#[tokio::test]
async fn nobody_lived_there() {
    for nobody in [
        json!({ "bewoningen": [] }),
        json!({ "bewoningen": [{ "bewoners": [], "mogelijkeBewoners": [] }] }),
    ] {
        let stub = saying(&nobody).await;
        assert_eq!(looked(&stub, &lived_in(&["count"])).await, Ok(no_hit()));
    }
}
