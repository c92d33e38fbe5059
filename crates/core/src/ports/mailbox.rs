// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! How the shared mailboxes, the outbox and the other workers are doing, for the people who depend on them.

use chrono::TimeDelta;

use crate::id::{MunicipalityId, Timestamp};

/// Tells how the shared mailboxes are doing.
pub trait Mailboxes: Send + Sync + std::fmt::Debug {
    /// The mailboxes of a municipality.
    fn of(&self, municipality: &MunicipalityId) -> Vec<MailboxHealth>;
    /// How the mail that goes out of a municipality is doing; none where people send it by hand.
    fn outbox(&self, _municipality: &MunicipalityId) -> Option<OutboxHealth> {
        None
    }
    /// The workers that ended since the program started, and when last. They were started again.
    fn stopped_workers(&self) -> Vec<(Worker, Timestamp)> {
        Vec::new()
    }
}

/// What the program does beside its pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Worker {
    /// Fills the search index.
    Search,
    /// Reads shared mailboxes.
    Mailbox,
    /// Sends mail.
    Outbox,
    /// Scans and copies files.
    Files,
    /// Proposes what is due, and destroys what was approved.
    Retention,
    /// Sends the processing log on, and keeps it no longer than its term.
    Processing,
}

impl Worker {
    /// Every worker.
    pub const ALL: [Self; 6] = [
        Self::Search,
        Self::Mailbox,
        Self::Outbox,
        Self::Files,
        Self::Retention,
        Self::Processing,
    ];

    /// The name in the log and in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Search => "search",
            Self::Mailbox => "mailbox",
            Self::Outbox => "outbox",
            Self::Files => "files",
            Self::Retention => "retention",
            Self::Processing => "processing",
        }
    }
}

/// How the mail that goes out is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OutboxHealth {
    /// When the mail server last took a mail, since the program started.
    pub sent_at: Option<Timestamp>,
    /// How many mails wait.
    pub waiting: usize,
    /// Since when nothing can be sent.
    pub failing: Option<Timestamp>,
}

impl OutboxHealth {
    /// Whether nothing could be sent for so long that those who release mail must know.
    pub fn is_stuck(&self, now: Timestamp) -> bool {
        self.failing
            .is_some_and(|since| now - since >= TimeDelta::hours(1))
    }
}

/// An installation that reads no mailboxes by itself.
#[derive(Clone, Copy, Debug)]
pub struct NoMailboxes;

impl Mailboxes for NoMailboxes {
    fn of(&self, _municipality: &MunicipalityId) -> Vec<MailboxHealth> {
        Vec::new()
    }
}

/// How a shared mailbox is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailboxHealth {
    /// Its name in the settings.
    pub name: String,
    /// Since when the program watches it.
    pub watched_since: Timestamp,
    /// When it was last read to its end.
    pub read_at: Option<Timestamp>,
    /// Since when it can't be read, and why.
    pub failing: Option<(Timestamp, MailboxTrouble)>,
    /// Since when some messages in it can't be taken in, and how many; the others come in.
    pub stuck: Option<(Timestamp, usize)>,
    /// Whether its server can delete one message and no other; else what was processed stays there.
    pub can_delete: bool,
}

/// Why a mailbox can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailboxTrouble {
    /// The server is not there, or broke off.
    Unreachable,
    /// Its certificate is not trusted.
    Certificate,
    /// It refuses to log in.
    LogIn,
    /// A folder can't be opened.
    Folder,
    /// It refuses or can't do something.
    Refused,
    /// The settings can't work.
    Settings,
    /// What came can't be stored here: the messages stay in the mailbox.
    Storage,
}

impl MailboxTrouble {
    /// The name in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::Certificate => "certificate",
            Self::LogIn => "log-in",
            Self::Folder => "folder",
            Self::Refused => "refused",
            Self::Settings => "settings",
            Self::Storage => "storage",
        }
    }
}

impl MailboxHealth {
    /// Whether nobody could read it for so long that those who wait for reports must know.
    pub fn is_silent(&self, now: Timestamp) -> bool {
        now - self.read_at.unwrap_or(self.watched_since) >= TimeDelta::hours(1)
    }

    /// Whether messages in it could not be taken in for so long that those who wait for reports must know.
    pub fn is_stuck(&self, now: Timestamp) -> bool {
        self.stuck
            .is_some_and(|(since, _)| now - since >= TimeDelta::hours(1))
    }
}
