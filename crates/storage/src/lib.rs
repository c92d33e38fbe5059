// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The store of the domain on a real database: one code for SQLite and PostgreSQL.
//!
//! [`Database::open`] gives a [`Store`](meldroute_core::ports::Store). How it hangs together:
//!
//! ```text
//! schema    tables as values, and the steps that make them
//! dialect   where the two databases differ, side by side
//! keys      sealing and opening
//! commit    prepare (caller's task) -> queue -> load, check, write (one task, one transaction for many callers)
//! report signal duty meeting people journal processing counts text ...   reading, a file per subject
//! erase     taking a thing out with all that hangs on it, also out of an older backup
//! transfer  all rows into a file, out of one, into another database
//! ```

mod claim;
mod commit;
mod configuration;
mod consult;
mod counts;
mod database;
mod dialect;
mod document;
mod duty;
mod erase;
mod fault;
mod journal;
mod keys;
mod link;
mod looking;
mod meeting;
mod outgoing;
mod people;
mod processing;
mod quarantine;
mod query;
mod report;
mod retention;
mod row;
mod schema;
mod signal;
mod store;
mod text;
mod transfer;

pub use database::{Database, OpenError};
pub use erase::{Destroyed, NotDestroyed};
pub use journal::News;
pub use processing::Log;
pub use text::Texts;
pub use transfer::TransferError;
