// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Every page on which something is done with a signal: once right, once wrong, once too late.

use meldroute_core::{
    configuration::route::StepKind,
    policy::Role,
    signal::{
        assessment::{Minor, SubjectKind},
        feedback::FeedbackState,
        stage::{Confirmation, Stage},
    },
};

use crate::testkit::TestApp;

#[tokio::test]
async fn a_signal_goes_from_registration_to_the_body_by_its_pages() {
    let app = TestApp::new().await;
    let id = app.signal("Kamers").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let path = |page: &str| format!("/signalen/{id}{page}");

    let observed = [
        ("text", "Drie matrassen."),
        ("observer", "wijkhandhaver"),
        ("first-hand", "yes"),
    ];
    assert_eq!(
        coordinator.fill(&path("/waarneming"), &observed).await.leads_to(),
        path("")
    );
    let assessed = [
        ("forms", "labour"),
        ("indicators-labour", "labour-debt"),
        ("minor", "no"),
        ("explanation", "Mensen werken en slapen hier."),
    ];
    coordinator.fill(&path("/duiding"), &assessed).await.leads_to();
    let subject = [
        ("kind", "address"),
        ("value", "Voorbeeldweg 12"),
        ("reason", "Daar slapen zij."),
    ];
    coordinator.fill(&path("/onderwerp"), &subject).await.leads_to();
    let page = coordinator.get(&path("")).await.ok().says("Voorbeeldweg 12");
    coordinator
        .send_back(&page, &path("/verder"), &[])
        .await
        .leads_to();
    let gate = [
        ("granted", "yes"),
        ("ground", "AVG art. 6"),
        ("reason", "Nodig om te wegen."),
    ];
    coordinator.fill(&path("/poort"), &gate).await.leads_to();
    let note = [("source", "BAG"), ("text", "Winkelfunctie, geen wonen.")];
    app.as_role(Role::Enricher)
        .await
        .fill(&path("/notitie"), &note)
        .await
        .leads_to();
    let page = coordinator.get(&path("")).await.ok().says("Verrijking uit BAG");
    coordinator
        .send_back(&page, &path("/verder"), &[])
        .await
        .leads_to();

    let signal = app.stored(id).await.value;
    assert!(signal.stage.is_at(StepKind::Body));
    assert_eq!(signal.assessment().unwrap().minor, Minor::No);
    assert_eq!(signal.subjects[0].kind, SubjectKind::Address);
    coordinator
        .get(&path(""))
        .await
        .ok()
        .says("HS-2026-0001 is een stap verder.");
}

#[tokio::test]
async fn what_is_missing_is_said_beside_the_field_and_nothing_is_lost() {
    let app = TestApp::new().await;
    let id = app.signal("Kamers").await;
    // Sources are shut before the gate, so notes are tried behind it.
    let enriched = app.before_the_body("Verrijkt").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    for (page, fields, says) in [
        (
            "waarneming",
            vec![("observer", "wijkhandhaver")],
            "Wat is er gezien of gehoord? Vul dit in.",
        ),
        (
            "duiding",
            vec![("explanation", "Omdat.")],
            "Welke vorm van uitbuiting? Kies een antwoord.",
        ),
        (
            "onderwerp",
            vec![("value", "Voorbeeldweg 12")],
            "Wat is het? Kies een antwoord.",
        ),
        (
            "notitie",
            vec![("text", "Niets gevonden.")],
            "Welke bron? Vul dit in.",
        ),
        ("eigenaar", vec![("owner", "")], "Aan wie? Kies een antwoord."),
        ("acuut", vec![("reason", "")], "Wat is het gevaar? Vul dit in."),
        ("zorg", vec![("what", " ")], "Vul dit in."),
    ] {
        let answer = coordinator
            .fill(
                &format!(
                    "/signalen/{}/{page}",
                    if page == "notitie" { enriched } else { id }
                ),
                &fields,
            )
            .await;
        assert_eq!(answer.status, 400, "{page}");
        let answer = answer.says("Er is iets niet in orde").says(says);
        assert!(answer.all("title")[0].starts_with("Fout:"), "{page}");
        for (_, value) in fields {
            assert!(answer.html().contains(value), "{page} lost {value:?}");
        }
    }
}

#[tokio::test]
async fn no_at_the_gate_sends_the_signal_on_without_asking_sources() {
    let app = TestApp::new().await;
    let id = app.at_enrichment("Kamers").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let path = format!("/signalen/{id}/poort");
    coordinator
        .get(&path)
        .await
        .ok()
        .says("Is het nodig en toegestaan om bronnen");
    let without_ground = [("granted", "yes"), ("reason", "Nodig.")];
    let answer = coordinator.fill(&path, &without_ground).await;
    assert_eq!(answer.status, 400);
    answer.says("Op grond waarvan? Vul dit in.");
    coordinator
        .fill(&path, &[("granted", "no"), ("reason", "Niet nodig.")])
        .await
        .leads_to();
    assert!(app.stored(id).await.value.stage.is_at(StepKind::Body));
}

#[tokio::test]
async fn a_form_that_is_sent_twice_counts_once() {
    let app = TestApp::new().await;
    let id = app.signal("Kamers").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let path = format!("/signalen/{id}/waarneming");
    let page = coordinator.get(&path).await.ok();
    let fields = [
        ("text", "Drie matrassen."),
        ("observer", "wijkhandhaver"),
        ("first-hand", "no"),
    ];
    coordinator.send_back(&page, &path, &fields).await.leads_to();
    let again = coordinator.send_back(&page, &path, &fields).await.leads_to();
    coordinator
        .get(&again)
        .await
        .ok()
        .says("Dit was al verwerkt. Er is niets dubbel gedaan.");
    assert_eq!(app.stored(id).await.value.observations.len(), 1);
}

#[tokio::test]
async fn who_comes_too_late_hears_who_was_first_and_keeps_the_text() {
    let app = TestApp::new().await;
    let id = app.at_enrichment("Kamers").await;
    let path = format!("/signalen/{id}/poort");
    let coordinator = app.as_role(Role::Coordinator).await;
    let page = coordinator.get(&path).await.ok();
    app.add(
        crate::testkit::HERE,
        "collega",
        vec![app.grant(Role::Coordinator)],
    )
    .await;
    let colleague = app.logged_in(crate::testkit::HERE, "collega").await;
    let fields = [("granted", "no"), ("ground", ""), ("reason", "Niet nodig.")];
    colleague.fill(&path, &fields).await.leads_to();
    let mine = [
        ("granted", "yes"),
        ("ground", "AVG art. 6"),
        ("reason", "Mijn lange uitleg."),
    ];
    let late = coordinator.send_back(&page, &path, &mine).await;
    assert_eq!(late.status, 409);
    late.says("Iemand was u voor")
        .says("Het signaal ging van Verrijking naar Signalenoverleg.")
        .says("Uw formulier is niet verwerkt.")
        .says("Mijn lange uitleg.");
    assert_eq!(app.stored(id).await.value.gates.len(), 1);
}

#[tokio::test]
async fn what_is_struck_out_stays_visible() {
    let app = TestApp::new().await;
    let id = app.signal("Kamers").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let person = [
        ("kind", "person"),
        ("value", "Vrouw, naam onbekend"),
        ("part", "possible-victim"),
        ("reason", "Zij deed open."),
    ];
    coordinator
        .fill(&format!("/signalen/{id}/onderwerp"), &person)
        .await
        .leads_to();
    let page = coordinator
        .get(&format!("/signalen/{id}"))
        .await
        .ok()
        .says("mogelijk slachtoffer");
    assert!(
        page.all("details.closed")
            .join(" ")
            .contains("Vrouw, naam onbekend")
    );
    let strike = format!("/signalen/{id}/doorhalen?nr=0");
    coordinator
        .fill(&strike, &[("reason", "Zij woont er niet.")])
        .await
        .leads_to();
    coordinator
        .get(&format!("/signalen/{id}"))
        .await
        .ok()
        .says("Vrouw, naam onbekend")
        .says("Telt niet meer: Zij woont er niet.");
    coordinator.get(&strike).await.not_found();
    coordinator
        .get(&format!("/signalen/{id}/doorhalen?nr=7"))
        .await
        .not_found();
}

#[tokio::test]
async fn a_signal_gets_another_owner() {
    let app = TestApp::new().await;
    let id = app.signal("Kamers").await;
    app.as_role(Role::ContactOfficer).await;
    app.as_role(Role::EnforcementOfficer).await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let path = format!("/signalen/{id}/eigenaar");
    let page = coordinator.get(&path).await.ok();
    let names = page.all("option");
    assert!(names.contains(&"Test contact-officer".to_owned()));
    assert!(
        !names.contains(&"Test enforcement-officer".to_owned()),
        "can't move it on"
    );
    let officer = app.person("enforcement-officer").await.to_string();
    assert_eq!(coordinator.fill(&path, &[("owner", &officer)]).await.status, 400);
    let owner = app.person("contact-officer").await;
    coordinator
        .fill(&path, &[("owner", &owner.to_string())])
        .await
        .leads_to();
    assert_eq!(app.stored(id).await.value.owner, owner);
}

#[tokio::test]
async fn acute_and_care_go_out_at_once() {
    let app = TestApp::new().await;
    let id = app.before_the_body("Kamers").await;
    // A member of the body sees danger, too.
    let member = app.as_role(Role::BodyMember).await;
    let danger = [("reason", "Zij zit opgesloten.")];
    member
        .fill(&format!("/signalen/{id}/acuut"), &danger)
        .await
        .leads_to();
    member
        .fill(
            &format!("/signalen/{id}/zorg"),
            &[("what", "Opvang."), ("consent", "Zijzelf, vandaag.")],
        )
        .await
        .leads_to();
    let signal = app.stored(id).await.value;
    assert!(signal.acute.is_some());
    assert_eq!(signal.open_strands().count(), 2);
    let again = member.get(&format!("/signalen/{id}/acuut")).await;
    assert_eq!(again.status, 409);
    again
        .says("Dit kan nu niet")
        .says("Het signaal is al als acuut overgedragen.");
}

#[tokio::test]
async fn several_partners_are_offered_a_signal_at_once() {
    let app = TestApp::new().await;
    let id = app.at_feedback("Kamers").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let path = format!("/signalen/{id}/overdracht");
    let page = coordinator.get(&path).await.ok();
    let fields = [
        ("to", "police"),
        ("to", "nla"),
        ("what", "Adres en uren."),
        ("categories", "location"),
        ("categories", "observation"),
        (
            "necessity-note",
            "Twee keer gezien; zonder adres kan niemand iets.",
        ),
    ];
    coordinator.send_back(&page, &path, &fields).await.leads_to();
    let again = coordinator.send_back(&page, &path, &fields).await;
    assert!(again.status == 303, "{}", again.words());
    let signal = app.stored(id).await.value;
    assert_eq!(signal.open_strands().count(), 2);
    coordinator
        .get(&format!("/signalen/{id}"))
        .await
        .ok()
        .says("Nederlandse Arbeidsinspectie")
        .says("wacht op antwoord");
}

#[tokio::test]
async fn feedback_starts_from_the_template_of_the_outcome_and_then_the_signal_closes() {
    let app = TestApp::new().await;
    let id = app.at_feedback("Kamers").await;
    let linked = app.stored(id).await.value.reports.remove(0);
    let feedback = linked.feedback[0].id;
    let coordinator = app.as_role(Role::Coordinator).await;
    let path = format!("/signalen/{id}/terugkoppeling/{feedback}");
    let page = coordinator
        .get(&path)
        .await
        .ok()
        .says("HVO-Querido")
        .says("Het programma verstuurt niets.");
    let text = page.all("textarea").remove(0);
    assert!(
        text.contains(&linked.report.reference()) && text.contains("ma 23 november 2026"),
        "{text}"
    );
    assert!(!text.contains('{'), "{text}");
    let without_way = coordinator.send_back(&page, &path, &[]).await;
    assert_eq!(without_way.status, 400);
    coordinator
        .send_back(&page, &path, &[("way", "mail")])
        .await
        .leads_to();

    let close = format!("/signalen/{id}/sluiten");
    let fields = [
        ("confirmation", "not-confirmed"),
        ("result", "Geen aanwijzing gevonden."),
    ];
    coordinator.fill(&close, &fields).await.leads_to();
    let signal = app.stored(id).await.value;
    assert_eq!(signal.confirmation, Confirmation::NotConfirmed);
    assert!(matches!(signal.stage, Stage::Closed { .. }));
    coordinator
        .get(&format!("/signalen/{id}"))
        .await
        .ok()
        .says("Geen aanwijzing gevonden.")
        .says("Dit signaal is gesloten.")
        .does_not_say("Voeg een waarneming toe");
    coordinator
        .get("/signalen?gesloten=ja")
        .await
        .ok()
        .says("HS-2026-0001")
        .says("niet bevestigd");
}

#[tokio::test]
async fn no_feedback_needs_a_reason_and_a_signal_can_go_back() {
    let app = TestApp::new().await;
    let id = app.at_feedback("Kamers").await;
    let feedback = app.stored(id).await.value.reports[0].feedback[0].id;
    let coordinator = app.as_role(Role::Coordinator).await;
    let path = format!("/signalen/{id}/terugkoppeling/{feedback}/niet");
    assert_eq!(coordinator.fill(&path, &[("reason", "")]).await.status, 400);
    coordinator
        .fill(&path, &[("reason", "De collega werkt er niet meer.")])
        .await
        .leads_to();
    let state = app.stored(id).await.value.reports[0].feedback[0].state.clone();
    assert!(matches!(state, FeedbackState::Withheld { .. }));
    let back = format!("/signalen/{id}/terug");
    coordinator
        .fill(&back, &[("reason", "De politie weigerde.")])
        .await
        .leads_to();
    assert!(app.stored(id).await.value.stage.is_at(StepKind::Body));
    let late = coordinator.get(&back).await;
    assert_eq!(late.status, 409);
    late.says("Dit kan pas bij de terugkoppeling.");
}

/// Lets a person of the desk decide where the signalenoverleg does.
pub(super) fn desk_decides(app: &TestApp) {
    let mut configuration = (*app.configuration()).clone();
    let outcomes = configuration.bodies[0].outcomes.clone();
    let step = configuration
        .route
        .steps
        .iter_mut()
        .find(|step| step.id.as_str() == "signalenoverleg")
        .unwrap();
    step.kind = StepKind::Decide;
    step.body = None;
    step.outcomes = outcomes;
    app.configurations.put(configuration);
}

#[tokio::test]
async fn a_person_decides_where_the_route_says_so() {
    let app = TestApp::new().await;
    desk_decides(&app);
    let id = app.before_the_body("Kamers").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let path = format!("/signalen/{id}/besluit");
    coordinator
        .get(&format!("/signalen/{id}"))
        .await
        .ok()
        .says("Neem een besluit");
    // The route gives this step to the coordinator.
    app.as_role(Role::ContactOfficer)
        .await
        .get(&path)
        .await
        .not_found();
    let page = coordinator.get(&path).await.ok();
    let nothing = coordinator.send_back(&page, &path, &[]).await;
    assert_eq!(nothing.status, 400);
    nothing.says("Besluit: Kies een antwoord.");
    let fields = [("outcome", "not-confirmed"), ("reason", "Er is niets.")];
    coordinator.send_back(&page, &path, &fields).await.leads_to();
    assert!(app.stored(id).await.value.stage.is_at(StepKind::Feedback));
    let late = coordinator.send_back(&page, &path, &fields).await;
    assert_eq!(late.status, 409);
}
