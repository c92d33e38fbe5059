// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Bands, and rounding that leaves sums right.

use super::{Range, Table};
use crate::whole::{Outcome, TooLarge, least};

/// The band of a number: `edges` are the first numbers of the bands, in order. Zero has a band of its own.
pub fn band(count: u32, edges: &[u32]) -> Range {
    if count == 0 {
        return Range::exactly(0);
    }
    let low = edges
        .iter()
        .copied()
        .filter(|edge| *edge <= count)
        .max()
        .unwrap_or(1);
    let high = edges.iter().copied().filter(|edge| *edge > count).min();
    Range {
        low,
        high: high.map(|edge| edge - 1),
    }
}

/// Each number up or down to a multiple of `base`, so that all sums still hold, with as little change as that takes (Cox and Ernst 1982). What is
/// a multiple stays. `None` when the sums can't be kept, which never happens to a table of rows and columns.
pub fn controlled_rounding(table: &Table, base: u32) -> Result<Option<Vec<u32>>, TooLarge> {
    let base = base.max(1);
    let count = table.cells.len();
    let down: Vec<u32> = table.cells.iter().map(|cell| cell / base).collect();
    let steps = |cell: &usize| down.get(*cell).copied().map_or(0, i128::from);
    let mut rows = Vec::new();
    let mut right = Vec::new();
    for (added, total) in &table.sums {
        let mut row = vec![0; 2 * count];
        for cell in added {
            row.iter_mut().skip(*cell).take(1).for_each(|value| *value += 1);
        }
        row.iter_mut().skip(*total).take(1).for_each(|value| *value -= 1);
        rows.push(row);
        right.push(steps(total) - added.iter().map(steps).sum::<i128>());
    }
    let mut goal = Vec::new();
    for (cell, value) in table.cells.iter().enumerate() {
        // Up by one at most, and not at all for a multiple.
        let mut row = vec![0; 2 * count];
        row.iter_mut()
            .skip(cell)
            .step_by(count)
            .take(2)
            .for_each(|value| *value = 1);
        rows.push(row);
        right.push(i128::from(value % base != 0));
        goal.push(i128::from(base) - 2 * i128::from(value % base));
    }
    goal.resize(2 * count, 0);
    let Outcome::Least(point) = least(&goal, &rows, &right)? else {
        return Ok(None);
    };
    let up = point.values.iter().take(count);
    if up.clone().any(|value| value % point.divisor != 0) {
        return Ok(None);
    }
    let rounded = down
        .iter()
        .zip(up)
        .map(|(down, up)| (down + u32::from(*up > 0)) * base);
    Ok(Some(rounded.collect()))
}
