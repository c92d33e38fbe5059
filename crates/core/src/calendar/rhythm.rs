// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! How often a body meets.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::{
    holiday::{self, Holiday},
    is_working_day,
};

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
    /// On the first such day of the week of a month, each `months` months.
    Month {
        /// The day of the week.
        weekday: DayOfWeek,
        /// 1 for monthly, 6 for half-yearly. Counted from January.
        #[serde(default = "one_month")]
        months: u32,
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

const fn one_month() -> u32 {
    1
}

/// A day on which a body would meet by its rhythm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// The working day.
    pub on: NaiveDate,
    /// The day of the rhythm, where that is a holiday.
    pub instead_of: Option<(NaiveDate, Holiday)>,
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
    /// The next days on which the body would meet, from a day on. A body that meets as planned has none: a person plans each sitting.
    pub fn proposed(self, from: NaiveDate, most: usize) -> Vec<Proposed> {
        let fits = |day: &NaiveDate| match self {
            Self::Week { weekday, weeks } => is_week(*day, weekday, weeks),
            Self::Month { weekday, months } => is_first(*day, weekday, months),
            Self::AsPlanned { .. } => false,
        };
        let since = from.checked_sub_days(Days::new(7)).unwrap_or(from);
        since
            .iter_days()
            .take(LONGEST)
            .filter(fits)
            .map(|planned| Proposed {
                on: held_on(planned),
                instead_of: holiday::on(planned).map(|holiday| (planned, holiday)),
            })
            .filter(|proposed| proposed.on >= from)
            .take(most)
            .collect()
    }

    /// The next sitting on or after a day. A sitting that falls on a holiday is held on the next working day.
    pub fn next_on_or_after(self, day: NaiveDate) -> NaiveDate {
        match self {
            Self::Week { weekday, weeks } => Self::first(day, |d| is_week(d, weekday, weeks)),
            Self::Month { weekday, months } => Self::first(day, |d| is_first(d, weekday, months)),
            Self::AsPlanned { expected_within_days } => day
                .checked_add_days(Days::new(u64::from(expected_within_days)))
                .unwrap_or(day),
        }
    }

    fn first(from: NaiveDate, fits: impl Fn(NaiveDate) -> bool) -> NaiveDate {
        // A sitting that was planned before this day may have been moved to it, or beyond it.
        let since = from.checked_sub_days(Days::new(7)).unwrap_or(from);
        since
            .iter_days()
            .take(LONGEST)
            .filter(|d| fits(*d))
            .map(held_on)
            .find(|held| *held >= from)
            .unwrap_or(from)
    }
}

/// In so many days each rhythm meets at least once, and again.
const LONGEST: usize = 2 * 366;

fn is_week(day: NaiveDate, weekday: DayOfWeek, weeks: u8) -> bool {
    day.weekday() == weekday.weekday() && weeks_since_2024(day) % i64::from(weeks.max(1)) == 0
}

fn is_first(day: NaiveDate, weekday: DayOfWeek, months: u32) -> bool {
    day.weekday() == weekday.weekday() && day.day() <= 7 && day.month0().is_multiple_of(months.max(1))
}

/// The day on which a sitting that is planned on a day is held.
fn held_on(planned: NaiveDate) -> NaiveDate {
    planned
        .iter_days()
        .take(7)
        .find(|d| is_working_day(*d))
        .unwrap_or(planned)
}

fn weeks_since_2024(day: NaiveDate) -> i64 {
    let monday = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or(day);
    day.signed_duration_since(monday).num_days().div_euclid(7)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

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

    #[rstest]
    #[case::whit_monday(DayOfWeek::Monday, "2026-05-25", "2026-05-26")]
    #[case::looked_up_on_the_day_it_moved_to(DayOfWeek::Monday, "2026-05-26", "2026-05-26")]
    #[case::the_day_after_it_is_over(DayOfWeek::Monday, "2026-05-27", "2026-06-01")]
    #[case::from_a_friday_over_the_weekend(DayOfWeek::Friday, "2026-12-25", "2026-12-28")]
    #[case::within_that_weekend(DayOfWeek::Friday, "2026-12-27", "2026-12-28")]
    fn a_sitting_on_a_holiday_is_held_on_the_next_working_day(
        #[case] weekday: DayOfWeek,
        #[case] from: &str,
        #[case] held: &str,
    ) {
        let rhythm = Rhythm::Week { weekday, weeks: 1 };
        assert_eq!(rhythm.next_on_or_after(day(from)), day(held));
    }

    #[test]
    fn a_monthly_body_meets_in_the_first_week_also_over_new_year() {
        let rhythm = Rhythm::Month {
            weekday: DayOfWeek::Thursday,
            months: 1,
        };
        assert_eq!(rhythm.next_on_or_after(day("2026-11-06")), day("2026-12-03"));
        assert_eq!(
            rhythm.next_on_or_after(day("2026-01-01")),
            day("2026-01-02"),
            "New Year's Day itself is a holiday"
        );
        assert_eq!(rhythm.next_on_or_after(day("2026-01-02")), day("2026-01-02"));
    }

    #[test]
    fn a_sitting_is_always_on_a_working_day_and_found_again_on_it() {
        let rhythms = [
            DayOfWeek::Monday,
            DayOfWeek::Tuesday,
            DayOfWeek::Wednesday,
            DayOfWeek::Thursday,
            DayOfWeek::Friday,
        ]
        .into_iter()
        .flat_map(|weekday| {
            [1, 2, 4, 13]
                .map(|weeks| Rhythm::Week { weekday, weeks })
                .into_iter()
                .chain([1, 6, 12].map(|months| Rhythm::Month { weekday, months }))
        });
        for rhythm in rhythms {
            for from in day("2025-01-01").iter_days().take(800) {
                let held = rhythm.next_on_or_after(from);
                assert!(held >= from, "{rhythm:?} {from}");
                assert!(is_working_day(held), "{rhythm:?} {from} {held}");
                assert_eq!(rhythm.next_on_or_after(held), held, "{rhythm:?} {from}");
            }
        }
    }

    #[test]
    fn a_half_yearly_body_meets_in_january_and_july() {
        let rhythm = Rhythm::Month {
            weekday: DayOfWeek::Monday,
            months: 6,
        };
        let days: Vec<NaiveDate> = rhythm
            .proposed(day("2026-02-01"), 3)
            .iter()
            .map(|it| it.on)
            .collect();
        assert_eq!(days, ["2026-07-06", "2027-01-04", "2027-07-05"].map(day));
    }

    #[test]
    fn a_proposed_day_says_of_which_holiday_it_comes() {
        let rhythm = Rhythm::Week {
            weekday: DayOfWeek::Monday,
            weeks: 1,
        };
        let proposed = rhythm.proposed(day("2026-05-20"), 2);
        assert_eq!(proposed[0].on, day("2026-05-26"));
        assert_eq!(
            proposed[0].instead_of,
            Some((day("2026-05-25"), Holiday::WhitMonday))
        );
        assert_eq!(proposed[1].instead_of, None);
        let planned = Rhythm::AsPlanned {
            expected_within_days: 30,
        };
        assert!(planned.proposed(day("2026-05-20"), 2).is_empty());
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
