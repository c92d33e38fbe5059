// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Tasks of developers: `cargo xtask bench`, `cargo xtask mail-memory`.

#![expect(
    clippy::print_stderr,
    reason = "a task of developers handles no personal data"
)]

mod mail_memory;

use std::{
    env,
    process::{Command, ExitCode},
};

fn main() -> ExitCode {
    let task = env::args().nth(1);
    match task.as_deref() {
        Some("bench") => bench(),
        Some("mail-memory") => mail_memory::measure().map_or_else(
            |error| {
                eprintln!("mail-memory: {error}");
                ExitCode::FAILURE
            },
            |()| ExitCode::SUCCESS,
        ),
        _ => {
            eprintln!("usage: cargo xtask bench | mail-memory");
            ExitCode::from(2)
        }
    }
}

/// Measures the release build on both databases, with a PostgreSQL of its own, and then the estimates.
fn bench() -> ExitCode {
    let load = ["cargo", "bench", "--package", "meldroute", "--bench", "load"];
    let estimates = ["bench", "--package", "meldroute-estimate", "--bench", "bootstrap"];
    if ran("scripts/with-postgres", &load) && ran("cargo", &estimates) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn ran(program: &str, arguments: &[&str]) -> bool {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    match Command::new(program).args(arguments).current_dir(root).status() {
        Ok(status) => status.success(),
        Err(error) => {
            eprintln!("{program}: {error}");
            false
        }
    }
}
