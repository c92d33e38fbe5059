// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Carrying everything elsewhere and back.

use meldroute_core::{
    audit::About,
    change::Write,
    ports::{Hit, Store as _, Verified},
};
use meldroute_storage::{Database, TransferError};
use meldroute_vault::key::InstallationKey;

use super::{on_both, reports::take_in, signals::register};
use crate::{
    place::Place,
    things::{meeting, new_report, person, report, signal},
    world::{World, elsewhere, here, key},
};

on_both!(
    comes_back_from_a_file,
    a_file_that_is_cut_off_brings_nothing,
    one_municipality_alone,
    goes_into_another_database,
    texts_come_page_by_page,
);

async fn fill(world: &World) {
    for n in 0..3 {
        take_in(world, new_report(world, report(world, &here(), n))).await;
        register(world, signal(world, &here(), n)).await;
        register(world, signal(world, &elsewhere(), n)).await;
    }
    let about = About::Municipality;
    let write = Write::NewMeeting(Box::new(meeting(world, &here(), 1, &[])));
    world.store(&here(), about, write).await.unwrap();
    let write = Write::NewPerson(Box::new(person(world, &here(), "a.voorbeeld")));
    world.store(&here(), about, write).await.unwrap();
}

/// An empty database beside that of the test.
async fn empty() -> (Database, Place) {
    let place = Place::sqlite();
    (Database::open(&place.address(), key()).await.unwrap(), place)
}

async fn comes_back_from_a_file(world: &World) {
    fill(world).await;
    let mut file = Vec::new();
    let rows = world.dump(&mut file, None).await.unwrap();
    let (other, _place) = empty().await;
    assert!(world.difference(&other).await.unwrap().is_some());
    assert_eq!(other.load(&mut file.as_slice(), &[]).await.unwrap(), rows);
    assert_eq!(world.difference(&other).await.unwrap(), None);
    assert!(matches!(
        other.verify(&here()).await,
        Ok(Verified::Holds { entries: 9, .. })
    ));
    // It goes on where it was.
    let changes = world.changes(
        &here(),
        About::Municipality,
        meldroute_core::audit::Event::JournalRead,
    );
    let write = Write::NewSignal(Box::new(signal(world, &here(), 1)), Vec::new());
    let committed = other.commit(changes.write(write)).await.unwrap();
    assert_eq!(committed.signals[0].1, "HS-2026-0004");
    assert_eq!(world.difference(&other).await.unwrap(), Some("municipalities"));

    let again = other.load(&mut file.as_slice(), &[]).await;
    assert!(matches!(again, Err(TransferError::Exists(m)) if m == "heemstede" || m.is_empty()));
    other.close().await;
}

async fn a_file_that_is_cut_off_brings_nothing(world: &World) {
    fill(world).await;
    let mut file = Vec::new();
    world.dump(&mut file, None).await.unwrap();
    let (other, _place) = empty().await;
    for length in [0, 5, 40, file.len() / 2, file.len() - 1] {
        let loaded = other.load(&mut &file[..length], &[]).await;
        assert!(
            matches!(loaded, Err(TransferError::Format)),
            "{length}: {loaded:?}"
        );
    }
    file.push(0);
    assert!(matches!(
        other.load(&mut file.as_slice(), &[]).await,
        Err(TransferError::Format)
    ));
    assert!(other.configurations().await.unwrap().is_empty());
    other.close().await;

    let place = Place::sqlite();
    let wrong = InstallationKey::from_hex(&"01".repeat(32)).unwrap();
    let other = Database::open(&place.address(), wrong).await.unwrap();
    file.pop();
    assert!(matches!(
        other.load(&mut file.as_slice(), &[]).await,
        Err(TransferError::WrongKey)
    ));
    other.close().await;
}

async fn one_municipality_alone(world: &World) {
    fill(world).await;
    let mut file = Vec::new();
    world.dump(&mut file, Some(&elsewhere())).await.unwrap();
    let (other, _place) = empty().await;
    other.load(&mut file.as_slice(), &[]).await.unwrap();
    assert_eq!(
        other
            .configurations()
            .await
            .unwrap()
            .into_keys()
            .collect::<Vec<_>>(),
        [elsewhere()]
    );
    assert!(matches!(
        other.verify(&elsewhere()).await,
        Ok(Verified::Holds { entries: 4, .. })
    ));
    // The other one can be added beside it.
    let mut file = Vec::new();
    world.dump(&mut file, Some(&here())).await.unwrap();
    other.load(&mut file.as_slice(), &[]).await.unwrap();
    assert_eq!(world.difference(&other).await.unwrap(), None);
    other.close().await;
}

async fn goes_into_another_database(world: &World) {
    fill(world).await;
    let (other, _place) = empty().await;
    world.copy_to(&other).await.unwrap();
    assert_eq!(world.difference(&other).await.unwrap(), None);
    assert!(matches!(
        world.copy_to(&other).await,
        Err(TransferError::Exists(_))
    ));
    // And back, into a new database of the first kind.
    let place = match Place::postgres().await {
        Some(place) => place,
        None => Place::sqlite(),
    };
    let back = Database::open(&place.address(), key()).await.unwrap();
    other.copy_to(&back).await.unwrap();
    assert_eq!(world.difference(&back).await.unwrap(), None);
    other.close().await;
    back.close().await;
    place.remove().await;
}

async fn texts_come_page_by_page(world: &World) {
    fill(world).await;
    let all = world.texts(&here(), None, 99).await.unwrap();
    assert_eq!((all.texts.len(), all.next), (6, None));
    let (mut pages, mut after) = (Vec::new(), None);
    loop {
        let page = world.texts(&here(), after, 2).await.unwrap();
        pages.extend(page.texts);
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(pages, all.texts);
    let (hit, text) = &all.texts[5];
    assert!(matches!(hit, Hit::Report(_)) && text.contains("tien mensen") && text.contains("M-2026-0003"));
    assert!(all.texts[0].1.contains("06 0000 0001"));
    // Who reported is not in it.
    assert!(all.texts.iter().all(|(_, text)| !text.contains("Sanne")));
    let some = world.texts_of(&here(), &[*hit]).await.unwrap();
    assert_eq!(some, [all.texts[5].clone()]);
}
