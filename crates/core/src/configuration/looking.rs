// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What about looking is notable, and how long an emergency opening lasts. Shown as facts to the privacy officer; nothing is scored.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

/// What about looking is notable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Looking {
    /// The hour at which work begins.
    pub work_begins: u32,
    /// The hour at which work ends.
    pub work_ends: u32,
    /// Whether people work on Saturdays, Sundays and holidays, too.
    pub weekends: bool,
    /// A look belongs to somebody's work when they had a part in the signal within so many days of it.
    pub part_days: u32,
    /// So many different signals and reports ...
    pub burst_things: usize,
    /// ... by one person within so many minutes are notable.
    pub burst_minutes: u32,
    /// How long an emergency opening lasts.
    pub glass_minutes: u32,
}

impl Default for Looking {
    fn default() -> Self {
        Self {
            work_begins: 7,
            work_ends: 20,
            weekends: false,
            part_days: 14,
            burst_things: 15,
            burst_minutes: 15,
            glass_minutes: 60,
        }
    }
}

impl Looking {
    /// The longest that an emergency opening may last, in minutes.
    pub const LONGEST_GLASS: u32 = 480;

    /// How long an emergency opening lasts.
    pub fn glass(&self) -> TimeDelta {
        TimeDelta::minutes(i64::from(self.glass_minutes))
    }
}
