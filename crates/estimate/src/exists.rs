// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Whether the estimates of a model exist and are identifiable (Fienberg and Rinaldo 2012; Chan, Silverman and Vincent 2021).
//!
//! With `A` the design matrix, estimates exist exactly when no direction `d` has `A d >= 0`, `A d = 0` where persons are, and `A d > 0`
//! somewhere: the likelihood would rise along it without end. Persons are in few cells, but those leave few directions `d`. So the
//! programme is small: with `B` a basis of what they leave and `C` the rows of `A B` in empty cells, by Stiemke's lemma estimates exist
//! exactly when `C'y = 0` has a solution `y >= 1`. All of it in whole numbers: no tolerance decides.
#![expect(
    clippy::indexing_slicing,
    reason = "rows all have the length of the first; pivots come from their own ranges"
)]

use crate::{
    capture::Cell,
    model::Design,
    whole::{Outcome, TooLarge, least},
};

/// What is wrong with a model on a table, with the codes of Chan, Silverman and Vincent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existence {
    /// 0: the estimates exist and only one set of them fits best.
    Sound,
    /// 1: the estimates do not exist.
    Missing,
    /// 2: several sets of estimates fit equally well.
    Ambiguous,
    /// 3: both.
    MissingAndAmbiguous,
}

impl Existence {
    /// The code in the papers.
    pub fn code(self) -> u8 {
        match self {
            Self::Sound => 0,
            Self::Missing => 1,
            Self::Ambiguous => 2,
            Self::MissingAndAmbiguous => 3,
        }
    }
}

/// Tests a design before anything is fitted.
pub(crate) fn existence(design: &Design) -> Result<Existence, TooLarge> {
    let columns = design.columns();
    let row = |cell: Cell| -> Vec<i128> {
        columns
            .iter()
            .map(|term| i128::from(cell & term == *term))
            .collect()
    };
    let cells = || design.cells().iter().zip(design.counts());
    let full: Vec<_> = cells()
        .filter(|(_, count)| **count > 0.0)
        .map(|(cell, _)| row(*cell))
        .collect();
    let directions = kernel(full, columns.len())?;
    if directions.is_empty() {
        return Ok(Existence::Sound);
    }
    let mut slopes: Vec<Vec<i128>> = Vec::new();
    for (cell, _) in cells().filter(|(_, count)| **count == 0.0) {
        let row = row(*cell);
        let along = |direction: &Vec<i128>| row.iter().zip(direction).map(|(left, right)| left * right).sum();
        slopes.push(directions.iter().map(along).collect());
    }
    let ambiguous = !kernel(slopes.clone(), directions.len())?.is_empty();
    let missing = !balances(&slopes, directions.len())?;
    Ok(match (missing, ambiguous) {
        (false, false) => Existence::Sound,
        (true, false) => Existence::Missing,
        (false, true) => Existence::Ambiguous,
        (true, true) => Existence::MissingAndAmbiguous,
    })
}

/// Whether positive weights make the slopes vanish in every direction.
fn balances(slopes: &[Vec<i128>], directions: usize) -> Result<bool, TooLarge> {
    let rows: Vec<Vec<i128>> = (0..directions)
        .map(|direction| slopes.iter().map(|slope| slope[direction]).collect())
        .collect();
    let right: Vec<i128> = rows.iter().map(|row| -row.iter().sum::<i128>()).collect();
    Ok(least(&vec![0; slopes.len()], &rows, &right)? != Outcome::Impossible)
}

/// A basis of the directions that all rows are blind to, by elimination without fractions.
fn kernel(mut rows: Vec<Vec<i128>>, width: usize) -> Result<Vec<Vec<i128>>, TooLarge> {
    let mut pivots: Vec<usize> = Vec::new();
    let mut divisor = 1;
    for column in 0..width {
        let rank = pivots.len();
        let Some(found) = (rank..rows.len()).find(|&row| rows[row][column] != 0) else {
            continue;
        };
        rows.swap(rank, found);
        let line = rows[rank].clone();
        for (_, other) in rows.iter_mut().enumerate().filter(|(number, _)| *number != rank) {
            let factor = other[column];
            if factor == 0 && line[column] == divisor {
                continue;
            }
            for (cell, value) in other.iter_mut().zip(&line) {
                let left = cell.checked_mul(line[column]).ok_or(TooLarge)?;
                let right = factor.checked_mul(*value).ok_or(TooLarge)?;
                *cell = left.checked_sub(right).ok_or(TooLarge)?;
                // Dividing 128 bits is slow, and mostly the divisor is 1.
                if divisor != 1 {
                    *cell /= divisor;
                }
            }
        }
        divisor = line[column];
        pivots.push(column);
    }
    let free = (0..width).filter(|column| !pivots.contains(column));
    Ok(free
        .map(|column| {
            let mut direction = vec![0; width];
            direction[column] = divisor;
            for (row, &pivot) in rows.iter().zip(&pivots) {
                direction[pivot] = -row[column];
            }
            direction
        })
        .collect())
}
