// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Bytes as hexadecimal text: the form of key files and tokens.

/// Lower-case hexadecimal text.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let digit = |value: u8| {
        char::from(if value < 10 {
            b'0' + value
        } else {
            b'a' + value - 10
        })
    };
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

/// Fills `out` from exactly twice as many hexadecimal digits; false when the text is anything else.
pub(crate) fn decode_into(text: &str, out: &mut [u8]) -> bool {
    let digit = |byte: &u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    };
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    rest.is_empty()
        && pairs.len() == out.len()
        && pairs
            .iter()
            .zip(out)
            .all(|([high, low], slot)| match (digit(high), digit(low)) {
                (Some(high), Some(low)) => {
                    *slot = high << 4 | low;
                    true
                }
                _ => false,
            })
}
