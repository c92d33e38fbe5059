// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The register of processing activities (AVG art. 30; Logboek dataverwerkingen 1.0.0, 3.4.1): what the processing log points at.
//!
//! What stands in it is data of the municipality, to be confirmed by its FG or jurist. A change is a new version beside the old one:
//! what was logged under a version must keep its meaning.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::text::Text;
use crate::{id::ActivityId, processing::Activity, sharing::rule::Ground};

/// The register of a municipality.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProcessingRegister {
    /// The address of the register: those of its entries begin with it.
    pub uri: String,
    /// Where the FG can be reached.
    pub officer: String,
    /// For how many days lines of the log of decisions are kept; none in one that was loaded before it had a term: then they stay.
    pub keep_decisions_days: Option<u16>,
    /// Every version of every activity.
    pub entries: Vec<Processing>,
}

/// One version of an activity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Processing {
    /// Short name.
    pub id: ActivityId,
    /// Version, from 1.
    pub version: u32,
    /// The first day on which this version holds.
    pub valid_from: NaiveDate,
    /// Name on screens.
    pub name: Text,
    /// The activity that it is part of.
    #[serde(default)]
    pub parent: Option<ActivityId>,
    /// Who is responsible: a controller of the municipality.
    pub controller: String,
    /// What for.
    pub purpose: String,
    /// On which ground of AVG art. 6.
    pub basis: Basis,
    /// Why that ground holds, and where that was written down.
    pub ground: Ground,
    /// Whose data.
    pub subjects: Vec<String>,
    /// Which data.
    pub data: Vec<String>,
    /// Who gets them.
    pub recipients: Vec<String>,
    /// To which countries outside the European Union they go.
    pub transfers: String,
    /// How long the data are kept, and what ends it.
    pub retention: String,
    /// How they are secured.
    pub security: Vec<String>,
    /// Whether those concerned may be told of it only after somebody weighed that.
    pub confidential: bool,
    /// For how many days lines of the processing log about it are kept.
    pub keep_log_days: u16,
}

/// A ground of AVG art. 6 lid 1, as Logboek dataverwerkingen writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Basis {
    /// Consent.
    #[serde(rename = "6-1a")]
    Consent,
    /// A contract.
    #[serde(rename = "6-1b")]
    Contract,
    /// A legal obligation.
    #[serde(rename = "6-1c")]
    Obligation,
    /// Vital interests.
    #[serde(rename = "6-1d")]
    VitalInterests,
    /// A task in the public interest.
    #[serde(rename = "6-1e")]
    PublicTask,
    /// Legitimate interests.
    #[serde(rename = "6-1f")]
    LegitimateInterests,
}

impl Basis {
    /// As it is written in the register.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Consent => "6-1a",
            Self::Contract => "6-1b",
            Self::Obligation => "6-1c",
            Self::VitalInterests => "6-1d",
            Self::PublicTask => "6-1e",
            Self::LegitimateInterests => "6-1f",
        }
    }
}

impl ProcessingRegister {
    /// The version of an activity that holds on a day; the first one on days before it.
    pub fn version_on(&self, id: &ActivityId, day: NaiveDate) -> Option<&Processing> {
        let versions = || self.entries.iter().filter(|entry| entry.id == *id);
        versions()
            .filter(|entry| entry.valid_from <= day)
            .max_by_key(|entry| entry.version)
            .or_else(|| versions().min_by_key(|entry| entry.version))
    }

    /// The versions that hold on a day, one for each activity, in the order of the register.
    pub fn in_force_on(&self, day: NaiveDate) -> Vec<&Processing> {
        let holds = |entry: &&Processing| self.version_on(&entry.id, day) == Some(*entry);
        self.entries.iter().filter(holds).collect()
    }

    /// The address of an entry, with its version. It never gets another meaning.
    pub fn uri_of(&self, entry: &Processing) -> String {
        format!(
            "{}/{}/{}",
            self.uri.trim_end_matches('/'),
            entry.id,
            entry.version
        )
    }

    /// What the program does and the register does not name.
    pub fn missing(&self) -> Vec<Activity> {
        let named = |activity: &Activity| {
            let mut entries = self.entries.iter();
            entries.any(|entry| entry.id.as_str() == activity.as_str())
        };
        let all = Activity::ALL.iter().copied();
        all.filter(|activity| !named(activity)).collect()
    }
}
