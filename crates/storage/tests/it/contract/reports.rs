// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reports: round trips, lists, who reported, files, known again, quarantine.

use meldroute_core::{
    audit::About,
    change::{Fingerprint, NewReport, Quarantined, Revision, Write},
    duty::{Duty, DutyKind, DutySubject, Holder},
    id::ReportId,
    policy::Role,
    ports::{CommitError, DutyQuery, ReportFilter, Store as _},
    report::{Compartment, Report, ReportState},
};

use super::on_both;
use crate::{
    things::{new_report, owner, report},
    world::{World, at, elsewhere, here},
};

on_both!(
    comes_back_as_it_went,
    a_change_keeps_number_and_reporter,
    a_message_is_known_again,
    lists_go_by_state_and_page_by_page,
    lists_reports_of_a_partner,
    keeps_what_could_not_be_read,
);

pub(super) async fn take_in(world: &World, new: NewReport) -> ReportId {
    let id = new.report.id;
    let write = Write::NewReport(Box::new(new));
    world.store(&here(), About::Report(id), write).await.unwrap();
    id
}

async fn comes_back_as_it_went(world: &World) {
    let new = new_report(world, report(world, &here(), 3));
    let (expected, file) = (new.report.clone(), new.files[0].id);
    let (bytes, reporter) = (new.files[0].bytes.clone(), new.reporter.clone());
    let id = take_in(world, new).await;

    let stored = world.report(&here(), id).await.unwrap().unwrap();
    assert_eq!(stored.value, expected);
    assert_eq!(
        (stored.revision, stored.number.as_str()),
        (Revision(1), "M-2026-0001")
    );
    assert_eq!(world.reporter(&here(), id).await.unwrap(), Some(reporter));
    let sealed_for = Compartment::Reporter;
    assert_eq!(
        world.file(&here(), id, sealed_for, file).await.unwrap(),
        Some(bytes)
    );
    assert_eq!(
        world.file(&here(), world.mint(), sealed_for, file).await.unwrap(),
        None
    );
    let mark = Fingerprint::MessageId(format!("{id}@post.example"));
    assert_eq!(world.report_known_by(&here(), &mark).await.unwrap(), Some(id));
    let unknown = Fingerprint::Code(format!("{id}@post.example"));
    assert_eq!(world.report_known_by(&here(), &unknown).await.unwrap(), None);
    assert_eq!(
        world.known_since(&here(), &mark).await.unwrap(),
        Some(expected.received_at)
    );
    assert_eq!(world.known_since(&here(), &unknown).await.unwrap(), None);
    assert_eq!(world.known_since(&elsewhere(), &mark).await.unwrap(), None);
    assert_eq!(world.report(&here(), world.mint()).await.unwrap(), None);
}

async fn a_change_keeps_number_and_reporter(world: &World) {
    let id = take_in(world, new_report(world, report(world, &here(), 3))).await;
    let stored = world.report(&here(), id).await.unwrap().unwrap();
    let changed = stored.value.register(world.mint(), at(9), owner()).unwrap();
    let write = Write::SaveReport(Box::new(changed.clone()), stored.revision, Vec::new());
    world.store(&here(), About::Report(id), write).await.unwrap();

    let again = world.report(&here(), id).await.unwrap().unwrap();
    assert_eq!(
        (again.value, again.revision, again.number),
        (changed, Revision(2), stored.number)
    );
    assert!(world.reporter(&here(), id).await.unwrap().is_some());
}

async fn a_message_is_known_again(world: &World) {
    let first = new_report(world, report(world, &here(), 1));
    let marks = first.fingerprints.clone();
    take_in(world, first).await;
    for mark in marks {
        let mut second = new_report(world, report(world, &here(), 2));
        second.fingerprints = vec![Fingerprint::Content([9; 32]), mark];
        let about = About::Report(second.report.id);
        let answer = world
            .store(&here(), about, Write::NewReport(Box::new(second)))
            .await;
        assert_eq!(answer, Err(CommitError::Duplicate));
    }
    // The mark of what was refused is not kept.
    let mut third = new_report(world, report(world, &here(), 3));
    third.fingerprints = vec![Fingerprint::Content([9; 32])];
    take_in(world, third).await;
    let new = world.reports(&here(), ReportFilter::New, None, 9).await.unwrap();
    assert_eq!(new.len(), 2);
}

async fn lists_go_by_state_and_page_by_page(world: &World) {
    // Handed in out of order: what counts is when a report came in.
    let mut ids = Vec::new();
    for minutes in [40, 10, 30, 20] {
        ids.push((
            minutes,
            take_in(world, new_report(world, report(world, &here(), minutes))).await,
        ));
    }
    let signal = world.mint();
    let set_aside = save(world, |r| ReportState::Registered {
        signal,
        at: r.received_at,
        by: owner(),
    })
    .await;
    ids.sort();

    let all = world.reports(&here(), ReportFilter::New, None, 9).await.unwrap();
    assert_eq!(
        all.iter().map(|line| line.id).collect::<Vec<_>>(),
        ids.iter().map(|(_, id)| *id).collect::<Vec<_>>()
    );
    assert_eq!(all[0].subject, "Licht in de schuur (10)");
    let first = world.reports(&here(), ReportFilter::New, None, 3).await.unwrap();
    let second = world
        .reports(&here(), ReportFilter::New, Some(first[2].id), 3)
        .await
        .unwrap();
    assert_eq!([first, second].concat(), all);

    let registered = world
        .reports(&here(), ReportFilter::Registered, None, 9)
        .await
        .unwrap();
    assert_eq!(
        (registered.len(), registered[0].id, registered[0].signal),
        (1, set_aside, Some(signal))
    );
    assert!(
        world
            .reports(&here(), ReportFilter::SetAside, None, 9)
            .await
            .unwrap()
            .is_empty()
    );

    let asked = [ids[2].1, world.mint(), ids[0].1];
    let found = world.reports_by_id(&here(), &asked).await.unwrap();
    assert_eq!(
        found.iter().map(|r| r.value.id).collect::<Vec<_>>(),
        [ids[2].1, ids[0].1]
    );
}

async fn save(world: &World, state: impl Fn(&Report) -> ReportState) -> ReportId {
    let mut report = report(world, &here(), 5);
    report.state = state(&report);
    take_in(world, new_report(world, report)).await
}

async fn lists_reports_of_a_partner(world: &World) {
    let mut ids = Vec::new();
    for minutes in 0..3 {
        let mut report = report(world, &here(), minutes);
        report.partner = (minutes != 1).then(|| "ggd".into());
        ids.push(take_in(world, new_report(world, report)).await);
    }
    let lines = world.reports_of_partner(&here(), &"ggd".into(), 9).await.unwrap();
    assert_eq!(
        lines.iter().map(|line| line.id).collect::<Vec<_>>(),
        [ids[2], ids[0]]
    );
}

fn unreadable(world: &World, hash: u8) -> Quarantined {
    Quarantined {
        id: world.mint(),
        municipality: here(),
        received_at: at(4),
        reason: "no header".to_owned(),
        source: "broken.eml".to_owned(),
        bytes: vec![0, 255],
        content_hash: [hash; 32],
    }
}

async fn keeps_what_could_not_be_read(world: &World) {
    let duty = |id| Duty {
        kind: DutyKind::Quarantine,
        holder: Holder::Role(Role::Coordinator),
        due: at(4).date_naive(),
        since: at(4),
        subject: DutySubject::Quarantined(id),
        municipality: here(),
    };
    for (hash, answer) in [(1, Ok(())), (1, Err(CommitError::Duplicate)), (2, Ok(()))] {
        let message = unreadable(world, hash);
        let (about, duties) = (About::Quarantined(message.id), vec![duty(message.id)]);
        let write = Write::Quarantine(Box::new(message), duties);
        assert_eq!(world.store(&here(), about, write).await.map(|_| ()), answer);
    }
    let known = world
        .known_since(&here(), &Fingerprint::Quarantined([2; 32]))
        .await;
    assert_eq!(known.unwrap(), Some(at(4)));
    let lines = world.quarantine(&here(), 9).await.unwrap();
    assert_eq!(lines.len(), 2);
    assert_eq!(
        (lines[0].reason.as_str(), lines[0].source.as_str()),
        ("no header", "broken.eml")
    );
    let (first, second) = (lines[0].id, lines[1].id);
    let query = DutyQuery {
        holders: vec![Holder::Role(Role::Coordinator)],
        limit: 9,
        ..DutyQuery::default()
    };
    let subjects = async || {
        let duties = world.duties(&here(), &query).await.unwrap();
        duties
            .into_iter()
            .map(|line| line.duty.subject)
            .collect::<Vec<_>>()
    };
    assert_eq!(subjects().await.len(), 2);
    let settled = Write::SettleQuarantined(here(), first);
    world
        .store(&here(), About::Quarantined(first), settled)
        .await
        .unwrap();
    assert_eq!(subjects().await, [DutySubject::Quarantined(second)]);
    // What somebody must still look at comes first.
    let lines = world.quarantine(&here(), 9).await.unwrap();
    let open: Vec<_> = lines.iter().map(|line| (line.id, line.open)).collect();
    assert_eq!(open, [(second, true), (first, false)]);
    let message = world.quarantined(&here(), first).await.unwrap().unwrap();
    assert_eq!((message.line.open, message.bytes), (false, vec![0, 255]));
    assert!(world.quarantined(&elsewhere(), first).await.unwrap().is_none());
}
