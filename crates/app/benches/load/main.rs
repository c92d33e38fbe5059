// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The benchmark: fills both databases with signals, asks the built program for pages, and prints what was measured beside
//! its target. Run it with `cargo xtask bench`.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a benchmark that can't be carried out ends by panicking"
)]

#[path = "../../tests/it/browser.rs"]
mod browser;
#[expect(dead_code, reason = "the tests use the rest of it")]
#[path = "../../tests/it/place.rs"]
mod place;
#[expect(dead_code, reason = "the tests use the rest of it")]
#[path = "../../tests/it/program.rs"]
mod program;

mod journal;
mod pages;
mod registrations;
mod seed;
mod server;
mod table;

use std::sync::Arc;

use meldroute_core::policy::Role;

use self::{browser::Visitor, pages::Measured, place::Place, seed::Seeds, table::Table};

/// How many signals are stored.
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

/// Links are measured among so many, too, where `MELDROUTE_BENCH_MILLION` is set: it takes a quarter of an hour a database.
const MILLION: usize = 1_000_000;

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let mut table = Table::default();
        on("SQLite", Place::sqlite(), &mut table).await;
        match Place::postgres().await {
            Some(place) => on("PostgreSQL", place, &mut table).await,
            None => say("no PostgreSQL: name a server in MELDROUTE_TEST_POSTGRES"),
        }
        say(&table.to_string());
    });
}

/// Prints a line; the table at the end goes the same way.
fn say(text: &str) {
    println!("{text}");
}

async fn on(name: &'static str, place: Place, table: &mut Table) {
    place.init().good();
    let database = place.open().await;
    let m = seed::municipality();
    let visitor = Visitor::coordinator(&database, &m).await;
    let officer = Visitor::of(&database, &m, &[Role::PrivacyOfficer]).await;
    database.close().await;
    let mut seeds = Seeds::new(&place, visitor.person).await;
    let mut measured: Vec<Measured> = Vec::new();
    for size in SIZES {
        seeds.grow(&place, size).await;
        say(&format!("{name}: {size} signals stored"));
        let pages = pages::measure(&place, &visitor, &seeds);
        say(&format!("{pages:.2?}"));
        measured.push(pages);
        if size == SIZES[1] {
            table.add_patterns(journal::patterns(&place, &officer));
        }
    }
    let shared = Arc::new(seeds);
    let rate = registrations::a_second(&place, &shared).await;
    table.add(name, &measured, rate);
    table.add_journal(journal::verified(&place, &shared).await);
    if std::env::var_os("MELDROUTE_BENCH_MILLION").is_some() {
        let mut seeds = Arc::into_inner(shared).unwrap();
        seeds.grow(&place, MILLION).await;
        say(&format!("{name}: {MILLION} signals stored"));
        table.add_million(pages::links_of(&place, &visitor, &seeds));
    }
    place.remove().await;
}
