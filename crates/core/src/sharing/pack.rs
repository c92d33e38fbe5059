// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The minimised pack (deelpakket): chosen items without source and reporter, with the marks that they keep, released by a person.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    Category,
    mark::{ItemRef, Onward, Regime},
    terms::Conditions,
};
use crate::id::{MeetingId, PackId, PartyId, PersonId, RuleId, Timestamp};

/// What leaves the house.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    /// Identifier.
    pub id: PackId,
    /// To whom.
    pub to: PartyId,
    /// What.
    pub items: Vec<PackItem>,
    /// What was filled in.
    pub conditions: Conditions,
    /// Who released it.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// The last day on which it may be used.
    pub expires_on: NaiveDate,
    /// Where the journal stood: who has the pack can show that the journal was not rewritten since.
    pub head: Option<Head>,
    /// That it was taken back.
    pub withdrawn: Option<Withdrawn>,
    /// The sitting to which it was brought: its receiver reads it there, at the table, and nowhere else.
    #[serde(default)]
    pub meeting: Option<MeetingId>,
}

/// One item of a pack, as it was when it was released.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackItem {
    /// Which item of the signal.
    pub item: ItemRef,
    /// Its text.
    pub text: String,
    /// Which kinds of data are in it.
    pub categories: BTreeSet<Category>,
    /// In whose name it was shared.
    pub from: PartyId,
    /// Under which law it came.
    pub regime: Regime,
    /// Whether the receiver may let it go on.
    pub onward: Onward,
    /// Whether it may stand in minutes.
    pub minutes: bool,
    /// The rules that allowed it.
    pub rules: Vec<RuleId>,
    /// Their grounds as they stood then, each with its source and date.
    pub grounds: Vec<PackGround>,
}

/// A ground as it stood when a pack was released.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PackGround {
    /// What it says.
    pub text: String,
    /// Where it stands.
    pub source: String,
    /// The day as of which the law was read.
    pub date: NaiveDate,
    /// Who confirmed it; none: "te bevestigen door FG/jurist".
    pub confirmed_by: Option<String>,
}

/// The end of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The number of its last entry.
    pub entry: u64,
    /// The hash of it, in hexadecimal.
    pub hash: String,
}

/// That a pack was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawn {
    /// Why.
    pub reason: String,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
}

/// What a person releases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// To whom.
    pub to: PartyId,
    /// What.
    pub items: BTreeSet<ItemRef>,
    /// What was filled in.
    pub conditions: Conditions,
    /// The last day on which it may be used.
    pub expires_on: NaiveDate,
    /// Where the journal stands; the use case says so.
    pub head: Option<Head>,
    /// The sitting to which it is brought.
    pub meeting: Option<MeetingId>,
}

/// Whether a pack may still be given out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackState {
    /// It may.
    Open,
    /// Its last day has passed.
    Expired,
    /// It was taken back.
    Withdrawn,
}

impl PackState {
    /// The name in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Expired => "expired",
            Self::Withdrawn => "withdrawn",
        }
    }
}

impl Pack {
    /// Whether it may still be given out on a day.
    pub fn state(&self, today: NaiveDate) -> PackState {
        if self.withdrawn.is_some() {
            PackState::Withdrawn
        } else if self.expires_on < today {
            PackState::Expired
        } else {
            PackState::Open
        }
    }
}
