// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What somebody got to do: they see that, answer it, and see nothing else of the signal.

use meldroute_core::{id::SignalId, policy::Role, signal::act::Act};

use crate::testkit::{NEIGHBOUR, TestApp, Visitor};

/// A task for the enforcement officer, for which the signal waits.
async fn task(app: &TestApp) -> (SignalId, String) {
    let id = app.before_the_body("Kamers boven een eetzaak").await;
    app.task(id, "2026-12-01").await;
    let strand = app.strand(id).await.id;
    (id, format!("/opdrachten/{id}/{strand}"))
}

async fn send(visitor: &Visitor, path: &str, step: &str, words: &str) -> crate::testkit::Answer {
    let page = visitor.get(path).await.ok();
    let fields = page.fields(&format!("form:has(input[value={step}])"));
    let form = &fields.iter().find(|(name, _)| name == "form").unwrap().1;
    visitor
        .post(path, &[("form", form), ("step", step), (step, words)])
        .await
}

#[tokio::test]
async fn an_officer_sees_the_task_and_nothing_else_and_the_signal_comes_back() {
    let app = TestApp::new().await;
    let (id, path) = task(&app).await;
    let officer = app.as_role(Role::EnforcementOfficer).await;
    officer
        .get(&path)
        .await
        .ok()
        .says("Actie bij HS-2026-0001")
        .says("Kijk hoeveel bedden er staan.")
        .says("U ziet alleen wat voor u is bedoeld")
        .does_not_say("Kamers boven een eetzaak")
        .does_not_say("Drie matrassen")
        .does_not_say("Trek in");
    officer.get(&format!("/signalen/{id}")).await.not_found();
    let empty = officer.post(&path, &[("step", "finish")]).await;
    assert_eq!(empty.status, 400);
    empty.says("Wat kwam eruit? Vul dit in.");
    assert_eq!(
        send(&officer, &path, "finish", "Zes bedden.").await.leads_to(),
        path
    );
    officer
        .get(&path)
        .await
        .ok()
        .says("Vastgelegd. Dank u wel.")
        .says("Dit is afgelopen.");
    app.as_role(Role::Coordinator)
        .await
        .get(&format!("/signalen/{id}"))
        .await
        .ok()
        .says("Nu: Signalenoverleg tweede keer")
        .says("Zes bedden.");
}

#[tokio::test]
async fn an_answer_that_comes_too_late_or_twice_changes_nothing() {
    let app = TestApp::new().await;
    let (_, path) = task(&app).await;
    let officer = app.as_role(Role::EnforcementOfficer).await;
    let page = officer.get(&path).await.ok();
    let fields = page.fields("#inhoud form");
    let form = &fields.iter().find(|(name, _)| name == "form").unwrap().1;
    let finish = [
        ("form", form.as_str()),
        ("step", "finish"),
        ("finish", "Zes bedden."),
    ];
    officer.post(&path, &finish).await.leads_to();
    let late = officer
        .post(&path, &[("step", "finish"), ("finish", "Zeven bedden.")])
        .await;
    assert_eq!(late.status, 409);
    late.says("Dit is al klaar.").says("Zes bedden.");
    let twice = officer.post(&path, &finish).await;
    assert!(twice.status == 409 || twice.status == 303);
    let finished = app
        .journal()
        .await
        .into_iter()
        .filter(|event| event == "strand-stepped")
        .count();
    assert_eq!(finished, 1);
}

#[tokio::test]
async fn a_partner_takes_on_what_was_handed_over_to_them() {
    let app = TestApp::new().await;
    let id = app.signal("Vrouw zit opgesloten").await;
    app.act(
        id,
        Act::MarkAcute {
            reason: "Nu gaan kijken, Verzonnenweg 4.".to_owned(),
        },
    )
    .await;
    let path = format!("/opdrachten/{id}/{}", app.strand(id).await.id);
    // The first partner of the configuration is the police: that of the fast lane.
    let police = app.as_role(Role::ChainPartner).await;
    police
        .get(&path)
        .await
        .ok()
        .says("Overdracht HS-2026-0001")
        .says("Verzonnenweg 4")
        .does_not_say("Vrouw zit opgesloten");
    send(&police, &path, "accept", "PL-1").await.leads_to();
    police.get(&path).await.ok().says("Kenmerk PL-1");
    app.as_role(Role::EnforcementOfficer)
        .await
        .get(&path)
        .await
        .not_found();
}

#[tokio::test]
async fn the_care_coordinator_sees_the_request_and_others_only_that_it_was_made() {
    let app = TestApp::new().await;
    let id = app.at_enrichment("Zorg").await;
    app.act(
        id,
        Act::ReferToCare {
            what: "Zij slaapt slecht.".to_owned(),
            consent: "Zijzelf, vandaag.".to_owned(),
        },
    )
    .await;
    let path = format!("/opdrachten/{id}/{}", app.strand(id).await.id);
    app.as_role(Role::CareCoordinator)
        .await
        .get(&path)
        .await
        .ok()
        .says("Zij slaapt slecht.");
    app.as_role(Role::Enricher).await.get(&path).await.not_found();
    app.as_role(Role::Enricher)
        .await
        .get(&format!("/signalen/{id}"))
        .await
        .ok()
        .says("De zorgcoördinator")
        .does_not_say("Zij slaapt slecht.");
}

#[tokio::test]
async fn the_coordinator_takes_back_with_a_reason() {
    let app = TestApp::new().await;
    let (id, path) = task(&app).await;
    let coordinator = app.as_role(Role::Coordinator).await;
    send(&coordinator, &path, "withdraw", "Niet meer nodig.")
        .await
        .leads_to();
    assert!(!app.strand(id).await.is_open());
    coordinator
        .get(&path)
        .await
        .ok()
        .says("ingetrokken op")
        .says("Niet meer nodig.");
}

#[tokio::test]
async fn strands_of_a_neighbour_do_not_exist() {
    let app = TestApp::with_neighbour().await;
    let (_, path) = task(&app).await;
    let strange = app.as_role_in(NEIGHBOUR, Role::Coordinator).await;
    strange.get(&path).await.not_found();
    strange
        .post(&path, &[("step", "finish"), ("finish", "Klaar.")])
        .await
        .not_found();
}

#[tokio::test]
async fn an_answer_stays_at_the_desk_until_it_is_read_and_the_number_can_come_later() {
    let app = TestApp::new().await;
    let id = app.signal("Vrouw zit opgesloten").await;
    let reason = "Nu gaan kijken, Verzonnenweg 4.".to_owned();
    app.act(id, Act::MarkAcute { reason }).await;
    let path = format!("/opdrachten/{id}/{}", app.strand(id).await.id);
    let police = app.as_role(Role::ChainPartner).await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let answered = "Een ontvanger heeft geantwoord.";
    coordinator.get("/vandaag").await.ok().does_not_say(answered);
    send(&police, &path, "accept", "").await.leads_to();
    coordinator.get("/vandaag").await.ok().says(answered);
    for step in ["note", "number"] {
        let theirs = police.post(&path, &[("step", step), (step, "PL-9")]).await;
        theirs.not_found();
    }
    send(&coordinator, &path, "note", "").await.leads_to();
    coordinator.get("/vandaag").await.ok().does_not_say(answered);
    send(&coordinator, &path, "number", "PL-9").await.leads_to();
    police.get(&path).await.ok().says("Kenmerk PL-9");
    // What the desk writes down itself need not be read there.
    send(&coordinator, &path, "finish", "Zij is veilig.")
        .await
        .leads_to();
    coordinator.get("/vandaag").await.ok().does_not_say(answered);
}

#[tokio::test]
async fn what_another_department_was_asked_in_return_comes_back_to_the_desk() {
    let app = TestApp::new().await;
    let id = app.before_the_body("Eetzaak").await;
    let sitting = app.sitting("signalenoverleg").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let page = format!("/overleggen/{sitting}/{id}");
    let decision = [
        ("outcome", "other-department"),
        ("reason", "De vergunning is van hen."),
        ("other-department-to", "permits"),
        ("other-department-what", "Kijk de vergunning na."),
        ("other-department-returns", "Wie is de houder?"),
        ("other-department-due", "2026-12-31"),
        ("other-department-categories", "location"),
    ];
    coordinator.fill(&page, &decision).await.leads_to();
    coordinator
        .get("/vandaag")
        .await
        .ok()
        .says("Vraag de afdeling wat u terug wilde horen");
    let path = format!("/opdrachten/{id}/{}", app.strand(id).await.id);
    coordinator.get(&path).await.ok().says("Wie is de houder?");
    send(&coordinator, &path, "accept", "").await.leads_to();
    send(&coordinator, &path, "finish", "Een bv uit Utrecht.")
        .await
        .leads_to();
    coordinator
        .get("/vandaag")
        .await
        .ok()
        .does_not_say("Vraag de afdeling");
    coordinator.get(&path).await.ok().says("Een bv uit Utrecht.");
}
