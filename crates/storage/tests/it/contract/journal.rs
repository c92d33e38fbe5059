// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The journal: what it tells, and that nobody changes it.

use meldroute_core::{
    audit::{About, Event},
    change::{Revision, Write},
    ports::{Hit, JournalQuery, Store as _, Verified},
};
use meldroute_storage::News;
use sea_orm::ConnectionTrait as _;

use super::{on_both, reports::take_in, signals::register};
use crate::{
    things::{new_report, report, signal},
    world::{World, elsewhere, here},
};

on_both!(
    tells_the_history_of_one_thing,
    pages_back_from_the_newest,
    tells_what_changed,
    gives_the_lines_that_are_asked_for,
    gives_numbers_of_one_municipality,
    holds_from_the_first_to_the_last,
    refuses_to_be_changed,
);

async fn tells_the_history_of_one_thing(world: &World) {
    let signal = signal(world, &here(), 1);
    register(world, signal.clone()).await;
    register(world, crate::things::signal(world, &here(), 2)).await;
    let about = About::Signal(signal.id);
    let write = Write::SaveSignal(Box::new(signal.clone()), Revision(1), Vec::new());
    world.store(&here(), about, write).await.unwrap();
    let lines = world.history(&here(), about).await.unwrap();
    assert_eq!(lines.iter().map(|line| line.seq).collect::<Vec<_>>(), [2, 4]);
    assert_eq!(
        (lines[0].action.as_str(), lines[0].about_kind.as_str()),
        ("observed", "signal")
    );
    assert_eq!(lines[0].about_id, Some(signal.id.0));
    let detail = lines[0].detail.clone().unwrap();
    assert_eq!(
        (detail.name.as_str(), detail.origin.as_str()),
        ("Mees Voorbeeld", "test")
    );
    assert_eq!(
        world.history(&here(), About::Municipality).await.unwrap().len(),
        1
    );
}

async fn pages_back_from_the_newest(world: &World) {
    for days in 0..6 {
        register(world, signal(world, &here(), days)).await;
    }
    let first = world.journal(&here(), None, 4).await.unwrap();
    assert_eq!(
        first.iter().map(|line| line.seq).collect::<Vec<_>>(),
        [7, 6, 5, 4]
    );
    let second = world.journal(&here(), Some(4), 4).await.unwrap();
    assert_eq!(second.iter().map(|line| line.seq).collect::<Vec<_>>(), [3, 2, 1]);
}

async fn gives_the_lines_that_are_asked_for(world: &World) {
    take_in(world, new_report(world, report(world, &here(), 1))).await;
    let signal = register(world, signal(world, &here(), 1)).await;
    let read = || Event::SignalRead {
        purpose: "test".to_owned(),
    };
    for _ in 0..2 {
        let looked = world.changes(&here(), About::Signal(signal), read());
        world.commit(looked).await.unwrap();
    }
    let asked = async |query: JournalQuery| -> Vec<u64> {
        let lines = world.journal_lines(&here(), &query).await.unwrap();
        lines.iter().map(|line| line.seq).collect()
    };
    let all = || JournalQuery {
        limit: 9,
        ..JournalQuery::default()
    };
    assert_eq!(asked(all()).await, [5, 4, 3, 2, 1]);
    let about = Some(About::Signal(signal));
    assert_eq!(asked(JournalQuery { about, ..all() }).await, [5, 4, 3]);
    let actions = vec!["signal-read"];
    assert_eq!(asked(JournalQuery { actions, ..all() }).await, [5, 4]);
    let newest = world.journal(&here(), None, 1).await.unwrap().remove(0);
    let until = Some(newest.at);
    assert!(!asked(JournalQuery { until, ..all() }).await.contains(&5));
    let from = Some(newest.at);
    assert!(asked(JournalQuery { from, ..all() }).await.contains(&5));
    let before = Some(3);
    assert_eq!(
        asked(JournalQuery {
            before,
            limit: 1,
            ..all()
        })
        .await,
        [2]
    );
    let person = Some(meldroute_core::id::PersonId(uuid::Uuid::from_u128(77)));
    assert!(
        asked(JournalQuery { person, ..all() }).await.is_empty(),
        "not of the program"
    );
}

async fn gives_numbers_of_one_municipality(world: &World) {
    let report = take_in(world, new_report(world, report(world, &here(), 1))).await;
    let signal = register(world, signal(world, &here(), 1)).await;
    let numbers = world
        .numbers(&here(), &[signal.0, report.0, uuid::Uuid::nil()])
        .await
        .unwrap();
    assert_eq!(numbers[&signal.0], "HS-2026-0001");
    assert_eq!(numbers[&report.0], "M-2026-0001");
    assert_eq!(numbers.len(), 2);
    assert!(world.numbers(&elsewhere(), &[signal.0]).await.unwrap().is_empty());
    assert_eq!(
        world.report_numbered(&here(), "M-2026-0001").await.unwrap(),
        Some(report)
    );
    assert!(
        world
            .report_numbered(&elsewhere(), "M-2026-0001")
            .await
            .unwrap()
            .is_none()
    );
}

async fn tells_what_changed(world: &World) {
    let report = take_in(world, new_report(world, report(world, &here(), 1))).await;
    let signal = register(world, signal(world, &here(), 1)).await;
    let news = |place, changed: &[Hit], configuration| News {
        place,
        changed: changed.to_vec(),
        configuration,
    };
    assert_eq!(
        world.journal_after(&here(), 0, 99).await.unwrap(),
        news(3, &[Hit::Report(report), Hit::Signal(signal)], true)
    );
    assert_eq!(
        world.journal_after(&here(), 2, 99).await.unwrap(),
        news(3, &[Hit::Signal(signal)], false)
    );
    let read = Event::SignalRead {
        purpose: "test".to_owned(),
    };
    let looked = world.changes(&here(), About::Signal(signal), read);
    world.commit(looked).await.unwrap();
    assert_eq!(
        world.journal_after(&here(), 3, 99).await.unwrap(),
        news(4, &[], false),
        "looking changes nothing"
    );
    assert_eq!(world.journal_end(&here()).await.unwrap(), 4);
}

async fn holds_from_the_first_to_the_last(world: &World) {
    let stands = world.journal_head(&here()).await.unwrap().unwrap();
    let Ok(Verified::Holds { entries: 1, head }) = world.verify(&here()).await else {
        panic!("one entry that holds");
    };
    assert_eq!((stands.entry, stands.hash.as_str()), (1, head.as_str()));
    assert_eq!(head.len(), 64);
    for days in 0..3 {
        register(world, signal(world, &here(), days)).await;
    }
    assert!(matches!(
        world.verify(&here()).await,
        Ok(Verified::Holds { entries: 4, .. })
    ));
    assert!(matches!(
        world.verify(&elsewhere()).await,
        Ok(Verified::Holds { entries: 1, .. })
    ));
    assert!(world.verify(&"nergens".into()).await.is_err());
}

async fn refuses_to_be_changed(world: &World) {
    register(world, signal(world, &here(), 1)).await;
    let raw = world.place.raw().await;
    let mut attempts = vec![
        "UPDATE journal SET action = 'other'",
        "DELETE FROM journal",
        "INSERT INTO journal SELECT * FROM journal WHERE seq = 1 AND municipality = 'heemstede'",
    ];
    match raw.get_database_backend() {
        sea_orm::DbBackend::Postgres => {
            attempts.extend(["TRUNCATE journal", "TRUNCATE municipalities, journal"]);
        }
        _ => attempts.extend([
            "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 1",
            "REPLACE INTO journal SELECT * FROM journal WHERE seq = 1",
            "UPDATE OR REPLACE journal SET seq = 2 WHERE seq = 1",
        ]),
    }
    for attempt in attempts {
        assert!(raw.execute_unprepared(attempt).await.is_err(), "{attempt}");
    }
    raw.close().await.unwrap();
    assert!(matches!(
        world.verify(&here()).await,
        Ok(Verified::Holds { entries: 2, .. })
    ));
}
