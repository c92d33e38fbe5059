// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! One number for one mail, by whatever way and however often it was delivered.

use sha2::{Digest, Sha256};

use super::headers::split;

/// The headers that the sender wrote. All others (`Received`, `Delivered-To`, `Return-Path`, signatures and results of
/// mail servers, `X-...`) change on the way. `Message-ID` is left out, too, since some gateways drop or replace it.
const WRITTEN: [&str; 10] = [
    "cc",
    "content-transfer-encoding",
    "content-type",
    "date",
    "from",
    "in-reply-to",
    "references",
    "reply-to",
    "subject",
    "to",
];

/// SHA-256 over the written headers, sorted and unfolded, and the raw body with `\n` as line end and without blank lines at
/// its end (an mbox file adds one).
pub(super) fn content_hash(raw: &[u8]) -> [u8; 32] {
    let (head, body) = split(raw);
    let mut fields = written_fields(head);
    fields.sort();
    let mut hash = Sha256::new();
    for (name, value) in fields {
        hash.update(name.as_bytes());
        hash.update(b":");
        hash.update(&value);
        hash.update(b"\n");
    }
    hash.update(b"\n");
    for line in body.trim_ascii_end().split(|byte| *byte == b'\n') {
        hash.update(line.strip_suffix(b"\r").unwrap_or(line));
        hash.update(b"\n");
    }
    hash.finalize().into()
}

/// Name and unfolded value, with single spaces, of the headers in [`WRITTEN`].
fn written_fields(head: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut fields: Vec<(String, Vec<u8>)> = Vec::new();
    for line in head.split(|byte| *byte == b'\n') {
        let value = if line.starts_with(b" ") || line.starts_with(b"\t") {
            line
        } else {
            let colon = line.iter().position(|byte| *byte == b':').unwrap_or(line.len());
            let (name, value) = line.split_at_checked(colon).unwrap_or((line, b""));
            fields.push((
                String::from_utf8_lossy(name).trim().to_ascii_lowercase(),
                Vec::new(),
            ));
            value.strip_prefix(b":").unwrap_or(value)
        };
        let Some((_, collected)) = fields.last_mut() else {
            continue;
        };
        for word in value
            .split(u8::is_ascii_whitespace)
            .filter(|word| !word.is_empty())
        {
            collected.extend_from_slice(word);
            collected.push(b' ');
        }
    }
    fields.retain(|(name, _)| WRITTEN.contains(&name.as_str()));
    fields
}
