// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The DPIA on screen: what stands open, answering, what a change makes out of date, and giving it out.

use meldroute_core::policy::Role;

use crate::testkit::{NEIGHBOUR, TestApp};

const LEAK: &str = "/privacy/dpia/vraag/lek";

fn weighed(text: &str) -> [(&str, &str); 5] {
    [
        ("text", text),
        ("likelihood", "low"),
        ("impact", "high"),
        ("level", "middle"),
        ("remaining", "low"),
    ]
}

#[tokio::test]
async fn the_privacy_officer_answers_and_looks_over() {
    let app = TestApp::new().await;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    let page = officer.get("/privacy/dpia").await.ok();
    page.says("Er is niets verouderd.")
        .says("te bevestigen door FG/jurist")
        .says("17. Maatregelen")
        .does_not_say("beantwoord");
    assert_eq!(app.journal().await.last().unwrap(), "dpia-read");

    let question = "/privacy/dpia/vraag/14.1";
    let empty = officer.fill(question, &[("text", " ")]).await;
    assert_eq!(empty.status, 400);
    empty.says("Vul een antwoord in");
    let answered = officer.fill(question, &[("text", "Minder kan niet.")]).await;
    assert_eq!(answered.leads_to(), "/privacy/dpia");
    let page = officer.get(question).await.ok();
    page.says("beantwoord").says("Minder kan niet.");
    assert_eq!(
        app.journal()
            .await
            .iter()
            .filter(|it| *it == "dpia-answered")
            .count(),
        1
    );

    // What the program knows needs no words.
    officer
        .fill("/privacy/dpia/vraag/5.2", &[("text", "")])
        .await
        .leads_to();
    officer
        .get("/privacy/dpia/vraag/5.2")
        .await
        .ok()
        .says("beantwoord");
}

#[tokio::test]
async fn a_risk_is_weighed_by_a_person_in_all_its_parts() {
    let app = TestApp::new().await;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    officer
        .get(LEAK)
        .await
        .ok()
        .says("Wat het programma ertegen doet")
        .says("Autoriteit Persoonsgegevens");
    let half = officer.fill(LEAK, &weighed("Wij wogen dit.")[..3]).await;
    assert_eq!(half.status, 400);
    half.says("Hoe groot is het risico? Kies een antwoord.")
        .says("Hoe groot is het risico dat overblijft? Kies een antwoord.")
        .says("Wij wogen dit.");
    officer.fill(LEAK, &weighed("Wij wogen dit.")).await.leads_to();
    officer
        .fill(LEAK, &weighed("Wij wogen dit opnieuw."))
        .await
        .leads_to();
    officer
        .get(LEAK)
        .await
        .ok()
        .says("Eerdere antwoorden")
        .says("Wij wogen dit.")
        .says("Wij wogen dit opnieuw.");
}

#[tokio::test]
async fn it_is_given_out_on_paper_and_for_the_national_form() {
    let app = TestApp::new().await;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    officer
        .fill("/privacy/dpia/vraag/14.1", &[("text", "Minder kan niet.")])
        .await
        .leads_to();
    let file = officer.get("/privacy/dpia/bestand/json").await.ok();
    let export: serde_json::Value = serde_json::from_str(&file.html()).unwrap();
    assert_eq!(export["metadata"]["urn"], "urn:nl:dpia:3.0");
    assert_eq!(export["answers"]["14.1"]["value"], "Minder kan niet.");
    assert_eq!(app.journal().await.last().unwrap(), "dpia-given-out");
    let paper = officer.get("/privacy/dpia/bestand/pdf").await.ok();
    assert_eq!(paper.header("content-type"), "application/pdf");
    let words = paper.html();
    for said in [
        "DPIA meldroute mensenhandel Heemstede",
        "Minder kan niet.",
        "17. Maatregelen",
        "\"hash\"",
    ] {
        assert!(words.contains(said), "{said}");
    }
}

#[tokio::test]
async fn nobody_else_reads_or_answers_it() {
    let app = TestApp::with_neighbour().await;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    officer
        .fill("/privacy/dpia/vraag/14.1", &[("text", "Alleen van ons.")])
        .await
        .leads_to();
    let neighbour = app.as_role_in(NEIGHBOUR, Role::PrivacyOfficer).await;
    neighbour
        .get("/privacy/dpia/vraag/14.1")
        .await
        .ok()
        .does_not_say("Alleen van ons.");
    for role in [Role::Coordinator, Role::Administrator, Role::ChainPartner] {
        let other = app.as_role(role).await;
        for path in [
            "/privacy/dpia",
            LEAK,
            "/privacy/dpia/bestand/pdf",
            "/privacy/dpia/bestand/json",
        ] {
            other.get(path).await.not_found();
        }
        other.post(LEAK, &weighed("x")).await.not_found();
    }
    officer.get("/privacy/dpia/bestand/exe").await.not_found();
    officer.get("/privacy/dpia/vraag/bestaat-niet").await.not_found();
}
