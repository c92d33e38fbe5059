// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Keyed hashes, by which equal values are found while the values themselves stay sealed.

use crate::cipher::{framed, mac_block};
use crate::key::LookupKey;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

/// HMAC-SHA256 of a value in its normal form. `kind` (`"phone"`, `"plate"`, `"address"`) keeps equal digits of
/// different kinds apart; equal values of two municipalities never match, as their keys differ.
pub fn lookup(key: &LookupKey, kind: &str, normalised: &str) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new((&*mac_block(key.0.bytes())).into());
    mac.update(&framed(&[kind.as_bytes(), normalised.as_bytes()]));
    mac.finalize().into_bytes().into()
}
