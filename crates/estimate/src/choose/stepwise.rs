// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Two-list effects, the most surprising first (Chan, Silverman and Vincent 2021).

use libm::log;

use super::{NoFit, Work};
use crate::{
    capture::{Cell, Table},
    chance::ln_poisson_tail,
    model::{Model, pairs},
};

/// A pair is added when chance alone would put as many, or as few, persons on both lists in less than 2 % of cases.
const THRESHOLD: f64 = 0.02;

/// From main effects on, adds the most surprising pair of which the estimates exist, and looks again.
pub(super) fn go_on(work: &mut Work, table: &Table) -> Result<(), NoFit> {
    loop {
        let surprising = surprising(work, table);
        let below = surprising
            .into_iter()
            .filter(|(chance, ..)| *chance < log(THRESHOLD));
        if !add_first(work, table, below)? {
            return Ok(());
        }
    }
}

/// All pairs, or, where those together have no estimates, as many as have: the most surprising first.
pub(super) fn take_all(work: &mut Work, table: &Table) -> Result<(), NoFit> {
    let main = work.clone();
    if work.fit(table, Model::all(table.lists)).is_ok() {
        return Ok(());
    }
    *work = main;
    for one in surprising(work, table) {
        add_first(work, table, std::iter::once(one))?;
    }
    Ok(())
}

/// The first pair that the model does not explain: more, or fewer, persons are on both lists than chance allows.
pub(super) fn unexplained(work: &Work, table: &Table) -> Option<Cell> {
    let first = surprising(work, table).into_iter().next();
    first
        .filter(|(chance, ..)| *chance < log(THRESHOLD))
        .map(|(.., lists)| lists)
}

/// The pairs outside the model with the logarithm of the chance of what they share, the least first.
fn surprising(work: &Work, table: &Table) -> Vec<(f64, usize, Cell)> {
    let outside = pairs(table.lists)
        .enumerate()
        .filter(|(pair, _)| !work.model.has(*pair));
    let mut all: Vec<_> = outside
        .map(|(pair, lists)| {
            (
                ln_poisson_tail(table.total(lists), work.expected_on(lists)),
                pair,
                lists,
            )
        })
        .collect();
    all.sort_by(|one, other| one.0.total_cmp(&other.0));
    all
}

/// Adds the first pair that can be added.
fn add_first(
    work: &mut Work,
    table: &Table,
    candidates: impl Iterator<Item = (f64, usize, Cell)>,
) -> Result<bool, NoFit> {
    for (_, pair, lists) in candidates {
        match work.grow(table, pair, work.surprise(table, lists)) {
            Ok(()) => return Ok(true),
            Err(NoFit::Existence(_) | NoFit::Diverged) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(false)
}
