// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! How long it takes to prove that nobody changed a journal of a million entries, and to look for notable looks.

use std::time::{Duration, Instant};

use meldroute_core::{
    audit::{About, Event},
    change::Changes,
    ports::Store as _,
};

use crate::{
    browser::{Browser, Random, Visitor, now},
    place::Place,
    seed::{Seeds, municipality},
    server::Server,
};

/// How many entries are verified.
const ENTRIES: u64 = 1_000_000;
/// How many are stored at a time.
const AT_ONCE: usize = 2_000;

/// Fills the journal up, and verifies it by the program.
pub(crate) async fn verified(place: &Place, seeds: &Seeds) -> Duration {
    let database = place.open().await;
    let (permit, about) = (seeds.permit(), About::Municipality);
    while database.journal_end(&municipality()).await.unwrap() < ENTRIES {
        let changes = Changes::new(&permit, now(), &Random, about, Event::JournalRead);
        let changes = (1..AT_ONCE).fold(changes, |changes, _| {
            changes.and(&permit, now(), &Random, about, Event::JournalRead)
        });
        database.commit(changes).await.unwrap();
    }
    database.close().await;
    let began = Instant::now();
    place.run(&["audit", "verify"]).good();
    began.elapsed()
}

/// How long the page of notable looks takes for the longest period, which holds all that was stored here.
pub(crate) fn patterns(place: &Place, officer: &Visitor) -> Duration {
    tokio::task::block_in_place(|| {
        let server = Server::start(place, officer);
        server.settle();
        let mut browser = Browser::open(server.address, officer).unwrap();
        let today = now().date_naive();
        let first = today - chrono::Days::new(92);
        let began = Instant::now();
        let path = format!("/privacy/opvallend?van={first}&tot={today}");
        let (status, page) = browser.get(&path).unwrap();
        assert_eq!(status, 200, "{page}");
        began.elapsed()
    })
}
