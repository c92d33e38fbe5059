// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Copies without metadata: what goes, what stays, and what is refused.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::expect_used,
    reason = "a test that can't go on should stop"
)]

mod corpus;
mod fixtures;
mod independent;
mod limits;
mod office;
mod pdf;
mod pictures;
mod text;
