// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Dates as people write them: "di 3 december 2024".

use chrono::{Datelike as _, Months, NaiveDate, Timelike as _};
use meldroute_core::{calendar::dutch_time, configuration::text::Language, id::Timestamp};

use crate::lang::Lang;

const WEEKDAYS_NL: [&str; 7] = ["ma", "di", "wo", "do", "vr", "za", "zo"];
const WEEKDAYS_EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS_NL: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn weekday(lang: Lang, day: NaiveDate) -> &'static str {
    let names = match lang.0 {
        Language::Nl => WEEKDAYS_NL,
        Language::En => WEEKDAYS_EN,
    };
    let place = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or_default();
    names.get(place).copied().unwrap_or_default()
}

/// The name of a month, 1 to 12.
pub(crate) fn month(lang: Lang, month: u32) -> &'static str {
    let names = match lang.0 {
        Language::Nl => MONTHS_NL,
        Language::En => MONTHS_EN,
    };
    let place = usize::try_from(month.saturating_sub(1)).unwrap_or_default();
    names.get(place).copied().unwrap_or_default()
}

/// "di 3 december 2024", "Tue 3 December 2024".
pub(crate) fn day(lang: Lang, on: NaiveDate) -> String {
    format!("{} {}", day_of_year(lang, on), on.year())
}

/// Without the year: "di 3 december".
pub(crate) fn day_of_year(lang: Lang, on: NaiveDate) -> String {
    format!("{} {} {}", weekday(lang, on), on.day(), month(lang, on.month()))
}

/// In lists, as short as it can be: the time for today, "gisteren", else "3 december", with the year when it is another one.
pub(crate) fn short(lang: Lang, today: NaiveDate, at: Timestamp) -> String {
    let on = dutch_time(at).date();
    match (today - on).num_days() {
        0 => time(lang, at),
        1 => lang.t("date-yesterday"),
        _ if on.year() == today.year() => format!("{} {}", on.day(), month(lang, on.month())),
        _ => format!("{} {} {}", on.day(), month(lang, on.month()), on.year()),
    }
}

/// Short, for lines under each other: "di 3 dec, 15.05 uur"; with the year where it is another than this one.
pub(crate) fn short_moment(lang: Lang, today: NaiveDate, at: Timestamp) -> String {
    let on = dutch_time(at).date();
    format!("{}, {}", short_day(lang, today, on), time(lang, at))
}

/// "di 3 dec", "di 3 dec 2024".
pub(crate) fn short_day(lang: Lang, today: NaiveDate, on: NaiveDate) -> String {
    let month = month(lang, on.month());
    let short: String = if month == "maart" {
        "mrt".to_owned()
    } else {
        month.chars().take(3).collect()
    };
    let day = format!("{} {} {short}", weekday(lang, on), on.day());
    if on.year() == today.year() {
        day
    } else {
        format!("{day} {}", on.year())
    }
}

/// "di 3 december 2024, 15.05 uur", "Tue 3 December 2024, 15:05".
pub(crate) fn moment(lang: Lang, at: Timestamp) -> String {
    format!("{}, {}", day(lang, dutch_time(at).date()), time(lang, at))
}

/// "15.05 uur", "15:05".
pub(crate) fn time(lang: Lang, at: Timestamp) -> String {
    let local = dutch_time(at);
    match lang.0 {
        Language::Nl => format!("{}.{:02} uur", local.hour(), local.minute()),
        Language::En => format!("{}:{:02}", local.hour(), local.minute()),
    }
}

/// The day that somebody picked, when it can be planned: from today to a year ahead. With a mistyped year nobody would be
/// reminded any more.
pub(crate) fn plannable(picked: &str, today: NaiveDate) -> Option<NaiveDate> {
    let last = today.checked_add_months(Months::new(12)).unwrap_or(today);
    picked.parse().ok().filter(|day| (today..=last).contains(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NL: Lang = Lang(Language::Nl);
    const EN: Lang = Lang(Language::En);

    fn on(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn dates_are_written_as_people_write_them() {
        assert_eq!(day(NL, on("2024-12-03")), "di 3 december 2024");
        assert_eq!(day(EN, on("2024-12-03")), "Tue 3 December 2024");
        // Noon in Greenwich, and summer time in the Netherlands.
        let at = "2026-07-01T12:05:00Z".parse().unwrap();
        assert_eq!(moment(NL, at), "wo 1 juli 2026, 14.05 uur");
        assert_eq!(moment(EN, at), "Wed 1 July 2026, 14:05");
        assert_eq!(short_moment(NL, on("2026-11-23"), at), "wo 1 jul, 14.05 uur");
        assert_eq!(short_day(NL, on("2026-11-23"), on("2025-03-04")), "di 4 mrt 2025");
        for (today, nl) in [
            ("2026-07-01", "14.05 uur"),
            ("2026-07-02", "gisteren"),
            ("2026-07-03", "1 juli"),
            ("2027-07-01", "1 juli 2026"),
        ] {
            assert_eq!(short(NL, on(today), at), nl);
        }
    }

    #[test]
    fn a_mistyped_year_is_no_day_to_plan() {
        let today = on("2026-11-23");
        for (picked, good) in [
            ("2026-11-23", true),
            ("2027-11-23", true),
            ("2026-11-22", false),
            ("2027-11-24", false),
            ("2206-12-01", false),
            ("9999-12-31", false),
            ("", false),
        ] {
            assert_eq!(plannable(picked, today).is_some(), good, "{picked}");
        }
    }
}
