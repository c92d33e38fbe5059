// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Mail that goes out, through the whole program: to a mail server over TLS, after a kill, back as a notice, and with settings that
//! can't work. Everybody in it is invented.

#[expect(dead_code, reason = "the tests of the connection use more of it")]
#[path = "../../../connect/tests/smtp/server.rs"]
mod server;

use std::{
    fs,
    net::{SocketAddr, TcpListener},
    path::{Path, PathBuf},
    time::Duration,
};

use meldroute_core::{
    id::{MunicipalityId, ReportId},
    outgoing::{Outgoing, Sending},
    ports::{ReportFilter, Store as _},
};

use self::server::{Behaviour, Stub};
use crate::{
    browser::{Browser, Visitor},
    place::Place,
};

const MAIL: &str = "From: An <an@post.example>\r\nSubject: Licht in de schuur\r\nDate: Mon, 5 Oct 2026 08:12:00 +0200\r\n\r\n\
    Er brandt elke nacht licht.\r\n";

fn here() -> MunicipalityId {
    MunicipalityId::from("heemstede")
}

/// An installation with one report that came by mail, and a coordinator.
async fn place() -> (Place, Visitor) {
    let place = Place::sqlite();
    place.init().good();
    let file = place.folder.path().join("mail.eml");
    fs::write(&file, MAIL).unwrap();
    place.run(&["mail", "import", file.to_str().unwrap()]).good();
    let database = place.open().await;
    let visitor = Visitor::coordinator(&database, &here()).await;
    database.close().await;
    (place, visitor)
}

/// Settings with a mail server, and a folder in which mail arrives.
fn settings(place: &Place, port: u16, ca_file: &Path) -> PathBuf {
    let (file, arrives) = (place.folder.path().join("meldroute.toml"), arrives(place));
    fs::create_dir_all(&arrives).unwrap();
    let text = format!(
        "[smtp]\nhost = \"localhost\"\nport = {port}\nsecurity = \"starttls\"\nca_file = \"{}\"\n\
         from = {{ heemstede = \"meldpunt@heemstede.example\" }}\n\
         [[mailbox]]\nname = \"Meldpunt\"\nkind = \"folder\"\nfolder = \"{}\"\npoll_seconds = 1\n",
        ca_file.display(),
        arrives.display()
    );
    fs::write(&file, text).unwrap();
    file
}

fn arrives(place: &Place) -> PathBuf {
    place.folder.path().join("arrives")
}

/// The only report, with its mails.
async fn mails(place: &Place) -> (ReportId, Vec<Outgoing>) {
    let database = place.open().await;
    let lines = database
        .reports(&here(), ReportFilter::New, None, 2)
        .await
        .unwrap();
    let report = lines.first().unwrap().id;
    let mails = database.outgoing_of(&here(), report).await.unwrap();
    database.close().await;
    (report, mails.into_iter().map(|stored| stored.value).collect())
}

/// The coordinator releases a message to who reported.
async fn release(place: &Place, address: SocketAddr, visitor: &Visitor) -> ReportId {
    let (report, _) = mails(place).await;
    let mut browser = Browser::open(address, visitor).unwrap();
    let path = format!("/meldingen/{report}/terugkoppeling");
    let (status, page) = browser.get(&path).unwrap();
    assert_eq!(status, 200, "{page}");
    let (_, after) = page.split_once("name=\"feedback\" value=\"").unwrap();
    let (feedback, _) = after.split_once('"').unwrap();
    let fields = [
        ("feedback", feedback),
        ("text", "Dank voor uw melding."),
        ("way", "sent"),
    ];
    let (status, page) = browser.post(&path, &fields).unwrap();
    assert_eq!(status, 303, "{page}");
    report
}

async fn until<F: Future<Output = bool>>(so: impl Fn() -> F) {
    while !so().await {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// A notice as a mail server writes it.
fn notice(message_id: &str) -> String {
    format!(
        "Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example\r\nTo: meldpunt@heemstede.example\r\n\
         Subject: Undelivered Mail Returned to Sender\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=\"grens\"\r\n\r\n\
         --grens\r\nContent-Type: text/plain\r\n\r\nThis is the mail system.\r\n\
         --grens\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n\
         Final-Recipient: rfc822; an@post.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\
         --grens\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{message_id}>\r\n\r\n--grens--\r\n"
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_is_sent_and_a_notice_about_it_becomes_a_task() {
    let (place, visitor) = place().await;
    let stub = Stub::start(Behaviour::Takes).await;
    let config = settings(&place, stub.port, &stub.ca_file());
    let (serve, address) = place.serve_with(&["--config", config.to_str().unwrap()]).await;
    let report = release(&place, address, &visitor).await;
    until(|| async { matches!(mails(&place).await.1[0].state, Sending::Accepted(_)) }).await;
    let sent = stub.mails();
    assert_eq!(sent.len(), 1);
    assert!(sent[0].contains("To: an@post.example") && sent[0].contains("Dank voor uw melding."));
    assert!(!stub.heard_in_clear("MAIL FROM"), "nothing before TLS");

    let id = mails(&place).await.1[0].message_id.clone();
    fs::write(arrives(&place).join("bounce.eml"), notice(&id)).unwrap();
    let mut browser = Browser::open(address, &visitor).unwrap();
    until(|| async { matches!(mails(&place).await.1[0].state, Sending::Doubted { .. }) }).await;
    let (_, today) = browser.get("/vandaag").unwrap();
    assert!(today.contains("Bericht misschien niet aangekomen."), "{today}");
    let (_, page) = browser.get(&format!("/meldingen/{report}")).unwrap();
    assert!(page.contains("Bewijs van verzending"), "the proof stays");
    serve.stop();
    let database = place.open().await;
    let kept = database.quarantine(&here(), 10).await.unwrap();
    assert_eq!(kept.len(), 1, "the notice itself is kept");
    database.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_that_a_kill_cut_off_is_shown_as_unknown_and_sent_later() {
    let (place, visitor) = place().await;
    let stub = Stub::start(Behaviour::Takes).await;
    // A server that takes the connection and never says a word.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let config = settings(&place, silent.local_addr().unwrap().port(), &stub.ca_file());
    let config = config.to_str().unwrap();
    let (serve, address) = place.serve_with(&["--config", config]).await;
    let report = release(&place, address, &visitor).await;
    let _held = silent.accept().unwrap();
    serve.kill();
    let (_, waiting) = mails(&place).await;
    assert!(matches!(waiting[0].state, Sending::Waiting { attempts: 1, .. }));

    settings(&place, stub.port, &stub.ca_file());
    let (serve, address) = place.serve_with(&["--config", config]).await;
    let mut browser = Browser::open(address, &visitor).unwrap();
    let (_, page) = browser.get(&format!("/meldingen/{report}")).unwrap();
    assert!(page.contains("niet bekend of hij is verstuurd"), "{page}");
    serve.stop();
    let sent = place.run(&["mail", "send", "--all", "--config", config]).good();
    assert!(sent.contains("1 taken by the mail server"), "{sent}");
    let again = place.run(&["mail", "send", "--all", "--config", config]).good();
    assert!(again.contains("0 mails"), "{again}");
    assert_eq!(stub.mails().len(), 1, "once");
    assert!(
        stub.mails()[0].contains(&waiting[0].message_id),
        "under the same Message-ID"
    );
}

#[tokio::test]
async fn settings_that_can_not_work_are_said_at_the_start() {
    let place = Place::sqlite();
    place.init().good();
    let config = place.folder.path().join("meldroute.toml");
    for (lines, said) in [
        (
            "host = \"localhost\"\nsecurity = \"none\"\nfrom = { heemstede = \"m@heemstede.example\" }",
            "meldroute.toml:3: unknown variant `none`, expected `tls` or `starttls`",
        ),
        (
            "host = \"localhost\"\nsecurity = \"tls\"\nfrom = { heemstede = \"geen adres\" }",
            "is no mail address",
        ),
        (
            "host = \"localhost\"\nsecurity = \"tls\"\nfrom = { elders = \"m@elders.example\" }",
            "no municipality elders",
        ),
        (
            "host = \"localhost\"\nsecurity = \"tls\"\nca_file = \"/no/such/file\"\nfrom = { heemstede = \"m@heemstede.example\" }",
            "/no/such/file",
        ),
        (
            "host = \"localhost\"\nsecurity = \"tls\"\nuser = \"m\"\nfrom = { heemstede = \"m@heemstede.example\" }",
            "password_file",
        ),
    ] {
        fs::write(&config, format!("[smtp]\n{lines}\n")).unwrap();
        for command in [&["mail", "send"][..], &["serve", "--listen", "127.0.0.1:0"]] {
            let ran = place.run(&[command, &["--config", config.to_str().unwrap()]].concat());
            assert!(ran.code.is_some_and(|code| code != 0), "{lines}: {ran:?}");
            assert!(ran.err.contains(said), "{lines}: {}", ran.err);
        }
    }
}
