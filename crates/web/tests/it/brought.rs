// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What partners get at the table: within the sharing matrix, while they are there, and nothing before or after.

use meldroute_core::{
    id::{MeetingId, SignalId},
    policy::{Grant, Role},
    sharing::mark::Onward,
    signal::brought::Said,
};

use crate::{
    records_at_a_step::recorded,
    testkit::{Answer, HERE, TestApp, Visitor},
};

/// Somebody who sits in the LOO for a partner, logged in.
async fn seat(app: &TestApp, partner: &str) -> Visitor {
    let grant = Grant {
        body: Some("loo".into()),
        partner: Some(partner.into()),
        ..Grant::of(Role::BodyMember)
    };
    app.add(HERE, partner, vec![grant]).await;
    app.logged_in(HERE, partner).await
}

/// A signal before a sitting of the LOO that has begun.
async fn at_the_loo(app: &TestApp) -> (SignalId, MeetingId, Visitor) {
    let signal = app.before_the_body("Eetzaak").await;
    app.to_loo(signal).await;
    let sitting = app.sitting("loo").await;
    (signal, sitting, app.as_role(Role::Coordinator).await)
}

/// Brings the observation to a partner.
async fn bring(coordinator: &Visitor, sitting: MeetingId, signal: SignalId, partner: &str) -> Answer {
    let names = [
        "items",
        "necessity-note",
        "decision-number",
        "consent",
        "originator-permission",
    ];
    let names = names.map(|name| format!("{partner}-{name}"));
    let fields = [
        ("to", partner),
        (names[0].as_str(), "observation-0"),
        (names[1].as_str(), "Samen optreden kan niet zonder."),
        (names[2].as_str(), "LOO van vandaag"),
        (names[3].as_str(), "De betrokkene, gisteren."),
        (names[4].as_str(), "De politie, gisteren."),
    ];
    let path = format!("/overleggen/{sitting}/{signal}/partners");
    coordinator.get(&path).await.ok();
    coordinator.post(&path, &fields).await
}

async fn attend(app: &TestApp, coordinator: &Visitor, sitting: MeetingId, who: &[&str]) {
    let mut fields = vec![("step", "present".to_owned())];
    for login in who {
        fields.push(("present", app.person(login).await.to_string()));
    }
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let path = format!("/overleggen/{sitting}/tafel");
    coordinator.post(&path, &fields).await.leads_to();
}

/// Where a partner meets the signal.
async fn sees(partner: &Visitor, sitting: MeetingId, signal: SignalId) -> Vec<&'static str> {
    let mut seen = Vec::new();
    let agenda = format!("/overleggen/{sitting}");
    for (name, path) in [
        ("agenda", agenda.clone()),
        ("list", format!("{agenda}/lijst")),
        ("paper", format!("{agenda}/lijst/pdf")),
        ("today", "/vandaag".to_owned()),
    ] {
        let answer = partner.get(&path).await.ok();
        assert!(!answer.html().contains("Eetzaak"), "{name}");
        if answer.html().contains("HS-2026-0001") {
            seen.push(name);
        }
    }
    for (name, path) in [
        ("item", format!("{agenda}/{signal}")),
        ("signal", format!("/signalen/{signal}")),
        ("signals", "/signalen".to_owned()),
        ("brought", format!("{agenda}/{signal}/inbreng")),
    ] {
        if partner.get(&path).await.status == 200 {
            seen.push(name);
        }
    }
    seen
}

#[tokio::test]
async fn a_partner_reads_what_was_brought_to_it_while_it_is_there_and_no_longer() {
    let app = TestApp::new().await;
    let police = seat(&app, "police").await;
    let riec = seat(&app, "riec").await;
    let (signal, sitting, coordinator) = at_the_loo(&app).await;
    let nothing: Vec<&str> = Vec::new();
    assert_eq!(
        sees(&police, sitting, signal).await,
        nothing,
        "before anything was brought"
    );
    bring(&coordinator, sitting, signal, "police").await.leads_to();
    assert_eq!(
        sees(&police, sitting, signal).await,
        nothing,
        "before it is there"
    );
    attend(&app, &coordinator, sitting, &["police", "riec"]).await;
    assert_eq!(sees(&police, sitting, signal).await, ["agenda", "brought"]);
    assert_eq!(
        sees(&riec, sitting, signal).await,
        nothing,
        "nothing was brought to this one"
    );
    let page = police
        .get(&format!("/overleggen/{sitting}/{signal}/inbreng"))
        .await
        .ok();
    page.says("Drie matrassen in één kamer")
        .does_not_say("Mensen werken en slapen hier");
    assert_eq!(app.journal().await.last().unwrap(), "brought-read");

    attend(&app, &coordinator, sitting, &["riec"]).await;
    assert_eq!(sees(&police, sitting, signal).await, nothing, "after it left");
    attend(&app, &coordinator, sitting, &["police"]).await;
    let nothing_is_there = [("outcome", "not-confirmed"), ("reason", "Er is niets.")];
    coordinator
        .fill(&format!("/overleggen/{sitting}/{signal}"), &nothing_is_there)
        .await
        .leads_to();
    coordinator
        .post(&format!("/overleggen/{sitting}"), &[("step", "close")])
        .await
        .leads_to();
    assert_eq!(sees(&police, sitting, signal).await, nothing, "after the sitting");
}

#[tokio::test]
async fn what_no_rule_lets_go_is_not_brought_and_only_to_who_has_a_seat() {
    let app = TestApp::new().await;
    seat(&app, "police").await;
    let (signal, sitting, coordinator) = at_the_loo(&app).await;
    let mut configuration = (*app.configuration()).clone();
    configuration.sharing = None;
    app.configurations.put(configuration);
    let answer = bring(&coordinator, sitting, signal, "police").await;
    assert_eq!(answer.status, 409);
    let path = format!("/overleggen/{sitting}/{signal}/partners");
    let page = recorded(&app, &coordinator, &path).await;
    page.says("Er is niets dat deze partner mag weten.")
        .says("Dit blijft hier");
    let app = TestApp::new().await;
    let (signal, sitting, coordinator) = at_the_loo(&app).await;
    let answer = bring(&coordinator, sitting, signal, "hvo-querido").await;
    assert_eq!(answer.status, 409, "this partner has no seat there");
}

#[tokio::test]
async fn an_answer_is_recorded_with_the_conditions_of_who_gives_it() {
    let app = TestApp::new().await;
    let police = seat(&app, "police").await;
    let (signal, sitting, coordinator) = at_the_loo(&app).await;
    bring(&coordinator, sitting, signal, "police").await.leads_to();
    attend(&app, &coordinator, sitting, &["police"]).await;
    let path = format!("/overleggen/{sitting}/{signal}/inbreng");
    let refuses = [("police-said", "refuses"), ("police-words", "")];
    assert_eq!(police.fill(&path, &refuses).await.status, 400, "why not is asked");
    let adds = [
        ("police-said", "adds"),
        ("police-words", "Er liep eerder een onderzoek."),
        ("police-conditions", "Niet delen met de verhuurder."),
        ("police-regime", "wpg"),
    ];
    police.fill(&path, &adds).await.leads_to();
    let stored = app.stored(signal).await.value;
    let reply = stored.replies.last().unwrap();
    assert_eq!(
        (reply.said, reply.conditions.as_str()),
        (Said::Adds, "Niet delen met de verhuurder.")
    );
    let (note, mark) = (stored.notes.last().unwrap(), stored.marks.last().unwrap());
    assert!(note.source.starts_with("Politie"));
    assert_eq!(mark.originator.as_ref().unwrap().as_str(), "police");
    assert_eq!(
        mark.onward(),
        Onward::AskOriginator,
        "it goes nowhere without asking"
    );
    coordinator
        .get(&format!("/overleggen/{sitting}/{signal}"))
        .await
        .ok()
        .says("Vult aan: Er liep eerder een onderzoek. Niet delen met de verhuurder.");

    // Who leads the meeting writes it down for a partner that has no laptop; nobody else does.
    let pack = reply.pack.to_string();
    let knows = [
        ("pack", pack.as_str()),
        ("from", "police"),
        ("police-said", "knows"),
    ];
    coordinator.post(&path, &knows).await.leads_to();
    assert_eq!(app.stored(signal).await.value.replies.len(), 2);
    let riec = seat(&app, "riec").await;
    attend(&app, &coordinator, sitting, &["riec"]).await;
    riec.post(&path, &knows).await.not_found();
    police.post(&path, &knows).await.not_found();
    assert_eq!(app.stored(signal).await.value.replies.len(), 2);
}
