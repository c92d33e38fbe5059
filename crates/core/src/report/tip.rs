// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Forwarded anonymous tips: which of a batch are kept, and the words in a text that can give away who tipped.

use serde::{Deserialize, Serialize};

use crate::{
    configuration::channel::{TipColumns, Tips},
    ports::Table,
};

/// A tip of a batch that is kept. Nobody knows who tipped, and there is no way back to them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tip {
    /// The number that the sender of the batch gave it.
    pub number: String,
    /// What it is about, in the sender's words.
    pub topic: String,
    /// Its text.
    pub text: String,
    /// Where.
    pub place: String,
    /// When it was seen or told.
    pub observed: String,
}

/// What becomes of a row of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It becomes a report.
    Kept(Tip),
    /// Its topic is none of the municipality's: nothing of it is stored. With the topic, for who looks at the batch.
    OffTopic(String),
    /// It has no number or no text, so that nobody could know it again or do anything with it. Names the column.
    Wanting(String),
}

/// A row of a batch with what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sorted {
    /// The line of the file, counted from 1.
    pub line: u64,
    /// What becomes of it.
    pub fate: Fate,
}

/// A column that the configuration names does not stand in the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the file has no column `{wanted}`; its columns are: {}", .found.join(", "))]
pub struct ColumnMissing {
    /// The column.
    pub wanted: String,
    /// The columns that are there.
    pub found: Vec<String>,
}

/// Sorts a batch: what is kept, what is off topic, what can't be used.
pub fn sort(rules: &Tips, table: &Table) -> Result<Vec<Sorted>, ColumnMissing> {
    let places = Places::of(&rules.columns, table)?;
    let sorted = table.rows.iter().map(|row| Sorted {
        line: row.line,
        fate: places.fate(rules, &row.cells),
    });
    Ok(sorted.collect())
}

/// Where each column stands.
struct Places<'a> {
    columns: &'a TipColumns,
    number: usize,
    topic: usize,
    text: usize,
    place: Option<usize>,
    observed: Option<usize>,
}

impl<'a> Places<'a> {
    fn of(columns: &'a TipColumns, table: &Table) -> Result<Self, ColumnMissing> {
        let find = |name: &str| {
            table.column(name).ok_or_else(|| ColumnMissing {
                wanted: name.to_owned(),
                found: table.columns.clone(),
            })
        };
        Ok(Self {
            columns,
            number: find(&columns.number)?,
            topic: find(&columns.topic)?,
            text: find(&columns.text)?,
            place: columns.place.as_deref().map(find).transpose()?,
            observed: columns.observed.as_deref().map(find).transpose()?,
        })
    }

    fn fate(&self, rules: &Tips, cells: &[String]) -> Fate {
        let cell = |place: usize| {
            cells
                .get(place)
                .map(|cell| cell.trim().to_owned())
                .unwrap_or_default()
        };
        let tip = Tip {
            number: cell(self.number),
            topic: cell(self.topic),
            text: cell(self.text),
            place: self.place.map(cell).unwrap_or_default(),
            observed: self.observed.map(cell).unwrap_or_default(),
        };
        let topic = tip.topic.to_lowercase();
        // Without topic nobody can say that it is off topic: nothing may be lost.
        let ours = topic.is_empty()
            || rules
                .topics
                .iter()
                .any(|word| !word.is_empty() && topic.contains(&word.to_lowercase()));
        if !ours {
            Fate::OffTopic(tip.topic)
        } else if tip.number.is_empty() {
            Fate::Wanting(self.columns.number.clone())
        } else if tip.text.is_empty() {
            Fate::Wanting(self.columns.text.clone())
        } else {
            Fate::Kept(tip)
        }
    }
}

/// Words in a text that can give away who told it, each once, as they stand in the rules. They count as whole words.
pub fn telling<'a>(rules: &'a Tips, text: &str) -> Vec<&'a str> {
    let text = format!(" {} ", words(text).join(" "));
    let mut found: Vec<&str> = rules
        .telling
        .iter()
        .filter(|phrase| text.contains(&format!(" {} ", words(phrase).join(" "))))
        .map(String::as_str)
        .collect();
    found.dedup();
    found
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::TableRow;

    fn rules() -> Tips {
        Tips {
            channel: "tip".into(),
            columns: TipColumns {
                number: "Kenmerk".to_owned(),
                topic: "Onderwerp".to_owned(),
                text: "Tip".to_owned(),
                place: Some("Plaats".to_owned()),
                observed: None,
            },
            topics: vec!["mensenhandel".to_owned(), "uitbuiting".to_owned()],
            telling: vec!["mijn buurman".to_owned(), "ik werk".to_owned()],
        }
    }

    fn table(columns: &[&str], cells: &[&str]) -> Table {
        let own = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect();
        Table {
            columns: own(columns),
            rows: vec![TableRow {
                line: 2,
                cells: own(cells),
            }],
        }
    }

    fn fate(cells: &[&str]) -> Fate {
        let table = table(&["kenmerk", "Onderwerp", "Plaats", "Tip"], cells);
        sort(&rules(), &table).unwrap().remove(0).fate
    }

    #[test]
    fn what_is_ours_is_kept_and_the_rest_is_not() {
        let Fate::Kept(tip) = fate(&["7", "Arbeidsuitbuiting", "Haven", "Zes man in een bus"]) else {
            panic!("kept");
        };
        assert_eq!((tip.number.as_str(), tip.place.as_str()), ("7", "Haven"));
        assert_eq!(
            fate(&["8", "Fietsendiefstal", "", "x"]),
            Fate::OffTopic("Fietsendiefstal".to_owned())
        );
        assert!(matches!(fate(&["9", "", "", "Zonder onderwerp"]), Fate::Kept(_)));
        assert_eq!(
            fate(&["", "mensenhandel", "", "x"]),
            Fate::Wanting("Kenmerk".to_owned())
        );
        assert_eq!(
            fate(&["10", "mensenhandel", "", " "]),
            Fate::Wanting("Tip".to_owned())
        );
    }

    #[test]
    fn a_missing_column_is_named_with_those_that_are_there() {
        let missing = sort(&rules(), &table(&["Kenmerk", "Soort"], &["1", "x"])).unwrap_err();
        assert_eq!(
            missing.to_string(),
            "the file has no column `Onderwerp`; its columns are: Kenmerk, Soort"
        );
    }

    #[test]
    fn words_that_tell_on_somebody_are_found_whole() {
        let rules = rules();
        let found = |text| telling(&rules, text);
        assert_eq!(
            found("Mijn  buurman, die zag het. Ik werk er."),
            ["mijn buurman", "ik werk"]
        );
        assert!(found("Hij is mijn buurmannetje niet; ik werkte er").is_empty());
    }
}
