// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The few distributions that the estimates need: normal, Poisson, and random draws that anybody can repeat.

use libm::{erfc, lgamma, log};

/// The value that a normal variable exceeds with a chance of 2.5 %.
pub(crate) const Z_95: f64 = 1.959_963_984_540_054;
/// What a chi-squared variable with one degree of freedom exceeds with a chance of 5 %.
pub(crate) const CHI_95: f64 = Z_95 * Z_95;

/// The chance that a standard normal variable is at most `z`.
pub(crate) fn normal(z: f64) -> f64 {
    0.5 * erfc(-z / core::f64::consts::SQRT_2)
}

/// The `z` that a standard normal variable stays below with the given chance; by halving, since it is asked twice per interval.
pub(crate) fn normal_quantile(chance: f64) -> f64 {
    let (mut low, mut high) = (-40.0, 40.0);
    for _ in 0..100 {
        let middle = 0.5 * (low + high);
        if normal(middle) < chance {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}

/// The logarithm of the one-sided chance of a Poisson count at least as far from its mean, on the side where it lies.
/// As a logarithm, so that very small chances still have an order.
pub(crate) fn ln_poisson_tail(count: u32, mean: f64) -> f64 {
    if mean <= 0.0 {
        return if count == 0 { 0.0 } else { f64::NEG_INFINITY };
    }
    let count = f64::from(count);
    let ln_point = count * log(mean) - mean - lgamma(count + 1.0);
    let (mut term, mut sum, mut at) = (1.0, 1.0, count);
    while term > sum * 1e-17 {
        if count > mean {
            at += 1.0;
            term *= mean / at;
        } else {
            term *= at / mean;
            at -= 1.0;
        }
        sum += term;
    }
    (ln_point + log(sum)).min(0.0)
}

/// Draws that depend on nothing but the seed (`SplitMix64` by Steele, Lea and Flood, 2014). Not for secrets.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Draws(u64);

impl Draws {
    /// The draws of one replicate: each has its own, so that the number of threads changes nothing.
    pub(crate) fn of(seed: u64, replicate: u32) -> Self {
        let mut start = Self(seed ^ u64::from(replicate).rotate_left(32));
        let state = start.next();
        Self(state)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below `end`.
    pub(crate) fn below(&mut self, end: u32) -> u32 {
        let wide = u128::from(self.next()) * u128::from(end);
        u32::try_from(wide >> 64).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use libm::exp;

    use super::*;

    #[test]
    fn quantiles_are_those_of_printed_tables() {
        assert!((normal_quantile(0.975) - Z_95).abs() < 1e-12);
        assert!((normal(1.0) - 0.841_344_746_068_543).abs() < 1e-12);
        assert!((normal_quantile(0.001) + 3.090_232_306_167_814).abs() < 1e-9);
    }

    #[test]
    fn tails_are_sums_of_points() {
        // P(X <= 1), P(X = 0) and P(X >= 5) with mean 2.
        assert!((exp(ln_poisson_tail(1, 2.0)) - 3.0 * exp(-2.0)).abs() < 1e-14);
        assert!((ln_poisson_tail(0, 2.0) + 2.0).abs() < 1e-14);
        let below: f64 = [1.0, 2.0, 2.0, 4.0 / 3.0, 2.0 / 3.0].iter().sum::<f64>() * exp(-2.0);
        assert!((exp(ln_poisson_tail(5, 2.0)) - (1.0 - below)).abs() < 1e-14);
        assert!(ln_poisson_tail(5000, 1.0) < ln_poisson_tail(4000, 1.0));
    }

    #[test]
    fn draws_are_those_of_the_published_generator() {
        // The first values for seed 1234567, as its authors print them.
        let mut draws = Draws(1_234_567);
        assert_eq!(draws.next(), 6_457_827_717_110_365_317);
        assert_eq!(draws.next(), 3_203_168_211_198_807_973);
    }
}
