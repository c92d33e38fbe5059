// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Inspections from plan to follow-up: who may plan, who sees what, findings that arrive twice or from two phones, and sealed photos.

use std::collections::BTreeSet;

use meldroute_core::{
    id::{FileId, PersonId, SignalId},
    policy::{Grant, Role},
    signal::{
        inspection::{Victims, Visit},
        strand::StrandKind,
    },
};

use crate::testkit::{Answer, HERE, NEIGHBOUR, TestApp, Visitor};

const JPEG: &[u8] = b"pixels";

/// A signal that waits for an inspection by the enforcement officer.
async fn decided(app: &TestApp) -> (SignalId, String) {
    let id = app.before_the_body("Kamers boven een eetzaak").await;
    app.inspection(id).await;
    let strand = app.strand(id).await.id;
    (id, format!("/opdrachten/{id}/{strand}"))
}

fn page_of(id: SignalId, path: &str, page: &str) -> String {
    let strand = path.rsplit('/').next().unwrap();
    format!("/signalen/{id}/controles/{strand}/{page}")
}

async fn plan(app: &TestApp, (id, path): &(SignalId, String), team: &[PersonId]) -> Answer {
    let coordinator = app.as_role(Role::Coordinator).await;
    let team: Vec<String> = team.iter().map(ToString::to_string).collect();
    let mut fields = vec![
        ("kind", "horeca"),
        ("on", "2026-12-10"),
        ("addresses", "Havenweg 1\nHavenweg 3"),
        ("briefing", "Om half zes bij het gemeentehuis."),
    ];
    fields.extend(team.iter().map(|id| ("team", id.as_str())));
    coordinator.fill(&page_of(*id, path, "plan"), &fields).await
}

async fn invite(app: &TestApp, (id, path): &(SignalId, String), partner: &str) -> Answer {
    let coordinator = app.as_role(Role::Coordinator).await;
    let fields = [
        ("partner", partner),
        ("power", "Politiewet art. 3"),
        ("categories", "location"),
        ("necessity-note", "Zonder hen kan het niet veilig."),
    ];
    coordinator.fill(&page_of(*id, path, "partner"), &fields).await
}

async fn visit(app: &TestApp, id: SignalId) -> Visit {
    match app.strand(id).await.kind {
        StrandKind::Inspection { visit, .. } => *visit,
        other => panic!("{other:?}"),
    }
}

/// The identifier that the page made for one finding.
async fn begun(visitor: &Visitor, path: &str) -> String {
    let page = visitor.get(&format!("{path}/straat")).await.ok();
    let fields = page.fields("#inhoud form");
    let (_, id) = fields.into_iter().find(|(name, _)| name == "finding").unwrap();
    id
}

async fn send(visitor: &Visitor, path: &str, id: &str, what: &str, photos: &[&[u8]]) -> Answer {
    let files: Vec<_> = photos
        .iter()
        .map(|bytes| ("photos", "IMG_Jan.jpg", "image/jpeg", *bytes))
        .collect();
    let fields = [
        ("finding", id),
        ("address", "Havenweg 3"),
        ("what", what),
        ("victims", "spoken"),
    ];
    visitor
        .upload(&format!("{path}/straat"), &fields, &files, "application/json")
        .await
}

#[tokio::test]
async fn from_plan_to_follow_up() {
    let app = TestApp::new().await;
    let inspection = decided(&app).await;
    let (id, path) = &inspection;
    plan(&app, &inspection, &[]).await.leads_to();
    let officer = app.as_role(Role::EnforcementOfficer).await;
    officer
        .get(&format!("{path}/straat"))
        .await
        .ok()
        .says("Woningwet art. 92")
        .says("toezicht op overbewoning")
        .says("Toezicht op de horeca")
        .says("Havenweg 1")
        .says("Om half zes")
        .does_not_say("Kamers boven een eetzaak")
        .does_not_say("Plan de controle");
    let finding = begun(&officer, path).await;
    assert_eq!(
        send(&officer, path, &finding, "Acht bedden.", &[]).await.status,
        200
    );
    let follow_up = [
        ("what", "Hercontrole over zes weken."),
        ("who", &app.person("enforcement-officer").await.to_string()),
        ("due", "2027-01-20"),
    ];
    let coordinator = app.as_role(Role::Coordinator).await;
    coordinator
        .fill(&page_of(*id, path, "vervolg"), &follow_up)
        .await
        .leads_to();
    let page = officer.get(path).await.ok();
    let fields = page.fields("form:has(input[value=finish])");
    let form = &fields.iter().find(|(name, _)| name == "form").unwrap().1;
    let done = [
        ("form", form.as_str()),
        ("step", "finish"),
        ("finish", "Overbewoond."),
    ];
    officer.post(path, &done).await.leads_to();
    let signal = app.stored(*id).await.value;
    assert!(signal.stage.body().is_some(), "it came back to the table");
    let open: Vec<_> = signal.open_strands().map(|strand| strand.kind.what()).collect();
    assert_eq!(open, ["Hercontrole over zes weken."]);
    coordinator
        .get(path)
        .await
        .ok()
        .says("Acht bedden.")
        .says("gezien en gesproken")
        .says("Overbewoond.");
}

#[tokio::test]
async fn two_phones_that_were_offline_lose_nothing_and_a_lost_answer_makes_no_second_finding() {
    let app = TestApp::new().await;
    let inspection = decided(&app).await;
    let (id, path) = &inspection;
    let colleague = app
        .add(HERE, "tweede", vec![Grant::of(Role::EnforcementOfficer)])
        .await;
    plan(&app, &inspection, &[colleague]).await.leads_to();
    let one = app.as_role(Role::EnforcementOfficer).await;
    let other = app.logged_in(HERE, "tweede").await;
    let (first, second) = (begun(&one, path).await, begun(&other, path).await);
    let (a, b) = tokio::join!(
        send(&one, path, &first, "Acht bedden.", &[]),
        send(&other, path, &second, "Een kraan buiten.", &[]),
    );
    assert_eq!((a.status.as_u16(), b.status.as_u16()), (200, 200));
    // Neither phone heard that, and sends again; the second one after the officer said that it is done.
    assert_eq!(send(&one, path, &first, "Acht bedden.", &[]).await.status, 200);
    assert_eq!(
        send(&other, path, &second, "Een kraan buiten.", &[]).await.status,
        200
    );
    let mut found: Vec<_> = visit(&app, *id)
        .await
        .findings
        .into_iter()
        .map(|finding| (finding.text, finding.address, finding.victims))
        .collect();
    found.sort();
    let there = |text: &str| (text.to_owned(), "Havenweg 3".to_owned(), Victims::Spoken);
    assert_eq!(found, [there("Acht bedden."), there("Een kraan buiten.")]);
    // Somebody else's identifier hides nothing, and one's own with other words is another finding.
    for (visitor, text) in [
        (&other, "Niets aan de hand."),
        (&one, "Acht bedden, en een kluis."),
    ] {
        assert_eq!(send(visitor, path, &first, text, &[]).await.status, 200);
    }
    let found = visit(&app, *id).await.findings.into_iter();
    let found: BTreeSet<String> = found.map(|finding| finding.text).collect();
    let all = [
        "Acht bedden.",
        "Acht bedden, en een kluis.",
        "Een kraan buiten.",
        "Niets aan de hand.",
    ];
    assert_eq!(found, all.map(str::to_owned).into());
}

#[tokio::test]
async fn a_finding_that_arrives_after_the_end_is_kept() {
    let app = TestApp::new().await;
    let inspection = decided(&app).await;
    let (id, path) = &inspection;
    plan(&app, &inspection, &[]).await.leads_to();
    let officer = app.as_role(Role::EnforcementOfficer).await;
    let late = begun(&officer, path).await;
    let page = officer.get(path).await.ok();
    let fields = page.fields("form:has(input[value=finish])");
    let form = &fields.iter().find(|(name, _)| name == "form").unwrap().1;
    let done = [("form", form.as_str()), ("step", "finish"), ("finish", "Klaar.")];
    officer.post(path, &done).await.leads_to();
    assert_eq!(
        send(&officer, path, &late, "Nog een kelder.", &[]).await.status,
        200
    );
    assert_eq!(visit(&app, *id).await.findings.len(), 1);
}

#[tokio::test]
async fn a_partner_goes_along_on_its_own_power_and_reads_its_own_findings_only() {
    let app = TestApp::new().await;
    let inspection = decided(&app).await;
    let (id, path) = &inspection;
    plan(&app, &inspection, &[]).await.leads_to();
    let police = app.as_role(Role::ChainPartner).await;
    police.get(path).await.not_found();
    invite(&app, &inspection, "police").await.leads_to();
    let officer = app.as_role(Role::EnforcementOfficer).await;
    let own = begun(&officer, path).await;
    send(&officer, path, &own, "Acht bedden.", &[]).await;
    police
        .get(&format!("{path}/straat"))
        .await
        .ok()
        .says("Havenweg 1")
        .says("Politiewet art. 3")
        .does_not_say("Acht bedden.")
        .does_not_say("Kamers boven een eetzaak");
    let theirs = begun(&police, path).await;
    assert_eq!(
        send(&police, path, &theirs, "Paspoorten in een kluis.", &[])
            .await
            .status,
        200
    );
    police
        .get(path)
        .await
        .ok()
        .says("Paspoorten in een kluis.")
        .does_not_say("Acht bedden.");
    let partner = visit(&app, *id).await.findings[1].partner.clone();
    assert_eq!(partner.unwrap().as_str(), "police");
    for page in ["plan", "partner", "vervolg"] {
        police.get(&page_of(*id, path, page)).await.not_found();
    }
    // The inspection is the municipality's: a partner neither finishes it nor is offered to.
    let page = police.get(path).await.ok();
    assert!(page.attributes("input[value=finish]", "name").is_empty());
    let finish = [("step", "finish"), ("finish", "Klaar.")];
    police.post(path, &finish).await.not_found();
    assert!(app.strand(*id).await.is_open());
    // It does not go along after all: what it could read stays on record.
    let coordinator = app.as_role(Role::Coordinator).await;
    let out = page_of(*id, path, "partner/police/niet-mee");
    coordinator.post(&out, &[]).await.leads_to();
    police.get(path).await.not_found();
    assert!(visit(&app, *id).await.invited[0].ended.is_some());
}

#[tokio::test]
async fn who_was_invited_to_one_plan_is_not_invited_to_another() {
    let app = TestApp::new().await;
    let inspection = decided(&app).await;
    let (id, path) = &inspection;
    plan(&app, &inspection, &[]).await.leads_to();
    invite(&app, &inspection, "police").await.leads_to();
    let police = app.as_role(Role::ChainPartner).await;
    plan(&app, &inspection, &[]).await.leads_to();
    police.get(path).await.ok();
    let coordinator = app.as_role(Role::Coordinator).await;
    let changed = [
        ("briefing", "Er is een mogelijk slachtoffer."),
        ("addresses", "Havenweg 5"),
    ];
    let page = page_of(*id, path, "plan");
    coordinator.fill(&page, &changed).await.leads_to();
    police.get(path).await.not_found();
}

#[tokio::test]
async fn whom_no_rule_lets_read_is_not_invited() {
    let app = TestApp::new().await;
    let inspection = decided(&app).await;
    plan(&app, &inspection, &[]).await.leads_to();
    let refused = invite(&app, &inspection, "mma").await;
    assert_eq!(refused.status, 409);
    assert!(visit(&app, inspection.0).await.invited.is_empty());
}

#[tokio::test]
async fn photos_are_sealed_and_opened_as_a_copy_by_who_may_read_the_finding() {
    let app = TestApp::new().await;
    let inspection = decided(&app).await;
    let (id, path) = &inspection;
    plan(&app, &inspection, &[]).await.leads_to();
    invite(&app, &inspection, "police").await.leads_to();
    let officer = app.as_role(Role::EnforcementOfficer).await;
    let finding = begun(&officer, path).await;
    send(&officer, path, &finding, "Acht bedden.", &[JPEG]).await;
    let file: FileId = visit(&app, *id).await.findings[0].photos[0].file;
    let photo = format!("{path}/fotos/{file}");
    let answer = officer.get(&photo).await.ok();
    assert_eq!(answer.header("content-type"), "image/jpeg");
    assert!(app.happened().await.contains("photo-opened"));
    app.as_role(Role::Coordinator).await.get(&photo).await.ok();
    for role in [
        Role::ChainPartner,
        Role::BodyMember,
        Role::Enricher,
        Role::CareCoordinator,
        Role::PrivacyOfficer,
    ] {
        app.as_role(role).await.get(&photo).await.not_found();
    }
    let elsewhere = app.as_role(Role::ContactOfficer).await;
    let mut other = path.clone();
    other.push_str("/fotos/00000000-0000-0000-0000-000000000000");
    elsewhere.get(&other).await.not_found();
}

#[tokio::test]
async fn who_does_not_go_along_finds_nothing() {
    let app = TestApp::with_neighbour().await;
    let inspection = decided(&app).await;
    let (_, path) = &inspection;
    plan(&app, &inspection, &[]).await.leads_to();
    let id = "0190163d-8694-739b-aea5-966c26f8ad91";
    app.add(HERE, "ander", vec![Grant::of(Role::EnforcementOfficer)])
        .await;
    let others = [
        app.logged_in(HERE, "ander").await,
        app.as_role(Role::ChainPartner).await,
        app.as_role(Role::Enricher).await,
        app.as_role(Role::PrivacyOfficer).await,
        app.as_role_in(NEIGHBOUR, Role::Coordinator).await,
    ];
    for visitor in others {
        visitor.get(&format!("{path}/straat")).await.not_found();
        send(&visitor, path, id, "Niets.", &[]).await.not_found();
    }
    // An inspection has no card for what is none.
    let task = app.before_the_body("Garage").await;
    app.task(task, "2026-12-01").await;
    let task = format!("/opdrachten/{task}/{}/straat", app.strand(task).await.id);
    let officer = app.as_role(Role::EnforcementOfficer).await;
    officer.get(&task).await.not_found();
}

#[tokio::test]
async fn what_is_missing_is_said() {
    let app = TestApp::new().await;
    let inspection = decided(&app).await;
    let (id, path) = &inspection;
    let coordinator = app.as_role(Role::Coordinator).await;
    let empty = coordinator
        .fill(&page_of(*id, path, "plan"), &[("addresses", "")])
        .await;
    assert_eq!(empty.status, 400);
    plan(&app, &inspection, &[]).await.leads_to();
    let officer = app.as_role(Role::EnforcementOfficer).await;
    let finding = begun(&officer, path).await;
    let fields = [("finding", finding.as_str()), ("what", "")];
    let street = format!("{path}/straat");
    let missing = officer.upload(&street, &fields, &[], "text/html").await;
    assert_eq!(missing.status, 400);
    missing.says("Vul dit in.");
}
