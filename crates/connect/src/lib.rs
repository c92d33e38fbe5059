// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The outside world: the shared mailboxes in which reports come in, mail read into plain values, tables in files, mail that
//! goes out, registers that are asked, and the collector of the logs. Knows neither the database nor the web.

pub mod clamd;
mod http;
pub mod mail;
pub mod mailbox;
pub mod otlp;
pub mod register;
pub mod smtp;
mod table;
mod tls;

pub use self::table::{read_table, write_sheets};
