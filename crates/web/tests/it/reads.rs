// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What is read is recorded, and who reported stays with those who may know.

use std::collections::BTreeMap;

use meldroute_core::{
    audit::{About, Event},
    change::{Changes, Write},
    id::{MeetingId, ReportId, SignalId},
    meeting::{Item, ItemState, Meeting, MeetingState},
    policy::{Grant, Right, Role},
    ports::{Clock as _, ReportFilter},
    report::{MailFacts, Reporter},
    usecase::{
        permit_here,
        report::{ImportMessage, import, list, read},
        signal::{Register, link, register},
    },
};

use crate::testkit::TestApp;

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
    let meeting = Meeting {
        id: MeetingId(minter.mint()),
        municipality: coordinator.municipality.clone(),
        body: app.configuration().bodies[0].id.clone(),
        on: coordinator.today,
        state: MeetingState::Planned,
        agenda: vec![Item {
            signal,
            state: ItemState::Open,
        }],
    };
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
