// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Meetings.

use meldroute_core::{
    audit::About,
    change::{Revision, Write},
    meeting::Meeting,
    ports::{CommitError, Store as _},
};

use super::on_both;
use crate::{
    things::{meeting, owner},
    world::{World, at, here},
};

on_both!(comes_back_as_it_went, a_body_sits_once_a_day);

async fn plan(world: &World, meeting: &Meeting) -> Result<(), CommitError> {
    let write = Write::NewMeeting(Box::new(meeting.clone()));
    world
        .store(&here(), About::Meeting(meeting.id), write)
        .await
        .map(|_| ())
}

async fn comes_back_as_it_went(world: &World) {
    let signals = [world.mint(), world.mint()];
    let (one, two) = (
        meeting(world, &here(), 1, &signals),
        meeting(world, &here(), 8, &[]),
    );
    plan(world, &one).await.unwrap();
    plan(world, &two).await.unwrap();
    let open = one.clone().start(at(5), owner()).unwrap();
    let write = Write::SaveMeeting(Box::new(open.clone()), Revision(1));
    world.store(&here(), About::Meeting(one.id), write).await.unwrap();

    let stored = world.meeting(&here(), one.id).await.unwrap().unwrap();
    assert_eq!(
        (stored.value, stored.revision, stored.number),
        (open.clone(), Revision(2), String::new())
    );
    let newest = world
        .meetings(&here(), &"signalenoverleg".into(), 9)
        .await
        .unwrap();
    assert_eq!(
        newest.into_iter().map(|m| m.value).collect::<Vec<_>>(),
        [two, open]
    );
    assert!(
        world
            .meetings(&here(), &"loo".into(), 9)
            .await
            .unwrap()
            .is_empty()
    );
}

async fn a_body_sits_once_a_day(world: &World) {
    plan(world, &meeting(world, &here(), 1, &[])).await.unwrap();
    assert_eq!(
        plan(world, &meeting(world, &here(), 1, &[])).await,
        Err(CommitError::Duplicate)
    );
    let mut other = meeting(world, &here(), 1, &[]);
    other.body = "loo".into();
    plan(world, &other).await.unwrap();
}
