// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Partners in the chain and departments of the municipality: those to whom a signal can be handed over.

use serde::{Deserialize, Serialize};

use super::text::Text;
use crate::{
    calendar::Period,
    id::{DepartmentId, InspectionKindId, PartnerId},
};

/// A partner in the chain (ketenpartner).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Partner {
    /// Short name.
    pub id: PartnerId,
    /// Name on screens.
    pub name: String,
    /// What kind of organisation it is.
    pub kind: PartnerKind,
    /// Within how long an answer to a hand-over is expected.
    pub answer_within: Option<Period>,
    /// Domains of mail addresses that belong to it, for recognising the kind of reporter. Never gives rights.
    #[serde(default)]
    pub mail_domains: Vec<String>,
}

/// What kind of organisation a partner is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum PartnerKind {
    Police,
    Prosecution,
    Riec,
    Care,
    LabourInspectorate,
    Municipality,
    Other,
}

/// A department of the municipality that can take a signal over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Department {
    /// Short name.
    pub id: DepartmentId,
    /// Name on screens.
    pub name: Text,
}

/// A kind of inspection (soort controle), such as of restaurants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InspectionKind {
    /// Short name.
    pub id: InspectionKindId,
    /// Name on screens.
    pub name: Text,
    /// On which power it usually rests, as a reminder at the table.
    pub power: Text,
}
