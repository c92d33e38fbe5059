// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A shared mailbox that the program empties: [`open`] connects to one, and [`SharedMailbox`] is what can be done with it.
//!
//! The order that loses nothing is the caller's: fetch a message, store it durably, then [`SharedMailbox::mark_processed`].
//! Whatever fails in between leaves the message where it was, and it comes again. Nothing here ever sends or answers.

mod error;
mod folder;
mod graph;
mod http;
mod imap;
mod jmap;

use std::{pin::Pin, time::Duration};

use chrono::{DateTime, Utc};

pub use self::{
    error::MailboxError, folder::DropFolder, graph::GraphServer, imap::ImapServer, jmap::JmapServer,
};

/// What a mailbox answers, later.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = Result<T, MailboxError>> + Send + 'a>>;

/// How much of a message that is too large is fetched: enough to see who sent it and what it is about.
const BEGINNING: usize = 64 << 10;

/// A message that waits in the mailbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// By which the mailbox knows it, as long as the mailbox is open.
    pub key: String,
    /// What a person may read about where it came from; without content.
    pub label: String,
    /// Its size in bytes, where the mailbox tells so before fetching.
    pub size: Option<u64>,
}

/// A message, as far as it may be fetched.
#[derive(Clone, PartialEq, Eq)]
pub enum Fetched {
    /// All its bytes.
    Whole(Vec<u8>),
    /// It is larger than allowed: only its first bytes.
    Beginning(Vec<u8>),
}

/// An open mailbox. After an error that is not of one message ([`MailboxError::is_of_the_message`]) it is not to be used again, but
/// opened anew.
pub trait SharedMailbox: Send {
    /// From now on what is asked of the server is part of this processing, and says so (W3C Trace Context); without one each call is a
    /// processing of its own. A mailbox without HTTP has no place to say it.
    fn part_of(&mut self, _processing: Option<u128>) {}

    /// The messages that wait, oldest first. There may be more than are listed at once.
    fn list(&mut self, now: DateTime<Utc>) -> Later<'_, Vec<Listed>>;

    /// One message, at most so many bytes of it; none when it is not there any more.
    fn fetch<'a>(&'a mut self, message: &'a Listed, most: usize) -> Later<'a, Option<Fetched>>;

    /// Moves a message into the folder of what was processed.
    fn mark_processed<'a>(&'a mut self, message: &'a Listed, now: DateTime<Utc>) -> Later<'a, ()>;

    /// The messages in the folder of what was processed that came before a moment. Other programs and people may have put some of
    /// them there. They can be fetched and deleted until [`Self::list`] is asked again.
    fn processed(&mut self, before: DateTime<Utc>) -> Later<'_, Vec<Listed>>;

    /// Whether it can delete one message and no other.
    fn can_delete(&self) -> bool {
        true
    }

    /// Deletes for good a message of [`Self::processed`].
    fn delete<'a>(&'a mut self, message: &'a Listed) -> Later<'a, ()>;

    /// Waits until there may be something new, at most so long.
    fn wait(&mut self, at_most: Duration) -> Later<'_, ()>;
}

/// Where a mailbox is, and how to get in.
#[derive(Clone, Debug)]
pub enum Server {
    /// A mail server, by IMAP over TLS.
    Imap(ImapServer),
    /// A folder on this machine.
    Folder(DropFolder),
    /// Microsoft 365, by Microsoft Graph.
    Graph(GraphServer),
    /// A mail server, by JMAP.
    Jmap(JmapServer),
}

/// Opens a mailbox, and makes its folder of processed messages where there is none.
pub async fn open(server: &Server) -> Result<Box<dyn SharedMailbox>, MailboxError> {
    Ok(match server {
        Server::Imap(server) => Box::new(Box::pin(imap::open(server)).await?),
        Server::Folder(folder) => Box::new(folder::open(folder).await?),
        Server::Graph(server) => Box::new(graph::open(server).await?),
        Server::Jmap(server) => Box::new(jmap::open(server).await?),
    })
}
