// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What somebody can do who can write to the database but has no key.

use meldroute_core::{
    audit::About,
    id::{ReportId, SignalId},
    ports::{ReadError, ReportFilter, SignalQuery, Store as _, Verified},
};
use sea_orm::{ConnectionTrait as _, DatabaseConnection, DbBackend};
use uuid::Uuid;

use super::{on_both, reports::take_in, signals::register};
use crate::{
    place::ask,
    things::{new_report, report, signal},
    world::{World, elsewhere, here},
};

on_both!(
    a_swapped_text_does_not_open,
    a_row_copied_to_another_municipality_does_not_open,
    a_changed_byte_shows,
    another_reporter_can_not_be_put_beside_a_report,
    a_deleted_or_changed_entry_breaks_the_chain,
    destroying_a_key_destroys_the_content,
    nothing_readable_is_stored,
);

/// An identifier as the database writes it.
pub(super) fn literal(raw: &DatabaseConnection, id: Uuid) -> String {
    match raw.get_database_backend() {
        DbBackend::Postgres => format!("'{id}'"),
        _ => format!("x'{}'", id.simple()),
    }
}

pub(super) async fn run(world: &World, sql: impl Fn(&DatabaseConnection) -> String) {
    let raw = world.place.raw().await;
    raw.execute_unprepared(&sql(&raw)).await.unwrap();
    raw.close().await.unwrap();
}

async fn two_signals(world: &World) -> (SignalId, SignalId) {
    let one = register(world, signal(world, &here(), 1)).await;
    (one, register(world, signal(world, &here(), 2)).await)
}

async fn a_swapped_text_does_not_open(world: &World) {
    let (one, two) = two_signals(world).await;
    let list = SignalQuery {
        limit: 9,
        ..SignalQuery::default()
    };
    run(world, |raw| {
        let (one, two) = (literal(raw, one.0), literal(raw, two.0));
        format!(
            "UPDATE signals SET content = (SELECT content FROM signals WHERE id = {two}),
             summary = (SELECT summary FROM signals WHERE id = {two}) WHERE id = {one}"
        )
    })
    .await;
    assert_eq!(world.signal(&here(), one).await, Err(ReadError::Seal));
    assert_eq!(world.signals(&here(), &list).await, Err(ReadError::Seal));
    assert!(world.signal(&here(), two).await.is_ok());
    // With its key, it is still sealed for another row.
    run(world, |raw| {
        let (one, two) = (literal(raw, one.0), literal(raw, two.0));
        format!("UPDATE keys SET wrapped = (SELECT wrapped FROM keys WHERE id = {two}) WHERE id = {one}")
    })
    .await;
    assert_eq!(world.signal(&here(), one).await, Err(ReadError::Seal));
}

async fn a_row_copied_to_another_municipality_does_not_open(world: &World) {
    let (one, _) = two_signals(world).await;
    run(world, |raw| {
        let one = literal(raw, one.0);
        format!("UPDATE signals SET municipality = 'zandbeek' WHERE id = {one}")
    })
    .await;
    // The key does not belong to that municipality.
    assert_eq!(world.signal(&here(), one).await, Ok(None));
    assert_eq!(world.signal(&elsewhere(), one).await, Err(ReadError::Seal));
}

async fn a_changed_byte_shows(world: &World) {
    let report = take_in(world, new_report(world, report(world, &here(), 1))).await;
    run(world, |raw| match raw.get_database_backend() {
        DbBackend::Postgres => {
            "UPDATE reports SET content = set_byte(content, 60, get_byte(content, 60) # 1)".to_owned()
        }
        // Turns the bytes round, but for the first, which says the version.
        _ => "UPDATE reports SET content = CAST(substr(content, 1, 60) || x'00' || substr(content, 62) AS BLOB)"
            .to_owned(),
    })
    .await;
    assert_eq!(world.report(&here(), report).await, Err(ReadError::Seal));
    // What lists show is sealed apart.
    assert_eq!(
        world
            .reports(&here(), ReportFilter::New, None, 9)
            .await
            .unwrap()
            .len(),
        1
    );
}

async fn another_reporter_can_not_be_put_beside_a_report(world: &World) {
    let mut ids: Vec<ReportId> = Vec::new();
    for minutes in 0..2 {
        ids.push(take_in(world, new_report(world, report(world, &here(), minutes))).await);
    }
    run(world, |raw| {
        let (one, two) = (literal(raw, ids[0].0), literal(raw, ids[1].0));
        format!(
            "UPDATE reporters SET content = (SELECT content FROM reporters WHERE id = {two}) WHERE id = {one}"
        )
    })
    .await;
    assert_eq!(world.reporter(&here(), ids[0]).await, Err(ReadError::Seal));
    // The key of a report does not open its reporter.
    run(world, |raw| {
        let two = literal(raw, ids[1].0);
        format!(
            "UPDATE keys SET wrapped = (SELECT wrapped FROM keys WHERE id = {two} AND purpose = 'report')
             WHERE id = {two} AND purpose = 'reporter'"
        )
    })
    .await;
    assert_eq!(world.reporter(&here(), ids[1]).await, Err(ReadError::Seal));
}

async fn a_deleted_or_changed_entry_breaks_the_chain(world: &World) {
    two_signals(world).await;
    two_signals(world).await;
    unguard(world).await;
    // The newest one: the chain before it is whole, but the head is known.
    run(world, |_| {
        "DELETE FROM journal WHERE municipality = 'heemstede' AND seq = 5".to_owned()
    })
    .await;
    assert_eq!(world.verify(&here()).await, Ok(Verified::Broken { at: 5 }));
    run(world, |_| {
        "UPDATE journal SET action = 'signal-closed' WHERE municipality = 'heemstede' AND seq = 4".to_owned()
    })
    .await;
    assert_eq!(world.verify(&here()).await, Ok(Verified::Broken { at: 4 }));
    run(world, |_| {
        "DELETE FROM journal WHERE municipality = 'heemstede' AND seq = 2".to_owned()
    })
    .await;
    assert_eq!(world.verify(&here()).await, Ok(Verified::Broken { at: 2 }));
    assert!(matches!(
        world.verify(&elsewhere()).await,
        Ok(Verified::Holds { .. })
    ));
}

/// Removes the triggers, as an administrator of the database can.
async fn unguard(world: &World) {
    run(world, |raw| match raw.get_database_backend() {
        DbBackend::Postgres => "ALTER TABLE journal DISABLE TRIGGER USER".to_owned(),
        _ => {
            "DROP TRIGGER journal_no_update; DROP TRIGGER journal_no_delete; DROP TRIGGER journal_no_replace"
                .to_owned()
        }
    })
    .await;
}

async fn destroying_a_key_destroys_the_content(world: &World) {
    let (one, two) = two_signals(world).await;
    run(world, |raw| {
        format!(
            "UPDATE keys SET wrapped = NULL WHERE id = {}",
            literal(raw, one.0)
        )
    })
    .await;
    assert_eq!(world.signal(&here(), one).await, Ok(None));
    assert!(world.signal(&here(), two).await.unwrap().is_some());
    let list = SignalQuery {
        limit: 9,
        ..SignalQuery::default()
    };
    let titles: Vec<_> = world
        .signals(&here(), &list)
        .await
        .unwrap()
        .into_iter()
        .map(|line| line.title)
        .collect();
    assert_eq!(titles, ["", "Schuur aan de Dorpsstraat (2)"]);
    // The journal still says that there was something, and still holds.
    let lines = world.history(&here(), About::Signal(one)).await.unwrap();
    assert_eq!((lines.len(), lines[0].detail.clone()), (1, None));
    assert!(matches!(
        world.verify(&here()).await,
        Ok(Verified::Holds { entries: 3, .. })
    ));
    let texts = world.texts(&here(), None, 1).await.unwrap();
    assert!(texts.texts.is_empty() && texts.next.is_some());
}

async fn nothing_readable_is_stored(world: &World) {
    take_in(world, new_report(world, report(world, &here(), 1))).await;
    register(world, signal(world, &here(), 1)).await;
    let mut dump = Vec::new();
    world.dump(&mut dump, None).await.unwrap();
    let stored = String::from_utf8_lossy(&dump);
    for secret in [
        "schuur",
        "Schuur",
        "Sanne",
        "Mees",
        "post.example",
        "0000 0001",
        "600000001",
        "Dorpsstraat",
    ] {
        assert!(!stored.contains(secret), "{secret} is readable");
    }
    assert!(stored.contains("HS-2026-0001"));
    let raw = world.place.raw().await;
    assert_eq!(ask(&raw, "SELECT 1 FROM reporters").await.len(), 1);
    raw.close().await.unwrap();
}
