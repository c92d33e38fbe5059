// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! All models with two-list effects, weighed by the Bayesian information criterion.

use libm::{exp, log};

use super::{NoFit, Work};
use crate::{
    capture::Table,
    model::{Model, pairs},
};

/// With six lists there are 32,768 models; with seven, two million.
const MOST_LISTS: usize = 6;

/// A model with its estimate and its criterion: the lower, the better it explains the table for its size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Weighed {
    pub(crate) model: Model,
    pub(crate) criterion: f64,
    pub(crate) estimate: f64,
}

/// All models whose estimates exist, the best first.
pub(crate) fn weigh_all(table: &Table) -> Result<Vec<Weighed>, NoFit> {
    if table.lists > MOST_LISTS {
        return Err(NoFit::TooManyModels {
            lists: table.lists,
            most: MOST_LISTS,
        });
    }
    let mut work = Work::default();
    work.fit(table, Model::default())?;
    let mut found = vec![weigh(&work, table)];
    grow(&work, table, 0, &mut found)?;
    found.sort_by(|one, other| one.criterion.total_cmp(&other.criterion));
    Ok(found)
}

/// All models that have the pairs of this one and some after them, each fitted from a smaller one.
fn grow(smaller: &Work, table: &Table, from: usize, found: &mut Vec<Weighed>) -> Result<(), NoFit> {
    for (pair, lists) in pairs(table.lists).enumerate().skip(from) {
        let mut work = smaller.clone();
        let fitted = if smaller.fit.parameters.is_empty() {
            work.fit(table, smaller.model.with(pair))
        } else {
            work.grow(table, pair, smaller.surprise(table, lists))
        };
        match fitted {
            Ok(()) => found.push(weigh(&work, table)),
            // A larger one may exist again: an effect of minus infinity takes cells away.
            Err(NoFit::Existence(_) | NoFit::Diverged) => {
                work.model = smaller.model.with(pair);
                work.fit.parameters.clear();
            }
            Err(other) => return Err(other),
        }
        grow(&work, table, pair + 1, found)?;
    }
    Ok(())
}

/// The weight of a model that was fitted.
pub(crate) fn weigh(work: &Work, table: &Table) -> Weighed {
    let parameters = 1.0 + lists_as_number(table) + f64::from(work.model.len());
    Weighed {
        model: work.model,
        criterion: work.fit.deviance(&work.design) + parameters * log(f64::from(table.persons())),
        estimate: work.estimate(table),
    }
}

fn lists_as_number(table: &Table) -> f64 {
    u32::try_from(table.lists).map_or(0.0, f64::from)
}

/// The mean of the estimates, with weight exp(-criterion / 2).
pub(crate) fn average_of(weighed: &[Weighed]) -> f64 {
    let best = weighed
        .iter()
        .map(|one| one.criterion)
        .fold(f64::INFINITY, f64::min);
    let (mut sum, mut weights) = (0.0, 0.0);
    for one in weighed {
        let weight = exp(0.5 * (best - one.criterion));
        sum += weight * one.estimate;
        weights += weight;
    }
    sum / weights
}
