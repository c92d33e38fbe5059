// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Requests of data subjects, and passages in them that go with the signal or report from which they are.

use meldroute_core::{
    audit::{About, Event},
    change::{Changes, Destruction, Revision, Write},
    claim::{
        Claim, ClaimKind, Released,
        passage::{At, Choice, Passage, Place, Words},
    },
    id::ListId,
    ports::{CommitError, ReadError, Store as _},
    retention::{hold::Hold, list::Subject, rule::Class},
};
use meldroute_storage::{Database, Destroyed};
use sea_orm::DbBackend;
use uuid::Uuid;

use super::{
    attacks::{literal, run},
    on_both,
    retention::{Made, destroy, files, holds, made},
};
use crate::{
    place::{Place as Files, ask},
    things::owner,
    world::{World, at, elsewhere, here, key},
};

on_both!(
    a_request_comes_back_with_its_passages,
    a_passage_goes_with_where_it_is_from,
    an_older_backup_brings_no_passage_back,
    a_swapped_request_does_not_open,
    a_passage_can_not_be_moved,
    words_without_a_source_are_not_stored,
    an_answered_request_can_be_held_and_destroyed,
);

const SEEN: &str = "Zij sliep achter de rode deur.";
const WEIGHED: &str = "Het onderzoek bij de rode deur loopt nog.";
const TOLD: &str = "Hij telde de matrassen.";

fn claim(world: &World, passages: Vec<Passage>) -> Claim {
    Claim {
        id: world.mint(),
        municipality: here(),
        kind: ClaimKind::Access,
        asked_on: at(0).date_naive(),
        entered_at: at(1),
        entered_by: owner(),
        name: "A. Verzonnen".to_owned(),
        words: "Wat weet u van mij?".to_owned(),
        identified: "Aan de balie".to_owned(),
        extended: None,
        passages,
        answer: None,
        hold: None,
    }
}

fn passage(place: Place, part: &str, text: &str, weighing: Option<&str>) -> Passage {
    Passage {
        at: At {
            place,
            part: part.to_owned(),
        },
        number: "HS-2026-0001".to_owned(),
        words: Some(Words {
            text: text.to_owned(),
            weighing: weighing.unwrap_or_default().to_owned(),
        }),
        destroyed_on: None,
        choice: match weighing {
            Some(_) => Choice::Refuse {
                ground: "investigation".to_owned(),
            },
            None => Choice::Give,
        },
        chosen_at: at(2),
        by: owner(),
    }
}

/// A request with passages of a signal and of its report.
async fn asked(world: &World, made: &Made) -> Claim {
    let (signal, report) = (Place::Signal(made.signal.id), Place::Report(made.report.id));
    let claim = claim(
        world,
        vec![
            passage(signal, "observation-1", SEEN, None),
            passage(signal, "note-1", SEEN, Some(WEIGHED)),
            passage(report, "text", TOLD, None),
        ],
    );
    let write = Write::NewClaim(Box::new(claim.clone()), Vec::new());
    world.store(&here(), About::Claim(claim.id), write).await.unwrap();
    claim
}

async fn read(database: &Database, claim: &Claim) -> Result<Option<Claim>, ReadError> {
    let stored = database.claim(&here(), claim.id).await?;
    Ok(stored.map(|stored| stored.value))
}

async fn save(world: &World, claim: &Claim, revision: i64) -> Result<(), CommitError> {
    let write = Write::SaveClaim(Box::new(claim.clone()), Revision(revision), Vec::new());
    let stored = world.store(&here(), About::Claim(claim.id), write).await;
    stored.map(|_| ())
}

async fn a_request_comes_back_with_its_passages(world: &World) {
    let made = made(world).await;
    let mut claim = asked(world, &made).await;
    assert_eq!(read(world, &claim).await, Ok(Some(claim.clone())));
    claim.passages.remove(0);
    save(world, &claim, 1).await.unwrap();
    assert_eq!(save(world, &claim, 1).await, Err(CommitError::Conflict));
    assert_eq!(read(world, &claim).await, Ok(Some(claim.clone())));
    let listed = world.claims(&here(), 9).await.unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!((&listed[0].value, listed[0].revision), (&claim, Revision(2)));
    assert_eq!(world.claim(&elsewhere(), claim.id).await.unwrap(), None);
    assert!(world.claims(&elsewhere(), 9).await.unwrap().is_empty());
    let stolen = Claim {
        municipality: elsewhere(),
        ..claim.clone()
    };
    let write = Write::SaveClaim(Box::new(stolen), Revision(2), Vec::new());
    let stored = world.store(&elsewhere(), About::Claim(claim.id), write).await;
    assert_eq!(stored.map(|_| ()), Err(CommitError::Conflict));
}

/// What is left of a request whose passages were destroyed: what was decided, and when they went.
fn without_words(claim: &Claim) -> Claim {
    let mut left = claim.clone();
    for passage in &mut left.passages {
        passage.words = None;
        passage.destroyed_on = Some(at(0).date_naive());
    }
    left
}

async fn a_passage_goes_with_where_it_is_from(world: &World) {
    let made = made(world).await;
    let claim = asked(world, &made).await;
    let raw = world.place.raw().await;
    let rows = ask(&raw, "SELECT content FROM claim_passages").await;
    let sealed: Vec<Vec<u8>> = rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect();
    assert_eq!(sealed.len(), 2, "one for each source");
    destroy(world, &made).await;
    assert!(ask(&raw, "SELECT claim FROM claim_passages").await.is_empty());
    let sqlite = raw.get_database_backend() == DbBackend::Sqlite;
    raw.close().await.unwrap();
    assert_eq!(read(world, &claim).await, Ok(Some(without_words(&claim))));
    // It can still be answered.
    let mut answered = without_words(&claim);
    answered.answer = Some(Released {
        at: at(9),
        by: owner(),
        text: "Dit is alles.".to_owned(),
    });
    save(world, &answered, 1).await.unwrap();
    assert_eq!(read(world, &claim).await, Ok(Some(answered)));
    for file in sqlite.then(|| files(&world.place)).into_iter().flatten() {
        for needle in sealed
            .iter()
            .map(Vec::as_slice)
            .chain([SEEN, WEIGHED, TOLD].map(str::as_bytes))
        {
            assert!(!holds(&file, needle), "a passage is in a file");
        }
    }
}

async fn an_older_backup_brings_no_passage_back(world: &World) {
    let made = made(world).await;
    let claim = asked(world, &made).await;
    let mut backup = Vec::new();
    world.dump(&mut backup, None).await.unwrap();
    destroy(world, &made).await;
    let list: Vec<Destroyed> = world.destroyed().await.unwrap();
    let place = Files::sqlite();
    let restored = Database::open(&place.address(), key()).await.unwrap();
    restored.load(&mut backup.as_slice(), &list).await.unwrap();
    assert_eq!(read(&restored, &claim).await, Ok(Some(without_words(&claim))));
    restored.close().await;
}

async fn a_swapped_request_does_not_open(world: &World) {
    let made = made(world).await;
    let (one, two) = (asked(world, &made).await, asked(world, &made).await);
    run(world, |raw| {
        let (one, two) = (literal(raw, one.id.0), literal(raw, two.id.0));
        format!("UPDATE claims SET content = (SELECT content FROM claims WHERE id = {two}) WHERE id = {one}")
    })
    .await;
    assert_eq!(read(world, &one).await, Err(ReadError::Seal));
    assert!(read(world, &two).await.is_ok());
    // With its key, it is still sealed for another row.
    run(world, |raw| {
        let (one, two) = (literal(raw, one.id.0), literal(raw, two.id.0));
        format!("UPDATE keys SET wrapped = (SELECT wrapped FROM keys WHERE id = {two}) WHERE id = {one}")
    })
    .await;
    assert_eq!(read(world, &one).await, Err(ReadError::Seal));
    // Another municipality has no key for it.
    run(world, |raw| {
        let two = literal(raw, two.id.0);
        format!("UPDATE claims SET municipality = 'zandbeek' WHERE id = {two}")
    })
    .await;
    assert_eq!(read(world, &two).await, Ok(None));
    assert_eq!(world.claim(&elsewhere(), two.id).await, Err(ReadError::Seal));
}

async fn a_passage_can_not_be_moved(world: &World) {
    let (first, second) = (made(world).await, made(world).await);
    let (one, two) = (asked(world, &first).await, asked(world, &second).await);
    // To another request: what was decided for one person is not given to another.
    let bare = claim(world, vec![one.passages[0].clone()]);
    let write = Write::NewClaim(Box::new(bare.clone()), Vec::new());
    world.store(&here(), About::Claim(bare.id), write).await.unwrap();
    run(world, |raw| {
        let (one, bare) = (literal(raw, one.id.0), literal(raw, bare.id.0));
        let signal = literal(raw, first.signal.id.0);
        format!(
            "UPDATE claim_passages SET content =
             (SELECT content FROM claim_passages WHERE claim = {one} AND source = {signal}) WHERE claim = {bare}"
        )
    })
    .await;
    assert_eq!(read(world, &bare).await, Err(ReadError::Seal));
    // To another signal, so that it would stay when its own goes.
    run(world, |raw| {
        let (two, theirs, other) = (
            literal(raw, two.id.0),
            literal(raw, second.signal.id.0),
            literal(raw, first.signal.id.0),
        );
        format!("UPDATE claim_passages SET source = {other} WHERE claim = {two} AND source = {theirs}")
    })
    .await;
    assert_eq!(read(world, &two).await, Err(ReadError::Seal));
}

async fn words_without_a_source_are_not_stored(world: &World) {
    let made = made(world).await;
    let claim = asked(world, &made).await;
    destroy(world, &made).await;
    // Somebody decided about a passage while its signal was destroyed.
    assert_eq!(save(world, &claim, 1).await, Err(CommitError::Conflict));
    assert_eq!(read(world, &claim).await, Ok(Some(without_words(&claim))));
}

fn destruction(world: &World, claim: &Claim, revision: i64) -> Changes {
    let event = Event::Destroyed {
        list: ListId(Uuid::from_u128(5)),
    };
    let destruction = Destruction {
        things: vec![(Subject::Claim(claim.id), Some(Revision(revision)))],
        counted: false,
        on: at(0).date_naive(),
    };
    world
        .changes(&here(), About::Claim(claim.id), event)
        .write(Write::Destroy(destruction))
}

async fn an_answered_request_can_be_held_and_destroyed(world: &World) {
    let made = made(world).await;
    let mut claim = asked(world, &made).await;
    let ended = async || world.ended(&here(), Class::Request, None, 9).await.unwrap();
    assert!(ended().await.is_empty(), "it waits for an answer");
    claim.answer = Some(Released {
        at: at(9),
        by: owner(),
        text: "Dit is alles.".to_owned(),
    });
    claim.hold = Some(Hold {
        reason: "beroep".to_owned(),
        at: at(9),
        by: owner(),
    });
    save(world, &claim, 1).await.unwrap();
    assert_eq!(ended().await, [claim.id.0]);
    let held = world.held(&here()).await.unwrap();
    assert_eq!(held.len(), 1);
    assert_eq!(
        (held[0].subject, held[0].number.as_str()),
        (Subject::Claim(claim.id), "")
    );
    let refused = world.commit(destruction(world, &claim, 1)).await;
    assert_eq!(
        refused.map(|_| ()),
        Err(CommitError::Conflict),
        "it was held since"
    );
    world.commit(destruction(world, &claim, 2)).await.unwrap();
    assert_eq!(read(world, &claim).await, Ok(None));
    assert!(ended().await.is_empty());
    assert!(world.held(&here()).await.unwrap().is_empty());
    let raw = world.place.raw().await;
    assert!(ask(&raw, "SELECT claim FROM claim_passages").await.is_empty());
    raw.close().await.unwrap();
    let lines: Vec<String> = world
        .destroyed()
        .await
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(lines.iter().any(|line| line.contains(" claim ")), "{lines:?}");
    assert!(lines.iter().all(|line| line.parse::<Destroyed>().is_ok()));
    let history = world.history(&here(), About::Claim(claim.id)).await.unwrap();
    assert_eq!(history.iter().filter(|line| line.detail.is_some()).count(), 1);
}
