// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! `cargo bench -p meldroute-estimate`: how long 1,000 replicates take, beside the target.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::time::Instant;

use meldroute_estimate::{Captures, Method, Plan, bootstrap, read};

/// Issue 6: 1,000 replicates of the six British lists on two cores.
const TARGET_SECONDS: f64 = 5.0;

fn main() {
    for (name, method, text) in [
        (
            "six British lists",
            Method::Stepwise,
            include_str!("../tests/data/uk2013_6lists.csv"),
        ),
        (
            "six British lists",
            Method::AllTwoList,
            include_str!("../tests/data/uk2013_6lists.csv"),
        ),
        (
            "eight lists of New Orleans",
            Method::Stepwise,
            include_str!("../tests/data/neworleans2016_8lists.csv"),
        ),
        (
            "five British lists",
            Method::Average,
            include_str!("../tests/data/uk2013_5lists.csv"),
        ),
    ] {
        match read(text) {
            Ok(captures) => measure(name, method, &captures),
            Err(error) => println!("{name}: {error}"),
        }
    }
}

fn measure(name: &str, method: Method, captures: &Captures) {
    let plan = Plan {
        method,
        replicates: 1_000,
        seed: 1,
        threads: 2,
    };
    let began = Instant::now();
    match bootstrap(captures, plan, &|| ()) {
        Ok(found) => {
            let seconds = began.elapsed().as_secs_f64();
            let high = found
                .interval
                .high
                .map_or("no end".to_owned(), |high| format!("{high:.0}"));
            println!(
                "{name}, {}: 1,000 replicates in {seconds:.2} s (target {TARGET_SECONDS} s), {} fits, {:.0} to {high}, {} without estimate",
                method.as_str(),
                found.fits,
                found.interval.low,
                found.without_estimate,
            );
        }
        Err(error) => println!("{name}, {}: {error}", method.as_str()),
    }
}
