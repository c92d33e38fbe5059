// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Pages that open at one moment of a signal only, or to one person, leave their record in the processing log like all others.

use meldroute_core::policy::Role;

use crate::{
    files,
    records::newest,
    retention::silenced,
    signal_acts::desk_decides,
    testkit::{Answer, TestApp, Visitor},
};

/// Opens a page, which leaves a record.
pub(super) async fn recorded(app: &TestApp, visitor: &Visitor, path: &str) -> Answer {
    let before = newest(app).await;
    let answer = visitor.get(path).await.ok();
    assert!(newest(app).await > before, "{path} was read without a record");
    answer
}

#[tokio::test]
async fn a_step_of_a_signal() {
    let app = TestApp::new().await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let gate = app.at_enrichment("Fictieve poort").await;
    recorded(&app, &coordinator, &format!("/signalen/{gate}/poort")).await;
    let ended = app.at_feedback("Fictief einde").await;
    silenced(&app, ended).await;
    recorded(&app, &coordinator, &format!("/signalen/{ended}/sluiten")).await;
    desk_decides(&app);
    let decided = app.before_the_body("Fictief besluit").await;
    recorded(&app, &coordinator, &format!("/signalen/{decided}/besluit")).await;
}

#[tokio::test]
async fn a_report_its_files_and_what_is_made_of_it() {
    let app = TestApp::new().await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let report = files::mail(&app, &[("foto.jpg", "pixels")]).await;
    let page = recorded(&app, &coordinator, &format!("/meldingen/{report}")).await;
    let copy = page.attributes(".file__name a", "href").remove(0);
    let before = newest(&app).await;
    assert_eq!(coordinator.get(&copy).await.bytes, b"copy of pixels");
    assert!(newest(&app).await > before, "a file was read without a record");
    recorded(
        &app,
        &coordinator,
        &format!("/meldingen/signaal?melding={report}"),
    )
    .await;
}

#[tokio::test]
async fn ones_own_report() {
    let app = TestApp::new().await;
    let official = app.as_role(Role::Official).await;
    let form = official.get("/melden/formulier").await.ok();
    let id = form.attributes("input[name=report]", "value").remove(0);
    let fields = [("report", id.as_str()), ("what", "Fictief licht")];
    let own = official
        .upload("/melden/formulier", &fields, &[], "text/html")
        .await
        .leads_to();
    recorded(&app, &official, &own).await.says("Fictief licht");
}
