// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Figures: exact for who works with the signals, without small numbers for who sees figures only.

use meldroute_core::policy::Role;

use crate::testkit::TestApp;

/// The values of this month in the table of what came in.
fn november(page: &crate::testkit::Answer) -> Vec<String> {
    let rows = page.all("section:first-of-type tbody tr");
    let row = rows.iter().find(|row| row.starts_with("november")).unwrap();
    row.split_once(' ')
        .map(|(_, values)| values.split(' ').map(ToOwned::to_owned).collect())
        .unwrap()
}

#[tokio::test]
async fn who_works_with_signals_sees_exact_numbers() {
    let app = TestApp::new().await;
    let coordinator = app.as_role(Role::Coordinator).await;
    coordinator
        .get("/beeld")
        .await
        .ok()
        .says("In dit jaar is nog niets binnengekomen.");
    for _ in 0..3 {
        app.report("Verzonnen melding", "Verzonnen tekst").await;
    }
    let page = coordinator.get("/beeld").await.ok();
    assert_eq!(november(&page), ["3", "3"], "the channel, and all together");
    page.does_not_say("minder dan 5")
        .says("Meer meldingen betekent niet dat er meer mensenhandel is");
}

#[tokio::test]
async fn who_sees_figures_only_gets_no_small_numbers_and_no_sums_that_give_them_away() {
    let app = TestApp::new().await;
    for count in [4, 1] {
        for _ in 0..count {
            app.report("Verzonnen melding", "Verzonnen tekst").await;
        }
        for role in [Role::Board, Role::RegionalAnalyst] {
            let page = app.as_role(role).await.get("/beeld").await.ok();
            let values = november(&page).join(" ");
            assert_eq!(values, if count == 4 { "minder dan 5" } else { "5" });
            page.does_not_say("Samen")
                .says("zodat niemand eruit te herkennen is");
        }
    }
}

#[tokio::test]
async fn a_year_without_reports_can_be_asked_for_without_harm() {
    let app = TestApp::new().await;
    let board = app.as_role(Role::Board).await;
    board
        .get("/beeld?jaar=1900")
        .await
        .ok()
        .says("In dit jaar is nog niets binnengekomen.");
    board.get("/beeld?jaar=onzin").await.not_found();
}

#[tokio::test]
async fn the_flow_can_be_counted_at_any_day() {
    let app = TestApp::new().await;
    let coordinator = app.as_role(Role::Coordinator).await;
    coordinator
        .get("/beeld/doorloop")
        .await
        .ok()
        .says("Er zijn op deze dag nog geen signalen.");
    app.signal("Verzonnen schuur").await;
    let page = coordinator.get("/beeld/doorloop").await.ok();
    page.says("Er is 1 signaal geregistreerd.").says("Registratie");
    let before = meldroute_core::calendar::dutch_date(app.now()) - chrono::Days::new(1);
    coordinator
        .get(&format!("/beeld/doorloop?op={before}"))
        .await
        .ok()
        .says("Er zijn op deze dag nog geen signalen.");
    coordinator
        .get("/beeld/doorloop?op=morgen")
        .await
        .ok()
        .says("Er is 1 signaal geregistreerd.");
}

#[tokio::test]
async fn who_sees_figures_only_gets_the_flow_without_small_numbers_and_without_a_picture() {
    let app = TestApp::new().await;
    app.signal("Verzonnen schuur").await;
    for role in [Role::Board, Role::RegionalAnalyst] {
        let page = app.as_role(role).await.get("/beeld/doorloop").await.ok();
        let page = page.says("Er zijn minder dan 5 signalen geregistreerd.");
        assert!(page.all("svg.flow, .flow svg").is_empty());
        let values = page.all("tbody td").join(" ");
        assert!(
            !values.split(' ').any(|word| word == "1"),
            "a small number in: {values}"
        );
    }
}
