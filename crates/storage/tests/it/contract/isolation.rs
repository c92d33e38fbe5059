// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Nothing of one municipality can be reached through another.

use meldroute_core::{
    audit::About,
    change::{Revision, Write},
    duty::Holder,
    link::{self, Compared, Shared},
    ports::{CommitError, DutyQuery, ReportFilter, SignalQuery, Store as _},
    report::Compartment,
};

use super::{on_both, reports::take_in, signals::register};
use crate::{
    things::{duty, meeting, new_report, owner, person, report, signal, stage},
    world::{World, elsewhere, here},
};

on_both!(
    identifiers_of_another_give_nothing,
    lists_of_another_are_empty,
    facts_of_another_are_not_shared,
    nobody_changes_what_is_of_another
);

async fn identifiers_of_another_give_nothing(world: &World) {
    let new = new_report(world, report(world, &here(), 1));
    let file = new.files[0].id;
    let report = take_in(world, new).await;
    let signal = register(world, signal(world, &here(), 1)).await;
    let (meeting, person) = (
        meeting(world, &here(), 1, &[]),
        person(world, &here(), "a.voorbeeld"),
    );
    let (meeting_id, person_id) = (meeting.id, person.id);
    let about = About::Municipality;
    world
        .store(&here(), about, Write::NewMeeting(Box::new(meeting)))
        .await
        .unwrap();
    world
        .store(&here(), about, Write::NewPerson(Box::new(person)))
        .await
        .unwrap();

    let m = elsewhere();
    assert_eq!(world.report(&m, report).await.unwrap(), None);
    assert_eq!(world.reports_by_id(&m, &[report]).await.unwrap(), []);
    assert_eq!(world.reporter(&m, report).await.unwrap(), None);
    assert_eq!(
        world.file(&m, report, Compartment::Reporter, file).await.unwrap(),
        None
    );
    assert_eq!(world.signal(&m, signal).await.unwrap(), None);
    assert_eq!(world.signal_numbered(&m, "HS-2026-0001").await.unwrap(), None);
    assert_eq!(world.meeting(&m, meeting_id).await.unwrap(), None);
    assert_eq!(world.person(&m, person_id).await.unwrap(), None);
    assert_eq!(world.person_named(&m, "a.voorbeeld").await.unwrap(), None);
    assert!(world.history(&m, About::Signal(signal)).await.unwrap().is_empty());
}

async fn lists_of_another_are_empty(world: &World) {
    let mut report = report(world, &here(), 1);
    report.partner = Some("ggd".into());
    take_in(world, new_report(world, report)).await;
    let mut signal = signal(world, &here(), 1);
    signal.stage = stage("weigh", Some("loo"), 1);
    let duties = vec![duty(&signal, Holder::Person(owner()))];
    let write = Write::NewSignal(Box::new(signal.clone()), duties);
    world
        .store(&here(), About::Signal(signal.id), write)
        .await
        .unwrap();

    let m = elsewhere();
    assert!(
        world
            .reports(&m, ReportFilter::New, None, 9)
            .await
            .unwrap()
            .is_empty()
    );
    assert!(
        world
            .reports_of_partner(&m, &"ggd".into(), 9)
            .await
            .unwrap()
            .is_empty()
    );
    let query = SignalQuery {
        limit: 9,
        ..SignalQuery::default()
    };
    assert!(world.signals(&m, &query).await.unwrap().is_empty());
    assert!(world.signals_before(&m, &"loo".into()).await.unwrap().is_empty());
    let holders = vec![Holder::Person(owner())];
    let query = DutyQuery {
        holders,
        limit: 9,
        ..DutyQuery::default()
    };
    assert!(world.duties(&m, &query).await.unwrap().is_empty());
    assert!(world.people(&m).await.unwrap().is_empty());
    assert!(world.open_steps(&m).await.unwrap().is_empty());
    assert_eq!(
        world.counts(&m).await.unwrap(),
        meldroute_core::ports::Counts::default()
    );
    assert_eq!(
        world.texts(&m, None, 9).await.unwrap(),
        meldroute_storage::Texts::default()
    );
    // Each has a journal of its own, with one entry of loading its configuration.
    assert_eq!(world.journal(&m, None, 99).await.unwrap().len(), 1);
    assert!(world.journal_after(&m, 0, 99).await.unwrap().changed.is_empty());
}

async fn facts_of_another_are_not_shared(world: &World) {
    let signal = signal(world, &here(), 1);
    register(world, signal.clone()).await;
    let facts = link::facts_of_signal(&signal);
    let m = elsewhere();
    assert_eq!(world.occurring(&m, &facts).await.unwrap(), []);
    let compared = Compared {
        signal: Some(signal.id),
        reports: Vec::new(),
        facts,
    };
    assert_eq!(world.shared(&m, &compared).await.unwrap(), Shared::default());
}

async fn nobody_changes_what_is_of_another(world: &World) {
    let mut signal = signal(world, &here(), 1);
    register(world, signal.clone()).await;
    signal.municipality = elsewhere();
    let about = About::Signal(signal.id);
    let write = Write::SaveSignal(Box::new(signal.clone()), Revision(1), Vec::new());
    assert_eq!(
        world.store(&elsewhere(), about, write).await,
        Err(CommitError::Conflict)
    );
    // Nor takes its identifier.
    let write = Write::NewSignal(Box::new(signal), Vec::new());
    assert_eq!(
        world.store(&elsewhere(), about, write).await,
        Err(CommitError::Duplicate)
    );
}
