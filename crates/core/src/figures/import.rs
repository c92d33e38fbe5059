// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Taking figures in from a table: what becomes of each row is said before anything is.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    book::{Book, Key, Reading},
    value::{NoValue, Value},
};
use crate::{
    configuration::Configuration,
    id::{AreaId, FigureSourceId, FormId},
    ports::{Table, TableRow},
};

/// The columns that a table must have, each by the names that it may bear.
const COLUMNS: [&[&str]; 5] = [
    &["source", "bron"],
    &["year", "jaar"],
    &["area", "gebied"],
    &["form", "vorm"],
    &["count", "value", "aantal", "waarde"],
];
const REASON: &[&str] = &["reason", "reden"];
const READ_ON: &[&str] = &["read_on", "gelezen op"];
const DOCUMENT: &[&str] = &["document"];

/// A column that is missing, by its first name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the file has no column `{0}`; it needs: source, year, area, form, count")]
pub struct NoColumn(pub &'static str);

/// What becomes of the rows of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sorted {
    /// Each row, with its line in the file.
    pub lines: Vec<(u64, Fate)>,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// A figure that was not there yet.
    New(Key, Reading),
    /// It says what is known already.
    Same(Key),
    /// It says something else than is known. What was known stays to be seen.
    Corrected {
        /// Of what.
        key: Key,
        /// What counts from now on.
        now: Reading,
        /// What counted.
        was: Value,
    },
    /// It can't be taken in.
    Wrong(Vec<Fault>),
}

/// What is wrong with a row. Says which column, and nothing of what stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The source does not stand in the configuration.
    #[error("column source: no such source stands in figures.toml")]
    Source,
    /// It is no year.
    #[error("column year: this is no year from 1990 to 2100")]
    Year,
    /// The area does not stand in the configuration.
    #[error("column area: no such area stands in figures.toml")]
    Area,
    /// There was no such area then.
    #[error("column area: there was no such area in that year")]
    AreaThen,
    /// The form does not stand in the configuration.
    #[error("column form: no such form stands in forms.toml")]
    Form,
    /// The source does not register the form: it can't have counted any.
    #[error("column count: this source does not register this form, so nothing can stand here")]
    NotRegistered,
    /// It is no value.
    #[error("column count: {0}")]
    Value(NoValue),
    /// It is no date, or one that is still to come.
    #[error("column read_on: this is no date up to today, such as 2024-07-09")]
    Date,
    /// The same cell stands in the file twice.
    #[error("the same source, year, area and form stand on line {0}, too")]
    Twice(u64),
}

impl Sorted {
    /// Whether there is a row that can't be taken in. Then none is: half a table would be taken for a whole one.
    pub fn is_wrong(&self) -> bool {
        self.lines.iter().any(|(_, fate)| matches!(fate, Fate::Wrong(_)))
    }

    /// How many rows are new, how many the same, how many corrected, how many wrong.
    pub fn counts(&self) -> [usize; 4] {
        let mut counts = [0; 4];
        for (_, fate) in &self.lines {
            let [new, same, corrected, wrong] = &mut counts;
            *match fate {
                Fate::New(..) => new,
                Fate::Same(_) => same,
                Fate::Corrected { .. } => corrected,
                Fate::Wrong(_) => wrong,
            } += 1;
        }
        counts
    }

    /// Writes into a book what the rows say.
    pub fn write_into(self, book: &mut Book) {
        for (_, fate) in self.lines {
            match fate {
                Fate::New(key, now) | Fate::Corrected { key, now, .. } => book.read(key, now),
                Fate::Same(_) | Fate::Wrong(_) => {}
            }
        }
    }
}

/// Says what would become of each row. Sources, areas and forms are known by their short names and by their names on screens.
pub fn sort(
    table: &Table,
    configuration: &Configuration,
    book: &Book,
    today: NaiveDate,
) -> Result<Sorted, NoColumn> {
    let place = |names: &[&'static str]| names.iter().find_map(|name| table.column(name));
    let mut places = [0; 5];
    for (column, names) in places.iter_mut().zip(COLUMNS) {
        let first = names.first().copied().unwrap_or_default();
        *column = place(names).ok_or(NoColumn(first))?;
    }
    let reader = Reader {
        configuration,
        places,
        reason: place(REASON),
        read_on: place(READ_ON),
        document: place(DOCUMENT),
        today,
    };
    let mut seen: BTreeMap<Key, u64> = BTreeMap::new();
    let lines = table.rows.iter().map(|row| {
        let fate = match reader.row(row) {
            Err(faults) => Fate::Wrong(faults),
            Ok((key, now)) => match seen.insert(key.clone(), row.line) {
                Some(line) => Fate::Wrong(vec![Fault::Twice(line)]),
                None => fate(book, key, now),
            },
        };
        (row.line, fate)
    });
    Ok(Sorted {
        lines: lines.collect(),
    })
}

fn fate(book: &Book, key: Key, now: Reading) -> Fate {
    match book.figure(&key).and_then(|figure| figure.value()) {
        None => Fate::New(key, now),
        Some(was) if *was == now.value => Fate::Same(key),
        Some(was) => Fate::Corrected {
            was: was.clone(),
            key,
            now,
        },
    }
}

struct Reader<'a> {
    configuration: &'a Configuration,
    places: [usize; 5],
    reason: Option<usize>,
    read_on: Option<usize>,
    document: Option<usize>,
    today: NaiveDate,
}

impl Reader<'_> {
    fn row(&self, row: &TableRow) -> Result<(Key, Reading), Vec<Fault>> {
        let [source, year, area, form, count] = self.places.map(|place| cell(row, Some(place)));
        let mut faults = Vec::new();
        let mut asked = |found: Option<_>, fault| {
            if found.is_none() {
                faults.push(fault);
            }
        };
        let (source, area, form) = (self.source(source), self.area(area), self.form(form));
        let year = year
            .parse::<i32>()
            .ok()
            .filter(|year| (1990..=2100).contains(year));
        let read_on = match cell(row, self.read_on) {
            "" => Some(self.today),
            text => text.parse().ok().filter(|day| *day <= self.today),
        };
        asked(source.as_ref().map(|_| ()), Fault::Source);
        asked(year.map(|_| ()), Fault::Year);
        asked(area.as_ref().map(|_| ()), Fault::Area);
        asked(form.as_ref().map(|_| ()), Fault::Form);
        asked(read_on.map(|_| ()), Fault::Date);
        let figures = &self.configuration.figures;
        if let (Some(area), Some(year)) = (&area, year)
            && figures.area(area).is_some_and(|area| !area.valid_in(year))
        {
            faults.push(Fault::AreaThen);
        }
        let registers = source.as_ref().zip(form.as_ref()).is_none_or(|(source, form)| {
            let source = figures.source(source);
            source.is_some_and(|source| source.forms.contains(form))
        });
        let value = value(registers, count, cell(row, self.reason));
        faults.extend(value.as_ref().err());
        let value = value.ok();
        let all = (source, year, area, form, value, read_on);
        let (Some(source), Some(year), Some(area), Some(form), Some(value), Some(read_on)) = all else {
            return Err(faults);
        };
        if !faults.is_empty() {
            return Err(faults);
        }
        let key = Key {
            source,
            year,
            area,
            form,
        };
        let reading = Reading {
            value,
            read_on,
            document: cell(row, self.document).to_owned(),
        };
        Ok((key, reading))
    }

    fn source(&self, text: &str) -> Option<FigureSourceId> {
        let mut sources = self.configuration.figures.sources.iter();
        let named = |it: &str| same(it, text);
        sources
            .find(|it| named(it.id.as_str()) || named(&it.name.nl) || named(&it.name.en))
            .map(|source| source.id.clone())
    }

    fn area(&self, text: &str) -> Option<AreaId> {
        let mut areas = self.configuration.figures.areas.iter();
        areas
            .find(|it| same(it.id.as_str(), text) || same(&it.name, text))
            .map(|area| area.id.clone())
    }

    fn form(&self, text: &str) -> Option<FormId> {
        let mut forms = self.configuration.forms.iter();
        let named = |it: &str| same(it, text);
        forms
            .find(|it| named(it.id.as_str()) || named(&it.name.nl) || named(&it.name.en))
            .map(|form| form.id.clone())
    }
}

fn value(registers: bool, count: &str, reason: &str) -> Result<Value, Fault> {
    match (registers, count) {
        // Nothing stands where nothing can be.
        (false, "") => Ok(Value::OutOfScope),
        (false, _) => Err(Fault::NotRegistered),
        (true, count) => Value::read(count, reason).map_err(Fault::Value),
    }
}

fn same(name: &str, text: &str) -> bool {
    name.to_lowercase() == text.to_lowercase()
}

fn cell(row: &TableRow, place: Option<usize>) -> &str {
    let cell = place.and_then(|place| row.cells.get(place));
    cell.map_or("", |cell| cell.trim())
}
