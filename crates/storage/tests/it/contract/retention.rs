// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What is destroyed is gone: from every read, from the files of the database, and from an older backup that is restored.

use meldroute_core::{
    audit::{About, Event},
    change::{Changes, Destruction, Fingerprint, Revision, Write},
    id::{ListId, ReportId, SignalId},
    link::{Apart, Fact, FactKind, Mark, Thing},
    ports::{CommitError, DutyQuery, ReportFilter, SignalQuery, Store as _, Verified},
    report::{Report, ReportState},
    retention::{
        hold::Hold,
        list::{List, ListState, Subject},
        rule::Class,
    },
    signal::{
        Signal,
        stage::{Confirmation, Stage},
    },
};
use meldroute_storage::{Database, Destroyed};
use sea_orm::DbBackend;
use uuid::Uuid;

use super::{on_both, reports::take_in, signals::register};
use crate::{
    place::{Place, ask},
    things::{new_report, owner, report, signal},
    world::{World, at, elsewhere, here, key},
};

on_both!(
    nothing_of_it_is_read_any_more,
    the_journal_holds_and_says_that_it_is_gone,
    what_changed_since_is_not_destroyed,
    another_municipality_destroys_nothing_here,
    what_is_counted_stays_without_a_name,
    an_older_backup_does_not_bring_it_back,
    its_key_and_its_bytes_are_in_no_file,
    lists_holds_and_what_is_kept_longer_come_back,
    a_message_that_could_not_be_read_has_a_key_of_its_own,
);

/// A closed signal with its report.
pub(super) struct Made {
    pub(super) signal: Signal,
    pub(super) report: Report,
}

impl Made {
    /// Its destruction, as it was judged.
    fn destruction(&self, counted: bool) -> Destruction {
        Destruction {
            things: vec![
                (Subject::Report(self.report.id), Some(Revision(2))),
                (Subject::Signal(self.signal.id), Some(Revision(2))),
            ],
            counted,
            on: at(0).date_naive(),
        }
    }
}

pub(super) async fn made(world: &World) -> Made {
    let mut signal = signal(world, &here(), 1);
    let mut report = report(world, &here(), 1);
    "Ring de rode bel bij 06-12345678.".clone_into(&mut report.text);
    take_in(world, new_report(world, report.clone())).await;
    register(world, signal.clone()).await;
    report.state = ReportState::Registered {
        signal: signal.id,
        at: at(2),
        by: owner(),
    };
    report.mail = None;
    let save = Write::SaveReport(Box::new(report.clone()), Revision(1), Vec::new());
    world
        .store(&here(), About::Report(report.id), save)
        .await
        .unwrap();
    signal.stage = Stage::Closed {
        at: at(3),
        by: owner(),
        result: "Niets aan de hand.".to_owned(),
    };
    signal.confirmation = Confirmation::NotConfirmed;
    let save = Write::SaveSignal(Box::new(signal.clone()), Revision(1), Vec::new());
    world
        .store(&here(), About::Signal(signal.id), save)
        .await
        .unwrap();
    let other = register(world, crate::things::signal(world, &here(), 2)).await;
    let apart = Apart {
        one: Thing::Signal(signal.id),
        other: Thing::Signal(other),
        marks: vec![Mark {
            kind: FactKind::Phone,
            value: "0600000001".to_owned(),
        }],
    };
    let apart = Write::KeepApart(apart, at(4));
    world
        .store(&here(), About::Signal(signal.id), apart)
        .await
        .unwrap();
    Made { signal, report }
}

fn gone(world: &World, made: &Made, destruction: Destruction) -> Changes {
    let list = ListId(Uuid::from_u128(5));
    let event = || Event::Destroyed { list };
    let permit = meldroute_core::policy::unsafe_permit_without_policy(
        crate::world::actor(&here()),
        meldroute_core::policy::Right::Dispose,
    );
    world
        .changes(&here(), About::Signal(made.signal.id), event())
        .and(
            &permit,
            at(9),
            world.minter(),
            About::Report(made.report.id),
            event(),
        )
        .write(Write::Destroy(destruction))
}

pub(super) async fn destroy(world: &World, made: &Made) {
    let changes = gone(world, made, made.destruction(false));
    world.commit(changes).await.unwrap();
    world.scrub().await.unwrap();
}

async fn nothing_is_left(database: &Database, signal: SignalId, report: ReportId) {
    let m = here();
    assert_eq!(database.signal(&m, signal).await.unwrap(), None);
    assert_eq!(database.report(&m, report).await.unwrap(), None);
    assert_eq!(database.reporter(&m, report).await.unwrap(), None);
    let mark = Fingerprint::MessageId(format!("{report}@post.example"));
    assert_eq!(database.report_known_by(&m, &mark).await.unwrap(), None);
    assert!(database.outgoing_of(&m, report).await.unwrap().is_empty());
    let closed = SignalQuery {
        closed: true,
        limit: 9,
        ..SignalQuery::default()
    };
    assert!(database.signals(&m, &closed).await.unwrap().is_empty());
    for filter in [
        ReportFilter::New,
        ReportFilter::Registered,
        ReportFilter::SetAside,
    ] {
        assert!(database.reports(&m, filter, None, 9).await.unwrap().is_empty());
    }
    let duties = DutyQuery {
        holders: vec![meldroute_core::duty::Holder::Role(
            meldroute_core::policy::Role::Coordinator,
        )],
        limit: 9,
        ..DutyQuery::default()
    };
    assert!(database.duties(&m, &duties).await.unwrap().is_empty());
    let phone = Fact {
        mark: Mark {
            kind: FactKind::Phone,
            value: "0612345678".to_owned(),
        },
        words: String::new(),
    };
    assert!(database.occurring(&m, &[phone]).await.unwrap().is_empty());
    let texts = database.texts(&m, None, 9).await.unwrap().texts;
    assert_eq!(texts.len(), 1, "only the other signal is left to be found");
}

async fn nothing_of_it_is_read_any_more(world: &World) {
    let made = made(world).await;
    assert!(
        world
            .signal_numbered(&here(), "HS-2026-0001")
            .await
            .unwrap()
            .is_some()
    );
    destroy(world, &made).await;
    nothing_is_left(world, made.signal.id, made.report.id).await;
    assert_eq!(
        world.signal_numbered(&here(), "HS-2026-0001").await.unwrap(),
        None
    );
    let raw = world.place.raw().await;
    for table in [
        "reports",
        "reporters",
        "files",
        "fingerprints",
        "own_reports",
        "report_facts",
        "outbox",
        "kept_apart",
    ] {
        let rows = ask(&raw, &format!("SELECT * FROM {table}")).await;
        assert!(rows.is_empty(), "{table}");
    }
    raw.close().await.unwrap();
    // The number is not given out again.
    register(world, signal(world, &here(), 3)).await;
    assert!(
        world
            .signal_numbered(&here(), "HS-2026-0003")
            .await
            .unwrap()
            .is_some()
    );
}

async fn the_journal_holds_and_says_that_it_is_gone(world: &World) {
    let made = made(world).await;
    destroy(world, &made).await;
    assert!(matches!(world.verify(&here()).await, Ok(Verified::Holds { .. })));
    let history = world
        .history(&here(), About::Signal(made.signal.id))
        .await
        .unwrap();
    let (last, before) = history.split_last().unwrap();
    assert_eq!(last.action, "destroyed");
    assert!(last.detail.is_some());
    assert!(before.len() > 1 && before.iter().all(|line| line.detail.is_none()));
    let news = world.journal_after(&here(), 0, 99).await.unwrap();
    let changed = meldroute_core::ports::Hit::Report(made.report.id);
    assert!(news.changed.contains(&changed), "the search index hears of it");
}

async fn what_changed_since_is_not_destroyed(world: &World) {
    let made = made(world).await;
    let mut held = made.signal.clone();
    held.hold = Some(Hold {
        reason: "strafzaak".to_owned(),
        at: at(5),
        by: owner(),
    });
    let save = Write::SaveSignal(Box::new(held), Revision(2), Vec::new());
    world
        .store(&here(), About::Signal(made.signal.id), save)
        .await
        .unwrap();
    let refused = world.commit(gone(world, &made, made.destruction(false))).await;
    assert_eq!(refused, Err(CommitError::Conflict));
    assert!(world.signal(&here(), made.signal.id).await.unwrap().is_some());
    assert!(world.reporter(&here(), made.report.id).await.unwrap().is_some());
    let held = world.held(&here()).await.unwrap();
    assert_eq!(held.len(), 1);
    assert_eq!(
        (held[0].subject, held[0].number.as_str()),
        (Subject::Signal(made.signal.id), "HS-2026-0001")
    );
    // Twice at once: one of them goes through.
    let again = self::made(world).await;
    let both = tokio::join!(
        world.commit(gone(world, &again, again.destruction(false))),
        world.commit(gone(world, &again, again.destruction(false))),
    );
    let results = [both.0.is_ok(), both.1.is_ok()];
    assert_eq!(results.iter().filter(|ok| **ok).count(), 1, "{results:?}");
}

async fn another_municipality_destroys_nothing_here(world: &World) {
    let made = made(world).await;
    let event = Event::Destroyed {
        list: ListId(Uuid::from_u128(5)),
    };
    let changes = world
        .changes(&elsewhere(), About::Municipality, event)
        .write(Write::Destroy(made.destruction(false)));
    assert_eq!(world.commit(changes).await, Err(CommitError::Conflict));
    assert!(world.signal(&here(), made.signal.id).await.unwrap().is_some());
    assert!(world.reporter(&here(), made.report.id).await.unwrap().is_some());
}

async fn what_is_counted_stays_without_a_name(world: &World) {
    let made = made(world).await;
    let before = world.counts(&here()).await.unwrap();
    let changes = gone(world, &made, made.destruction(true));
    world.commit(changes).await.unwrap();
    assert_eq!(world.counts(&here()).await.unwrap(), before);
    assert_eq!(world.signal(&here(), made.signal.id).await.unwrap(), None);
    assert_eq!(world.report(&here(), made.report.id).await.unwrap(), None);
    let raw = world.place.raw().await;
    for table in ["counted_signals", "counted_reports"] {
        let rows = ask(&raw, &format!("SELECT id FROM {table}")).await;
        let ids: Vec<Uuid> = rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect();
        assert_eq!(ids.len(), 1);
        assert!(!ids.contains(&made.signal.id.0) && !ids.contains(&made.report.id.0));
    }
    raw.close().await.unwrap();
}

async fn an_older_backup_does_not_bring_it_back(world: &World) {
    let made = made(world).await;
    let mut backup = Vec::new();
    world.dump(&mut backup, None).await.unwrap();
    let wrapped = wrapped_keys(world, made.signal.id.0).await;
    destroy(world, &made).await;
    // The list travels as text.
    let list: Vec<Destroyed> = world.destroyed().await.unwrap();
    let lines: Vec<String> = list.iter().map(ToString::to_string).collect();
    let list: Vec<Destroyed> = lines.iter().map(|line| line.parse().unwrap()).collect();
    assert_eq!(list.len(), 2);
    let place = Place::sqlite();
    let restored = Database::open(&place.address(), key()).await.unwrap();
    restored.load(&mut backup.as_slice(), &list).await.unwrap();
    nothing_is_left(&restored, made.signal.id, made.report.id).await;
    assert!(matches!(
        restored.verify(&here()).await,
        Ok(Verified::Holds { .. })
    ));
    let history = restored
        .history(&here(), About::Signal(made.signal.id))
        .await
        .unwrap();
    assert!(!history.is_empty() && history.iter().all(|line| line.detail.is_none()));
    assert_eq!(
        restored.destroyed().await.unwrap(),
        list,
        "it is known there, too"
    );
    restored.close().await;
    for file in files(&place) {
        assert!(
            wrapped.iter().all(|key| !holds(&file, key)),
            "an old key is in a file"
        );
    }
    // Without the list it would come back: that is why a restore asks for it.
    let unwarned = Place::sqlite();
    let restored = Database::open(&unwarned.address(), key()).await.unwrap();
    restored.load(&mut backup.as_slice(), &[]).await.unwrap();
    assert!(restored.signal(&here(), made.signal.id).await.unwrap().is_some());
    restored.close().await;
}

async fn wrapped_keys(world: &World, id: Uuid) -> Vec<Vec<u8>> {
    let raw = world.place.raw().await;
    let rows = ask(&raw, "SELECT id, wrapped FROM keys WHERE wrapped IS NOT NULL").await;
    let mut keys = Vec::new();
    for row in &rows {
        if row.try_get_by_index::<Uuid>(0).unwrap() == id {
            keys.push(row.try_get_by_index::<Vec<u8>>(1).unwrap());
        }
    }
    raw.close().await.unwrap();
    assert!(!keys.is_empty());
    keys
}

/// The files of a SQLite database: the database itself, its journal of writes and its shared memory.
pub(super) fn files(place: &Place) -> Vec<Vec<u8>> {
    let folder = std::fs::read_dir(place.address()).unwrap();
    folder
        .map(|file| std::fs::read(file.unwrap().path()).unwrap())
        .collect()
}

pub(super) fn holds(file: &[u8], needle: &[u8]) -> bool {
    file.windows(needle.len()).any(|part| part == needle)
}

async fn its_key_and_its_bytes_are_in_no_file(world: &World) {
    let made = made(world).await;
    let raw = world.place.raw().await;
    if raw.get_database_backend() == DbBackend::Postgres {
        // Dead rows there are nobody's to read without a key; the table of keys itself was written anew.
        raw.close().await.unwrap();
        destroy(world, &made).await;
        return;
    }
    let mut needles = Vec::new();
    for query in [
        "SELECT wrapped FROM keys WHERE municipality = 'heemstede'",
        "SELECT content FROM reports",
        "SELECT summary FROM reports",
        "SELECT content FROM reporters",
        "SELECT bytes FROM files",
        "SELECT hash FROM fingerprints",
    ] {
        for row in ask(&raw, query).await {
            needles.push(row.try_get_by_index::<Vec<u8>>(0).unwrap());
        }
    }
    raw.close().await.unwrap();
    let stays = wrapped_keys(world, made.signal.id.0).await;
    let of_others: Vec<Vec<u8>> = needles
        .iter()
        .filter(|needle| !stays.contains(needle))
        .cloned()
        .collect();
    assert!(of_others.len() > 5);
    destroy(world, &made).await;
    let files = files(&world.place);
    assert!(files.len() > 1, "the journal of writes is there, too");
    let raw = world.place.raw().await;
    let left: Vec<Vec<u8>> = ask(&raw, "SELECT wrapped FROM keys WHERE wrapped IS NOT NULL")
        .await
        .iter()
        .map(|row| row.try_get_by_index(0).unwrap())
        .collect();
    raw.close().await.unwrap();
    for needle in needles.iter().filter(|needle| !left.contains(needle)) {
        assert!(
            files.iter().all(|file| !holds(file, needle)),
            "something of it is in a file"
        );
    }
    for word in ["rode bel", "Sanne Voorbeeld", "Dorpsstraat", "0612345678"] {
        assert!(files.iter().all(|file| !holds(file, word.as_bytes())), "{word}");
    }
}

async fn lists_holds_and_what_is_kept_longer_come_back(world: &World) {
    let made = made(world).await;
    let list = List {
        id: world.mint(),
        municipality: here(),
        made_on: at(0).date_naive(),
        items: Vec::new(),
        returned: None,
        state: ListState::Proposed,
    };
    let write = Write::NewList(Box::new(list.clone()), Vec::new());
    world.store(&here(), About::Municipality, write).await.unwrap();
    let stored = world.disposal_list(&here(), list.id).await.unwrap().unwrap();
    assert_eq!(stored.value, list);
    let save = || Write::SaveList(Box::new(list.clone()), Revision(1), Vec::new());
    world.store(&here(), About::Municipality, save()).await.unwrap();
    let twice = world.store(&here(), About::Municipality, save()).await;
    assert_eq!(
        twice,
        Err(CommitError::Conflict),
        "two people can't approve at once"
    );
    assert_eq!(world.disposal_lists(&here()).await.unwrap().len(), 1);
    assert_eq!(world.disposal_list(&elsewhere(), list.id).await.unwrap(), None);

    let id = made.signal.id.0;
    assert_eq!(world.ended(&here(), Class::Signal, None, 9).await.unwrap(), [id]);
    assert!(
        world
            .ended(&here(), Class::Signal, Some(id), 9)
            .await
            .unwrap()
            .is_empty()
    );
    assert!(
        world
            .ended(&elsewhere(), Class::Signal, None, 9)
            .await
            .unwrap()
            .is_empty()
    );
    assert!(
        world
            .ended(&here(), Class::Report, None, 9)
            .await
            .unwrap()
            .is_empty()
    );
    let until = "2027-01-01".parse().unwrap();
    let keep = Write::KeepLonger(Subject::Signal(made.signal.id), until);
    world
        .store(&here(), About::Signal(made.signal.id), keep)
        .await
        .unwrap();
    assert_eq!(
        world.kept_longer(&here(), &[id]).await.unwrap(),
        [(id, until)].into()
    );
}

async fn a_message_that_could_not_be_read_has_a_key_of_its_own(world: &World) {
    let message = meldroute_core::change::Quarantined {
        id: world.mint(),
        municipality: here(),
        received_at: at(0),
        reason: "unreadable".to_owned(),
        source: "kapot.eml".to_owned(),
        bytes: b"From: sanne@post.example".to_vec(),
        content_hash: [7; 32],
    };
    let id = message.id;
    let write = Write::Quarantine(Box::new(message), Vec::new());
    world.store(&here(), About::Quarantined(id), write).await.unwrap();
    let read = world.quarantined(&here(), id).await.unwrap().unwrap();
    assert_eq!(
        (read.bytes.as_slice(), read.line.source.as_str()),
        (&b"From: sanne@post.example"[..], "kapot.eml")
    );
    assert_eq!(world.quarantine(&here(), 9).await.unwrap().len(), 1);
    assert_eq!(
        world.ended(&here(), Class::Quarantined, None, 9).await.unwrap(),
        [id.0]
    );
    let event = Event::Destroyed {
        list: ListId(Uuid::from_u128(5)),
    };
    let destruction = Destruction {
        things: vec![(Subject::Quarantined(id), None)],
        counted: false,
        on: at(0).date_naive(),
    };
    let changes = world
        .changes(&here(), About::Quarantined(id), event)
        .write(Write::Destroy(destruction));
    world.commit(changes).await.unwrap();
    assert!(world.quarantined(&here(), id).await.unwrap().is_none());
    assert!(world.quarantine(&here(), 9).await.unwrap().is_empty());
    let history = world.history(&here(), About::Quarantined(id)).await.unwrap();
    assert_eq!(history.iter().filter(|line| line.detail.is_some()).count(), 1);
}
