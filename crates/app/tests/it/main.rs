// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The program as somebody at the command line meets it: each test runs the binary.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod backup;
mod browser;
mod clamd;
mod command_line;
mod config;
mod crash;
mod destroyed;
mod dovecot;
mod estimate;
mod figures;
mod files;
mod import;
mod mailbox;
mod mails;
mod papers;
mod place;
mod plan;
mod program;
mod registers;
mod serve;
mod smtp;
mod tips;
