// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! One message, from bytes to values.

use chrono::{DateTime, Utc};

use super::attachment::Attachment;
use super::authentication::{self, AuthResult};
use super::auto_reply::{self, AutoReplyReason};
use super::broken::{BrokenReason, Limits};
use super::content::{Content, Signature};
use super::forwarded::{self, Forwarded};
use super::hash::content_hash;
use super::headers::Mailbox;
use super::part::{Body, PartReader};

/// What bytes turned out to be.
pub enum Reading {
    /// A mail that a person may have written.
    Message(Box<Message>),
    /// An answer by a computer; it does not become a report.
    AutoReply(AutoReplyReason),
    /// Nothing that can become a report; for quarantine.
    Broken(BrokenReason),
}

/// A mail in plain values.
#[derive(Clone, PartialEq, Eq)]
pub struct Message {
    /// The identifier that the sender's program gave, without angle brackets.
    pub message_id: Option<String>,
    /// The same for each delivery of the same mail, also when the identifier is missing.
    pub content_hash: [u8; 32],
    /// The identifier of the mail that this one answers.
    pub in_reply_to: Option<String>,
    /// The identifiers of the conversation.
    pub references: Vec<String>,
    /// The claimed sender.
    pub from: Option<Mailbox>,
    /// The subject.
    pub subject: Option<String>,
    /// When it was sent, as the sender's clock says.
    pub date: Option<DateTime<Utc>>,
    /// The text, with that of attached mails below it.
    pub text: String,
    /// Whether (a part of) the text was made from HTML.
    pub html_was_used: bool,
    /// The mail that was sent on, if this is a forwarded one.
    pub forwarded: Option<Forwarded>,
    /// All files, also out of `winmail.dat` and of attached mails.
    pub attachments: Vec<Attachment>,
    /// A signature, not verified.
    pub signed: Option<Signature>,
    /// What the last mail server that checked the sender says, as information only; see [`AuthResult`].
    pub authentication: Vec<AuthResult>,
    /// A hint that a computer wrote it (see the module's rules).
    pub looks_automatic: bool,
    /// A part was torn or wrongly encoded: text or files may be incomplete.
    pub damaged: bool,
}

/// Reads one message. Never panics, whatever the bytes are.
pub fn read_message(raw: &[u8], limits: &Limits) -> Reading {
    read(raw, limits).unwrap_or_else(Reading::Broken)
}

fn read(raw: &[u8], limits: &Limits) -> Result<Reading, BrokenReason> {
    if raw.len() > limits.size {
        return Err(BrokenReason::TooLarge);
    }
    let raw = without_envelope(raw);
    if raw.is_empty() {
        return Err(BrokenReason::Empty);
    }
    let mut reader = PartReader::new(limits);
    let part = reader.read(raw, 0)?;
    if !part.headers.are_of_a_mail() {
        return Err(BrokenReason::NotAMail);
    }
    if let Some(reason) = auto_reply::recognise(&part.headers, &part.media_type) {
        return Ok(Reading::AutoReply(reason));
    }
    let headers = &part.headers;
    let mut message = Message {
        message_id: headers.ids("Message-ID").into_iter().next(),
        content_hash: content_hash(raw),
        in_reply_to: headers.ids("In-Reply-To").into_iter().next(),
        references: headers.ids("References"),
        from: headers.from(),
        subject: headers.subject(),
        date: headers.date(),
        text: String::new(),
        html_was_used: false,
        forwarded: None,
        attachments: Vec::new(),
        signed: None,
        authentication: authentication_results(headers),
        looks_automatic: auto_reply::looks_automatic(headers),
        damaged: false,
    };
    let encoded_body = has_body(&part.body);
    let content = Content::gather(part, &mut reader)?;
    message.text = content.texts.join("\n\n");
    if message.text.is_empty()
        && content.attachments.is_empty()
        && (reader.damaged || !encoded_body && message.subject.is_none())
    {
        return Err(BrokenReason::Unreadable);
    }
    message.html_was_used = content.html_was_used;
    message.forwarded = content
        .forwarded
        .or_else(|| forwarded::inline(message.subject.as_deref(), &message.text));
    message.attachments = content.attachments;
    message.signed = content.signed;
    message.damaged = reader.damaged;
    Ok(Reading::Message(Box::new(message)))
}

fn authentication_results(headers: &super::headers::Headers) -> Vec<AuthResult> {
    let values = headers.topmost("Authentication-Results", "Received");
    let mut results: Vec<_> = values
        .iter()
        .flat_map(|value| authentication::read(value))
        .collect();
    let by = results.first().map(|first| first.by.clone());
    let ends = results.iter().position(|result| Some(&result.by) != by.as_ref());
    results.truncate(ends.unwrap_or(results.len()));
    results
}

fn has_body(body: &Body) -> bool {
    !matches!(body, Body::Bytes(bytes) if bytes.is_empty())
}

/// Drops what stands before the headers in some files: a byte order mark, blank lines, the `From ` line of an mbox.
fn without_envelope(raw: &[u8]) -> &[u8] {
    let raw = raw
        .strip_prefix(b"\xEF\xBB\xBF")
        .unwrap_or(raw)
        .trim_ascii_start();
    if !raw.starts_with(b"From ") {
        return raw;
    }
    let line = raw
        .iter()
        .position(|byte| *byte == b'\n')
        .map_or(raw.len(), |end| end + 1);
    raw.get(line..).unwrap_or_default()
}
