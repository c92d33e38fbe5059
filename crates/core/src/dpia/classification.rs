// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What each column of the database holds, and how it is stored: `docs/data-classification.toml`, which a test holds against the
//! database.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The classification of this program's own database.
const OURS: &str = include_str!("../../../../docs/data-classification.toml");

/// All tables with their columns.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Classification {
    /// Columns by table.
    pub tables: BTreeMap<String, BTreeMap<String, Column>>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Column {
    /// How it is stored.
    pub class: Class,
}

/// How a column is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// Content under a key.
    Sealed,
    /// Finds equal values without reading them.
    KeyedHash,
    /// A key under a key.
    WrappedKey,
    /// A plain hash.
    Hash,
    /// A mark that says nothing by itself.
    Identifier,
    /// Clear, to list, to sort or to guard.
    ClearOperational,
    /// Clear, to count.
    ClearCount,
}

impl Classification {
    /// This program's own.
    pub fn ours() -> Result<Self, toml::de::Error> {
        Self::read(OURS)
    }

    /// From the text of the file.
    pub fn read(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// The columns of a class, by table.
    pub fn of(&self, class: Class) -> impl Iterator<Item = (&str, Vec<&str>)> {
        self.tables.iter().filter_map(move |(table, columns)| {
            let found = columns.iter().filter(|(_, column)| column.class == class);
            let names: Vec<&str> = found.map(|(name, _)| name.as_str()).collect();
            (!names.is_empty()).then_some((table.as_str(), names))
        })
    }
}
