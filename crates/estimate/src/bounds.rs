// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Between which numbers the different persons lie when several sources count, without adding what can't be added.
//!
//! A person is in a set of sources: a capture history. How many persons have which history is unknown; what each source counted, and
//! how many two sources share where that is known, are equations about them. The least and the greatest total over whole numbers that
//! satisfy all equations are the bounds. Without a known overlap they are the largest count and the sum.

use std::collections::BTreeMap;

use crate::whole::{TooLarge, Whole, least_whole};

/// The most sources in one question.
pub const MOST_SOURCES: usize = 8;

/// What a source counted: at least so many, and at most so many unless that is not known. Never a zero that nobody counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    low: u32,
    high: Option<u32>,
}

impl Count {
    /// The source counts such persons, but how many is not known.
    pub const UNKNOWN: Self = Self { low: 0, high: None };

    /// As many.
    pub const fn exact(count: u32) -> Self {
        Self::between(count, count)
    }

    /// A range, or a number of which only this is shown.
    pub const fn between(low: u32, high: u32) -> Self {
        Self {
            low,
            high: Some(high),
        }
    }

    /// What two counts of different persons are together.
    fn and(self, other: Self) -> Self {
        Self {
            low: self.low.saturating_add(other.low),
            high: self
                .high
                .zip(other.high)
                .map(|(one, other)| one.saturating_add(other)),
        }
    }
}

/// How many persons two sources share, by their places in the list of counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overlap {
    /// One source.
    pub one: usize,
    /// The other.
    pub other: usize,
    /// What they share: none when nobody can be in both.
    pub count: Count,
}

/// How many different persons there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// At least.
    pub low: u64,
    /// At most; none when a source's number is not known.
    pub high: Option<u64>,
}

/// Why there are no bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoBounds {
    /// The numbers contradict each other.
    #[error("these numbers can't all be true: two sources can't share more persons than one of them counted")]
    Contradiction,
    /// A programme over so many sources would be too large.
    #[error("{0} sources at once: bounds take at most {MOST_SOURCES}")]
    TooManySources(usize),
    /// An overlap names a source that is not there, or one source twice.
    #[error("an overlap is between two different sources of the list")]
    NoSuchSource,
    /// Numbers too large to compute with exactly.
    #[error(transparent)]
    TooLarge(#[from] TooLarge),
}

/// In what a person can be counted by two sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Across {
    /// Only in the same cell: sources agree on the area and the form of each person.
    SameCell,
    /// In any cell: one source may have written a person under another area or form than the other did.
    AnyCell,
}

/// The bounds for one cell of a table: one count per source.
pub fn unique_persons(counts: &[Count], overlaps: &[Overlap]) -> Result<Bounds, NoBounds> {
    if counts.len() > MOST_SOURCES {
        return Err(NoBounds::TooManySources(counts.len()));
    }
    let mut programme = Programme::new(counts.len());
    for (source, count) in counts.iter().enumerate() {
        programme.limit(1 << source, *count);
    }
    for overlap in overlaps {
        if overlap.one.max(overlap.other) >= counts.len() || overlap.one == overlap.other {
            return Err(NoBounds::NoSuchSource);
        }
        programme.limit((1 << overlap.one) | (1 << overlap.other), overlap.count);
    }
    let low = match programme.least(1)? {
        // A search that was given up leaves a bound that is right, only perhaps not reached by whole persons.
        Whole::Least(low) | Whole::NotBelow(low) => low,
        // A sum of persons is never below zero, so it has a least value unless there is none at all.
        Whole::Impossible | Whole::Unbounded => return Err(NoBounds::Contradiction),
    };
    let high = match programme.least(-1)? {
        Whole::Least(high) | Whole::NotBelow(high) => Some(-high),
        Whole::Unbounded => None,
        Whole::Impossible => return Err(NoBounds::Contradiction),
    };
    Ok(Bounds {
        low: u64::try_from(low).unwrap_or_default(),
        high: high.and_then(|high| u64::try_from(high).ok()),
    })
}

/// The bounds for a whole table: per source one count for each cell, the cells in the same order, and what two sources are known to
/// share in a cell. A source counts a person once.
pub fn unique_persons_in_all(
    sources: &[Vec<Count>],
    across: Across,
    shared: &[(usize, Overlap)],
) -> Result<Bounds, NoBounds> {
    if across == Across::AnyCell {
        let total = |cells: &Vec<Count>| cells.iter().copied().fold(Count::exact(0), Count::and);
        let totals: Vec<Count> = sources.iter().map(total).collect();
        return unique_persons(&totals, &at_least(shared));
    }
    let cells = sources.iter().map(Vec::len).max().unwrap_or(0);
    let mut all = Bounds {
        low: 0,
        high: Some(0),
    };
    for cell in 0..cells {
        // A source with fewer cells than the others does not count in the rest.
        let count = |source: &Vec<Count>| source.get(cell).copied().unwrap_or(Count::exact(0));
        let counts: Vec<Count> = sources.iter().map(count).collect();
        let here: Vec<Overlap> = shared
            .iter()
            .filter(|(place, _)| *place == cell)
            .map(|(_, overlap)| *overlap)
            .collect();
        let bounds = unique_persons(&counts, &here)?;
        all.low += bounds.low;
        all.high = all.high.zip(bounds.high).map(|(one, other)| one + other);
    }
    Ok(all)
}

/// What pairs of sources share in all cells together: at least what they share in the same cell.
fn at_least(shared: &[(usize, Overlap)]) -> Vec<Overlap> {
    let mut pairs: BTreeMap<(usize, usize), u32> = BTreeMap::new();
    for (_, Overlap { one, other, count }) in shared {
        let low = pairs.entry((*one.min(other), *one.max(other))).or_default();
        *low = low.saturating_add(count.low);
    }
    let overlaps = pairs.into_iter().map(|((one, other), low)| Overlap {
        one,
        other,
        count: Count { low, high: None },
    });
    overlaps.collect()
}

/// Equations over all capture histories, each of which is a variable; the number of a history is its set of sources, less one.
struct Programme {
    histories: usize,
    rows: Vec<Vec<i128>>,
    right: Vec<i128>,
}

impl Programme {
    fn new(sources: usize) -> Self {
        Self {
            histories: (1 << sources) - 1,
            rows: Vec::new(),
            right: Vec::new(),
        }
    }

    /// States how many persons are in all of these sources.
    fn limit(&mut self, sources: usize, count: Count) {
        if count.high == Some(count.low) {
            self.state(sources, 0, count.low);
            return;
        }
        if count.low > 0 {
            self.state(sources, -1, count.low);
        }
        if let Some(high) = count.high {
            self.state(sources, 1, high);
        }
    }

    /// An equation, with a variable of its own for what may be more (-1) or less (1) than the number.
    fn state(&mut self, sources: usize, slack: i128, number: u32) {
        let mut row: Vec<i128> = (1..=self.histories)
            .map(|history| i128::from(history & sources == sources))
            .collect();
        if slack != 0 {
            let known = self.rows.iter().map(Vec::len).max().unwrap_or(self.histories);
            row.resize(known, 0);
            row.push(slack);
        }
        self.rows.push(row);
        self.right.push(i128::from(number));
    }

    /// The least of `sign` times all persons.
    fn least(&self, sign: i128) -> Result<Whole, TooLarge> {
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(self.histories);
        let mut goal = vec![sign; self.histories];
        goal.resize(width, 0);
        least_whole(&goal, &self.rows, &self.right)
    }
}
