// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Intervals around the fit of one model: Wald's, and that of the profile likelihood.

use libm::{exp, log};

use crate::{
    capture::Table,
    chance::{CHI_95, Z_95},
    choose::{NoFit, Work},
};

/// Between which numbers the total lies, with 95 % confidence if the assumptions hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end; none when nothing in the table limits it.
    pub high: Option<f64>,
}

/// More persons than live anywhere: an end beyond this is no end.
const ENDLESS: f64 = 1e10;

/// Wald's interval: the logarithm of how many are on no list, give or take 1.96 standard errors.
pub(crate) fn wald(work: &mut Work, table: &Table) -> Result<Interval, NoFit> {
    let persons = f64::from(table.persons());
    let dark = work.fit.dark();
    let spread = exp(Z_95 * work.fit.error_of_intercept(&work.design)?);
    Ok(Interval {
        low: persons + dark / spread,
        high: Some(persons + dark * spread).filter(|high| *high < ENDLESS),
    })
}

/// The interval of all totals with which the model, refitted, explains the table almost as well (profile likelihood).
pub(crate) fn profile(work: &Work, table: &Table) -> Result<Interval, NoFit> {
    let persons = f64::from(table.persons());
    let low = end(work, -1.0)?.map_or(0.0, exp);
    let high = end(work, 1.0)?.map(exp);
    Ok(Interval {
        low: persons + low,
        high: high.map(|dark| persons + dark),
    })
}

/// The intercept on one side at which the deviance has grown by what chance explains in 95 % of cases; none when it never does.
fn end(work: &Work, direction: f64) -> Result<Option<f64>, NoFit> {
    let mut work = work.clone();
    let best = work.fit.deviance(&work.design);
    let peak = log(work.fit.dark());
    let mut lost = |intercept: f64| -> Result<f64, NoFit> {
        if let Some(first) = work.fit.parameters.first_mut() {
            *first = intercept;
        }
        work.fit.go_on_without_intercept(&work.design)?;
        Ok(work.fit.deviance(&work.design) - best - CHI_95)
    };
    let (mut inside, mut reach) = (peak, 0.25);
    let mut outside = peak + direction * reach;
    while lost(outside)? < 0.0 {
        inside = outside;
        reach += 0.25;
        outside = peak + direction * reach;
        if outside.abs() > log(ENDLESS) {
            return Ok(None);
        }
    }
    for _ in 0..40 {
        let middle = 0.5 * (inside + outside);
        if lost(middle)? < 0.0 {
            inside = middle;
        } else {
            outside = middle;
        }
    }
    Ok(Some(0.5 * (inside + outside)))
}
