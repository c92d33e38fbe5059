// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What is read is recorded, and who reported stays with those who may know.

use std::collections::BTreeMap;

use axum::{body::Body, http::Method};
use meldroute_core::{
    audit::{About, Event},
    change::{Changes, Write},
    id::{MeetingId, ReportId, SignalId},
    meeting::Meeting,
    policy::{Grant, Right, Role},
    ports::{Clock as _, ReportFilter},
    processing::{LogLine, LogQuery},
    report::{MailFacts, Reporter},
    usecase::{
        permit_here,
        report::{ImportMessage, import, list, read},
        signal::{Register, link, register},
    },
};

use crate::testkit::{HERE, TestApp};

/// The newest lines of the processing log.
async fn log(app: &TestApp) -> Vec<LogLine> {
    let query = LogQuery {
        limit: 60_000,
        ..LogQuery::default()
    };
    let lines = app.services.store.processing_log(&HERE.into(), &query).await;
    lines.unwrap()
}

#[tokio::test]
async fn a_request_is_one_processing_below_that_of_whoever_called() {
    let app = TestApp::new().await;
    let report = app.report("Verzonnen onderwerp", "Verzonnen tekst").await;
    let signal = signal(&app, vec![report]).await;
    let visitor = app.as_role(Role::Coordinator).await;
    let trace = "0af7651916cd43dd8448eb211c80319c";
    let request = visitor.request(Method::GET, &format!("/signalen/{signal}"));
    let request = request.header("traceparent", format!("00-{trace}-00f067aa0ba902b7-01"));
    visitor.send(request, Body::empty()).await.ok();
    let lines = log(&app).await;
    let of_request = lines
        .iter()
        .filter(|line| format!("{:032x}", line.trace_id) == trace);
    let of_request: Vec<_> = of_request.collect();
    assert!(of_request.iter().any(|line| line.name == "Opvragen signaal"));
    assert!(
        of_request
            .iter()
            .all(|line| line.parent == Some(0x00f0_67aa_0ba9_02b7))
    );
    let journal = app.services.store.journal(&HERE.into(), None, 20).await.unwrap();
    let marks = journal.into_iter().filter_map(|line| line.detail);
    assert_eq!(
        marks.filter(|detail| detail.trace == trace).count(),
        of_request.len()
    );
}

#[tokio::test]
async fn who_is_shown_the_door_leaves_a_refusal() {
    let app = TestApp::new().await;
    let board = app.as_role(Role::Board).await;
    board.get("/privacy/verwerkingen").await.not_found();
    assert_eq!(app.journal().await.last().unwrap(), "refused");
}

#[tokio::test]
async fn the_privacy_officer_finds_what_was_done_with_the_data_of_a_person() {
    let app = TestApp::new().await;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    officer
        .get("/privacy/verwerkingsregister")
        .await
        .ok()
        .says("Signalen beoordelen en volgen")
        .says("te bevestigen door FG/jurist");
    officer
        .get("/privacy/verwerkingen?activiteit=audit")
        .await
        .ok()
        .says("Opvragen verwerkingsregister");
    let form = [("person", "Joris Verzonnen")];
    let page = officer.post("/privacy/verwerkingen", &form).await.ok();
    page.says("Over deze persoon is niets vastgelegd.");
    let line = &log(&app).await[..2];
    assert_eq!(line[0].name, "Opvragen verwerkingslog");
    assert_eq!(
        line[1].subject.as_ref().unwrap().0,
        "name",
        "the search is about them, too"
    );
    let page = officer.post("/privacy/verwerkingen", &form).await.ok();
    page.says("Opvragen verwerkingslog")
        .does_not_say("Test privacy-officer deed");
    officer
        .post("/privacy/verwerkingen", &[("person", " ")])
        .await
        .says("Vul een naam of BSN in.");
}

/// A signal of one report, registered by the coordinator.
async fn signal(app: &TestApp, reports: Vec<ReportId>) -> SignalId {
    app.as_role(Role::Coordinator).await;
    let command = Register {
        id: SignalId(app.services.minter.mint()),
        reports,
        from_partner: BTreeMap::new(),
        title: "Verzonnen titel".to_owned(),
        observation: None,
        fast_lane: None,
    };
    let coordinator = app.actor(Role::Coordinator.as_str()).await;
    register(&app.services, &coordinator, command).await.unwrap().0
}

#[tokio::test]
async fn a_signal_on_the_screen_of_a_sitting_is_read_by_everybody_who_sees_it() {
    let app = TestApp::new().await;
    let report = app.report("Verzonnen onderwerp", "Verzonnen tekst").await;
    let signal = signal(&app, vec![report]).await;
    let coordinator = app.actor(Role::Coordinator.as_str()).await;
    let permit = permit_here(&coordinator, Right::RunMeeting).unwrap();
    let (now, minter) = (app.clock.now(), app.services.minter.as_ref());
    let body = app.configuration().bodies[0].id.clone();
    let here = coordinator.municipality.clone();
    let meeting = Meeting::planned(MeetingId(minter.mint()), here, body, coordinator.today)
        .add([signal])
        .unwrap();
    let id = meeting.id;
    let event = Event::MeetingPlanned {
        body: meeting.body.clone(),
    };
    let changes = Changes::new(&permit, now, minter, About::Meeting(id), event);
    let changes = changes.write(Write::NewMeeting(Box::new(meeting)));
    app.services.store.commit(changes).await.unwrap();

    let visitor = app.as_role(Role::Coordinator).await;
    visitor.get(&format!("/overleggen/{id}")).await.ok();
    assert_eq!(app.journal().await.last().unwrap(), "meeting-read");
    visitor.get(&format!("/overleggen/{id}/{signal}")).await.ok();
    assert_eq!(app.journal().await.last().unwrap(), "signal-read");
}

#[tokio::test]
async fn why_a_report_belongs_to_a_signal_is_for_who_may_read_reports() {
    let app = TestApp::new().await;
    let report = app.report("Verzonnen onderwerp", "Verzonnen tekst").await;
    let other = app.report("Ander onderwerp", "Andere tekst").await;
    let signal = signal(&app, vec![report]).await;
    let coordinator = app.actor(Role::Coordinator.as_str()).await;
    let reason = "De buurvrouw van hiernaast meldt weer".to_owned();
    link(&app.services, &coordinator, signal, other, reason.clone())
        .await
        .unwrap();
    let path = format!("/signalen/{signal}");
    let visitor = app.as_role(Role::Coordinator).await;
    visitor.get(&path).await.ok().says(&reason);
    let officer = app.as_role(Role::PrivacyOfficer).await;
    officer
        .get(&path)
        .await
        .ok()
        .says("Verzonnen titel")
        .does_not_say(&reason);
}

#[tokio::test]
async fn the_mail_as_it_came_is_for_who_may_open_the_reporter() {
    let app = TestApp::new().await;
    app.as_role(Role::Coordinator).await;
    let coordinator = app.actor(Role::Coordinator.as_str()).await;
    let message = ImportMessage {
        received_at: app.clock.now(),
        from: Reporter::default(),
        subject: "Verzonnen onderwerp".to_owned(),
        text: "Verzonnen tekst".to_owned(),
        mail: MailFacts::default(),
        original: b"From: s.verzonnen@post.example\n\nVerzonnen tekst".to_vec(),
        attachments: vec![("foto.txt".to_owned(), "text/plain".to_owned(), b"foto".to_vec())],
        fingerprints: Vec::new(),
        thread: Vec::new(),
    };
    let intake = app.actor_with(vec![Grant::of(Role::Intake)]);
    import(&app.services, &intake, message).await.unwrap();
    app.inspect().await;
    let lines = list(&app.services, &coordinator, ReportFilter::New, None, 1)
        .await
        .unwrap();
    let id = lines[0].id;
    let report = read(&app.services, &coordinator, id).await.unwrap().value;
    let (original, attachment) = (report.mail.unwrap().original.unwrap(), report.files[0].file);
    let officer = app.as_role(Role::ContactOfficer).await;
    officer
        .get(&format!("/meldingen/{id}/bestanden/{attachment}"))
        .await
        .ok();
    let path = format!("/meldingen/{id}/bestanden/{original}/origineel");
    officer.get(&path).await.not_found();
    let page = officer.get(&format!("/meldingen/{id}")).await.ok();
    assert!(!page.attributes("a", "href").contains(&path));
    app.as_role(Role::Coordinator).await.get(&path).await.ok();
}
