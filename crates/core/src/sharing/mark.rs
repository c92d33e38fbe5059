// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Marks on what is known of a signal: whose it is, under which law it came, and where it may go. Items are marked, never whole files.

use std::{collections::BTreeSet, fmt, str::FromStr};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Category, Need};
use crate::{
    id::{PartyId, PersonId, Timestamp},
    signal::assessment::choices,
};

choices! {
    /// The law under which data came in (regime).
    #[derive(Default)]
    Regime {
        /// The ordinary rules (AVG).
        #[default]
        Avg = "avg",
        /// Police data.
        Wpg = "wpg",
        /// Data of a cooperation such as the RIEC.
        Wgs = "wgs",
        /// Data of a Bibob investigation.
        Bibob = "bibob",
        /// Data of social support.
        Wmo = "wmo",
        /// Data of youth care.
        Jeugdwet = "jeugdwet",
    }
    /// Whether an item may go on to others, from mild to strict.
    #[derive(Default)]
    Onward {
        /// It may.
        #[default]
        Yes = "yes",
        /// Who gave it must be asked first.
        AskOriginator = "ask-originator",
        /// It never may.
        No = "no",
    }
}

impl Regime {
    /// What the law asks at least, whatever a person writes down.
    pub fn at_least(self) -> Onward {
        match self {
            Self::Avg => Onward::Yes,
            Self::Wpg | Self::Wgs | Self::Wmo | Self::Jeugdwet => Onward::AskOriginator,
            Self::Bibob => Onward::No,
        }
    }
}

/// Something that is known of a signal, by its place in its list. Lists only grow, so a place stays what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemRef {
    /// An observation.
    Observation(usize),
    /// An assessment.
    Assessment(usize),
    /// A subject.
    Subject(usize),
    /// A note of enrichment.
    Note(usize),
}

impl ItemRef {
    /// What it is, as in the keys of the screens' texts.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Observation(_) => "observation",
            Self::Assessment(_) => "assessment",
            Self::Subject(_) => "subject",
            Self::Note(_) => "note",
        }
    }

    /// Its place in its list.
    pub fn place(self) -> usize {
        match self {
            Self::Observation(place) | Self::Assessment(place) | Self::Subject(place) | Self::Note(place) => {
                place
            }
        }
    }
}

impl fmt::Display for ItemRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.kind(), self.place())
    }
}

/// A name that no item has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this names no item of a signal")]
pub struct UnknownItem;

impl FromStr for ItemRef {
    type Err = UnknownItem;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (kind, place) = text.rsplit_once('-').ok_or(UnknownItem)?;
        let place = place.parse().or(Err(UnknownItem))?;
        match kind {
            "observation" => Ok(Self::Observation(place)),
            "assessment" => Ok(Self::Assessment(place)),
            "subject" => Ok(Self::Subject(place)),
            "note" => Ok(Self::Note(place)),
            _ => Err(UnknownItem),
        }
    }
}

/// What somebody wrote down about an item. A newer mark stands beside an older one, and counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The item.
    pub item: ItemRef,
    /// Whom it came from; none for the municipality itself.
    pub originator: Option<PartyId>,
    /// Which controller it belongs to; none for the first one of the municipality.
    pub controller: Option<PartyId>,
    /// Under which law it came.
    pub regime: Regime,
    /// Whether it may go on.
    pub onward: Onward,
    /// Whether it may stand in minutes.
    pub minutes: bool,
    /// The last day on which it may be used.
    pub expires_on: Option<NaiveDate>,
    /// Kinds of data in it, beside what it is of itself.
    pub categories: BTreeSet<Category>,
    /// How that is known, such as "said by the team leader".
    pub reason: String,
    /// When it was marked.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
}

impl Mark {
    /// Whether it may go on: what was written down, and at least what the law asks.
    pub fn onward(&self) -> Onward {
        self.onward.max(self.regime.at_least())
    }

    /// What it asks before the item goes to somebody: nothing where that is who gave it.
    pub fn need(&self, to: &PartyId) -> Option<Need> {
        let asks = self.onward() == Onward::AskOriginator && self.originator.as_ref() != Some(to);
        asks.then_some(Need::OriginatorPermission)
    }

    /// Why it goes nowhere, where it does not.
    pub fn stop(&self, today: NaiveDate) -> Option<Stop> {
        if self.expires_on.is_some_and(|last| last < today) {
            Some(Stop::Expired)
        } else {
            (self.onward() == Onward::No).then_some(Stop::NeverOn)
        }
    }
}

/// Why an item goes nowhere, whatever the matrix says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Its last day has passed.
    Expired,
    /// It never goes on.
    NeverOn,
    /// The use of the signal is restricted on request of a data subject.
    Restricted,
    /// The person said no to their data going to others.
    ConsentRefused,
}

impl Stop {
    /// The name in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Expired => "expired",
            Self::NeverOn => "never-on",
            Self::Restricted => "restricted",
            Self::ConsentRefused => "consent-refused",
        }
    }
}
