// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The one cipher of Meldroute, XChaCha20-Poly1305, and the encoding of what a ciphertext is bound to.
//!
//! A box is `version ‖ nonce (24) ‖ ciphertext ‖ tag (16)`. Nonces are random: 24 bytes are enough to never meet twice.

use crate::random::{self, NoRandomness};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

const VERSION: u8 = 1;

/// Why something could not be sealed.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// No nonce could be drawn.
    #[error(transparent)]
    Randomness(#[from] NoRandomness),
    /// Longer than the cipher allows (256 GiB).
    #[error("the content is too long to seal")]
    TooLong,
}

/// Why something could not be opened. Says nothing about the content.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// Not a box of a version that this program knows.
    #[error("the sealed data has an unknown format")]
    Format,
    /// Another key, another place, or changed data: which of these can't be told.
    #[error("the sealed data was changed, or belongs to another key or place")]
    Refused,
}

/// Puts parts behind each other, each after its length, so that no two different lists give the same bytes.
pub(crate) fn framed(parts: &[&[u8]]) -> Vec<u8> {
    let mut out = Vec::with_capacity(parts.iter().map(|part| part.len() + 8).sum());
    for part in parts {
        out.extend((part.len() as u64).to_be_bytes());
        out.extend(*part);
    }
    out
}

/// A key as the block that HMAC (RFC 2104) makes of it: filled up with zeros. For keys of at most 64 bytes.
pub(crate) fn mac_block(key: &[u8]) -> Zeroizing<[u8; 64]> {
    let mut block = Zeroizing::new([0; 64]);
    for (slot, byte) in block.iter_mut().zip(key) {
        *slot = *byte;
    }
    block
}

/// Seals `msg` with a fresh nonce, bound to `context` (a list of parts, see [`framed`]).
pub(crate) fn seal(key: &[u8; 32], context: &[&[u8]], msg: &[u8]) -> Result<Vec<u8>, SealError> {
    let nonce: [u8; 24] = random::bytes()?;
    let aad = framed(context);
    let body = XChaCha20Poly1305::new(key.into())
        .encrypt(&XNonce::from(nonce), Payload { msg, aad: &aad })
        .or(Err(SealError::TooLong))?;
    let mut out = Vec::with_capacity(1 + nonce.len() + body.len());
    out.push(VERSION);
    out.extend(nonce);
    out.extend(body);
    Ok(out)
}

/// Opens what [`seal`] made with the same key and context.
pub(crate) fn open(key: &[u8; 32], context: &[&[u8]], sealed: &[u8]) -> Result<Vec<u8>, OpenError> {
    let Some((&VERSION, rest)) = sealed.split_first() else {
        return Err(OpenError::Format);
    };
    let Some((nonce, msg)) = rest.split_first_chunk::<24>() else {
        return Err(OpenError::Format);
    };
    let aad = framed(context);
    XChaCha20Poly1305::new(key.into())
        .decrypt(&XNonce::from(*nonce), Payload { msg, aad: &aad })
        .or(Err(OpenError::Refused))
}
