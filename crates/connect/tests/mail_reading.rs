// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reading single messages: what a handler sees of them, and what goes to quarantine.

#![expect(clippy::panic, reason = "a test that reads something else has failed")]

use meldroute_connect::mail::{
    AuthMethod, AutoReplyReason, BrokenReason, Limits, Message, Reading, SignatureKind, read_message,
};
use rstest::rstest;

fn message(raw: impl AsRef<[u8]>) -> Message {
    match read_message(raw.as_ref(), &Limits::default()) {
        Reading::Message(message) => *message,
        Reading::AutoReply(reason) => panic!("auto-reply: {reason:?}"),
        Reading::Broken(reason) => panic!("broken: {reason:?}"),
    }
}

fn broken(raw: impl AsRef<[u8]>, limits: &Limits) -> Option<BrokenReason> {
    match read_message(raw.as_ref(), limits) {
        Reading::Broken(reason) => Some(reason),
        _ => None,
    }
}

fn auto_reply(headers: &str) -> Option<AutoReplyReason> {
    let raw = format!("From: a@b.example\n{headers}\n\nTekst\n");
    match read_message(raw.as_bytes(), &Limits::default()) {
        Reading::AutoReply(reason) => Some(reason),
        Reading::Message(_) => None,
        Reading::Broken(reason) => panic!("broken: {reason:?}"),
    }
}

#[rstest]
#[case::vacation(
    "Auto-Submitted: auto-replied (vacation)",
    Some(AutoReplyReason::AutoSubmitted)
)]
#[case::exchange(
    "Auto-Submitted: auto-generated\nSubject: Automatisch antwoord: vraag",
    Some(AutoReplyReason::AutoSubmitted)
)]
#[case::answering(
    "Auto-Submitted: auto-generated\nIn-Reply-To: <x@b.example>",
    Some(AutoReplyReason::AutoSubmitted)
)]
#[case::web_form("Auto-Submitted: auto-generated\nSubject: Meldformulier", None)]
#[case::by_hand("Auto-Submitted: no", None)]
#[case::precedence("Precedence: auto_reply", Some(AutoReplyReason::Precedence))]
#[case::autoreply("Precedence: bulk\nX-Autoreply: yes", Some(AutoReplyReason::Precedence))]
#[case::mailing_list("Precedence: bulk\nList-Id: <netwerk.list.example>", None)]
#[case::bounce(
    "Return-Path: <>\nContent-Type: multipart/report; report-type=delivery-status; boundary=b",
    Some(AutoReplyReason::DeliveryStatus)
)]
#[case::receipt(
    "Content-Type: multipart/report; report-type=disposition-notification; boundary=b",
    Some(AutoReplyReason::ReadReceipt)
)]
#[case::abuse_report(
    "Return-Path: <>\nContent-Type: multipart/report; report-type=feedback-report; boundary=b",
    None
)]
#[case::empty_sender_alone("Return-Path: <>", None)]
fn recognises_automatic_replies(#[case] headers: &str, #[case] expected: Option<AutoReplyReason>) {
    assert_eq!(auto_reply(headers), expected);
}

#[test]
fn an_absence_subject_is_only_a_hint() {
    let read =
        message("From: a@b.example\nX-Auto-Response-Suppress: All\nSubject: Afwezig: melding\n\nTekst");
    assert!(read.looks_automatic);
    assert!(!message("From: a@b.example\nSubject: Afwezig: melding\n\nTekst").looks_automatic);
}

#[rstest]
#[case::empty("", BrokenReason::Empty)]
#[case::blank("\r\n\r\n", BrokenReason::Empty)]
#[case::no_headers("Dit is een gewone tekst.\n", BrokenReason::NotAMail)]
#[case::other_headers("Title: een webpagina\nColour: red\n\nTekst", BrokenReason::NotAMail)]
#[case::torn_base64(
    "From: a@b.example\nContent-Transfer-Encoding: base64\n\n!!!!####\n",
    BrokenReason::Unreadable
)]
#[case::torn_multipart(
    "From: a@b.example\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n",
    BrokenReason::Unreadable
)]
#[case::nothing("From: a@b.example\n\n", BrokenReason::Unreadable)]
fn puts_what_is_no_mail_in_quarantine(#[case] raw: &str, #[case] expected: BrokenReason) {
    assert_eq!(broken(raw, &Limits::default()), Some(expected));
}

#[test]
fn a_subject_alone_is_a_message() {
    assert_eq!(
        message("From: a@b.example\nSubject: Bel mij\n\n")
            .subject
            .as_deref(),
        Some("Bel mij")
    );
}

#[test]
fn keeps_every_limit() {
    let limits = Limits {
        size: 1000,
        headers: 150,
        parts: 5,
        nesting: 3,
        unpacked: 400,
    };
    let parts = |count| {
        format!(
            "From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n{}",
            "\n--b\n\nx\n".repeat(count)
        )
    };
    let nested = |count| {
        format!(
            "From: a@b.example\n{}\nx",
            "Content-Type: message/rfc822\n\n".repeat(count)
        )
    };
    let long_header = format!("From: a@b.example\nSubject: {}\n\nx", "x".repeat(150));
    assert_eq!(broken("x".repeat(1001), &limits), Some(BrokenReason::TooLarge));
    assert_eq!(broken(long_header, &limits), Some(BrokenReason::HeadersTooLarge));
    assert_eq!(broken(parts(4), &limits), None);
    assert_eq!(broken(parts(5), &limits), Some(BrokenReason::TooManyParts));
    assert_eq!(broken(nested(3), &limits), None);
    assert_eq!(broken(nested(4), &limits), Some(BrokenReason::TooDeep));
    let long = format!("From: a@b.example\n\n{}", "x".repeat(500));
    assert_eq!(broken(long, &limits), Some(BrokenReason::UnpacksTooLarge));
}

#[test]
fn the_same_mail_has_one_hash_on_every_way() {
    let sent =
        "From: a@b.example\nDate: Mon, 2 Nov 2026 10:00:00 +0100\nSubject: een lange\n regel\n\nTekst\n";
    let direct = format!("Message-ID: <1@b.example>\n{sent}");
    let relayed = format!("Return-Path: <a@b.example>\nReceived: from x\n by y\nX-Spam: 1\n{sent}\n")
        .replace('\n', "\r\n");
    let other = sent.replace("Tekst", "Andere tekst");
    assert_eq!(message(&direct).content_hash, message(&relayed).content_hash);
    assert_ne!(message(&direct).content_hash, message(&other).content_hash);
}

#[test]
fn what_servers_found_counts_only_where_it_stands_topmost() {
    let own =
        "Authentication-Results: mx.a.example; spf=fail\nAuthentication-Results: mx.a.example; dkim=none\n";
    for forged in [
        "Received: from b.example\nAuthentication-Results: mx.a.example; spf=pass; dmarc=pass\n",
        "Authentication-Results: mx.b.example; spf=pass\nAuthentication-Results: mx.a.example; dmarc=pass\n",
    ] {
        let read = message(format!(
            "Received: inside\n{own}{forged}From: a@b.example\n\nHallo\n"
        ));
        let found: Vec<_> = read
            .authentication
            .iter()
            .map(|one| one.result.as_str())
            .collect();
        assert_eq!(found, ["fail", "none"]);
    }
}

#[test]
fn what_a_server_found_that_does_not_name_itself_counts_only_topmost_too() {
    // As Microsoft 365 writes it: above the line of the server that took the mail in; what came along stands below.
    let read = message(
        "Received: inside\n\
         Authentication-Results: spf=fail (sender IP is 192.0.2.7)\n smtp.mailfrom=b.example; dkim=none (message not signed)\n \
         header.d=none;dmarc=fail action=none header.from=b.example;compauth=fail reason=001\n\
         Received: from b.example\n\
         Authentication-Results: spf=pass; dkim=pass; dmarc=pass\n\
         From: a@b.example\n\nHallo\n",
    );
    let found: Vec<_> = read
        .authentication
        .iter()
        .map(|one| (one.method, one.result.as_str(), one.by.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            (AuthMethod::Spf, "fail", ""),
            (AuthMethod::Dkim, "none", ""),
            (AuthMethod::Dmarc, "fail", "")
        ]
    );
}

#[test]
fn reads_headers() {
    let read = message(
        "Message-ID: <1@b.example>\nIn-Reply-To: <0@b.example>\nReferences: <9@b.example> <0@b.example>\n\
         From: =?utf-8?q?Zo=C3=AB_de_Boer?= <zoe@b.example>\nSubject: =?iso-8859-1?q?caf=E9?=\n\
         Date: Mon, 2 Nov 2026 10:00:00 +0100\n\
         Authentication-Results: mx.heemstede.example (server); spf=pass (ok) smtp.mailfrom=b.example;\n dkim=FAIL; arc=none\n\n\
         Hallo\n",
    );
    let from = read.from.unwrap();
    assert_eq!(
        (from.name.as_deref(), from.address.as_str()),
        (Some("Zoë de Boer"), "zoe@b.example")
    );
    assert_eq!(read.subject.as_deref(), Some("café"));
    assert_eq!(read.date.unwrap().to_rfc3339(), "2026-11-02T09:00:00+00:00");
    assert_eq!(read.message_id.as_deref(), Some("1@b.example"));
    assert_eq!(read.in_reply_to.as_deref(), Some("0@b.example"));
    assert_eq!(read.references, ["9@b.example", "0@b.example"]);
    let checks: Vec<_> = read
        .authentication
        .iter()
        .map(|one| (one.method, one.result.as_str()))
        .collect();
    assert_eq!(checks, [(AuthMethod::Spf, "pass"), (AuthMethod::Dkim, "fail")]);
    assert!(
        read.authentication
            .iter()
            .all(|one| one.by == "mx.heemstede.example")
    );
}

#[rstest]
#[case::paragraphs("<p>Een</p><p>Twee&nbsp;&amp; drie</p>", "Een\n\nTwee & drie")]
#[case::script("<style>x{}</style><script>alert(1)</script>Een<br>Twee", "Een\nTwee")]
#[case::link(
    "Zie <a href='https://x.example/a?b=1&amp;c=2'>de site</a>.",
    "Zie de site <https://x.example/a?b=1&c=2>."
)]
#[case::same_link("<a href='mailto:a@b.example'>a@b.example</a>", "a@b.example")]
#[case::script_link("<a href='javascript:alert(1)'>klik</a>", "klik")]
#[case::image("Foto <img src='https://x.example/track.png' alt='x'> einde", "Foto einde")]
#[case::list("<ul><li>een</li><li>twee</li></ul>", "- een\n- twee")]
#[case::table(
    "<table><tr><td>Straat</td><td>Lindenlaan</td></tr><tr><td>x</td></tr></table>",
    "Straat Lindenlaan\nx"
)]
#[case::comparison("1 &lt; 2 &amp;lt; 3", "1 < 2 &lt; 3")]
fn makes_text_of_html(#[case] html: &str, #[case] expected: &str) {
    let read = message(format!(
        "From: a@b.example\nContent-Type: text/html; charset=utf-8\n\n{html}"
    ));
    assert_eq!(read.text, expected);
    assert!(read.html_was_used);
}

#[test]
fn html_that_is_made_to_be_slow_is_only_text() {
    let html = format!(
        "<STYLE>p {{}}</style><!-- <p> -->{}<B>hal</B>lo",
        "<div>".repeat(100_000)
    );
    assert_eq!(
        message(format!("From: a@b.example\nContent-Type: text/html\n\n{html}")).text,
        "hallo"
    );
}

#[rstest]
#[case::outlook(
    "FW: melding",
    "Ter info\n\nVan: Jan <jan@b.example>\nVerzonden: dinsdag 3 november 2026\nOnderwerp: pand\n\nTekst",
    true
)]
#[case::mark(
    "melding",
    "---------- Forwarded message ---------\nFrom: Jan <jan@b.example>\nDate: Tue\nSubject: pand\n\nTekst",
    true
)]
#[case::bold(
    "Fwd: melding",
    "*Van:* Jan [mailto:jan@b.example]\n*Datum:* dinsdag\n*Onderwerp:* pand\n\nTekst",
    true
)]
#[case::answer(
    "Re: melding",
    "Dank.\n\nVan: Jan <jan@b.example>\nVerzonden: dinsdag\nOnderwerp: pand\n\nTekst",
    false
)]
#[case::form("melding", "Van: tien uur\nTot: elf uur\n", false)]
fn sees_forwarded_mail(#[case] subject: &str, #[case] text: &str, #[case] expected: bool) {
    let read = message(format!("From: a@b.example\nSubject: {subject}\n\n{text}"));
    let forwarded = read
        .forwarded
        .map(|forwarded| (forwarded.from.unwrap().address, forwarded.subject.unwrap()));
    assert_eq!(
        forwarded,
        expected.then(|| ("jan@b.example".to_owned(), "pand".to_owned()))
    );
}

#[test]
fn shows_what_an_attachment_really_is() {
    let read = message(
        "From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nTekst\n--b\n\
         Content-Type: application/pdf; name=\"..\\\\map/foto\u{202E}fdp.exe\"\n\nMZ...\n--b\n\
         Content-Type: text/plain\nContent-Disposition: attachment; filename*=utf-8''caf%C3%A9.txt\n\nx\n--b--\n",
    );
    let seen: Vec<_> = read
        .attachments
        .iter()
        .map(|file| (file.name.as_deref(), file.sniffed_type))
        .collect();
    assert_eq!(
        seen,
        [
            (Some("fotofdp.exe"), Some("application/x-msdownload")),
            (Some("café.txt"), None)
        ]
    );
    assert_eq!(read.text, "Tekst");
}

#[test]
fn says_when_a_part_is_torn() {
    let read = message(
        "From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nTekst\n--b\n\
         Content-Type: image/png; name=foto.png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgoAAAANS",
    );
    assert!(read.damaged);
    assert_eq!((read.text.as_str(), read.attachments.len()), ("Tekst", 1));
}

#[test]
fn joins_flowed_lines_and_finds_a_pgp_signature() {
    let read = message(
        "From: a@b.example\nContent-Type: multipart/signed; protocol=\"application/pgp-signature\"; boundary=b\n\n--b\n\
         Content-Type: text/plain; format=flowed\n\nEen lange \nregel.\n--b\n\
         Content-Type: application/pgp-signature; name=signature.asc\n\nxx\n--b--\n",
    );
    assert_eq!(read.text, "Een lange regel.");
    assert_eq!(
        read.signed.map(|signature| signature.kind),
        Some(SignatureKind::Pgp)
    );
    assert!(read.attachments.is_empty());
}

/// A container of Outlook with a text, a file, and a tear in a second file.
fn winmail() -> Vec<u8> {
    let attribute = |identifier: u32, data: &[u8]| {
        let length = u32::try_from(data.len()).unwrap_or_default();
        [
            &[1],
            &identifier.to_le_bytes()[..],
            &length.to_le_bytes(),
            data,
            &[0, 0],
        ]
        .concat()
    };
    [
        0x223E_9F78_u32.to_le_bytes().to_vec(),
        vec![1, 0],
        attribute(0x0002_800C, b"Tekst van caf\xe9 Zuid\0"),
        attribute(0x0006_9002, &[0; 14]),
        attribute(0x0001_8010, b"brief.txt\0"),
        attribute(0x0006_800F, b"inhoud"),
        attribute(0x0006_9002, &[0; 14]),
        attribute(0x0006_800F, b"gescheurd")
            .into_iter()
            .take(12)
            .collect(),
    ]
    .concat()
}

#[rstest]
#[case::no_other_text("", "Tekst van café Zuid")]
#[case::text_beside_it("Tekst ernaast", "Tekst ernaast")]
fn reads_winmail(#[case] beside: &str, #[case] expected: &str) {
    let mut raw = format!(
        "From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n{beside}\n--b\n\
         Content-Type: application/octet-stream; name=winmail.dat\n\n"
    )
    .into_bytes();
    raw.extend(winmail());
    raw.extend(b"\n--b--\n");
    let read = message(raw);
    assert_eq!(read.text, expected);
    let files: Vec<_> = read
        .attachments
        .iter()
        .map(|file| (file.name.as_deref(), file.bytes.as_slice()))
        .collect();
    assert_eq!(files, [(Some("brief.txt"), b"inhoud".as_slice())]);
    assert!(read.attachments.iter().all(|file| file.from_winmail));
}
