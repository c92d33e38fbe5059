// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The demo's clock, and the weeks of its story.

use std::sync::{Mutex, PoisonError};

use chrono::{Datelike as _, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone as _, Weekday};
use meldroute_core::{calendar::dutch_date, id::Timestamp, ports::Clock};

/// A clock that is set by hand, and goes on a little with every look at it.
#[derive(Debug)]
pub(super) struct DemoClock(Mutex<Timestamp>);

impl DemoClock {
    pub(super) fn new(now: Timestamp) -> Self {
        Self(Mutex::new(now))
    }

    /// Sets it.
    pub(super) fn set(&self, to: Timestamp) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = to;
    }
}

impl Clock for DemoClock {
    fn now(&self) -> Timestamp {
        let mut now = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *now += TimeDelta::milliseconds(250);
        *now
    }
}

/// The same moment some weeks ago.
pub(super) fn weeks_ago(now: Timestamp, weeks: i64) -> Timestamp {
    now - TimeDelta::weeks(weeks)
}

/// The days of the story, counted back from the coming Tuesday: the day of the weekly meeting.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weeks {
    now: Timestamp,
    tuesday: NaiveDate,
}

impl Weeks {
    pub(super) fn new(now: Timestamp) -> Self {
        let today = dutch_date(now);
        let tuesday = today
            .iter_days()
            .find(|day| day.weekday() == Weekday::Tue)
            .unwrap_or(today);
        Self { now, tuesday }
    }

    /// The day so many days before the coming Tuesday.
    pub(super) fn day(self, before: u64) -> NaiveDate {
        self.tuesday
            .checked_sub_days(Days::new(before))
            .unwrap_or(self.tuesday)
    }

    /// The day so many days after the coming Tuesday.
    pub(super) fn ahead(self, days: u64) -> NaiveDate {
        self.tuesday
            .checked_add_days(Days::new(days))
            .unwrap_or(self.tuesday)
    }

    /// A moment on that day, by the Dutch clock.
    pub(super) fn at(self, before: u64, hour: u32, minute: u32) -> Timestamp {
        let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        let local = chrono_tz::Europe::Amsterdam.from_local_datetime(&self.day(before).and_time(time));
        // No moment of the story lies in the hour that a change of the clock skips.
        local
            .earliest()
            .map_or(self.now, |local| local.with_timezone(&chrono::Utc))
    }

    /// A moment since the last meeting: `part` of a hundred of the time from its end until now.
    pub(super) fn lately(self, part: i32) -> Timestamp {
        let end = self.at(7, 15, 30);
        end + (self.now - end) / 100 * part
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_story_ends_before_now_on_every_day_of_the_week() {
        for hours in 0..(24 * 7) {
            let now: Timestamp =
                "2026-11-23T00:00:00Z".parse::<Timestamp>().unwrap() + TimeDelta::hours(hours);
            let weeks = Weeks::new(now);
            assert!(weeks.day(0) >= dutch_date(now));
            assert!(weeks.at(7, 15, 30) < now);
            assert!(weeks.lately(1) < weeks.lately(99) && weeks.lately(99) < now);
        }
    }
}
