// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `Authentication-Results` (RFC 8601), as information beside a message.

/// What a mail server says it found. Anybody can write this header, and the sender's stand below: only the topmost, by the name of the
/// own server (its authserv-id), say something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthResult {
    /// What was checked.
    pub method: AuthMethod,
    /// The result as written, in small letters: `pass`, `fail`, `none`, ...
    pub result: String,
    /// The server that says so; empty where it does not name itself, as Microsoft 365 does not.
    pub by: String,
}

/// A check of the sender.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuthMethod {
    /// The sending machine may send for the domain (RFC 7208).
    Spf,
    /// The message carries a valid signature of a domain (RFC 6376).
    Dkim,
    /// One of both fits the domain of the visible sender (RFC 7489).
    Dmarc,
}

/// Reads the value of one header; other methods are left out.
pub(super) fn read(value: &str) -> Vec<AuthResult> {
    let plain = without_comments(value);
    let (first, rest) = plain.split_once(';').unwrap_or((&plain, ""));
    let by = first.split_whitespace().next().unwrap_or_default();
    // RFC 8601 asks for the name first. Where a result stands there, nobody named themselves.
    let (by, results) = if by.contains('=') {
        ("", plain.as_str())
    } else {
        (by, rest)
    };
    let result = |piece: &str| {
        let (method, rest) = piece.trim().split_once('=')?;
        let method = match method.split('/').next()?.trim().to_ascii_lowercase().as_str() {
            "spf" => AuthMethod::Spf,
            "dkim" => AuthMethod::Dkim,
            "dmarc" => AuthMethod::Dmarc,
            _ => return None,
        };
        let result = rest.split_whitespace().next()?.to_ascii_lowercase();
        Some(AuthResult {
            method,
            result,
            by: by.to_owned(),
        })
    };
    results.split(';').filter_map(result).collect()
}

fn without_comments(value: &str) -> String {
    let mut depth = 0_usize;
    value
        .chars()
        .filter(|letter| match letter {
            '(' => {
                depth += 1;
                false
            }
            ')' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect()
}
