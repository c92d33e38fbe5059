// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Delivery status notifications: which mail they name, and what is no failure.

use meldroute_connect::mail::{AutoReplyReason, Limits, Reading, read_bounce, read_message};
use rstest::rstest;

const OURS: &str = "01990000-0000-7000-8000-000000000001@heemstede.example";

/// A notice as Postfix writes it, with the headers of the mail that was sent.
fn notice(action: &str, original_type: &str, envelope: &str) -> String {
    format!(
        "Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example (Mail Delivery System)\r\nTo: meldpunt@heemstede.example\r\n\
         Subject: Undelivered Mail Returned to Sender\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=\"grens\"\r\n\r\n\
         --grens\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\nThis is the mail system at host mx.example.\r\n\
         --grens\r\nContent-Type: message/delivery-status\r\n\r\n\
         Reporting-MTA: dns; mx.example\r\n{envelope}Arrival-Date: Mon, 2 Mar 2026 09:00:00 +0100\r\n\r\n\
         Final-Recipient: rfc822; an@post.example\r\nAction: {action}\r\nStatus: 5.1.1\r\n\
         Diagnostic-Code: smtp; 550 5.1.1 <an@post.example>:\r\n    Recipient address rejected: User unknown\r\n\
         --grens\r\nContent-Type: {original_type}\r\n\r\n\
         Message-ID: <{OURS}>\r\nTo: an@post.example\r\nSubject: Bericht van de gemeente\r\n\r\n--grens--\r\n"
    )
}

#[rstest]
#[case("text/rfc822-headers")]
#[case("message/rfc822")]
#[case("message/rfc822-headers")]
fn a_notice_names_the_mail_that_did_not_arrive(#[case] original: &str) {
    let raw = notice("failed", original, "");
    let bounce = read_bounce(raw.as_bytes(), &Limits::default()).unwrap();
    assert_eq!(bounce.message_ids, [OURS]);
    assert!(
        bounce.reason.contains("5.1.1") && bounce.reason.contains("User unknown"),
        "{}",
        bounce.reason
    );
    let reading = read_message(raw.as_bytes(), &Limits::default());
    assert!(
        matches!(reading, Reading::AutoReply(AutoReplyReason::DeliveryStatus)),
        "it is no report"
    );
}

#[test]
fn the_identifier_of_the_envelope_names_it_too() {
    let raw = notice(
        "failed",
        "text/plain",
        &format!("Original-Envelope-Id: <{OURS}>\r\n"),
    );
    let bounce = read_bounce(raw.as_bytes(), &Limits::default()).unwrap();
    assert_eq!(bounce.message_ids, [OURS]);
}

#[rstest]
#[case("delayed")]
#[case("delivered")]
#[case("relayed")]
fn a_mail_that_is_late_or_arrived_did_not_fail(#[case] action: &str) {
    let raw = notice(action, "text/rfc822-headers", "");
    assert_eq!(read_bounce(raw.as_bytes(), &Limits::default()), None);
}

#[rstest]
#[case("")]
#[case("From: an@post.example\r\n\r\nAction: failed\r\n")]
#[case("Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\n\r\nAction: failed\r\n--x--\r\n")]
fn what_is_no_notice_is_none(#[case] raw: &str) {
    assert_eq!(read_bounce(raw.as_bytes(), &Limits::default()), None);
}
