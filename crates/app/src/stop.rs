// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Why a command ended without doing what was asked: sentences for the person at the command line, and the exit code.

use std::{fmt::Display, process::ExitCode};

use meldroute_core::{
    ports::{CommitError, ReadError},
    usecase::Failure,
};

/// A command that did not do what was asked.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Stop {
    code: u8,
    sentences: Vec<String>,
}

impl Stop {
    /// Refused, or found wrong: exit code 1.
    pub(crate) fn refused(sentence: impl Display) -> Self {
        Self {
            code: 1,
            sentences: vec![sentence.to_string()],
        }
    }

    /// Several things found wrong, each with its own sentence: exit code 1.
    pub(crate) fn found_wrong(sentences: impl IntoIterator<Item = impl Display>) -> Self {
        Self {
            code: 1,
            sentences: sentences
                .into_iter()
                .map(|sentence| sentence.to_string())
                .collect(),
        }
    }

    /// The command can't be carried out as it was written: exit code 2.
    pub(crate) fn wrong_call(sentence: impl Display) -> Self {
        Self {
            code: 2,
            sentences: vec![sentence.to_string()],
        }
    }

    /// The sentences, one a line.
    pub(crate) fn sentences(&self) -> &[String] {
        &self.sentences
    }

    /// The exit code.
    pub(crate) fn exit_code(&self) -> ExitCode {
        ExitCode::from(self.code)
    }
}

macro_rules! refused {
    ($($error:ty),+ $(,)?) => {$(
        impl From<$error> for Stop {
            fn from(error: $error) -> Self {
                Self::refused(error)
            }
        }
    )+};
}

refused!(
    Failure,
    ReadError,
    CommitError,
    meldroute_storage::OpenError,
    meldroute_storage::TransferError,
    meldroute_vault::keyfile::KeyFileError,
    std::io::Error,
);
