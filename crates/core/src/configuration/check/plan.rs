// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The plan: years that follow each other, pillars with numbers of their own, and occasions with names of their own.

use chrono::Datelike as _;

use super::Check;
use crate::configuration::plan::PlanRules;

const FILE: &str = "plan.toml";
/// A half year.
const LONGEST_AFTER: u8 = 26;

impl Check<'_, '_, '_> {
    /// Kinds of records: names of their own, pillars that there are, fields with names of their own.
    fn records(&mut self, plan: &PlanRules) {
        for (index, kind) in plan.records.iter().enumerate() {
            let mut earlier = plan.records.iter().take(index);
            if earlier.any(|other| other.id == kind.id) {
                let path = format!("record[{index}].id");
                let remedy = "give each its own name";
                self.note(FILE, &path, "there is another kind with this name", remedy);
            }
            if plan.pillar(kind.pillar).is_none() {
                let path = format!("record[{index}].pillar");
                let remedy = "name one of the pillars above";
                self.note(FILE, &path, "there is no such pillar", remedy);
            }
            for (place, field) in kind.fields.iter().enumerate() {
                let mut before = kind.fields.iter().take(place);
                if before.any(|other| other.id == field.id) {
                    let path = format!("record[{index}].field[{place}].id");
                    let remedy = "give each its own name";
                    self.note(FILE, &path, "there is another field with this name", remedy);
                }
            }
        }
    }

    pub(super) fn plan(&mut self) {
        let Some(plan) = &self.configuration.plan else {
            return;
        };
        let head = &plan.head;
        if !(head.adopted_on.year()..head.adopted_on.year() + 20).contains(&head.last_year) {
            let remedy = "write the last year for which it holds";
            self.note(
                FILE,
                "plan.last_year",
                "the plan would end before it begins, or hold for more than 20 years",
                remedy,
            );
        }
        for (index, pillar) in plan.pillars.iter().enumerate() {
            let mut earlier = plan.pillars.iter().take(index);
            if earlier.any(|other| other.number == pillar.number) {
                let path = format!("pillar[{index}].number");
                let remedy = "give each its own number";
                self.note(FILE, &path, "there is another pillar with this number", remedy);
            }
        }
        self.records(plan);
        for (index, occasion) in plan.occasions.iter().enumerate() {
            let mut earlier = plan.occasions.iter().take(index);
            if earlier.any(|other| other.id == occasion.id) {
                let path = format!("occasion[{index}].id");
                let remedy = "give each its own name";
                self.note(FILE, &path, "there is another occasion with this name", remedy);
            }
            if occasion.weeks_after > LONGEST_AFTER {
                let path = format!("occasion[{index}].weeks_after");
                let remedy = "write at most 26 weeks";
                self.note(FILE, &path, "it would be due when the next one is over", remedy);
            }
        }
    }
}
