// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Roles, and who holds which until when.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    calendar::dutch_date,
    id::{BodyId, MunicipalityId, PartnerId, PartyId, PersonId, Timestamp},
    processing::Call,
};

/// A role. One person can hold several; a role never grants more than its own compartment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Handles reports and signals at the meldpunt.
    Coordinator,
    /// Contact officer for human trafficking (aandachtsfunctionaris).
    ContactOfficer,
    /// Enriches signals from registers; does not see the reporter.
    Enricher,
    /// Privacy officer or FG: decides gates, sees who looked.
    PrivacyOfficer,
    /// Member of a body, valid on a date.
    BodyMember,
    /// Guest of a body, for named items only.
    Guest,
    /// Enforcement officer: own tasks and inspections only.
    EnforcementOfficer,
    /// Official (ambtenaar): reports by the internal form, asks advice, sees how their own reports stand.
    Official,
    /// Care coordinator: the care compartment only.
    CareCoordinator,
    /// Chain partner: own reports and what was handed over to them.
    ChainPartner,
    /// Board: aggregates only.
    Board,
    /// Administrator: people and configuration, no content.
    Administrator,
    /// Regional analyst: figures only.
    RegionalAnalyst,
    /// Archivist: approves what is destroyed; sees numbers, rules and dates, no content.
    Archivist,
    /// The program where it takes in mail and the public form; no person.
    Intake,
    /// The program where it sends mail that was released; no person.
    Sender,
    /// The program where it proposes what is due and destroys what was approved; no person.
    Disposer,
}

impl Role {
    /// The roles of the program itself. Nobody can be given one.
    pub const PROGRAM: [Self; 3] = [Self::Intake, Self::Sender, Self::Disposer];

    /// Every role that a person can have, in the order of the reference.
    pub const ALL: [Self; 14] = [
        Self::Coordinator,
        Self::ContactOfficer,
        Self::Enricher,
        Self::PrivacyOfficer,
        Self::BodyMember,
        Self::Guest,
        Self::EnforcementOfficer,
        Self::Official,
        Self::CareCoordinator,
        Self::ChainPartner,
        Self::Board,
        Self::Administrator,
        Self::RegionalAnalyst,
        Self::Archivist,
    ];

    /// The name in configuration, on the command line and in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Coordinator => "coordinator",
            Self::ContactOfficer => "contact-officer",
            Self::Enricher => "enricher",
            Self::PrivacyOfficer => "privacy-officer",
            Self::BodyMember => "body-member",
            Self::Guest => "guest",
            Self::EnforcementOfficer => "enforcement-officer",
            Self::Official => "official",
            Self::CareCoordinator => "care-coordinator",
            Self::ChainPartner => "chain-partner",
            Self::Board => "board",
            Self::Administrator => "administrator",
            Self::RegionalAnalyst => "regional-analyst",
            Self::Archivist => "archivist",
            Self::Intake => "intake",
            Self::Sender => "sender",
            Self::Disposer => "disposer",
        }
    }
}

impl std::str::FromStr for Role {
    type Err = UnknownRole;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|role| role.as_str() == text)
            .ok_or(UnknownRole)
    }
}

/// A name that no role has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "no role has this name; the roles are coordinator, contact-officer, enricher, privacy-officer, body-member, guest, enforcement-officer, official, care-coordinator, chain-partner, board, administrator, regional-analyst and archivist"
)]
pub struct UnknownRole;

/// A role that somebody holds, with its reach and its dates.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// The body, for a member or a guest.
    pub body: Option<BodyId>,
    /// The organisation, for a chain partner or for a member who sits for one.
    pub partner: Option<PartnerId>,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub until: Option<NaiveDate>,
}

impl Grant {
    /// A role without end.
    pub fn of(role: Role) -> Self {
        Self {
            role,
            body: None,
            partner: None,
            from: None,
            until: None,
        }
    }

    /// Whether the role is held on a day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// Who acts: somebody of one municipality, with the roles that they hold today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The person; none for the program itself, such as at the import of mail.
    pub person: Option<PersonId>,
    /// Name, copied into the journal: the journal must still say who it was when the account is gone.
    pub name: String,
    /// The municipality.
    pub municipality: MunicipalityId,
    /// Today, in the Netherlands: the day on which roles and invitations are looked at.
    pub today: NaiveDate,
    /// Roles that are held today.
    pub grants: Vec<Grant>,
    /// Where the act came from: an address of the network, or the command line.
    pub origin: String,
    /// The call that the act is part of; none where each act of the program is a processing of its own.
    #[serde(skip)]
    pub call: Option<Call>,
}

impl Actor {
    /// The program itself, in one of its roles, under a name for the journal.
    pub fn of_program(role: Role, name: &str, municipality: &MunicipalityId, now: Timestamp) -> Self {
        Self {
            person: None,
            name: name.to_owned(),
            municipality: municipality.clone(),
            today: dutch_date(now),
            grants: vec![Grant::of(role)],
            origin: name.to_owned(),
            call: None,
        }
    }

    /// Whether the actor holds a role today.
    pub fn has(&self, role: Role) -> bool {
        self.grants.iter().any(|grant| grant.role == role)
    }

    /// Whether the actor sits in a body today.
    pub fn sits_in(&self, body: &BodyId) -> bool {
        self.grants
            .iter()
            .any(|grant| grant.role == Role::BodyMember && grant.body.as_ref() == Some(body))
    }

    /// Whether the actor sits in a body today for the municipality itself.
    pub fn sits_for_us_in(&self, body: &BodyId) -> bool {
        self.grants.iter().any(|grant| {
            let member = grant.role == Role::BodyMember && grant.body.as_ref() == Some(body);
            member && grant.partner.is_none()
        })
    }

    /// Whether the actor sits in a body today for this partner.
    pub fn sits_for(&self, body: &BodyId, partner: &PartyId) -> bool {
        self.grants.iter().any(|grant| {
            let member = grant.role == Role::BodyMember && grant.body.as_ref() == Some(body);
            let own = grant.partner.as_ref();
            member && own.is_some_and(|own| own.as_str() == partner.as_str())
        })
    }

    /// The organisations for which the actor acts as chain partner.
    pub fn partners(&self) -> impl Iterator<Item = &PartnerId> {
        self.grants
            .iter()
            .filter(|grant| grant.role == Role::ChainPartner)
            .filter_map(|grant| grant.partner.as_ref())
    }
}
