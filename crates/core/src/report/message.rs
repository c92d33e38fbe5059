// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What the municipality and a reporter write to each other after the report. Released by a person; nothing is answered by itself.

use serde::{Deserialize, Serialize};

use super::{Report, ReportRefusal};
use crate::id::{MessageId, PartnerId, PersonId, Timestamp};

/// A message, and what is written by the public form, is at most this many characters long.
pub const LONGEST_MESSAGE: usize = 10_000;

/// The text of a report and of an act is at most this many characters long.
pub const LONGEST_TEXT: usize = 20_000;

/// One line, such as a subject, a name or a place, is at most this many characters long.
pub const LONGEST_LINE: usize = 300;

/// Of texts with their names and limits, the names of those that are too long.
pub(crate) fn too_long(texts: &[(&'static str, &str, usize)]) -> Vec<&'static str> {
    let long = texts
        .iter()
        .filter(|(_, text, most)| text.chars().count() > *most);
    long.map(|(name, _, _)| *name).collect()
}

/// So many messages of a reporter may wait to be read; more are refused until somebody has read them.
pub const MOST_UNREAD: usize = 20;

/// One message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Identifier.
    pub id: MessageId,
    /// When it was written.
    pub at: Timestamp,
    /// What it is.
    pub kind: MessageKind,
}

/// What a message is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum MessageKind {
    /// A question of the municipality.
    Question {
        /// Who asked.
        by: PersonId,
        /// A partner that is asked instead of the reporter.
        partner: Option<PartnerId>,
        /// How it is put.
        way: Way,
        /// The question.
        text: String,
        /// What came of it.
        state: QuestionState,
    },
    /// Something that the reporter added.
    Addition {
        /// What they wrote.
        text: String,
        /// Who read it, and when; nobody yet where empty.
        seen: Option<Seen>,
    },
}

impl Message {
    /// What the reporter wrote: an addition or an answer.
    pub fn from_reporter(&self) -> Option<&str> {
        match &self.kind {
            MessageKind::Addition { text, .. }
            | MessageKind::Question {
                state: QuestionState::Answered { text, .. },
                ..
            } => Some(text),
            MessageKind::Question { .. } => None,
        }
    }
}

/// How a question is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "way", rename_all = "kebab-case")]
pub enum Way {
    /// The reporter reads it with a code of words, or with an account.
    Online,
    /// By mail, with a link that works once.
    Link {
        /// Until when.
        until: Timestamp,
    },
}

/// What came of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum QuestionState {
    /// It waits for an answer.
    Open,
    /// It was answered.
    Answered {
        /// The answer.
        text: String,
        /// When.
        at: Timestamp,
        /// Who read the answer, and when; nobody yet where empty.
        seen: Option<Seen>,
    },
    /// It was taken back.
    Withdrawn {
        /// When.
        at: Timestamp,
        /// By whom.
        by: PersonId,
    },
}

/// Somebody read what the reporter wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: PersonId,
}

impl Message {
    /// When the reporter wrote something in it that nobody has read yet.
    pub fn unread_since(&self) -> Option<Timestamp> {
        match &self.kind {
            MessageKind::Addition { seen: None, .. } => Some(self.at),
            MessageKind::Question {
                state: QuestionState::Answered { at, seen: None, .. },
                ..
            } => Some(*at),
            MessageKind::Addition { .. } | MessageKind::Question { .. } => None,
        }
    }
}

impl Report {
    /// The partners that were asked something here, with an account, as long as the question was not taken back. One that was asked
    /// twice comes twice.
    pub fn asked_partners(&self) -> impl Iterator<Item = &PartnerId> {
        self.messages.iter().filter_map(|message| match &message.kind {
            MessageKind::Question {
                partner: Some(partner),
                way: Way::Online,
                state: QuestionState::Open | QuestionState::Answered { .. },
                ..
            } => Some(partner),
            MessageKind::Question { .. } | MessageKind::Addition { .. } => None,
        })
    }

    /// What waits for the answer of a partner with an account: which partner, and since when.
    pub fn waits_for_partner(&self) -> impl Iterator<Item = (&PartnerId, Timestamp)> {
        self.messages.iter().filter_map(|message| match &message.kind {
            MessageKind::Question {
                partner: Some(partner),
                way: Way::Online,
                state: QuestionState::Open,
                ..
            } => Some((partner, message.at)),
            MessageKind::Question { .. } | MessageKind::Addition { .. } => None,
        })
    }

    /// When the reporter wrote what nobody has read yet.
    pub fn unread(&self) -> impl Iterator<Item = Timestamp> {
        self.messages.iter().filter_map(Message::unread_since)
    }

    /// The partner to which a question was put instead of to the reporter.
    pub(crate) fn asked_of(&self, id: MessageId) -> Option<&PartnerId> {
        let message = self.messages.iter().find(|message| message.id == id)?;
        match &message.kind {
            MessageKind::Question { partner, .. } => partner.as_ref(),
            MessageKind::Addition { .. } => None,
        }
    }

    /// What came of a question.
    pub(crate) fn question(&mut self, id: MessageId) -> Option<&mut QuestionState> {
        let message = self.messages.iter_mut().find(|message| message.id == id)?;
        match &mut message.kind {
            MessageKind::Question { state, .. } => Some(state),
            MessageKind::Addition { .. } => None,
        }
    }

    /// What came of a question, as long as that is nothing.
    pub(crate) fn open_question(&mut self, id: MessageId) -> Result<&mut QuestionState, ReportRefusal> {
        self.question(id)
            .filter(|state| **state == QuestionState::Open)
            .ok_or(ReportRefusal::QuestionNotOpen)
    }
}
