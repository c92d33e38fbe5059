// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Dutch addresses: a street with a number, or a postcode with one. The last word of the street's name counts, so that
//! "Burg. van Lennepweg 12" and "Burgemeester van Lennepweg 12" are the same.

use std::{ops::Range, sync::LazyLock};

use regex::{Captures, Match, Regex};

use super::{
    Fact, FactKind,
    find::{fact, pattern},
    number::compact,
};

/// What streets end with. What is a word by itself or ends other words, such as "dam" or "land", is left out.
const STREETS: &str = "straat|str|weg|laan|ln|plein|pln|pad|kade|dijk|gracht|singel|hof|steeg|dreef|plantsoen|park|markt|baan|wal|erf|zicht|\
    oever|haven|akker|gaarde|tuin|poort|werf|vaart|zoom|hove|kwartier|boulevard|passage|allee|promenade|sluis|meent";

/// A number with what may stand behind it: 12, 12a, 12-A, 12 A, 12-3.
const NUMBER: &str = r"(\d{1,5})((?:-?[A-Za-z]|-\d{1,3}| [A-Z])\b)?";

/// What is counted in a sentence such as "in de Dorpsstraat 3 mannen".
const COUNTED: [&str; 34] = [
    "man",
    "mannen",
    "vrouw",
    "vrouwen",
    "mensen",
    "personen",
    "jongens",
    "meisjes",
    "kinderen",
    "medewerkers",
    "arbeiders",
    "bewoners",
    "uur",
    "euro",
    "jaar",
    "dag",
    "dagen",
    "week",
    "weken",
    "maand",
    "maanden",
    "keer",
    "minuten",
    "meter",
    "km",
    "auto",
    "busjes",
    "bussen",
    "bedden",
    "matrassen",
    "huizen",
    "panden",
    "people",
    "men",
];

/// What looks like a street and is none.
const WITHIN: [&str; 15] = [
    "toezicht",
    "inzicht",
    "uitzicht",
    "overzicht",
    "onderweg",
    "kamer",
    "verdieping",
    "etage",
    "unit",
    "blok",
    "lijn",
    "perron",
    "afslag",
    "nummer",
    "huisnummer",
];

static STREET: LazyLock<Regex> = LazyLock::new(|| {
    let street = r"(\p{L}[\p{L}'’-]{2,}(?i:STREETS)\.?),?\s+(?i:nr\.?\s*|nummer\s+|no\.?\s*)?"
        .replace("STREETS", STREETS);
    pattern(&format!("{street}{NUMBER}"))
});

static POSTCODE: LazyLock<Regex> = LazyLock::new(|| {
    let postcode = r"\b([1-9]\d{3})\s?([A-Z]{2})\b(?:[,\s]+(?i:nr\.?\s*|nummer\s+)?";
    pattern(&format!("{postcode}{NUMBER})?"))
});

/// A street by any name, as somebody types it in a field for an address.
static TYPED: LazyLock<Regex> = LazyLock::new(|| {
    let street = r"(\p{L}[\p{L}'’.-]{2,}),?\s+(?i:nr\.?\s*|nummer\s+)?";
    pattern(&format!("{street}{NUMBER}"))
});

/// The addresses in a sentence.
pub(super) fn in_text(text: &str) -> Vec<Fact> {
    found(text, &STREET)
}

/// The addresses in a field for one.
pub(super) fn typed(text: &str) -> Vec<Fact> {
    found(text, &TYPED)
}

fn found(text: &str, street: &Regex) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut numbers: Vec<(Range<usize>, String)> = Vec::new();
    for captures in street.captures_iter(text) {
        if let (Some(whole), Some(name), Some(number)) =
            (captures.get(0), captures.get(1), house_number(text, &captures, 2))
            && !WITHIN.contains(&name.as_str().to_lowercase().as_str())
        {
            let key = format!("{} {number}", street_key(name.as_str()));
            facts.push(fact(FactKind::Address, key, whole.as_str()));
            numbers.push((whole.range(), number));
        }
    }
    for captures in POSTCODE.captures_iter(text) {
        let (Some(whole), Some(digits), Some(letters)) = (captures.get(0), captures.get(1), captures.get(2))
        else {
            continue;
        };
        let before = |range: &Range<usize>| range.end <= whole.start() && whole.start() - range.end <= 2;
        let number = house_number(text, &captures, 3).or_else(|| {
            let near = numbers.iter().find(|(range, _)| before(range));
            near.map(|(_, number)| number.clone())
        });
        if let Some(number) = number {
            let postcode = format!("{}{}", digits.as_str(), letters.as_str());
            let words = format!("{} {} {number}", digits.as_str(), letters.as_str());
            facts.push(fact(FactKind::Address, format!("{postcode} {number}"), &words));
        }
    }
    facts
}

/// The number with its addition, unless it counts something or is a time.
fn house_number(text: &str, captures: &Captures<'_>, group: usize) -> Option<String> {
    let number = captures.get(group)?;
    let addition = captures.get(group + 1);
    let end = addition.as_ref().map_or(number.end(), Match::end);
    let rest = text.get(end..).unwrap_or_default();
    let mut letters = rest.chars();
    let next = letters.next();
    let more = letters.next().is_some_and(|letter| letter.is_ascii_digit());
    if next.is_some_and(char::is_alphanumeric) || (more && matches!(next, Some('.' | ':' | ','))) {
        return None;
    }
    let word: String = rest
        .trim_start()
        .chars()
        .take_while(|letter| letter.is_alphabetic())
        .collect();
    if COUNTED.contains(&word.as_str()) {
        return None;
    }
    let addition = addition.map_or("", |addition| addition.as_str());
    Some(format!(
        "{}{}",
        number.as_str().trim_start_matches('0'),
        compact(addition)
    ))
}

/// "dorpsstr." as "DORPSSTRAAT".
fn street_key(name: &str) -> String {
    let name = compact(name);
    for (short, whole) in [("STR", "STRAAT"), ("LN", "LAAN"), ("PLN", "PLEIN")] {
        if let Some(begin) = name.strip_suffix(short) {
            return format!("{begin}{whole}");
        }
    }
    name
}
