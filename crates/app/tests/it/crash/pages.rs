// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Killing `meldroute serve` while people type reports in: each page that said "done" is true.

use std::{
    collections::{BTreeMap, BTreeSet, btree_map::Entry},
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use meldroute_core::{
    id::{Minter as _, ReportId},
    ports::Store as _,
};

use super::{ROUNDS, heemstede, holds_together, reports};
use crate::{
    browser::{Browser, Random, Visitor},
    place::Place,
};

/// Types reports in until the program is gone. Gives the reporters of those for which the program said "done".
fn type_in(address: SocketAddr, visitor: &Visitor, counter: &AtomicU64) -> Vec<String> {
    let mut done = Vec::new();
    let Ok(mut browser) = Browser::open(address, visitor) else {
        return done;
    };
    loop {
        let id = Random.mint();
        let (report, contact) = (id.to_string(), format!("{id}@post.example"));
        let fields = [
            ("report", report.as_str()),
            ("channel", "phone"),
            ("reporter-kind", "resident"),
            ("openness", "open"),
            ("subject", "Licht in de schuur"),
            ("text", "Er brandt elke nacht licht in de schuur."),
            ("contact", &contact),
        ];
        match browser.post("/meldingen/typen", &fields) {
            Ok((status, text)) => assert_eq!(status, 303, "{text}"),
            Err(_) => return done,
        }
        done.push(contact);
        counter.fetch_add(1, Ordering::Relaxed);
    }
}

async fn nothing_is_lost(
    place: &Place,
    visitor: &Visitor,
    done: &BTreeSet<String>,
    whole: &mut BTreeMap<ReportId, String>,
) {
    let database = place.open().await;
    let lines = reports(&database).await;
    holds_together(&database, &lines, "report-typed").await;
    for id in lines.iter().map(|line| line.id) {
        if let Entry::Vacant(new) = whole.entry(id) {
            let report = database.report(&heemstede(), id).await.unwrap().unwrap();
            assert_eq!(report.value.text, "Er brandt elke nacht licht in de schuur.");
            assert_eq!(report.value.typed_by, Some(visitor.person));
            let reporter = database.reporter(&heemstede(), id).await.unwrap().unwrap();
            new.insert(reporter.contact);
        }
    }
    let stored: BTreeSet<_> = whole.values().cloned().collect();
    assert!(done.is_subset(&stored), "what was acknowledged is there");
    assert_eq!(stored.len(), lines.len(), "and nothing is there twice");
    database.close().await;
}

async fn survives(place: Place) {
    place.init().good();
    let database = place.open().await;
    let visitor = Visitor::coordinator(&database, &heemstede()).await;
    database.close().await;
    let (mut done, mut whole) = (BTreeSet::new(), BTreeMap::new());
    for round in 0..ROUNDS {
        let (serve, address) = place.serve().await;
        let counter = Arc::new(AtomicU64::new(0));
        let clients: Vec<_> = (0..4)
            .map(|_| {
                let (visitor, counter) = (visitor.clone(), Arc::clone(&counter));
                tokio::task::spawn_blocking(move || type_in(address, &visitor, &counter))
            })
            .collect();
        // Some moment in the work: at first before anything is done, then after ever more, and a bit.
        while counter.load(Ordering::Relaxed) < round {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        tokio::time::sleep(Duration::from_micros(round * 7919 % 5000)).await;
        serve.kill();
        for client in clients {
            done.extend(client.await.unwrap());
        }
        nothing_is_lost(&place, &visitor, &done, &mut whole).await;
    }
    assert!(done.len() > 100, "the rounds got to work: {}", done.len());
    place.remove().await;
}

#[tokio::test]
async fn survives_on_sqlite() {
    survives(Place::sqlite()).await;
}

#[tokio::test]
async fn survives_on_postgres() {
    if let Some(place) = Place::postgres().await {
        survives(place).await;
    }
}
