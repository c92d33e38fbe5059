// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Dutch public holidays (Algemene termijnenwet art. 3, with King's Day moved to Saturday when it falls on a Sunday).

use chrono::{Datelike, NaiveDate, Weekday};

/// A public holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Holiday {
    NewYearsDay,
    EasterMonday,
    KingsDay,
    LiberationDay,
    AscensionDay,
    WhitMonday,
    ChristmasDay,
    BoxingDay,
}

impl Holiday {
    /// The name in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NewYearsDay => "new-years-day",
            Self::EasterMonday => "easter-monday",
            Self::KingsDay => "kings-day",
            Self::LiberationDay => "liberation-day",
            Self::AscensionDay => "ascension-day",
            Self::WhitMonday => "whit-monday",
            Self::ChristmasDay => "christmas-day",
            Self::BoxingDay => "boxing-day",
        }
    }
}

/// The public holiday that falls on a day in the Netherlands. Liberation Day counts in every year that a five divides: only then
/// do most offices close.
pub fn on(day: NaiveDate) -> Option<Holiday> {
    let year = day.year();
    match (day.month(), day.day()) {
        (1, 1) => Some(Holiday::NewYearsDay),
        (5, 5) if year % 5 == 0 => Some(Holiday::LiberationDay),
        (12, 25) => Some(Holiday::ChristmasDay),
        (12, 26) => Some(Holiday::BoxingDay),
        _ if Some(day) == kings_day(year) => Some(Holiday::KingsDay),
        _ => by_easter(day),
    }
}

/// Whether a day is a public holiday in the Netherlands.
pub fn is_public_holiday(day: NaiveDate) -> bool {
    on(day).is_some()
}

fn kings_day(year: i32) -> Option<NaiveDate> {
    let day = NaiveDate::from_ymd_opt(year, 4, 27)?;
    if day.weekday() == Weekday::Sun {
        day.pred_opt()
    } else {
        Some(day)
    }
}

/// Easter Monday, Ascension Day and Whit Monday (Good Friday is no public holiday).
fn by_easter(day: NaiveDate) -> Option<Holiday> {
    match (day - easter(day.year())?).num_days() {
        1 => Some(Holiday::EasterMonday),
        39 => Some(Holiday::AscensionDay),
        50 => Some(Holiday::WhitMonday),
        _ => None,
    }
}

/// Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, ch. 8).
#[expect(
    clippy::many_single_char_names,
    reason = "the letters are those of the published algorithm"
)]
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn knows_the_holidays_of_2026() {
        for holiday in [
            "2026-01-01",
            "2026-04-06",
            "2026-04-27",
            "2026-05-14",
            "2026-05-25",
            "2026-12-25",
            "2026-12-26",
        ] {
            assert!(is_public_holiday(day(holiday)), "{holiday}");
        }
        for office_day in ["2026-04-03", "2026-05-05", "2026-11-24"] {
            assert!(!is_public_holiday(day(office_day)), "{office_day}");
        }
    }

    #[test]
    fn moves_kings_day_off_a_sunday() {
        assert!(is_public_holiday(day("2025-04-26")));
        assert!(!is_public_holiday(day("2025-04-27")));
        assert!(is_public_holiday(day("2025-05-05")), "eighty years of freedom");
    }
}
