// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Letters that the fonts lack. A tagged PDF may not hold a letter without a shape, and a name in Arabic may not cost the whole
//! document: such letters are printed as their numbers, `[U+0645]`, so that nothing is lost and nobody overlooks it.

use std::fmt::Write as _;

use typst::text::Font;

/// Words longer than this can be divided anywhere: an address of a website must not run off the page.
const LONGEST_WORD: usize = 40;

/// What may be divided here, without a hyphen.
const MAY_BREAK: char = '\u{200B}';

/// A text that the fonts can print, and whether a letter had to be replaced.
pub(crate) struct Legible {
    pub(crate) text: String,
    pub(crate) replaced: bool,
}

/// Makes a text printable.
pub(crate) fn legible(text: &str, fonts: &[Font]) -> Legible {
    let mut out = String::with_capacity(text.len());
    let (mut replaced, mut open, mut word) = (false, false, 0_usize);
    let text = text.replace("\r\n", "\n");
    for letter in text.chars().filter_map(plain) {
        let has_shape = matches!(letter, '\n' | ' ') || is_covered(letter, fonts);
        if has_shape && open {
            out.push(']');
        }
        word = if letter.is_whitespace() { 0 } else { word + 1 };
        if word > LONGEST_WORD {
            out.push(MAY_BREAK);
            word = 1;
        }
        if has_shape {
            out.push(letter);
        } else {
            out.push_str(if open { " " } else { "[" });
            // Writing to a string can't fail.
            let _ = write!(out, "U+{:04X}", u32::from(letter));
            (replaced, word) = (true, 0);
        }
        open = !has_shape;
    }
    if open {
        out.push(']');
    }
    Legible { text: out, replaced }
}

/// Other white space is a space; what has no width at all goes, since nobody sees that it was there.
fn plain(letter: char) -> Option<char> {
    match letter {
        '\u{00AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' => None,
        '\n' | '\u{2028}' | '\u{2029}' | '\r' => Some('\n'),
        other if other.is_whitespace() => Some(' '),
        other => Some(other),
    }
}

fn is_covered(letter: char, fonts: &[Font]) -> bool {
    let private = matches!(u32::from(letter), 0xE000..=0xF8FF | 0xF_0000..=0x10_FFFF);
    let covered = |font: &Font| font.info().coverage.contains(u32::from(letter));
    !letter.is_control() && !private && fonts.iter().all(covered)
}
