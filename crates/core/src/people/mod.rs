// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! People with an account, and their sessions.

use serde::{Deserialize, Serialize};

use crate::{
    calendar::dutch_date,
    configuration::text::Language,
    id::{MunicipalityId, PartnerId, PersonId, Timestamp},
    policy::role::{Actor, Grant},
};

/// Somebody with an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Identifier.
    pub id: PersonId,
    /// The municipality whose people they are.
    pub municipality: MunicipalityId,
    /// Name for logging in, in lower case.
    pub login: String,
    /// Name as people know it.
    pub name: String,
    /// Mail address, for notices without content; empty where none is known.
    #[serde(default)]
    pub mail: String,
    /// Roles, with their dates.
    pub grants: Vec<Grant>,
    /// How the account stands.
    pub access: Access,
    /// Language of the screens.
    pub language: Language,
    /// Hash of the token in the secret address of the calendar of their meetings; none where they have none.
    #[serde(default)]
    pub feed: Option<Vec<u8>>,
}

/// How an account stands.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "access", rename_all = "kebab-case")]
pub enum Access {
    /// Invited: the person chooses a password and sets up the second factor with a link that works once.
    Invited {
        /// Hash of the token in the link.
        token_hash: Vec<u8>,
        /// Until when the link works.
        until: Timestamp,
    },
    /// In use.
    Active {
        /// Password hash (PHC string).
        password: String,
        /// The second factor; none only in the demo.
        second_factor: Option<SecondFactor>,
    },
    /// Closed by an administrator.
    Disabled,
}

impl std::fmt::Debug for Access {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Invited { .. } => "Invited",
            Self::Active { .. } => "Active",
            Self::Disabled => "Disabled",
        })
    }
}

/// The second factor (TOTP, RFC 6238).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondFactor {
    /// The shared secret.
    pub secret: Vec<u8>,
    /// The last time step that was used; a code works once.
    pub last_step: u64,
}

impl std::fmt::Debug for SecondFactor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SecondFactor")
    }
}

/// Somebody who is logged in. Only the hash of the token is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// SHA-256 of the token in the cookie.
    pub token_hash: [u8; 32],
    /// Who.
    pub person: PersonId,
    /// Of which municipality.
    pub municipality: MunicipalityId,
    /// When the session was opened.
    pub opened_at: Timestamp,
    /// When it was last used.
    pub used_at: Timestamp,
    /// Hash that the forms' tokens are checked against.
    pub csrf_hash: [u8; 32],
}

impl Session {
    /// After this many minutes without use a session ends (ASVS 7.3.1).
    pub const IDLE_MINUTES: i64 = 30;
    /// After this many hours a session ends in any case (ASVS 7.3.2).
    pub const LONGEST_HOURS: i64 = 10;

    /// Whether the session still counts.
    pub fn is_live(&self, now: Timestamp) -> bool {
        now - self.used_at < chrono::TimeDelta::minutes(Self::IDLE_MINUTES)
            && now - self.opened_at < chrono::TimeDelta::hours(Self::LONGEST_HOURS)
    }
}

impl Person {
    /// The person as actor, with the roles that they hold today.
    pub fn actor(&self, now: Timestamp, origin: &str) -> Actor {
        let today = dutch_date(now);
        Actor {
            person: Some(self.id),
            name: self.name.clone(),
            municipality: self.municipality.clone(),
            today,
            grants: self
                .grants
                .iter()
                .filter(|grant| grant.holds_on(today))
                .cloned()
                .collect(),
            origin: origin.to_owned(),
            call: None,
        }
    }

    /// Whether the person can log in and acts for this partner today.
    pub fn acts_for(&self, partner: &PartnerId, now: Timestamp) -> bool {
        self.is_active() && self.actor(now, "").partners().any(|own| own == partner)
    }

    /// Whether the person can log in.
    pub fn is_active(&self) -> bool {
        matches!(self.access, Access::Active { .. })
    }
}
