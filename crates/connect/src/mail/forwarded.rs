// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Forwarded mail: who wrote the mail that somebody sent on.

use super::headers::{Headers, Mailbox};

/// The mail that was forwarded, as far as it says so itself.
#[derive(Clone, PartialEq, Eq)]
pub struct Forwarded {
    /// Its sender.
    pub from: Option<Mailbox>,
    /// Its date as written there, in whatever language.
    pub date: Option<String>,
    /// Its subject.
    pub subject: Option<String>,
}

/// Lines by which mail programs introduce a forwarded mail, in small letters.
const MARKERS: [&str; 6] = [
    "forwarded message",
    "doorgestuurd bericht",
    "doorgestuurde e-mail",
    "weitergeleitete nachricht",
    "message transféré",
    "переслане повідомлення",
];
/// How subjects of forwarded mail begin.
const FORWARDS: [&str; 8] = [
    "fw:",
    "fwd:",
    "doorst:",
    "doorst.:",
    "doorgestuurd:",
    "wg:",
    "tr:",
    "vs:",
];
/// How subjects of answers begin; those quote the same block of headers.
const ANSWERS: [&str; 6] = ["re:", "antw:", "antw.:", "antwoord:", "aw:", "sv:"];

const FROM: [&str; 6] = ["van:", "from:", "von:", "de:", "від:", "od:"];
const DATE: [&str; 7] = [
    "verzonden:",
    "datum:",
    "sent:",
    "date:",
    "gesendet:",
    "envoyé:",
    "дата:",
];
const SUBJECT: [&str; 5] = ["onderwerp:", "subject:", "betreff:", "objet:", "тема:"];

/// How many lines a block of quoted headers has at most.
const BLOCK: usize = 8;

/// The headers of a mail that is attached as a whole.
pub(super) fn attached(headers: &Headers) -> Forwarded {
    Forwarded {
        from: headers.from(),
        date: headers.raw("Date"),
        subject: headers.subject(),
    }
}

/// Looks for a forwarded mail in the text: a block of quoted headers, and a sign that it isn't an answer.
pub(super) fn inline(subject: Option<&str>, text: &str) -> Option<Forwarded> {
    let lines: Vec<&str> = text
        .lines()
        .map(|line| line.trim_start_matches(['>', ' ', '\t', '*']))
        .collect();
    let subject = subject.unwrap_or_default().to_lowercase();
    let begins = |beginnings: &[&str]| beginnings.iter().any(|beginning| subject.starts_with(beginning));
    let (forward, answer) = (begins(&FORWARDS), begins(&ANSWERS));
    lines.iter().enumerate().find_map(|(index, line)| {
        let from = value(line, &FROM)?;
        let block = lines.iter().skip(index + 1).take(BLOCK);
        let date = block.clone().find_map(|line| value(line, &DATE));
        let subject = block.clone().find_map(|line| value(line, &SUBJECT));
        let start = index.saturating_sub(3);
        let marked = lines
            .iter()
            .skip(start)
            .take(index - start)
            .any(|line| is_marker(line));
        // gmail puts the sender first, others the subject or date
        let enough = if marked || forward {
            date.is_some() || subject.is_some()
        } else {
            date.is_some() && subject.is_some()
        };
        (enough && (marked || forward || !answer)).then(|| Forwarded {
            from: mailbox(&from),
            date,
            subject,
        })
    })
}

fn is_marker(line: &str) -> bool {
    let line = line.to_lowercase();
    MARKERS.iter().any(|marker| line.contains(marker))
}

/// What stands behind one of the labels.
fn value(line: &str, labels: &[&str]) -> Option<String> {
    let (label, value) = line.split_once(':')?;
    let label = format!("{}:", label.trim_matches(['*', ' ']).to_lowercase());
    let value = value.trim_matches(['*', ' ', '\t']);
    (labels.contains(&label.as_str()) && !value.is_empty()).then(|| value.to_owned())
}

/// `Name <address>`, `Name [mailto:address]`, an address, or only a name (then there is no mailbox).
fn mailbox(written: &str) -> Option<Mailbox> {
    let written = written
        .replace("[mailto:", "<")
        .replace("<mailto:", "<")
        .replace(']', ">");
    let mailbox = Headers::read(format!("From: {written}\n").as_bytes()).from()?;
    mailbox.address.contains('@').then_some(mailbox)
}
