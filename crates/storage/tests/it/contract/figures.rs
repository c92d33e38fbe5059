// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The figures of sources.

use meldroute_core::{
    audit::About,
    change::{Revision, Write},
    figures::{
        audience::Audience,
        book::{Book, Key, Reading},
        release::{Release, Told},
        value::Value,
    },
    id::{BookId, Minter as _, MunicipalityId},
    ports::{CommitError, Store as _},
};

use super::on_both;
use crate::world::{World, at, elsewhere, here};

on_both!(
    figures_come_back_as_they_went,
    of_two_who_take_figures_in_at_once_one_is_asked_again,
    figures_of_another_municipality_are_not_there
);

fn counted(world: &World, m: &MunicipalityId) -> Book {
    let mut book = Book::new(BookId(world.minter.mint()), m.clone());
    let key = |area: &str| Key {
        source: "politie".into(),
        year: 2022,
        area: area.into(),
        form: "sexual".into(),
    };
    let reason = "nog niet gepubliceerd".to_owned();
    for (area, value) in [
        ("zandvoort", Value::NotKnown { reason }),
        ("haarlem", Value::Known { count: 5 }),
        ("haarlem", Value::Between { low: 5, high: 6 }),
        ("beverwijk", Value::Suppressed),
        ("velsen", Value::NotRegistered),
        ("heemskerk", Value::OutOfScope),
    ] {
        let reading = Reading {
            value,
            read_on: "2024-07-09".parse().unwrap(),
            document: "par. 3.1".to_owned(),
        };
        book.read(key(area), reading);
    }
    book.releases.push(Release {
        at: at(1),
        audience: Audience::Council,
        source: "politie".into(),
        year: 2022,
        told: vec![Told {
            area: "haarlem".into(),
            form: "sexual".into(),
            years: (2022, 2022),
            low: 5,
            high: None,
        }],
    });
    book
}

async fn figures_come_back_as_they_went(world: &World) {
    assert_eq!(world.book(&here()).await.unwrap(), None);
    let mut book = counted(world, &here());
    let write = Write::NewBook(Box::new(book.clone()));
    world.store(&here(), About::Municipality, write).await.unwrap();
    let stored = world.book(&here()).await.unwrap().unwrap();
    assert_eq!((&stored.value, stored.revision), (&book, Revision(1)));
    book.releases.clear();
    let write = Write::SaveBook(Box::new(book.clone()), Revision(1));
    world.store(&here(), About::Municipality, write).await.unwrap();
    let stored = world.book(&here()).await.unwrap().unwrap();
    assert_eq!((stored.value, stored.revision), (book, Revision(2)));
}

async fn of_two_who_take_figures_in_at_once_one_is_asked_again(world: &World) {
    let book = counted(world, &here());
    let first = Write::NewBook(Box::new(book.clone()));
    world.store(&here(), About::Municipality, first).await.unwrap();
    let again = Write::NewBook(Box::new(book.clone()));
    let refused = world.store(&here(), About::Municipality, again).await;
    assert_eq!(refused.map(|_| ()), Err(CommitError::Duplicate));
    for (revision, outcome) in [(1, Ok(())), (1, Err(CommitError::Conflict))] {
        let save = Write::SaveBook(Box::new(book.clone()), Revision(revision));
        let stored = world.store(&here(), About::Municipality, save).await;
        assert_eq!(stored.map(|_| ()), outcome);
    }
}

async fn figures_of_another_municipality_are_not_there(world: &World) {
    let book = counted(world, &here());
    let write = Write::NewBook(Box::new(book.clone()));
    world.store(&here(), About::Municipality, write).await.unwrap();
    assert_eq!(world.book(&elsewhere()).await.unwrap(), None);
    let stolen = Book {
        municipality: elsewhere(),
        ..book
    };
    let save = Write::SaveBook(Box::new(stolen), Revision(1));
    let stored = world.store(&elsewhere(), About::Municipality, save).await;
    assert!(stored.is_err());
}
