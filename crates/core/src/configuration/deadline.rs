// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Deadlines: a period, in calendar or working days, that may depend on a fact.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::fact::{Facts, When};
use crate::calendar::{DayUnit, Period};

/// One rule of a deadline. In a list the first rule that holds counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// How many days.
    pub days: u16,
    /// Which days count.
    pub unit: DayUnit,
    /// The facts on which it depends; always where left out.
    #[serde(default)]
    pub when: When,
}

impl Deadline {
    /// The period that the rule gives.
    pub fn period(&self) -> Period {
        Period {
            days: self.days,
            unit: self.unit,
        }
    }
}

/// The last day that a list of deadlines gives, counted after `from`; none where no rule holds.
pub fn due(deadlines: &[Deadline], facts: &Facts, from: NaiveDate) -> Option<NaiveDate> {
    deadlines
        .iter()
        .find(|rule| rule.when.holds(facts))
        .map(|rule| rule.period().after(from))
}
