// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What a source is asked: one subject, in the form that sources understand.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The forms of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InquiryKind {
    /// A place in words.
    Place,
    /// An address.
    Address,
    /// Who lives or lived in a building.
    Residence,
    /// A citizen by number.
    Citizen,
    /// A person by name and birth date.
    Person,
    /// A company by number.
    Company,
    /// A company by name.
    CompanyName,
    /// Words, as they stand in a table.
    Words,
}

impl InquiryKind {
    /// Every form, in the order of the screens.
    pub const ALL: [Self; 8] = [
        Self::Place,
        Self::Address,
        Self::Residence,
        Self::Citizen,
        Self::Person,
        Self::Company,
        Self::CompanyName,
        Self::Words,
    ];

    /// The name in configuration, forms and the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Address => "address",
            Self::Residence => "residence",
            Self::Citizen => "citizen",
            Self::Person => "person",
            Self::Company => "company",
            Self::CompanyName => "company-name",
            Self::Words => "words",
        }
    }
}

/// A question to a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Inquiry {
    /// A place in words, such as "Havenstraat 12 Heemstede".
    Place(String),
    /// An address.
    Address(Address),
    /// Who is registered in a building.
    Residence {
        /// The identifier of the addressable object in the BAG: sixteen digits.
        object: String,
        /// From which day.
        from: NaiveDate,
        /// To which day, with that day itself.
        until: NaiveDate,
    },
    /// A citizen by BSN.
    Citizen(String),
    /// A person.
    Person {
        /// Name without first names.
        surname: String,
        /// Day of birth.
        born: NaiveDate,
    },
    /// A company by its number of eight digits.
    Company(String),
    /// A company by its name.
    CompanyName(String),
    /// Words.
    Words(String),
}

/// An address as registers know it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// Four digits and two capitals, without a space.
    pub postcode: String,
    /// House number.
    pub number: u32,
    /// House letter.
    pub letter: Option<String>,
    /// What comes after number and letter.
    pub addition: Option<String>,
}

/// What is wrong with a question; names the field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("field {0} is missing or can't be used")]
pub struct InquiryProblem(pub &'static str);

/// The longest text in a question, in characters.
const LONGEST: usize = 200;

impl Inquiry {
    /// Its form.
    pub fn kind(&self) -> InquiryKind {
        match self {
            Self::Place(_) => InquiryKind::Place,
            Self::Address(_) => InquiryKind::Address,
            Self::Residence { .. } => InquiryKind::Residence,
            Self::Citizen(_) => InquiryKind::Citizen,
            Self::Person { .. } => InquiryKind::Person,
            Self::Company(_) => InquiryKind::Company,
            Self::CompanyName(_) => InquiryKind::CompanyName,
            Self::Words(_) => InquiryKind::Words,
        }
    }

    /// The question as sources understand it: without spaces where none belong.
    pub fn checked(self) -> Result<Self, InquiryProblem> {
        Ok(match self {
            Self::Place(words) => Self::Place(text(&words, "place")?),
            Self::Address(address) => Self::Address(address.checked()?),
            Self::Residence { object, from, until } => {
                if from > until {
                    return Err(InquiryProblem("until"));
                }
                let object = digits(&object, 16, "object")?;
                Self::Residence { object, from, until }
            }
            Self::Citizen(bsn) => Self::Citizen(digits(&bsn, 9, "bsn")?),
            // A name with a star asks for everybody whose name begins so.
            Self::Person { surname, .. } if surname.contains('*') => return Err(InquiryProblem("surname")),
            Self::Person { surname, born } => Self::Person {
                surname: text(&surname, "surname")?,
                born,
            },
            Self::Company(number) => Self::Company(digits(&number, 8, "company")?),
            Self::CompanyName(name) => Self::CompanyName(text(&name, "company-name")?),
            Self::Words(words) => Self::Words(text(&words, "words")?),
        })
    }
}

impl Address {
    fn checked(self) -> Result<Self, InquiryProblem> {
        let postcode: String = self.postcode.split_whitespace().collect();
        let postcode = postcode.to_uppercase();
        let shape = postcode.len() == 6
            && postcode.bytes().take(4).all(|b| b.is_ascii_digit())
            && postcode.bytes().skip(4).all(|b| b.is_ascii_uppercase())
            && !postcode.starts_with('0');
        if !shape {
            return Err(InquiryProblem("postcode"));
        }
        if !(1..=99_999).contains(&self.number) {
            return Err(InquiryProblem("number"));
        }
        let letter = optional(self.letter, 1, "letter")?.map(|letter| letter.to_uppercase());
        if letter
            .as_ref()
            .is_some_and(|l| !l.bytes().all(|b| b.is_ascii_alphabetic()))
        {
            return Err(InquiryProblem("letter"));
        }
        Ok(Self {
            postcode,
            number: self.number,
            letter,
            addition: optional(self.addition, 4, "addition")?,
        })
    }
}

fn text(words: &str, field: &'static str) -> Result<String, InquiryProblem> {
    let words = words.trim();
    if words.is_empty() || words.chars().count() > LONGEST {
        return Err(InquiryProblem(field));
    }
    Ok(words.to_owned())
}

fn optional(
    words: Option<String>,
    most: usize,
    field: &'static str,
) -> Result<Option<String>, InquiryProblem> {
    let words = words
        .map(|words| words.trim().to_owned())
        .filter(|words| !words.is_empty());
    match &words {
        Some(words) if words.chars().count() > most => Err(InquiryProblem(field)),
        _ => Ok(words),
    }
}

fn digits(number: &str, count: usize, field: &'static str) -> Result<String, InquiryProblem> {
    let number: String = number
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '.')
        .collect();
    if number.len() == count && number.bytes().all(|b| b.is_ascii_digit()) {
        Ok(number)
    } else {
        Err(InquiryProblem(field))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(postcode: &str, number: u32, letter: &str) -> Inquiry {
        Inquiry::Address(Address {
            postcode: postcode.to_owned(),
            number,
            letter: Some(letter.to_owned()),
            addition: Some(" ".to_owned()),
        })
    }

    #[test]
    fn an_address_is_written_as_registers_write_it() {
        let Ok(Inquiry::Address(address)) = address(" 2101 ab ", 12, "a").checked() else {
            panic!("this is an address");
        };
        assert_eq!((address.postcode.as_str(), address.number), ("2101AB", 12));
        assert_eq!((address.letter.as_deref(), address.addition), (Some("A"), None));
    }

    #[test]
    fn what_no_register_knows_is_refused_with_its_field() {
        let field = |inquiry: Inquiry| {
            inquiry
                .checked()
                .map(|_| ())
                .map_err(|InquiryProblem(field)| field)
        };
        assert_eq!(field(address("210 AB", 12, "")), Err("postcode"));
        assert_eq!(field(address("2101éé", 12, "")), Err("postcode"));
        assert_eq!(field(address("2101 AB", 0, "")), Err("number"));
        assert_eq!(field(address("2101 AB", 1, "1")), Err("letter"));
        assert_eq!(field(Inquiry::Citizen("99999001".to_owned())), Err("bsn"));
        assert_eq!(field(Inquiry::Citizen("999 990 019".to_owned())), Ok(()));
        let (surname, born) = ("Jans*".to_owned(), NaiveDate::default());
        assert_eq!(field(Inquiry::Person { surname, born }), Err("surname"));
        assert_eq!(field(Inquiry::Company("1234567a".to_owned())), Err("company"));
        assert_eq!(field(Inquiry::Words(" ".to_owned())), Err("words"));
        assert_eq!(field(Inquiry::Words("x".repeat(201))), Err("words"));
    }
}
