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
