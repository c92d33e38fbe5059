// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The sharing matrix: names that exist, dates that have been, rules that do not contradict each other and that can count.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Check;
use crate::{
    configuration::partner::PartnerKind,
    id::PartyId,
    sharing::{
        Answer, Category,
        matrix::{Matrix, Question, Ruling},
        rule::{ANY, Kind, Rule},
    },
    signal::assessment::Minor,
};

const SHARING: &str = "sharing.toml";

impl<'c> Check<'c, '_, '_> {
    pub(super) fn sharing(&mut self, today: Option<NaiveDate>) {
        let Some(matrix) = &self.configuration.sharing else {
            return;
        };
        self.parties(matrix);
        let rules: Vec<&str> = matrix.rules.iter().map(|rule| rule.id.as_str()).collect();
        self.ids(SHARING, "rule", "rule", &rules);
        for (index, rule) in matrix.rules.iter().enumerate() {
            let path = format!("rule[{index}]");
            self.named(&format!("{path}.from"), &rule.from);
            self.named(&format!("{path}.to"), &rule.to);
            self.kinds(&format!("{path}.categories"), rule);
            if rule.answer == Answer::Deny && !rule.needs.is_empty() {
                self.note(
                    SHARING,
                    &format!("{path}.needs"),
                    "a rule that denies asks for nothing first",
                    "take `needs` out, or choose another `answer`",
                );
            }
            if let Some(today) = today {
                self.dates(&path, rule, today);
            }
            self.against_others(matrix, index, rule);
        }
        self.sharing_of_fast_lanes(matrix);
    }

    /// A party of the matrix itself has a name that nobody else has.
    fn parties(&mut self, matrix: &Matrix) {
        let own: Vec<&str> = matrix.parties.iter().map(|party| party.id.as_str()).collect();
        self.ids(SHARING, "party", "party", &own);
        let elsewhere = self.parties_elsewhere();
        for (index, id) in own.iter().enumerate() {
            if elsewhere.contains(id) {
                self.note(
                    SHARING,
                    &format!("party[{index}].id"),
                    &format!("`{id}` stands in the configuration already"),
                    "take this party out; rules can name the controller, partner, department, body or neighbour",
                );
            }
        }
    }

    fn parties_elsewhere(&self) -> BTreeSet<&'c str> {
        let c = self.configuration;
        let controllers = c.municipality.controllers.iter().map(|it| it.id.as_str());
        let neighbours = c.neighbours.iter().map(|it| it.municipality.as_str());
        let departments = c.departments.iter().map(|it| it.id.as_str());
        let others = self.partner_ids().into_iter().chain(self.body_ids());
        controllers
            .chain(neighbours)
            .chain(departments)
            .chain(others)
            .collect()
    }

    /// The parties that a rule names exist; `*` stands alone.
    fn named(&mut self, path: &str, parties: &[PartyId]) {
        self.alone(
            path,
            parties.len(),
            parties.iter().any(|party| party.as_str() == ANY),
        );
        let unread = ["municipality.toml", "partners.toml", "bodies.toml", SHARING]
            .into_iter()
            .any(|file| self.source.is_unread(file));
        for (index, party) in parties.iter().enumerate() {
            let known = party.as_str() == ANY || self.configuration.party(party).is_some();
            if !known && !unread && !self.source.is_lost(party.as_str()) {
                self.note(
                    SHARING,
                    &format!("{path}[{index}]"),
                    &format!("there is no party `{party}`"),
                    "name a controller, partner, department, body or neighbour, or add a [[party]] to sharing.toml",
                );
            }
        }
    }

    fn kinds(&mut self, path: &str, rule: &Rule) {
        self.alone(path, rule.categories.len(), rule.categories.contains(&Kind::Any));
    }

    fn alone(&mut self, path: &str, count: usize, any: bool) {
        if count == 0 && self.source.is_complete(SHARING) {
            self.note(
                SHARING,
                path,
                "this list is empty, so the rule is about nothing",
                "name at least one, or write [\"*\"]",
            );
        } else if any && count > 1 {
            self.note(
                SHARING,
                path,
                "`*` stands for all, so nothing can stand beside it",
                "keep [\"*\"], or name each one",
            );
        }
    }

    fn dates(&mut self, path: &str, rule: &Rule, today: NaiveDate) {
        let dates = [
            ("reviewed_on", rule.reviewed_on),
            ("ground.date", Some(rule.ground.date)),
        ];
        for (key, date) in dates {
            if let Some(date) = date.filter(|date| *date > today) {
                self.note(
                    SHARING,
                    &format!("{path}.{key}"),
                    &format!("the date {date} is still to come"),
                    "write the day on which somebody looked",
                );
            }
        }
    }

    /// A rule contradicts no other, and can count.
    fn against_others(&mut self, matrix: &Matrix, index: usize, rule: &Rule) {
        if !rule.is_in_force() {
            return;
        }
        let as_narrow = |other: &&Rule| {
            other.is_in_force() && other.specificity() == rule.specificity() && other.overlaps(rule)
        };
        let contradicts = |other: &&Rule| {
            other.answer != rule.answer && other.answer != Answer::Deny && rule.answer != Answer::Deny
        };
        let path = format!("rule[{index}]");
        let earlier = matrix.rules.iter().take(index);
        if let Some(other) = earlier.filter(as_narrow).find(contradicts) {
            self.note(
                SHARING,
                &format!("{path}.answer"),
                &format!("the rules `{}` and `{}` contradict each other", other.id, rule.id),
                "give both the same answer, or write one more narrowly",
            );
            return;
        }
        if matrix
            .rules
            .iter()
            .filter(as_narrow)
            .any(|other| contradicts(&other))
        {
            return;
        }
        if let Some(over) = overruled(matrix, rule) {
            self.note(
                SHARING,
                &format!("{path}.id"),
                &format!("the rule `{}` never counts: `{over}` always does", rule.id),
                "take it out, or write it more narrowly",
            );
        }
    }

    /// Acute danger and care do not wait: what their buttons do must be allowed.
    fn sharing_of_fast_lanes(&mut self, matrix: &Matrix) {
        const ROUTE: &str = "route.toml";
        let readable = [SHARING, ROUTE, "municipality.toml", "partners.toml"];
        if readable.into_iter().any(|file| !self.source.is_complete(file)) {
            return;
        }
        let Some(from) = self.configuration.municipality.controllers.first() else {
            return;
        };
        let from = PartyId::from(from.id.as_str());
        let route = &self.configuration.route;
        let to = PartyId::from(route.acute.partner.as_str());
        let at_once = |ruling: &Ruling<'_>| ruling.answer == Answer::Allow && ruling.needs.is_empty();
        if !always(matrix, (&from, &to), (&Category::ACUTE, true), at_once) && self.is_partner(&to) {
            self.note(
                ROUTE,
                "acute.partner",
                &format!("no rule lets acute danger go to `{to}` at once"),
                "add a rule to sharing.toml with when = { acute = true } and without `needs`, for observation, location and possible-victim",
            );
        }
        let to = PartyId::from(route.care_partner.as_str());
        let at_all = |ruling: &Ruling<'_>| ruling.answer != Answer::Deny;
        if !always(matrix, (&from, &to), (&[Category::PossibleVictim], false), at_all) && self.cares(&to) {
            self.note(
                ROUTE,
                "care_partner",
                &format!("no rule lets `{to}` be asked to care for a possible victim"),
                "add a rule to sharing.toml for possible-victim",
            );
        }
    }

    fn cares(&self, id: &PartyId) -> bool {
        let mut partners = self.configuration.partners.iter();
        partners.any(|partner| partner.id.as_str() == id.as_str() && partner.kind == PartnerKind::Care)
    }

    fn is_partner(&self, id: &PartyId) -> bool {
        self.partner_ids().contains(&id.as_str())
    }
}

/// Whether every ruling about these kinds is as asked, whoever is concerned.
fn always(
    matrix: &Matrix,
    (from, to): (&PartyId, &PartyId),
    (categories, acute): (&[Category], bool),
    holds: impl Fn(&Ruling<'_>) -> bool,
) -> bool {
    categories.iter().all(|category| {
        Minor::ALL.iter().all(|minor| {
            holds(&matrix.ruling(&Question {
                from,
                to,
                category: *category,
                minor: *minor,
                acute,
            }))
        })
    })
}

/// The rule that counts wherever this one fits, where there is one.
fn overruled<'m>(matrix: &'m Matrix, rule: &Rule) -> Option<&'m str> {
    let beside: Vec<&Rule> = matrix
        .rules
        .iter()
        .filter(|other| other.id != rule.id && other.overlaps(rule))
        .filter(|other| other.specificity() >= rule.specificity())
        .collect();
    if beside.is_empty() {
        return None;
    }
    let names = |own: &[PartyId], of: fn(&Rule) -> &[PartyId]| -> Vec<PartyId> {
        if !own.iter().any(|party| party.as_str() == ANY) {
            return own.to_vec();
        }
        // Somebody whom no rule names stands for all of those.
        let named = beside.iter().flat_map(|rule| of(rule)).cloned();
        named.chain([PartyId::from("")]).collect()
    };
    let kinds = |category: &&Category| {
        rule.categories
            .iter()
            .any(|kind| *kind == Kind::Any || *kind == Kind::One(**category))
    };
    let mut over = None;
    for from in names(&rule.from, |rule| &rule.from) {
        for to in names(&rule.to, |rule| &rule.to) {
            for category in Category::ALL.iter().filter(kinds) {
                match counts(matrix, rule, (&from, &to), *category) {
                    Ok(()) => return None,
                    Err(other) => over = over.or(other),
                }
            }
        }
    }
    over
}

/// Whether a rule counts in some circumstances; else one that does.
fn counts<'m>(
    matrix: &'m Matrix,
    rule: &Rule,
    (from, to): (&PartyId, &PartyId),
    category: Category,
) -> Result<(), Option<&'m str>> {
    let mut over = None;
    for minor in Minor::ALL {
        for acute in [false, true] {
            if !rule.when.hold(*minor, acute) {
                continue;
            }
            let ruling = matrix.ruling(&Question {
                from,
                to,
                category,
                minor: *minor,
                acute,
            });
            if ruling.rules.iter().any(|counted| counted.id == rule.id) {
                return Ok(());
            }
            over = over.or(ruling.rules.first().map(|other| other.id.as_str()));
        }
    }
    Err(over)
}
