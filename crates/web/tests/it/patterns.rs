// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Notable looking, as the privacy officer sees and settles it.

use chrono::TimeDelta;
use meldroute_core::policy::{Grant, Role};

use crate::testkit::{HERE, TestApp};

const PAGE: &str = "/privacy/opvallend";

#[tokio::test]
async fn a_look_without_a_part_is_told_as_a_fact_until_somebody_says_what_it_was() {
    let app = TestApp::new().await;
    let signal = app.signal("Verzonnen titel").await;
    let number = app.stored(signal).await.number;
    let owner = app.as_role(Role::Coordinator).await;
    owner.get(&format!("/signalen/{signal}")).await.ok();
    let officer = app.as_role(Role::PrivacyOfficer).await;
    officer.get(PAGE).await.ok().says("er niets om na te vragen");
    app.add(HERE, "curious", vec![Grant::of(Role::Coordinator)]).await;
    let curious = app.logged_in(HERE, "curious").await;
    curious.get(&format!("/signalen/{signal}")).await.ok();
    curious.get(&format!("/signalen/{signal}")).await.ok();
    let page = officer.get(PAGE).await.ok();
    let page = page
        .says("curious las 2 keer een signaal waarin toen geen eigen werk was")
        .says(&number);
    let key = page.attributes("input[name=pattern]", "value").pop().unwrap();
    let empty = officer.post(PAGE, &[("pattern", key.as_str())]).await;
    let _ = empty.says("Kies wat het was");
    let fields = [
        ("pattern", key.as_str()),
        ("belonged", "yes"),
        ("words", "Waarnemer voor een zieke collega"),
    ];
    officer.post(PAGE, &fields).await.leads_to();
    let page = officer.get(PAGE).await.ok();
    let page = page
        .says("Waarnemer voor een zieke collega")
        .says("Al nagevraagd");
    assert!(page.attributes("input[name=pattern]", "value").is_empty());
    // What is seen after that has not been talked over.
    curious.get(&format!("/signalen/{signal}")).await.ok();
    officer.get(PAGE).await.ok().says("curious las 3 keer");
    // What was made up is settled by nobody.
    let forged = [("pattern", "burst:forged"), ("belonged", "yes"), ("words", "Ja")];
    officer.post(PAGE, &forged).await.not_found();
    app.as_role(Role::Coordinator)
        .await
        .post(PAGE, &fields)
        .await
        .not_found();
}

#[tokio::test]
async fn nobody_settles_their_own() {
    let app = TestApp::new().await;
    let signal = app.signal("Verzonnen titel").await;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    officer.get(&format!("/signalen/{signal}")).await.ok();
    let page = officer.get(PAGE).await.ok();
    let page = page.says("Dit gaat over uzelf");
    assert!(page.attributes("input[name=pattern]", "value").is_empty());
    let person = app.person("privacy-officer").await;
    let key = format!("no-part:{person}:2026-11-23:{signal}");
    let fields = [("pattern", key.as_str()), ("belonged", "yes"), ("words", "Ja")];
    let refused = officer.post(PAGE, &fields).await;
    let _ = refused.says("Dit gaat over uzelf: iemand anders legt het vast");
    // Another officer sees it and does.
    app.add(HERE, "second", vec![Grant::of(Role::PrivacyOfficer)])
        .await;
    let second = app.logged_in(HERE, "second").await;
    second.post(PAGE, &fields).await.leads_to();
}

#[tokio::test]
async fn a_night_and_a_burst_are_told_with_counts_and_times() {
    let app = TestApp::new().await;
    let mut reports = Vec::new();
    for number in 0..15 {
        reports.push(
            app.report(&format!("Verzonnen {number}"), "Verzonnen tekst")
                .await,
        );
    }
    let coordinator = app.as_role(Role::Coordinator).await;
    for report in &reports {
        coordinator.get(&format!("/meldingen/{report}")).await.ok();
    }
    app.clock.forward(TimeDelta::hours(13));
    let coordinator = app.as_role(Role::Coordinator).await;
    coordinator.get(&format!("/meldingen/{}", reports[0])).await.ok();
    let officer = app.as_role(Role::PrivacyOfficer).await;
    officer
        .get(PAGE)
        .await
        .ok()
        .says("bekeek 15 verschillende signalen en meldingen")
        .says("M-2026-0012 en nog 3")
        .says("Test coordinator keek één keer buiten werktijd: ma 23 november 2026, 23.00 uur");
}
