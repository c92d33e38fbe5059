// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Search: one index per municipality, filled from the store in the background and kept up with its journal.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use meldroute_core::{
    id::{MunicipalityId, ReportId, SignalId},
    link,
    ports::{Configurations as _, Found, Hit, ReadError, Search, SearchFailed},
};
use meldroute_search::{Failed, Index, Kind};
use meldroute_storage::Database;
use uuid::Uuid;

use crate::configurations::LoadedConfigurations;

/// How many texts are read at a time.
const PAGE: u16 = 500;

/// Texts are committed to the index in groups of so many pages.
const PAGES_A_COMMIT: u32 = 20;

/// Another process may have written, such as an import on the command line: nobody wakes us for that.
const LOOK_AGAIN: Duration = Duration::from_secs(2);

/// Changes shortly after each other go into the index together.
const GATHER: Duration = Duration::from_millis(200);

/// The indexes of all municipalities.
#[derive(Debug, Default)]
pub(crate) struct SearchIndexes {
    indexes: RwLock<BTreeMap<MunicipalityId, Arc<Index>>>,
    filled: AtomicBool,
}

/// Why the index does not keep up. Holds no content.
#[derive(Debug, thiserror::Error)]
enum Behind {
    #[error(transparent)]
    Index(#[from] Failed),
    #[error(transparent)]
    Store(#[from] ReadError),
}

impl Search for SearchIndexes {
    fn find(&self, municipality: &MunicipalityId, words: &str, limit: usize) -> Result<Found, SearchFailed> {
        let filling = !self.filled.load(Ordering::Acquire);
        let Some(index) = self.index(municipality) else {
            return Ok(Found {
                hits: Vec::new(),
                filling,
            });
        };
        let hits = index.find(words, limit).map_err(|error| {
            tracing::error!(%municipality, %error, "a search failed");
            SearchFailed
        })?;
        let hits = hits
            .into_iter()
            .map(|(kind, key)| hit(kind, Uuid::from_bytes(key)))
            .collect();
        Ok(Found { hits, filling })
    }
}

impl SearchIndexes {
    fn index(&self, municipality: &MunicipalityId) -> Option<Arc<Index>> {
        let indexes = self.indexes.read().unwrap_or_else(PoisonError::into_inner);
        indexes.get(municipality).cloned()
    }

    /// Fills the indexes, and then keeps them and the configurations up with the journal, for as long as the program runs.
    pub(crate) async fn follow(
        self: Arc<Self>,
        database: Arc<Database>,
        configurations: Arc<LoadedConfigurations>,
    ) {
        let mut changes = database.changes();
        let mut places: BTreeMap<MunicipalityId, u64> = BTreeMap::new();
        loop {
            for (municipality, _) in configurations.municipalities() {
                let place = places.get(&municipality).copied();
                match self
                    .catch_up(&database, &configurations, &municipality, place)
                    .await
                {
                    Ok(place) => {
                        places.insert(municipality, place);
                    }
                    // What was missed is caught up the next time, since the place in the journal stays.
                    Err(error) => tracing::warn!(%municipality, %error, "the search index is behind"),
                }
            }
            self.filled.store(true, Ordering::Release);
            let _ = tokio::time::timeout(LOOK_AGAIN, changes.changed()).await;
            tokio::time::sleep(GATHER).await;
        }
    }

    /// Takes in what the journal says has changed since a place; everything, where there is no place yet.
    async fn catch_up(
        &self,
        database: &Database,
        configurations: &LoadedConfigurations,
        municipality: &MunicipalityId,
        place: Option<u64>,
    ) -> Result<u64, Behind> {
        let (Some(mut place), Some(index)) = (place, self.index(municipality)) else {
            return self.fill(database, municipality).await;
        };
        loop {
            let news = database.journal_after(municipality, place, PAGE).await?;
            if news.place == place {
                return Ok(place);
            }
            if news.configuration
                && let Err(stop) = configurations.refresh(database).await
            {
                tracing::error!(reason = ?stop.sentences(), "a new configuration could not be read");
            }
            let texts = database.texts_of(municipality, &news.changed).await?;
            for (hit, text) in &texts {
                add(&index, *hit, text)?;
            }
            for hit in news
                .changed
                .iter()
                .filter(|changed| texts.iter().all(|(hit, _)| hit != *changed))
            {
                let (kind, id) = key(*hit);
                index.remove(id, kind);
            }
            if !news.changed.is_empty() {
                index.commit()?;
            }
            place = news.place;
        }
    }

    /// Fills the index of a municipality. The place is taken first, so that what comes in meanwhile is not missed.
    async fn fill(&self, database: &Database, municipality: &MunicipalityId) -> Result<u64, Behind> {
        let place = database.journal_end(municipality).await?;
        let index = Arc::new(Index::new()?);
        self.indexes
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(municipality.clone(), Arc::clone(&index));
        let (mut after, mut pages) = (None, 0_u32);
        loop {
            let page = database.texts(municipality, after, PAGE).await?;
            for (hit, text) in &page.texts {
                add(&index, *hit, text)?;
            }
            after = page.next;
            if after.is_none() {
                break;
            }
            pages += 1;
            if pages.is_multiple_of(PAGES_A_COMMIT) {
                index.commit()?;
            }
        }
        index.commit()?;
        Ok(place)
    }
}

fn add(index: &Index, hit: Hit, text: &str) -> Result<(), Failed> {
    let (kind, id) = key(hit);
    index.add(id, kind, &format!("{text} {}", link::plate_spellings(text)))
}

fn key(hit: Hit) -> (Kind, [u8; 16]) {
    match hit {
        Hit::Signal(SignalId(id)) => (Kind::Signal, id.into_bytes()),
        Hit::Report(ReportId(id)) => (Kind::Report, id.into_bytes()),
    }
}

fn hit(kind: Kind, id: Uuid) -> Hit {
    match kind {
        Kind::Signal => Hit::Signal(SignalId(id)),
        Kind::Report => Hit::Report(ReportId(id)),
    }
}
