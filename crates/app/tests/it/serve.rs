// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `meldroute serve`: the pages of an installation, and search that keeps up with what comes in.

use std::time::Duration;

use meldroute_core::id::{Minter as _, MunicipalityId};

use crate::{
    browser::{Browser, Random, Visitor},
    place::Place,
    program::repository,
};

/// Searches until something is found. The index follows what comes in with some delay.
async fn find(browser: &mut Browser, words: &str, wanted: &str) {
    loop {
        let (status, page) = browser.post("/zoeken", &[("words", words)]).unwrap();
        assert_eq!(status, 200, "{page}");
        if page.contains(wanted) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

async fn finds_what_came_in(place: Place) {
    place.init().good();
    let database = place.open().await;
    let visitor = Visitor::coordinator(&database, &MunicipalityId::from("heemstede")).await;
    database.close().await;
    place
        .run(&["mail", "import", &repository("demo/mails/01-platte-tekst.eml")])
        .good();
    let (serve, address) = place.serve().await;
    let mut browser = Browser::open(address, &visitor).unwrap();
    let (status, page) = browser.get("/vandaag").unwrap();
    assert_eq!(status, 200, "{page}");
    // What was there at the start, what is typed in on a page, and what another process brings in.
    find(&mut browser, "matrassen kelder", "Werklui in huis Lindenlaan 901").await;
    let id = Random.mint().to_string();
    let fields = [
        ("report", id.as_str()),
        ("channel", "phone"),
        ("reporter-kind", "resident"),
        ("openness", "open"),
        ("subject", "Licht in de schuur"),
        ("text", "Er brandt elke nacht licht."),
    ];
    assert_eq!(browser.post("/meldingen/typen", &fields).unwrap().0, 303);
    find(&mut browser, "nachten licht", "Licht in de schuur").await;
    place
        .run(&["mail", "import", &repository("demo/mails/24-minderjarig.eml")])
        .good();
    find(&mut browser, "ritjes mentor", "Zorgen om leerling (15)").await;
    serve.stop();
    assert!(browser.get("/vandaag").is_err(), "it has stopped");
    place.remove().await;
}

#[tokio::test]
async fn finds_what_came_in_on_sqlite() {
    finds_what_came_in(Place::sqlite()).await;
}

#[tokio::test]
async fn finds_what_came_in_on_postgres() {
    if let Some(place) = Place::postgres().await {
        finds_what_came_in(place).await;
    }
}
