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

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use meldroute_connect::mailbox::{Listed, Server, SharedMailbox, open};
use meldroute_core::processing::Trace;
use wiremock::MockServer;

/// A moment of some day of October.
fn october(day: u32) -> DateTime<Utc> {
    format!("2026-10-{day:02}T09:00:00Z").parse().unwrap()
}

/// Of which processings the calls to a stub were part, oldest first. Each of them says so.
async fn processings(stub: &MockServer) -> Vec<u128> {
    let requests = stub.received_requests().await.unwrap();
    let traced = requests.iter().map(|request| {
        let header = request.headers.get("traceparent").unwrap().to_str().unwrap();
        Trace::parse(header).unwrap().trace_id
    });
    traced.collect()
}

/// Fetches a message and moves it as part of a processing, then looks for more.
async fn processed(mailbox: &mut dyn SharedMailbox, stub: &MockServer, message: &Listed) {
    let before = processings(stub).await;
    let each: BTreeSet<_> = before.iter().collect();
    assert_eq!(each.len(), before.len(), "each is one of its own");
    mailbox.part_of(Some(7));
    let _ = mailbox.fetch(message, 1000).await;
    let _ = mailbox.mark_processed(message, october(5)).await;
    let during = processings(stub).await.split_off(before.len());
    assert!(
        during.len() >= 2 && during.iter().all(|part| *part == 7),
        "{during:?}"
    );
    mailbox.part_of(None);
    let _ = mailbox.list(october(5)).await;
    assert_ne!(processings(stub).await.last(), Some(&7));
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
