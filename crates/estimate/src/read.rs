// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Capture histories from CSV, checked.

use std::collections::BTreeMap;

use crate::capture::{Captures, MOST_LISTS, MOST_PERSONS};

/// What is wrong with a file, where, and what should stand there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {found}; expected {expected}")]
pub struct Unreadable {
    /// The line of the file.
    pub line: u64,
    /// What stands there.
    pub found: String,
    /// What should.
    pub expected: String,
}

impl Unreadable {
    fn new(line: u64, found: impl Into<String>, expected: impl Into<String>) -> Self {
        Self {
            line,
            found: found.into(),
            expected: expected.into(),
        }
    }
}

/// Reads a table: a head line with the names of the lists and `count`, then a line per history with 0 or 1 per list and how
/// many persons are on exactly those lists. Histories that do not occur can be left out. Lines with `#` are notes. Commas or
/// semicolons, as spreadsheets write them.
pub fn read(text: &str) -> Result<Captures, Unreadable> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty());
    let Some((line, head)) = lines.next() else {
        return Err(Unreadable::new(1, "nothing", HEAD));
    };
    let last = head.rsplit(';').next().unwrap_or_default();
    let comma = if last.trim() == "count" { b';' } else { b',' };
    let lists = lists(&cells(head, comma, line)?, line)?;
    let mut seen: BTreeMap<Vec<bool>, u64> = BTreeMap::new();
    let mut histories = Vec::new();
    let mut persons: u32 = 0;
    for (line, text) in lines {
        let (on, count) = history(&cells(text, comma, line)?, lists.len(), line)?;
        if let Some(first) = seen.insert(on.clone(), line) {
            let found = format!("the same lists as in line {first}");
            return Err(Unreadable::new(
                line,
                found,
                "one line for each combination of lists",
            ));
        }
        persons = persons.saturating_add(count);
        if persons > MOST_PERSONS {
            let expected = format!("at most {MOST_PERSONS} persons in all");
            return Err(Unreadable::new(
                line,
                format!("{persons} persons up to here"),
                expected,
            ));
        }
        histories.push((on, count));
    }
    if persons == 0 {
        return Err(Unreadable::new(
            line,
            "no persons below it",
            "lines with a count above 0",
        ));
    }
    Ok(Captures::new(&lists, &histories))
}

const HEAD: &str = "a head line with the names of the lists and `count` at the end, such as `police,care,labour inspectorate,count`";

/// What is said to somebody who offers the figures of a municipality.
const FIGURES: &str = "how many persons are on which lists together. Numbers per source do not tell who was counted twice, so no estimate can be \
    made of them; and for one municipality none is made at all, since its numbers are too small. What can be said is that there are at \
    least as many persons as the largest source counted and at most as many as all sources together, if each source knows its number";

/// The cells of a line. Line by line, since the reader of CSV does not count the notes that it leaves out.
fn cells(text: &str, comma: u8, line: u64) -> Result<csv::StringRecord, Unreadable> {
    let row = csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(comma)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes())
        .into_records()
        .next();
    match row {
        Some(Ok(row)) => Ok(row),
        Some(Err(_)) | None => Err(Unreadable::new(
            line,
            "no readable line",
            "comma-separated values",
        )),
    }
}

fn lists(head: &csv::StringRecord, line: u64) -> Result<Vec<String>, Unreadable> {
    let mut names: Vec<String> = head.iter().map(str::to_owned).collect();
    if names.iter().any(|name| name == "source") && names.iter().any(|name| name == "area") {
        return Err(Unreadable::new(line, "numbers per source and area", FIGURES));
    }
    if names.pop().is_none_or(|last| last != "count") || names.is_empty() {
        let found = if head.iter().any(|name| name == "count") {
            "a head line of another kind"
        } else {
            "no column `count`"
        };
        return Err(Unreadable::new(line, found, HEAD));
    }
    if names.len() > MOST_LISTS {
        let expected = format!("at most {MOST_LISTS}: put lists of the same kind together");
        return Err(Unreadable::new(line, format!("{} lists", names.len()), expected));
    }
    let mut known = std::collections::BTreeSet::new();
    for (place, name) in names.iter().enumerate() {
        if name.is_empty() {
            let found = format!("no name in column {}", place + 1);
            return Err(Unreadable::new(line, found, "a name for each list"));
        }
        if !known.insert(name) {
            let found = format!("two lists with the name `{name}`");
            return Err(Unreadable::new(line, found, "a name of its own for each list"));
        }
    }
    Ok(names)
}

fn history(row: &csv::StringRecord, lists: usize, line: u64) -> Result<(Vec<bool>, u32), Unreadable> {
    if row.len() != lists + 1 {
        let expected = format!("{}, as in the head line", lists + 1);
        return Err(Unreadable::new(line, format!("{} values", row.len()), expected));
    }
    let on: Vec<bool> = row
        .iter()
        .take(lists)
        .map(|value| match value {
            "0" => Ok(false),
            "1" => Ok(true),
            _ => Err(Unreadable::new(
                line,
                format!("`{value}` for a list"),
                "1 (on it) or 0 (not on it)",
            )),
        })
        .collect::<Result<_, _>>()?;
    if !on.contains(&true) {
        let expected = "a list: how many persons are on none is what the estimate is about";
        return Err(Unreadable::new(line, "persons on no list", expected));
    }
    let value = row.get(lists).unwrap_or_default();
    let Ok(count) = value.parse() else {
        let found = format!("`{value}` as count");
        return Err(Unreadable::new(
            line,
            found,
            "a whole number of persons, such as 12",
        ));
    };
    Ok((on, count))
}
