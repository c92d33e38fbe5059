// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Who looked: reading is processing, and somebody answers for it.

pub mod csv;
pub mod part;
pub mod pattern;

use chrono::{Datelike as _, Months, NaiveDate};

use crate::{
    audit::{Event, Line},
    calendar::{dutch_date, dutch_midnight},
    id::{PersonId, ReportId, SignalId, Timestamp},
};

/// Whose looks, or looks at what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Looks at a signal.
    Signal(SignalId),
    /// Looks at a report.
    Report(ReportId),
    /// What somebody with an account looked at.
    Person(PersonId),
}

/// Days from the first to the last, both with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
}

impl Period {
    /// The year up to a day.
    pub fn year_until(last: NaiveDate) -> Self {
        let first = last.checked_sub_months(Months::new(12)).unwrap_or(last);
        Self { first, last }
    }

    /// A whole year; none when there is no such year.
    pub fn year(year: i32) -> Option<Self> {
        Some(Self {
            first: NaiveDate::from_ymd_opt(year, 1, 1)?,
            last: NaiveDate::from_ymd_opt(year, 12, 31)?,
        })
    }

    /// The moments between which it lies: the first, and the one after its end.
    pub fn moments(self) -> (Timestamp, Timestamp) {
        let after = self.last.succ_opt().unwrap_or(self.last);
        (dutch_midnight(self.first), dutch_midnight(after))
    }
}

/// That the looks of a year were reviewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Which year.
    pub year: i32,
    /// When.
    pub at: Timestamp,
    /// By whom, under the name of then.
    pub by: String,
    /// What was found, in words.
    pub findings: String,
}

impl Review {
    /// The review that a line of the journal tells about.
    pub fn told_by(line: Line) -> Option<Self> {
        let detail = line.detail?;
        let Event::LooksReviewed { year, findings } = detail.event else {
            return None;
        };
        Some(Self {
            year,
            at: line.at,
            by: detail.name,
            findings,
        })
    }
}

/// By when the next review is due: a year after the last one, and the first one a year after the journal began.
pub fn review_due(last: Option<&Review>, began: Timestamp) -> NaiveDate {
    let from = dutch_date(last.map_or(began, |review| review.at));
    from.checked_add_months(Months::new(12)).unwrap_or(from)
}

/// Why somebody saw something, as they said or as the program knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose<'a> {
    /// In their own words.
    Said(&'a str),
    /// They read a page of the work, such as `page`, `form` or `meeting`.
    At(&'a str),
    /// They had opened it in an emergency.
    UnderGlass,
    /// Nothing was asked.
    NotAsked,
}

impl Purpose<'_> {
    /// The pages of the work at which a signal is read.
    pub const PLACES: [&'static str; 4] = ["page", "form", "meeting", "sources"];

    /// The purpose of an event.
    pub fn of(event: &Event) -> Purpose<'_> {
        match event {
            Event::SignalRead { purpose } if Self::PLACES.contains(&purpose.as_str()) => Purpose::At(purpose),
            Event::SignalRead { purpose } | Event::AskedElsewhere { purpose, .. } => Purpose::Said(purpose),
            Event::ReporterOpened { reason, .. } | Event::OriginalOpened { reason, .. } => {
                Purpose::Said(reason)
            }
            Event::ReadUnderGlass { .. } => Purpose::UnderGlass,
            _ => Purpose::NotAsked,
        }
    }
}

/// Whether looks of a year can be asked for on a day.
pub fn is_reviewable(year: i32, today: NaiveDate) -> bool {
    (2000..=today.year()).contains(&year)
}
