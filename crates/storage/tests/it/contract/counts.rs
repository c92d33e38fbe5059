// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Counting.

use meldroute_core::{
    audit::About,
    change::{Revision, Write},
    ports::Store as _,
    signal::stage::{Confirmation, Stage},
};

use super::{on_both, reports::take_in, signals::register};
use crate::{
    things::{new_report, owner, report, signal},
    world::{World, at, elsewhere, here},
};

on_both!(counts_what_there_is);

async fn counts_what_there_is(world: &World) {
    for (minutes, channel) in [
        (0, "mailbox"),
        (1, "mailbox"),
        (2, "desk"),
        (60 * 24 * 40, "desk"),
    ] {
        let mut report = report(world, &here(), minutes);
        report.channel = channel.into();
        take_in(world, new_report(world, report)).await;
    }
    register(world, signal(world, &here(), 1)).await;
    register(world, signal(world, &elsewhere(), 1)).await;
    let mut closed = signal(world, &here(), 1);
    register(world, closed.clone()).await;
    closed.stage = Stage::Closed {
        at: at(60 * 24 * 365),
        by: owner(),
        result: String::new(),
    };
    closed.confirmation = Confirmation::NotConfirmed;
    let write = Write::SaveSignal(Box::new(closed.clone()), Revision(1), Vec::new());
    world
        .store(&here(), About::Signal(closed.id), write)
        .await
        .unwrap();

    let counts = world.counts(&here()).await.unwrap();
    let reports = [
        ((2026, 3, "desk".into()), 1),
        ((2026, 3, "mailbox".into()), 2),
        ((2026, 4, "desk".into()), 1),
    ];
    assert_eq!(counts.reports, reports.into());
    assert_eq!(counts.open, [("enrich".into(), 1)].into());
    assert_eq!(counts.closed, [((2027, Confirmation::NotConfirmed), 1)].into());
    assert_eq!(
        counts.forms,
        [((2026, "labour".into(), "heemstede".into()), 2)].into()
    );
}
