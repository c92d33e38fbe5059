// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Emergency openings: what they open, what they don't, and that they are judged. Attacks among them.

use chrono::TimeDelta;
use meldroute_core::{
    id::SignalId,
    policy::{Grant, Role},
};

use crate::testkit::{Answer, HERE, NEIGHBOUR, TestApp, Visitor};

const REASON: &str = "Zij staat nu voor de deur";

/// Breaks the glass of a signal, and gives what came of it.
async fn break_glass(visitor: &Visitor, number: &str) -> Answer {
    visitor
        .fill("/noodtoegang", &[("number", number), ("reason", REASON)])
        .await
}

async fn number(app: &TestApp, id: SignalId) -> String {
    app.stored(id).await.number
}

#[tokio::test]
async fn an_officer_reads_in_an_emergency_and_the_privacy_officer_judges_it() {
    let app = TestApp::new().await;
    let signal = app.assessed("Verzonnen titel").await;
    let officer = app.as_role(Role::EnforcementOfficer).await;
    let path = format!("/noodtoegang/{signal}");
    officer.get(&path).await.not_found();
    let form = officer.get("/noodtoegang").await.ok().says("60 minuten");
    let empty = officer
        .send_back(&form, "/noodtoegang", &[("number", "HS-1")])
        .await;
    let _ = empty.says("Schrijf op waarom dit niet kan wachten");
    let unknown = break_glass(&officer, "HS-2026-9999").await;
    let _ = unknown.says("Er is geen signaal met dit nummer");
    let opened = break_glass(&officer, &number(&app, signal).await).await;
    assert_eq!(opened.leads_to(), path);
    officer
        .get(&path)
        .await
        .ok()
        .says("Noodtoegang tot 11.00 uur. Alles wat u leest, is vastgelegd.")
        .says(REASON)
        .says("Verzonnen titel");
    assert_eq!(app.journal().await.last().unwrap(), "read-under-glass");
    officer
        .get("/noodtoegang")
        .await
        .ok()
        .says("is voor u open tot 11.00 uur");

    let privacy = app.as_role(Role::PrivacyOfficer).await;
    let due = "Iemand opende dit signaal met noodtoegang";
    privacy.get("/vandaag").await.ok().says(due);
    app.clock.forward(TimeDelta::days(3));
    let privacy = app.as_role(Role::PrivacyOfficer).await;
    privacy.get("/vandaag").await.ok().says(due);
    let list = privacy.get("/privacy/noodtoegang").await.ok().says(REASON);
    let judge = list.attributes("tbody th a", "href").pop().unwrap();
    privacy.get(&judge).await.ok().says("signaal gelezen");
    let empty = privacy.post(&judge, &[]).await;
    let _ = empty.says("Kies of het terecht was");
    let fields = [("justified", "yes"), ("words", "Nagevraagd bij de teamleider")];
    assert_eq!(
        privacy.post(&judge, &fields).await.leads_to(),
        "/privacy/noodtoegang"
    );
    privacy.get("/vandaag").await.ok().does_not_say(due);
    // Said once: a second judgement changes nothing.
    privacy
        .post(&judge, &[("justified", "no"), ("words", "Toch niet")])
        .await;
    privacy
        .get(&judge)
        .await
        .ok()
        .says("Nagevraagd bij de teamleider")
        .does_not_say("Toch niet");
    // Who works on it sees that it was opened, and what was found.
    let coordinator = app.as_role(Role::Coordinator).await;
    let page = coordinator.get(&format!("/signalen/{signal}")).await.ok();
    let _ = page
        .says("opende dit signaal in nood")
        .says("vond de noodtoegang terecht");
}

#[tokio::test]
async fn it_ends_by_itself_and_a_form_that_is_sent_again_opens_nothing() {
    let app = TestApp::new().await;
    let signal = app.assessed("Verzonnen titel").await;
    let number = number(&app, signal).await;
    let path = format!("/noodtoegang/{signal}");
    let officer = app.as_role(Role::EnforcementOfficer).await;
    let form = officer.get("/noodtoegang").await.ok();
    let fields = [("number", number.as_str()), ("reason", REASON)];
    officer.send_back(&form, "/noodtoegang", &fields).await.leads_to();
    officer.get(&path).await.ok();
    officer.send_back(&form, "/noodtoegang", &fields).await.leads_to();
    assert_eq!(app.stored(signal).await.value.openings.len(), 1);
    app.clock.forward(TimeDelta::minutes(61));
    let officer = app.as_role(Role::EnforcementOfficer).await;
    officer.get(&path).await.not_found();
    officer.send_back(&form, "/noodtoegang", &fields).await.leads_to();
    officer.get(&path).await.not_found();
    assert_eq!(app.stored(signal).await.value.openings.len(), 1, "replayed");
    assert_eq!(app.journal().await.last().unwrap(), "refused");
}

#[tokio::test]
async fn it_opens_no_other_page_no_act_no_reporter_and_no_care() {
    let app = TestApp::new().await;
    let signal = app.assessed("Verzonnen titel").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let care = [
        ("what", "Geheime zorgvraag"),
        ("reason", "Zorg"),
        ("consent", "given"),
    ];
    coordinator.fill(&format!("/signalen/{signal}/zorg"), &care).await;
    let officer = app.as_role(Role::EnforcementOfficer).await;
    break_glass(&officer, &number(&app, signal).await)
        .await
        .leads_to();
    officer
        .get(&format!("/noodtoegang/{signal}"))
        .await
        .ok()
        .does_not_say("zorgvraag")
        .does_not_say("Zorg gevraagd");
    let report = app.stored(signal).await.value.reports[0].report;
    for closed in [
        format!("/signalen/{signal}"),
        format!("/signalen/{signal}/waarneming"),
        format!("/signalen/{signal}/zorg"),
        format!("/signalen/{signal}/delen"),
        format!("/meldingen/{report}"),
        format!("/meldingen/{report}/melder"),
        format!("/privacy/wie-keek/signaal/{signal}"),
    ] {
        officer.get(&closed).await.not_found();
    }
    let before = app.stored(signal).await.revision;
    let fields = [("text", "Ik schrijf erbij"), ("reason", "Ik mag alles")];
    for act in ["waarneming", "duiding", "sluiten", "acuut", "verder"] {
        let answer = officer.post(&format!("/signalen/{signal}/{act}"), &fields).await;
        assert!(!answer.words().contains("Vastgelegd"), "{act}");
    }
    assert_eq!(app.stored(signal).await.revision, before, "nothing was changed");
}

#[tokio::test]
async fn nobody_opens_in_another_municipality_or_for_another_organisation() {
    let app = TestApp::with_neighbour().await;
    let signal = app.assessed("Verzonnen titel").await;
    let number = number(&app, signal).await;
    let neighbour = app.as_role_in(NEIGHBOUR, Role::EnforcementOfficer).await;
    let refused = break_glass(&neighbour, &number).await;
    let _ = refused.says("Er is geen signaal met dit nummer");
    neighbour.get(&format!("/noodtoegang/{signal}")).await.not_found();
    // A seat for a partner, or another role beside it, shuts the door.
    let mut seat = app.grant(Role::BodyMember);
    seat.partner = Some("politie".into());
    app.add(HERE, "seated", vec![seat]).await;
    let both = vec![
        Grant::of(Role::EnforcementOfficer),
        Grant::of(Role::Administrator),
    ];
    app.add(HERE, "both", both).await;
    for login in ["seated", "both"] {
        let visitor = app.logged_in(HERE, login).await;
        visitor.get("/noodtoegang").await.not_found();
        let fields = [("number", number.as_str()), ("reason", REASON)];
        visitor.post("/noodtoegang", &fields).await.not_found();
    }
    assert!(app.stored(signal).await.value.openings.is_empty());
}

#[tokio::test]
async fn one_without_reason_ends_at_once() {
    let app = TestApp::new().await;
    let signal = app.assessed("Verzonnen titel").await;
    let officer = app.as_role(Role::EnforcementOfficer).await;
    break_glass(&officer, &number(&app, signal).await)
        .await
        .leads_to();
    officer.get(&format!("/noodtoegang/{signal}")).await.ok();
    let privacy = app.as_role(Role::PrivacyOfficer).await;
    let list = privacy.get("/privacy/noodtoegang").await.ok();
    let judge = list.attributes("tbody th a", "href").pop().unwrap();
    privacy
        .post(&judge, &[("justified", "no"), ("words", "Er was geen nood")])
        .await
        .leads_to();
    officer.get(&format!("/noodtoegang/{signal}")).await.not_found();
    let coordinator = app.as_role(Role::Coordinator).await;
    coordinator.get(&judge).await.not_found();
    coordinator
        .post(&judge, &[("justified", "yes"), ("words", "Ja")])
        .await
        .not_found();
}
