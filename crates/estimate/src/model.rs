// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Which two-list effects a log-linear model has, and the design matrix that follows from it and from a table.

use crate::capture::{Cell, Table};

/// All pairs of lists, in a fixed order: the bits of a [`Model`].
pub(crate) fn pairs(lists: usize) -> impl Iterator<Item = Cell> {
    (0..lists).flat_map(move |one| (one + 1..lists).map(move |other| (1 << one) | (1 << other)))
}

/// A set of pairs of lists, each with a two-list effect: being on one makes being on the other more or less likely.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Model(pub(crate) u64);

impl Model {
    /// All two-list effects.
    pub(crate) fn all(lists: usize) -> Self {
        Self((1 << (lists * lists.saturating_sub(1) / 2)) - 1)
    }

    /// Whether the pair with this number is in it.
    pub(crate) fn has(self, pair: usize) -> bool {
        self.0 >> pair & 1 == 1
    }

    /// The same with this pair.
    pub(crate) fn with(self, pair: usize) -> Self {
        Self(self.0 | 1 << pair)
    }

    /// How many two-list effects.
    pub(crate) fn len(self) -> u32 {
        self.0.count_ones()
    }
}

/// The design of a fit: one row per cell, one column per parameter.
///
/// Extended maximum likelihood (Chan, Silverman and Vincent 2021): the effect of a pair in the model that nobody shares is minus
/// infinity. Its cells have expectation zero, so they and the parameter are left out. The same for a list with nobody.
#[derive(Clone, Debug, Default)]
pub(crate) struct Design {
    /// The lists of each parameter: none for the intercept, then one, then two.
    columns: Vec<Cell>,
    cells: Vec<Cell>,
    rows: Vec<f64>,
    counts: Vec<f64>,
}

impl Design {
    /// Makes it anew in the memory that it has.
    pub(crate) fn set(&mut self, table: &Table, model: Model) {
        self.columns.clear();
        self.columns.push(0);
        let lists = (0..table.lists).map(|list| 1 << list);
        let effects = pairs(table.lists)
            .enumerate()
            .filter(|(pair, _)| model.has(*pair));
        let terms = lists.chain(effects.map(|(_, lists)| lists));
        let mut cells = core::mem::take(&mut self.cells);
        cells.clear();
        cells.extend(table.cells());
        for term in terms {
            if table.total(term) > 0 {
                self.columns.push(term);
            } else {
                cells.retain(|cell| cell & term != term);
            }
        }
        self.cells = cells;
        self.fill(table);
    }

    /// Leaves only histories with at most two lists.
    pub(crate) fn keep_ones_and_twos(&mut self, table: &Table) {
        self.cells.retain(|cell| cell.count_ones() <= 2);
        self.fill(table);
    }

    /// Rows and counts for the columns and cells.
    fn fill(&mut self, table: &Table) {
        self.rows.clear();
        self.counts.clear();
        let mut counted = table.counted.iter().peekable();
        for cell in &self.cells {
            let row = self
                .columns
                .iter()
                .map(|term| f64::from(u8::from(cell & term == *term)));
            self.rows.extend(row);
            while counted.next_if(|(history, _)| history < cell).is_some() {}
            let count = counted.next_if(|(history, _)| history == cell);
            self.counts
                .push(count.map_or(0.0, |(_, count)| f64::from(*count)));
        }
    }

    /// The lists of each parameter.
    pub(crate) fn columns(&self) -> &[Cell] {
        &self.columns
    }

    /// The cells that are left.
    pub(crate) fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// One row per cell.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &[f64]> {
        self.rows.chunks_exact(self.columns.len().max(1))
    }

    /// How many persons each cell has.
    pub(crate) fn counts(&self) -> &[f64] {
        &self.counts
    }
}
