// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What was undertaken for the plan: a training, a campaign, a lesson, leaflets, an agreement. One simple record, with a kind from the
//! configuration and the fields that this kind asks. No personal data: teams, places and numbers.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{NEAR, Plan, State};
use crate::{
    configuration::{
        plan::{FieldKind, RecordKind},
        text::Language,
    },
    id::Timestamp,
};

/// A line of a text is at most so many characters long.
const LONGEST: usize = 500;
/// A number is at most this.
const MOST: u32 = 1_000_000;

/// Something that was undertaken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Its number, from 1 on; it never changes.
    pub number: u32,
    /// What it says.
    #[serde(flatten)]
    pub content: Content,
    /// Who wrote that last.
    pub name: String,
    /// When.
    pub at: Timestamp,
}

/// What a record says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Its kind, by its short name.
    pub kind: String,
    /// On which day.
    pub on: NaiveDate,
    /// What it was.
    pub title: String,
    /// What the fields of its kind say, by their short names; without those that say nothing.
    pub values: Vec<(String, String)>,
    /// When somebody looks at it again: an agreement that may have to be renewed, leaflets that may have run out.
    pub review_on: Option<NaiveDate>,
}

impl Content {
    /// What is wrong with it, by the names of its fields.
    pub fn wrong(&self, kind: &RecordKind) -> Vec<&'static str> {
        let mut wrong = Vec::new();
        let mut note = |holds: bool, name| {
            if !holds && !wrong.contains(&name) {
                wrong.push(name);
            }
        };
        note(fits(&self.title) && !crate::blank::is_blank(&self.title), "title");
        for field in &kind.fields {
            match (self.value(&field.id), field.kind) {
                (None, _) => note(field.optional, "value"),
                (Some(value), FieldKind::Text) => note(fits(value), "value"),
                (Some(value), FieldKind::Number) => {
                    note(value.parse().is_ok_and(|number: u32| number <= MOST), "value");
                }
            }
        }
        note(self.review_on.is_none_or(|day| day >= self.on), "review");
        wrong
    }

    /// What a field says.
    pub fn value(&self, field: &str) -> Option<&str> {
        let mut values = self.values.iter();
        values
            .find(|(name, _)| name == field)
            .map(|(_, value)| value.as_str())
    }

    /// All of it in one sentence, as evidence.
    pub fn words(&self, kind: &RecordKind, language: Language) -> String {
        let fields = kind.fields.iter().filter_map(|field| {
            let value = self.value(&field.id)?;
            Some(format!("{}: {value}", field.name.of(language).to_lowercase()))
        });
        let fields: Vec<String> = fields.collect();
        let (kind, title) = (kind.name.of(language), &self.title);
        if fields.is_empty() {
            format!("{kind}: {title}.")
        } else {
            format!("{kind}: {title} ({}).", fields.join("; "))
        }
    }
}

impl Record {
    /// How it stands on a day, where somebody looks at it again.
    pub fn review(&self, on: NaiveDate) -> Option<State> {
        let day = self.content.review_on?;
        Some(if day < on {
            State::Late
        } else if (day - on).num_days() <= NEAR {
            State::Near
        } else {
            State::Ahead
        })
    }
}

impl Plan {
    /// The record with this number.
    pub fn record(&self, number: u32) -> Option<&Record> {
        self.records.iter().find(|record| record.number == number)
    }

    /// The number of the next record.
    pub fn next_record(&self) -> u32 {
        let numbers = self.records.iter().map(|record| record.number);
        numbers.max().unwrap_or(0) + 1
    }
}

fn fits(text: &str) -> bool {
    text.chars().count() <= LONGEST
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::configuration::{plan::RecordField, text::Text};

    fn text(words: &str) -> Text {
        Text {
            nl: words.to_owned(),
            en: words.to_owned(),
        }
    }

    fn kind() -> RecordKind {
        let field = |id: &str, kind, optional| RecordField {
            id: id.to_owned(),
            name: text(id),
            kind,
            optional,
        };
        RecordKind {
            id: "training".to_owned(),
            name: text("Training"),
            pillar: 1,
            reviewed: false,
            fields: vec![
                field("Bereikt", FieldKind::Number, false),
                field("Materiaal", FieldKind::Text, true),
            ],
        }
    }

    fn content(values: &[(&str, &str)]) -> Content {
        Content {
            kind: "training".to_owned(),
            on: "2026-03-03".parse().unwrap(),
            title: "Balie".to_owned(),
            values: values
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
            review_on: None,
        }
    }

    #[test]
    fn a_record_has_what_its_kind_asks() {
        let kind = kind();
        let right = content(&[("Bereikt", "12")]);
        assert!(right.wrong(&kind).is_empty());
        assert_eq!(right.words(&kind, Language::Nl), "Training: Balie (bereikt: 12).");
        assert_eq!(content(&[]).wrong(&kind), ["value"]);
        assert_eq!(content(&[("Bereikt", "veel")]).wrong(&kind), ["value"]);
        assert_eq!(content(&[("Bereikt", "-1")]).wrong(&kind), ["value"]);
        let before = Content {
            title: " ".to_owned(),
            review_on: "2026-03-02".parse().ok(),
            ..right
        };
        assert_eq!(before.wrong(&kind), ["title", "review"]);
    }
}
