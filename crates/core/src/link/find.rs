// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Finding facts in texts and in fields, each in the form in which equal things are equal.

use regex::Regex;

use super::{Fact, FactKind, Mark, address, body, number, website};
use crate::signal::assessment::SubjectKind;

/// A pattern that is written in this module; a test uses each.
#[expect(clippy::expect_used, reason = "a wrong one fails at the first test")]
pub(crate) fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("this is a pattern")
}

/// Longer texts are data; what stands first says what it is about.
const LONGEST: usize = 50_000;

pub(super) fn fact(kind: FactKind, value: String, words: &str) -> Fact {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    Fact {
        mark: Mark { kind, value },
        words,
    }
}

/// Facts in what a text says; nothing of who wrote it.
pub(super) fn in_text(text: &str, writer: &str) -> Vec<Fact> {
    let sentences = body::sentences(begin(text), writer);
    sentences.iter().flat_map(|sentence| anywhere(sentence)).collect()
}

/// Facts in a text, whatever it is.
pub(super) fn anywhere(text: &str) -> Vec<Fact> {
    let text = begin(text);
    let mut facts = address::in_text(text);
    facts.extend(number::phones(text));
    facts.extend(number::plates(text));
    facts.extend(number::companies(text));
    facts.extend(website::in_text(text));
    facts
}

/// Facts in a field that says where it happens.
pub(super) fn place(text: &str) -> Vec<Fact> {
    address::typed(begin(text))
}

/// What a subject of a signal is, as facts. Persons are never compared by name.
pub fn typed(kind: SubjectKind, value: &str) -> Vec<Fact> {
    let whole = |kind| vec![fact(kind, number::compact(value), value)];
    let found = match kind {
        SubjectKind::Address => address::typed(value),
        SubjectKind::Company => match number::companies(&format!("kvk {value}")) {
            found if !found.is_empty() => found,
            _ => whole(FactKind::Company),
        },
        SubjectKind::Vehicle => whole(FactKind::Plate),
        SubjectKind::Phone => vec![fact(FactKind::Phone, number::phone(value), value)],
        SubjectKind::Website => vec![fact(FactKind::Website, website(value), value)],
        SubjectKind::Person => Vec::new(),
    };
    let mut found = match kind {
        SubjectKind::Address if found.is_empty() => whole(FactKind::Address),
        _ => found,
    };
    found.retain(|fact| !fact.mark.value.is_empty());
    found
}

fn begin(text: &str) -> &str {
    text.get(..text.floor_char_boundary(LONGEST)).unwrap_or(text)
}
