// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Programmes whose answer must be whole itself: branch and bound over the exact simplex.

use super::{Outcome, Point, TooLarge, least};

/// After so many programmes the search is given up.
const MOST_PROGRAMMES: u32 = 2_000;

/// The least of a goal over whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whole {
    /// Nothing satisfies the equations.
    Impossible,
    /// The goal has no least value.
    Unbounded,
    /// The least value.
    Least(i128),
    /// The search was given up: the least value is not below this one.
    NotBelow(i128),
}

/// The least of `goal` over all whole `x >= 0` with `rows * x = right`.
pub(crate) fn least_whole(goal: &[i128], rows: &[Vec<i128>], right: &[i128]) -> Result<Whole, TooLarge> {
    let first = match least(goal, rows, right)? {
        Outcome::Impossible => return Ok(Whole::Impossible),
        Outcome::Unbounded => return Ok(Whole::Unbounded),
        Outcome::Least(point) => point,
    };
    let proved = bound(&first);
    let mut best: Option<i128> = None;
    let mut open = vec![(rows.to_vec(), right.to_vec(), first)];
    let mut solved = 0;
    while let Some((rows, right, point)) = open.pop() {
        if best.is_some_and(|best| best <= bound(&point)) {
            continue;
        }
        let Some(split) = point.values.iter().position(|value| value % point.divisor != 0) else {
            best = Some(bound(&point));
            continue;
        };
        let value = point
            .values
            .get(split)
            .map_or(0, |value| value.div_euclid(point.divisor));
        // At most this many, with a slack; or at least one more.
        for (slack, limit) in [(1, value), (-1, value + 1)] {
            solved += 1;
            if solved > MOST_PROGRAMMES {
                return Ok(Whole::NotBelow(proved));
            }
            let (rows, right) = narrowed(&rows, &right, split, slack, limit);
            if let Outcome::Least(point) = least(&padded(goal, &rows), &rows, &right)? {
                open.push((rows, right, point));
            }
        }
    }
    Ok(best.map_or(Whole::Impossible, Whole::Least))
}

/// The goal can't be less than this: whole coefficients and whole numbers give a whole goal.
fn bound(point: &Point) -> i128 {
    -(-point.goal).div_euclid(point.divisor)
}

fn narrowed(
    rows: &[Vec<i128>],
    right: &[i128],
    variable: usize,
    slack: i128,
    limit: i128,
) -> (Vec<Vec<i128>>, Vec<i128>) {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0).max(variable + 1);
    let mut rows: Vec<Vec<i128>> = rows.iter().map(|row| padded_to(row, width + 1)).collect();
    let mut row = vec![0; width + 1];
    row.iter_mut().skip(variable).take(1).for_each(|cell| *cell = 1);
    row.iter_mut().skip(width).for_each(|cell| *cell = slack);
    rows.push(row);
    (rows, right.iter().copied().chain([limit]).collect())
}

fn padded(goal: &[i128], rows: &[Vec<i128>]) -> Vec<i128> {
    padded_to(goal, rows.iter().map(Vec::len).max().unwrap_or(goal.len()))
}

fn padded_to(values: &[i128], width: usize) -> Vec<i128> {
    let missing = width.saturating_sub(values.len());
    values
        .iter()
        .copied()
        .chain(std::iter::repeat_n(0, missing))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_not_persons() {
        // Three pairs of three lists, one person each wanted: 1.5 by halves, 2 by persons.
        let rows = [
            vec![1, 1, 0, -1, 0, 0],
            vec![1, 0, 1, 0, -1, 0],
            vec![0, 1, 1, 0, 0, -1],
        ];
        let goal = [1, 1, 1, 0, 0, 0];
        assert_eq!(least_whole(&goal, &rows, &[1, 1, 1]), Ok(Whole::Least(2)));
        assert_eq!(least_whole(&[1], &[vec![2]], &[3]), Ok(Whole::Impossible));
        assert_eq!(least_whole(&[-1], &[], &[]), Ok(Whole::Unbounded));
    }
}
