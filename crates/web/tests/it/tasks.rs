// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Who got something to do comes from the work list to just that, and not to the signal.

use meldroute_core::policy::Role;

use crate::testkit::TestApp;

#[tokio::test]
async fn a_care_coordinator_comes_from_the_work_list_to_the_request_and_no_further() {
    let app = TestApp::new().await;
    let report = app.report("Verzonnen onderwerp", "Verzonnen tekst").await;
    let signal = "01900000-0000-7000-8000-0000000000aa";
    let fields = [
        ("signal", signal),
        ("title", "Verzonnen titel"),
        ("reason", "Verzonnen zorgvraag"),
        ("consent", "Verzonnen toestemming"),
    ];
    let coordinator = app.as_role(Role::Coordinator).await;
    coordinator
        .post(&format!("/meldingen/{report}/zorg"), &fields)
        .await
        .leads_to();

    let care = app.as_role(Role::CareCoordinator).await;
    let list = care.get("/vandaag").await.ok();
    let href = list.attributes("td.table__action a", "href").remove(0);
    let request = care.get(&href).await.leads_to();
    care.get(&request)
        .await
        .ok()
        .says("Verzonnen zorgvraag")
        .does_not_say("Verzonnen tekst");
    care.get(&format!("/signalen/{signal}")).await.not_found();

    // The one who sees to the signal comes to the signal, and somebody who got nothing finds nothing.
    let list = coordinator.get("/vandaag").await.ok();
    let hrefs = list.attributes("td.table__action a", "href");
    assert!(
        hrefs.iter().all(|href| !href.starts_with("/opdrachten")),
        "{hrefs:?}"
    );
    let officer = app.as_role(Role::EnforcementOfficer).await;
    officer.get(&href).await.not_found();
}
