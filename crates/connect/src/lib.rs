// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The outside world: the shared mailboxes in which reports come in, mail read into plain values, and tables in files. Knows
//! neither the database nor the web.

pub mod mail;
pub mod mailbox;
mod table;
mod tls;

pub use self::table::read_table;
