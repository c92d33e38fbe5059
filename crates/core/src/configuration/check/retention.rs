// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Rules of retention: each way in which something can end has exactly one, and each can count.

use chrono::NaiveDate;

use super::Check;
use crate::{
    configuration::{Configuration, outcome::OutcomeKind},
    retention::rule::{Class, End, Ending, Rule, Rules},
    signal::stage::Confirmation,
};

const RETENTION: &str = "retention.toml";

impl Check<'_, '_, '_> {
    pub(super) fn retention(&mut self, today: Option<NaiveDate>) {
        let Some(rules) = &self.configuration.retention else {
            return;
        };
        let ids: Vec<&str> = rules.rules.iter().map(|rule| rule.id.as_str()).collect();
        self.ids(RETENTION, "rule", "rule", &ids);
        if rules.backups_kept_days == 0 && self.source.is_complete(RETENTION) {
            self.note(
                RETENTION,
                "backups_kept_days",
                "backups that are kept for 0 days are none",
                "write after how many days the last backup of a day is gone",
            );
        }
        for (index, rule) in rules.rules.iter().enumerate() {
            self.retention_rule(&format!("rule[{index}]"), rule, today);
        }
        if self.source.is_complete(RETENTION) {
            self.other_classes(rules);
            if self.source.is_complete("bodies.toml") && self.source.is_complete("route.toml") {
                self.endings(rules);
            }
        }
    }

    fn retention_rule(&mut self, path: &str, rule: &Rule, today: Option<NaiveDate>) {
        if rule.class != Class::Signal && rule.has_conditions() {
            self.note(
                RETENTION,
                path,
                &format!(
                    "the rule `{}` asks how a signal ended and is not about signals",
                    rule.id
                ),
                "take `confirmation`, `case` and `intervention` out",
            );
        }
        if rule.confirmation.contains(&Confirmation::Open) {
            self.note(
                RETENTION,
                &format!("{path}.confirmation"),
                "a closed signal is never `open`",
                "name `confirmed`, `not-confirmed` or `not-for-us`, or leave it out for all",
            );
        }
        if !rule.class.starts().contains(&rule.from) {
            let known: Vec<&str> = rule.class.starts().iter().map(|start| start.as_str()).collect();
            self.note(
                RETENTION,
                &format!("{path}.from"),
                &format!(
                    "`{}` never happens to `{}`",
                    rule.from.as_str(),
                    rule.class.as_str()
                ),
                &format!("name one of: {}", known.join(", ")),
            );
        }
        if rule.end == End::Anonymise && !rule.class.is_counted() {
            self.note(
                RETENTION,
                &format!("{path}.end"),
                &format!(
                    "nothing of `{}` is counted, so nothing would stay",
                    rule.class.as_str()
                ),
                "write end = \"destroy\"",
            );
        }
        self.retention_term(path, rule);
        if let Some(date) = today.and_then(|today| Some(rule.basis.date).filter(|date| *date > today)) {
            self.note(
                RETENTION,
                &format!("{path}.basis.date"),
                &format!("the date {date} is still to come"),
                "write the day on which somebody looked",
            );
        }
    }

    fn retention_term(&mut self, path: &str, rule: &Rule) {
        match rule.term {
            Some(_) if rule.end == End::Keep => self.note(
                RETENTION,
                &format!("{path}.term"),
                &format!("the rule `{}` keeps for ever, so its term never ends", rule.id),
                "take `term` out, or choose another `end`",
            ),
            Some(term) if term.count() == 0 => self.note(
                RETENTION,
                &format!("{path}.term"),
                "a term of nothing is none",
                "write at least one day",
            ),
            None if rule.end != End::Keep && self.source.is_complete(RETENTION) => self.note(
                RETENTION,
                path,
                &format!("the rule `{}` does not say how long", rule.id),
                "add a term, such as term = { years = 1 }",
            ),
            Some(_) | None => {}
        }
    }

    /// What is no signal can end in one way only.
    fn other_classes(&mut self, rules: &Rules) {
        for class in Class::ALL.into_iter().filter(|class| *class != Class::Signal) {
            let mut of_class = rules
                .rules
                .iter()
                .enumerate()
                .filter(|(_, rule)| rule.class == class);
            match (of_class.next(), of_class.next()) {
                (None, _) => self.note(
                    RETENTION,
                    "rule",
                    &format!("no rule says how long `{}` is kept", class.as_str()),
                    &format!("add a rule with class = \"{}\"", class.as_str()),
                ),
                (Some((_, one)), Some((index, other))) => self.both(index, one, other),
                (Some(_), None) => {}
            }
        }
    }

    /// Each way in which a signal can end has exactly one rule, and each rule is about such a way.
    fn endings(&mut self, rules: &Rules) {
        let endings = endings(self.configuration);
        let fitting = |ending: Ending| {
            let all = rules.rules.iter().enumerate();
            all.filter(move |(_, rule)| rule.fits(ending))
        };
        let without: Vec<String> = endings
            .iter()
            .filter(|ending| fitting(**ending).next().is_none())
            .map(|ending| words(*ending))
            .collect();
        if !without.is_empty() {
            self.note(
                RETENTION,
                "rule",
                &format!(
                    "no rule says how long a signal is kept that ends so: {}",
                    without.join("; ")
                ),
                "add a rule with class = \"signal\", or let another one fit",
            );
        }
        let mut said = Vec::new();
        for ending in &endings {
            let mut rules = fitting(*ending);
            if let (Some((_, one)), Some((index, other))) = (rules.next(), rules.next())
                && !said.contains(&(&one.id, &other.id))
            {
                said.push((&one.id, &other.id));
                self.both(index, one, other);
            }
        }
        let unused = rules.rules.iter().enumerate().filter(|(_, rule)| {
            rule.class == Class::Signal
                && !rule.confirmation.contains(&Confirmation::Open)
                && !endings.iter().any(|ending| rule.fits(*ending))
        });
        for (index, rule) in unused {
            self.note(
                RETENTION,
                &format!("rule[{index}].id"),
                &format!(
                    "the rule `{}` never counts: no signal ends so on this route",
                    rule.id
                ),
                "take it out, or add the outcome that leads to it",
            );
        }
    }

    fn both(&mut self, index: usize, one: &Rule, other: &Rule) {
        self.note(
            RETENTION,
            &format!("rule[{index}].id"),
            &format!("the rules `{}` and `{}` are about the same", one.id, other.id),
            "keep one of them, or write both more narrowly",
        );
    }
}

/// All ways in which a signal can end on this route.
fn endings(configuration: &Configuration) -> Vec<Ending> {
    let of_steps = configuration.route.steps.iter().flat_map(|step| &step.outcomes);
    let of_bodies = configuration.bodies.iter().flat_map(|body| &body.outcomes);
    let outcomes: Vec<OutcomeKind> = of_steps.chain(of_bodies).map(|outcome| outcome.kind).collect();
    let mut endings = Vec::new();
    for confirmation in Confirmation::AT_CLOSING {
        for case in [false, true] {
            for intervention in [false, true] {
                let can_be = (!case || outcomes.contains(&OutcomeKind::Case))
                    && (!intervention || outcomes.contains(&OutcomeKind::Intervention));
                if can_be {
                    endings.push(Ending {
                        confirmation,
                        case,
                        intervention,
                    });
                }
            }
        }
    }
    endings
}

fn words(ending: Ending) -> String {
    let with = |yes, what: &str| {
        if yes {
            format!(" with {what}")
        } else {
            format!(" without {what}")
        }
    };
    format!(
        "{}{}{}",
        ending.confirmation.as_str(),
        with(ending.case, "case"),
        with(ending.intervention, "intervention")
    )
}
