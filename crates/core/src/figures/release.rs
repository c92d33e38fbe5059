// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The ledger: what was given out before. It is knowledge to whoever gets the next table.

use meldroute_estimate::disclosure::Range;
use serde::{Deserialize, Serialize};

use super::{audience::Audience, book::Book, table::FigureTable};
use crate::id::{AreaId, FigureSourceId, FormId, Timestamp};

/// A table that was given out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// When.
    pub at: Timestamp,
    /// To whom.
    pub audience: Audience,
    /// Of which source.
    pub source: FigureSourceId,
    /// Of which year.
    pub year: i32,
    /// What its cells told.
    pub told: Vec<Told>,
}

/// What a cell told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Of which area.
    pub area: AreaId,
    /// Of which form.
    pub form: FormId,
    /// The first and the last year that it is about.
    pub years: (i32, i32),
    /// At least so many.
    pub low: u32,
    /// At most so many.
    pub high: Option<u32>,
}

impl Told {
    /// Between which numbers it is.
    pub(super) fn range(&self) -> Range {
        Range {
            low: self.low,
            high: self.high,
        }
    }
}

impl Release {
    /// What a table tells.
    pub fn of(table: &FigureTable, at: Timestamp) -> Self {
        let cells = table.rows.iter().flat_map(|row| {
            let both = table.forms.iter().zip(&row.cells);
            both.filter_map(|(form, cell)| {
                let Range { low, high } = cell.shown.tells()?;
                Some(Told {
                    area: row.area.clone(),
                    form: form.clone(),
                    years: row.years,
                    low,
                    high,
                })
            })
        });
        Self {
            at,
            audience: table.audience,
            source: table.source.clone(),
            year: table.year,
            told: cells.collect(),
        }
    }
}

impl Book {
    /// Whether a release tells something that none told before.
    pub fn is_news(&self, release: &Release) -> bool {
        let mut told = release.told.iter();
        told.any(|new| !self.told(&release.source, &new.form).any(|known| known == new))
    }

    /// What was told before of a source and a form.
    pub(super) fn told<'a>(
        &'a self,
        source: &'a FigureSourceId,
        form: &'a FormId,
    ) -> impl Iterator<Item = &'a Told> {
        let releases = self
            .releases
            .iter()
            .filter(move |release| release.source == *source);
        releases
            .flat_map(|release| &release.told)
            .filter(move |told| told.form == *form)
    }
}
