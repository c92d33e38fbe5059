// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Who the municipality is, and for whom its desk works.

use serde::{Deserialize, Serialize};

use super::text::Text;
use crate::{
    id::{AreaId, MunicipalityId},
    link::FactKind,
};

/// The municipality that runs this route.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Municipality {
    /// Short name in lower case, for commands and addresses of pages.
    pub id: MunicipalityId,
    /// Name as people write it.
    pub name: String,
    /// Two to four capitals before the numbers of signals, such as `HS`.
    pub prefix: String,
    /// Domains of the mail addresses of its own officials, for recognising the kind of reporter. Never gives rights.
    #[serde(default)]
    pub mail_domains: Vec<String>,
    /// Controllers in the sense of the AVG; college and burgemeester are two.
    #[serde(rename = "controller")]
    pub controllers: Vec<Controller>,
    /// The municipalities that this desk works for; its own where it is the only one.
    #[serde(rename = "area")]
    pub areas: Vec<Area>,
}

/// A controller (verwerkingsverantwoordelijke).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Controller {
    /// Short name.
    pub id: String,
    /// Name on screens.
    pub name: Text,
}

/// Another municipality on the same installation that may be asked whether a fact occurs there, too: yes or no. Only where its
/// configuration names this one for the same kind of fact, and where both sharing matrices allow it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Neighbour {
    /// Its short name.
    pub municipality: MunicipalityId,
    /// About what may be asked.
    pub facts: Vec<FactKind>,
    /// Configurations of before the sharing matrix wrote the legal ground here. The rule of the matrix counts.
    #[serde(default)]
    pub ground: Option<String>,
}

/// A municipality that the desk works for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// Short name.
    pub id: AreaId,
    /// Name on screens.
    pub name: String,
}

/// A ground on which a passage can be refused to a data subject, such as UAVG art. 41 lid 1 onder d.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefusalGround {
    /// Short name.
    pub id: String,
    /// What it protects, in words that go into the answer.
    pub name: Text,
    /// The article.
    pub law: String,
    /// Who confirmed that it may be used like this, and when; until then it says so.
    #[serde(default)]
    pub confirmed: Option<String>,
}
