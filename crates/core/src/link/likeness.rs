// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Texts that are mostly the same: found by min-hashes over runs of three words in bands, and compared as texts after.

use std::collections::BTreeSet;

use super::body;

/// Words in a run.
const RUN: usize = 3;
/// Bands, and min-hashes in each. Of two texts that share half of their runs two thirds are found; of those that share
/// seven in ten, 19 of 20.
const BANDS: u64 = 8;
const ROWS: u64 = 3;
/// A shorter text, such as "zie bijlage", is like too many others.
const FEWEST: usize = 12;

/// The bands of a text: texts that are mostly the same have one in common. None for a short text.
pub fn bands(text: &str) -> Vec<String> {
    let runs = runs(text);
    if runs.len() < FEWEST {
        return Vec::new();
    }
    let least = |row: u64| {
        runs.iter()
            .map(|run| mixed(run ^ mixed(row + 1)))
            .min()
            .unwrap_or_default()
    };
    let band = |band: u64| {
        let rows = (0..ROWS).map(|row| format!("{:016x}", least(band * ROWS + row)));
        format!("{band} {}", rows.collect::<Vec<_>>().join(" "))
    };
    (0..BANDS).map(band).collect()
}

/// Whether two texts share at least half of their runs of words.
pub fn mostly_same(one: &str, other: &str) -> bool {
    let (one, other) = (runs(one), runs(other));
    let shared = one.intersection(&other).count();
    shared > 0 && 2 * shared >= one.len() + other.len() - shared
}

fn runs(text: &str) -> BTreeSet<u64> {
    let text = body::sentences(text, "").join(" ").to_lowercase();
    let words: Vec<_> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(hash)
        .collect();
    let run = |words: &[u64]| words.iter().fold(0, |run, word| mixed(run ^ word));
    words.windows(RUN).map(run).collect()
}

/// FNV-1a; what is stored of it is hashed once more, with a key.
fn hash(word: &str) -> u64 {
    word.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    })
}

/// The mixing of splitmix64.
fn mixed(value: u64) -> u64 {
    let value = value.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    value ^ (value >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAIL: &str = "In het huis aan de overkant zijn steeds andere vrouwen. Zij komen nooit alleen naar buiten. Elke ochtend \
        haalt een man met een zwarte tas iets op en blijft dan een kwartier.";

    #[test]
    fn a_text_that_was_sent_on_with_a_few_words_more_is_found() {
        let sent_on = format!("Beste collega, dit kwam net binnen bij de balie. {MAIL}");
        let common = bands(MAIL)
            .into_iter()
            .filter(|band| bands(&sent_on).contains(band));
        assert!(common.count() > 0);
        assert!(mostly_same(MAIL, &sent_on));
    }

    #[test]
    fn another_text_about_the_same_kind_of_thing_is_not() {
        let other = "Vanochtend zag ik op de camping twee vrouwen die nooit alleen naar buiten komen. Er stond een busje voor de deur en \
            een man liep steeds heen en weer.";
        assert!(!mostly_same(MAIL, other));
        assert!(bands("Zie de bijlage bij deze mail.").is_empty());
        assert!(!mostly_same("", ""));
    }
}
