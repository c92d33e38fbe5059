// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Legal hold (bewaarplicht): as long as it stands, nothing is proposed, approved or destroyed.

use serde::{Deserialize, Serialize};

use super::list::Subject;
use crate::id::{PersonId, Timestamp};

/// That something must stay, such as for a criminal case, an objection or a request of a data subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// Why.
    pub reason: String,
    /// Since when.
    pub at: Timestamp,
    /// Who set it.
    pub by: PersonId,
}

/// Something that is held, without why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// What.
    pub subject: Subject,
    /// Its number; empty for what has none.
    pub number: String,
    /// Since when.
    pub since: Timestamp,
}
