// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Ports: what the domain needs from the outside world. Storage, the clock and the like implement them; the app wires them.

mod lines;
mod mailbox;
mod register;
mod store;
mod table;
mod verified;

use std::{future::Future, pin::Pin, sync::Arc};

pub use self::{
    lines::*,
    mailbox::*,
    register::{NoRegisters, Question, Registers},
    store::*,
    table::{Sheet, SheetCell, SheetKind, Table, TableProblem, TableRow, Tables},
    verified::Verified,
};
use crate::{
    configuration::Configuration,
    id::{Minter, MunicipalityId, ReportId, SignalId, Timestamp},
    outgoing::{Attempt, Outgoing},
    paper::Document,
    report::Scan,
};

/// Work that gives its answer later. Written out, so that ports can be trait objects without a macro crate.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
}

/// Passwords, tokens and second factors: what the vault does, without its keys.
pub trait Secrets: Send + Sync {
    /// Hashes a password; slow on purpose.
    fn hash_password(&self, password: String) -> Later<'_, Result<String, SecretsFailed>>;
    /// Whether a password is right. With no hash it takes as long and is wrong.
    fn check_password(&self, password: String, hash: Option<String>) -> Later<'_, bool>;
    /// A new token that can't be guessed, and its hash.
    fn new_token(&self) -> Result<(String, [u8; 32]), SecretsFailed>;
    /// The hash of a token.
    fn hash_token(&self, token: &str) -> [u8; 32];
    /// A new secret for a second factor.
    fn new_second_factor(&self) -> Result<Vec<u8>, SecretsFailed>;
    /// The address that an authenticator app reads from a QR code, and the secret in letters.
    fn second_factor_uri(&self, secret: &[u8], login: &str, municipality: &str) -> (String, String);
    /// The time step of a code that is right and was not used before.
    fn check_second_factor(&self, secret: &[u8], code: &str, now: Timestamp, last_step: u64) -> Option<u64>;
}

/// Sends a mail. Every fault is an answer: who sends decides nothing about trying again.
pub trait Mailer: Send + Sync {
    /// One attempt.
    fn send<'a>(&'a self, mail: &'a Outgoing) -> Later<'a, Attempt>;
}

/// The operating system gave no randomness, or hashing failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the system could not make a secret")]
pub struct SecretsFailed;

/// Full-text search in memory.
pub trait Search: Send + Sync {
    /// Signals and reports that hold all the words, best first.
    fn find(&self, municipality: &MunicipalityId, words: &str, limit: usize) -> Result<Found, SearchFailed>;
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Hits, best first.
    pub hits: Vec<Hit>,
    /// Whether the index is still being filled, so that something may be missing.
    pub filling: bool,
}

/// A hit of a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// A signal.
    Signal(SignalId),
    /// A report.
    Report(ReportId),
}

/// The index did not answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the search index did not answer")]
pub struct SearchFailed;

/// Configurations in force.
pub trait Configurations: Send + Sync {
    /// The municipalities of this installation: identifier and name, by name.
    fn municipalities(&self) -> Vec<(MunicipalityId, String)>;
    /// The configuration of a municipality.
    fn of(&self, municipality: &MunicipalityId) -> Option<Arc<Configuration>>;
    /// The address from which the program sends mail of a municipality; none where people send it by hand.
    fn mail_from(&self, municipality: &MunicipalityId) -> Option<String>;
}

/// Looks at files of strangers.
pub trait Inspector: Send + Sync {
    /// Whether there is a virus scanner: without one no file needs to be offered again.
    fn has_scanner(&self) -> bool;
    /// What the virus scanner says of a file.
    fn scan<'a>(&'a self, bytes: &'a [u8], now: Timestamp) -> Later<'a, Scan>;
    /// A copy without metadata, or the reason why there is none, as a name in the keys of the screens' texts. Of the sender's name only an
    /// ending that is usual for what the file is counts.
    fn copy<'a>(&'a self, name: &'a str, bytes: &'a [u8]) -> Later<'a, Result<Copied, String>>;
}

/// A copy without metadata.
pub struct Copied {
    /// The ending of its name, by its content.
    pub ending: String,
    /// Its type.
    pub media_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Prints documents.
pub trait Press: Send + Sync {
    /// Prints a document as tagged PDF. It takes a processor for a moment: not on a thread that serves.
    fn print(&self, document: Document) -> Later<'_, Result<Vec<u8>, PressFailed>>;

    /// Writes a document as an OpenDocument text, for who wants to change something in it.
    fn to_edit(&self, document: &Document) -> Result<Vec<u8>, PressFailed>;
}

/// Nothing was printed. Says nothing of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the document could not be printed")]
pub struct PressFailed;

/// Everything from outside that use cases work with.
#[derive(Clone)]
pub struct Services {
    /// The database.
    pub store: Arc<dyn Store>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// New identifiers.
    pub minter: Arc<dyn Minter>,
    /// Passwords and tokens.
    pub secrets: Arc<dyn Secrets>,
    /// Full-text search.
    pub search: Arc<dyn Search>,
    /// Tables in files.
    pub tables: Arc<dyn Tables>,
    /// Configurations in force.
    pub configurations: Arc<dyn Configurations>,
    /// Virus scanner, and copies without metadata.
    pub inspector: Arc<dyn Inspector>,
    /// Registers and other sources.
    pub registers: Arc<dyn Registers>,
    /// Paper.
    pub press: Arc<dyn Press>,
}

impl std::fmt::Debug for Services {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Services")
    }
}
