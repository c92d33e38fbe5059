// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What can be wrong with a mailbox. What the server says is left out: it may name persons.

use std::{io, time::Duration};

/// A mailbox could not do what was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailboxError {
    /// No connection, or it broke.
    #[error("there is no connection to the mailbox ({0})")]
    Unreachable(io::ErrorKind),
    /// Nobody answered in time.
    #[error("the mailbox did not answer in time")]
    TimedOut,
    /// Its certificate is not trusted.
    #[error("the certificate of the mail server is not trusted")]
    Certificate,
    /// User, password or secret are not accepted.
    #[error("the mail server refuses to log in with these settings")]
    LogIn,
    /// A folder is not there, or may not be used.
    #[error("the folder {0} can't be opened")]
    Folder(String),
    /// The server can't do something that is needed.
    #[error("the mail server does not offer {0}")]
    Lacks(&'static str),
    /// The server says to come back later.
    #[error("the mail server says to come back in {} seconds", .0.as_secs())]
    Later(Duration),
    /// The server refused.
    #[error("the mail server refused what was asked")]
    Refused,
    /// The server told of a message, but not all that it was asked.
    #[error("the mail server tells only a part of a message")]
    Incomplete,
    /// An answer that is not as the protocol says.
    #[error("the answer of the mail server is not understood")]
    Answer,
    /// The settings can't work.
    #[error("{0}")]
    Settings(String),
}

impl MailboxError {
    /// Whether it is about the message that was asked for: with others the mailbox can go on.
    pub fn is_of_the_message(&self) -> bool {
        matches!(self, Self::Refused | Self::Incomplete)
    }
}

impl From<io::Error> for MailboxError {
    fn from(error: io::Error) -> Self {
        // rustls hides behind an I/O error.
        let tls = error
            .get_ref()
            .and_then(|inner| inner.downcast_ref::<rustls::Error>());
        match (tls, error.kind()) {
            (Some(rustls::Error::InvalidCertificate(_)), _) => Self::Certificate,
            (_, io::ErrorKind::TimedOut) => Self::TimedOut,
            (_, kind) => Self::Unreachable(kind),
        }
    }
}
