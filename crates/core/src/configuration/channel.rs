// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Ways by which reports come in, and what happens with anonymous ones.

use serde::{Deserialize, Serialize};

use super::text::Text;
use crate::{id::ChannelId, policy::role::Role, report::ReporterKind};

/// A way by which reports come in (kanaal).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// Short name.
    pub id: ChannelId,
    /// Name on screens.
    pub name: Text,
    /// What kind of way it is.
    pub kind: ChannelKind,
    /// Kinds of reporters that can come by it.
    pub reporters: Vec<ReporterKind>,
    /// Roles that may bring a report in by this channel.
    pub used_by: Vec<Role>,
}

/// What kind of way a channel is. The program treats mail apart; the others are typed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum ChannelKind {
    Mail,
    Phone,
    Desk,
    WalkIn,
    InternalForm,
    Partner,
    ForwardedTip,
    PublicForm,
}

/// What happens with anonymous reports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "policy", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Anonymity {
    /// They are accepted.
    Accept,
    /// They are accepted, and the reporter is told what it costs.
    AcceptWithCost {
        /// What is said, such as "we can't tell you what we did with it".
        cost: Text,
    },
    /// They are not taken in; the reporter is sent elsewhere.
    Refer {
        /// Where to, such as Meld Misdaad Anoniem.
        to: Text,
    },
}

impl Channel {
    /// The title of a report by a form: the form, and the place where that is known. Nothing of what it says, for titles stand in lists
    /// that others see over somebody's shoulder.
    pub fn title(&self, place: &str) -> String {
        match place.trim() {
            "" => self.name.nl.clone(),
            place => format!("{}, {place}", self.name.nl),
        }
    }
}

/// How batches of forwarded anonymous tips are read (Meld Misdaad Anoniem).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tips {
    /// The channel that they become reports of; of kind `forwarded-tip`.
    pub channel: ChannelId,
    /// Which column of the file holds what.
    pub columns: TipColumns,
    /// A tip is kept when its topic holds one of these; capitals don't matter. All others are dropped and counted.
    pub topics: Vec<String>,
    /// Words that can give away who tipped, such as "mijn buurman". A person is warned where they stand in a text.
    #[serde(default)]
    pub telling: Vec<String>,
}

/// Names of the columns in the first row of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TipColumns {
    /// The tip's own number, by which it is known again.
    pub number: String,
    /// What it is about, in the words of the sender of the batch.
    pub topic: String,
    /// The text.
    pub text: String,
    /// Where.
    pub place: Option<String>,
    /// When it was seen or told.
    pub observed: Option<String>,
}
