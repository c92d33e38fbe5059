// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Delivery status notifications (RFC 3464): which of our mails did not arrive, and why.

use super::{
    broken::{BrokenReason, Limits},
    decode,
    headers::{Headers, single_line, split},
    part::{Body, Part, PartReader},
};

/// A notice of a mail server that a mail did not arrive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounce {
    /// Message-IDs that it names, without angle brackets: of the mail that was sent, and the identifier of its envelope.
    pub message_ids: Vec<String>,
    /// What the mail server says: status and words.
    pub reason: String,
}

/// Reads a notice. None when it is no such notice, or tells that the mail arrived or is only late.
pub fn read_bounce(raw: &[u8], limits: &Limits) -> Option<Bounce> {
    read(raw, limits).ok().flatten()
}

fn read(raw: &[u8], limits: &Limits) -> Result<Option<Bounce>, BrokenReason> {
    if raw.len() > limits.size {
        return Ok(None);
    }
    let part = PartReader::new(limits).read(raw, 0)?;
    let Body::Parts(parts) = part.body else {
        return Ok(None);
    };
    let mut found = Found::default();
    for part in parts {
        found.look_at(part);
    }
    if !found.failed {
        return Ok(None);
    }
    found.message_ids.dedup();
    Ok(Some(Bounce {
        message_ids: found.message_ids,
        reason: found.reason,
    }))
}

#[derive(Default)]
struct Found {
    message_ids: Vec<String>,
    reason: String,
    failed: bool,
}

impl Found {
    fn look_at(&mut self, part: Part) {
        match (part.media_type.as_str(), part.body) {
            ("message/delivery-status", Body::Bytes(bytes)) => self.status(&bytes),
            // Some servers declare the original mail, others only its headers.
            ("text/rfc822-headers" | "message/rfc822-headers", Body::Bytes(bytes)) => {
                self.original(&Headers::read(split(&bytes).0));
            }
            (_, Body::Message(message)) => {
                if message.media_type == "message/delivery-status" {
                    return;
                }
                self.original(&message.headers);
            }
            (_, Body::Bytes(_) | Body::Parts(_)) => {}
        }
    }

    fn original(&mut self, headers: &Headers) {
        self.message_ids.extend(headers.ids("Message-ID"));
    }

    /// Groups of fields, apart by blank lines: one about the message, one for each recipient.
    fn status(&mut self, bytes: &[u8]) {
        let text = decode::charset(None, bytes);
        let mut said = Vec::new();
        for (name, value) in fields(&text) {
            match name.as_str() {
                "original-envelope-id" => {
                    let id = value.trim_matches(|c| matches!(c, '<' | '>')).to_owned();
                    self.message_ids.push(id);
                }
                "action" => self.failed |= value.eq_ignore_ascii_case("failed"),
                "status" | "diagnostic-code" => said.push(value),
                _ => {}
            }
        }
        self.reason = single_line(&said.join(" "));
    }
}

/// Names in small letters and values; lines that go on are joined.
fn fields(text: &str) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = fields.last_mut() {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
    fields
}
