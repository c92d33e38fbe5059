// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The code of words with which a reporter comes back: six of 1,024 Dutch words, so sixty bits. Only its keyed hash is stored.

use super::code_words::WORDS;

/// Words in a code.
pub const LENGTH: u32 = 6;

/// So many bits choose a word.
const BITS: u32 = 10;

/// The code that random bits choose, as it is shown: `tulp kasteel anker molen vlinder boot`. Sixty of the bits count.
pub fn from_random(bits: u64) -> String {
    let words: Vec<&str> = WORDS.split_ascii_whitespace().collect();
    let chosen = (0..LENGTH).filter_map(|place| {
        let index = usize::try_from((bits >> (place * BITS)) & ((1 << BITS) - 1)).ok()?;
        words.get(index).copied()
    });
    chosen.collect::<Vec<_>>().join(" ")
}

/// The form in which equal codes are equal: however somebody typed the capitals, and whatever stands between the words.
pub fn normalised(typed: &str) -> String {
    let words = typed
        .split(|c: char| !c.is_ascii_alphabetic())
        .filter(|word| !word.is_empty());
    // Whoever pastes a book gets no long work out of it.
    let words = words.take(2 * LENGTH as usize).map(str::to_ascii_lowercase);
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::{prelude::any, prop_assert_eq, prop_assert_ne, proptest};

    use super::*;

    const COUNTED: u64 = (1 << 60) - 1;

    #[test]
    fn the_list_has_1024_words_that_are_short_and_far_apart() {
        let words: Vec<&str> = WORDS.split_ascii_whitespace().collect();
        assert_eq!(words.len(), 1024);
        assert!(words.is_sorted());
        for (index, word) in words.iter().enumerate() {
            assert!((4..=7).contains(&word.len()), "{word}");
            assert!(word.bytes().all(|letter| letter.is_ascii_lowercase()), "{word}");
            let near: Vec<_> = words[..index]
                .iter()
                .filter(|other| is_near(word, other))
                .collect();
            assert!(near.is_empty(), "{word} looks like {near:?}");
        }
    }

    /// Whether one letter too many, too few or wrong makes the one of the other.
    fn is_near(one: &str, other: &str) -> bool {
        let (one, other) = (one.as_bytes(), other.as_bytes());
        let (short, long) = if one.len() < other.len() {
            (one, other)
        } else {
            (other, one)
        };
        match long.len() - short.len() {
            0 => {
                one.iter()
                    .zip(other)
                    .filter(|(left, right)| left != right)
                    .count()
                    <= 1
            }
            1 => (0..long.len()).any(|at| [&long[..at], &long[at + 1..]].concat() == short),
            _ => false,
        }
    }

    proptest! {
        #[test]
        fn every_bit_counts(one in any::<u64>(), other in any::<u64>()) {
            if one & COUNTED == other & COUNTED {
                prop_assert_eq!(from_random(one), from_random(other));
            } else {
                prop_assert_ne!(from_random(one), from_random(other));
            }
        }

        #[test]
        fn one_bit_makes_another_code(bits in any::<u64>(), bit in 0_u32..60) {
            prop_assert_ne!(from_random(bits), from_random(bits ^ (1 << bit)));
        }

        #[test]
        fn a_code_is_known_again_however_it_is_typed(bits in any::<u64>(), between in "[ ,.\\-\n0-9]{1,3}") {
            let code = from_random(bits);
            prop_assert_eq!(code.split(' ').count(), LENGTH as usize);
            prop_assert_eq!(&normalised(&code), &code);
            let typed = format!(" {}{between}", code.to_uppercase().replace(' ', &between));
            prop_assert_eq!(normalised(&typed), code);
        }

        #[test]
        fn what_is_no_code_is_read_without_harm(typed in ".{0,400}") {
            prop_assert_eq!(normalised(&normalised(&typed)), normalised(&typed));
        }
    }
}
