// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Shared mailboxes: a folder, and stubs of Microsoft Graph and JMAP that keep to the published protocols. IMAP is tested with
//! a real server, in the tests of the program; here is what a real one does not do on demand.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod folder;
mod graph;
mod imap;
mod jmap;

use chrono::{DateTime, Utc};
use meldroute_connect::mailbox::{Listed, Server, SharedMailbox, open};

/// A moment of some day of October.
fn october(day: u32) -> DateTime<Utc> {
    format!("2026-10-{day:02}T09:00:00Z").parse().unwrap()
}

async fn opened(server: Server) -> Box<dyn SharedMailbox> {
    open(&server).await.unwrap()
}

async fn listed(mailbox: &mut dyn SharedMailbox) -> Vec<Listed> {
    mailbox.list(october(5)).await.unwrap()
}

fn keys(listed: &[Listed]) -> Vec<&str> {
    listed.iter().map(|message| message.key.as_str()).collect()
}
