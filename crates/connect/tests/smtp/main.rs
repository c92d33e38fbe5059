// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Sending mail to a small server over real TLS: what it is told, and what each of its answers means.

#![expect(clippy::unwrap_used, reason = "what is not there fails the test")]

mod server;

use chrono::DateTime;
use meldroute_connect::smtp::{Letter, Outcome, Security, Server, Smtp};
use secrecy::SecretString;

use crate::server::{Behaviour, Stub};

fn letter() -> Letter {
    Letter {
        message_id: "0199-abc@heemstede.example".to_owned(),
        from_name: "Meldpunt gemeente Heemstede".to_owned(),
        from: "meldpunt@heemstede.example".to_owned(),
        to: "an@post.example".to_owned(),
        subject: "Bericht van de gemeente over uw melding M-2026-0107".to_owned(),
        text: "Beste An,\n\nWij hebben uw melding — van 3 maart — besproken.\n.\nGroet".to_owned(),
        date: DateTime::from_timestamp(1_772_438_400, 0).unwrap(),
    }
}

fn smtp(stub: &Stub, security: Security) -> Smtp {
    Smtp::new(Server {
        host: "localhost".to_owned(),
        port: stub.port,
        security,
        ca_file: Some(stub.ca_file()),
        login: Some(("meldroute".to_owned(), SecretString::from("geheim".to_owned()))),
    })
    .unwrap()
}

async fn sent(behaviour: Behaviour) -> (Outcome, Stub) {
    let security = match behaviour {
        Behaviour::ImplicitTls => Security::Tls,
        _ => Security::StartTls,
    };
    let stub = Stub::start(behaviour).await;
    let outcome = smtp(&stub, security).send(&letter()).await;
    (outcome, stub)
}

#[tokio::test]
async fn a_mail_arrives_over_starttls_as_plain_text() {
    let (outcome, stub) = sent(Behaviour::Takes).await;
    let Outcome::Accepted { answer, sha256 } = outcome else {
        panic!("{outcome:?}")
    };
    assert_eq!(
        (answer.as_str(), sha256.len()),
        ("250 2.0.0 Ok: queued as 4F2A", 64)
    );
    let mails = stub.mails();
    let mail = &mails[0];
    for line in [
        "Message-ID: <0199-abc@heemstede.example>",
        "From: \"Meldpunt gemeente Heemstede\" <meldpunt@heemstede.example>",
        "To: an@post.example",
        "Subject: Bericht van de gemeente over uw melding M-2026-0107",
        "Content-Type: text/plain; charset=utf-8",
    ] {
        assert!(mail.contains(line), "{line} in {mail}");
    }
    assert!(
        mail.contains("\r\n.\r\nGroet") || mail.contains("=2E") || mail.contains("\r\n..\r\n"),
        "{mail}"
    );
    assert!(
        !stub.heard_in_clear("MAIL FROM"),
        "nothing of the mail before TLS"
    );
    assert!(!stub.heard_in_clear("AUTH"), "no password before TLS");
}

#[tokio::test]
async fn a_mail_arrives_over_implicit_tls() {
    let (outcome, stub) = sent(Behaviour::ImplicitTls).await;
    assert!(matches!(outcome, Outcome::Accepted { .. }), "{outcome:?}");
    assert_eq!(stub.mails().len(), 1);
}

#[tokio::test]
async fn without_starttls_nothing_is_sent() {
    let (outcome, stub) = sent(Behaviour::NoStartTls).await;
    let Outcome::Later(reason) = outcome else {
        panic!("{outcome:?}")
    };
    assert!(reason.contains("STARTTLS"), "{reason}");
    assert!(!stub.heard_in_clear("MAIL FROM") && !stub.heard_in_clear("AUTH"));
}

#[tokio::test]
async fn a_server_that_others_vouch_for_is_not_trusted() {
    let stub = Stub::start(Behaviour::Takes).await;
    let stranger = Stub::start(Behaviour::Takes).await;
    let smtp = Smtp::new(Server {
        host: "localhost".to_owned(),
        port: stub.port,
        security: Security::StartTls,
        ca_file: Some(stranger.ca_file()),
        login: None,
    });
    let outcome = smtp.unwrap().send(&letter()).await;
    assert!(matches!(outcome, Outcome::Later(_)), "{outcome:?}");
    assert!(stub.mails().is_empty());
}

#[tokio::test]
async fn later_means_later_and_never_means_never() {
    let (outcome, _) = sent(Behaviour::Says("451 4.7.1 Greylisted, try again")).await;
    assert!(
        matches!(&outcome, Outcome::Later(why) if why.contains("Greylisted")),
        "{outcome:?}"
    );
    let (outcome, _) = sent(Behaviour::Says("550 5.1.1 User unknown")).await;
    assert!(
        matches!(&outcome, Outcome::Refused(why) if why.contains("User unknown")),
        "{outcome:?}"
    );
    // A password that changed is about the server, not about this mail.
    let (outcome, _) = sent(Behaviour::RefusesLogin).await;
    assert!(matches!(outcome, Outcome::Later(_)), "{outcome:?}");
}

#[tokio::test]
async fn a_connection_that_breaks_after_the_text_is_tried_again_with_the_same_bytes() {
    let (outcome, stub) = sent(Behaviour::DropsAfterData).await;
    assert!(matches!(outcome, Outcome::Later(_)), "{outcome:?}");
    let outcome = smtp(&stub, Security::StartTls).send(&letter()).await;
    assert!(matches!(outcome, Outcome::Later(_)), "{outcome:?}");
    let mails = stub.mails();
    assert_eq!(mails.len(), 2);
    assert_eq!(mails[0], mails[1], "with the same Message-ID and date");
}

#[tokio::test]
async fn no_value_begins_another_header() {
    let stub = Stub::start(Behaviour::Takes).await;
    let bad = Letter {
        subject: "Bericht\r\nBcc: bo@post.example".to_owned(),
        from_name: "Meldpunt\r\nX-Header: ja\n".to_owned(),
        message_id: "1@heemstede.example>\r\nX-Other: <2".to_owned(),
        ..letter()
    };
    let outcome = smtp(&stub, Security::StartTls).send(&bad).await;
    assert!(matches!(outcome, Outcome::Accepted { .. }), "{outcome:?}");
    let mails = stub.mails();
    let (head, _) = mails[0].split_once("\r\n\r\n").unwrap();
    for line in head.lines() {
        assert!(
            !line.starts_with("Bcc") && !line.starts_with("X-"),
            "{line} in {head}"
        );
    }
    let nobody = Letter {
        to: "an@post.example>\r\nRCPT TO:<bo@post.example".to_owned(),
        ..letter()
    };
    let outcome = smtp(&stub, Security::StartTls).send(&nobody).await;
    assert!(matches!(outcome, Outcome::Refused(_)), "{outcome:?}");
}

#[test]
fn a_file_without_certificates_is_refused_with_its_name() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let wrong = Smtp::new(Server {
        host: "localhost".to_owned(),
        port: 25,
        security: Security::Tls,
        ca_file: Some(file.path().to_owned()),
        login: None,
    });
    let sentence = wrong.unwrap_err().to_string();
    assert!(sentence.contains(file.path().to_str().unwrap()), "{sentence}");
}
