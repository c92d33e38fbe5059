// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What belongs to an account: own reports, questions to the contact officer, and the keys of one's own pages.

use meldroute_core::{
    audit::About,
    change::{Revision, Write},
    consult::Consult,
    duty::{Duty, DutyKind, DutySubject, Holder},
    id::{ConsultId, MunicipalityId, PersonId},
    policy::Role,
    ports::{DutyQuery, Store as _},
};

use super::on_both;
use crate::{
    things::{new_report, owner, report},
    world::{World, at, elsewhere, here},
};

on_both!(
    own_reports_are_those_of_one_account,
    a_question_comes_back_as_it_went,
    keys_are_of_one_person_and_one_purpose,
);

fn consult(world: &World, m: &MunicipalityId, asker: PersonId) -> Consult {
    Consult {
        id: ConsultId(world.mint()),
        municipality: m.clone(),
        asker,
        asked_at: at(1),
        question: "Verzonnen vraag".to_owned(),
        said: Vec::new(),
        seen: 0,
        closed: None,
        hold: None,
    }
}

async fn own_reports_are_those_of_one_account(world: &World) {
    let other = PersonId(world.mint());
    let mut mine = Vec::new();
    for (person, online) in [(owner(), true), (owner(), false), (other, true), (owner(), true)] {
        let mut came = report(world, &here(), 1);
        came.typed_by = Some(person);
        came.reads_online = online;
        let new = new_report(world, came);
        let id = new.report.id;
        if online && person == owner() {
            mine.insert(0, id);
        }
        let write = Write::NewReport(Box::new(new));
        world.store(&here(), About::Report(id), write).await.unwrap();
    }
    let found = world.reports_of_account(&here(), owner(), 9).await.unwrap();
    let found: Vec<_> = found.into_iter().map(|line| line.id).collect();
    assert_eq!(
        found, mine,
        "newest first; what was typed in for others is not one's own"
    );
    let there = world.reports_of_account(&elsewhere(), owner(), 9).await.unwrap();
    assert!(there.is_empty());
}

async fn a_question_comes_back_as_it_went(world: &World) {
    let asked = consult(world, &here(), owner());
    let duty = Duty {
        kind: DutyKind::Advice,
        holder: Holder::Role(Role::ContactOfficer),
        due: at(1).date_naive(),
        since: at(1),
        subject: DutySubject::Consult(asked.id),
        municipality: here(),
    };
    let write = Write::NewConsult(Box::new(asked.clone()), vec![duty.clone()]);
    world
        .store(&here(), About::Consult(asked.id), write)
        .await
        .unwrap();
    let query = DutyQuery {
        holders: vec![duty.holder.clone()],
        limit: 9,
        ..DutyQuery::default()
    };
    let lines = world.duties(&here(), &query).await.unwrap();
    assert_eq!(lines.len(), 1);
    assert_eq!((&lines[0].duty, lines[0].title.as_str()), (&duty, ""));
    assert_eq!(world.open_consults(&here(), 9).await.unwrap().len(), 1);
    assert!(world.consult(&elsewhere(), asked.id).await.unwrap().is_none());

    let closed = asked
        .say("Antwoord".to_owned(), at(2), owner())
        .close(at(3), owner());
    let write = Write::SaveConsult(Box::new(closed.clone()), Revision(1), Vec::new());
    world
        .store(&here(), About::Consult(closed.id), write)
        .await
        .unwrap();
    let stored = world.consult(&here(), closed.id).await.unwrap().unwrap();
    assert_eq!((stored.value, stored.revision), (closed, Revision(2)));
    assert!(world.open_consults(&here(), 9).await.unwrap().is_empty());
    assert!(world.duties(&here(), &query).await.unwrap().is_empty());
    assert_eq!(world.consults_of(&here(), owner(), 9).await.unwrap().len(), 1);
    let other = PersonId(world.mint());
    assert!(world.consults_of(&here(), other, 9).await.unwrap().is_empty());
}

async fn keys_are_of_one_person_and_one_purpose(world: &World) {
    let key = async |m: MunicipalityId, person, purpose: &'static str| {
        world.personal_key(&m, person, purpose).await.unwrap()
    };
    let one = key(here(), owner(), "draft").await;
    assert_eq!(one.len(), 32);
    assert_eq!(one, key(here(), owner(), "draft").await);
    assert_ne!(one, key(here(), owner(), "other").await);
    assert_ne!(one, key(here(), PersonId(world.mint()), "draft").await);
    assert_ne!(one, key(elsewhere(), owner(), "draft").await);
}
