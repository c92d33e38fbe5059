// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! How often a body meets.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::holiday::is_public_holiday;

/// The rhythm of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "every", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Rhythm {
    /// On one day of the week, each `weeks` weeks.
    Week {
        /// The day of the week.
        weekday: DayOfWeek,
        /// 1 for weekly, 2 for fortnightly. Counted from the first such day of 2024.
        #[serde(default = "one")]
        weeks: u8,
    },
    /// On the first such day of the week of a month.
    Month {
        /// The day of the week.
        weekday: DayOfWeek,
    },
    /// Only when somebody plans it.
    AsPlanned {
        /// For the date of what waits: within how many days a sitting is expected.
        expected_within_days: u16,
    },
}

const fn one() -> u8 {
    1
}

/// A day of the working week, as configuration names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum DayOfWeek {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
}

impl DayOfWeek {
    fn weekday(self) -> Weekday {
        match self {
            Self::Monday => Weekday::Mon,
            Self::Tuesday => Weekday::Tue,
            Self::Wednesday => Weekday::Wed,
            Self::Thursday => Weekday::Thu,
            Self::Friday => Weekday::Fri,
        }
    }
}

impl Rhythm {
    /// The next sitting on or after a day. A sitting that falls on a holiday is held on the next day that is none.
    pub fn next_on_or_after(self, day: NaiveDate) -> NaiveDate {
        match self {
            Self::Week { weekday, weeks } => Self::first(day, |d| {
                d.weekday() == weekday.weekday() && weeks_since_2024(d) % i64::from(weeks.max(1)) == 0
            }),
            Self::Month { weekday } => Self::first(day, |d| d.weekday() == weekday.weekday() && d.day() <= 7),
            Self::AsPlanned { expected_within_days } => day
                .checked_add_days(Days::new(u64::from(expected_within_days)))
                .unwrap_or(day),
        }
    }

    fn first(from: NaiveDate, fits: impl Fn(NaiveDate) -> bool) -> NaiveDate {
        // Half a year is more than any rhythm here asks for.
        let planned = from.iter_days().take(183).find(|d| fits(*d)).unwrap_or(from);
        planned
            .iter_days()
            .take(7)
            .find(|d| !is_public_holiday(*d))
            .unwrap_or(planned)
    }
}

fn weeks_since_2024(day: NaiveDate) -> i64 {
    let monday = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or(day);
    day.signed_duration_since(monday).num_days().div_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_weekly_body_meets_on_its_day() {
        let rhythm = Rhythm::Week {
            weekday: DayOfWeek::Tuesday,
            weeks: 1,
        };
        assert_eq!(rhythm.next_on_or_after(day("2026-11-23")), day("2026-11-24"));
        assert_eq!(rhythm.next_on_or_after(day("2026-11-24")), day("2026-11-24"));
        assert_eq!(rhythm.next_on_or_after(day("2026-11-25")), day("2026-12-01"));
    }

    #[test]
    fn a_sitting_on_a_holiday_moves_to_the_next_day() {
        let rhythm = Rhythm::Week {
            weekday: DayOfWeek::Monday,
            weeks: 1,
        };
        assert_eq!(rhythm.next_on_or_after(day("2026-05-25")), day("2026-05-26"));
    }

    #[test]
    fn a_fortnightly_body_skips_a_week() {
        let rhythm = Rhythm::Week {
            weekday: DayOfWeek::Thursday,
            weeks: 2,
        };
        let first = rhythm.next_on_or_after(day("2026-11-23"));
        let second = rhythm.next_on_or_after(first.succ_opt().unwrap());
        assert_eq!(second.signed_duration_since(first).num_days(), 14);
    }
}
