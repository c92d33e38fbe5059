// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! How many reports can be registered in a second by 16 clients at once: each sealed, journaled and on disk before its client
//! hears "done".

use std::{
    collections::BTreeSet,
    sync::Arc,
    time::{Duration, Instant},
};

use meldroute_core::{
    audit::{About, Event},
    change::{Changes, Write},
    id::ReportId,
    ports::Store as _,
    report::ReportState,
};
use meldroute_storage::Database;
use tokio::task::JoinSet;

use crate::{
    browser::{Random, now},
    place::Place,
    seed::{Seeds, sortable},
};

const CLIENTS: usize = 16;
const HOW_LONG: Duration = Duration::from_secs(8);

/// Registrations a second.
pub(crate) async fn a_second(place: &Place, seeds: &Arc<Seeds>) -> f64 {
    let database = Arc::new(place.open().await);
    let began = Instant::now();
    let mut clients = JoinSet::new();
    for _ in 0..CLIENTS {
        clients.spawn(register(Arc::clone(&database), Arc::clone(seeds), began));
    }
    let numbers: Vec<String> = clients.join_all().await.into_iter().flatten().collect();
    let rate = f64::from(u32::try_from(numbers.len()).unwrap()) / began.elapsed().as_secs_f64();
    let different: BTreeSet<&String> = numbers.iter().collect();
    assert_eq!(different.len(), numbers.len(), "numbers without doubles");
    Arc::into_inner(database).unwrap().close().await;
    rate
}

/// One client: the next report when the one before is done. Gives the numbers.
async fn register(database: Arc<Database>, seeds: Arc<Seeds>, began: Instant) -> Vec<String> {
    let permit = seeds.permit();
    let mut numbers = Vec::new();
    while began.elapsed() < HOW_LONG {
        let at = now();
        let report = seeds.report(ReportId(sortable(at)), ReportState::New, numbers.len());
        let event = Event::ReportTyped {
            channel: report.channel.clone(),
        };
        let changes = Changes::new(&permit, at, &Random, About::Report(report.id), event)
            .write(Write::NewReport(Box::new(seeds.filed(report))));
        let committed = database.commit(changes).await.unwrap();
        numbers.extend(committed.reports.into_iter().map(|(_, number)| number));
    }
    numbers
}
