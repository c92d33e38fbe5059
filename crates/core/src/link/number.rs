// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Telephone numbers, plates of vehicles, and numbers of the trade register.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    Fact, FactKind,
    find::{fact, pattern},
};

static PHONE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:\+|\b00)[1-9](?:[ .()/-]{0,2}\d){7,13}|\b0[1-9](?:[ ./-]{0,2}\d){8}\b|\(0[1-9]\d{1,2}\)(?:[ .-]?\d){6,7}\b",
    )
});
static DATE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)\d\d"));
static PLATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\b(?:[A-Za-z]{1,3}|\d{1,3})-(?:[A-Za-z]{1,3}|\d{1,3})-(?:[A-Za-z]{1,3}|\d{1,3})\b")
});
static SPACED_PLATE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?:[A-Z]{1,3}|\d{1,3}) (?:[A-Z]{1,3}|\d{1,3}) (?:[A-Z]{1,3}|\d{1,3})\b"));
static BARE_PLATE: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b[A-Za-z0-9]{6}\b"));
static KVK: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i:\bkvk|kamer van koophandel|\bk\.v\.k\.)[^0-9]{0,24}(\d{8})\b"));

/// The forms that a Dutch plate has had: X is a letter, 9 a digit.
const SIDECODES: [&str; 14] = [
    "XX-99-99", "99-99-XX", "99-XX-99", "XX-99-XX", "XX-XX-99", "99-XX-XX", "99-XXX-9", "9-XXX-99",
    "XX-999-X", "X-999-XX", "XXX-99-X", "X-99-XXX", "9-XX-999", "999-XX-9",
];

/// The telephone numbers in a text.
pub(super) fn phones(text: &str) -> Vec<Fact> {
    let found = PHONE.find_iter(text).filter(|found| {
        let before = text.get(..found.start()).unwrap_or_default().trim_end();
        // The end of an IBAN looks like a telephone number.
        let account = before
            .chars()
            .rev()
            .take(4)
            .filter(char::is_ascii_uppercase)
            .count()
            == 4;
        let within =
            before.len() == found.start() && before.ends_with(|letter: char| letter.is_alphanumeric());
        !account && !within && !DATE.is_match(found.as_str())
    });
    found
        .map(|found| fact(FactKind::Phone, phone(found.as_str()), found.as_str()))
        .collect()
}

/// A telephone number as it is called from abroad, without the plus.
pub(crate) fn phone(written: &str) -> String {
    let written = written.trim();
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let abroad = if written.starts_with('+') {
        Some(digits.as_str())
    } else {
        digits.strip_prefix("00")
    };
    let number = match (abroad, digits.strip_prefix('0')) {
        (Some(abroad), _) => abroad.to_owned(),
        (None, Some(national)) => format!("31{national}"),
        (None, None) => digits,
    };
    // +31 (0)6 is written, too.
    match number.strip_prefix("310") {
        Some(rest) => format!("31{rest}"),
        None => number,
    }
}

/// The Dutch plates in a text.
pub(super) fn plates(text: &str) -> Vec<Fact> {
    let dashed = PLATE.find_iter(text).chain(SPACED_PLATE.find_iter(text));
    let bare = BARE_PLATE.find_iter(text).filter(|found| {
        let one_case = |case: fn(&char) -> bool| {
            found
                .as_str()
                .chars()
                .filter(char::is_ascii_alphabetic)
                .all(|c| case(&c))
        };
        one_case(char::is_ascii_uppercase) || one_case(char::is_ascii_lowercase)
    });
    let found = dashed
        .map(|found| (found, false))
        .chain(bare.map(|found| (found, true)));
    found
        .filter_map(|(found, bare)| {
            let (shape, plate) = (shape(found.as_str()), compact(found.as_str()));
            let code = SIDECODES.iter().find(|code| {
                let code: String = code.chars().filter(|c| !bare || *c != '-').collect();
                code == shape
            })?;
            // Without dashes this is a postcode.
            let postcode = bare && shape == "9999XX";
            (!postcode).then(|| fact(FactKind::Plate, plate.clone(), &with_dashes(&plate, code)))
        })
        .collect()
}

fn shape(text: &str) -> String {
    let letter = |letter: char| match letter {
        '0'..='9' => '9',
        ' ' | '-' => '-',
        _ => 'X',
    };
    text.chars().map(letter).collect()
}

fn with_dashes(plate: &str, code: &str) -> String {
    let mut letters = plate.chars();
    let next = |at: char| if at == '-' { Some('-') } else { letters.next() };
    code.chars().filter_map(next).collect()
}

/// The numbers of the trade register in a text.
pub(super) fn companies(text: &str) -> Vec<Fact> {
    let found = KVK.captures_iter(text).filter_map(|captures| captures.get(1));
    found
        .map(|number| {
            let key = format!("KVK{}", number.as_str());
            fact(FactKind::Company, key, &format!("KvK {}", number.as_str()))
        })
        .collect()
}

pub(crate) fn compact(text: &str) -> String {
    text.chars()
        .filter(|letter| letter.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .collect()
}
