// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The journal, as the privacy officer reads it.

use std::collections::BTreeMap;

use meldroute_core::policy::Role;

use crate::testkit::{NEIGHBOUR, TestApp};

#[tokio::test]
async fn the_journal_tells_who_did_what_and_that_it_was_read() {
    let app = TestApp::with_neighbour().await;
    app.as_role_in(NEIGHBOUR, Role::Coordinator).await;
    app.as_role(Role::Coordinator).await;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    let page = officer.get("/privacy/journaal").await.ok();
    let sentences = page.all("tbody td[data-label=Wat]");
    assert_eq!(sentences[0], "Test privacy-officer las het journaal.");
    assert!(sentences.contains(&"Test coordinator logde in.".to_owned()));
    assert_eq!(
        sentences.iter().filter(|s| s.contains("coordinator")).count(),
        1,
        "only of this municipality"
    );
    let page = page
        .says("Coördinator meldpunt, test")
        .says("ma 23 november 2026, 10.00 uur");
    // The menu knows where one is.
    assert_eq!(page.all("nav a[aria-current=page]"), ["Privacy"]);
    assert_eq!(app.journal().await.last().unwrap(), "journal-read");
}

#[tokio::test]
async fn the_journal_is_read_page_by_page_without_gaps() {
    let app = TestApp::new().await;
    for _ in 0..70 {
        app.as_role(Role::Board).await;
    }
    let officer = app.as_role(Role::PrivacyOfficer).await;
    let mut numbers = Vec::new();
    let mut path = "/privacy/journaal".to_owned();
    loop {
        let page = officer.get(&path).await.ok();
        numbers.extend(
            page.all("tbody .number")
                .iter()
                .map(|number| number.parse::<u64>().unwrap()),
        );
        match page.attributes("a[rel=next]", "href").pop() {
            Some(next) => path = next,
            None => break,
        }
    }
    let expected: Vec<u64> = (1..=numbers[0]).rev().collect();
    assert_eq!(numbers, expected);
}

#[tokio::test]
async fn anybody_who_answers_for_it_can_prove_the_journal() {
    let app = TestApp::new().await;
    for role in [Role::PrivacyOfficer, Role::Administrator] {
        let page = app
            .as_role(role)
            .await
            .get("/privacy/journaal/controle")
            .await
            .ok();
        let page = page.says("regels van het journaal kloppen");
        assert_eq!(page.all("dd code")[0].len(), 64);
    }
    app.as_role(Role::Coordinator)
        .await
        .get("/privacy/journaal/controle")
        .await
        .not_found();
}

#[tokio::test]
async fn every_event_has_its_sentence_in_both_languages() {
    let app = TestApp::new().await;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    let page = officer.get("/privacy/journaal").await.ok();
    assert!(
        page.all("tbody td[data-label=Wat]")
            .iter()
            .all(|sentence| sentence.ends_with('.'))
    );
    let mut texts: BTreeMap<&str, String> = BTreeMap::new();
    for language in ["nl", "en"] {
        let path = format!("{}/locales/{language}/audit.ftl", env!("CARGO_MANIFEST_DIR"));
        texts.insert(language, std::fs::read_to_string(path).unwrap());
    }
    for (language, text) in texts {
        for name in meldroute_core::audit::Event::NAMES {
            assert!(
                text.contains(&format!("journal-event-{name} =")),
                "{name} in {language}"
            );
        }
        for right in meldroute_core::policy::Right::ALL {
            assert!(
                text.contains(&format!("right-{} =", right.as_str())),
                "{} in {language}",
                right.as_str()
            );
        }
    }
}
