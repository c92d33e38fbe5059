// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The bootstrap: how the whole estimate, choice of model included, would vary if other persons had been seen.
//!
//! BCa intervals (Efron 1987) as Chan, Silverman and Vincent (2021) use them: resample persons, choose and fit again, correct for bias
//! and for how the spread depends on the estimate (jackknife). An average over models is taken over the best of the original table
//! only (Silverman, Chan and Vincent 2024).

use crate::{
    capture::{Captures, Table},
    chance::{Draws, Z_95, normal, normal_quantile},
    choose::{Method, NoFit, Work, average_of, fit, weigh, weigh_all},
    interval::Interval,
    model::Model,
};

/// How many models an average is taken over in a replicate.
const BEST_MODELS: usize = 50;

/// What to bootstrap, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// How the model is chosen, in each replicate anew.
    pub method: Method,
    /// How many replicates.
    pub replicates: u32,
    /// Where the random draws begin: the same seed gives the same interval.
    pub seed: u64,
    /// How many threads work on it; changes nothing but the time.
    pub threads: u32,
}

/// What the bootstrap found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bootstrapped {
    /// The BCa interval.
    pub interval: Interval,
    /// How many replicates had no estimate; they count as endless.
    pub without_estimate: u32,
    /// How many models were fitted.
    pub fits: u64,
}

/// Bootstraps an estimate. `done` hears of each replicate.
///
/// Fails when the estimate does not exist, or would not exist if one single person had not been seen.
pub fn bootstrap(captures: &Captures, plan: Plan, done: &(dyn Fn() + Sync)) -> Result<Bootstrapped, NoFit> {
    let table = captures.table();
    let models: Vec<Model> = if plan.method == Method::Average {
        let all = weigh_all(table)?;
        all.iter().take(BEST_MODELS).map(|one| one.model).collect()
    } else {
        Vec::new()
    };
    let mut work = Work::default();
    let estimate = estimate(&mut work, table, plan.method, &models)?;
    let acceleration = acceleration(&mut work, table, plan.method, &models)?;
    let mut fits = work.fits;
    let mut found = Vec::new();
    for (estimates, more) in replicate(table, plan, &models, done) {
        found.extend(estimates);
        fits += more;
    }
    found.sort_by(f64::total_cmp);
    Ok(Bootstrapped {
        interval: interval(&found, estimate, acceleration),
        without_estimate: number(found.iter().filter(|one| one.is_infinite()).count()),
        fits,
    })
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The replicates, shared out over threads; each draws for itself, so the threads change nothing.
fn replicate(table: &Table, plan: Plan, models: &[Model], done: &(dyn Fn() + Sync)) -> Vec<(Vec<f64>, u64)> {
    let threads = plan.threads.max(1);
    let share = |thread: u32| {
        let mut work = Work::default();
        let mut sample = table.clone();
        let mut estimates = Vec::new();
        let ours = (0..plan.replicates).filter(|replicate| replicate % threads == thread);
        for replicate in ours {
            resample(table, &mut sample, Draws::of(plan.seed, replicate));
            let one = estimate(&mut work, &sample, plan.method, models);
            estimates.push(one.unwrap_or(f64::INFINITY));
            done();
        }
        (estimates, work.fits)
    };
    std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads)
            .map(|thread| scope.spawn(move || share(thread)))
            .collect();
        let mut shares = vec![share(0)];
        for other in others {
            match other.join() {
                Ok(estimates) => shares.push(estimates),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        shares
    })
}

/// As many persons as in the table, drawn from it with putting back.
fn resample(table: &Table, sample: &mut Table, mut draws: Draws) {
    let persons = table.persons();
    for (_, count) in &mut sample.counted {
        *count = 0;
    }
    for _ in 0..persons {
        let mut place = draws.below(persons);
        for ((_, count), (_, more)) in table.counted.iter().zip(&mut sample.counted) {
            if place < *count {
                *more += 1;
                break;
            }
            place -= count;
        }
    }
}

fn estimate(work: &mut Work, table: &Table, method: Method, models: &[Model]) -> Result<f64, NoFit> {
    if method != Method::Average {
        fit(work, table, method)?;
        return Ok(work.estimate(table));
    }
    let mut weighed = Vec::with_capacity(models.len());
    for model in models {
        match work.fit(table, *model) {
            Ok(()) => weighed.push(weigh(work, table)),
            Err(NoFit::Existence(_) | NoFit::Diverged) => {}
            Err(other) => return Err(other),
        }
    }
    if weighed.is_empty() {
        return Err(NoFit::Diverged);
    }
    Ok(average_of(&weighed))
}

/// How the spread changes with the estimate: from the estimates without one person of each history.
fn acceleration(work: &mut Work, table: &Table, method: Method, models: &[Model]) -> Result<f64, NoFit> {
    let mut without = Vec::with_capacity(table.counted.len());
    for (history, count) in &table.counted {
        let mut fewer = table.clone();
        let kept = fewer.counted.iter_mut().filter(|(other, _)| other == history);
        kept.for_each(|(_, count)| *count -= 1);
        without.push((f64::from(*count), estimate(work, &fewer, method, models)?));
    }
    let mean = without.iter().map(|(weight, one)| weight * one).sum::<f64>() / f64::from(table.persons());
    let moment = |power: i32| {
        without
            .iter()
            .map(|(weight, one)| weight * (mean - one).powi(power))
            .sum::<f64>()
    };
    let spread = moment(2);
    Ok(if spread > 0.0 {
        moment(3) / (6.0 * spread * spread.sqrt())
    } else {
        0.0
    })
}

/// The interval from sorted replicates.
fn interval(sorted: &[f64], estimate: f64, acceleration: f64) -> Interval {
    let below = number(sorted.iter().filter(|one| **one < estimate).count());
    let equal = number(sorted.iter().filter(|one| **one <= estimate).count()) - below;
    let all = f64::from(number(sorted.len()));
    // Half a replicate of room at both ends, so that none on one side is not for ever.
    let share = (f64::from(below) + 0.5 * f64::from(equal)).clamp(0.5, (all - 0.5).max(0.5)) / all.max(1.0);
    let bias = normal_quantile(share);
    let chance = |z: f64| {
        let shifted = bias + z;
        let stretch = 1.0 - acceleration * shifted;
        if stretch > 0.0 {
            normal(bias + shifted / stretch)
        } else {
            normal(z)
        }
    };
    let high = quantile(sorted, chance(Z_95));
    Interval {
        low: quantile(sorted, chance(-Z_95)),
        high: Some(high).filter(|high| high.is_finite()),
    }
}

/// The value that the given share of the replicates stays below.
fn quantile(sorted: &[f64], chance: f64) -> f64 {
    let place = chance * (f64::from(number(sorted.len())) + 1.0);
    let before = sorted
        .iter()
        .zip(1_u32..)
        .take_while(|(_, rank)| f64::from(*rank) <= place)
        .last();
    let Some((&value, rank)) = before else {
        return sorted.first().copied().unwrap_or(f64::INFINITY);
    };
    let next = sorted.iter().zip(1_u32..).find(|(_, other)| *other == rank + 1);
    match next {
        Some((&next, _)) if place > f64::from(rank) => value + (place - f64::from(rank)) * (next - value),
        _ => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_lie_between_the_replicates() {
        let sorted = [1.0, 2.0, 3.0];
        assert!((quantile(&sorted, 0.5) - 2.0).abs() < 1e-12);
        assert!((quantile(&sorted, 0.625) - 2.5).abs() < 1e-12);
        assert!((quantile(&sorted, 0.999) - 3.0).abs() < 1e-12);
        assert!((quantile(&sorted, 0.0) - 1.0).abs() < 1e-12);
        assert!(quantile(&[1.0, f64::INFINITY], 0.9).is_infinite());
    }

    #[test]
    fn without_bias_and_acceleration_the_ends_are_percentiles() {
        let sorted: Vec<f64> = (1..=999).map(f64::from).collect();
        let found = interval(&sorted, 500.0, 0.0);
        assert!((found.low - 25.0).abs() < 1e-6 && (found.high.unwrap() - 975.0).abs() < 1e-6);
    }
}
