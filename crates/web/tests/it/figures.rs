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
