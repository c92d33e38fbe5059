// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Whether a question is about the subject that it names. Who decides on the question decides on that subject; and it is the subject
//! that stands in the processing log.

use std::collections::BTreeSet;

use super::{Address, Inquiry, InquiryKind, InquiryProblem, QueryState, SourceQuery};
use crate::signal::assessment::{Subject, SubjectKind};

impl InquiryKind {
    /// Whether a subject of this kind can be asked about in this form.
    pub fn suits(self, subject: SubjectKind) -> bool {
        match self {
            Self::Place | Self::Address | Self::Residence => subject == SubjectKind::Address,
            Self::Citizen | Self::Person => subject == SubjectKind::Person,
            Self::Company | Self::CompanyName => subject == SubjectKind::Company,
            Self::Words => true,
        }
    }
}

impl Inquiry {
    /// Whether the question asks about the subject as it stands in the signal, or about what a source said of it before.
    ///
    /// # Errors
    ///
    /// The field that says something else than the subject does.
    pub fn is_about(&self, subject: &Subject, earlier: &[&SourceQuery]) -> Result<(), InquiryProblem> {
        let words = subject.value.as_str();
        let agrees = |agrees: bool, field| agrees.then_some(()).ok_or(InquiryProblem(field));
        if !self.kind().suits(subject.kind) {
            return Err(InquiryProblem("subject"));
        }
        match self {
            Self::Place(asked) => agrees(is_within(asked, words), "place"),
            Self::Words(asked) => agrees(is_within(asked, words), "words"),
            Self::CompanyName(asked) => agrees(is_within(asked, words), "company-name"),
            Self::Person { surname, .. } => agrees(is_within(surname, words), "surname"),
            Self::Address(asked) => {
                let mut written = Address::in_words(words);
                // A number alone stands in every street.
                if written.postcode.is_empty() && is_known(&asked.postcode, words, earlier) {
                    written.postcode.clone_from(&asked.postcode);
                }
                asked.is_within(&written)
            }
            Self::Citizen(bsn) => agrees(numbers(words).contains(bsn), "bsn"),
            // The register of companies tells the number of a company by its name, and the BAG that of a building by its address.
            Self::Company(number) => agrees(is_known(number, words, earlier), "company"),
            Self::Residence { object, .. } => agrees(is_known(object, words, earlier), "object"),
        }
    }
}

impl Address {
    /// What of an address stands in words such as "Havenstraat 12a-2, 2101 AB Heemstede". Without a number it is 0.
    pub fn in_words(words: &str) -> Self {
        let parts: Vec<&str> = words
            .split(|c: char| c.is_whitespace() || c == ',')
            .filter(|part| !part.is_empty())
            .collect();
        let mut address = Self::default();
        let mut rest = parts.iter().peekable();
        while let Some(part) = rest.next() {
            let digits = part.bytes().take_while(u8::is_ascii_digit).count();
            let (number, behind) = part.split_at(digits);
            let letters = rest
                .peek()
                .filter(|_| behind.is_empty())
                .copied()
                .unwrap_or(&behind);
            let is_postcode =
                digits == 4 && letters.len() == 2 && letters.bytes().all(|b| b.is_ascii_uppercase());
            if is_postcode {
                address.postcode = format!("{number} {letters}");
            } else if digits > 0 && address.number == 0 {
                address.number = number.parse().unwrap_or_default();
                let (letter, addition) = behind.split_once('-').unwrap_or((behind, ""));
                address.letter = Some(letter.to_owned()).filter(|letter| !letter.is_empty());
                address.addition = Some(addition.to_owned()).filter(|addition| !addition.is_empty());
            }
        }
        address
    }

    /// Whether what is asked is what was written down, or what a source said of it.
    fn is_within(&self, written: &Self) -> Result<(), InquiryProblem> {
        let same = |asked: Option<&String>, written: Option<&String>| {
            compact(asked.map_or("", String::as_str)) == compact(written.map_or("", String::as_str))
        };
        let postcode = compact(&written.postcode);
        for (agrees, field) in [
            (postcode == compact(&self.postcode), "postcode"),
            (self.number == written.number, "number"),
            (same(self.letter.as_ref(), written.letter.as_ref()), "letter"),
            (
                same(self.addition.as_ref(), written.addition.as_ref()),
                "addition",
            ),
        ] {
            if !agrees {
                return Err(InquiryProblem(field));
            }
        }
        Ok(())
    }
}

fn compact(words: &str) -> String {
    words.split_whitespace().collect::<String>().to_lowercase()
}

/// The words, in small letters, and the numbers among them; "2101AB" and "2101 AB" are the same.
fn parts(words: &str) -> BTreeSet<String> {
    let words = words.to_lowercase();
    let mut parts = BTreeSet::new();
    let mut part = String::new();
    let mut was_digit = None;
    for character in words.chars() {
        let is_digit = character.is_numeric();
        if !character.is_alphanumeric() || was_digit.is_some_and(|was| was != is_digit) {
            parts.insert(std::mem::take(&mut part));
        }
        was_digit = character.is_alphanumeric().then_some(is_digit);
        part.extend(Some(character).filter(|c| c.is_alphanumeric()));
    }
    parts.insert(part);
    parts.remove("");
    parts
}

/// Whether nothing is asked that does not stand in the words of the subject.
fn is_within(asked: &str, written: &str) -> bool {
    let asked = parts(asked);
    !asked.is_empty() && asked.is_subset(&parts(written))
}

/// The numbers in words, dots and spaces within them left out.
fn numbers(words: &str) -> BTreeSet<String> {
    let is_apart = |c: char| !(c.is_ascii_digit() || c == '.');
    let dotted = words.split(is_apart).map(|number| number.replace('.', ""));
    dotted.collect()
}

/// Whether a number stands in the words of the subject, or in what a source said about it.
fn is_known(number: &String, words: &str, earlier: &[&SourceQuery]) -> bool {
    let said = |query: &SourceQuery| match &query.state {
        QueryState::Answered { records, .. } => {
            let mut values = records.iter().flatten().map(|(_, value)| value);
            values.any(|value| value == number)
        }
        _ => false,
    };
    numbers(words).contains(number) || earlier.iter().copied().any(said)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[test]
    fn an_address_is_found_in_words() {
        for (words, postcode, number, letter, addition) in [
            ("Bloemenpad 907, Heemstede", "", 907, None, None),
            (
                "Havenstraat 12a-2, 2101 AB Heemstede",
                "2101 AB",
                12,
                Some("a"),
                Some("2"),
            ),
            ("2101AB 7", "2101 AB", 7, None, None),
            ("Plein 1940 3", "", 1940, None, None),
            ("ergens", "", 0, None, None),
            ("", "", 0, None, None),
        ] {
            let found = Address::in_words(words);
            assert_eq!(
                (found.postcode.as_str(), found.number),
                (postcode, number),
                "{words}"
            );
            assert_eq!(
                (found.letter.as_deref(), found.addition.as_deref()),
                (letter, addition)
            );
        }
    }

    #[rstest]
    #[case("Havenstraat 12", "Havenstraat 12, 2101 AB Heemstede", true)]
    #[case("2101AB 12", "Havenstraat 12, 2101 AB Heemstede", true)]
    #[case("havenstraat", "Havenstraat 12", true)]
    #[case("Havenstraat 13", "Havenstraat 12", false)]
    #[case("Havenstraat 1", "Havenstraat 12", false)]
    #[case("1-ZZZ-03", "1zzz03", true)]
    #[case("", "Havenstraat 12", false)]
    #[case("--", "Havenstraat 12", false)]
    fn words_are_about_what_they_repeat(#[case] asked: &str, #[case] written: &str, #[case] about: bool) {
        assert_eq!(is_within(asked, written), about);
    }

    #[rstest]
    #[case("12", "", "", "2101 AB", Ok(()))]
    #[case("12", "a", "", "2101 AB", Err("letter"))]
    #[case("12", "", "2", "2101 AB", Err("addition"))]
    #[case("14", "", "", "2101 AB", Err("number"))]
    #[case("12", "", "", "2101 AC", Err("postcode"))]
    fn an_address_is_the_one_that_was_written_down(
        #[case] number: u32,
        #[case] letter: &str,
        #[case] addition: &str,
        #[case] postcode: &str,
        #[case] about: Result<(), &str>,
    ) {
        let asked = Address {
            postcode: postcode.to_owned(),
            number,
            letter: Some(letter.to_owned()),
            addition: Some(addition.to_owned()),
        };
        let written = Address::in_words("Havenstraat 12, 2101 AB Heemstede");
        assert_eq!(asked.is_within(&written).map_err(|problem| problem.0), about);
    }
}
