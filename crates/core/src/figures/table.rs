// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The table of one source and one year: areas under each other, forms beside each other. There is no table over several sources.

use super::{
    audience::{Audience, Shown},
    book::{Book, Key, Reading},
    disclose,
    note::{self, Note},
    value::Value,
};
use crate::{
    configuration::{
        Configuration,
        figures::{FigureArea, FigureSource},
        text::Language,
    },
    id::{AreaId, FigureSourceId, FormId},
};

/// A table as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureTable {
    /// Who counted.
    pub source: FigureSourceId,
    /// The year.
    pub year: i32,
    /// For whom it is.
    pub audience: Audience,
    /// The columns.
    pub forms: Vec<FormId>,
    /// The rows.
    pub rows: Vec<Row>,
    /// What must be known to read it.
    pub notes: Vec<Note>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The area.
    pub area: AreaId,
    /// The years that are taken together, first and last; mostly the one year of the table.
    pub years: (i32, i32),
    /// One cell for each form.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What it tells.
    pub shown: Shown,
    /// When it was read and where it stood; none where nobody wrote anything down, or numbers are not told as they are.
    pub reading: Option<Reading>,
    /// What it said before, where it was corrected.
    pub was: Option<Value>,
}

impl FigureTable {
    /// The table as its audience gets it.
    pub fn new(
        book: &Book,
        configuration: &Configuration,
        source: &FigureSource,
        year: i32,
        audience: Audience,
    ) -> Self {
        let areas: Vec<&FigureArea> = configuration
            .figures
            .areas
            .iter()
            .filter(|area| area.valid_in(year) && book.knows_area(&area.id))
            .collect();
        let columns: Vec<Vec<Cell>> = source
            .forms
            .iter()
            .map(|form| {
                if audience.is_exact() {
                    let cells = areas.iter();
                    return cells
                        .map(|area| Cell::of(book, source, year, &area.id, form))
                        .collect();
                }
                let asked = (source, year, audience);
                let shown = disclose::column(book, configuration, asked, form, &areas);
                shown.into_iter().map(Cell::told).collect()
            })
            .collect();
        let rows = areas.iter().enumerate().map(|(at, area)| Row {
            area: area.id.clone(),
            years: audience.years(area, year),
            cells: columns
                .iter()
                .filter_map(|column| column.get(at).cloned())
                .collect(),
        });
        let mut table = Self {
            source: source.id.clone(),
            year,
            audience,
            forms: source.forms.clone(),
            rows: rows.collect(),
            notes: Vec::new(),
        };
        table.notes = note::of(&table, book, configuration, source);
        table
    }

    /// The name of a row: the area, with its years where several are taken together.
    pub fn row_name(&self, row: &Row, configuration: &Configuration, language: Language) -> String {
        let name = note::area(configuration, &row.area);
        let (first, last) = row.years;
        match language {
            _ if first == last => name,
            Language::Nl => format!("{name} ({first} tot en met {last})"),
            Language::En => format!("{name} ({first} to {last})"),
        }
    }

    /// The names of the columns.
    pub fn heads(&self, configuration: &Configuration, language: Language) -> Vec<String> {
        self.forms
            .iter()
            .map(|form| note::form(configuration, form, language))
            .collect()
    }
}

impl Cell {
    fn told(shown: Shown) -> Self {
        Self {
            shown,
            reading: None,
            was: None,
        }
    }

    fn of(book: &Book, source: &FigureSource, year: i32, area: &AreaId, form: &FormId) -> Self {
        let key = Key {
            source: source.id.clone(),
            year,
            area: area.clone(),
            form: form.clone(),
        };
        let mut readings = book
            .figure(&key)
            .into_iter()
            .flat_map(|it| it.readings.iter().rev());
        let reading = readings.next().cloned();
        let was = readings.next().map(|earlier| earlier.value.clone());
        let value = reading.as_ref().map(|reading| reading.value.clone());
        Self {
            // Nobody wrote anything down: that is not zero.
            shown: Shown::Value(value.unwrap_or(Value::NotKnown {
                reason: String::new(),
            })),
            reading,
            was,
        }
    }
}
