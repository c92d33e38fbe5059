// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Today, and searching.

use axum::http::StatusCode;
use chrono::TimeDelta;
use meldroute_core::policy::Role;

use crate::testkit::TestApp;

#[tokio::test]
async fn an_empty_list_is_a_good_state() {
    let app = TestApp::new().await;
    let visitor = app.as_role(Role::Coordinator).await;
    visitor
        .get("/vandaag")
        .await
        .ok()
        .says("Ma 23 november 2026.")
        .says("Niets vraagt nu uw aandacht.")
        .says("Niets te doen.");
    visitor
        .get("/vandaag?lijst=nieuw")
        .await
        .ok()
        .says("Niets nieuws.");
    visitor
        .get("/vandaag?lijst=wacht")
        .await
        .ok()
        .says("Alles wat u heeft uitgezet, is terug.");
}

#[tokio::test]
async fn what_nobody_looked_at_becomes_late_and_says_how_long_it_waits() {
    let app = TestApp::new().await;
    let report = app
        .report("Licht in de loods", "Elke nacht brandt er licht.")
        .await;
    app.clock.forward(TimeDelta::days(30));
    let visitor = app.as_role(Role::Coordinator).await;
    let page = visitor.get("/vandaag?lijst=nieuw").await.ok();
    assert_eq!(page.all(".row--late").len(), 1);
    assert!(page.all(".badge--late")[0].ends_with("dagen te laat"));
    assert_eq!(
        page.attributes("tbody th a", "href"),
        [format!("/meldingen/{report}")]
    );
    let page = page.says("wacht 30 dagen").says("Zeg wat ermee gebeurt");
    assert_eq!(page.attributes(".table__action a", "href").len(), 1);
    visitor
        .get("/vandaag?lijst=nu")
        .await
        .ok()
        .says("Licht in de loods");
    let types_only = app.as_role(Role::EnforcementOfficer).await;
    types_only
        .get("/vandaag?lijst=nieuw")
        .await
        .ok()
        .does_not_say("Licht in de loods");
}

#[tokio::test]
async fn the_work_list_goes_on_after_fifty() {
    let app = TestApp::new().await;
    for number in 1..=52 {
        app.report(&format!("Melding nummer {number}"), "Licht.").await;
    }
    let visitor = app.as_role(Role::Coordinator).await;
    let first = visitor.get("/vandaag?lijst=nieuw").await.ok();
    assert_eq!(first.all("tbody tr").len(), 50);
    let second = visitor
        .get(&first.attributes("a[rel=next]", "href")[0])
        .await
        .ok();
    assert_eq!(second.all("tbody tr").len(), 2);
    let (first, second) = (first.all("tbody .number"), second.all("tbody .number"));
    assert!(second.iter().all(|number| !first.contains(number)));
}

#[tokio::test]
async fn who_never_has_work_here_finds_their_pages() {
    let app = TestApp::new().await;
    for (role, words) in [
        (Role::Administrator, "Meldingen en signalen ziet u niet."),
        (Role::Board, "U ziet hier alleen cijfers"),
        (Role::RegionalAnalyst, "U ziet hier alleen cijfers"),
    ] {
        let visitor = app.as_role(role).await;
        let page = visitor.get("/vandaag").await.ok().says(words);
        assert!(page.all("table").is_empty());
        for door in page.attributes("main a", "href") {
            visitor.get(&door).await.ok();
        }
    }
    for role in Role::ALL {
        app.as_role(role).await.get("/vandaag").await.ok().says("Vandaag");
    }
}

#[tokio::test]
async fn searching_never_puts_words_into_an_address() {
    let app = TestApp::new().await;
    let visitor = app.as_role(Role::Coordinator).await;
    let page = visitor.get("/zoeken").await.ok();
    assert!(
        page.attributes("form[action='/zoeken']", "method")
            .iter()
            .all(|method| method == "post")
    );
    let empty = visitor.post("/zoeken", &[("words", "  ")]).await;
    assert_eq!(empty.status, StatusCode::BAD_REQUEST);
    empty.says("Vul een of meer woorden in");
    visitor
        .post("/zoeken", &[("words", "matras")])
        .await
        .ok()
        .says("Niets gevonden.");
    assert!(app.happened().await.contains("searched"));
    app.as_role(Role::Enricher).await.get("/zoeken").await.not_found();
}
