// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Terms by the calendar.

use chrono::{Datelike as _, Days, NaiveDate};
use meldroute_core::retention::term::Term;
use proptest::prelude::*;
use rstest::rstest;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..40_000).prop_map(|days| day("2000-01-01") + Days::new(days))
}

/// Whether it may go on the day that is so many days after the start.
fn is_over(term: Term, start: NaiveDate, days: u64) -> bool {
    term.last_day(start)
        .is_some_and(|last| last < start + Days::new(days))
}

/// Day 364, 365 and 366 of a term of a year and of one of 365 days.
#[rstest]
#[case::a_year(Term::Years(1), "2025-03-01", [false, false, true, true])]
#[case::a_year_over_29_february(Term::Years(1), "2023-03-01", [false, false, false, true])]
#[case::a_year_from_29_february(Term::Years(1), "2024-02-29", [false, false, true, true])]
#[case::a_year_to_29_february(Term::Years(1), "2023-02-28", [false, false, true, true])]
#[case::twelve_months(Term::Months(12), "2023-03-01", [false, false, false, true])]
#[case::days(Term::Days(365), "2025-03-01", [false, false, true, true])]
#[case::days_over_29_february(Term::Days(365), "2023-03-01", [false, false, true, true])]
fn it_stays_to_the_last_day(#[case] term: Term, #[case] start: &str, #[case] expected: [bool; 4]) {
    let start = day(start);
    let over = [364, 365, 366, 367].map(|days| is_over(term, start, days));
    assert_eq!(over, expected);
}

#[rstest]
#[case("2026-01-31", 1, "2026-02-28")]
#[case("2024-01-31", 1, "2024-02-29")]
#[case("2026-08-31", 18, "2028-02-29")]
#[case("2026-11-30", 3, "2027-02-28")]
fn a_month_that_is_too_short_ends_on_its_last_day(
    #[case] start: &str,
    #[case] months: u16,
    #[case] last: &str,
) {
    assert_eq!(Term::Months(months).last_day(day(start)), Some(day(last)));
}

proptest! {
    #[test]
    fn a_year_is_365_or_366_days_and_never_less(start in any_day(), years in 1_u16..60) {
        let last = Term::Years(years).last_day(start).unwrap();
        let days = last.signed_duration_since(start).num_days();
        let leap_days = (start.year()..=last.year()).filter(|year| {
            NaiveDate::from_ymd_opt(*year, 2, 29).is_some_and(|leap| start < leap && leap <= last)
        }).count();
        prop_assert_eq!(days, 365 * i64::from(years) + i64::try_from(leap_days).unwrap());
    }

    #[test]
    fn a_longer_term_never_ends_earlier(start in any_day(), months in 0_u16..600) {
        prop_assert!(Term::Months(months).last_day(start) <= Term::Months(months + 1).last_day(start));
        prop_assert!(Term::Days(months).last_day(start) < Term::Days(months + 1).last_day(start));
    }

    #[test]
    fn a_later_start_never_ends_earlier(start in any_day(), later in 0_u64..800, months in 0_u16..600) {
        let term = Term::Months(months);
        prop_assert!(term.last_day(start) <= term.last_day(start + Days::new(later)));
    }
}

#[test]
fn beyond_the_calendar_nothing_ends() {
    assert_eq!(Term::Years(u16::MAX).last_day(NaiveDate::MAX), None);
}
