// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A program that is killed at any moment: everything that it acknowledged is there, and nothing is half.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    process::{Child, Command, Stdio},
};

use futures_util::future::join_all;
use meldroute_core::{
    audit::{About, Event},
    change::Write,
    duty::Holder,
    id::{FileId, ReportId, SignalId},
    ports::{Store as _, Verified},
    report::Compartment,
};
use meldroute_storage::Database;
use uuid::Uuid;

use crate::{
    place::{Place, ask, environment},
    things::{duty, new_report, owner, report, signal},
    world::{Counting, World, here, key},
};

const ADDRESS: &str = "MELDROUTE_TEST_KILLED_ADDRESS";
const ROUND: &str = "MELDROUTE_TEST_KILLED_ROUND";
const ROUNDS: u64 = 12;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sqlite_keeps_what_was_acknowledged() {
    keeps_what_was_acknowledged(Place::sqlite()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_keeps_what_was_acknowledged() {
    if let Some(place) = Place::postgres().await {
        keeps_what_was_acknowledged(place).await;
    }
}

async fn keeps_what_was_acknowledged(place: Place) {
    let World { database, place, .. } = World::open(place).await;
    database.close().await;
    let mut acknowledged = Vec::new();
    for round in 0..ROUNDS {
        // Each time after another number of acknowledgements, so in another moment of the work.
        let until = usize::try_from(1 + round * 7).unwrap();
        acknowledged.extend(run_and_kill(&place, round, until));
        let database = Database::open(&place.address(), key()).await.unwrap();
        for (report, file, signal) in &acknowledged {
            assert!(database.report(&here(), *report).await.unwrap().is_some());
            assert!(database.reporter(&here(), *report).await.unwrap().is_some());
            assert!(
                database
                    .file(&here(), *report, Compartment::Reporter, *file)
                    .await
                    .unwrap()
                    .is_some()
            );
            assert!(database.signal(&here(), *signal).await.unwrap().is_some());
        }
        assert!(matches!(
            database.verify(&here()).await,
            Ok(Verified::Holds { .. })
        ));
        database.close().await;
        nothing_is_half(&place).await;
    }
    place.remove().await;
}

/// Each registration wrote the same rows, and used one number of each kind.
async fn nothing_is_half(place: &Place) {
    let raw = place.raw().await;
    let mut counts = Vec::new();
    for query in [
        "SELECT count(*) FROM reports",
        "SELECT count(*) FROM reporters",
        "SELECT count(*) FROM files",
        "SELECT count(*) FROM fingerprints WHERE subject IN (SELECT id FROM reports)",
        "SELECT count(*) FROM signals",
        "SELECT count(*) FROM duties WHERE subject_kind = 'signal'",
        "SELECT count(*) FROM keys WHERE purpose = 'signal'",
        "SELECT count(*) - 1 FROM journal WHERE municipality = 'heemstede'",
        "SELECT last FROM counters WHERE kind = 'signal'",
        "SELECT last FROM counters WHERE kind = 'report'",
    ] {
        counts.push(ask(&raw, query).await[0].try_get_by_index::<i64>(0).unwrap());
    }
    raw.close().await.unwrap();
    counts[3] /= 2;
    assert!(counts.iter().all(|count| *count == counts[0]), "{counts:?}");
}

type Acknowledged = (ReportId, FileId, SignalId);

/// Starts this test program as another process that registers, and kills it.
fn run_and_kill(place: &Place, round: u64, until: usize) -> Vec<Acknowledged> {
    let mut child: Child = Command::new(std::env::current_exe().unwrap())
        .args([
            "--ignored",
            "--exact",
            "kill::registers_until_killed",
            "--nocapture",
        ])
        .env(ADDRESS, place.address())
        .env(ROUND, round.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut acknowledged = Vec::new();
    for line in lines.map_while(Result::ok) {
        // What was said before the end counts, also when it is read after it.
        let Some((_, said)) = line.split_once("stored ") else {
            continue;
        };
        let ids: Vec<Uuid> = said.split(' ').filter_map(|id| id.parse().ok()).collect();
        if let [report, file, signal] = ids[..] {
            acknowledged.push((report.into(), file.into(), signal.into()));
        }
        if acknowledged.len() == until {
            child.kill().unwrap();
        }
    }
    child.wait().unwrap();
    assert!(
        acknowledged.len() >= until,
        "the other process did not get that far"
    );
    acknowledged
}

/// What the other process does.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "run by the tests above, which kill it"]
async fn registers_until_killed() {
    let (Some(address), Some(round)) = (environment(ADDRESS), environment(ROUND)) else {
        return;
    };
    let world = World {
        database: Database::open(&address, key()).await.unwrap(),
        place: Place::sqlite(),
        minter: Counting::from_round(round.parse().unwrap()),
    };
    join_all((0..8).map(|_| register(&world))).await;
}

async fn register(world: &World) {
    loop {
        let new = new_report(world, report(world, &here(), 1));
        let signal = signal(world, &here(), 1);
        let ids = format!("{} {} {}", new.report.id, new.files[0].id, signal.id);
        let duties = vec![duty(&signal, Holder::Person(owner()))];
        let changes = world
            .changes(
                &here(),
                About::Signal(signal.id),
                Event::SignalRegistered {
                    reports: 1,
                    step: None,
                },
            )
            .write(Write::NewReport(Box::new(new)))
            .write(Write::NewSignal(Box::new(signal), duties));
        world.commit(changes).await.unwrap();
        // One write, so that the line is whole or not there.
        let line = format!("stored {ids}\n");
        std::io::stdout().lock().write_all(line.as_bytes()).unwrap();
    }
}
