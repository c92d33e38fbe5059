// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! How the shared mailboxes are doing, as the administrator and the coordinator see it.

use chrono::TimeDelta;
use meldroute_core::{
    policy::Role,
    ports::{MailboxHealth, MailboxTrouble, OutboxHealth, Worker},
};

use crate::testkit::TestApp;

fn mailbox(app: &TestApp) -> MailboxHealth {
    MailboxHealth {
        name: "Meldpunt".to_owned(),
        watched_since: app.now() - TimeDelta::days(1),
        read_at: Some(app.now() - TimeDelta::minutes(5)),
        failing: None,
        stuck: None,
        can_delete: true,
    }
}

#[tokio::test]
async fn messages_that_can_not_be_stored_stay_visible() {
    let app = TestApp::new().await;
    let since = app.now() - TimeDelta::minutes(59);
    app.mailboxes.0.lock().unwrap().push(MailboxHealth {
        stuck: Some((since, 3)),
        ..mailbox(&app)
    });
    let administrator = app.as_role(Role::Administrator).await;
    let page = administrator.get("/beheer/inrichting").await.ok();
    page.says("Werkt niet")
        .says("3 berichten kunnen niet worden opgeslagen en blijven in de postbus staan")
        .does_not_say("De postbus werkt.");
    let coordinator = app.as_role(Role::Coordinator).await;
    let quiet = coordinator.get("/vandaag").await.ok();
    quiet.does_not_say("niet kunnen worden opgeslagen");
    app.mailboxes.0.lock().unwrap()[0].stuck = Some((since - TimeDelta::minutes(1), 1));
    let page = coordinator.get("/vandaag").await.ok();
    page.says("berichten die niet kunnen worden opgeslagen");
}

#[tokio::test]
async fn a_mailbox_in_which_nothing_can_be_deleted_says_so() {
    let app = TestApp::new().await;
    let can_delete = false;
    let mailbox = MailboxHealth {
        can_delete,
        ..mailbox(&app)
    };
    app.mailboxes.0.lock().unwrap().push(mailbox);
    let administrator = app.as_role(Role::Administrator).await;
    let page = administrator.get("/beheer/inrichting").await.ok();
    page.says("De postbus werkt.")
        .says("Het programma kan hier niets verwijderen");
}

#[tokio::test]
async fn a_mailbox_that_works_is_the_administrators_matter() {
    let app = TestApp::new().await;
    app.mailboxes.0.lock().unwrap().push(mailbox(&app));
    let administrator = app.as_role(Role::Administrator).await;
    let page = administrator.get("/beheer/inrichting").await.ok();
    let page = page.says("Postbussen").says("Meldpunt").says("De postbus werkt.");
    assert!(page.words().contains("Laatst gelezen: "), "{}", page.words());
    let coordinator = app.as_role(Role::Coordinator).await;
    coordinator.get("/vandaag").await.ok().does_not_say("Meldpunt");
}

#[tokio::test]
async fn a_mailbox_that_is_not_read_for_an_hour_is_told_to_who_waits_for_reports() {
    let app = TestApp::new().await;
    let failing = Some((app.now(), MailboxTrouble::LogIn));
    app.mailboxes.0.lock().unwrap().push(MailboxHealth {
        failing,
        ..mailbox(&app)
    });
    let administrator = app.as_role(Role::Administrator).await;
    let page = administrator.get("/beheer/inrichting").await.ok();
    page.says("Werkt niet")
        .says("De mailserver weigert de naam of het wachtwoord.");
    let coordinator = app.as_role(Role::Coordinator).await;
    coordinator
        .get("/vandaag")
        .await
        .ok()
        .does_not_say("niet gelezen");
    app.mailboxes.0.lock().unwrap()[0].read_at = Some(app.now() - TimeDelta::hours(1));
    let page = coordinator.get("/vandaag").await.ok();
    page.says("Er kunnen nieuwe meldingen in staan.");
    let officer = app.as_role(Role::EnforcementOfficer).await;
    officer.get("/vandaag").await.ok().does_not_say("niet gelezen");
}

#[tokio::test]
async fn mail_that_is_not_sent_and_work_that_stopped_are_shown() {
    let app = TestApp::new().await;
    let since = app.now() - TimeDelta::minutes(59);
    *app.mailboxes.1.lock().unwrap() = Some(OutboxHealth {
        sent_at: Some(since),
        waiting: 3,
        failing: Some(since),
    });
    *app.mailboxes.2.lock().unwrap() = vec![(Worker::Files, since)];
    let administrator = app.as_role(Role::Administrator).await;
    let page = administrator.get("/beheer/inrichting").await.ok();
    page.says("Uitgaande mail")
        .says("Wachtende mails: 3.")
        .says("Er gaat niets weg sinds")
        .says("Bestanden nakijken")
        .says("Stopte onverwacht");
    let coordinator = app.as_role(Role::Coordinator).await;
    let quiet = coordinator.get("/vandaag").await.ok();
    quiet.does_not_say("Mail gaat niet weg");
    if let Some(outbox) = app.mailboxes.1.lock().unwrap().as_mut() {
        outbox.failing = Some(since - TimeDelta::minutes(1));
    }
    let page = coordinator.get("/vandaag").await.ok();
    page.says("Mail gaat niet weg sinds").says("Wachtende mails: 3.");
    let officer = app.as_role(Role::EnforcementOfficer).await;
    officer
        .get("/vandaag")
        .await
        .ok()
        .does_not_say("Mail gaat niet weg");
}
