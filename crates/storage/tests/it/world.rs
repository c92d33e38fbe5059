// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! An open database with two municipalities, and short words for what a test does with it.

use std::{
    ops::Deref,
    sync::atomic::{AtomicU64, Ordering},
};

use chrono::{DateTime, TimeDelta};
use meldroute_core::{
    audit::{About, Event},
    change::{Changes, Committed, Write},
    id::{Minter, MunicipalityId, Timestamp},
    policy::{Right, role::Actor, unsafe_permit_without_policy},
    ports::{CommitError, Store as _},
};
use meldroute_storage::Database;
use meldroute_vault::key::InstallationKey;
use uuid::Uuid;

use crate::place::Place;

/// A test's database.
pub(crate) struct World {
    pub(crate) database: Database,
    pub(crate) place: Place,
    pub(crate) minter: Counting,
}

/// Identifiers that count up, as those of the program sort by time.
#[derive(Default)]
pub(crate) struct Counting(AtomicU64);

impl Counting {
    /// Other identifiers in each round.
    pub(crate) fn from_round(round: u64) -> Self {
        Self(AtomicU64::new((round + 1) << 32))
    }
}

impl Minter for Counting {
    fn mint(&self) -> Uuid {
        let count = self.0.fetch_add(1, Ordering::Relaxed);
        Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0000 + u128::from(count))
    }
}

impl Deref for World {
    type Target = Database;

    fn deref(&self) -> &Database {
        &self.database
    }
}

/// The municipality of most tests.
pub(crate) fn here() -> MunicipalityId {
    "heemstede".into()
}

/// Another municipality on the same installation.
pub(crate) fn elsewhere() -> MunicipalityId {
    "zandbeek".into()
}

/// The installation's key of all tests.
pub(crate) fn key() -> InstallationKey {
    InstallationKey::from_hex(&"5a".repeat(32)).unwrap()
}

/// A moment: Monday 2 March 2026, 9:00 in the Netherlands, and then so many minutes later.
pub(crate) fn at(minutes: i64) -> Timestamp {
    DateTime::from_timestamp(1_772_438_400, 0).unwrap() + TimeDelta::minutes(minutes)
}

/// The program itself as actor.
pub(crate) fn actor(m: &MunicipalityId) -> Actor {
    Actor {
        person: None,
        name: "Mees Voorbeeld".to_owned(),
        municipality: m.clone(),
        today: at(0).date_naive(),
        grants: Vec::new(),
        origin: "test".to_owned(),
        call: None,
    }
}

impl World {
    /// Opens an empty database and loads two municipalities.
    pub(crate) async fn open(place: Place) -> Self {
        let database = Database::open(&place.address(), key()).await.unwrap();
        let world = Self {
            database,
            place,
            minter: Counting::default(),
        };
        for (m, prefix) in [(here(), "HS"), (elsewhere(), "ZB")] {
            world.load(&m, prefix, 1).await.unwrap();
        }
        world
    }

    /// Closes the database and removes it.
    pub(crate) async fn end(self) {
        self.database.close().await;
        self.place.remove().await;
    }

    /// A new identifier.
    pub(crate) fn mint<T: From<Uuid>>(&self) -> T {
        T::from(self.minter.mint())
    }

    pub(crate) fn minter(&self) -> &dyn Minter {
        &self.minter
    }

    /// Changes that begin with an entry in the journal.
    pub(crate) fn changes(&self, m: &MunicipalityId, about: About, event: Event) -> Changes {
        let permit = unsafe_permit_without_policy(actor(m), Right::ReadReports);
        Changes::new(&permit, at(0), &self.minter, about, event)
    }

    /// Stores one thing.
    pub(crate) async fn store(
        &self,
        m: &MunicipalityId,
        about: About,
        write: Write,
    ) -> Result<Committed, CommitError> {
        self.commit(self.changes(m, about, Event::Observed).write(write))
            .await
    }

    /// Loads a configuration.
    pub(crate) async fn load(
        &self,
        m: &MunicipalityId,
        prefix: &str,
        version: u32,
    ) -> Result<Committed, CommitError> {
        let write = Write::LoadConfiguration {
            municipality: m.clone(),
            name: format!("Gemeente {m}"),
            prefix: prefix.to_owned(),
            version,
            files: [("route.toml".to_owned(), format!("version = {version}"))].into(),
        };
        let event = Event::ConfigurationLoaded { version };
        self.commit(self.changes(m, About::Municipality, event).write(write))
            .await
    }
}
