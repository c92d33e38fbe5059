// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Whether a text says anything: a reason of dots or of characters that nobody sees is no reason.

/// Whether no letter and no digit stands in a text.
pub(crate) fn is_blank(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_letters_and_digits_says_nothing() {
        for blank in ["", " \n\t", ".", "-", "\u{200b}\u{2060}", "…", "\u{ad}"] {
            assert!(is_blank(blank), "{blank:?}");
        }
        for text in ["a", " 112 ", "да", "\u{200b}x"] {
            assert!(!is_blank(text), "{text:?}");
        }
    }
}
