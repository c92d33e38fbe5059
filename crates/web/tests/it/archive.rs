// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What a signal takes along to an archive.

use meldroute_core::{
    id::SignalId,
    policy::{Actor, Role},
    usecase::{Failure, retention, signal::link},
};

use crate::{files::mail, retention::end, testkit::TestApp};

/// A closed signal with a report that brought files along.
async fn with_files(app: &TestApp) -> (SignalId, Actor) {
    let id = app.at_feedback("Kamers boven een eetzaak").await;
    let files = [
        ("van joke.jpg", "pixels"),
        ("los.exe", "MZ"),
        ("kwaad.txt", "virus"),
    ];
    let report = mail(app, &files).await;
    let coordinator = app.actor("coordinator").await;
    link(
        &app.services,
        &coordinator,
        id,
        report,
        "Hetzelfde adres.".to_owned(),
    )
    .await
    .unwrap();
    end(app, id).await;
    (id, coordinator)
}

#[tokio::test]
async fn attachments_go_along_as_copies_without_metadata() {
    let app = TestApp::new().await;
    let (id, coordinator) = with_files(&app).await;
    let dossier = retention::export(&app.services, &coordinator, id).await.unwrap();
    let kept = dossier.attachments;
    assert_eq!(kept.len(), 1, "what can't be cleaned and what is dangerous stay");
    assert!(kept[0].name.starts_with("M-2026-"), "{}", kept[0].name);
    assert!(
        !kept[0].name.contains("joke"),
        "the sender's name for it stays, too"
    );
    assert_eq!(kept[0].media_type, "image/jpeg");
    assert_eq!(dossier.information.files.len(), 2);
    assert!(!dossier.content.contains("joke@verzonnen.example"));
    app.as_role(Role::PrivacyOfficer).await;
    let officer = app.actor(Role::PrivacyOfficer.as_str()).await;
    let refused = retention::export(&app.services, &officer, id).await;
    assert!(matches!(refused, Err(Failure::Denied(_))));
}
