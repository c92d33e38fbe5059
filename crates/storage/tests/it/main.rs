// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The contract of the store, run on SQLite and, where `MELDROUTE_TEST_POSTGRES` names a server, on PostgreSQL.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::cognitive_complexity,
    reason = "a test that can't go on should stop"
)]

mod contract;
mod kill;
mod place;
mod things;
mod world;
