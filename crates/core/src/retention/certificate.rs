// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The certificate of destruction (verklaring van vernietiging): what went, when, why and by whom, without what it was. Kept for ever.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{
    list::{Item, ItemState, List, ListState, Signature},
    rule::{Class, End},
};
use crate::{
    calendar::dutch_date,
    id::{ListId, RetentionRuleId, Timestamp},
    sharing::pack::Head,
};

/// A certificate of destruction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// The list that was carried out.
    pub list: ListId,
    /// The municipality, as people write it.
    pub municipality: String,
    /// The day on which the list was made.
    pub proposed_on: NaiveDate,
    /// Who approved as owner of the process.
    pub owner: Signature,
    /// Who approved as archivist.
    pub archivist: Signature,
    /// When it was carried out.
    pub destroyed_at: Timestamp,
    /// What went, by rule.
    pub categories: Vec<Category>,
    /// How much on the list was kept or had to stay.
    pub stayed: usize,
    /// The day from which the municipality has no backup any more that was made before.
    pub backups_gone_on: NaiveDate,
    /// Where the journal stood just before.
    pub head: Head,
}

/// What went by one rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    /// What kind of thing.
    pub class: Class,
    /// The rule.
    pub rule: RetentionRuleId,
    /// What happened.
    pub end: End,
    /// The basis, as the rule said it when it was proposed.
    pub basis: String,
    /// Where the basis stands.
    pub source: String,
    /// How many.
    pub count: usize,
    /// How many reports went with them.
    pub reports: usize,
    /// The first day from which a term counted.
    pub from: NaiveDate,
    /// The last day on which a term ended.
    pub until: NaiveDate,
    /// Their numbers, for those that have one.
    pub numbers: Vec<String>,
}

impl Certificate {
    /// The certificate of a list that both approved and of which everything was carried out; none where nothing went.
    pub fn of(
        list: &List,
        municipality: &str,
        backups_kept_days: u16,
        head: Head,
        at: Timestamp,
    ) -> Option<Self> {
        let ListState::Authorised { owner, archivist } = &list.state else {
            return None;
        };
        let gone = |item: &&Item| matches!(item.state, ItemState::Gone { .. });
        let mut categories: Vec<Category> = Vec::new();
        for item in list.items.iter().filter(gone) {
            match categories.iter_mut().find(|category| category.fits(item)) {
                Some(category) => category.add(item),
                None => categories.push(Category::of(item)),
            }
        }
        let count = list.items.iter().filter(gone).count();
        let backups = Days::new(u64::from(backups_kept_days) + 1);
        (count > 0).then(|| Self {
            list: list.id,
            municipality: municipality.to_owned(),
            proposed_on: list.made_on,
            owner: owner.clone(),
            archivist: archivist.clone(),
            destroyed_at: at,
            categories,
            stayed: list.items.len() - count,
            backups_gone_on: dutch_date(at).checked_add_days(backups).unwrap_or(NaiveDate::MAX),
            head,
        })
    }

    /// How many things went, with the reports that went with them.
    pub fn total(&self) -> usize {
        let each = self
            .categories
            .iter()
            .map(|category| category.count + category.reports);
        each.sum()
    }
}

impl Category {
    fn of(item: &Item) -> Self {
        Self {
            class: item.subject.class(),
            rule: item.rule.clone(),
            end: item.end,
            basis: item.basis.clone(),
            source: item.source.clone(),
            count: 1,
            reports: item.reports,
            from: item.start,
            until: item.last_day,
            numbers: numbered(item).into_iter().collect(),
        }
    }

    fn fits(&self, item: &Item) -> bool {
        self.rule == item.rule
            && self.class == item.subject.class()
            && self.end == item.end
            && self.basis == item.basis
            && self.source == item.source
    }

    fn add(&mut self, item: &Item) {
        self.count += 1;
        self.reports += item.reports;
        self.from = self.from.min(item.start);
        self.until = self.until.max(item.last_day);
        self.numbers.extend(numbered(item));
    }
}

fn numbered(item: &Item) -> Option<String> {
    Some(item.number.clone()).filter(|number| !number.is_empty())
}
