// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The hash chain of the journal: each entry's hash covers the one before, so a changed, removed, inserted or
//! reordered entry shows.
//!
//! The hash covers ciphertext and clear fields, never sealed content, so it may be printed and published, and the chain
//! still holds after the key of the content was destroyed.

use crate::cipher::framed;
use sha2::{Digest as _, Sha256};

/// What the hash of a journal entry covers: everything that is stored of it.
#[derive(Debug, Clone, Copy)]
pub struct EntryForHash<'a> {
    /// The municipality whose journal this is.
    pub municipality: &'a str,
    /// Place in this municipality's journal, from 1 without gaps.
    pub seq: u64,
    /// The entry's own identifier.
    pub id: [u8; 16],
    /// When, in microseconds since 1970 (UTC): what both databases store exactly.
    pub at_micros: i64,
    /// Columns stored in the clear, as (name, bytes), always in the same order.
    pub clear: &'a [(&'a str, &'a [u8])],
    /// The sealed body as stored; empty when there is none.
    pub sealed: &'a [u8],
}

/// The hash that stands before a municipality's first entry.
pub fn genesis(municipality: &str) -> [u8; 32] {
    Sha256::digest(framed(&[b"meldroute journal genesis 1", municipality.as_bytes()])).into()
}

/// The hash of an entry that follows the entry with hash `prev` (or [`genesis`]).
pub fn link(prev: &[u8; 32], entry: &EntryForHash<'_>) -> [u8; 32] {
    let (seq, at) = (entry.seq.to_be_bytes(), entry.at_micros.to_be_bytes());
    let clear: Vec<&[u8]> = entry
        .clear
        .iter()
        .flat_map(|(name, value)| [name.as_bytes(), value])
        .collect();
    Sha256::digest(framed(&[
        b"meldroute journal entry 1",
        prev,
        entry.municipality.as_bytes(),
        &seq,
        &entry.id,
        &at,
        &framed(&clear),
        entry.sealed,
    ]))
    .into()
}
