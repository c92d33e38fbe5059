// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What people answered of the DPIA.

use meldroute_core::{
    audit::About,
    change::{Revision, Write},
    dpia::{Answer, Dpia, Fact, Level, Weighing},
    id::{DpiaId, MunicipalityId, PersonId},
    ports::{CommitError, Store as _},
};

use super::on_both;
use crate::world::{World, at, elsewhere, here};

on_both!(
    answers_come_back_as_they_went,
    of_two_who_answer_at_once_one_is_asked_again,
    answers_of_another_municipality_are_not_there
);

fn answered(world: &World, m: &MunicipalityId) -> Dpia {
    let mut dpia = Dpia::new(DpiaId(world.minter().mint()), m.clone());
    dpia.answers.push(Answer {
        question: "lek".to_owned(),
        text: "Wij hebben dit gewogen.".to_owned(),
        weighing: Some(Weighing {
            likelihood: Level::Low,
            impact: Level::High,
            level: Level::Middle,
            remaining: Level::Low,
        }),
        by: PersonId(world.minter().mint()),
        name: "P. Rivacy".to_owned(),
        at: at(1),
        facts: vec![Fact {
            key: "table/signals".to_owned(),
            name: "Tabel signals".to_owned(),
            text: "versleuteld: content.".to_owned(),
        }],
    });
    dpia
}

async fn answers_come_back_as_they_went(world: &World) {
    assert_eq!(world.dpia(&here()).await.unwrap(), None);
    let mut dpia = answered(world, &here());
    let write = Write::NewDpia(Box::new(dpia.clone()));
    world.store(&here(), About::Municipality, write).await.unwrap();
    let stored = world.dpia(&here()).await.unwrap().unwrap();
    assert_eq!((&stored.value, stored.revision), (&dpia, Revision(1)));
    dpia.answers.push(dpia.answers[0].clone());
    let write = Write::SaveDpia(Box::new(dpia.clone()), Revision(1));
    world.store(&here(), About::Municipality, write).await.unwrap();
    let stored = world.dpia(&here()).await.unwrap().unwrap();
    assert_eq!((stored.value, stored.revision), (dpia, Revision(2)));
}

async fn of_two_who_answer_at_once_one_is_asked_again(world: &World) {
    let dpia = answered(world, &here());
    let first = Write::NewDpia(Box::new(dpia.clone()));
    world.store(&here(), About::Municipality, first).await.unwrap();
    let again = Write::NewDpia(Box::new(dpia.clone()));
    let refused = world.store(&here(), About::Municipality, again).await;
    assert_eq!(refused.map(|_| ()), Err(CommitError::Duplicate));
    for (revision, outcome) in [(1, Ok(())), (1, Err(CommitError::Conflict))] {
        let save = Write::SaveDpia(Box::new(dpia.clone()), Revision(revision));
        let stored = world.store(&here(), About::Municipality, save).await;
        assert_eq!(stored.map(|_| ()), outcome);
    }
}

async fn answers_of_another_municipality_are_not_there(world: &World) {
    let dpia = answered(world, &here());
    let write = Write::NewDpia(Box::new(dpia.clone()));
    world.store(&here(), About::Municipality, write).await.unwrap();
    assert_eq!(world.dpia(&elsewhere()).await.unwrap(), None);
    let stolen = Dpia {
        municipality: elsewhere(),
        ..dpia
    };
    let save = Write::SaveDpia(Box::new(stolen), Revision(1));
    assert!(
        world
            .store(&elsewhere(), About::Municipality, save)
            .await
            .is_err()
    );
}
