// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Files of reports: people open the copy; the file as it came stays closed without a reason; what was not scanned says so.

use std::sync::atomic::Ordering;

use axum::http::StatusCode;
use meldroute_core::{
    id::{MunicipalityId, ReportId},
    policy::{Grant, Role},
    ports::ReportFilter,
    report::{MailFacts, Reporter},
    usecase::report::{ImportMessage, import},
};

use crate::testkit::{HERE, TestApp};

/// A mail with files: name and content.
pub(super) async fn mail(app: &TestApp, files: &[(&str, &str)]) -> ReportId {
    let report = arrived(app, files).await;
    app.inspect().await;
    report
}

/// A mail with files that nobody looked at yet.
async fn arrived(app: &TestApp, files: &[(&str, &str)]) -> ReportId {
    let message = ImportMessage {
        received_at: app.now(),
        from: Reporter::default(),
        subject: "Matrassen in de schuur".to_owned(),
        text: "Ik zag drie matrassen.".to_owned(),
        mail: MailFacts::default(),
        original: b"From: joke@verzonnen.example\r\n\r\nIk zag drie matrassen.".to_vec(),
        attachments: files
            .iter()
            .map(|(name, content)| {
                (
                    (*name).to_owned(),
                    "text/html".to_owned(),
                    content.as_bytes().to_vec(),
                )
            })
            .collect(),
        fingerprints: Vec::new(),
        thread: Vec::new(),
    };
    import(
        &app.services,
        &app.actor_with(vec![Grant::of(Role::Intake)]),
        message,
    )
    .await
    .unwrap();
    let here = MunicipalityId::from(HERE);
    let lines = app
        .services
        .store
        .reports(&here, ReportFilter::New, None, 1)
        .await
        .unwrap();
    lines[0].id
}

#[tokio::test]
async fn people_open_the_copy_and_a_photo_only_when_asked_for() {
    let app = TestApp::new().await;
    let report = mail(&app, &[("foto.jpg", "pixels"), ("brief.txt", "tekst")]).await;
    let reader = app.as_role(Role::ContactOfficer).await;
    let page = reader.get(&format!("/meldingen/{report}")).await.ok();
    let page = page
        .says("Geen virus gevonden op")
        .does_not_say("zoals het binnenkwam");
    let links = page.attributes(".file__name a", "href");
    assert_eq!(links.len(), 2);
    assert_eq!(
        page.attributes("details.photo:not([open]) img[loading=lazy]", "src"),
        [links[0].clone()]
    );
    let photo = reader.get(&links[0]).await;
    assert_eq!(photo.bytes, b"copy of pixels");
    assert_eq!(photo.header("content-type"), "image/jpeg");
    assert!(photo.header("content-security-policy").contains("sandbox"));
    let letter = reader.get(&links[1]).await;
    assert_eq!(letter.header("content-type"), "application/octet-stream");
    assert!(letter.header("content-disposition").starts_with("attachment"));
    assert!(app.happened().await.contains("file-opened"));
    let wrong = links[0].rsplit_once('/').unwrap().0.to_owned();
    reader.get(&format!("{wrong}/{report}")).await.not_found();
}

#[tokio::test]
async fn a_file_that_nobody_looked_at_is_not_shown() {
    let app = TestApp::new().await;
    let report = arrived(&app, &[("foto.jpg", "pixels")]).await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let path = format!("/meldingen/{report}");
    let page = coordinator.get(&path).await.ok();
    let page = page
        .says("Wordt nagekeken")
        .does_not_say("Niet op virussen gecontroleerd");
    assert!(page.attributes(".file a, .file form", "href").is_empty());
    let here = MunicipalityId::from(HERE);
    let stored = app.services.store.report(&here, report).await.unwrap().unwrap();
    let file = format!("{path}/bestanden/{}", stored.value.files[0].file);
    coordinator.get(&file).await.not_found();
    let original = coordinator
        .post(&format!("{file}/origineel"), &[("reason", "Haast")])
        .await;
    original.not_found();
    app.inspect().await;
    let page = coordinator.get(&path).await.ok();
    page.says("Geen virus gevonden op").says("bijlage-1.jpg");
    assert_eq!(coordinator.get(&file).await.bytes, b"copy of pixels");
}

#[tokio::test]
async fn the_name_that_the_sender_gave_stands_with_the_original_only() {
    let app = TestApp::new().await;
    let report = mail(&app, &[("foto van Joke.jpg", "pixels"), ("Joke.html", "<p>")]).await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let page = coordinator.get(&format!("/meldingen/{report}")).await.ok();
    let page = page.does_not_say("Joke").says("bijlage-1.jpg").says("Bijlage 2");
    let copy = &page.attributes(".file__name a", "href")[0];
    let copy = coordinator.get(copy).await;
    assert!(copy.header("content-disposition").contains("bijlage-1.jpg"));
    let path = page.attributes(".file a[href$=origineel]", "href")[0].clone();
    let original = coordinator
        .post(&path, &[("reason", "De plaats van de foto is nodig")])
        .await;
    assert!(
        original
            .header("content-disposition")
            .contains("foto van Joke.jpg")
    );
    let here = MunicipalityId::from(HERE);
    let journal = app.services.store.journal(&here, None, 100).await.unwrap();
    let journal = format!("{journal:?}");
    assert!(
        journal.contains("bijlage-1") && !journal.contains("Joke"),
        "{journal}"
    );
}

#[tokio::test]
async fn the_file_as_it_came_opens_with_a_right_and_a_reason() {
    let app = TestApp::new().await;
    let report = mail(
        &app,
        &[("../\"foto\u{202e}gpj.html", "<script>alert(1)</script>")],
    )
    .await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let page = coordinator.get(&format!("/meldingen/{report}")).await.ok();
    let page = page.says("Geen kopie: dit is een webpagina");
    assert!(page.attributes(".file__name a", "href").is_empty());
    let path = &page.attributes(".file a", "href")[0];
    coordinator.get(path).await.ok().says("Uw reden wordt vastgelegd");
    let refused = coordinator.post(path, &[("reason", " ")]).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert!(!app.happened().await.contains("original-opened"));
    let file = coordinator
        .post(path, &[("reason", "De plaats van de foto is nodig")])
        .await;
    assert_eq!(file.bytes, b"<script>alert(1)</script>");
    assert_eq!(file.header("content-type"), "application/octet-stream");
    assert_eq!(
        file.header("content-disposition"),
        "attachment; filename=\"_fotogpj.html\"; filename*=UTF-8''%22fotogpj.html"
    );
    assert!(app.happened().await.contains("original-opened"));
    let reader = app.as_role(Role::ContactOfficer).await;
    reader.get(path).await.not_found();
}

#[tokio::test]
async fn the_mail_as_it_came_asks_for_a_reason_as_well() {
    let app = TestApp::new().await;
    let report = mail(&app, &[]).await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let page = coordinator.get(&format!("/meldingen/{report}")).await.ok();
    let links = page.attributes("a[href$=origineel]", "href");
    assert_eq!(links.len(), 1);
    let mail = coordinator
        .post(&links[0], &[("reason", "De kop is nodig")])
        .await;
    assert!(mail.bytes.starts_with(b"From: joke@"));
    assert!(mail.header("content-disposition").contains(".eml"));
}

#[tokio::test]
async fn what_was_not_scanned_says_so_and_can_be_scanned_later() {
    let app = TestApp::new().await;
    app.inspector.rests.store(true, Ordering::Relaxed);
    let report = mail(&app, &[("foto.jpg", "virus in een foto")]).await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let path = format!("/meldingen/{report}");
    let page = coordinator.get(&path).await.ok();
    let page = page
        .says("Niet op virussen gecontroleerd")
        .says("De virusscanner was niet bereikbaar.");
    let again = page.attributes(".file form", "action")[0].clone();
    let still = coordinator.post_and_follow(&again, &[]).await;
    still.says("Het bestand kon niet worden gecontroleerd");
    app.inspector.rests.store(false, Ordering::Relaxed);
    let copy = page.attributes(".file__name a", "href")[0].clone();
    coordinator.get(&copy).await.ok();
    let found = coordinator.post_and_follow(&again, &[]).await;
    let found = found
        .says("Er is een virus gevonden")
        .says("Virus gevonden: Test.Virus");
    assert!(found.attributes(".file__name a", "href").is_empty());
    coordinator.get(&copy).await.not_found();
    assert!(app.happened().await.contains("file-scanned"));
}

#[tokio::test]
async fn where_no_scanner_is_set_up_nothing_is_offered_and_the_administrator_reads_so() {
    let app = TestApp::new().await;
    let administrator = app.as_role(Role::Administrator).await;
    let inside = "/beheer/inrichting";
    administrator
        .get(inside)
        .await
        .ok()
        .says("Bestanden bij meldingen worden gecontroleerd");
    app.inspector.rests.store(true, Ordering::Relaxed);
    app.inspector.absent.store(true, Ordering::Relaxed);
    let report = mail(&app, &[("foto.jpg", "een foto")]).await;
    let coordinator = app.as_role(Role::Coordinator).await;
    coordinator
        .get(&format!("/meldingen/{report}"))
        .await
        .ok()
        .says("Niet op virussen gecontroleerd")
        .does_not_say("Controleer opnieuw");
    administrator
        .get(inside)
        .await
        .ok()
        .says("Virusscanner niet ingesteld");
}

#[tokio::test]
async fn nobody_gets_a_copy_of_a_file_with_a_virus() {
    let app = TestApp::new().await;
    let report = mail(&app, &[("foto.jpg", "virus")]).await;
    let reader = app.as_role(Role::ContactOfficer).await;
    let page = reader.get(&format!("/meldingen/{report}")).await.ok();
    let page = page.says("Virus gevonden: Test.Virus");
    assert!(page.attributes(".file a", "href").is_empty());
    assert!(page.attributes(".file img", "src").is_empty());
}
