// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What whoever uses the crate can rely on.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod answers;
mod bounds;
mod disclosure;
mod files;
mod populations;

/// A table of `tests/data`.
fn table(name: &str) -> meldroute_estimate::Captures {
    let path = format!("{}/tests/data/{name}.csv", env!("CARGO_MANIFEST_DIR"));
    meldroute_estimate::read(&std::fs::read_to_string(path).unwrap()).unwrap()
}
