// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The journal: every change and every read, in order, chained by hash.

mod event;

pub use self::event::{Event, ListKind};
use std::collections::BTreeSet;

use crate::{
    id::{
        ClaimId, ConsultId, EntryId, FileId, MeetingId, MunicipalityId, PersonId, ReportId, SignalId,
        Timestamp,
    },
    policy::{Decision, role::Actor},
    processing::DataSubject,
};

/// What an entry of the journal is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// The municipality as a whole.
    Municipality,
    /// A report.
    Report(ReportId),
    /// A signal.
    Signal(SignalId),
    /// A meeting.
    Meeting(MeetingId),
    /// A person with an account.
    Person(PersonId),
    /// A question to the contact officer.
    Consult(ConsultId),
    /// A request of a data subject.
    Claim(ClaimId),
    /// A message that could not be read.
    Quarantined(FileId),
}

impl About {
    /// The kind, as it is stored.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::Report(_) => "report",
            Self::Signal(_) => "signal",
            Self::Meeting(_) => "meeting",
            Self::Person(_) => "person",
            Self::Consult(_) => "consult",
            Self::Claim(_) => "claim",
            Self::Quarantined(_) => "quarantined",
        }
    }

    /// The identifier, as it is stored; none for the municipality as a whole.
    pub fn id(&self) -> Option<uuid::Uuid> {
        match self {
            Self::Municipality => None,
            Self::Report(id) => Some(id.0),
            Self::Signal(id) => Some(id.0),
            Self::Meeting(id) => Some(id.0),
            Self::Person(id) => Some(id.0),
            Self::Consult(id) => Some(id.0),
            Self::Claim(id) => Some(id.0),
            Self::Quarantined(id) => Some(id.0),
        }
    }
}

/// An entry that is to be written. The actor is copied as they were then; there is no reference to the account.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Identifier.
    pub id: EntryId,
    /// When.
    pub at: Timestamp,
    /// The municipality.
    pub municipality: MunicipalityId,
    /// Who.
    pub actor: Actor,
    /// About what.
    pub about: About,
    /// What happened. Sealed with the key of what it is about.
    pub event: Event,
    /// Whose data it was done with, as far as that is known.
    pub subjects: BTreeSet<DataSubject>,
    /// What policy decided about it, unless an entry before this one says so.
    pub decision: Option<Decision>,
    /// The processing that it is part of.
    pub trace_id: u128,
}

/// An entry as it is read back.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its place in the municipality's journal, from 1 without gaps.
    pub seq: u64,
    /// Identifier.
    pub id: EntryId,
    /// When.
    pub at: Timestamp,
    /// Who, by account; none for the program itself.
    pub person: Option<PersonId>,
    /// Kind and identifier of what it is about.
    pub about_kind: String,
    /// Identifier of what it is about.
    pub about_id: Option<uuid::Uuid>,
    /// Name of the event.
    pub action: String,
    /// What was sealed; none when the key has been destroyed.
    pub detail: Option<Detail>,
}

/// The sealed part of an entry.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Detail {
    /// Name of who acted, then.
    pub name: String,
    /// Roles that they held, then.
    pub roles: Vec<crate::policy::role::Role>,
    /// Where it came from.
    pub origin: String,
    /// What happened.
    pub event: Event,
    /// The processing that it was part of, in hexadecimal: the processing log bears the same mark.
    #[serde(default)]
    pub trace: String,
}

impl Entry {
    /// The sealed part.
    pub fn detail(&self) -> Detail {
        let mut roles: Vec<_> = self.actor.grants.iter().map(|grant| grant.role).collect();
        roles.sort_unstable();
        roles.dedup();
        Detail {
            name: self.actor.name.clone(),
            roles,
            origin: self.actor.origin.clone(),
            event: self.event.clone(),
            trace: format!("{:032x}", self.trace_id),
        }
    }
}
