// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! One signal and the list of them: what is shown to whom, and why something can't be done yet.

use chrono::TimeDelta;
use meldroute_core::{policy::Role, signal::act::Act};

use crate::testkit::{NEIGHBOUR, TestApp};

#[tokio::test]
async fn a_new_signal_says_where_it_stands_and_what_now() {
    let app = TestApp::new().await;
    let id = app.signal("Kamers boven een eetzaak").await;
    let page = app
        .as_role(Role::Coordinator)
        .await
        .get(&format!("/signalen/{id}"))
        .await
        .ok();
    let page = page
        .says("HS-2026-0001 Kamers boven een eetzaak")
        .says("Wordt uitgewerkt door Test coordinator, uiterlijk ma 30 november.")
        .says("Gedaan: Melding")
        .says("Nu: Registratie")
        .says("Nog niet: Signalenoverleg")
        .says("Melding van HVO-Querido")
        .says("Test coordinator maakte dit signaal uit één melding.");
    assert_eq!(
        page.all(".actions .utrecht-button--primary-action"),
        ["Voeg een waarneming toe"]
    );
    assert_eq!(page.attributes("[aria-current=step]", "class").len(), 1);
}

#[tokio::test]
async fn the_page_speaks_english_too() {
    let app = TestApp::new().await;
    let id = app.before_the_body("Kamers").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    coordinator.give_cookie("taal", "en");
    coordinator
        .get(&format!("/signalen/{id}"))
        .await
        .ok()
        .says("What now")
        .says("Waits for a decision in the sitting of Tue 24 November (Signal meeting).")
        .says(
            "Test coordinator decided that sources may be asked, on the ground of: AVG art. 6 lid 1 onder e",
        )
        .does_not_say("signal-");
}

#[tokio::test]
async fn texts_about_people_are_closed_until_opened() {
    let app = TestApp::new().await;
    let id = app.assessed("Kamers").await;
    let page = app
        .as_role(Role::Coordinator)
        .await
        .get(&format!("/signalen/{id}"))
        .await
        .ok();
    let closed = page.all("details.closed:not([open])").join(" ");
    assert!(closed.contains("Drie matrassen"), "{closed}");
    assert!(closed.contains("Mensen werken en slapen hier"), "{closed}");
    page.says("Lees de waarneming (8 woorden)");
}

/// What is blocked is greyed, with its reason.
#[track_caller]
fn blocked(page: &crate::testkit::Answer, label: &str, why: &str) {
    let lines = page.all(".actions li");
    let found = lines
        .iter()
        .any(|line| line.starts_with(label) && line.contains(why));
    assert!(found, "no {label:?} with {why:?} in {lines:#?}");
    let buttons = page.all(".actions button, .actions a.utrecht-button");
    assert!(
        !buttons.iter().any(|button| button == label),
        "{label} is offered"
    );
}

#[tokio::test]
async fn what_is_not_possible_yet_says_why() {
    let app = TestApp::new().await;
    let page = async |id| {
        app.as_role(Role::Coordinator)
            .await
            .get(&format!("/signalen/{id}"))
            .await
            .ok()
    };

    let new = page(app.signal("Nieuw").await).await;
    blocked(
        &new,
        "Naar Verrijking",
        "Leg eerst een waarneming en een duiding vast.",
    );
    blocked(&new, "Sluit dit signaal", "Dit kan pas bij de terugkoppeling.");
    blocked(&new, "Bied aan partners aan", "eerst een besluit");

    let gate = page(app.at_enrichment("Poort").await).await;
    blocked(
        &gate,
        "Naar Signalenoverleg",
        "Eerst moet hierover worden besloten",
    );
    blocked(
        &gate,
        "Voeg een notitie toe",
        "Eerst moet hierover worden besloten",
    );

    let body = page(app.before_the_body("Overleg").await).await;
    blocked(
        &body,
        "Besluit van het overleg",
        "Hierover besluit het overleg: Signalenoverleg",
    );

    let feedback = app.at_feedback("Terugkoppeling").await;
    blocked(
        &page(feedback).await,
        "Sluit dit signaal",
        "Eén melder wacht nog op terugkoppeling.",
    );

    let urgent = app.signal("Spoed").await;
    app.act(
        urgent,
        Act::MarkAcute {
            reason: "Zij zit opgesloten.".to_owned(),
        },
    )
    .await;
    app.act(
        urgent,
        Act::ReferToCare {
            what: "Zij zoekt opvang.".to_owned(),
            consent: "Zijzelf, vandaag.".to_owned(),
        },
    )
    .await;
    let urgent = page(urgent).await;
    blocked(
        &urgent,
        "Acuut gevaar: naar Politie, Team Mensenhandel",
        "Het signaal is al als acuut overgedragen.",
    );
    blocked(&urgent, "Vraag zorg aan", "De zorgcoördinator is al gevraagd.");
    urgent
        .says("Acuut")
        .does_not_say("Kan nog niet. Het signaal is al");
}

#[tokio::test]
async fn a_signal_that_waits_says_for_whom_and_until_when() {
    let app = TestApp::new().await;
    let id = app.before_the_body("Wacht").await;
    app.task(id, "2026-12-03").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let page = coordinator.get(&format!("/signalen/{id}")).await.ok();
    let page = page
        .says("Wacht op Test enforcement-officer tot do 3 december: Kijk hoeveel bedden er staan.")
        .says("Besluit van Signalenoverleg: Meer informatie nodig.")
        .says("Eén waarneming is te weinig.");
    blocked(
        &page,
        "Ga verder",
        "Actie: Test enforcement-officer, uiterlijk do 3 december",
    );
    // A week later it is late, and says how long.
    app.clock.forward(TimeDelta::days(12));
    let coordinator = app.as_role(Role::Coordinator).await;
    coordinator
        .get(&format!("/signalen/{id}"))
        .await
        .ok()
        .says("2 dagen te laat");
    let list = coordinator.get("/signalen").await.ok();
    assert_eq!(list.all("tr.row--late th").len(), 1);
}

fn uuid(number: u128) -> uuid::Uuid {
    uuid::Uuid::from_u128(number)
}

#[tokio::test]
async fn a_minor_is_never_overlooked() {
    let app = TestApp::new().await;
    let id = app.signal("Jongen").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let fields = [
        ("forms", "labour"),
        ("minor", "yes"),
        ("explanation", "Hij is zestien."),
    ];
    coordinator
        .fill(&format!("/signalen/{id}/duiding"), &fields)
        .await
        .leads_to();
    coordinator
        .get(&format!("/signalen/{id}"))
        .await
        .ok()
        .says("Overweeg altijd Veilig Thuis.")
        .says("Neem nooit uit uzelf contact op met de ouders.");
}

#[tokio::test]
async fn an_enricher_reads_what_stands_at_enrichment_and_never_who_reported() {
    let app = TestApp::new().await;
    let new = app.signal("Nog niet").await;
    let there = app.at_enrichment("Wel").await;
    let enricher = app.as_role(Role::Enricher).await;
    enricher.get(&format!("/signalen/{new}")).await.not_found();
    enricher
        .get(&format!("/signalen/{there}"))
        .await
        .ok()
        .says("Dit signaal komt uit 1 melding.")
        .does_not_say("HVO-Querido")
        .does_not_say("Voeg een waarneming toe");
    enricher
        .get("/signalen")
        .await
        .ok()
        .says("Wel")
        .does_not_say("Nog niet");
    enricher
        .get(&format!("/signalen/{there}/waarneming"))
        .await
        .not_found();
}

#[tokio::test]
async fn a_member_reads_what_lies_before_the_body_and_a_stranger_nothing() {
    let app = TestApp::new().await;
    let id = app.before_the_body("Kamers").await;
    let member = app.as_role(Role::BodyMember).await;
    member
        .get(&format!("/signalen/{id}"))
        .await
        .ok()
        .says("Kamers")
        .does_not_say("Geef aan een ander");
    member.get("/signalen").await.ok().says("Kamers");
    for role in [
        Role::Guest,
        Role::EnforcementOfficer,
        Role::ChainPartner,
        Role::Board,
        Role::Administrator,
    ] {
        app.as_role(role)
            .await
            .get(&format!("/signalen/{id}"))
            .await
            .not_found();
    }
}

#[tokio::test]
async fn signals_of_a_neighbour_do_not_exist() {
    let app = TestApp::with_neighbour().await;
    let id = app.at_feedback("Van ons").await;
    let feedback = app.stored(id).await.value.reports[0].feedback[0].id;
    let strange = app.as_role_in(NEIGHBOUR, Role::Coordinator).await;
    let nothing = strange.get(&format!("/signalen/{}", uuid(1))).await;
    nothing.not_found();
    for page in [
        "",
        "/poort",
        "/waarneming",
        "/duiding",
        "/onderwerp",
        "/doorhalen",
        "/notitie",
        "/eigenaar",
    ]
    .into_iter()
    .chain(["/besluit", "/acuut", "/zorg", "/overdracht", "/terug", "/sluiten"])
    {
        let answer = strange.get(&format!("/signalen/{id}{page}")).await;
        answer.not_found();
        assert_eq!(answer.words(), nothing.words(), "{page}");
    }
    strange
        .get(&format!("/signalen/{id}/terugkoppeling/{feedback}"))
        .await
        .not_found();
    strange
        .post(&format!("/signalen/{id}/verder"), &[("visits", "1")])
        .await
        .not_found();
    strange
        .post(
            &format!("/signalen/{id}/sluiten"),
            &[("confirmation", "confirmed"), ("result", "x")],
        )
        .await
        .not_found();
    strange.get("/signalen").await.ok().does_not_say("Van ons");
}

#[tokio::test]
async fn the_list_goes_by_date_step_and_page() {
    let app = TestApp::new().await;
    for number in 0..51 {
        app.signal(&format!("Zaak {number}")).await;
    }
    let coordinator = app.as_role(Role::Coordinator).await;
    let first = coordinator.get("/signalen").await.ok();
    assert_eq!(first.all("tbody tr").len(), 50);
    let next = first.attributes(".pagination a[rel=next]", "href");
    let second = coordinator.get(&next[0]).await.ok().says("Terug naar het begin");
    assert_eq!(second.all("tbody tr").len(), 1);
    let seen = first.all("tbody th").into_iter().chain(second.all("tbody th"));
    assert_eq!(seen.collect::<std::collections::BTreeSet<_>>().len(), 51);
    coordinator
        .get("/signalen?stap=feedback")
        .await
        .ok()
        .says("Geen open signalen.");
    coordinator
        .get("/signalen?gesloten=ja")
        .await
        .ok()
        .says("Geen gesloten signalen.");
    coordinator.get("/signalen?na=onzin").await.ok();
}

#[tokio::test]
async fn reading_is_recorded() {
    let app = TestApp::new().await;
    let id = app.signal("Kamers").await;
    app.as_role(Role::Coordinator)
        .await
        .get(&format!("/signalen/{id}"))
        .await
        .ok();
    assert!(app.happened().await.contains("signal-read"));
}
