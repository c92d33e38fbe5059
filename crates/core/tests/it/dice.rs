// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Choices that follow from a list of random numbers, so that proptest can make a failing example smaller.

/// Numbers to choose by; when they are used up the first choice is taken.
pub(crate) struct Dice {
    numbers: std::vec::IntoIter<u16>,
}

impl Dice {
    pub(crate) fn new(numbers: Vec<u16>) -> Self {
        Self {
            numbers: numbers.into_iter(),
        }
    }

    /// A number below `limit`.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        usize::from(self.numbers.next().unwrap_or_default()) % limit.max(1)
    }

    /// True once in `times`.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == times - 1
    }

    /// One of these.
    pub(crate) fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }
}
