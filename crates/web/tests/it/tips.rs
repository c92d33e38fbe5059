// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Forwarded anonymous tips: nobody knows who told it, and the pages keep it so.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

use axum::http::StatusCode;
use meldroute_core::{
    audit::Event,
    id::{Minter, ReportId},
    policy::Role,
    ports::{ReportFilter, Services},
    usecase::report::take_in_tips,
};
use uuid::Uuid;

use crate::testkit::TestApp;

const BATCH: &str = "Kenmerk;Datum;Onderwerp;Plaats;Tip\n\
    T-1;3-11-2026;Arbeidsuitbuiting;Kade;Mijn buurman zag zes mannen in een bus\n\
    T-2;3-11-2026;Fietsendiefstal;Elders;Niet voor het meldpunt\n";

async fn taken(app: &TestApp) -> ReportId {
    app.as_role(Role::Coordinator).await;
    let coordinator = app.actor("coordinator").await;
    let table = app.services.tables.read(BATCH.as_bytes()).unwrap();
    let numbers = take_in_tips(&app.services, &coordinator, &table).await.unwrap();
    assert_eq!(numbers.reports.len(), 1);
    app.only_report().await
}

#[tokio::test]
async fn a_tip_has_no_reporter_and_says_what_may_give_them_away() {
    let app = TestApp::new().await;
    let report = taken(&app).await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let page = coordinator.get(&format!("/meldingen/{report}")).await.ok();
    page.says("Deze woorden kunnen verraden wie dit meldde: “mijn buurman”")
        .says("Onbekend: anoniem gemeld")
        .does_not_say("Toon de gegevens");
    let page = coordinator.get(&format!("/meldingen/{report}/vraag")).await.ok();
    let ways = page.attributes("input[name=way]", "value");
    assert!(ways.iter().all(|way| way.starts_with("partner")), "{ways:?}");
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
async fn words_that_can_tell_who_tipped_go_into_a_signal_only_when_somebody_says_so() {
    let app = TestApp::new().await;
    let report = taken(&app).await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let page = coordinator
        .get(&format!("/meldingen/signaal?melding={report}"))
        .await
        .ok();
    let form = page.fields("main form");
    let form: Vec<_> = form
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let shown = coordinator.post("/meldingen/signaal", &form).await;
    assert_eq!(shown.status, StatusCode::BAD_REQUEST);
    let shown = shown.says("Kan verraden wie het vertelde: mijn buurman");
    let seen = shown.attributes("#exposed input[name=gezien]", "value");
    let mut confirmed: Vec<_> = form.clone();
    confirmed.extend([("gezien", seen[0].as_str()), ("mag", "ja")]);
    coordinator
        .post("/meldingen/signaal", &confirmed)
        .await
        .leads_to();
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

/// Mints so often; then the program dies.
struct Dying(Arc<dyn Minter>, AtomicU32);

impl Minter for Dying {
    fn mint(&self) -> Uuid {
        let left = self.1.fetch_sub(1, Ordering::SeqCst);
        assert!(left > 0, "the program dies here");
        self.0.mint()
    }
}

#[tokio::test]
async fn a_batch_that_dies_half_way_stands_in_the_journal_and_goes_on_without_doubles() {
    const THREE: &str = "Kenmerk;Datum;Onderwerp;Plaats;Tip\nT-1;;Uitbuiting;;Een\nT-2;;Uitbuiting;;Twee\n\
        T-3;;Uitbuiting;;Drie\nT-4;;Fietsendiefstal;;Vier\n";
    let app = TestApp::new().await;
    app.as_role(Role::Coordinator).await;
    let coordinator = app.actor("coordinator").await;
    let table = app.services.tables.read(THREE.as_bytes()).unwrap();
    let services = Services {
        minter: Arc::new(Dying(Arc::clone(&app.services.minter), AtomicU32::new(5))),
        ..app.services.clone()
    };
    let (half, actor) = (table.clone(), coordinator.clone());
    let died = tokio::spawn(async move { take_in_tips(&services, &actor, &half).await });
    assert!(died.await.is_err());
    let sorted = async || {
        let lines = app.services.store.journal(&"heemstede".into(), None, 99).await;
        let events = lines
            .unwrap()
            .into_iter()
            .filter_map(|line| Some(line.detail?.event));
        events
            .filter_map(|event| match event {
                Event::TipsSorted {
                    kept,
                    known,
                    off_topic,
                } => Some((kept, known, off_topic)),
                _ => None,
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(sorted().await, [(3, 0, 1)]);
    let again = take_in_tips(&app.services, &coordinator, &table).await.unwrap();
    let before = again.known;
    assert!((1..3).contains(&before), "it died half-way: {before}");
    assert_eq!(again.reports.len() as u64, 3 - before);
    assert_eq!(sorted().await[0], (3 - before, before, 1));
    let filter = ReportFilter::New;
    let stored = app
        .services
        .store
        .reports(&"heemstede".into(), filter, None, 9)
        .await;
    assert_eq!(stored.unwrap().len(), 3);
}
