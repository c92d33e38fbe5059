// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Random tokens for sessions, CSRF protection and invitations.
//!
//! The visitor holds the token, the database its hash: a stolen database opens no session.

use crate::hex;
use crate::random::{self, NoRandomness};
use secrecy::{ExposeSecret as _, SecretString};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

/// A secret of 256 random bits as 64 hexadecimal digits, safe in a cookie, a form or a URL.
#[derive(Debug, Clone)]
pub struct Token(SecretString);

impl Token {
    /// A new token.
    pub fn generate() -> Result<Self, NoRandomness> {
        let mut bytes = Zeroizing::new([0; 32]);
        random::fill(bytes.as_mut_slice())?;
        Ok(Self(SecretString::from(hex::encode(bytes.as_slice()))))
    }

    /// The text to give to its holder. Never log or store it: store [`hash`](Self::hash).
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// What to store.
    pub fn hash(&self) -> [u8; 32] {
        hash_token(self.expose())
    }
}

/// SHA-256 of a token's text, as [`Token::hash`] stored it. A plain hash is enough: nobody guesses 256 bits.
pub fn hash_token(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}

/// Compares in a time that does not depend on where the two differ.
pub fn same(left: &[u8], right: &[u8]) -> bool {
    left.ct_eq(right).into()
}
