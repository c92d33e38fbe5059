// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Capture histories: for each combination of lists, how many persons are on exactly those.

/// The most lists in a table: with more, hardly any combination occurs.
pub const MOST_LISTS: usize = 10;
/// The most persons in a table.
pub const MOST_PERSONS: u32 = 1_000_000;

/// A combination of lists; bit `i` stands for list `i`.
pub(crate) type Cell = u16;

/// A table of capture histories. Lists stand in the order of their names, so that the order in a file changes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Captures {
    lists: Vec<String>,
    table: Table,
}

impl Captures {
    /// A table from the names of the lists and, per history, on which of them its persons are and how many they are.
    /// `read` has checked all of it.
    pub(crate) fn new(lists: &[String], histories: &[(Vec<bool>, u32)]) -> Self {
        let mut order: Vec<usize> = (0..lists.len()).collect();
        order.sort_by_key(|&list| lists.get(list));
        let cell = |on: &[bool]| {
            let bits = order.iter().enumerate();
            bits.filter(|(_, list)| on.get(**list).copied().unwrap_or_default())
                .map(|(bit, _)| 1 << bit)
                .sum()
        };
        let mut counted: Vec<(Cell, u32)> = histories.iter().map(|(on, count)| (cell(on), *count)).collect();
        counted.retain(|(_, count)| *count > 0);
        counted.sort_unstable();
        Self {
            lists: order
                .iter()
                .filter_map(|&list| lists.get(list).cloned())
                .collect(),
            table: Table {
                lists: lists.len(),
                counted,
            },
        }
    }

    /// The names of the lists, in alphabetical order.
    pub fn lists(&self) -> &[String] {
        &self.lists
    }

    /// How many different persons are on the lists together.
    pub fn persons(&self) -> u32 {
        self.table.persons()
    }

    /// How many persons are on two lists or more: what every estimate rests on.
    pub fn persons_on_several(&self) -> u32 {
        self.table.on_exactly(2..)
    }

    /// How many persons are on both lists, whatever else they are on; `None` when there is no such list.
    pub fn overlap(&self, one: &str, other: &str) -> Option<u32> {
        let bit = |name| {
            self.lists
                .iter()
                .position(|list| list == name)
                .map(|list| 1 << list)
        };
        Some(self.table.total(bit(one)? | bit(other)?))
    }

    /// The counts alone.
    pub(crate) fn table(&self) -> &Table {
        &self.table
    }
}

/// The counts of a table, without names: what fits work on. Histories that do not occur are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) lists: usize,
    pub(crate) counted: Vec<(Cell, u32)>,
}

impl Table {
    /// All persons.
    pub(crate) fn persons(&self) -> u32 {
        self.counted.iter().map(|(_, count)| count).sum()
    }

    /// How many persons are on all lists of `cell`, whatever else they are on.
    pub(crate) fn total(&self, cell: Cell) -> u32 {
        let on = self.counted.iter().filter(|(history, _)| history & cell == cell);
        on.map(|(_, count)| count).sum()
    }

    /// How many persons are on as many lists as the range says.
    pub(crate) fn on_exactly(&self, lists: impl core::ops::RangeBounds<u32>) -> u32 {
        let fits = self
            .counted
            .iter()
            .filter(|(history, _)| lists.contains(&history.count_ones()));
        fits.map(|(_, count)| count).sum()
    }

    /// All combinations of lists but the empty one: that is the number we do not know.
    pub(crate) fn cells(&self) -> impl Iterator<Item = Cell> + use<> {
        1..(1 << self.lists)
    }
}
