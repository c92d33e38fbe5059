// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The outside world: the shared mailboxes in which reports come in, and mail read into plain values. Knows neither the
//! database nor the web.

pub mod mail;
pub mod mailbox;
mod tls;
