// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Who looked, as the privacy officer sees it.

use chrono::TimeDelta;
use meldroute_core::policy::Role;

use crate::testkit::{NEIGHBOUR, TestApp};

#[tokio::test]
async fn who_looked_at_a_signal_is_told_with_what_for_and_seeing_it_is_recorded() {
    let app = TestApp::new().await;
    let signal = app.signal("Verzonnen titel").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    coordinator.get(&format!("/signalen/{signal}")).await.ok();
    let officer = app.as_role(Role::PrivacyOfficer).await;
    let number = app.stored(signal).await.number;
    let found = officer
        .post("/privacy/wie-keek", &[("number", &number.to_lowercase())])
        .await;
    let path = found.leads_to();
    assert_eq!(path, format!("/privacy/wie-keek/signaal/{signal}"));
    let page = officer
        .get(&path)
        .await
        .ok()
        .says(&format!("Wie keek naar {number}?"));
    let sentences = page.all("tbody th");
    assert_eq!(sentences[0], "Test privacy-officer zocht op wie waarnaar keek.");
    assert!(sentences.contains(&"Test coordinator las een signaal.".to_owned()));
    assert!(
        page.all("tbody td")
            .contains(&"Werk aan het signaal: de pagina".to_owned())
    );
    assert_eq!(app.journal().await.last().unwrap(), "who-looked-seen");
    // Who works on the signal does not see in its history that the privacy officer looked into it.
    coordinator
        .get(&format!("/signalen/{signal}"))
        .await
        .ok()
        .does_not_say("zocht op wie");
}

#[tokio::test]
async fn reports_and_people_have_pages_of_their_own_and_a_period() {
    let app = TestApp::new().await;
    let report = app.report("Verzonnen onderwerp", "Verzonnen tekst").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    coordinator.get(&format!("/meldingen/{report}")).await.ok();
    coordinator
        .post("/zoeken", &[("words", "havenstraat")])
        .await
        .ok();
    let person = app.person("coordinator").await;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    officer
        .get(&format!("/privacy/wie-keek/melding/{report}"))
        .await
        .ok()
        .says("Test coordinator las een melding.");
    let path = format!("/privacy/wie-keek/account/{person}");
    let page = officer
        .get(&path)
        .await
        .ok()
        .says("Wat bekeek Test coordinator?")
        .does_not_say("havenstraat");
    assert!(page.all("tbody td .number").contains(&"M-2026-0001".to_owned()));
    // Days at the edge belong to the period; others do not.
    let today = format!("{path}?van=2026-11-23&tot=2026-11-23");
    assert!(!officer.get(&today).await.ok().all("tbody tr").is_empty());
    let before = format!("{path}?van=2026-11-01&tot=2026-11-22");
    officer
        .get(&before)
        .await
        .ok()
        .says("Niemand keek in deze periode.");
    let nonsense = format!("{path}?van=gisteren&tot=");
    assert!(!officer.get(&nonsense).await.ok().all("tbody tr").is_empty());
}

#[tokio::test]
async fn what_reporters_read_of_their_own_stands_in_no_overview() {
    let app = TestApp::new().await;
    let official = app.as_role(Role::Official).await;
    let form = official.get("/melden/formulier").await.ok();
    let id = form.attributes("input[name=report]", "value")[0].clone();
    let fields = [
        ("report", id.as_str()),
        ("what", "Drie mannen slapen in de loods"),
        ("first_hand", "yes"),
        ("place", "Havenstraat 12"),
        ("observed", "vannacht"),
        ("urgency", "soon"),
    ];
    let own = official
        .upload("/melden/formulier", &fields, &[], "text/html")
        .await
        .leads_to();
    let report = own.rsplit('/').next().unwrap();
    official.get(&own).await.ok();
    assert!(app.happened().await.contains("own-report-read"));
    let person = app.person("official").await;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    officer
        .get(&format!("/privacy/wie-keek/account/{person}"))
        .await
        .ok()
        .says("Niemand keek in deze periode.");
    let of_report = officer
        .get(&format!("/privacy/wie-keek/melding/{report}"))
        .await
        .ok();
    assert_eq!(
        of_report.all("tbody th"),
        ["Test privacy-officer zocht op wie waarnaar keek."]
    );
    let table = officer
        .post("/privacy/jaarcontrole/bestand", &[("year", "2026")])
        .await
        .html();
    assert!(
        !table.contains("Een melder") && !table.contains("\"Test official "),
        "{table}"
    );
}

#[tokio::test]
async fn another_municipality_and_another_role_see_nothing() {
    let app = TestApp::with_neighbour().await;
    let signal = app.signal("Verzonnen titel").await;
    let report = app.report("Verzonnen onderwerp", "Verzonnen tekst").await;
    let person = app.person("coordinator").await;
    let neighbour = app.as_role_in(NEIGHBOUR, Role::PrivacyOfficer).await;
    let number = app.stored(signal).await.number;
    for path in [
        format!("/privacy/wie-keek/signaal/{signal}"),
        format!("/privacy/wie-keek/melding/{report}"),
        format!("/privacy/wie-keek/account/{person}"),
    ] {
        neighbour.get(&path).await.not_found();
        for role in [Role::Coordinator, Role::Administrator] {
            app.as_role(role).await.get(&path).await.not_found();
        }
    }
    let page = neighbour.post("/privacy/wie-keek", &[("number", &number)]).await;
    let _ = page.says("Er is geen signaal of melding met dit nummer");
}

#[tokio::test]
async fn the_year_is_exported_without_formulas_and_the_review_recorded() {
    let app = TestApp::new().await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let report = app.report("Verzonnen onderwerp", "Verzonnen tekst").await;
    let reason = [("reason", "=HYPERLINK(\"x\")")];
    coordinator
        .post(&format!("/meldingen/{report}/melder"), &reason)
        .await
        .ok();
    let officer = app.as_role(Role::PrivacyOfficer).await;
    let file = officer
        .post("/privacy/jaarcontrole/bestand", &[("year", "2026")])
        .await;
    assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
    assert!(file.header("content-disposition").contains("wie-keek-2026.csv"));
    let table = file.html();
    assert!(table.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{table}");
    assert!(table.contains("M-2026-0001"), "{table}");
    assert_eq!(app.journal().await.last().unwrap(), "looks-exported");
    let empty = officer
        .post("/privacy/jaarcontrole", &[("year", "2026"), ("findings", " ")])
        .await;
    let _ = empty.says("Schrijf op wat u heeft gevonden");
    let ahead = officer
        .post(
            "/privacy/jaarcontrole",
            &[("year", "2027"), ("findings", "Niets")],
        )
        .await;
    let _ = ahead.says("Kies een jaar tot en met dit jaar");
    let page = officer.get("/privacy/jaarcontrole").await.ok();
    let mark = page.attributes("input[name=mark]", "value")[0].clone();
    let fields = [
        ("mark", mark.as_str()),
        ("year", "2026"),
        ("findings", "Alles nagelopen, niets bijzonders."),
    ];
    for _ in 0..2 {
        let sent = officer.post("/privacy/jaarcontrole", &fields).await;
        assert_eq!(sent.leads_to(), "/privacy/jaarcontrole");
    }
    let page = officer.get("/privacy/jaarcontrole").await.ok();
    let page = page
        .says("Alles nagelopen, niets bijzonders.")
        .says("Test privacy-officer");
    assert_eq!(
        page.all("article h3"),
        ["Controle over 2026"],
        "the same form counts once"
    );
}

#[tokio::test]
async fn a_review_that_is_due_stands_on_the_work_list_until_it_is_done() {
    let app = TestApp::new().await;
    let due = "De jaarlijkse controle op wie keek is aan de beurt sinds";
    let officer = app.as_role(Role::PrivacyOfficer).await;
    officer.get("/vandaag").await.ok().does_not_say(due);
    app.clock.forward(TimeDelta::days(366));
    let officer = app.as_role(Role::PrivacyOfficer).await;
    officer.get("/vandaag").await.ok().says(due);
    app.as_role(Role::Coordinator)
        .await
        .get("/vandaag")
        .await
        .ok()
        .does_not_say(due);
    officer
        .post(
            "/privacy/jaarcontrole",
            &[("year", "2026"), ("findings", "In orde.")],
        )
        .await
        .leads_to();
    officer.get("/vandaag").await.ok().does_not_say(due);
}

#[tokio::test]
async fn the_start_page_has_a_door_to_every_page_of_privacy_that_one_may_open() {
    let app = TestApp::new().await;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    let start = officer.get("/privacy").await.ok();
    assert_eq!(start.all("nav a[aria-current=page]"), ["Privacy"]);
    let doors = start.attributes("main li a", "href");
    for route in meldroute_web::access_table() {
        let page = route.method == axum::http::Method::GET && !route.path.contains('{');
        let below = route.path.strip_prefix("/privacy/").is_some();
        let mine = route.admits(Some(&app.actor("privacy-officer").await));
        if page && below && mine {
            assert!(
                doors.contains(&route.path.to_owned()),
                "no door to {}",
                route.path
            );
        }
    }
    for door in doors {
        officer.get(&door).await.ok();
    }
}
