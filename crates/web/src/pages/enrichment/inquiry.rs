// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The fields of a question by its form: what a new one begins with, and what was filled in.

use chrono::NaiveDate;
use meldroute_core::{
    enrichment::{Address, Inquiry, InquiryKind, InquiryProblem},
    signal::assessment::Subject,
};

use crate::{
    lang::Lang,
    pages::signal::field::{Field, Given, Way},
};

/// The name of a field of a form of question.
pub(super) fn name(kind: InquiryKind, field: &str) -> String {
    format!("{}-{field}", kind.as_str())
}

/// The fields of a form of question.
pub(super) fn fields(lang: Lang, kind: InquiryKind) -> Vec<Field> {
    let field = |field: &str, way| Field::new(name(kind, field), lang.kind("inquiry-field", field), way);
    let line = |named: &str| field(named, Way::Line);
    match kind {
        InquiryKind::Place => vec![line("place").hint(lang.t("inquiry-hint-place"))],
        InquiryKind::Address => vec![
            line("postcode").hint(lang.t("inquiry-hint-postcode")),
            line("number"),
            line("letter").optional(lang),
            line("addition").optional(lang),
        ],
        InquiryKind::Residence => vec![
            line("object").hint(lang.t("inquiry-hint-object")),
            field("from", Way::Day),
            field("until", Way::Day),
        ],
        InquiryKind::Citizen => vec![line("bsn").hint(lang.t("inquiry-hint-bsn"))],
        InquiryKind::Person => vec![
            line("surname").hint(lang.t("inquiry-hint-surname")),
            field("born", Way::Day),
        ],
        InquiryKind::Company => vec![line("company").hint(lang.t("inquiry-hint-company"))],
        InquiryKind::CompanyName => vec![line("company-name")],
        InquiryKind::Words => vec![line("words").hint(lang.t("inquiry-hint-words"))],
    }
}

/// What a field begins with, from the words that stand with the subject.
pub(super) fn begin(field: &Field, kind: InquiryKind, subject: Option<&Subject>) -> String {
    let Some(subject) = subject.filter(|subject| kind.suits(subject.kind)) else {
        return String::new();
    };
    let is = |wanted: &str| field.name == name(kind, wanted);
    match kind {
        InquiryKind::Place | InquiryKind::CompanyName | InquiryKind::Words => subject.value.clone(),
        InquiryKind::Person if is("surname") => subject.value.clone(),
        InquiryKind::Company => number_of(&subject.value, 8),
        InquiryKind::Citizen => number_of(&subject.value, 9),
        InquiryKind::Address => {
            let address = Address::in_words(&subject.value);
            match () {
                () if is("postcode") => address.postcode,
                () if is("number") && address.number > 0 => address.number.to_string(),
                () if is("letter") => address.letter.unwrap_or_default(),
                () if is("addition") => address.addition.unwrap_or_default(),
                () => String::new(),
            }
        }
        InquiryKind::Residence | InquiryKind::Person => String::new(),
    }
}

/// The first number of so many digits.
fn number_of(words: &str, digits: usize) -> String {
    let mut numbers = words.split(|c: char| !c.is_ascii_digit());
    numbers
        .find(|number| number.len() == digits)
        .unwrap_or_default()
        .to_owned()
}

/// The question that was filled in, or the field that can't be used.
pub(super) fn read(kind: InquiryKind, given: &Given) -> Result<Inquiry, InquiryProblem> {
    let text = |field: &str| given.get(&name(kind, field)).to_owned();
    let day = |field: &'static str| {
        let day = text(field).parse::<NaiveDate>();
        day.map_err(|_no_day| InquiryProblem(field))
    };
    let inquiry = match kind {
        InquiryKind::Place => Inquiry::Place(text("place")),
        InquiryKind::Address => Inquiry::Address(Address {
            postcode: text("postcode"),
            // No house has number 0: it is refused like words would be.
            number: text("number").parse().unwrap_or_default(),
            letter: Some(text("letter")),
            addition: Some(text("addition")),
        }),
        InquiryKind::Residence => Inquiry::Residence {
            object: text("object"),
            from: day("from")?,
            until: day("until")?,
        },
        InquiryKind::Citizen => Inquiry::Citizen(text("bsn")),
        InquiryKind::Person => Inquiry::Person {
            surname: text("surname"),
            born: day("born")?,
        },
        InquiryKind::Company => Inquiry::Company(text("company")),
        InquiryKind::CompanyName => Inquiry::CompanyName(text("company-name")),
        InquiryKind::Words => Inquiry::Words(text("words")),
    };
    inquiry.checked()
}

/// What is said of a field that can't be used.
pub(super) fn wrong(field: &str) -> &'static str {
    match field {
        "postcode" => "inquiry-wrong-postcode",
        "number" => "inquiry-wrong-number",
        "letter" | "addition" => "inquiry-wrong-letter",
        "object" => "inquiry-wrong-object",
        "until" => "inquiry-wrong-until",
        "from" | "born" => "inquiry-wrong-day",
        "bsn" => "inquiry-wrong-bsn",
        "company" => "inquiry-wrong-company",
        "surname" => "inquiry-wrong-surname",
        _ => "inquiry-wrong-words",
    }
}
