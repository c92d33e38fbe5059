// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Half years and years.

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::configuration::text::Language;

/// A half year, or a whole one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Period {
    year: i32,
    /// 1 or 2; none for the whole year.
    half: Option<u8>,
}

impl Period {
    /// A whole year.
    pub fn whole(year: i32) -> Self {
        Self { year, half: None }
    }

    /// The first or the second half of a year.
    pub fn half(year: i32, half: u8) -> Option<Self> {
        let half = matches!(half, 1 | 2).then_some(half)?;
        Some(Self {
            year,
            half: Some(half),
        })
    }

    /// The half year in which a day lies.
    pub fn around(day: NaiveDate) -> Self {
        Self {
            year: day.year(),
            half: Some(if day.month() <= 6 { 1 } else { 2 }),
        }
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// Which half; 0 for the whole year.
    pub fn number(self) -> u8 {
        self.half.unwrap_or(0)
    }

    /// Its months, first and last.
    pub fn months(self) -> (u32, u32) {
        match self.half {
            None => (1, 12),
            Some(1) => (1, 6),
            Some(_) => (7, 12),
        }
    }

    /// Its first day.
    pub fn first(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.months().0, 1).unwrap_or_default()
    }

    /// Its last day.
    pub fn last(self) -> NaiveDate {
        let day = if self.half == Some(1) { 30 } else { 31 };
        NaiveDate::from_ymd_opt(self.year, self.months().1, day).unwrap_or_default()
    }

    /// The half years in it.
    pub fn halves(self) -> Vec<Self> {
        if self.half.is_some() {
            return vec![self];
        }
        let half = |half| Self {
            year: self.year,
            half: Some(half),
        };
        vec![half(1), half(2)]
    }

    /// The half year before a half year; the year before a year.
    #[must_use]
    pub fn before(self) -> Self {
        match self.half {
            Some(2) => Self {
                half: Some(1),
                ..self
            },
            Some(_) => Self {
                year: self.year - 1,
                half: Some(2),
            },
            None => Self::whole(self.year - 1),
        }
    }

    /// In words.
    pub fn words(self, language: Language) -> String {
        let year = self.year;
        match (self.half, language) {
            (None, _) => year.to_string(),
            (Some(1), Language::Nl) => format!("eerste helft van {year}"),
            (Some(_), Language::Nl) => format!("tweede helft van {year}"),
            (Some(1), Language::En) => format!("first half of {year}"),
            (Some(_), Language::En) => format!("second half of {year}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_years_follow_each_other_without_a_gap() {
        let mut period = Period::half(2026, 2).unwrap();
        for _ in 0..5 {
            let before = period.before();
            assert_eq!(before.last().succ_opt().unwrap(), period.first());
            assert_eq!(Period::around(before.last()), before);
            period = before;
        }
        assert_eq!(Period::half(2026, 3), None);
        let halves = Period::whole(2026).halves();
        assert_eq!(
            halves,
            [Period::half(2026, 1).unwrap(), Period::half(2026, 2).unwrap()]
        );
    }
}
