// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The book of figures of a municipality: what each source said, when that was read, and what it said before.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{release::Release, value::Value};
use crate::id::{AreaId, BookId, FigureSourceId, FormId, MunicipalityId};

/// All figures of a municipality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Book {
    /// Identifier.
    pub id: BookId,
    /// The municipality.
    pub municipality: MunicipalityId,
    /// The figures, by their key.
    pub figures: Vec<Figure>,
    /// What was given out of them, oldest first.
    pub releases: Vec<Release>,
}

/// For what a source gives a value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Key {
    /// Who counted.
    pub source: FigureSourceId,
    /// In which year.
    pub year: i32,
    /// Where.
    pub area: AreaId,
    /// Which form of exploitation.
    pub form: FormId,
}

/// A figure with everything that was read of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// For what it is.
    pub key: Key,
    /// What was read, oldest first. The last one counts, the others stay to be seen.
    pub readings: Vec<Reading>,
}

/// What was read of a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// What the source said.
    pub value: Value,
    /// When that was read.
    pub read_on: NaiveDate,
    /// Where it stood.
    pub document: String,
}

impl Figure {
    /// What counts now.
    pub fn value(&self) -> Option<&Value> {
        self.readings.last().map(|reading| &reading.value)
    }
}

impl Book {
    /// An empty one.
    pub fn new(id: BookId, municipality: MunicipalityId) -> Self {
        Self {
            id,
            municipality,
            figures: Vec::new(),
            releases: Vec::new(),
        }
    }

    /// The figure with this key.
    pub fn figure(&self, key: &Key) -> Option<&Figure> {
        let place = self.figures.binary_search_by(|figure| figure.key.cmp(key)).ok()?;
        self.figures.get(place)
    }

    /// Writes down what was read.
    pub fn read(&mut self, key: Key, reading: Reading) {
        match self.figures.binary_search_by(|figure| figure.key.cmp(&key)) {
            Ok(place) => {
                if let Some(known) = self.figures.get_mut(place) {
                    known.readings.push(reading);
                }
            }
            Err(place) => {
                let readings = vec![reading];
                self.figures.insert(place, Figure { key, readings });
            }
        }
    }

    /// The years that it holds something of, oldest first.
    pub fn years(&self) -> Vec<i32> {
        let mut years: Vec<i32> = self.figures.iter().map(|figure| figure.key.year).collect();
        years.sort_unstable();
        years.dedup();
        years
    }

    /// Whether a source says how many for any cell of a year.
    pub fn says_something(&self, source: &FigureSourceId, year: i32) -> bool {
        self.figures.iter().any(|figure| {
            let asked = figure.key.source == *source && figure.key.year == year;
            asked && figure.value().is_some_and(Value::says_how_many)
        })
    }

    /// Whether anybody gives a value for an area.
    pub fn knows_area(&self, area: &AreaId) -> bool {
        self.figures.iter().any(|figure| figure.key.area == *area)
    }
}
