// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Sealing content for its place in the database.

use crate::cipher::{self, OpenError, SealError};
use crate::key::ContentKey;

/// Where a sealed value lives. A value opens only at the place for which it was sealed, so nobody who can write to
/// the database can move one person's text to another person's row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'a> {
    /// The table.
    pub table: &'a str,
    /// The column.
    pub column: &'a str,
    /// The row's identifier (the bytes of its UUID).
    pub row: [u8; 16],
}

/// Seals `plaintext` for `place`. The result is 41 bytes longer: version, nonce and tag. Equal texts give different
/// results.
pub fn seal(key: &ContentKey, place: &Place<'_>, plaintext: &[u8]) -> Result<Vec<u8>, SealError> {
    let context: [&[u8]; 4] = [
        b"content",
        place.table.as_bytes(),
        place.column.as_bytes(),
        &place.row,
    ];
    cipher::seal(key.0.bytes(), &context, plaintext)
}

/// Opens what [`seal`] made with the same key for the same place.
pub fn open(key: &ContentKey, place: &Place<'_>, sealed: &[u8]) -> Result<Vec<u8>, OpenError> {
    let context: [&[u8]; 4] = [
        b"content",
        place.table.as_bytes(),
        place.column.as_bytes(),
        &place.row,
    ];
    cipher::open(key.0.bytes(), &context, sealed)
}
