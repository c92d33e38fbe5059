// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What somebody who searches finds, and what they don't.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use meldroute_search::{Index, Kind};

fn key(number: u8) -> [u8; 16] {
    [number; 16]
}

fn index(texts: &[(u8, &str)]) -> Index {
    let index = Index::new().unwrap();
    for (number, text) in texts {
        index.add(key(*number), Kind::Signal, text).unwrap();
    }
    index.commit().unwrap();
    index
}

fn found(index: &Index, words: &str) -> Vec<u8> {
    let mut numbers: Vec<u8> = index
        .find(words, 20)
        .unwrap()
        .iter()
        .map(|(_, key)| key[0])
        .collect();
    numbers.sort_unstable();
    numbers
}

#[test]
fn all_words_are_needed() {
    let index = index(&[
        (1, "Zeven mannen slapen in de kelder"),
        (2, "Vrouwen slapen boven de winkel"),
    ]);
    assert_eq!(found(&index, "slapen"), [1, 2]);
    assert_eq!(found(&index, "slapen kelder"), [1]);
    assert_eq!(found(&index, "kelder winkel"), [0_u8; 0]);
}

#[test]
fn dutch_forms_accents_and_capitals_do_not_matter() {
    let index = index(&[(1, "Een meisje werkt in een café aan de KADE")]);
    for words in ["meisjes", "CAFE", "café", "kade", "werken"] {
        assert_eq!(found(&index, words), [1], "{words}");
    }
}

#[test]
fn the_last_word_may_be_a_beginning() {
    let index = index(&[(1, "Vermoeden van mensenhandel in een nagelsalon")]);
    assert_eq!(found(&index, "mensenh"), [1]);
    assert_eq!(found(&index, "mensenhandel nagel"), [1]);
    assert_eq!(
        found(&index, "mensenh nagelsalon"),
        [0_u8; 0],
        "only the last one"
    );
}

#[test]
fn whatever_people_type_is_words() {
    let index = index(&[(1, "Bestelbus met kenteken XX-00-XX, tel. 06 0000 0001")]);
    for words in [
        "\"bestelbus",
        "kenteken:bestelbus",
        "(bestelbus AND) met",
        "*bestelbus~",
        "[bestelbus}^",
        "+bestelbus -kenteken",
        "XX-00-XX",
        "xx-00",
        "c:\\tel bestelbus",
    ] {
        let expected: &[u8] = if words.contains("AND") || words.contains("c:") {
            &[]
        } else {
            &[1]
        };
        assert_eq!(found(&index, words), expected, "{words}");
    }
    for nothing in ["", "   ", "\"\"", ":", "!?"] {
        assert_eq!(found(&index, nothing), [0_u8; 0]);
    }
}

#[test]
fn a_new_text_takes_the_place_of_the_old_one() {
    let index = index(&[(1, "kelder"), (2, "kelder")]);
    index.add(key(1), Kind::Signal, "zolder").unwrap();
    index.add(key(1), Kind::Report, "kelder").unwrap();
    index.remove(key(2), Kind::Signal);
    index.commit().unwrap();
    assert_eq!(index.find("kelder", 20).unwrap(), [(Kind::Report, key(1))]);
    assert_eq!(index.find("zolder", 20).unwrap(), [(Kind::Signal, key(1))]);
}

#[test]
fn the_best_hit_comes_first_and_no_more_than_asked() {
    let index = index(&[
        (
            1,
            "Een lang verhaal over een straat, een winkel, een auto en één keer een kelder",
        ),
        (2, "Kelder, kelder en nog eens kelder"),
    ]);
    assert_eq!(index.find("kelder", 1).unwrap(), [(Kind::Signal, key(2))]);
    assert!(index.find("kelder", 0).unwrap().is_empty());
}

#[test]
fn two_municipalities_share_nothing() {
    let one = index(&[(1, "kelder")]);
    let other = index(&[(2, "kelder")]);
    assert_eq!(found(&one, "kelder"), [1]);
    assert_eq!(found(&other, "kelder"), [2]);
}
