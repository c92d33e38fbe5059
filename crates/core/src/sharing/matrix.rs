// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The sharing matrix (deelmatrix), and what it answers.
//!
//! Of the rules that fit, the narrowest count ([`Rule::specificity`]). Among those a deny beats the rest. A rule that is being prepared
//! stands in the way of broader ones and never allows anything, unless a rule in force stands beside it, as narrow as it is.

use std::collections::BTreeSet;

use super::{
    Answer, Category, Need,
    rule::{Party, Rule},
};
use crate::{id::PartyId, signal::assessment::Minor};

/// All rules of a municipality about sharing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// Who gives or gets data and stands nowhere else in the configuration.
    pub parties: Vec<Party>,
    /// The rules, in the order of the file. The order decides nothing.
    pub rules: Vec<Rule>,
}

/// May this be shared?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question<'a> {
    /// Who gives.
    pub from: &'a PartyId,
    /// Who gets.
    pub to: &'a PartyId,
    /// What kind of data.
    pub category: Category,
    /// Whether a minor is concerned.
    pub minor: Minor,
    /// Whether there is acute danger.
    pub acute: bool,
}

/// What the matrix says of one kind of data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruling<'m> {
    /// What was asked about.
    pub category: Category,
    /// The answer; deny where no rule fits.
    pub answer: Answer,
    /// The rules that counted; none where no rule fits.
    pub rules: Vec<&'m Rule>,
    /// Whether the rules that would count are still being prepared.
    pub pending: bool,
    /// What must be there first.
    pub needs: BTreeSet<Need>,
}

impl Ruling<'_> {
    /// What is said where there is no matrix.
    pub(crate) fn none(category: Category) -> Self {
        Self {
            category,
            answer: Answer::Deny,
            rules: Vec::new(),
            pending: false,
            needs: BTreeSet::new(),
        }
    }
}

impl Matrix {
    /// What the matrix says.
    pub fn ruling(&self, question: &Question<'_>) -> Ruling<'_> {
        let fitting = || {
            self.rules.iter().filter(|rule| {
                rule.speaks_of(question.from, question.to, question.category)
                    && rule.when.hold(question.minor, question.acute)
            })
        };
        let narrowest = fitting().map(Rule::specificity).max();
        let mut rules: Vec<&Rule> = fitting()
            .filter(|rule| Some(rule.specificity()) == narrowest)
            .collect();
        let pending = !rules.is_empty() && rules.iter().all(|rule| !rule.is_in_force());
        rules.retain(|rule| pending || rule.is_in_force());
        let strictest = rules.iter().map(|rule| rule.answer).max();
        let answer = strictest.filter(|_| !pending).unwrap_or_default();
        if !pending {
            rules.retain(|rule| rule.answer == answer);
        }
        Ruling {
            category: question.category,
            answer,
            needs: if answer == Answer::Deny {
                BTreeSet::new()
            } else {
                needs(answer, &rules)
            },
            rules,
            pending,
        }
    }
}

fn needs(answer: Answer, rules: &[&Rule]) -> BTreeSet<Need> {
    let first = match answer {
        Answer::AskFirst => Some(Need::OriginatorPermission),
        Answer::DecisionNeeded => Some(Need::DecisionNumber),
        Answer::Allow | Answer::Deny => None,
    };
    let written = rules.iter().flat_map(|rule| rule.needs.iter().copied());
    written.chain(first).collect()
}
