// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! How long it takes to prove that nobody changed a journal of a million entries.

use std::time::{Duration, Instant};

use meldroute_core::{
    audit::{About, Event},
    change::Changes,
    ports::Store as _,
};

use crate::{
    browser::{Random, now},
    place::Place,
    seed::{Seeds, municipality},
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
