// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The little dense algebra that a fit needs: a symmetric positive matrix, its Cholesky factor, and solving with it.
#![expect(
    clippy::indexing_slicing,
    reason = "indices stay below the order that the matrix was made with; iterators would hide the textbook formulas"
)]

use libm::sqrt;

/// A symmetric matrix of which only the lower triangle is kept up; in place of it, its Cholesky factor.
#[derive(Clone, Debug, Default)]
pub(crate) struct Symmetric {
    order: usize,
    values: Vec<f64>,
}

impl Symmetric {
    /// Zero, in the memory that it has.
    pub(crate) fn clear(&mut self, order: usize) {
        self.order = order;
        self.values.clear();
        self.values.resize(order * order, 0.0);
    }

    /// Adds `weight` times the outer product of `row` with itself.
    pub(crate) fn add(&mut self, row: &[f64], weight: f64) {
        for (i, &left) in row.iter().enumerate() {
            if left != 0.0 {
                let start = i * self.order;
                let line = &mut self.values[start..=start + i];
                for (value, &right) in line.iter_mut().zip(row) {
                    *value += weight * left * right;
                }
            }
        }
    }

    /// Makes the first row and column those of the unit matrix: the first unknown stays as it is.
    pub(crate) fn pin_first(&mut self) {
        for line in self.values.chunks_exact_mut(self.order) {
            line[0] = 0.0;
        }
        self.values[0] = 1.0;
    }

    /// Replaces it by its Cholesky factor; `false` when it is not positive.
    pub(crate) fn factor(&mut self) -> bool {
        let n = self.order;
        for i in 0..n {
            for j in 0..=i {
                let (upper, lower) = (&self.values[i * n..i * n + j], &self.values[j * n..j * n + j]);
                let product: f64 = upper.iter().zip(lower).map(|(left, right)| left * right).sum();
                let rest = self.values[i * n + j] - product;
                if i == j {
                    // The rest of a column that depends on the others is rounding.
                    if rest.is_nan() || rest <= self.values[i * n + i] * 1e-13 {
                        return false;
                    }
                    self.values[i * n + i] = sqrt(rest);
                } else {
                    self.values[i * n + j] = rest / self.values[j * n + j];
                }
            }
        }
        true
    }

    /// Solves with the factor, in place.
    pub(crate) fn solve(&self, right: &mut [f64]) {
        let n = self.order;
        for i in 0..n {
            let line = &self.values[i * n..i * n + i];
            let known: f64 = line.iter().zip(right.iter()).map(|(value, x)| value * x).sum();
            right[i] = (right[i] - known) / self.values[i * n + i];
        }
        for i in (0..n).rev() {
            let known: f64 = (i + 1..n).map(|j| self.values[j * n + i] * right[j]).sum();
            right[i] = (right[i] - known) / self.values[i * n + i];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_is_solved_and_a_dependent_one_refused() {
        let mut matrix = Symmetric::default();
        matrix.clear(2);
        matrix.add(&[1.0, 2.0], 1.0);
        assert!(!matrix.clone().factor());
        matrix.add(&[0.0, 1.0], 3.0);
        assert!(matrix.factor());
        // [1 2; 2 7] x = [5; 16]
        let mut x = [5.0, 16.0];
        matrix.solve(&mut x);
        assert!((x[0] - 1.0).abs() < 1e-12 && (x[1] - 2.0).abs() < 1e-12);
    }
}
