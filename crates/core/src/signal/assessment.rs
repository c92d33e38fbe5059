// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What was seen, apart from what we think it is.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::id::{FormId, IndicatorId, PersonId, ReportId, Timestamp};

/// What was seen (waarneming).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observation {
    /// What, in plain words.
    pub text: String,
    /// When it was seen, in the words of who saw it.
    pub observed: String,
    /// Who saw it, such as "wijkhandhaver"; never the reporter's name.
    pub observer: String,
    /// Seen by themselves, or heard from somebody else.
    pub first_hand: bool,
    /// The report that it comes from.
    pub report: Option<ReportId>,
    /// When it was written down.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
}

/// What we think it is (duiding). A newer one does not overwrite an older one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// Forms of exploitation.
    pub forms: BTreeSet<FormId>,
    /// Indicators that were ticked.
    pub indicators: BTreeSet<IndicatorId>,
    /// Versions of the lists that they were ticked in.
    pub list_versions: BTreeSet<String>,
    /// How quickly it must move.
    pub urgency: Urgency,
    /// Whether a minor is concerned.
    pub minor: Minor,
    /// Whether it is about a person or a location.
    pub about: About,
    /// How much the source can be trusted.
    pub source_grade: SourceGrade,
    /// How sure the information is.
    pub information_grade: InformationGrade,
    /// Where it happens.
    pub place: String,
    /// What we think, and why.
    pub explanation: String,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
}

macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every choice, in the order of the screen.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in forms, configuration and the keys of the screens' texts.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }
    )+};
}
pub(crate) use choices;

choices! {
    /// Whether a minor is concerned.
    #[derive(Default)]
    Minor {
        /// Nobody knows.
        #[default]
        Unknown = "unknown",
        /// Yes. Coercion need not be shown, and Veilig Thuis is considered.
        Yes = "yes",
        /// No.
        No = "no",
    }
    /// Whether a signal is about a person or a location.
    #[derive(Default)]
    About {
        /// Not yet clear.
        #[default]
        Unclear = "unclear",
        /// A person.
        Person = "person",
        /// A location.
        Location = "location",
    }
    /// How quickly a signal must move.
    #[derive(Default)]
    Urgency {
        /// In the ordinary rhythm.
        #[default]
        Normal = "normal",
        /// Sooner than the ordinary rhythm.
        High = "high",
    }
    /// How much the source can be trusted; says something about the source only.
    #[derive(Default)]
    SourceGrade {
        /// Can't be said.
        #[default]
        Unknown = "unknown",
        /// Reliable.
        Reliable = "reliable",
        /// Mostly reliable.
        Mostly = "mostly",
        /// Not reliable.
        Unreliable = "unreliable",
    }
    /// How sure the information is; says nothing about the source.
    #[derive(Default)]
    InformationGrade {
        /// Can't be said.
        #[default]
        Unknown = "unknown",
        /// Seen by the source.
        Seen = "seen",
        /// Heard from somebody else and confirmed.
        Confirmed = "confirmed",
        /// Heard from somebody else.
        Hearsay = "hearsay",
    }
    /// What a subject is.
    #[derive(Default)]
    SubjectKind {
        /// An address.
        #[default]
        Address = "address",
        /// A company.
        Company = "company",
        /// A vehicle, by its plate.
        Vehicle = "vehicle",
        /// A telephone number.
        Phone = "phone",
        /// A website or an advertisement.
        Website = "website",
        /// A person, only where necessary.
        Person = "person",
    }
    /// The part that a person plays; can be both.
    #[derive(Default)]
    PersonPart {
        /// Not known or not a person.
        #[default]
        Unknown = "unknown",
        /// Possible victim.
        PossibleVictim = "possible-victim",
        /// Suspect.
        Suspect = "suspect",
        /// Possible victim and suspect.
        Both = "both",
        /// Somebody who is concerned in another way.
        Involved = "involved",
    }
}

/// What or whom a signal is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// What it is.
    pub kind: SubjectKind,
    /// The address, number, name or link.
    pub value: String,
    /// The part that a person plays.
    pub part: PersonPart,
    /// Why it stands here.
    pub reason: String,
    /// When it was written down.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
    /// Why it no longer counts, where it was struck out.
    pub struck: Option<String>,
}

/// A note of enrichment, made by hand; or what a data subject says to be right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What was found.
    pub text: String,
    /// Where, such as "BAG" or "vergunningen".
    pub source: String,
    /// Beside which part a data subject says this to be right, such as `observation-1`: see [`crate::claim::passage::of_signal`].
    #[serde(default)]
    pub beside: Option<String>,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: PersonId,
}
