// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Passwords: argon2id with the parameters that OWASP advises (19 MiB, two passes, one lane).
//!
//! Each call costs tens of milliseconds and 19 MiB: call it from a thread for blocking work.

use crate::random::{self, NoRandomness};
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version};
use std::hint::black_box;

/// Why a password could not be hashed.
#[derive(Debug, thiserror::Error)]
pub enum PasswordError {
    /// No salt could be drawn.
    #[error(transparent)]
    Randomness(#[from] NoRandomness),
    /// Argon2 refuses it (longer than 4 GiB).
    #[error("this password can't be hashed")]
    Refused,
}

fn argon2() -> Result<Argon2<'static>, PasswordError> {
    let params = Params::new(19_456, 2, 1, None).or(Err(PasswordError::Refused))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// A PHC string (`$argon2id$v=19$m=19456,t=2,p=1$...`) with a salt of its own, to be stored.
pub fn hash(password: &str) -> Result<String, PasswordError> {
    let salt: [u8; 16] = random::bytes()?;
    let hashed = argon2()?
        .hash_password_with_salt(password.as_bytes(), &salt)
        .or(Err(PasswordError::Refused))?;
    Ok(hashed.to_string())
}

/// Whether this is the password of a stored PHC string, by the parameters in that string. False when the string is
/// no PHC string.
pub fn verify(password: &str, stored: &str) -> bool {
    let Ok(parsed) = PasswordHash::new(stored) else {
        return dummy_verify(password);
    };
    Argon2::default()
        .verify_password(password.as_bytes(), &parsed)
        .is_ok()
}

/// Always false, at the cost of [`verify`]: for an unknown account, so that the time of an answer does not tell which
/// accounts exist.
pub fn dummy_verify(password: &str) -> bool {
    let mut out = [0; 32];
    if let Ok(argon2) = argon2() {
        let _ = black_box(argon2.hash_password_into(password.as_bytes(), b"of nobody at all", &mut out));
    }
    black_box(out);
    false
}
