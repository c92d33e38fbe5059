// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Forms of exploitation and lists of indicators: their periods.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Check;
use crate::configuration::form::IndicatorList;

const FORMS: &str = "forms.toml";
const INDICATORS: &str = "indicators.toml";

impl Check<'_, '_, '_> {
    pub(super) fn forms(&mut self) {
        let forms = self.form_ids();
        self.ids(FORMS, "form", "form", &forms);
        self.at_least_one(FORMS, "form", forms.len());
        for (index, form) in self.configuration.forms.iter().enumerate() {
            self.period(
                FORMS,
                &format!("form[{index}]"),
                form.valid_from,
                form.valid_until,
            );
        }
        let ended = self
            .configuration
            .forms
            .iter()
            .all(|form| form.valid_until.is_some());
        if ended && !forms.is_empty() && self.source.is_complete(FORMS) {
            self.note(
                FORMS,
                "form",
                "every form ends, so one day a signal can't be assessed any more",
                "take `valid_until` out of at least one form, or add its successor",
            );
        }
        self.indicator_lists();
    }

    fn period(&mut self, file: &'static str, path: &str, from: NaiveDate, until: Option<NaiveDate>) {
        if until.is_some_and(|until| until < from) {
            self.note(
                file,
                &format!("{path}.valid_until"),
                "this ends before it begins",
                "write a `valid_until` that is not before `valid_from`",
            );
        }
    }

    fn indicator_lists(&mut self) {
        let lists = &self.configuration.indicators;
        let forms = self.form_ids();
        let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
        for (index, list) in lists.iter().enumerate() {
            let path = format!("list[{index}]");
            self.refers(
                INDICATORS,
                &format!("{path}.form"),
                list.form.as_str(),
                "form",
                &forms,
            );
            self.period(INDICATORS, &path, list.valid_from, list.valid_until);
            let ids: Vec<&str> = list.indicators.iter().map(|i| i.id.as_str()).collect();
            self.ids(INDICATORS, &format!("{path}.indicator"), "indicator", &ids);
            for (place, id) in ids.into_iter().enumerate() {
                if *owners.entry(id).or_insert(list.form.as_str()) != list.form.as_str() {
                    self.note(
                        INDICATORS,
                        &format!("{path}.indicator[{place}].id"),
                        &format!("the indicator `{id}` stands at another form, too"),
                        "give each indicator its own id, so that old signals keep their meaning",
                    );
                }
            }
            if lists.iter().take(index).any(|earlier| overlap(earlier, list)) {
                self.note(
                    INDICATORS,
                    &format!("{path}.valid_from"),
                    &format!(
                        "two lists for the form `{}` are valid at the same time",
                        list.form
                    ),
                    "let the earlier list end (`valid_until`) before this one begins",
                );
            }
        }
    }
}

fn overlap(one: &IndicatorList, other: &IndicatorList) -> bool {
    let begins_in_time =
        |a: &IndicatorList, b: &IndicatorList| b.valid_until.is_none_or(|until| a.valid_from <= until);
    one.form == other.form && begins_in_time(one, other) && begins_in_time(other, one)
}
