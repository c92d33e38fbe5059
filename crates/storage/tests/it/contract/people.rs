// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! People with an account, and their sessions.

use chrono::TimeDelta;
use meldroute_core::{
    audit::About,
    change::{Revision, Write},
    people::{Access, Person, Session},
    ports::{CommitError, Store as _},
};

use super::on_both;
use crate::{
    things::person,
    world::{World, at, elsewhere, here},
};

on_both!(
    comes_back_as_it_went,
    a_name_is_taken_once,
    sessions_open_and_close,
    old_sessions_go
);

async fn add(world: &World, person: &Person) -> Result<(), CommitError> {
    let write = Write::NewPerson(Box::new(person.clone()));
    world
        .store(&person.municipality, About::Person(person.id), write)
        .await
        .map(|_| ())
}

async fn comes_back_as_it_went(world: &World) {
    let (z, a) = (
        person(world, &here(), "z.voorbeeld"),
        person(world, &here(), "a.voorbeeld"),
    );
    add(world, &z).await.unwrap();
    add(world, &a).await.unwrap();
    let everybody = world.people(&here()).await.unwrap();
    assert_eq!(
        everybody.into_iter().map(|p| p.value).collect::<Vec<_>>(),
        [a.clone(), z.clone()]
    );
    assert_eq!(world.person(&here(), z.id).await.unwrap().unwrap().value, z);
    assert_eq!(
        world
            .person_named(&here(), "a.voorbeeld")
            .await
            .unwrap()
            .unwrap()
            .value,
        a
    );
    assert_eq!(world.person_named(&here(), "A.voorbeeld").await.unwrap(), None);

    let closed = Person {
        mail: String::new(),
        access: Access::Disabled,
        login: "b.voorbeeld".to_owned(),
        ..a.clone()
    };
    let write = Write::SavePerson(Box::new(closed.clone()), Revision(1));
    world.store(&here(), About::Person(a.id), write).await.unwrap();
    let stored = world.person_named(&here(), "b.voorbeeld").await.unwrap().unwrap();
    assert_eq!((stored.value, stored.revision), (closed, Revision(2)));
    assert_eq!(world.person_named(&here(), "a.voorbeeld").await.unwrap(), None);
}

async fn a_name_is_taken_once(world: &World) {
    let first = person(world, &here(), "a.voorbeeld");
    add(world, &first).await.unwrap();
    let second = person(world, &here(), "a.voorbeeld");
    assert_eq!(add(world, &second).await, Err(CommitError::Duplicate));
    // In another municipality it is somebody else.
    add(world, &person(world, &elsewhere(), "a.voorbeeld"))
        .await
        .unwrap();
    // To change somebody's name into one that is taken is refused as well.
    let other = person(world, &here(), "b.voorbeeld");
    add(world, &other).await.unwrap();
    let renamed = Person {
        login: "a.voorbeeld".to_owned(),
        ..other
    };
    let write = Write::SavePerson(Box::new(renamed.clone()), Revision(1));
    let answer = world.store(&here(), About::Person(renamed.id), write).await;
    assert_eq!(answer, Err(CommitError::Duplicate));
}

fn session(person: &Person, token: u8, minutes: i64) -> Session {
    Session {
        token_hash: [token; 32],
        person: person.id,
        municipality: person.municipality.clone(),
        opened_at: at(minutes),
        used_at: at(minutes),
        csrf_hash: [token + 1; 32],
    }
}

async fn open(world: &World, person: &Person, session: &Session) {
    let write = Write::OpenSession(session.clone());
    world
        .store(&person.municipality, About::Person(person.id), write)
        .await
        .unwrap();
}

async fn sessions_open_and_close(world: &World) {
    let person = person(world, &here(), "a.voorbeeld");
    add(world, &person).await.unwrap();
    let about = About::Person(person.id);
    let mut first = session(&person, 1, 0);
    for token in 1..5 {
        open(world, &person, &session(&person, token, 0)).await;
    }
    world.touch_session(&[1; 32], at(7)).await.unwrap();
    // A request that was slower does not turn the clock back.
    world.touch_session(&[1; 32], at(6)).await.unwrap();
    first.used_at = at(7);
    let (found, stored) = world.session(&[1; 32]).await.unwrap().unwrap();
    assert_eq!((found, stored.value), (first, person.clone()));
    assert_eq!(world.session(&[9; 32]).await.unwrap(), None);

    world
        .store(&here(), about, Write::CloseSession([1; 32]))
        .await
        .unwrap();
    assert_eq!(world.session(&[1; 32]).await.unwrap(), None);
    assert!(world.session(&[2; 32]).await.unwrap().is_some());
    // Nobody of another municipality can end them.
    world
        .store(&elsewhere(), about, Write::CloseSessionsOf(person.id))
        .await
        .unwrap();
    assert!(world.session(&[2; 32]).await.unwrap().is_some());
    world
        .store(&here(), about, Write::CloseSessionsOf(person.id))
        .await
        .unwrap();
    assert_eq!(world.session(&[2; 32]).await.unwrap(), None);
}

async fn old_sessions_go(world: &World) {
    let person = person(world, &here(), "a.voorbeeld");
    add(world, &person).await.unwrap();
    open(world, &person, &session(&person, 1, 0)).await;
    let later = TimeDelta::hours(Session::LONGEST_HOURS).num_minutes() + 1;
    open(world, &person, &session(&person, 2, later)).await;
    assert_eq!(world.session(&[1; 32]).await.unwrap(), None);
    assert!(world.session(&[2; 32]).await.unwrap().is_some());
}
