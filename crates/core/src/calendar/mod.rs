// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Dates of the Dutch office: working days, holidays and the rhythm of bodies.

pub mod holiday;
pub mod rhythm;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeZone as _, Weekday};
use serde::{Deserialize, Serialize};

use crate::id::Timestamp;

/// In which days a period is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayUnit {
    /// Every day counts.
    Calendar,
    /// Saturdays, Sundays and Dutch public holidays don't count.
    Working,
}

/// A number of days, such as "5 working days".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// How many days.
    pub days: u16,
    /// Which days count.
    pub unit: DayUnit,
}

impl Period {
    /// The last day of the period that begins after `from`.
    pub fn after(self, from: NaiveDate) -> NaiveDate {
        match self.unit {
            DayUnit::Calendar => from
                .checked_add_days(Days::new(u64::from(self.days)))
                .unwrap_or(from),
            DayUnit::Working => {
                let mut day = from;
                let mut left = self.days;
                while left > 0 {
                    let Some(next) = day.succ_opt() else { break };
                    day = next;
                    if is_working_day(day) {
                        left -= 1;
                    }
                }
                day
            }
        }
    }
}

/// Whether offices are open on this day.
pub fn is_working_day(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !holiday::is_public_holiday(day)
}

/// The date on which a moment falls in the Netherlands.
pub fn dutch_date(at: Timestamp) -> NaiveDate {
    at.with_timezone(&chrono_tz::Europe::Amsterdam).date_naive()
}

/// The moment at which a day begins in the Netherlands.
pub fn dutch_midnight(day: NaiveDate) -> Timestamp {
    let midnight = day.and_time(NaiveTime::MIN);
    let begins = chrono_tz::Europe::Amsterdam.from_local_datetime(&midnight);
    begins
        .earliest()
        .map_or_else(|| midnight.and_utc(), |at| at.to_utc())
}

/// What clocks in the Netherlands say at a moment.
pub fn dutch_time(at: Timestamp) -> NaiveDateTime {
    at.with_timezone(&chrono_tz::Europe::Amsterdam).naive_local()
}
