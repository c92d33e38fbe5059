// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Signals: round trips, lists, bodies and look-ups.

use meldroute_core::{
    audit::About,
    change::{Destruction, NewPhoto, Revision, Write},
    id::SignalId,
    link::{self, Compared, FactKind},
    ports::{After, SignalQuery, Store as _},
    retention::list::Subject,
    signal::{
        Signal,
        assessment::SubjectKind,
        stage::{Confirmation, Stage, Visit},
    },
};

use super::on_both;
use crate::{
    things::{owner, signal, stage, subject},
    world::{World, at, elsewhere, here},
};

on_both!(
    comes_back_as_it_went,
    a_photo_belongs_to_its_signal_and_goes_with_it,
    lists_by_date_page_by_page,
    a_closed_one_changes_lists,
    lists_what_lies_before_a_body,
    finds_equal_things_by_keyed_hash,
);

pub(super) async fn register(world: &World, signal: Signal) -> SignalId {
    let (id, m) = (signal.id, signal.municipality.clone());
    let write = Write::NewSignal(Box::new(signal), Vec::new());
    world.store(&m, About::Signal(id), write).await.unwrap();
    id
}

async fn save(world: &World, signal: Signal, revision: i64) {
    let about = About::Signal(signal.id);
    let write = Write::SaveSignal(Box::new(signal), Revision(revision), Vec::new());
    world.store(&here(), about, write).await.unwrap();
}

async fn comes_back_as_it_went(world: &World) {
    let expected = signal(world, &here(), 3);
    let id = register(world, expected.clone()).await;
    let stored = world.signal(&here(), id).await.unwrap().unwrap();
    assert_eq!((stored.value, stored.revision), (expected, Revision(1)));
    assert_eq!(stored.number, "HS-2026-0001");
    assert_eq!(
        world.signal_numbered(&here(), "HS-2026-0001").await.unwrap(),
        Some(id)
    );
    assert_eq!(
        world.signal_numbered(&here(), "HS-2026-0002").await.unwrap(),
        None
    );
    let other = register(world, signal(world, &here(), 4)).await;
    let found = world
        .signals_by_id(&here(), &[other, world.mint(), id])
        .await
        .unwrap();
    assert_eq!(found.iter().map(|s| s.value.id).collect::<Vec<_>>(), [other, id]);
}

async fn a_photo_belongs_to_its_signal_and_goes_with_it(world: &World) {
    let id = register(world, signal(world, &here(), 3)).await;
    let other = register(world, signal(world, &here(), 4)).await;
    let (file, bytes) = (world.mint(), b"pixels".to_vec());
    let photo = NewPhoto {
        file,
        bytes: bytes.clone(),
    };
    let write = Write::AddPhoto(id, photo);
    world.store(&here(), About::Signal(id), write).await.unwrap();
    assert_eq!(world.photo(&here(), id, file).await.unwrap(), Some(bytes));
    assert_eq!(world.photo(&here(), other, file).await.unwrap(), None);
    assert_eq!(world.photo(&elsewhere(), id, file).await.unwrap(), None);
    let gone = Write::Destroy(Destruction {
        things: vec![(Subject::Signal(id), Some(Revision(1)))],
        counted: false,
        on: at(0).date_naive(),
    });
    world.store(&here(), About::Municipality, gone).await.unwrap();
    assert_eq!(world.photo(&here(), id, file).await.unwrap(), None);
}

async fn lists_by_date_page_by_page(world: &World) {
    for days in [3, 1, 2, 2, 2, 5] {
        register(world, signal(world, &here(), days)).await;
    }
    let mut query = SignalQuery {
        limit: 9,
        ..SignalQuery::default()
    };
    let all = world.signals(&here(), &query).await.unwrap();
    assert_eq!(all.len(), 6);
    assert!(all.is_sorted_by_key(|line| (line.due, line.id)));
    assert_eq!(
        (all[0].title.as_str(), all[0].owner),
        ("Schuur aan de Dorpsstraat (1)", owner())
    );
    assert_eq!(all[0].forms, ["labour".into()]);

    query.limit = 2;
    let mut pages = Vec::new();
    loop {
        let page = world.signals(&here(), &query).await.unwrap();
        let Some(last) = page.last() else { break };
        query.after = Some(After {
            due: last.due,
            id: last.id.0,
        });
        pages.extend(page);
    }
    assert_eq!(pages, all);

    let query = SignalQuery {
        step: Some("decide".into()),
        limit: 9,
        ..SignalQuery::default()
    };
    assert!(world.signals(&here(), &query).await.unwrap().is_empty());
    assert_eq!(
        world.open_steps(&here()).await.unwrap()[&"enrich".into()].len(),
        6
    );
}

async fn a_closed_one_changes_lists(world: &World) {
    let mut signal = signal(world, &here(), 3);
    register(world, signal.clone()).await;
    signal.stage = Stage::Closed {
        at: at(90),
        by: owner(),
        result: "hulp geboden".to_owned(),
    };
    signal.confirmation = Confirmation::Confirmed;
    save(world, signal.clone(), 1).await;

    let lists = |closed| SignalQuery {
        closed,
        limit: 9,
        ..SignalQuery::default()
    };
    assert!(world.signals(&here(), &lists(false)).await.unwrap().is_empty());
    let closed = world.signals(&here(), &lists(true)).await.unwrap();
    assert_eq!(
        (closed[0].id, closed[0].step.clone(), closed[0].due),
        (signal.id, None, at(90).date_naive())
    );
    assert!(world.open_steps(&here()).await.unwrap().is_empty());
}

async fn lists_what_lies_before_a_body(world: &World) {
    let mut ids = Vec::new();
    for days in [2, 1, 3] {
        let mut signal = signal(world, &here(), days);
        signal.stage = stage("weigh", Some("signalenoverleg"), days);
        let visit = |from| Visit {
            step: "weigh".into(),
            from: at(from),
            until: None,
        };
        // The third one was there before and came back.
        signal.visits = if days == 3 {
            vec![visit(0), visit(3)]
        } else {
            vec![visit(days)]
        };
        ids.push(register(world, signal).await);
    }
    register(world, signal(world, &here(), 1)).await;
    let lines = world
        .signals_before(&here(), &"signalenoverleg".into())
        .await
        .unwrap();
    assert_eq!(
        lines.iter().map(|line| line.id).collect::<Vec<_>>(),
        [ids[2], ids[1], ids[0]]
    );
    assert!(
        world
            .signals_before(&here(), &"loo".into())
            .await
            .unwrap()
            .is_empty()
    );
}

async fn finds_equal_things_by_keyed_hash(world: &World) {
    let mut one = signal(world, &here(), 1);
    let two = signal(world, &here(), 2);
    register(world, one.clone()).await;
    register(world, two.clone()).await;
    register(world, signal(world, &elsewhere(), 2)).await;
    let like = async |signal: &Signal| {
        let compared = Compared {
            signal: Some(signal.id),
            reports: Vec::new(),
            facts: link::facts_of_signal(signal),
        };
        let shared = world.shared(&here(), &compared).await.unwrap();
        let elsewhere = shared.sharing.iter().filter(|s| s.kind != FactKind::Address);
        elsewhere.map(|s| (s.kind, s.signal)).collect::<Vec<_>>()
    };
    assert_eq!(like(&one).await, [(FactKind::Phone, Some(two.id))]);

    // What was struck out leads nowhere, and another kind with the same characters is something else.
    one.subjects[0].struck = Some("verkeerd nummer".to_owned());
    one.subjects.push(subject(SubjectKind::Company, "06 0000 0001"));
    save(world, one.clone(), 1).await;
    assert_eq!(like(&one).await, []);
    assert_eq!(like(&two).await, []);
}
