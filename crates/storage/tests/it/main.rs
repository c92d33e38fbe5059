// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The contract of the store, run on SQLite and, where `MELDROUTE_TEST_POSTGRES` names a server, on PostgreSQL.

mod contract;
mod place;
mod things;
mod world;
