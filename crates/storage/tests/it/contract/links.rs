// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What shares a fact is found by keyed hash, in one municipality only; what was kept apart is not.

use meldroute_core::{
    audit::{About, Event},
    change::Write,
    id::{ReportId, SignalId},
    link::{self, Apart, Compared, Fact, FactKind, Sharing, Thing},
    policy::{Right, unsafe_permit_without_policy},
    ports::{CommitError, Store as _, Verified},
    report::{Report, ReportState},
    signal::assessment::SubjectKind,
};

use super::{on_both, reports::take_in, signals::register};
use crate::{
    things::{new_report, owner, report, signal, subject},
    world::{World, actor, at, elsewhere, here},
};

on_both!(
    a_plate_leads_to_reports_and_signals,
    nothing_of_the_reporter_is_kept,
    what_stands_in_everything_is_named_and_not_listed,
    a_text_and_a_conversation_are_found,
    what_was_kept_apart_comes_back_with_something_new,
    a_neighbour_hears_what_occurs,
    both_journals_tell_of_a_question,
    a_long_list_costs_as_many_questions,
);

async fn told(world: &World, text: &str) -> Report {
    let mut told = report(world, &here(), 1);
    (told.text, told.place) = (text.to_owned(), String::new());
    take_in(world, new_report(world, told.clone())).await;
    told
}

fn compared(report: &Report) -> Compared {
    Compared {
        signal: None,
        reports: vec![report.id],
        facts: link::facts(report),
    }
}

async fn shared(world: &World, report: &Report) -> Vec<Sharing> {
    world.shared(&here(), &compared(report)).await.unwrap().sharing
}

fn plate(written: &str) -> Fact {
    link::typed(SubjectKind::Vehicle, written).remove(0)
}

async fn a_plate_leads_to_reports_and_signals(world: &World) {
    let mut by_subject = signal(world, &here(), 1);
    by_subject.subjects = vec![subject(SubjectKind::Vehicle, "xx 00 xx")];
    register(world, by_subject.clone()).await;
    let other = told(world, "Er stond een bus met kenteken xx-00-xx voor de deur.").await;
    let mut in_signal = report(world, &here(), 2);
    let of: SignalId = register(world, signal(world, &here(), 2)).await;
    (in_signal.text, in_signal.place) = ("Weer die XX-00-XX.".to_owned(), String::new());
    in_signal.state = ReportState::Registered {
        signal: of,
        at: at(2),
        by: owner(),
    };
    take_in(world, new_report(world, in_signal.clone())).await;
    let mut of_another = report(world, &elsewhere(), 1);
    "De XX-00-XX.".clone_into(&mut of_another.text);
    let write = Write::NewReport(Box::new(new_report(world, of_another.clone())));
    world
        .store(&elsewhere(), About::Report(of_another.id), write)
        .await
        .unwrap();

    let new = told(world, "Een grijze bus, XX00XX, rijdt elke avond.").await;
    let sharing = |report: Option<ReportId>, signal| Sharing {
        kind: FactKind::Plate,
        fact: Some(Fact {
            words: "XX-00-XX".to_owned(),
            ..plate("XX00XX")
        }),
        report,
        signal,
    };
    let mut found = shared(world, &new).await;
    found.sort_by_key(|sharing| (sharing.report, sharing.signal));
    assert_eq!(
        found,
        [
            sharing(None, Some(by_subject.id)),
            sharing(Some(other.id), None),
            sharing(Some(in_signal.id), Some(of)),
        ]
    );
    // From the side of the signal: the new report and the other, not its own.
    let from_signal = Compared {
        signal: Some(of),
        reports: vec![in_signal.id],
        facts: link::facts(&in_signal),
    };
    let found = world.shared(&here(), &from_signal).await.unwrap().sharing;
    assert_eq!(found.iter().filter(|s| s.signal.is_none()).count(), 2);
    assert!(found.iter().all(|sharing| sharing.signal != Some(of)));
}

async fn nothing_of_the_reporter_is_kept(world: &World) {
    let mut one = report(world, &here(), 1);
    "Een man belt steeds met 06 0000 0001.".clone_into(&mut one.text);
    let mut new = new_report(world, one.clone());
    "06-00000001".clone_into(&mut new.reporter.contact);
    new.marks = link::marks(&one, &new.reporter, &[]);
    take_in(world, new).await;
    let other = told(world, "Een man belt steeds met 06 0000 0001.").await;
    assert_eq!(shared(world, &other).await, []);
    let facts = link::facts(&one);
    assert_eq!(facts.len(), 2, "the number and the place");
    let kept = world.kept_facts(&here(), one.id, &facts).await.unwrap();
    assert_eq!(
        kept.iter().map(|fact| fact.mark.kind).collect::<Vec<_>>(),
        [FactKind::Address]
    );
}

async fn what_stands_in_everything_is_named_and_not_listed(world: &World) {
    for _ in 0..=link::COMMON {
        told(world, "Het loket op nummer 085 000 0000 verwees door.").await;
    }
    let new = told(world, "Zij kregen 085 000 0000 en een bus, XX-00-XX.").await;
    let shared = world.shared(&here(), &compared(&new)).await.unwrap();
    assert_eq!(shared.sharing, []);
    let words: Vec<_> = shared.common.iter().map(|fact| fact.words.as_str()).collect();
    assert_eq!(words, ["085 000 0000"]);
}

async fn a_text_and_a_conversation_are_found(world: &World) {
    let text = "In het huis aan de overkant zijn steeds andere vrouwen, elk een paar dagen. Zij komen nooit alleen naar buiten en \
        elke ochtend haalt een man met een zwarte tas iets op.";
    let one = told(world, text).await;
    let two = told(world, &format!("Dit kwam binnen. {text}")).await;
    assert_eq!(
        shared(world, &two).await.first().map(|s| (s.kind, s.report)),
        Some((FactKind::Text, Some(one.id)))
    );

    let mut thread = Vec::new();
    for ids in [
        vec!["a@x.example".to_owned()],
        vec!["b@x.example".to_owned(), "A@x.example".to_owned()],
    ] {
        let mut mail = report(world, &here(), 3);
        (mail.text, mail.place) = ("Kort.".to_owned(), String::new());
        let mut new = new_report(world, mail.clone());
        new.marks = link::marks(&mail, &new.reporter, &ids);
        take_in(world, new).await;
        thread.push(mail);
    }
    let found = shared(world, &thread[1]).await;
    assert_eq!(
        found.iter().map(|s| (s.kind, s.report)).collect::<Vec<_>>(),
        [(FactKind::Thread, Some(thread[0].id))]
    );
}

async fn what_was_kept_apart_comes_back_with_something_new(world: &World) {
    let one = told(world, "De bus XX-00-XX.").await;
    let two = told(world, "De bus XX-00-XX voor Dorpsstraat 12.").await;
    assert_eq!(shared(world, &two).await.len(), 1);
    let apart = Apart {
        one: Thing::Report(two.id),
        other: Thing::Report(one.id),
        marks: vec![plate("XX-00-XX").mark],
    };
    let about = About::Report(two.id);
    for _ in 0..2 {
        let write = Write::KeepApart(apart.clone(), at(5));
        world.store(&here(), about, write).await.unwrap();
    }
    assert_eq!(shared(world, &two).await, []);
    assert_eq!(shared(world, &one).await, [], "from the other side, too");
    let compared = |report: &Report| Compared {
        reports: vec![report.id],
        ..Compared::default()
    };
    for (own, other) in [(&one, &two), (&two, &one)] {
        let kept = world.kept_apart(&here(), &compared(own)).await.unwrap();
        assert_eq!(kept, [other.id.0]);
    }
    let write = Write::BringTogether(vec![one.id.0], two.id.0);
    world.store(&here(), about, write).await.unwrap();
    assert_eq!(shared(world, &two).await.len(), 1, "somebody took it back");
    let kept = world.kept_apart(&here(), &compared(&one)).await.unwrap();
    assert!(kept.is_empty());
    let write = Write::KeepApart(apart.clone(), at(6));
    world.store(&here(), about, write).await.unwrap();
    assert_eq!(shared(world, &two).await, [], "and said no again");
    let street = link::typed(SubjectKind::Address, "Dorpsstraat 12").remove(0);
    let write = Write::AddMarks(one.id, vec![street.mark, plate("XX-00-XX").mark]);
    world.store(&here(), about, write).await.unwrap();
    let found = shared(world, &two).await;
    assert_eq!(
        found.iter().map(|s| s.kind).collect::<Vec<_>>(),
        [FactKind::Address]
    );
}

async fn a_neighbour_hears_what_occurs(world: &World) {
    told(world, "De bus XX-00-XX.").await;
    register(world, signal(world, &here(), 1)).await;
    let phone = link::typed(SubjectKind::Phone, "+31 6 0000 0001").remove(0);
    let asked = [plate("XX-00-XX"), plate("99-XX-99"), phone.clone()];
    let m = elsewhere();
    assert_eq!(
        world.occurring(&here(), &asked).await.unwrap(),
        [plate("XX-00-XX"), phone]
    );
    assert_eq!(world.occurring(&m, &asked).await.unwrap(), []);
    assert_eq!(world.occurring(&here(), &[]).await.unwrap(), []);
}

async fn both_journals_tell_of_a_question(world: &World) {
    let permit = unsafe_permit_without_policy(actor(&here()), Right::TriageReports);
    let event = |m| Event::AskedByNeighbour {
        municipality: m,
        facts: vec![FactKind::Plate],
        hits: Vec::new(),
        ground: "convenant".to_owned(),
    };
    let changes = || {
        world
            .changes(&here(), About::Municipality, Event::JournalRead)
            .and_elsewhere(&permit, at(1), world.minter(), elsewhere(), event(here()))
    };
    world.commit(changes()).await.unwrap();
    let lines = world.journal(&elsewhere(), None, 9).await.unwrap();
    assert_eq!(lines[0].action, "asked-by-neighbour");
    assert_eq!(lines[0].detail.as_ref().unwrap().event, event(here()));
    for m in [here(), elsewhere()] {
        assert!(matches!(
            world.verify(&m).await.unwrap(),
            Verified::Holds { entries: 2, .. }
        ));
    }
    // Where there is no such municipality, nothing is recorded here either.
    let nowhere = changes().and_elsewhere(&permit, at(1), world.minter(), "nergens".into(), event(here()));
    assert_eq!(world.commit(nowhere).await, Err(CommitError::Unavailable));
    assert_eq!(world.journal(&here(), None, 9).await.unwrap().len(), 2);
}

async fn a_long_list_costs_as_many_questions(world: &World) {
    let new = told(world, "De bus XX-00-XX, en 06 0000 0001, voor Dorpsstraat 12.").await;
    let before = world.queries();
    shared(world, &new).await;
    let alone = world.queries() - before;
    for _ in 0..10 {
        told(world, "De bus XX-00-XX, en 06 0000 0001, voor Dorpsstraat 12.").await;
    }
    let before = world.queries();
    assert_eq!(shared(world, &new).await.len(), 30);
    assert_eq!((alone, world.queries() - before), (3, 4));
}
