// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Random bytes of the operating system: the only source of randomness for keys, nonces and tokens.

/// The operating system gave no random bytes.
#[derive(Debug, thiserror::Error)]
#[error("the operating system gave no random bytes")]
pub struct NoRandomness;

/// Fills `out` with random bytes.
pub fn fill(out: &mut [u8]) -> Result<(), NoRandomness> {
    getrandom::fill(out).or(Err(NoRandomness))
}

/// `N` random bytes, for values that are not secret, such as identifiers and salts.
pub fn bytes<const N: usize>() -> Result<[u8; N], NoRandomness> {
    let mut out = [0; N];
    fill(&mut out)?;
    Ok(out)
}
