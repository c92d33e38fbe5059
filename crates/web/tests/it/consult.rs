// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Asking for advice, which is no report.

use axum::http::StatusCode;
use meldroute_core::{
    policy::{Grant, Role},
    ports::ReportFilter,
};

use crate::testkit::{HERE, NEIGHBOUR, TestApp, Visitor};

const QUESTION: &str = "Is tien mensen op een adres al iets om te melden?";

/// Asks; gives the page of the question.
async fn asked(visitor: &Visitor) -> String {
    let page = visitor.get("/advies/nieuw").await.ok();
    let id = page.attributes("input[name=consult]", "value")[0].clone();
    let form = [("consult", id.as_str()), ("text", QUESTION)];
    let first = visitor.post("/advies/nieuw", &form).await.leads_to();
    assert_eq!(
        first,
        visitor.post("/advies/nieuw", &form).await.leads_to(),
        "asked once"
    );
    first
}

async fn say(visitor: &Visitor, consult: &str, text: &str) {
    let page = visitor.get(consult).await.ok();
    let mark = page.attributes("input[name=said]", "value")[0].clone();
    let form = [("said", mark.as_str()), ("text", text)];
    for _ in 0..2 {
        visitor.post(consult, &form).await.leads_to();
    }
}

#[tokio::test]
async fn a_question_is_answered_and_makes_no_report_and_no_figure() {
    let app = TestApp::new().await;
    let official = app.as_role(Role::Official).await;
    let officer = app.as_role(Role::ContactOfficer).await;
    let consult = asked(&official).await;
    officer
        .get("/vandaag")
        .await
        .ok()
        .says("Een collega vraagt om advies.");
    officer
        .get("/advies")
        .await
        .ok()
        .says("Is tien mensen")
        .says("Test official");
    say(&officer, &consult, "Ja, als zij niet weg mogen.").await;
    official
        .get("/vandaag")
        .await
        .ok()
        .says("Er is een antwoord op uw adviesvraag.");
    official.get("/advies").await.ok().says("Nieuw antwoord");
    let page = official.get(&consult).await.ok();
    assert_eq!(page.all("article .text").len(), 2, "sent twice, said once");
    page.says("Ja, als zij niet weg mogen.");
    official.get("/vandaag").await.ok().says("Niets te doen");
    official.get("/advies").await.ok().does_not_say("Nieuw antwoord");
    officer
        .get("/vandaag")
        .await
        .ok()
        .does_not_say("Een collega vraagt om advies.");
    let store = &app.services.store;
    let reports = store
        .reports(&HERE.into(), ReportFilter::New, None, 9)
        .await
        .unwrap();
    assert_eq!(reports.len(), 0);
    assert_eq!(store.counts(&HERE.into()).await.unwrap().reports.len(), 0);
    let journal = app.happened().await;
    for event in ["advice-asked", "advice-read", "advice-said"] {
        assert!(journal.contains(event), "{event}");
    }
}

#[tokio::test]
async fn the_asker_goes_on_and_closes_it() {
    let app = TestApp::new().await;
    let official = app.as_role(Role::Official).await;
    let officer = app.as_role(Role::ContactOfficer).await;
    let consult = asked(&official).await;
    say(&officer, &consult, "Wat zag u precies?").await;
    say(&official, &consult, "Matrassen in de gang.").await;
    officer
        .get("/vandaag")
        .await
        .ok()
        .says("Een collega vraagt om advies.");
    let closed = official
        .post_and_follow(&format!("{consult}/sluiten"), &[])
        .await
        .ok();
    closed.says("De vraag is gesloten.");
    officer
        .get("/advies")
        .await
        .ok()
        .says("Niemand wacht op antwoord.");
    officer
        .get("/vandaag")
        .await
        .ok()
        .does_not_say("Een collega vraagt om advies.");
}

#[tokio::test]
async fn only_the_asker_and_the_advisers_read_it() {
    let app = TestApp::with_neighbour().await;
    let official = app.as_role(Role::Official).await;
    let consult = asked(&official).await;
    app.add(HERE, "collega", vec![Grant::of(Role::Official)]).await;
    let others = [
        app.logged_in(HERE, "collega").await,
        app.as_role(Role::Enricher).await,
        app.as_role(Role::CareCoordinator).await,
        app.as_role(Role::ChainPartner).await,
        app.as_role(Role::PrivacyOfficer).await,
        app.as_role_in(NEIGHBOUR, Role::ContactOfficer).await,
    ];
    for other in &others {
        other.get(&consult).await.not_found();
        let mark = "01900000-0000-7000-8000-00000000ffff";
        let said = other.post(&consult, &[("said", mark), ("text", "ik ook")]).await;
        assert_eq!(said.status, StatusCode::NOT_FOUND);
        let closed = other.post(&format!("{consult}/sluiten"), &[]).await;
        assert_eq!(closed.status, StatusCode::NOT_FOUND);
    }
    app.as_role(Role::Coordinator)
        .await
        .get(&consult)
        .await
        .ok()
        .says("tien mensen");
}

#[tokio::test]
async fn the_asker_alone_makes_a_report_of_it() {
    let app = TestApp::new().await;
    let official = app.as_role(Role::Official).await;
    let consult = asked(&official).await;
    let page = official.get(&consult).await.ok();
    let form = page.attributes("a[href^='/melden/formulier?']", "href")[0].clone();
    official.get(&form).await.ok().says(QUESTION);
    let officer = app.as_role(Role::ContactOfficer).await;
    officer
        .get(&consult)
        .await
        .ok()
        .does_not_say("Maak hier een melding van");
    officer.get(&form).await.not_found();
}

#[tokio::test]
async fn an_empty_question_comes_back() {
    let app = TestApp::new().await;
    let official = app.as_role(Role::Official).await;
    let empty = official.fill("/advies/nieuw", &[("text", "  ")]).await;
    assert_eq!(empty.status, StatusCode::BAD_REQUEST);
    assert_eq!(empty.all(".error-summary li").len(), 1);
}
