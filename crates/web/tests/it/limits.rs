// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! How long a text may be: every form refuses what is longer, and says so.

use axum::http::{Method, StatusCode};
use meldroute_core::{policy::Role, report::message::LONGEST_TEXT};
use meldroute_web::access_table;

use crate::testkit::{HERE, TestApp, Visitor};

/// What a page says of a text that is too long.
const SAID: [&str; 2] = ["te lang", "Maak dit korter"];

#[tokio::test]
async fn no_form_takes_a_field_that_is_longer_than_any_may_be() {
    let app = TestApp::new().await;
    let long = "a".repeat(2 * LONGEST_TEXT + 1);
    let mut visitors = Vec::new();
    for role in Role::ALL {
        visitors.push((app.actor_with(vec![app.grant(role)]), app.as_role(role).await));
    }
    let mut tried = 0;
    for route in access_table() {
        // Forms of the public pages are read as forms with files, and have limits of their own: `public_form.rs`.
        let nameless = route.path.starts_with("/melden/{municipality}");
        if route.method != Method::POST || nameless || route.path == "/demo/inloggen" {
            continue;
        }
        let path = route.path.split('/').map(|part| match part {
            "{municipality}" => HERE,
            "{number}" | "{year}" | "{half}" => "1",
            part if part.starts_with('{') => "01900000-0000-7000-8000-00000000ffff",
            part => part,
        });
        let path = path.collect::<Vec<_>>().join("/");
        let admitted = visitors.iter().find(|(actor, _)| route.admits(Some(actor)));
        let visitor = &admitted.unwrap().1;
        let fields = [("reason", long.as_str())];
        let answer = match route.path {
            "/melden/formulier"
            | "/meldingen/tips"
            | "/beeld/cijfers/inlezen"
            | "/opdrachten/{signal}/{strand}/straat" => {
                visitor.upload(&path, &fields, &[], "text/html").await
            }
            _ => visitor.post(&path, &fields).await,
        };
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{path}");
        answer.says("Een tekst is te lang");
        tried += 1;
    }
    assert!(tried > 60, "{tried}");
}

/// The last part of a form's address, the field that is too long, and what else is filled in.
type Row = (
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
);

/// Sends the form of a page with one text that is a character too long.
async fn refuses(visitor: &Visitor, page: &str, sent_to: &str, (field, fields): (&str, &[(&str, &str)])) {
    let long = "a".repeat(LONGEST_TEXT + 1);
    let begun = visitor.get(page).await.ok();
    let mut all = vec![(field, long.as_str())];
    all.extend(fields);
    let answer = visitor.send_back(&begun, sent_to, &all).await;
    let words = answer.words();
    assert_eq!(
        answer.status,
        StatusCode::BAD_REQUEST,
        "{sent_to}, {field}:\n{words}"
    );
    let says = SAID.iter().any(|said| words.contains(said));
    assert!(says, "{sent_to} does not say that {field} is too long:\n{words}");
}

#[tokio::test]
async fn every_form_about_a_report_says_beside_the_field_that_a_text_is_too_long() {
    let app = TestApp::new().await;
    let report = app.report("Licht", "Er brandt licht.").await;
    let desk = app.as_role(Role::Coordinator).await;
    let rows: [Row; 9] = [
        ("geen-signaal", "note", &[("which", "empty")]),
        ("terugkoppeling", "text", &[("way", "phone")]),
        ("toevoegen", "reason", &[("number", "HS-2026-0001")]),
        ("verbeteren", "text", &[("reason", "Gebeld.")]),
        ("verbeteren", "reason", &[("text", "Verzonnen tekst")]),
        ("acuut", "reason", &[("title", "Licht")]),
        ("zorg", "reason", &[("title", "Licht")]),
        ("melder", "reason", &[]),
        (
            "vraag",
            "text",
            &[("way", "partner-link"), ("partner", "hvo-querido")],
        ),
    ];
    for (form, field, fields) in rows {
        let page = format!("/meldingen/{report}/{form}");
        refuses(&desk, &page, &page, (field, fields)).await;
    }
    let page = format!("/meldingen/{report}/terugkoppeling");
    refuses(&desk, &page, &format!("{page}/niet"), ("reason", &[])).await;
    let make = format!("/meldingen/signaal?melding={report}");
    refuses(&desk, &make, "/meldingen/signaal", ("title", &[])).await;
    refuses(
        &desk,
        "/meldingen/typen",
        "/meldingen/typen",
        ("text", &[("subject", "Licht")]),
    )
    .await;
}

#[tokio::test]
async fn every_form_about_a_signal_says_beside_the_field_that_a_text_is_too_long() {
    let app = TestApp::new().await;
    let signal = app.assessed("Licht in de kelder").await;
    let desk = app.as_role(Role::Coordinator).await;
    let rows: [Row; 3] = [
        (
            "onderwerp",
            "value",
            &[("kind", "address"), ("reason", "Daar is het.")],
        ),
        (
            "onderwerp",
            "reason",
            &[("kind", "address"), ("value", "Havenstraat 12")],
        ),
        ("acuut", "reason", &[]),
    ];
    for (form, field, fields) in rows {
        let page = format!("/signalen/{signal}/{form}");
        refuses(&desk, &page, &page, (field, fields)).await;
    }
}
