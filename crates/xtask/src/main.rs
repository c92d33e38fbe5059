// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Tasks of developers: `cargo xtask bench`.

#![expect(
    clippy::print_stderr,
    reason = "a task of developers handles no personal data"
)]

use std::{
    env,
    process::{Command, ExitCode},
};

fn main() -> ExitCode {
    if env::args().skip(1).eq(["bench".to_owned()]) {
        return bench();
    }
    eprintln!("usage: cargo xtask bench");
    ExitCode::from(2)
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
