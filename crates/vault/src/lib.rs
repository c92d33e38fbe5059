// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Keys, sealing, keyed look-ups, the journal's hash chain, passwords, tokens and second factors.
//!
//! This crate is small on purpose, so that it can be audited alone: it knows no domain and does no input or output
//! beyond one key file. How the keys hang together:
//!
//! ```text
//! InstallationKey   a file of mode 0600, or the output of a command
//! ├─ BackupKey        derived; seals backups                           (stream)
//! └─ MunicipalityKey  random, stored wrapped; one for each municipality
//!    ├─ LookupKey       derived; finds equal values without reading them (lookup)
//!    ├─ ContentKey      derived; seals what belongs to no single signal   (seal)
//!    └─ ContentKey      random, stored wrapped; one for each signal, report and reporter (seal)
//! ```
//!
//! Destroying a stored wrapped [`key::ContentKey`] makes everything that was sealed with it unreadable.

mod cipher;
mod hex;

pub mod chain;
pub mod hash;
pub mod key;
pub mod keyfile;
pub mod lookup;
pub mod password;
pub mod random;
pub mod seal;
pub mod stream;
pub mod token;
pub mod totp;

pub use cipher::{OpenError, SealError};
