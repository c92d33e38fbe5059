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

/// Measures the release build on both databases, with a PostgreSQL of its own.
fn bench() -> ExitCode {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let ran = Command::new("scripts/with-postgres")
        .args(["cargo", "bench", "--package", "meldroute", "--bench", "load"])
        .current_dir(root)
        .status();
    match ran {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("scripts/with-postgres: {error}");
            ExitCode::FAILURE
        }
    }
}
