// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Typing a report in.

use axum::http::StatusCode;
use meldroute_core::policy::Role;

use crate::testkit::{NEIGHBOUR, TestApp, Visitor};

/// Fields that are in order, with others instead of them or beside them.
fn filled<'a>(id: &'a str, others: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("report", id),
        ("channel", "phone"),
        ("reporter-kind", "resident"),
        ("openness", "open"),
        ("subject", "Licht in de loods"),
        ("text", "Elke nacht brandt er licht."),
    ];
    fields.retain(|(name, _)| others.iter().all(|(other, _)| other != name));
    fields.extend(others);
    fields
}

async fn new_id(visitor: &Visitor) -> String {
    let page = visitor.get("/meldingen/typen").await.ok();
    page.attributes("input[name=report]", "value")[0].clone()
}

/// Sends a new form; gives where it leads.
pub(crate) async fn sent(visitor: &Visitor, others: &[(&str, &str)]) -> String {
    let id = new_id(visitor).await;
    visitor
        .post("/meldingen/typen", &filled(&id, others))
        .await
        .leads_to()
}

#[tokio::test]
async fn a_report_gets_a_reference_and_is_there() {
    let app = TestApp::new().await;
    let visitor = app.as_role(Role::Coordinator).await;
    let done = sent(&visitor, &[]).await;
    visitor
        .get(&done)
        .await
        .ok()
        .says("Vastgelegd met kenmerk R-")
        .says("Open de melding");
    visitor.get("/meldingen").await.ok().says("Licht in de loods");
}

#[tokio::test]
async fn a_form_that_is_sent_twice_makes_one_report() {
    let app = TestApp::new().await;
    let visitor = app.as_role(Role::ContactOfficer).await;
    let id = new_id(&visitor).await;
    let form = filled(&id, &[("channel", "internal"), ("reporter-kind", "enforcement")]);
    let first = visitor.post("/meldingen/typen", &form).await.leads_to();
    let second = visitor.post("/meldingen/typen", &form).await.leads_to();
    assert_eq!(first, second);
    let typed = app
        .journal()
        .await
        .into_iter()
        .filter(|event| event == "report-typed");
    assert_eq!(typed.count(), 1);
    let other = filled(
        &id,
        &[("text", "Elke nacht brandt er licht, en er staat een bus.")],
    );
    let other = visitor.post("/meldingen/typen", &other).await.leads_to();
    assert_ne!(other, first);
    visitor.get(&other).await.ok().says("Vastgelegd met kenmerk R-");
}

#[tokio::test]
async fn an_identifier_of_another_municipality_gives_nothing_away() {
    let app = TestApp::with_neighbour().await;
    let visitor = app.as_role(Role::Coordinator).await;
    let id = new_id(&visitor).await;
    visitor
        .post("/meldingen/typen", &filled(&id, &[]))
        .await
        .leads_to();
    let neighbour = app.as_role_in(NEIGHBOUR, Role::Coordinator).await;
    let answer = neighbour.post("/meldingen/typen", &filled(&id, &[])).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    answer.does_not_say("M-2026");
}

#[tokio::test]
async fn all_that_is_wrong_is_said_at_once() {
    let app = TestApp::new().await;
    let visitor = app.as_role(Role::Coordinator).await;
    let id = new_id(&visitor).await;
    let form = filled(
        &id,
        &[
            ("channel", "mailbox"),
            ("subject", " "),
            ("text", ""),
            ("reporter-kind", "chain-partner"),
            ("place", "Havenstraat"),
        ],
    );
    let answer = visitor.post("/meldingen/typen", &form).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert_eq!(
        answer.all(".error-summary li"),
        [
            "Kies hoe het binnenkwam",
            "Schrijf in één regel waar het over gaat",
            "Schrijf op wat er is gezien of gehoord",
            "Kies de organisatie die meldt",
        ]
    );
    for target in answer.attributes(".error-summary a", "href") {
        assert_eq!(
            answer.attributes(&format!("[id='{}']", &target[1..]), "id").len(),
            1,
            "{target}"
        );
    }
    assert_eq!(
        answer.attributes("#place", "value"),
        ["Havenstraat"],
        "what was typed stays"
    );
    assert_eq!(answer.attributes("input[name=report]", "value"), [id.as_str()]);
    let kinds = visitor
        .post(
            "/meldingen/typen",
            &filled(&id, &[("reporter-kind", "koning"), ("openness", "misschien")]),
        )
        .await;
    assert_eq!(kinds.all(".error-summary li").len(), 2);
    let unfit = visitor
        .post(
            "/meldingen/typen",
            &filled(&id, &[("channel", "desk"), ("reporter-kind", "official")]),
        )
        .await;
    assert_eq!(
        unfit.all(".error-summary li"),
        ["Kies wie er meldt; niet elke melder past bij deze weg"]
    );
}

#[tokio::test]
async fn the_cost_of_anonymity_is_said_and_no_name_is_kept() {
    let app = TestApp::new().await;
    let visitor = app.as_role(Role::Coordinator).await;
    let done = sent(&visitor, &[("openness", "anonymous"), ("name", "Truus Bedacht")]).await;
    visitor
        .get(&done)
        .await
        .ok()
        .says("Zeg ook tegen de melder:")
        .says("Wij kunnen u dan niets vragen");
    let id = done.split("melding=").nth(1).unwrap().split('&').next().unwrap();
    visitor
        .post(&format!("/meldingen/{id}/melder"), &[("reason", "kijken")])
        .await
        .ok()
        .says("Van de melder is niets bekend")
        .does_not_say("Truus");
}

#[tokio::test]
async fn nobody_can_put_words_on_the_page_after_typing_in() {
    let app = TestApp::new().await;
    let visitor = app.as_role(Role::ContactOfficer).await;
    let made_up = visitor
        .get("/meldingen/typen/klaar?nummer=Bel%20mij%20op&anoniem=true")
        .await;
    assert_eq!(made_up.leads_to(), "/meldingen/typen");
}

#[tokio::test]
async fn what_is_too_long_is_not_stored() {
    let app = TestApp::new().await;
    let visitor = app.as_role(Role::Coordinator).await;
    let id = new_id(&visitor).await;
    let (line, text) = ("a".repeat(301), "b".repeat(20_001));
    let form = filled(&id, &[("subject", &line), ("text", &text), ("name", &line)]);
    let answer = visitor.post("/meldingen/typen", &form).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    let wrong = answer.all(".error-summary li");
    for sentence in [
        "De regel waar het over gaat is te lang: er passen 300 tekens in",
        "De tekst is te lang: er passen 20.000 tekens in",
        "De naam is te lang: er passen 300 tekens in",
    ] {
        assert!(wrong.contains(&sentence.to_owned()), "{wrong:?}");
    }
    assert!(!app.happened().await.contains("report-typed"));
    let report = app.report("Licht", "Er brandt licht.").await;
    let make = visitor
        .get(&format!("/meldingen/signaal?melding={report}"))
        .await
        .ok();
    let long = visitor
        .send_back(&make, "/meldingen/signaal", &[("title", &line)])
        .await;
    assert_eq!(
        long.all(".error-summary li"),
        ["De regel waar het over gaat is te lang: er passen 300 tekens in"]
    );
    let becoming = visitor
        .send_back(&make, "/meldingen/signaal", &[("title", "Licht")])
        .await;
    let observe = format!("{}/waarneming", becoming.leads_to());
    let fields = [
        ("text", text.as_str()),
        ("observer", "een bewoner"),
        ("first-hand", "yes"),
    ];
    let long = visitor.fill(&observe, &fields).await;
    assert_eq!(long.status, StatusCode::BAD_REQUEST);
    long.says("Maak dit korter: er passen 20.000 tekens in.");
}
