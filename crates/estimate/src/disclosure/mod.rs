// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Tables that leave the house: small numbers are hidden, and nothing that is shown, now or earlier, gives them away.

mod attack;
mod rounding;
mod suppress;

pub use attack::{Fact, Range, attack};
pub use rounding::{band, controlled_rounding};
pub use suppress::{GivenAway, Policy, protect, withhold};

/// A table with margins: the cells with their numbers, and which cells add up to which.
///
/// Attackers are taken to know the sums, everything that is shown, the facts of the ledger, that persons are whole and never fewer than none. Who
/// also knows how cells were chosen to be hidden can learn more; that is not modelled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The true number of each cell, margins included.
    pub cells: Vec<u32>,
    /// Per sum: the cells that are added, and the cell that holds the sum.
    pub sums: Vec<(Vec<usize>, usize)>,
}

impl Table {
    /// A table of rows and columns with margins: each row and then its total, and at the end the totals of the columns and of all. None
    /// when rows differ in length.
    pub fn with_margins(rows: &[Vec<u32>]) -> Option<Self> {
        let columns = rows.first().map_or(0, Vec::len);
        if rows.iter().any(|row| row.len() != columns) {
            return None;
        }
        let mut cells: Vec<u32> = Vec::new();
        let mut sums = Vec::new();
        for (number, row) in rows.iter().enumerate() {
            let start = number * (columns + 1);
            cells.extend(row);
            cells.push(row.iter().sum());
            sums.push(((start..start + columns).collect(), start + columns));
        }
        let last = rows.len() * (columns + 1);
        for column in 0..=columns {
            let added: Vec<usize> = (0..rows.len()).map(|row| row * (columns + 1) + column).collect();
            cells.push(added.iter().filter_map(|cell| cells.get(*cell)).sum());
            sums.push((added, last + column));
        }
        sums.push(((last..last + columns).collect(), last + columns));
        Some(Self { cells, sums })
    }
}
