// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Work lists.

use chrono::TimeDelta;
use meldroute_core::{
    audit::About,
    change::{Revision, Write},
    duty::{DutyKind, DutySubject, Holder},
    policy::role::Role,
    ports::{After, DutyQuery, Store as _},
    signal::stage::Stage,
};

use super::{on_both, reports::take_in};
use crate::{
    things::{duty, new_report, owner, report, signal},
    world::{World, at, elsewhere, here},
};

on_both!(
    a_line_says_what_it_is_about,
    pages_through_the_lists_of_several_holders,
    a_change_writes_them_anew
);

fn mine() -> Holder {
    Holder::Person(owner())
}

fn coordinators() -> Holder {
    Holder::Role(Role::Coordinator)
}

fn of(holders: &[Holder]) -> DutyQuery {
    DutyQuery {
        holders: holders.to_vec(),
        limit: 50,
        ..DutyQuery::default()
    }
}

async fn register(world: &World, days: i64, holders: &[Holder]) -> meldroute_core::signal::Signal {
    let signal = signal(world, &here(), days);
    let duties = holders
        .iter()
        .map(|holder| duty(&signal, holder.clone()))
        .collect();
    let write = Write::NewSignal(Box::new(signal.clone()), duties);
    world
        .store(&here(), About::Signal(signal.id), write)
        .await
        .unwrap();
    signal
}

async fn a_line_says_what_it_is_about(world: &World) {
    let report = take_in(world, new_report(world, report(world, &here(), 1))).await;
    let signal = register(world, 4, &[mine()]).await;
    let lines = world
        .duties(&here(), &of(&[mine(), coordinators()]))
        .await
        .unwrap();
    let [first, second] = &lines[..] else {
        panic!("two lines")
    };
    assert_eq!(
        (first.duty.kind, first.duty.subject),
        (DutyKind::Triage, DutySubject::Report(report))
    );
    assert_eq!(
        (first.number.as_str(), first.title.as_str()),
        ("M-2026-0001", "Licht in de schuur (1)")
    );
    assert_eq!(
        (first.step.clone(), first.owner, first.acute),
        (None, None, false)
    );
    assert_eq!(second.duty, duty(&signal, mine()));
    assert_eq!(
        (second.number.as_str(), &second.title),
        ("HS-2026-0001", &signal.title)
    );
    assert_eq!(
        (second.step.clone(), second.owner),
        (Some("enrich".into()), Some(owner()))
    );

    assert!(world.duties(&here(), &of(&[])).await.unwrap().is_empty());
    assert!(
        world
            .duties(&elsewhere(), &of(&[mine()]))
            .await
            .unwrap()
            .is_empty()
    );
    let kinds = DutyQuery {
        kinds: vec![DutyKind::Step],
        ..of(&[mine(), coordinators()])
    };
    assert_eq!(world.duties(&here(), &kinds).await.unwrap(), lines[1..]);
    let today = DutyQuery {
        due_until: Some(at(0).date_naive()),
        ..of(&[mine(), coordinators()])
    };
    assert_eq!(world.duties(&here(), &today).await.unwrap(), lines[..1]);
}

async fn pages_through_the_lists_of_several_holders(world: &World) {
    let holders = [mine(), coordinators(), Holder::Body("loo".into())];
    for days in 0..12 {
        let place = usize::try_from(days % 3).unwrap();
        register(world, days / 2, &[holders[place].clone(), holders[0].clone()]).await;
    }
    let all = world.duties(&here(), &of(&holders)).await.unwrap();
    assert_eq!(all.len(), 24);
    assert!(all.is_sorted_by_key(|line| (line.duty.due, line.id)));
    let mut query = DutyQuery {
        limit: 5,
        ..of(&holders)
    };
    let mut pages = Vec::new();
    loop {
        let page = world.duties(&here(), &query).await.unwrap();
        let Some(last) = page.last() else { break };
        query.after = Some(After {
            due: last.duty.due,
            id: last.id,
        });
        pages.extend(page);
    }
    assert_eq!(pages, all);
}

async fn a_change_writes_them_anew(world: &World) {
    let mut signal = register(world, 2, &[mine(), coordinators()]).await;
    let Stage::AtStep { due, .. } = &mut signal.stage else {
        panic!("at a step")
    };
    *due += TimeDelta::days(7);
    let duties = vec![duty(&signal, mine())];
    let write = Write::SaveSignal(Box::new(signal.clone()), Revision(1), duties);
    world
        .store(&here(), About::Signal(signal.id), write)
        .await
        .unwrap();
    let lines = world
        .duties(&here(), &of(&[mine(), coordinators()]))
        .await
        .unwrap();
    assert_eq!(
        lines.iter().map(|line| line.duty.clone()).collect::<Vec<_>>(),
        [duty(&signal, mine())]
    );
}
