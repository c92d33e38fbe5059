// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Keys of municipalities, opened once and kept in memory; keys of reports, reporters and signals, opened each time.

use std::{
    collections::BTreeMap,
    sync::{Arc, PoisonError, RwLock},
};

use meldroute_core::id::MunicipalityId;
use meldroute_vault::{
    key::{ContentKey, InstallationKey, LookupKey, MunicipalityKey},
    lookup::lookup,
    seal::{Place, open, seal},
};
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

use crate::{fault::Fault, schema::Table};

/// Whose content a key seals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Purpose {
    Report,
    Reporter,
    Signal,
    Consult,
    Quarantined,
    Claim,
}

impl Purpose {
    pub(crate) const ALL: [Self; 6] = [
        Self::Report,
        Self::Reporter,
        Self::Signal,
        Self::Consult,
        Self::Quarantined,
        Self::Claim,
    ];

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Reporter => "reporter",
            Self::Signal => "signal",
            Self::Consult => "consult",
            Self::Quarantined => "quarantined",
            Self::Claim => "claim",
        }
    }
}

/// The keys of one municipality.
#[derive(Debug)]
pub(crate) struct MunicipalityKeys {
    key: MunicipalityKey,
    lookup: LookupKey,
    /// Seals what belongs to the municipality as a whole.
    pub(crate) sealing: ContentKey,
}

impl MunicipalityKeys {
    fn new(key: MunicipalityKey) -> Self {
        Self {
            lookup: key.lookup_key(),
            sealing: key.sealing_key(),
            key,
        }
    }

    /// The keyed hash by which an equal value is found again.
    pub(crate) fn hash(&self, kind: &str, value: &str) -> Vec<u8> {
        lookup(&self.lookup, kind, value).to_vec()
    }

    /// A new content key, and what to store of it.
    pub(crate) fn new_key(&self, id: Uuid, purpose: Purpose) -> Result<(ContentKey, Vec<u8>), Fault> {
        let key = ContentKey::generate()?;
        let wrapped = key.wrap(&self.key, id.into_bytes(), purpose.as_str())?;
        Ok((key, wrapped))
    }

    /// A stored content key; none when it was destroyed.
    pub(crate) fn content_key(
        &self,
        id: Uuid,
        purpose: &str,
        wrapped: Option<&[u8]>,
    ) -> Result<Option<ContentKey>, Fault> {
        let open = |wrapped| ContentKey::unwrap(wrapped, &self.key, id.into_bytes(), purpose);
        Ok(wrapped.map(open).transpose()?)
    }

    /// Opens a sealed document under its own key; none when that was destroyed.
    pub(crate) fn document<T: DeserializeOwned>(
        &self,
        place: (&Table, &str, Uuid),
        purpose: Purpose,
        wrapped: Option<&[u8]>,
        sealed: &[u8],
    ) -> Result<Option<T>, Fault> {
        let key = self.content_key(place.2, purpose.as_str(), wrapped)?;
        key.map(|key| open_document(&key, place, sealed)).transpose()
    }
}

fn place<'a>((table, column, row): (&'a Table, &'a str, Uuid)) -> Place<'a> {
    Place {
        table: table.name,
        column,
        row: row.into_bytes(),
    }
}

/// Seals bytes for a column of a row.
pub(crate) fn seal_bytes(key: &ContentKey, at: (&Table, &str, Uuid), bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    Ok(seal(key, &place(at), bytes)?)
}

/// Opens bytes of a column of a row.
pub(crate) fn open_bytes(
    key: &ContentKey,
    at: (&Table, &str, Uuid),
    sealed: &[u8],
) -> Result<Vec<u8>, Fault> {
    Ok(open(key, &place(at), sealed)?)
}

/// Seals a document for a column of a row.
pub(crate) fn seal_document<T: Serialize>(
    key: &ContentKey,
    at: (&Table, &str, Uuid),
    document: &T,
) -> Result<Vec<u8>, Fault> {
    seal_bytes(key, at, &serde_json::to_vec(document)?)
}

/// Opens a document of a column of a row.
pub(crate) fn open_document<T: DeserializeOwned>(
    key: &ContentKey,
    at: (&Table, &str, Uuid),
    sealed: &[u8],
) -> Result<T, Fault> {
    Ok(serde_json::from_slice(&open_bytes(key, at, sealed)?)?)
}

/// The installation's key, and the keys of municipalities that were needed so far.
#[derive(Debug)]
pub(crate) struct KeyRing {
    installation: InstallationKey,
    opened: RwLock<BTreeMap<MunicipalityId, Arc<MunicipalityKeys>>>,
}

impl KeyRing {
    pub(crate) fn new(installation: InstallationKey) -> Self {
        Self {
            installation,
            opened: RwLock::default(),
        }
    }

    /// Keys that were opened before.
    pub(crate) fn known(&self, m: &MunicipalityId) -> Option<Arc<MunicipalityKeys>> {
        let opened = self.opened.read().unwrap_or_else(PoisonError::into_inner);
        opened.get(m).cloned()
    }

    /// Opens a stored key.
    pub(crate) fn open(&self, m: &MunicipalityId, wrapped: &[u8]) -> Result<Arc<MunicipalityKeys>, Fault> {
        let key = MunicipalityKey::unwrap(wrapped, &self.installation, m.as_str())?;
        Ok(self.keep(m, MunicipalityKeys::new(key)))
    }

    /// Makes the key of a new municipality, with what to store of it. It is kept only once it is stored.
    pub(crate) fn generate(&self, m: &MunicipalityId) -> Result<(MunicipalityKeys, Vec<u8>), Fault> {
        let key = MunicipalityKey::generate()?;
        let wrapped = key.wrap(&self.installation, m.as_str())?;
        Ok((MunicipalityKeys::new(key), wrapped))
    }

    fn keep(&self, m: &MunicipalityId, keys: MunicipalityKeys) -> Arc<MunicipalityKeys> {
        let keys = Arc::new(keys);
        let mut opened = self.opened.write().unwrap_or_else(PoisonError::into_inner);
        opened.insert(m.clone(), Arc::clone(&keys));
        keys
    }
}
