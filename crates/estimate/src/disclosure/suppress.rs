// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Hiding small numbers, and as many others as it takes that nobody can compute them.

use super::{Fact, Range, Table, attack};

/// What may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Numbers from 1 to below this are hidden. Zero is shown, unless it must help to hide another.
    pub least_shown: u32,
    /// An attacker must be left with at least this distance between the ends for a hidden small number.
    pub least_doubt: u32,
}

impl Policy {
    fn is_small(self, count: u32) -> bool {
        count > 0 && count < self.least_shown
    }
}

/// Earlier releases give a small number away, whatever this table hides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "what was published before, or how the table is built, gives a small number away; nothing can be published of this table"
)]
pub struct GivenAway;

/// What is shown of each cell: its number, or nothing.
///
/// Hides the small cells; then, as long as the attacker's programme pins one of them down too closely, hides the smallest cell that stands in a
/// sum with it. Ends with everything hidden at the latest.
pub fn protect(table: &Table, policy: Policy, ledger: &[Fact]) -> Result<Vec<Option<Range>>, GivenAway> {
    let shown = table
        .cells
        .iter()
        .map(|count| (!policy.is_small(*count)).then(|| Range::exactly(*count)))
        .collect();
    withhold(table, shown, policy, ledger)
}

/// What can still be shown of each cell when this is to be shown: a band, a rounded number, or nothing. As [`protect`], with small cells as they
/// are to be shown.
pub fn withhold(
    table: &Table,
    mut shown: Vec<Option<Range>>,
    policy: Policy,
    ledger: &[Fact],
) -> Result<Vec<Option<Range>>, GivenAway> {
    let sensitive: Vec<usize> = (0..)
        .zip(&table.cells)
        .filter(|(_, count)| policy.is_small(**count))
        .map(|(cell, _)| cell)
        .collect();
    let exposed = |shown: &[Option<Range>]| {
        let safe = |cell: usize| {
            attack(table, shown, ledger, cell).is_some_and(|range| range.leaves(policy.least_doubt))
        };
        sensitive.iter().copied().find(|cell| !safe(*cell))
    };
    while let Some(cell) = exposed(&shown) {
        let hidden = partner(table, &shown, cell).ok_or(GivenAway)?;
        shown
            .iter_mut()
            .skip(hidden)
            .take(1)
            .for_each(|cell| *cell = None);
    }
    Ok(shown)
}

/// The next cell to hide for another: in a sum with it if there is one, or with a cell that is hidden already; otherwise any. Numbers
/// before zeros, small before large, so that little is lost.
fn partner(table: &Table, shown: &[Option<Range>], exposed: usize) -> Option<usize> {
    let is_shown = |cell: usize| shown.get(cell).is_some_and(Option::is_some);
    let members =
        |sum: &(Vec<usize>, usize)| -> Vec<usize> { sum.0.iter().copied().chain([sum.1]).collect() };
    let near = |cell: usize| {
        let sums = || {
            table
                .sums
                .iter()
                .map(members)
                .filter(|members| members.contains(&cell))
        };
        if sums().any(|members| members.contains(&exposed)) {
            0
        } else if sums().any(|members| members.iter().any(|other| !is_shown(*other))) {
            1
        } else {
            2
        }
    };
    let order = |cell: &usize| {
        let count = table.cells.get(*cell).copied().unwrap_or_default();
        (near(*cell), count == 0, count, *cell)
    };
    (0..table.cells.len())
        .filter(|cell| is_shown(*cell))
        .min_by_key(order)
}
