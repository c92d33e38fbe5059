// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Committing: all or nothing, once, in order, with numbers that nobody else has.

use std::collections::BTreeSet;

use futures_util::future::join_all;
use meldroute_core::{
    audit::{About, Event},
    change::{Changes, Revision, Write},
    id::Minter as _,
    policy::{Right, unsafe_permit_without_policy},
    ports::{CommitError, DutyQuery, ReportFilter, SignalQuery, Store as _, Verified},
};
use meldroute_storage::Database;

use super::{on_both, reports::take_in, signals::register};
use crate::{
    things::{duty, new_report, owner, report, signal},
    world::{World, actor, elsewhere, here, key},
};

on_both!(
    who_is_second_is_refused,
    nothing_of_a_refused_change_stays,
    a_form_sent_twice_counts_once,
    what_is_there_is_not_made_again,
    nothing_is_stored_for_a_municipality_that_is_not_there,
    numbers_have_no_doubles_and_no_gaps,
    two_programs_share_one_database,
    numbers_begin_anew_each_year,
    who_watches_hears_of_it,
);

fn read() -> Event {
    Event::SignalRead {
        purpose: "test".to_owned(),
    }
}

async fn who_is_second_is_refused(world: &World) {
    let mut signal = signal(world, &here(), 1);
    register(world, signal.clone()).await;
    let about = About::Signal(signal.id);
    let (m, mut attempts) = (here(), Vec::new());
    for words in ["een", "twee", "drie", "vier"] {
        words.clone_into(&mut signal.title);
        let write = Write::SaveSignal(Box::new(signal.clone()), Revision(1), Vec::new());
        attempts.push(world.store(&m, about, write));
    }
    let answers = join_all(attempts).await;
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
    assert_eq!(
        answers
            .iter()
            .filter(|answer| **answer == Err(CommitError::Conflict))
            .count(),
        3
    );
    let stored = world.signal(&here(), signal.id).await.unwrap().unwrap();
    assert_eq!(stored.revision, Revision(2));
    // What was refused left nothing in the journal either.
    assert_eq!(world.history(&here(), about).await.unwrap().len(), 2);

    let unknown = crate::things::signal(world, &here(), 1);
    let write = Write::SaveSignal(Box::new(unknown.clone()), Revision(1), Vec::new());
    let answer = world.store(&here(), About::Signal(unknown.id), write).await;
    assert_eq!(answer, Err(CommitError::Conflict));
}

async fn nothing_of_a_refused_change_stays(world: &World) {
    let there = signal(world, &here(), 1);
    register(world, there.clone()).await;
    let fresh = signal(world, &here(), 2);
    let new = new_report(world, report(world, &here(), 1));
    let (report, duties) = (
        new.report.id,
        vec![duty(&fresh, meldroute_core::duty::Holder::Person(owner()))],
    );
    let changes = world
        .changes(&here(), About::Report(report), read())
        .write(Write::NewReport(Box::new(new)))
        .write(Write::NewSignal(Box::new(fresh.clone()), duties))
        .write(Write::SaveSignal(
            Box::new(there.clone()),
            Revision(7),
            Vec::new(),
        ));
    let before = world.journal(&here(), None, 99).await.unwrap();
    assert_eq!(world.commit(changes).await, Err(CommitError::Conflict));

    assert_eq!(world.report(&here(), report).await.unwrap(), None);
    assert_eq!(world.reporter(&here(), report).await.unwrap(), None);
    assert_eq!(world.signal(&here(), fresh.id).await.unwrap(), None);
    let holders = vec![meldroute_core::duty::Holder::Person(owner())];
    let query = DutyQuery {
        holders,
        limit: 9,
        ..DutyQuery::default()
    };
    assert!(world.duties(&here(), &query).await.unwrap().is_empty());
    assert_eq!(world.journal(&here(), None, 99).await.unwrap(), before);
    // No number was used up.
    let id = register(world, fresh).await;
    assert_eq!(
        world.signal(&here(), id).await.unwrap().unwrap().number,
        "HS-2026-0002"
    );
}

async fn a_form_sent_twice_counts_once(world: &World) {
    let form = Some(world.minter.mint());
    let send = || {
        let signal = signal(world, &here(), 1);
        let changes = world
            .changes(&here(), About::Signal(signal.id), read())
            .once(form);
        world.commit(changes.write(Write::NewSignal(Box::new(signal), Vec::new())))
    };
    let answers = join_all([send(), send(), send()]).await;
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
    assert_eq!(send().await, Err(CommitError::Duplicate));
    let query = SignalQuery {
        limit: 9,
        ..SignalQuery::default()
    };
    assert_eq!(world.signals(&here(), &query).await.unwrap().len(), 1);
}

async fn what_is_there_is_not_made_again(world: &World) {
    let signal = signal(world, &here(), 1);
    register(world, signal.clone()).await;
    let write = || Write::NewSignal(Box::new(signal.clone()), Vec::new());
    let again = world.store(&here(), About::Signal(signal.id), write()).await;
    assert_eq!(again, Err(CommitError::Duplicate));
    let id = take_in(world, new_report(world, report(world, &here(), 1))).await;
    let mut same = new_report(world, report(world, &here(), 2));
    same.report.id = id;
    let again = world
        .store(&here(), About::Report(id), Write::NewReport(Box::new(same)))
        .await;
    assert_eq!(again, Err(CommitError::Duplicate));
}

async fn nothing_is_stored_for_a_municipality_that_is_not_there(world: &World) {
    let nowhere = "nergens".into();
    let signal = signal(world, &nowhere, 1);
    let write = Write::NewSignal(Box::new(signal.clone()), Vec::new());
    let answer = world.store(&nowhere, About::Signal(signal.id), write).await;
    assert_eq!(answer, Err(CommitError::Unavailable));
    // Nor can a change of one municipality carry something of another.
    let write = Write::NewSignal(
        Box::new(crate::things::signal(world, &elsewhere(), 1)),
        Vec::new(),
    );
    let answer = world.store(&here(), About::Municipality, write).await;
    assert_eq!(answer, Err(CommitError::Unavailable));
}

const CLIENTS: usize = 16;
const EACH: usize = 150;

async fn numbers_have_no_doubles_and_no_gaps(world: &World) {
    let client = async |_| {
        let mut numbers = Vec::new();
        for _ in 0..EACH {
            let new = new_report(world, report(world, &here(), 1));
            let about = About::Report(new.report.id);
            let committed = world
                .store(&here(), about, Write::NewReport(Box::new(new)))
                .await
                .unwrap();
            numbers.push(committed.reports[0].1.clone());
        }
        // To each client its own grow.
        assert!(numbers.is_sorted());
        numbers
    };
    let numbers: Vec<_> = join_all((0..CLIENTS).map(client)).await.concat();
    let expected: BTreeSet<_> = (1..=CLIENTS * EACH).map(|n| format!("M-2026-{n:04}")).collect();
    assert_eq!(numbers.len(), expected.len());
    assert_eq!(numbers.into_iter().collect::<BTreeSet<_>>(), expected);
    let entries = u64::try_from(CLIENTS * EACH).unwrap() + 1;
    assert!(matches!(world.verify(&here()).await, Ok(Verified::Holds { entries: n, .. }) if n == entries));
}

async fn two_programs_share_one_database(world: &World) {
    let other = Database::open(&world.place.address(), key()).await.unwrap();
    let send = async |database: &Database| {
        let mut numbers = Vec::new();
        for _ in 0..40 {
            let signal = signal(world, &here(), 1);
            let changes = world.changes(&here(), About::Signal(signal.id), read());
            let write = Write::NewSignal(Box::new(signal), Vec::new());
            numbers.push(
                database.commit(changes.write(write)).await.unwrap().signals[0]
                    .1
                    .clone(),
            );
        }
        numbers
    };
    let (mut one, two) = futures_util::future::join(send(&world.database), send(&other)).await;
    one.extend(two);
    assert_eq!(one.into_iter().collect::<BTreeSet<_>>().len(), 80);
    assert!(matches!(
        other.verify(&here()).await,
        Ok(Verified::Holds { entries: 81, .. })
    ));
    other.close().await;
}

async fn numbers_begin_anew_each_year(world: &World) {
    let permit = unsafe_permit_without_policy(actor(&here()), Right::ReadReports);
    let mut numbers = Vec::new();
    // The last minute of the year in the Netherlands is an hour earlier in UTC.
    for moment in [
        "2026-03-02T08:00:00Z",
        "2026-12-31T22:59:00Z",
        "2026-12-31T23:00:00Z",
    ] {
        let signal = signal(world, &here(), 1);
        let about = About::Signal(signal.id);
        let changes = Changes::new(&permit, moment.parse().unwrap(), &world.minter, about, read());
        let write = Write::NewSignal(Box::new(signal), Vec::new());
        numbers.extend(world.commit(changes.write(write)).await.unwrap().signals);
    }
    let numbers: Vec<_> = numbers.into_iter().map(|(_, number)| number).collect();
    assert_eq!(numbers, ["HS-2026-0001", "HS-2026-0002", "HS-2027-0001"]);
}

async fn who_watches_hears_of_it(world: &World) {
    let mut changes = world.database.changes();
    changes.mark_unchanged();
    register(world, signal(world, &here(), 1)).await;
    changes.changed().await.unwrap();
    assert!(
        world
            .reports(&here(), ReportFilter::New, None, 9)
            .await
            .unwrap()
            .is_empty()
    );
}
