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

#[tokio::test]
async fn a_request_to_erase_is_carried_out_by_the_same_two_people() {
    let app = TestApp::with_neighbour().await;
    let open = app.assessed("Een signaal dat nog loopt").await;
    let signal = closed(&app, WORDS).await;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    let access = entered(&officer, "access").await;
    let claim = entered(&officer, "erasure").await;
    let path = |claim: &str, signal| format!("{claim}/signaal/{signal}/verwijdering");
    let card = "Zet op de lijst van wat weg mag";
    officer
        .get(&format!("{claim}/signaal/{signal}"))
        .await
        .ok()
        .says(card);
    officer
        .get(&format!("{access}/signaal/{signal}"))
        .await
        .ok()
        .does_not_say(card);
    // Another question, another role, another municipality, and what still runs.
    officer.post(&path(&access, signal), &[]).await.not_found();
    for role in [Role::Coordinator, Role::Archivist] {
        let other = app.as_role(role).await;
        other.post(&path(&claim, signal), &[]).await.not_found();
    }
    let neighbour = app.as_role_in(NEIGHBOUR, Role::PrivacyOfficer).await;
    let theirs = entered(&neighbour, "erasure").await;
    neighbour.post(&path(&theirs, signal), &[]).await.not_found();
    let running = officer.post(&path(&claim, open), &[]).await;
    assert_eq!(running.status, 409);
    let _ = running.says("Dit is nog niet afgerond");
    officer.post(&path(&claim, signal), &[]).await.leads_to();
    assert_eq!(officer.post(&path(&claim, signal), &[]).await.status, 409, "once");
    assert_eq!(propose(&app).await, 0, "its term is far from over");
    assert!(app.happened().await.contains("erasure-proposed"));
    assert_eq!(carried_out(&app).await, 1);
    let coordinator = app.as_role(Role::Coordinator).await;
    coordinator.get(&format!("/signalen/{signal}")).await.not_found();
    coordinator.get(&format!("/signalen/{open}")).await.ok();
    let overview = coordinator.get("/bewaren").await.ok();
    let certificate = overview.attributes("a[href$='/verklaring']", "href").remove(0);
    coordinator
        .get(&certificate)
        .await
        .ok()
        .says("Verwijdering op verzoek van een betrokkene")
        .says("AVG art. 17")
        .does_not_say(WORDS)
        .does_not_say("A. Verzonnen");
    // On paper, and that is recorded.
    let paper = coordinator.get(&format!("{certificate}/pdf")).await.ok();
    assert_eq!(paper.header("content-type"), "application/pdf");
    assert!(paper.html().contains("AVG art. 17") && !paper.html().contains(WORDS));
    assert_eq!(app.journal().await.last().unwrap(), "certificate-given-out");
}

#[tokio::test]
async fn what_is_held_is_not_erased_on_request() {
    let app = TestApp::new().await;
    let signal = closed(&app, WORDS).await;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    let claim = entered(&officer, "objection").await;
    let hold = [("what", "set"), ("reason", "Strafzaak.")];
    officer
        .post(&format!("/signalen/{signal}/bewaarplicht"), &hold)
        .await
        .leads_to();
    let path = format!("{claim}/signaal/{signal}/verwijdering");
    let refused = officer.post(&path, &[]).await;
    assert_eq!(refused.status, 409);
    let _ = refused.says("Hiervoor geldt een bewaarplicht.");
}

#[tokio::test]
async fn what_a_data_subject_gets_is_handed_out_on_paper() {
    let app = TestApp::new().await;
    let signal = closed(&app, WORDS).await;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    let claim = answered(&app, &officer, signal).await;
    let page = officer.get(&format!("{claim}/inzage")).await.ok();
    let _ = page.says("Download als PDF");
    let before = app.journal().await.len();
    let paper = officer.get(&format!("{claim}/inzage/pdf")).await.ok();
    assert_eq!(paper.header("content-type"), "application/pdf");
    assert!(paper.header("content-disposition").contains("inzage-"));
    assert!(!paper.header("content-disposition").contains("Verzonnen"));
    let words = paper.html();
    for said in [
        "Wat wij van u hebben",
        "Hierbij wat wij van u hebben.",
        WORDS,
        "UAVG art. 41 lid 1 onder d",
        "Autoriteit Persoonsgegevens",
    ] {
        assert!(words.contains(said), "{said} is not in {words}");
    }
    assert!(!words.contains(WEIGHED));
    let after = app.journal().await;
    assert_eq!(
        (after.len(), after.last().unwrap().as_str()),
        (before + 1, "claim-bundled")
    );
}
