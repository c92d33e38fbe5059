// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Linear programmes in whole numbers, exactly: an answer is a proof, not a matter of tolerance.
//!
//! The simplex method with integer pivoting (Edmonds; Avis' lrs): all entries are minors of the given numbers over one common
//! divisor, so nothing is rounded. Bland's rule ends always. Programmes here have tens of rows, so a dense tableau is the simplest.
#![expect(
    clippy::indexing_slicing,
    reason = "a tableau whose size is set in one place; indices come from its own ranges"
)]

mod branch;

pub(crate) use branch::{Whole, least_whole};

/// Numbers grew beyond 128 bits. No table that people fill in does that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the numbers of this table are too large to compute with exactly")]
pub struct TooLarge;

/// What a programme leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Nothing satisfies the equations.
    Impossible,
    /// The goal has no least value.
    Unbounded,
    /// The least value and where it is reached.
    Least(Point),
}

/// Where a programme has its least value: whole numbers over one divisor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Point {
    pub(crate) goal: i128,
    pub(crate) values: Vec<i128>,
    /// Positive.
    pub(crate) divisor: i128,
}

/// The least of `goal` over all `x >= 0` with `rows * x = right`.
pub(crate) fn least(goal: &[i128], rows: &[Vec<i128>], right: &[i128]) -> Result<Outcome, TooLarge> {
    let mut tableau = Tableau::new(goal.len(), rows, right);
    tableau.aim(&vec![0; goal.len()], 1)?;
    tableau.descend(goal.len() + rows.len())?;
    if tableau.goal() != 0 {
        return Ok(Outcome::Impossible);
    }
    tableau.drop_helpers(goal.len())?;
    tableau.aim(goal, 0)?;
    if !tableau.descend(goal.len())? {
        return Ok(Outcome::Unbounded);
    }
    Ok(Outcome::Least(tableau.point(goal.len())))
}

/// Rows of `[coefficients | right side]`, the last of them the goal; all over one divisor.
struct Tableau {
    cells: Vec<Vec<i128>>,
    basis: Vec<usize>,
    width: usize,
    divisor: i128,
}

impl Tableau {
    /// With a helper variable per row as the first basis.
    fn new(variables: usize, rows: &[Vec<i128>], right: &[i128]) -> Self {
        let width = variables + rows.len();
        let mut cells = Vec::with_capacity(rows.len() + 1);
        for (number, (row, &right)) in rows.iter().zip(right).enumerate() {
            let sign = if right < 0 { -1 } else { 1 };
            let mut line = vec![0; width + 1];
            for (cell, value) in line.iter_mut().zip(row) {
                *cell = sign * value;
            }
            line[variables + number] = 1;
            line[width] = sign * right;
            cells.push(line);
        }
        cells.push(vec![0; width + 1]);
        Self {
            basis: (variables..width).collect(),
            cells,
            width,
            divisor: 1,
        }
    }

    /// Sets the goal, `helper` for each helper variable, and writes it in the variables outside the basis.
    fn aim(&mut self, goal: &[i128], helper: i128) -> Result<(), TooLarge> {
        let cost = |variable: usize| goal.get(variable).copied().unwrap_or(helper);
        let mut line = vec![0; self.width + 1];
        for (variable, cell) in line.iter_mut().take(self.width).enumerate() {
            *cell = times(cost(variable), self.divisor)?;
        }
        for (row, &basic) in self.cells.iter().zip(&self.basis) {
            for (cell, value) in line.iter_mut().zip(row) {
                *cell = minus(*cell, times(cost(basic), *value)?)?;
            }
        }
        if let Some(last) = self.cells.last_mut() {
            *last = line;
        }
        Ok(())
    }

    /// Pivots until no variable below `end` lowers the goal; `false` when it can be lowered without end.
    fn descend(&mut self, end: usize) -> Result<bool, TooLarge> {
        loop {
            let last = self.basis.len();
            let Some(column) = (0..end).find(|&column| self.cells[last][column] < 0) else {
                return Ok(true);
            };
            let mut leaving: Option<usize> = None;
            for row in (0..last).filter(|&row| self.cells[row][column] > 0) {
                let sooner = match leaving {
                    None => true,
                    Some(best) => self.sooner(row, best, column)?,
                };
                if sooner {
                    leaving = Some(row);
                }
            }
            let Some(row) = leaving else { return Ok(false) };
            self.pivot(row, column)?;
        }
    }

    /// Whether `row` reaches zero before `best` does; among equals the one with the first variable (Bland).
    fn sooner(&self, row: usize, best: usize, column: usize) -> Result<bool, TooLarge> {
        let ours = times(self.cells[row][self.width], self.cells[best][column])?;
        let theirs = times(self.cells[best][self.width], self.cells[row][column])?;
        Ok(ours < theirs || (ours == theirs && self.basis[row] < self.basis[best]))
    }

    fn pivot(&mut self, row: usize, column: usize) -> Result<(), TooLarge> {
        let line = self.cells[row].clone();
        let pivot = line[column];
        for (_, other) in self
            .cells
            .iter_mut()
            .enumerate()
            .filter(|(number, _)| *number != row)
        {
            let factor = other[column];
            for (cell, value) in other.iter_mut().zip(&line) {
                *cell = minus(times(*cell, pivot)?, times(factor, *value)?)? / self.divisor;
            }
        }
        self.basis[row] = column;
        self.divisor = pivot;
        if pivot < 0 {
            self.divisor = -pivot;
            self.cells.iter_mut().flatten().for_each(|cell| *cell = -*cell);
        }
        Ok(())
    }

    /// Takes helpers at zero out of the basis, and rows that say nothing new out of the tableau.
    fn drop_helpers(&mut self, variables: usize) -> Result<(), TooLarge> {
        let mut row = 0;
        while row < self.basis.len() {
            if self.basis[row] < variables {
                row += 1;
            } else if let Some(column) = (0..variables).find(|&column| self.cells[row][column] != 0) {
                self.pivot(row, column)?;
                row += 1;
            } else {
                self.basis.remove(row);
                self.cells.remove(row);
            }
        }
        Ok(())
    }

    /// The value of the goal, times the divisor.
    fn goal(&self) -> i128 {
        -self.cells[self.basis.len()][self.width]
    }

    fn point(&self, variables: usize) -> Point {
        let mut values = vec![0; variables];
        for (row, &variable) in self.cells.iter().zip(&self.basis) {
            values[variable] = row[self.width];
        }
        Point {
            goal: self.goal(),
            values,
            divisor: self.divisor,
        }
    }
}

fn times(left: i128, right: i128) -> Result<i128, TooLarge> {
    left.checked_mul(right).ok_or(TooLarge)
}

fn minus(left: i128, right: i128) -> Result<i128, TooLarge> {
    left.checked_sub(right).ok_or(TooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_programme_of_a_textbook() {
        // max 3x + 5y with x <= 4, 2y <= 12, 3x + 2y <= 18: 36 at (2, 6).
        let rows = [vec![1, 0, 1, 0, 0], vec![0, 2, 0, 1, 0], vec![3, 2, 0, 0, 1]];
        let Outcome::Least(point) = least(&[-3, -5, 0, 0, 0], &rows, &[4, 12, 18]).unwrap() else {
            panic!("it has a solution");
        };
        assert_eq!(point.goal, -36 * point.divisor);
        assert_eq!(point.values[..2], [2 * point.divisor, 6 * point.divisor]);
    }

    #[test]
    fn what_contradicts_itself_or_has_no_end_is_told() {
        assert_eq!(least(&[1], &[vec![1], vec![1]], &[1, 2]), Ok(Outcome::Impossible));
        assert_eq!(least(&[-1, 0], &[vec![1, -1]], &[-3]), Ok(Outcome::Unbounded));
        let twice = least(&[1, 1], &[vec![1, 2], vec![2, 4]], &[5, 10]).unwrap();
        assert!(matches!(twice, Outcome::Least(point) if point.goal * 2 == 5 * point.divisor));
    }
}
