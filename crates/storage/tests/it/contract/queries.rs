// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! How many questions each read asks: as many for much as for little.

use meldroute_core::{
    audit::About,
    change::Write,
    duty::Holder,
    id::{ReportId, SignalId},
    policy::role::Role,
    ports::{DutyQuery, ReportFilter, SignalQuery, Store as _},
};

use super::{on_both, reports::take_in};
use crate::{
    things::{duty, new_report, owner, report, signal},
    world::{World, here},
};

on_both!(a_page_asks_a_fixed_number_of_questions);

async fn fill(world: &World, count: i64) -> (Vec<SignalId>, Vec<ReportId>) {
    let (mut signals, mut reports) = (Vec::new(), Vec::new());
    for n in 0..count {
        reports.push(take_in(world, new_report(world, report(world, &here(), n))).await);
        let signal = signal(world, &here(), n);
        signals.push(signal.id);
        let duties = vec![duty(&signal, Holder::Person(owner()))];
        let write = Write::NewSignal(Box::new(signal.clone()), duties);
        world
            .store(&here(), About::Signal(signal.id), write)
            .await
            .unwrap();
    }
    (signals, reports)
}

async fn asked<T>(world: &World, ask: impl Future<Output = T>) -> u64 {
    let before = world.queries();
    ask.await;
    world.queries() - before
}

async fn a_page_asks_a_fixed_number_of_questions(world: &World) {
    for count in [1, 30] {
        let (signals, reports) = fill(world, count).await;
        let m = here();
        let duties = DutyQuery {
            holders: vec![Holder::Person(owner()), Holder::Role(Role::Coordinator)],
            limit: 50,
            ..DutyQuery::default()
        };
        let list = SignalQuery {
            limit: 50,
            ..SignalQuery::default()
        };
        assert_eq!(asked(world, world.duties(&m, &duties)).await, 1);
        assert_eq!(asked(world, world.signals(&m, &list)).await, 1);
        assert_eq!(asked(world, world.signals_by_id(&m, &signals)).await, 1);
        assert_eq!(asked(world, world.signal(&m, signals[0])).await, 1);
        assert_eq!(
            asked(world, world.reports(&m, ReportFilter::New, Some(reports[0]), 50)).await,
            1
        );
        assert_eq!(asked(world, world.reports_by_id(&m, &reports)).await, 1);
        assert_eq!(
            asked(world, world.history(&m, About::Signal(signals[0]))).await,
            1
        );
        assert_eq!(asked(world, world.journal(&m, None, 50)).await, 1);
        assert_eq!(asked(world, world.people(&m)).await, 1);
        // Two of them for what is counted of things that are gone.
        assert_eq!(asked(world, world.counts(&m)).await, 6);
        assert_eq!(asked(world, world.texts_of(&m, &[])).await, 2);
    }
}
