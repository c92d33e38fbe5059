// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Terms by the calendar: a year is a year, whether it has 365 or 366 days.

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// How long something is kept after its start. Written as `{ years = 1 }`, `{ months = 18 }` or `{ days = 90 }`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Term {
    /// So many days.
    Days(u16),
    /// So many months.
    Months(u16),
    /// So many years.
    Years(u16),
}

impl Term {
    /// How many of its unit.
    pub fn count(self) -> u16 {
        match self {
            Self::Days(count) | Self::Months(count) | Self::Years(count) => count,
        }
    }

    /// The unit, in the keys of the screens' texts.
    pub fn unit(self) -> &'static str {
        match self {
            Self::Days(_) => "days",
            Self::Months(_) => "months",
            Self::Years(_) => "years",
        }
    }

    /// The last day on which it must still be there. From the day after it may go. Where a month is too short, its last day counts:
    /// one month after 31 January is the last day of February. None beyond what a calendar can say: then it is kept.
    pub fn last_day(self, start: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Days(days) => start.checked_add_days(Days::new(u64::from(days))),
            Self::Months(months) => start.checked_add_months(Months::new(u32::from(months))),
            Self::Years(years) => start.checked_add_months(Months::new(12 * u32::from(years))),
        }
    }
}
