// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Forwarded anonymous tips: nobody knows who told it, and the pages keep it so.

use axum::http::StatusCode;
use meldroute_core::{
    id::ReportId,
    policy::Role,
    ports::ReportFilter,
    report::tip::Tip,
    usecase::report::{look_at_tips, take_in_tips},
};

use crate::testkit::TestApp;

const BATCH: &str = "Kenmerk;Datum;Onderwerp;Plaats;Tip\n\
    T-1;3-11-2026;Arbeidsuitbuiting;Kade;Mijn buurman zag zes mannen in een bus\n\
    T-2;3-11-2026;Fietsendiefstal;Elders;Niet voor het meldpunt\n";

async fn taken(app: &TestApp) -> ReportId {
    app.as_role(Role::Coordinator).await;
    let coordinator = app.actor("coordinator").await;
    let table = app.services.tables.read(BATCH.as_bytes()).unwrap();
    let batch = look_at_tips(&app.services, &coordinator, &table).await.unwrap();
    let tips: Vec<Tip> = batch.kept.into_iter().map(|(_, tip)| tip).collect();
    let numbers = take_in_tips(&app.services, &coordinator, tips, 1).await.unwrap();
    assert_eq!(numbers.reports.len(), 1);
    app.only_report().await
}

#[tokio::test]
async fn a_tip_has_no_reporter_and_says_what_may_give_them_away() {
    let app = TestApp::new().await;
    let report = taken(&app).await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let page = coordinator.get(&format!("/meldingen/{report}")).await.ok();
    page.says("Deze woorden kunnen verraden wie dit meldde: “mijn buurman”");
    assert!(app.happened().await.contains("tips-sorted"));
    let stored = app
        .services
        .store
        .report(&"heemstede".into(), report)
        .await
        .unwrap()
        .unwrap();
    assert!(
        stored.value.feedback.iter().all(|message| !message.is_due()),
        "nobody to answer"
    );
    let reporter = app
        .services
        .store
        .reporter(&"heemstede".into(), report)
        .await
        .unwrap();
    assert!(reporter.unwrap().is_unknown());
}

#[tokio::test]
async fn a_batch_is_looked_at_before_it_is_taken_in() {
    let app = TestApp::new().await;
    let coordinator = app.as_role(Role::Coordinator).await;
    coordinator.get("/meldingen").await.ok().says("Tips innemen");
    let coordinator = &coordinator;
    let sent = async |text: &str| {
        let file = [("file", "tips.csv", "text/csv", text.as_bytes())];
        coordinator
            .upload("/meldingen/tips", &[], &file, "text/html")
            .await
    };
    let mut looked = sent(BATCH).await.ok();
    for words in [
        "1 tip wordt een melding",
        "1 tip gaat over iets anders en wordt niet bewaard",
        "Arbeidsuitbuiting",
        "Fietsendiefstal: 1",
    ] {
        looked = looked.says(words);
    }
    assert!(
        !looked.html().contains("Niet voor het meldpunt"),
        "what is off topic is not shown"
    );
    let stored = app
        .services
        .store
        .reports(&"heemstede".into(), ReportFilter::New, None, 5)
        .await;
    assert!(stored.unwrap().is_empty(), "nothing is stored yet");
    let taken = coordinator
        .send_back(&looked, "/meldingen/tips/innemen", &[])
        .await;
    assert_eq!(taken.leads_to(), "/meldingen");
    app.only_report().await;
    sent(BATCH).await.ok().says("1 tip was al binnen");

    let other = sent("Nummer;Tekst\n1;x\n").await;
    assert_eq!(other.status, StatusCode::BAD_REQUEST);
    other.says("De kolom “Kenmerk” staat niet in het bestand. Wel: Nummer, Tekst.");
    let none = coordinator.upload("/meldingen/tips", &[], &[], "text/html").await;
    none.says("Kies eerst een bestand");
}
