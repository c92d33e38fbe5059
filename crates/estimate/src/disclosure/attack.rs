// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The attacker's programme: between which numbers a cell must lie, for whoever knows all that is shown.

use super::Table;
use crate::whole::{TooLarge, Whole, least_whole};

/// A fact about a table that is known already: how many persons some cells hold together. A ledger is a list of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The cells that are added.
    pub cells: Vec<usize>,
    /// What is known of their sum.
    pub range: Range,
}

/// From how many persons to how many; without an end when nothing limits it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// At least.
    pub low: u32,
    /// At most.
    pub high: Option<u32>,
}

impl Range {
    /// Exactly so many.
    pub fn exactly(count: u32) -> Self {
        Self {
            low: count,
            high: Some(count),
        }
    }

    /// Whether it leaves at least `width` between its ends.
    pub fn leaves(self, width: u32) -> bool {
        self.high.is_none_or(|high| high - self.low >= width)
    }
}

/// What an attacker can find out about one cell, from what is shown of each cell (nothing, or a range) and from the ledger.
/// `None` when the attack could not be carried through: then the cell must count as found out.
pub fn attack(table: &Table, shown: &[Option<Range>], ledger: &[Fact], cell: usize) -> Option<Range> {
    let sums = table
        .sums
        .iter()
        .flat_map(|(added, total)| added.iter().chain([total]));
    let mut named = sums
        .chain(ledger.iter().flat_map(|fact| &fact.cells))
        .chain([&cell]);
    // What speaks of cells that are not there is about another table: nothing may be concluded from it.
    if shown.len() != table.cells.len() || named.any(|cell| *cell >= table.cells.len()) {
        return None;
    }
    let programme = Programme::new(table, shown, ledger);
    let end = |sign| match programme.least(cell, sign) {
        Ok(Whole::Least(least)) => Some(Some(least * sign)),
        Ok(Whole::Unbounded) => Some(None),
        Ok(Whole::Impossible | Whole::NotBelow(_)) | Err(TooLarge) => None,
    };
    Some(Range {
        low: u32::try_from(end(1)??).ok()?,
        high: end(-1)?.map(u32::try_from).transpose().ok()?,
    })
}

/// Equations over the cells that are not known exactly. The others are numbers on the right.
struct Programme<'a> {
    /// Per cell: its exact number, or the variable that stands for it.
    known: Vec<Result<u32, usize>>,
    sums: &'a [(Vec<usize>, usize)],
    variables: usize,
    rows: Vec<Vec<i128>>,
    right: Vec<i128>,
}

impl<'a> Programme<'a> {
    fn new(table: &'a Table, shown: &[Option<Range>], ledger: &[Fact]) -> Self {
        let mut variables = 0;
        let known = (0..table.cells.len()).map(|cell| match shown.get(cell).copied().flatten() {
            Some(Range {
                low,
                high: Some(high),
            }) if low == high => Ok(low),
            _ => {
                variables += 1;
                Err(variables - 1)
            }
        });
        let mut programme = Self {
            known: known.collect(),
            sums: &table.sums,
            variables,
            rows: Vec::new(),
            right: Vec::new(),
        };
        for (added, total) in programme.sums {
            let terms = added.iter().map(|cell| (*cell, 1)).chain([(*total, -1)]);
            programme.state(terms, 0, 0);
        }
        let ranges = shown
            .iter()
            .enumerate()
            .filter_map(|(cell, range)| Some((vec![cell], (*range)?)));
        let facts = ledger.iter().map(|fact| (fact.cells.clone(), fact.range));
        for (cells, range) in ranges.chain(facts) {
            let terms = || cells.iter().map(|cell| (*cell, 1));
            if range.high == Some(range.low) {
                programme.state(terms(), 0, range.low.into());
            } else {
                programme.state(terms(), -1, range.low.into());
                if let Some(high) = range.high {
                    programme.state(terms(), 1, high.into());
                }
            }
        }
        programme
    }

    /// An equation, with a variable of its own for what may be more (-1) or less (1).
    fn state(&mut self, terms: impl Iterator<Item = (usize, i128)>, slack: i128, right: i128) {
        let mut row = vec![0; self.variables];
        let mut right = right;
        for (cell, factor) in terms {
            match self.known.get(cell) {
                Some(Ok(number)) => right -= factor * i128::from(*number),
                Some(Err(variable)) => row
                    .iter_mut()
                    .skip(*variable)
                    .take(1)
                    .for_each(|value| *value += factor),
                None => {}
            }
        }
        if row.iter().all(|value| *value == 0) {
            // It speaks of known cells only.
            return;
        }
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(self.variables);
        if slack != 0 {
            row.resize(width, 0);
            row.push(slack);
        }
        self.rows.push(row);
        self.right.push(right);
    }

    /// The least of `sign` times a cell.
    fn least(&self, cell: usize, sign: i128) -> Result<Whole, TooLarge> {
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(self.variables);
        let mut goal = vec![0; width];
        match self.known.get(cell) {
            Some(Ok(number)) => return Ok(Whole::Least(sign * i128::from(*number))),
            Some(Err(variable)) => goal
                .iter_mut()
                .skip(*variable)
                .take(1)
                .for_each(|value| *value = sign),
            None => return Ok(Whole::Impossible),
        }
        least_whole(&goal, &self.rows, &self.right)
    }
}
