// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Forwarded anonymous tips: which of a batch are kept, and the words in a text that can give away who tipped.

use std::{collections::BTreeSet, sync::LazyLock};

use regex::Regex;
use serde::{Deserialize, Serialize};

use crate::{
    change::Fingerprint,
    configuration::channel::{TipColumns, Tips},
    link::pattern,
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

impl Tip {
    /// What a tip is known by when it comes a second time. Another text under the same number is another tip.
    pub fn mark(&self) -> Fingerprint {
        let said = [&self.topic, &self.text, &self.place, &self.observed];
        let said: Vec<String> = said.into_iter().flat_map(|part| words(part)).collect();
        Fingerprint::Tip(format!("{} {}", self.number, said.join(" ")))
    }
}

/// What becomes of a row of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It becomes a report.
    Kept(Tip),
    /// Neither topic nor text names one of the municipality's topics: nothing of it is stored. With the topic, for who looks at the batch.
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

/// A column that the configuration names does not stand in the file, or more than once.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ColumnWrong {
    /// It is not there.
    #[error("the file has no column `{wanted}`; its columns are: {}", .found.join(", "))]
    Missing {
        /// The column.
        wanted: String,
        /// The columns that are there.
        found: Vec<String>,
    },
    /// It is there more than once: nobody knows which is meant.
    #[error("the file has more than one column `{0}`; leave one")]
    Twice(String),
}

/// Sorts a batch: what is kept, what is off topic, what can't be used.
pub fn sort(rules: &Tips, table: &Table) -> Result<Vec<Sorted>, ColumnWrong> {
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
    fn of(columns: &'a TipColumns, table: &Table) -> Result<Self, ColumnWrong> {
        let find = |name: &str| {
            let mut places = table.columns_of(name);
            match (places.next(), places.next()) {
                (Some(place), None) => Ok(place),
                (Some(_), Some(_)) => Err(ColumnWrong::Twice(name.to_owned())),
                (None, _) => Err(ColumnWrong::Missing {
                    wanted: name.to_owned(),
                    found: table.columns.clone(),
                }),
            }
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
        // Senders choose a topic in haste; what the text itself calls by its name is ours.
        let named = format!("{} {}", tip.topic, tip.text).to_lowercase();
        let mut topics = rules.topics.iter().filter(|word| !word.is_empty());
        // Without topic nobody can say that it is off topic: nothing may be lost.
        let ours = tip.topic.is_empty() || topics.any(|word| named.contains(&word.to_lowercase()));
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

/// Words in a text that can give away who told it, each once: those of the rules, people near to somebody, and what somebody says of
/// themselves. The rules' words count as whole words.
pub fn telling(rules: &Tips, text: &str) -> Vec<String> {
    let plain = format!(" {} ", words(text).join(" "));
    let phrases = rules
        .telling
        .iter()
        .filter(|phrase| plain.contains(&format!(" {} ", words(phrase).join(" "))))
        .cloned();
    let found: BTreeSet<String> = phrases
        .chain(people_near(text))
        .chain(matches(&OF_ONESELF, text))
        .collect();
    found.into_iter().collect()
}

/// People who are named by what they are to somebody: "de buurvrouw", "mijn tante", "als leraar".
pub fn people_near(text: &str) -> Vec<String> {
    matches(&NEAR, text)
}

/// Somebody near of whom a text says that they told it: "de buurvrouw meldde".
pub fn told_by(text: &str) -> Vec<String> {
    let told = text
        .split(['.', '!', '?', '\n'])
        .filter(|sentence| TELLS.is_match(sentence));
    told.flat_map(people_near)
        .collect::<BTreeSet<String>>()
        .into_iter()
        .collect()
}

fn matches(pattern: &Regex, text: &str) -> Vec<String> {
    let found = pattern
        .find_iter(text)
        .map(|found| words(found.as_str()).join(" "));
    found.collect::<BTreeSet<String>>().into_iter().collect()
}

/// Who is near enough to see something, and few enough to be known by it.
static NEAR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?ix)\b(?:mijn|uw|je|jouw|haar|zijn|hun|onze?|de|een|als)\s+(?:(?:boven|onder|oude?|vroegere)\s?)?(?:buur(?:man|vrouw|jongen|meisje)|buren|collega\w*|baas|chef|
        werkgever|zus(?:je)?|broer(?:tje)?|moeder|vader|ouders|oom|tante|neef|nicht(?:je)?|opa|oma|schoon\w+|vriend(?:in|innen|en)?|
        ex(?:-\w+)?|zoon|dochter|huurder\w*|huisbaas|verhuurder|klant|leraar|lerares|juf|mentor|docente?|huisarts|
        verpleegkundige|hulpverlener|schoonma\w+|postbode|bezorger|monteur|cli[eë]nte?|pati[eë]nte?|leerlinge?)\b
        |\b(?:buur(?:man|vrouw)|collega|tante|oom|opa|oma|juf|meester)\s+(?-i:\p{Lu})\w+",
    )
});

/// That somebody told it.
static TELLS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:meldd?e?|meldt|melden|gemeld|melder|tipte|tipgever|belde|mailde|vertelde|verteld|gaf\s+(?:aan|door))\b",
    )
});

/// What somebody says of themselves.
static OF_ONESELF: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:ik\s+(?:ben|was|werk|werkte|woon|woonde|huur|huurde|ken|kende|hoorde)|bij\s+mij|in\s+mijn|u\s+(?:werkt|woont))\b",
    )
});

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
    fn somebody_near_is_known_by_a_name_without_the_word_before_it() {
        let told = told_by(
            "Buurvrouw Anneke van nummer 902 meldde dat hier vrouwen werken. Buurvrouw zijn is mooi.",
        );
        assert_eq!(told, ["buurvrouw anneke"]);
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
        let by_its_text = fate(&["11", "Overlast", "", "Dit lijkt op mensenhandel"]);
        assert!(
            matches!(by_its_text, Fate::Kept(_)),
            "the topic was chosen in haste"
        );
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
    fn another_text_under_the_same_number_is_another_tip() {
        let tip = |text: &str| match fate(&["7", "uitbuiting", "Haven", text]) {
            Fate::Kept(tip) => tip.mark(),
            other => panic!("{other:?}"),
        };
        assert_eq!(tip("Een  loods."), tip("een loods"));
        assert_ne!(tip("Een loods."), tip("Een schip."));
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
            ["ik werk", "mijn buurman"]
        );
        assert_eq!(
            found("Ik ben haar tante, en als leraar zag ik het. Mijn oom doet dit."),
            ["als leraar", "haar tante", "ik ben", "mijn oom"]
        );
        assert!(found("In de buurt van de haven klonk harde muziek; zij werkten er").is_empty());
    }
}
