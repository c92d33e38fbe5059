// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Pictures inside PDF files: the metadata is cut out of the JPEG, so that its pixels and colours stay as the page asks.

/// Segments that a decoder needs: tables, frames, and the mark of Adobe that says how colours are meant.
fn is_needed(marker: u8, segment: &[u8]) -> bool {
    match marker {
        0xe0 => segment
            .get(4..)
            .is_some_and(|data| data.starts_with(b"JFIF\0") && data.len() <= 14),
        0xee => segment
            .get(4..)
            .is_some_and(|data| data.starts_with(b"Adobe") && data.len() <= 12),
        0xe1..=0xef | 0xfe => false,
        _ => true,
    }
}

/// The JPEG without comments and application data, and without what stands behind its end. `None` when it is none.
pub(crate) fn strip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    let mut copy = Vec::with_capacity(bytes.len());
    copy.extend_from_slice(b"\xff\xd8");
    loop {
        while rest.starts_with(b"\xff\xff") {
            rest = rest.get(1..)?; // fill bytes
        }
        let marker = match rest {
            [0xff, marker, ..] => *marker,
            _ => return None,
        };
        if marker == 0xd9 {
            copy.extend_from_slice(b"\xff\xd9");
            return Some(copy);
        }
        let length = match rest {
            [_, _, high, low, ..] => usize::from(u16::from_be_bytes([*high, *low])),
            _ => return None,
        };
        let (segment, after) = rest.split_at_checked(length + 2)?;
        if length < 2 {
            return None;
        }
        if is_needed(marker, segment) {
            copy.extend_from_slice(segment);
        }
        rest = after;
        if marker == 0xda {
            let data = scan_length(rest);
            let (scan, after) = rest.split_at_checked(data)?;
            copy.extend_from_slice(scan);
            if after.is_empty() {
                return Some(copy); // torn, but there is a picture
            }
            rest = after;
        }
    }
}

/// How long the coded data is: up to a marker that is none of its own.
fn scan_length(data: &[u8]) -> usize {
    let mut at = 0;
    while let Some(found) = data.get(at..).and_then(|rest| memchr::memchr(0xff, rest)) {
        at += found;
        match data.get(at + 1) {
            Some(0 | 0xd0..=0xd7) => at += 2,
            Some(0xff) => at += 1,
            Some(_) => return at,
            None => break,
        }
    }
    data.len()
}
