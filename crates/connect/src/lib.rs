// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The outside world: the shared mailboxes in which reports come in, mail read into plain values, tables in files, mail that
//! goes out, and registers that are asked. Knows neither the database nor the web.

pub mod clamd;
mod http;
pub mod mail;
pub mod mailbox;
pub mod register;
pub mod smtp;
mod table;
mod tls;

pub use self::table::read_table;
