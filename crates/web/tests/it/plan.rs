// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The plan: what is due when, what is odd, and what proves that something was done.

use meldroute_core::{policy::Role, usecase::plan::take_in};

use crate::testkit::TestApp;

const FILE: &str = "pijler;thema;actie;wanneer\n\
    1;Bewustwording;Training voor teams;Jaarlijks\n\
    2;Jongeren;Voorlichting op scholen;Q2 2024\n\
    3;Toezicht;Toezicht op de horeca;Doorlopend\n\
    3;Interventies;Met het OM;Doorlopend, minimaal twee keer in het jaar agenderen op de Driehoek\n";

pub(crate) async fn with_plan() -> TestApp {
    let app = TestApp::new().await;
    app.as_role(Role::Coordinator).await;
    let table = app.services.tables.read(FILE.as_bytes()).unwrap();
    take_in(&app.services, &app.actor("coordinator").await, &table)
        .await
        .unwrap();
    app
}

#[tokio::test]
async fn a_year_shows_each_action_in_its_quarters_and_what_is_odd() {
    let app = with_plan().await;
    let board = app.as_role(Role::Board).await;
    let page = board.get("/plan?jaar=2024").await.ok();
    let rows = page.all("tbody tr");
    assert_eq!(rows[0], "Training voor teams te laat");
    assert!(
        rows[1].ends_with("Deze datum was al voorbij toen het plan werd vastgesteld. te laat"),
        "{rows:?}"
    );
    assert!(rows[3].contains("De tekst van het plan zegt iets anders: ‘Indien nodig’ (paragraaf 3.3.4)."));
    let now = board.get("/plan").await.ok();
    assert_eq!(now.all("nav.tabs a[aria-current]"), ["2026"]);
    now.says("3 acties zijn te laat.");
    let pillar = board.get("/plan/pijler/3").await.ok();
    pillar
        .says("Doorlopend, minimaal twee keer in het jaar agenderen op de Driehoek")
        .says("niemand");
    board.get("/plan/pijler/9").await.not_found();
}

#[tokio::test]
async fn what_was_done_stands_with_its_evidence_and_counts_once() {
    let app = with_plan().await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let path = "/plan/actie/2";
    let page = coordinator.get(path).await.ok().says("Nog niets vastgelegd");
    let done = [
        ("due", "2024-06-30"),
        ("on", "2026-11-20"),
        ("evidence", "Les op 20 november"),
    ];
    for fields in [
        [("due", "2024-06-30"), ("on", "2026-11-20"), ("evidence", " ")],
        [("due", "2024-06-30"), ("on", "2027-01-01"), ("evidence", "Les")],
        [("due", "2024-06-30"), ("on", "gisteren"), ("evidence", "Les")],
    ] {
        let answer = coordinator.send_back(&page, path, &fields).await;
        assert!(!answer.all(".error-summary li").is_empty());
    }
    for _ in 0..2 {
        let answer = coordinator.send_back(&page, path, &done).await;
        assert_eq!(answer.leads_to(), path);
    }
    coordinator
        .get(path)
        .await
        .ok()
        .says("Les op 20 november")
        .says("Gedaan op vr 20 november 2026")
        .does_not_say("Vastleggen dat het gedaan is");
    let happened = app.journal().await;
    assert_eq!(happened.iter().filter(|event| *event == "action-done").count(), 1);
    // A time at which it was never due is none.
    let never = [("due", "2025-01-01"), ("on", "2026-11-20"), ("evidence", "Les")];
    coordinator.send_back(&page, path, &never).await.not_found();
}

#[tokio::test]
async fn somebody_is_made_responsible_by_who_keeps_the_plan_and_by_nobody_else() {
    let app = with_plan().await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let path = "/plan/actie/1/verantwoordelijk";
    let page = coordinator
        .post_and_follow(path, &[("owner", "Team Opleiding")])
        .await
        .says("De verantwoordelijke is vastgelegd.")
        .does_not_say("Niemand is verantwoordelijk.");
    assert_eq!(page.attributes("#owner", "value"), ["Team Opleiding"]);
    let answer = coordinator.post(path, &[("owner", "")]).await;
    answer.says("Schrijf op wie verantwoordelijk is");
    let board = app.as_role(Role::Board).await;
    board.post(path, &[("owner", "Wij")]).await.not_found();
    board.get("/plan/actie/1").await.ok().does_not_say("Leg vast");
}
