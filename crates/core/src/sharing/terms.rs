// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What a person fills in before data leave, and what is kept of it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{
    Answer, Category, Need,
    matrix::{Matrix, Question, Ruling},
};
use crate::{
    id::{PartyId, RuleId},
    signal::assessment::Minor,
};

/// What a person filled in for each condition; empty where nothing was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conditions {
    /// Who agreed, and when.
    #[serde(default)]
    pub consent: String,
    /// Why less would not do.
    #[serde(default)]
    pub necessity: String,
    /// Which decision, by its number or date.
    #[serde(default)]
    pub decision: String,
    /// Who of those who gave it agreed, and when.
    #[serde(default)]
    pub permission: String,
}

impl Conditions {
    /// What was filled in for a need.
    pub fn words(&self, need: Need) -> &str {
        match need {
            Need::Consent => &self.consent,
            Need::NecessityNote => &self.necessity,
            Need::DecisionNumber => &self.decision,
            Need::OriginatorPermission => &self.permission,
        }
    }

    /// The first need for which nothing was filled in.
    pub fn missing(&self, needs: &BTreeSet<Need>) -> Option<Need> {
        needs
            .iter()
            .copied()
            .find(|need| crate::blank::is_blank(self.words(*need)))
    }
}

/// What a text that is handed over holds, and what was filled in for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// Which kinds of data are in it.
    pub categories: BTreeSet<Category>,
    /// What was filled in.
    pub conditions: Conditions,
}

/// That something was handed over, by which rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shared {
    /// In whose name.
    pub from: PartyId,
    /// The rules that allowed it.
    pub rules: Vec<RuleId>,
    /// What it held and what was filled in.
    pub terms: Terms,
}

/// What the matrix says of several kinds of data at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict<'m> {
    /// The strictest answer; deny where nothing was asked about.
    pub answer: Answer,
    /// What must be there first.
    pub needs: BTreeSet<Need>,
    /// What it says of each kind.
    pub rulings: Vec<Ruling<'m>>,
}

impl<'m> Verdict<'m> {
    /// Asks the matrix. Without one nothing may be shared.
    pub fn of(
        matrix: Option<&'m Matrix>,
        (from, to): (&PartyId, &PartyId),
        categories: &BTreeSet<Category>,
        (minor, acute): (Minor, bool),
    ) -> Self {
        let ruling = |category: &Category| {
            let question = Question {
                from,
                to,
                category: *category,
                minor,
                acute,
            };
            matrix.map_or_else(|| Ruling::none(*category), |matrix| matrix.ruling(&question))
        };
        let rulings: Vec<_> = categories.iter().map(ruling).collect();
        Self {
            answer: rulings.iter().map(|it| it.answer).max().unwrap_or_default(),
            needs: rulings.iter().flat_map(|it| it.needs.iter().copied()).collect(),
            rulings,
        }
    }

    /// The rules that counted, each once.
    pub fn rules(&self) -> Vec<RuleId> {
        let rules = self.rulings.iter().flat_map(|ruling| &ruling.rules);
        let ids: BTreeSet<RuleId> = rules.map(|rule| rule.id.clone()).collect();
        ids.into_iter().collect()
    }
}
