// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Plain text: it has no metadata; the copy is in UTF-8.

use encoding_rs::{Encoding, WINDOWS_1252};

use crate::Kind;

/// The text in UTF-8.
pub(crate) fn clean(bytes: &[u8]) -> Vec<u8> {
    decode(bytes).into_bytes()
}

fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        return encoding.decode_without_bom_handling(rest).0.into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_not_utf8) => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

/// What a file without known first bytes is: text has no control characters besides those of lines.
pub(crate) fn kind(bytes: &[u8]) -> Kind {
    let text = decode(bytes);
    let strange = |letter: char| letter.is_control() && !matches!(letter, '\t' | '\n' | '\r' | '\u{c}');
    if text.chars().any(strange) {
        return Kind::Unknown;
    }
    let start = text.trim_start();
    let mut letters = start.chars();
    if letters.next() == Some('<')
        && letters
            .next()
            .is_some_and(|second| second.is_ascii_alphabetic() || matches!(second, '!' | '?'))
    {
        return Kind::Markup;
    }
    if start.starts_with("#!") {
        return Kind::Program;
    }
    if is_mail(start) { Kind::Mail } else { Kind::Text }
}

/// Begins with headers of a mail, among them one that mail servers and programs write.
fn is_mail(text: &str) -> bool {
    let is_header = |line: &&str| {
        line.starts_with([' ', '\t'])
            || line.split_once(':').is_some_and(|(name, _)| {
                !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            })
    };
    text.lines().take_while(is_header).any(|line| {
        let line = line.to_ascii_lowercase();
        ["received:", "message-id:", "mime-version:", "return-path:"]
            .iter()
            .any(|name| line.starts_with(name))
    })
}
