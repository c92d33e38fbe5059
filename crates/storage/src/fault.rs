// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What can go wrong inside storage, and what the domain hears of it.

use meldroute_core::ports::{CommitError, ReadError};
use sea_orm::DbErr;

use crate::dialect;

/// What went wrong. Its texts never hold content.
#[derive(Debug)]
pub(crate) enum Fault {
    /// The database did not answer as it should.
    Database(DbErr),
    /// Something sealed could not be opened or made, or what was in it could not be read.
    Seal,
    /// There is no such municipality.
    NoMunicipality,
    /// A value in clear is none that this program writes.
    Value,
}

impl From<DbErr> for Fault {
    fn from(error: DbErr) -> Self {
        Self::Database(error)
    }
}

impl From<meldroute_vault::OpenError> for Fault {
    fn from(_: meldroute_vault::OpenError) -> Self {
        Self::Seal
    }
}

impl From<meldroute_vault::SealError> for Fault {
    fn from(_: meldroute_vault::SealError) -> Self {
        Self::Seal
    }
}

impl From<meldroute_vault::random::NoRandomness> for Fault {
    fn from(_: meldroute_vault::random::NoRandomness) -> Self {
        Self::Seal
    }
}

impl From<serde_json::Error> for Fault {
    fn from(_: serde_json::Error) -> Self {
        Self::Seal
    }
}

impl Fault {
    fn log(&self) {
        let (what, code) = match self {
            Self::Database(error) => ("the database refused or did not answer", dialect::code(error)),
            Self::Seal => ("a seal did not hold", String::new()),
            Self::NoMunicipality => ("there is no such municipality", String::new()),
            Self::Value => (
                "a column holds a value that this program does not write",
                String::new(),
            ),
        };
        tracing::error!(code, "{what}");
    }
}

impl From<Fault> for ReadError {
    fn from(fault: Fault) -> Self {
        fault.log();
        match fault {
            Fault::Seal => Self::Seal,
            Fault::Database(_) | Fault::NoMunicipality | Fault::Value => Self::Unavailable,
        }
    }
}

impl From<Fault> for CommitError {
    fn from(fault: Fault) -> Self {
        fault.log();
        Self::Unavailable
    }
}
