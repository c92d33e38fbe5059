// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Transfer encodings and charsets, read leniently: what can be read of a damaged part is kept.

use std::borrow::Cow;

use mail_parser::decoders::charsets::map::charset_decoder;

/// Bytes after decoding, and whether the input was whole.
pub(super) struct Decoded {
    pub(super) bytes: Vec<u8>,
    pub(super) whole: bool,
}

/// Undoes a `Content-Transfer-Encoding` (RFC 2045, section 6); an unknown one leaves the bytes as they are.
pub(super) fn transfer(encoding: Option<&str>, body: &[u8]) -> Decoded {
    match encoding.map(str::to_ascii_lowercase).as_deref() {
        Some("base64") => base64(body),
        Some("quoted-printable") => quoted_printable(body),
        _ => Decoded {
            bytes: body.to_vec(),
            whole: true,
        },
    }
}

/// Base64; characters outside its alphabet are skipped (RFC 2045, section 6.8) and reported.
fn base64(body: &[u8]) -> Decoded {
    let mut bytes = Vec::with_capacity(body.len() / 4 * 3);
    let (mut bits, mut count, mut whole) = (0_u32, 0_u8, true);
    for byte in body {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => {
                // the end of a piece: some programs join several
                whole &= count != 1;
                (bits, count) = (0, 0);
                continue;
            }
            b' ' | b'\t' | b'\r' | b'\n' => continue,
            _ => {
                whole = false;
                continue;
            }
        };
        bits = (bits << 6) | u32::from(value);
        count = (count + 1) % 4;
        // each byte is complete as soon as its last bits are there
        let complete = match count {
            1 => continue,
            2 => bits >> 4,
            3 => bits >> 2,
            _ => bits,
        };
        let [.., byte] = complete.to_be_bytes();
        bytes.push(byte);
    }
    Decoded {
        bytes,
        whole: whole && count == 0,
    }
}

/// Quoted-printable; a `=` without two hexadecimal digits stays as it is (RFC 2045, section 6.7, note on robustness).
fn quoted_printable(body: &[u8]) -> Decoded {
    let mut bytes = Vec::with_capacity(body.len());
    let mut whole = true;
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        let text = line.trim_ascii_end();
        let line_end = line.ends_with(b"\n");
        let (text, soft) = match text.strip_suffix(b"=") {
            Some(before) => (before, true),
            None if line_end => (text, false),
            None => (line, true),
        };
        let mut rest = text;
        while let [first, after @ ..] = rest {
            rest = after;
            match (first, after) {
                (b'=', [high, low, after @ ..]) => {
                    if let (Some(high), Some(low)) = (hexadecimal(*high), hexadecimal(*low)) {
                        bytes.push(high * 16 + low);
                        rest = after;
                    } else {
                        whole = false;
                        bytes.push(b'=');
                    }
                }
                (other, _) => bytes.push(*other),
            }
        }
        if !soft {
            bytes.push(b'\n');
        }
    }
    Decoded { bytes, whole }
}

fn hexadecimal(digit: u8) -> Option<u8> {
    char::from(digit)
        .to_digit(16)
        .and_then(|value| u8::try_from(value).ok())
}

/// Bytes as text, by the declared charset; without one UTF-8 if it fits, or else Windows-1252, which fits always.
pub(super) fn charset(declared: Option<&str>, bytes: &[u8]) -> String {
    let declared = declared
        .map(str::trim)
        .filter(|name| !name.is_empty() && !name.eq_ignore_ascii_case("utf-8"));
    let decoder = match (declared, std::str::from_utf8(bytes)) {
        (None | Some("us-ascii" | "US-ASCII"), Ok(text)) => return text.to_owned(),
        (Some(name), _) => charset_decoder(name.as_bytes()),
        (None, Err(_)) => None,
    };
    let decoder = decoder.or_else(|| {
        std::str::from_utf8(bytes)
            .is_err()
            .then(|| charset_decoder(b"windows-1252"))?
    });
    decoder.map_or_else(
        || String::from_utf8_lossy(bytes).into_owned(),
        |decode| decode(bytes),
    )
}

/// Plain text as stored: line ends as `\n`, no control characters, no space at line ends, at most one blank line.
pub(super) fn tidy(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut tidied = String::with_capacity(text.len());
    let mut blank = 0;
    for line in text.lines() {
        let line: Cow<'_, str> = if line.contains(is_unwanted) {
            Cow::Owned(line.chars().filter(|letter| !is_unwanted(*letter)).collect())
        } else {
            Cow::Borrowed(line)
        };
        let line = line.trim_end();
        blank = if line.is_empty() { blank + 1 } else { 0 };
        if blank < 2 && !(line.is_empty() && tidied.is_empty()) {
            tidied.push_str(line);
            tidied.push('\n');
        }
    }
    tidied.truncate(tidied.trim_end().len());
    tidied
}

/// Control characters, invisible characters, and those that turn the reading direction to disguise a text.
pub(super) fn is_unwanted(letter: char) -> bool {
    (letter.is_control() && letter != '\t')
        || matches!(letter, '\u{AD}' | '\u{200B}' | '\u{FEFF}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Joins the lines that the sender's program broke (`format=flowed`, RFC 3676).
pub(super) fn unflow(text: &str, delete_space: bool) -> String {
    let mut joined = String::with_capacity(text.len());
    for line in text.lines() {
        let line = line.trim_end_matches('\r');
        let line = line.strip_prefix(' ').unwrap_or(line);
        let flows = line.ends_with(' ') && line != "-- ";
        joined.push_str(if flows && delete_space {
            line.trim_end_matches(' ')
        } else {
            line
        });
        if !flows {
            joined.push('\n');
        }
    }
    joined
}
