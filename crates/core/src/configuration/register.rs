// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Registers and other sources that may be asked about a subject of a signal, each with its ground.
//!
//! What is legal content here is data of the municipality, to be confirmed by its FG or jurist; the program only holds people to it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::text::Text;
use crate::{enrichment::InquiryKind, id::RegisterId, policy::role::Role, sharing::rule::Ground};

/// A source that may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Register {
    /// Short name.
    pub id: RegisterId,
    /// Name on screens.
    pub name: Text,
    /// How it is asked.
    pub kind: RegisterKind,
    /// What may be asked.
    pub asks: BTreeSet<InquiryKind>,
    /// The fields that may be read, and no others (AVG art. 5 lid 1 onder c).
    pub fields: Vec<String>,
    /// On which ground, and where that was written down.
    pub ground: Ground,
    /// The role that decides on each question before it is asked; without it the route's own gate is enough.
    pub decided_by: Option<Role>,
    /// After how many days an answer is no longer shown, and is taken out.
    pub keep_days: u16,
}

/// How a source is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RegisterKind {
    /// PDOK Locatieserver `v3_1`: where an address is.
    Pdok,
    /// BAG individuele bevragingen v2: what a building is used for.
    Bag,
    /// Haal Centraal BRP Personen bevragen 2: who somebody is.
    Brp,
    /// Haal Centraal BRP Bewoning 2: who lives or lived at an address.
    Bewoning,
    /// KVK Zoeken v2 and Basisprofiel v1: what a company is.
    Kvk,
    /// A table of the municipality itself, as a CSV file: permits, WOZ, enforcement files, a Bibob pointer.
    Table,
    /// A service of the municipality itself that answers with JSON.
    Http,
}

impl RegisterKind {
    /// The name in configuration and in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pdok => "pdok",
            Self::Bag => "bag",
            Self::Brp => "brp",
            Self::Bewoning => "bewoning",
            Self::Kvk => "kvk",
            Self::Table => "table",
            Self::Http => "http",
        }
    }

    /// What a source of this kind can be asked.
    pub fn asks(self) -> &'static [InquiryKind] {
        use InquiryKind as I;
        match self {
            Self::Pdok => &[I::Place],
            Self::Bag => &[I::Address],
            Self::Brp => &[I::Citizen, I::Person, I::Address],
            Self::Bewoning => &[I::Residence],
            Self::Kvk => &[I::Company, I::CompanyName, I::Address],
            Self::Table | Self::Http => &[I::Address, I::Company, I::CompanyName, I::Words],
        }
    }

    /// The fields that a source of this kind can give; none where the municipality names them itself.
    pub fn fields(self) -> Option<&'static [&'static str]> {
        match self {
            Self::Pdok => Some(&["address", "postcode", "municipality", "address-id", "object-id"]),
            Self::Bag => Some(&[
                "address",
                "use",
                "surface",
                "status",
                "built",
                "object-id",
                "building-id",
            ]),
            Self::Brp => Some(&[
                "name",
                "birth-date",
                "age",
                "sex",
                "address",
                "municipality",
                "bsn",
                "secrecy",
                "suspended",
                "under-investigation",
            ]),
            Self::Bewoning => Some(&["period", "residents", "possible-residents", "count"]),
            Self::Kvk => Some(&[
                "name",
                "company-number",
                "branch-number",
                "kind",
                "address",
                "trade-names",
                "activities",
                "started",
                "ended",
                "staff",
                "legal-form",
            ]),
            Self::Table | Self::Http => None,
        }
    }
}
