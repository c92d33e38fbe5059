// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What was copied into a request goes with the signal from which it is; requests and questions for advice go in their turn, unless held.

use chrono::TimeDelta;
use meldroute_core::policy::Role;

use crate::{
    claims::entered,
    retention::{approved, closed, destroy, propose, say_yes},
    testkit::{NEIGHBOUR, TestApp, Visitor},
};

const WORDS: &str = "Kamers boven een eetzaak";
const WEIGHED: &str = "Bij de eetzaak loopt nog een onderzoek";

/// Decides about two passages of a signal, and answers.
async fn answered(app: &TestApp, officer: &Visitor, signal: impl std::fmt::Display) -> String {
    let claim = entered(officer, "access").await;
    let place = format!("{claim}/signaal/{signal}");
    let give = [("part", "title"), ("choice", "give")];
    officer.post(&place, &give).await.leads_to();
    let refuse = [
        ("part", "observation-1"),
        ("choice", "refuse"),
        ("ground", "offences"),
        ("weighing", WEIGHED),
    ];
    officer.post(&place, &refuse).await.leads_to();
    let answer = [("text", "Hierbij wat wij van u hebben.")];
    officer
        .post(&format!("{claim}/antwoord"), &answer)
        .await
        .leads_to();
    assert!(app.happened().await.contains("claim-answered"));
    claim
}

/// Both approve what is on the list, and it is carried out.
async fn carried_out(app: &TestApp) -> usize {
    let (list, archivist) = approved(app).await;
    say_yes(&archivist, list, "vrijgeven").await.leads_to();
    destroy(app).await.gone
}

#[tokio::test]
async fn a_passage_goes_with_its_signal_and_the_request_says_so() {
    let app = TestApp::new().await;
    let signal = closed(&app, WORDS).await;
    let number = app.stored(signal).await.number;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    let claim = answered(&app, &officer, signal).await;
    officer.get(&format!("{claim}/inzage")).await.ok().says(WORDS);
    app.clock.forward(TimeDelta::days(366));
    assert_eq!(propose(&app).await, 1);
    assert_eq!(carried_out(&app).await, 1);
    let officer = app.as_role(Role::PrivacyOfficer).await;
    let gone = format!("Deze passage is vernietigd, samen met {number}, op");
    let page = officer.get(&claim).await.ok();
    let _ = page
        .says(&gone)
        .says("Hierbij wat wij van u hebben.")
        .does_not_say(WORDS);
    let bundle = officer.get(&format!("{claim}/inzage")).await.ok();
    let _ = bundle
        .says("Wat er niet meer is")
        .says(&gone)
        .does_not_say(WORDS)
        .does_not_say(WEIGHED);
    let json = officer.get(&format!("{claim}/inzage/json")).await.ok();
    assert!(json.html().contains(&number) && !json.html().contains(WORDS));
    officer
        .get(&format!("{claim}/signaal/{signal}"))
        .await
        .not_found();
}

#[tokio::test]
async fn an_answered_request_goes_after_its_term_and_a_hold_keeps_it() {
    let app = TestApp::with_neighbour().await;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    let open = entered(&officer, "erasure").await;
    let claim = entered(&officer, "access").await;
    officer
        .post(
            &format!("{claim}/antwoord"),
            &[("text", "Wij hebben niets van u.")],
        )
        .await
        .leads_to();
    let page = officer.get(&claim).await.ok();
    let _ = page
        .says("Daarna kan het worden vernietigd")
        .says("Stel een bewaarplicht in");
    // Five years, two of them leap years.
    app.clock.forward(TimeDelta::days(5 * 365 + 1));
    assert_eq!(propose(&app).await, 0, "the last day of its term");
    let officer = app.as_role(Role::PrivacyOfficer).await;
    let hold = format!("{claim}/bewaarplicht");
    let neighbour = app.as_role_in(NEIGHBOUR, Role::PrivacyOfficer).await;
    let set = [("what", "set"), ("reason", "Er loopt beroep.")];
    neighbour.post(&hold, &set).await.not_found();
    app.as_role(Role::Archivist)
        .await
        .post(&hold, &set)
        .await
        .not_found();
    officer
        .get(&hold)
        .await
        .ok()
        .says("Bewaarplicht voor dit verzoek");
    officer.post(&hold, &set).await.leads_to();
    officer.get(&claim).await.ok().says("Er loopt beroep.");
    let overview = officer.get("/bewaren").await.ok();
    let _ = overview
        .says("Beantwoord verzoek van een betrokkene")
        .does_not_say("beroep");
    app.clock.forward(TimeDelta::days(1));
    assert_eq!(propose(&app).await, 0, "it is held");
    let officer = app.as_role(Role::PrivacyOfficer).await;
    let lift = [("what", "lift"), ("reason", "Klaar.")];
    officer.post(&hold, &lift).await.leads_to();
    assert_eq!(propose(&app).await, 1, "the open one stays");
    assert_eq!(carried_out(&app).await, 1);
    officer.get(&claim).await.not_found();
    officer.get(&open).await.ok();
    let coordinator = app.as_role(Role::Coordinator).await;
    coordinator
        .get("/bewaren")
        .await
        .ok()
        .says("Verklaringen van vernietiging")
        .does_not_say("A. Verzonnen");
}

#[tokio::test]
async fn a_question_for_advice_can_be_held() {
    let app = TestApp::new().await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let consult = coordinator
        .fill("/advies/nieuw", &[("text", "Is dit een verzonnen vraag?")])
        .await
        .leads_to();
    coordinator
        .post(&format!("{consult}/sluiten"), &[])
        .await
        .leads_to();
    let page = coordinator.get(&consult).await.ok();
    let _ = page.says("Daarna kan het worden vernietigd");
    app.clock.forward(TimeDelta::days(366));
    let hold = format!("{consult}/bewaarplicht");
    let set = [("what", "set"), ("reason", "Voor een klacht.")];
    app.as_role(Role::Official)
        .await
        .post(&hold, &set)
        .await
        .not_found();
    let coordinator = app.as_role(Role::Coordinator).await;
    coordinator.post(&hold, &set).await.leads_to();
    assert_eq!(propose(&app).await, 0);
    coordinator.get(&consult).await.ok().says("Voor een klacht.");
    let lift = [("what", "lift"), ("reason", "Klaar.")];
    coordinator.post(&hold, &lift).await.leads_to();
    assert_eq!(propose(&app).await, 1);
}
