// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A Poisson log-linear fit by Newton's method. The intercept is the logarithm of how many persons are on no list.

use libm::{exp, log, sqrt};

use crate::{matrix::Symmetric, model::Design};

/// Newton's method doubles the digits with each step: who needs more steps than this goes nowhere.
const MOST_STEPS: usize = 60;
/// When a step gains less likelihood than this, the next would change no digit that anybody reads.
const LEAST_GAIN: f64 = 1e-12;

/// A fit, and the memory that the next one uses again.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fit {
    /// The parameters, in the order of the columns of the design.
    pub(crate) parameters: Vec<f64>,
    /// How many persons are expected in each cell.
    pub(crate) expected: Vec<f64>,
    trial: Vec<f64>,
    gradient: Vec<f64>,
    step: Vec<f64>,
    information: Symmetric,
}

/// The fit went nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Diverged;

impl Fit {
    /// Fits from nothing: one least-squares step on the logarithms of the counts, then Newton.
    pub(crate) fn start(&mut self, design: &Design) -> Result<(), Diverged> {
        let order = design.columns().len();
        self.information.clear(order);
        zero(&mut self.step, order);
        for (row, count) in design.rows().zip(design.counts()) {
            let raised = count + 0.5;
            self.information.add(row, raised);
            add(&mut self.step, row, raised * log(raised) - 0.5);
        }
        if !self.information.factor() {
            return Err(Diverged);
        }
        self.information.solve(&mut self.step);
        self.parameters.clone_from(&self.step);
        self.newton(design, false)
    }

    /// Fits from the parameters that it has.
    pub(crate) fn go_on(&mut self, design: &Design) -> Result<(), Diverged> {
        self.newton(design, false)
    }

    /// Fits the other parameters while the intercept stays as it is.
    pub(crate) fn go_on_without_intercept(&mut self, design: &Design) -> Result<(), Diverged> {
        self.newton(design, true)
    }

    fn newton(&mut self, design: &Design, pinned: bool) -> Result<(), Diverged> {
        expect(design, &self.parameters, &mut self.expected);
        let mut likelihood = likelihood(design, &self.expected);
        for _ in 0..MOST_STEPS {
            self.inform(design);
            if pinned {
                self.information.pin_first();
                self.gradient.iter_mut().take(1).for_each(|slope| *slope = 0.0);
            }
            if !self.information.factor() {
                return Err(Diverged);
            }
            self.step.clone_from(&self.gradient);
            self.information.solve(&mut self.step);
            let gain = product(&self.gradient, &self.step);
            likelihood = self.walk(design, likelihood)?;
            if gain < LEAST_GAIN {
                return Ok(());
            }
        }
        Err(Diverged)
    }

    /// Information and gradient at the parameters.
    fn inform(&mut self, design: &Design) {
        let order = design.columns().len();
        self.information.clear(order);
        zero(&mut self.gradient, order);
        for ((row, count), expected) in design.rows().zip(design.counts()).zip(&self.expected) {
            self.information.add(row, *expected);
            add(&mut self.gradient, row, count - expected);
        }
    }

    /// Takes the step, or half of it, or a quarter and so on: as much of it as does not lose likelihood.
    fn walk(&mut self, design: &Design, before: f64) -> Result<f64, Diverged> {
        let mut part = 1.0;
        for _ in 0..MOST_STEPS {
            self.trial.clear();
            let moved = self.parameters.iter().zip(&self.step);
            self.trial
                .extend(moved.map(|(parameter, step)| parameter + part * step));
            expect(design, &self.trial, &mut self.expected);
            let after = likelihood(design, &self.expected);
            // Rounding must not look like a loss.
            if after >= before - 1e-10 * (1.0 + before.abs()) {
                core::mem::swap(&mut self.parameters, &mut self.trial);
                return Ok(after);
            }
            part *= 0.5;
        }
        Err(Diverged)
    }

    /// How many persons are on no list.
    pub(crate) fn dark(&self) -> f64 {
        self.parameters
            .first()
            .map_or(f64::NAN, |intercept| exp(*intercept))
    }

    /// The standard error of the intercept.
    pub(crate) fn error_of_intercept(&mut self, design: &Design) -> Result<f64, Diverged> {
        self.inform(design);
        if !self.information.factor() {
            return Err(Diverged);
        }
        zero(&mut self.step, design.columns().len());
        self.step.iter_mut().take(1).for_each(|unit| *unit = 1.0);
        self.information.solve(&mut self.step);
        self.step.first().map(|variance| sqrt(*variance)).ok_or(Diverged)
    }

    /// Twice the likelihood that is lost against a perfect fit.
    pub(crate) fn deviance(&self, design: &Design) -> f64 {
        let lost = design
            .counts()
            .iter()
            .zip(&self.expected)
            .map(|(count, expected)| {
                let surprise = if *count > 0.0 {
                    count * log(count / expected)
                } else {
                    0.0
                };
                surprise - (count - expected)
            });
        2.0 * lost.sum::<f64>()
    }
}

fn expect(design: &Design, parameters: &[f64], expected: &mut Vec<f64>) {
    expected.clear();
    expected.extend(design.rows().map(|row| exp(product(row, parameters))));
}

/// The logarithm of the likelihood, without the part that depends on the counts alone.
fn likelihood(design: &Design, expected: &[f64]) -> f64 {
    let cells = design.counts().iter().zip(expected);
    cells
        .map(|(count, expected)| {
            if *count > 0.0 {
                count * log(*expected) - expected
            } else {
                -expected
            }
        })
        .sum()
}

fn product(left: &[f64], right: &[f64]) -> f64 {
    left.iter().zip(right).map(|(left, right)| left * right).sum()
}

fn add(sum: &mut [f64], row: &[f64], weight: f64) {
    for (sum, value) in sum.iter_mut().zip(row) {
        *sum += weight * value;
    }
}

fn zero(values: &mut Vec<f64>, length: usize) {
    values.clear();
    values.resize(length, 0.0);
}
