// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The shared mailbox on a real mail server: what comes in becomes a report once, whatever breaks.

use std::{fs, path::Path, process::Command, time::Duration};

use meldroute_core::{
    id::MunicipalityId,
    ports::{ReportFilter, Store as _},
};

use crate::{
    dovecot::{Dovecot, Offers, PASSWORD},
    mails,
    place::Place,
    program::{MELDROUTE, Ran, Running},
};

/// The lines of the mailbox for a server that must tell by itself.
const FAR: &str = "poll_seconds = 900";
/// The same for one that must be asked.
const NEAR: &str = "poll_seconds = 1";
const DAY: Duration = Duration::from_hours(24);

/// Waits until something is so.
async fn until(so: impl Fn() -> bool) {
    while !so() {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

fn fetch(place: &Place, settings: &Path) -> Ran {
    place.run(&["mail", "fetch", "--config", settings.to_str().unwrap()])
}

async fn serve(place: &Place, settings: &Path) -> Running {
    let more = ["--config", settings.to_str().unwrap()];
    place.serve_with(&more).await.0
}

/// The subjects of all reports, in their order.
async fn subjects(place: &Place) -> Vec<String> {
    let database = place.open().await;
    let heemstede = MunicipalityId::from("heemstede");
    let reports = database
        .reports(&heemstede, ReportFilter::New, None, 500)
        .await
        .unwrap();
    database.close().await;
    let mut subjects: Vec<_> = reports.into_iter().map(|line| line.subject).collect();
    subjects.sort();
    subjects
}

async fn comes_in(offers: Offers, more: &str) {
    let place = Place::sqlite();
    place.init().good();
    let mut dovecot = Dovecot::start(offers).await;
    dovecot.deliver(mails::mail(1).as_bytes());
    let serve = serve(&place, &dovecot.settings(place.folder.path(), more)).await;
    until(|| dovecot.processed() == 1).await;
    for number in [2, 3, 2] {
        dovecot.deliver(mails::mail(number).as_bytes());
    }
    until(|| dovecot.processed() == 4).await;
    // News after the mailbox lay still for a while.
    dovecot.deliver(mails::mail(4).as_bytes());
    until(|| dovecot.processed() == 5 && dovecot.waiting() == 0).await;
    serve.stop();
    let expected = ["Melding 1", "Melding 2", "Melding 3", "Melding 4"];
    assert_eq!(
        subjects(&place).await,
        expected,
        "what was delivered twice is there once"
    );
}

#[tokio::test]
async fn comes_in_as_soon_as_the_server_tells() {
    comes_in(Offers::Everything, FAR).await;
}

#[tokio::test]
async fn comes_in_from_a_server_that_must_be_asked() {
    comes_in(Offers::Little, NEAR).await;
}

/// A message that can't be read, and an answer by a computer.
const OTHER_KINDS: [&str; 2] = [
    "geen bericht",
    "From: a@post.example\r\nAuto-Submitted: auto-replied\r\nSubject: Afwezig\r\n\r\nIk ben er niet.\r\n",
];

#[tokio::test]
async fn what_was_stored_is_deleted_after_the_days_that_are_set_and_nothing_else() {
    for offers in [Offers::Everything, Offers::Little] {
        let place = Place::sqlite();
        place.init().good();
        let mut dovecot = Dovecot::start(offers).await;
        let settings = dovecot.settings(place.folder.path(), "delete_after_days = 10");
        dovecot.deliver_late(mails::mail(1).as_bytes(), DAY * 40);
        for message in OTHER_KINDS {
            dovecot.deliver_late(message.as_bytes(), DAY * 40);
        }
        let said = fetch(&place, &settings).good();
        assert!(
            said.contains("1 reports, 0 duplicates, 1 to quarantine, 1 auto"),
            "{said}"
        );
        dovecot.put_in_processed("eigen", "ST", DAY * 40);
        fetch(&place, &settings).good();
        assert_eq!(dovecot.processed(), 4, "all came long ago, but were stored now");
        place.stored_earlier(9).await;
        fetch(&place, &settings).good();
        assert_eq!(dovecot.processed(), 4);
        place.stored_earlier(2).await;
        fetch(&place, &settings).good();
        assert_eq!(dovecot.processed(), 1, "what people put there stays: {offers:?}");
    }
}

#[tokio::test]
async fn nothing_is_deleted_where_the_server_can_not_delete_one_message() {
    for (offers, left) in [(Offers::NoUidplus, 0), (Offers::Nothing, 2)] {
        let place = Place::sqlite();
        place.init().good();
        let mut dovecot = Dovecot::start(offers).await;
        let settings = dovecot.settings(place.folder.path(), "delete_after_days = 10");
        for number in [1, 2] {
            dovecot.deliver_late(mails::mail(number).as_bytes(), DAY * 40);
        }
        let said = fetch(&place, &settings).good();
        assert!(said.contains("2 messages: 2 reports"), "{said}");
        assert!(
            said.contains("Meldpunt: cannot delete here: the mail server lacks UIDPLUS"),
            "{said}"
        );
        // Somebody's own message, marked as deleted.
        dovecot.put_in_processed("eigen", "ST", DAY * 40);
        place.stored_earlier(20).await;
        let said = fetch(&place, &settings).good();
        assert!(said.contains("0 messages"), "never taken twice: {said}");
        assert_eq!((dovecot.waiting(), dovecot.processed()), (left, 3), "{offers:?}");
    }
}

/// What is said about the senders of all reports, in the order of their subjects.
async fn about_senders(place: &Place) -> Vec<Vec<String>> {
    let database = place.open().await;
    let heemstede = MunicipalityId::from("heemstede");
    let lines = database.reports(&heemstede, ReportFilter::New, None, 500).await;
    let ids: Vec<_> = lines.unwrap().into_iter().map(|line| line.id).collect();
    let mut reports = database.reports_by_id(&heemstede, &ids).await.unwrap();
    database.close().await;
    reports.sort_by(|one, other| one.value.subject.cmp(&other.value.subject));
    let mails = reports.into_iter().map(|report| report.value.mail.unwrap());
    mails.map(|mail| mail.authentication).collect()
}

#[tokio::test]
async fn only_the_own_mail_server_is_believed_about_senders() {
    for (more, expected) in [
        (
            "authserv_id = \"MX.heemstede.example\"",
            [vec!["SPF pass (mx.heemstede.example)"], vec![], vec![]],
        ),
        ("", [vec![], vec![], vec![]]),
        (
            "authserv_id = \"microsoft-365\"",
            [vec![], vec![], vec!["SPF pass (Microsoft 365)"]],
        ),
    ] {
        let place = Place::sqlite();
        place.init().good();
        let mut dovecot = Dovecot::start(Offers::Everything).await;
        let settings = dovecot.settings(place.folder.path(), more);
        for (number, by) in [(1, "mx.heemstede.example; "), (2, "mx.elders.example; "), (3, "")] {
            let found = format!("Authentication-Results: {by}spf=pass smtp.mailfrom=post.example\r\n");
            dovecot.deliver((found + &mails::mail(number)).as_bytes());
        }
        fetch(&place, &settings).good();
        assert_eq!(about_senders(&place).await, expected);
    }
}

#[tokio::test]
async fn a_wrong_password_or_certificate_is_said_without_the_password() {
    let place = Place::sqlite();
    place.init().good();
    let dovecot = Dovecot::start(Offers::Everything).await;
    let settings = dovecot.settings(place.folder.path(), "");
    fs::write(place.folder.path().join("password"), "iets-anders").unwrap();
    let said = fetch(&place, &settings).refused();
    assert!(
        said.contains("Meldpunt: the mail server refuses to log in"),
        "{said}"
    );
    assert!(
        !said.contains("iets-anders") && !said.contains(PASSWORD),
        "{said}"
    );

    let text = fs::read_to_string(&settings).unwrap();
    let public = text.lines().filter(|line| !line.starts_with("ca_file"));
    fs::write(&settings, public.collect::<Vec<_>>().join("\n")).unwrap();
    let said = fetch(&place, &settings).refused();
    assert!(
        said.contains("certificate of the mail server is not trusted"),
        "{said}"
    );
}

#[tokio::test]
async fn loses_and_doubles_nothing_when_the_server_dies() {
    let place = Place::sqlite();
    place.init().good();
    let mut dovecot = Dovecot::start(Offers::Everything).await;
    let serve = serve(&place, &dovecot.settings(place.folder.path(), NEAR)).await;
    let mut expected = Vec::new();
    for round in 0..4_u64 {
        for number in 0..10 {
            let number = 100 + usize::try_from(round).unwrap() * 10 + number;
            // Large enough to be cut off in the middle.
            let filling = "Een verzonnen regel om het bericht groot te maken.\r\n".repeat(4_000);
            dovecot.deliver((mails::mail(number) + &filling).as_bytes());
            expected.push(format!("Melding {number}"));
        }
        let so_far = usize::try_from(round).unwrap() * 10;
        until(|| dovecot.processed() > so_far).await;
        tokio::time::sleep(Duration::from_micros(round * 7919 % 50_000)).await;
        dovecot.kill().await;
        dovecot.restart().await;
        until(|| dovecot.waiting() == 0).await;
    }
    serve.stop();
    // The server may have died in the middle of a move: then it has that message twice.
    assert!(dovecot.processed() >= 40, "{}", dovecot.processed());
    assert_eq!(subjects(&place).await, expected);
}

#[tokio::test]
async fn a_full_disk_leaves_the_message_in_the_mailbox() {
    let place = Place::sqlite();
    place.init().good();
    let mut dovecot = Dovecot::start(Offers::Everything).await;
    let settings = dovecot.settings(place.folder.path(), "");
    dovecot.deliver(mails::mail(1).as_bytes());
    let filling = "Een verzonnen regel om het bericht groot te maken.\r\n".repeat(100_000);
    for number in 2..6 {
        dovecot.deliver((mails::mail(number) + &filling).as_bytes());
    }
    dovecot.deliver(mails::mail(6).as_bytes());
    // No file may grow beyond 2 MiB.
    let limited = Command::new("sh")
        .args([
            "-c",
            "trap '' XFSZ; ulimit -f 4096; exec \"$@\"",
            "sh",
            MELDROUTE,
            "mail",
            "fetch",
        ])
        .args(["--data", place.data(), "--key", place.key().to_str().unwrap()])
        .args(["--config", settings.to_str().unwrap()])
        .output()
        .unwrap();
    let said = Ran::from(limited).refused();
    assert!(said.contains("could not be stored and stays there"), "{said}");
    assert_eq!(
        (dovecot.waiting(), dovecot.processed()),
        (4, 2),
        "the others came in"
    );
    assert_eq!(subjects(&place).await, ["Melding 1", "Melding 6"]);

    fetch(&place, &settings).good();
    assert_eq!((dovecot.waiting(), dovecot.processed()), (0, 6));
    assert_eq!(subjects(&place).await.len(), 6);
    place.run(&["audit", "verify"]).good();
}

#[tokio::test]
async fn what_is_too_large_stays_and_is_told_once() {
    let place = Place::sqlite();
    place.init().good();
    let mut dovecot = Dovecot::start(Offers::Everything).await;
    let settings = dovecot.settings(place.folder.path(), "");
    let filling = "Een verzonnen regel.\r\n".repeat(2_500_000);
    dovecot.deliver((mails::mail(1) + &filling).as_bytes());
    let said = fetch(&place, &settings).good();
    assert!(
        said.starts_with("Meldpunt UID 1: quarantine The e-mail is larger"),
        "{said}"
    );
    let said = fetch(&place, &settings).good();
    assert!(said.starts_with("Meldpunt UID 1: duplicate"), "{said}");
    assert_eq!((dovecot.waiting(), dovecot.processed()), (1, 0));
}
