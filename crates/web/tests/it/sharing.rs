// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! "May I share this?": the answer in words, the pack that leaves, and that nobody else gets at it.

use chrono::TimeDelta;
use meldroute_core::{id::SignalId, policy::Role, sharing::mark::Regime};

use crate::testkit::{Answer, TestApp, Visitor};

const UNCONFIRMED: &str = "te bevestigen door FG/jurist";

/// A signal with an observation, an assessment and an address.
async fn known(app: &TestApp) -> (SignalId, Visitor) {
    let id = app.assessed("Kamers").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let subject = [
        ("kind", "address"),
        ("value", "Voorbeeldweg 12"),
        ("reason", "De buurman zei het."),
    ];
    coordinator
        .fill(&format!("/signalen/{id}/onderwerp"), &subject)
        .await
        .leads_to();
    (id, coordinator)
}

async fn ask(visitor: &Visitor, id: SignalId, to: &str, what: &[(&str, &str)]) -> Answer {
    let mut fields = vec![("to", to)];
    fields.extend(what);
    visitor.post(&format!("/signalen/{id}/delen"), &fields).await
}

#[tokio::test]
async fn the_answer_comes_in_plain_words_with_its_ground_and_is_recorded() {
    let app = TestApp::new().await;
    let (id, coordinator) = known(&app).await;
    let address = [("items", "subject-0")];
    ask(&coordinator, id, "police", &address)
        .await
        .ok()
        .says("Mag ik dit delen met Politie, Team Mensenhandel?")
        .says("Ja, maar u moet eerst iets doen.")
        .says("Schrijf op waarom dit nodig is")
        .says("Grondslag: AVG art. 6 lid 1 onder e en art. 10; Sv art. 161 en 162. Stand van di 1 juli 2025.")
        .says(UNCONFIRMED)
        .says("Dit gaat de deur uit")
        .does_not_say("De buurman zei het.");
    ask(&coordinator, id, "housing", &address)
        .await
        .ok()
        .says("Nee, er is geen regel die dit toestaat.")
        .does_not_say("Dit gaat de deur uit");
    ask(&coordinator, id, "loo", &address)
        .await
        .ok()
        .says("Eerst is een besluit nodig.");
    ask(&coordinator, id, "police", &[("categories", "tip-text")])
        .await
        .ok()
        .says("Vraag eerst wie dit gaf.");
    ask(&coordinator, id, "safety-house", &[("categories", "care")])
        .await
        .ok()
        .says("Nee, de regel hiervoor is nog niet vastgesteld.");
    coordinator
        .get(&format!("/signalen/{id}"))
        .await
        .ok()
        .says("vroeg of delen met Woningcorporatie mag. Het strengste antwoord: mag niet.");
    let asked = app.journal().await;
    assert_eq!(asked.iter().filter(|event| *event == "sharing-asked").count(), 5);
}

#[tokio::test]
async fn whom_and_what_must_be_chosen() {
    let app = TestApp::new().await;
    let (id, coordinator) = known(&app).await;
    let answer = ask(&coordinator, id, "", &[("items", "subject-0")]).await;
    answer.says("Met wie? Kies een antwoord.");
    let answer = ask(&coordinator, id, "police", &[]).await;
    answer.says("Wat? Kies een antwoord.");
    assert!(!app.happened().await.contains("sharing-asked"));
}

#[tokio::test]
async fn a_pack_is_released_with_its_conditions_downloaded_and_taken_back() {
    let app = TestApp::new().await;
    let (id, coordinator) = known(&app).await;
    let path = format!("/signalen/{id}/delen/vrijgeven");
    let mut fields = vec![
        ("to", "police"),
        ("items", "subject-0"),
        ("items", "observation-0"),
        ("expires", "2027-01-15"),
    ];
    let without = coordinator.post(&path, &fields).await;
    assert_eq!(without.status, 400);
    without.says("Waarom is dit nodig? Vul dit in.");
    assert!(app.stored(id).await.value.packs.is_empty());
    fields.push(("necessity-note", "Zonder adres kan de politie niets."));
    let pack = coordinator.post(&path, &fields).await.leads_to();
    coordinator
        .get(&pack)
        .await
        .ok()
        .says("Gedeeld met Politie, Team Mensenhandel")
        .says("Voorbeeldweg 12")
        .says("Zonder adres kan de politie niets.")
        .says("Stand van het journaal")
        .does_not_say("De buurman zei het.");
    let file = coordinator.get(&format!("{pack}/json")).await.ok();
    assert!(file.header("content-disposition").contains("deelpakket.json"));
    let sheet: serde_json::Value = serde_json::from_str(&file.html()).unwrap();
    assert_eq!(sheet["items"][1]["text"], "Voorbeeldweg 12");
    assert_eq!(sheet["items"][1]["may_stand_in_minutes"], false);
    assert_eq!(sheet["journal_head"]["hash"].as_str().unwrap().len(), 64);
    assert!(!file.html().contains("wijkhandhaver"), "who saw it stays here");
    assert!(app.happened().await.contains("pack-opened"));
    let opened = app.journal().await.len();
    let paper = coordinator.get(&format!("{pack}/pdf")).await.ok();
    assert_eq!(paper.header("content-type"), "application/pdf");
    assert!(
        paper
            .header("content-disposition")
            .contains("HS-2026-0001-deelpakket.pdf")
    );
    assert_eq!(app.journal().await.last().unwrap(), "pack-opened");
    assert_eq!(app.journal().await.len(), opened + 1);
    let words = paper.html();
    let head = sheet["journal_head"]["hash"].as_str().unwrap();
    for said in [
        "Deelpakket voor Politie, Team Mensenhandel",
        "Vertrouwelijk. Alleen voor Politie, Team Mensenhandel",
        "Voorbeeldweg 12",
        "vr 15 januari 2027",
        "niet in een verslag",
        UNCONFIRMED,
        head,
    ] {
        assert!(words.contains(said), "{said} is not in {words}");
    }
    for kept in ["wijkhandhaver", "De buurman", "Zonder adres"] {
        assert!(!words.contains(kept), "{kept} left the house");
    }

    let again = coordinator.post(&pack, &[("reason", " ")]).await;
    again.says("Waarom? Vul dit in.");
    coordinator
        .post_and_follow(&pack, &[("reason", "Verkeerde ontvanger.")])
        .await
        .says("ingetrokken")
        .does_not_say("Download als JSON")
        .does_not_say("Download als PDF");
    for file in ["json", "pdf"] {
        assert_eq!(coordinator.get(&format!("{pack}/{file}")).await.status, 409);
    }
}

#[tokio::test]
async fn a_pack_that_has_expired_is_not_given_out() {
    let app = TestApp::new().await;
    let (id, coordinator) = known(&app).await;
    let fields = [
        ("to", "police"),
        ("items", "subject-0"),
        ("expires", "2026-11-25"),
        ("necessity-note", "Nodig."),
    ];
    let path = format!("/signalen/{id}/delen/vrijgeven");
    let pack = coordinator.post(&path, &fields).await.leads_to();
    app.clock.forward(TimeDelta::days(30));
    let coordinator = app.as_role(Role::Coordinator).await;
    coordinator.get(&pack).await.ok().says("verlopen");
    for file in ["json", "pdf"] {
        assert_eq!(coordinator.get(&format!("{pack}/{file}")).await.status, 409);
    }
}

#[tokio::test]
async fn what_the_police_gave_leaves_only_with_their_permission() {
    let app = TestApp::new().await;
    let (id, coordinator) = known(&app).await;
    let mark = format!("/signalen/{id}/kenmerken/observation-0");
    let fields = [
        ("originator", "police"),
        ("regime", "wpg"),
        ("onward", "yes"),
        ("minutes", "no"),
        ("reason", "Gezegd door de wijkagent."),
    ];
    let without = coordinator.fill(&mark, &fields[..4]).await;
    without.says("Hoe weet u dit? Vul dit in.");
    coordinator.fill(&mark, &fields).await.leads_to();
    assert_eq!(app.stored(id).await.value.marks[0].regime, Regime::Wpg);
    coordinator
        .get(&format!("/signalen/{id}/delen"))
        .await
        .ok()
        .says("Wpg (politie) · alleen verder met toestemming van wie het gaf");
    ask(&coordinator, id, "nla", &[("items", "observation-0")])
        .await
        .ok()
        .says("Vraag eerst wie dit gaf.")
        .says("Toestemming van wie het gaf");
    let fields = [
        ("to", "nla"),
        ("items", "observation-0"),
        ("expires", "2027-01-15"),
        ("necessity-note", "Nodig."),
    ];
    let answer = coordinator
        .post(&format!("/signalen/{id}/delen/vrijgeven"), &fields)
        .await;
    answer.says("Toestemming van wie het gaf: Vul dit in.");
    assert!(app.stored(id).await.value.packs.is_empty());
}

#[tokio::test]
async fn nothing_is_handed_over_without_a_rule_or_its_conditions() {
    let app = TestApp::new().await;
    let id = app.at_feedback("Kamers").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let path = format!("/signalen/{id}/overdracht");
    let page = coordinator.get(&path).await.ok();
    let fields = [("to", "police"), ("what", "Adres."), ("categories", "location")];
    let answer = coordinator.send_back(&page, &path, &fields).await;
    answer.says("Waarom is dit nodig? Vul dit in.");
    let fields = [
        ("to", "housing"),
        ("what", "Adres."),
        ("categories", "location"),
        ("necessity-note", "Nodig."),
    ];
    let answer = coordinator.send_back(&page, &path, &fields).await;
    assert_eq!(answer.status, 409);
    answer.says("Geen regel van de deelmatrix staat toe dat dit naar Woningcorporatie gaat.");
    assert_eq!(app.stored(id).await.value.open_strands().count(), 0);
}

#[tokio::test]
async fn who_does_not_work_on_signals_learns_nothing_of_what_was_shared() {
    let app = TestApp::with_neighbour().await;
    let (id, coordinator) = known(&app).await;
    let fields = [
        ("to", "police"),
        ("items", "subject-0"),
        ("expires", "2027-01-15"),
        ("necessity-note", "Nodig."),
    ];
    let path = format!("/signalen/{id}/delen/vrijgeven");
    let pack = coordinator.post(&path, &fields).await.leads_to();
    let neighbour = app.as_role_in(crate::testkit::NEIGHBOUR, Role::Coordinator).await;
    let others = [
        neighbour,
        app.as_role(Role::PrivacyOfficer).await,
        app.as_role(Role::ChainPartner).await,
    ];
    for other in others {
        other.get(&pack).await.not_found();
        other.get(&format!("{pack}/json")).await.not_found();
        other.get(&format!("{pack}/pdf")).await.not_found();
        other.get(&format!("/signalen/{id}/delen")).await.not_found();
        other.post(&path, &fields).await.not_found();
        other.post(&pack, &[("reason", "x")]).await.not_found();
    }
    assert_eq!(app.stored(id).await.value.packs.len(), 1);
}

#[tokio::test]
async fn the_matrix_is_a_page_for_who_must_know() {
    let app = TestApp::new().await;
    for role in [Role::PrivacyOfficer, Role::Administrator, Role::Coordinator] {
        app.as_role(role)
            .await
            .get("/privacy/deelmatrix")
            .await
            .ok()
            .says("College van burgemeester en wethouders → Politie, Team Mensenhandel")
            .says("bij acuut gevaar")
            .says("in voorbereiding")
            .says(UNCONFIRMED);
    }
    app.as_role(Role::Board)
        .await
        .get("/privacy/deelmatrix")
        .await
        .not_found();
}
