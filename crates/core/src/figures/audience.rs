// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! For whom a table is: how exact it may be. One policy, and the same for a page, a file and paper.

use meldroute_estimate::disclosure::{Range, band};
use serde::{Deserialize, Serialize};

use super::value::{Value, range};
use crate::{
    configuration::{figures::FigureArea, text::Language},
    policy::{self, Actor, Right, Role},
};

/// Numbers from 1 to below this can point at persons.
pub const LEAST_SHOWN: u32 = 5;
/// Whoever computes must be left with at least this distance between the ends of what such a number can be.
pub const LEAST_DOUBT: u32 = 3;
/// With so many inhabitants an area is no small one.
pub const LARGE: u32 = 100_000;
/// So many years are added for a small area.
pub const YEARS: i32 = 3;
/// Published numbers are multiples of this.
pub const BASE: u32 = 5;
/// Where the bands begin.
const BANDS: [u32; 6] = [1, 5, 10, 20, 50, 100];

/// For whom a table is, the closest to the work first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Who works with the signals: exact.
    #[serde(rename = "casework")]
    CaseWork,
    /// The working group: exact, in two dimensions, one source and one year at a time.
    Group,
    /// The council and the executive: bands. What they get is public.
    Council,
    /// Everybody: rounded, and of small areas three years together.
    Public,
}

impl Audience {
    /// Every audience.
    pub const ALL: [Self; 4] = [Self::CaseWork, Self::Group, Self::Council, Self::Public];

    /// The name on the command line, in addresses of pages and in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CaseWork => "casework",
            Self::Group => "group",
            Self::Council => "council",
            Self::Public => "public",
        }
    }

    /// The audience to which somebody belongs.
    pub fn of(actor: &Actor) -> Self {
        if policy::is_conceivable(actor, Right::ReadSignal) {
            Self::CaseWork
        } else if actor
            .grants
            .iter()
            .any(|grant| grant.role == Role::RegionalAnalyst)
        {
            Self::Group
        } else {
            Self::Council
        }
    }

    /// Whether it gets numbers as they are.
    pub fn is_exact(self) -> bool {
        self <= Self::Group
    }

    /// The years that are taken together for an area, first and last.
    pub(super) fn years(self, area: &FigureArea, year: i32) -> (i32, i32) {
        let small = area.inhabitants.is_none_or(|inhabitants| inhabitants < LARGE);
        if self == Self::Public && small {
            (year - YEARS + 1, year)
        } else {
            (year, year)
        }
    }
}

/// What a cell tells its audience.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The value itself; for those who get no numbers as they are, only why there is none, or that nobody was counted.
    Value(Value),
    /// Between which numbers it lies.
    Band {
        /// At least.
        low: u32,
        /// At most; none for the last band.
        high: Option<u32>,
    },
    /// About how many.
    Rounded(u32),
    /// A number that would point at somebody, or give such a number away.
    Withheld,
}

impl Shown {
    /// The band of a number.
    pub(crate) fn band(count: u32) -> Self {
        let Range { low, high } = band(count, &BANDS);
        if high == Some(0) {
            return Self::Value(Value::Known { count: 0 });
        }
        Self::Band { low, high }
    }

    /// What whoever sees it knows of the number.
    pub(crate) fn tells(&self) -> Option<Range> {
        match self {
            Self::Value(value) => value.count().map(Range::exactly),
            Self::Band { low, high } => Some(Range {
                low: *low,
                high: *high,
            }),
            Self::Rounded(number) => Some(Range {
                low: number.saturating_sub(BASE - 1),
                high: Some(number + BASE - 1),
            }),
            Self::Withheld => None,
        }
    }

    /// As CBS prints it. A rounded nought is no nil: it means fewer than the unit of rounding.
    pub fn sign(&self, language: Language) -> String {
        match self {
            Self::Value(value) => value.sign(language),
            Self::Band { low, high } => range(*low, *high, language),
            Self::Rounded(number) => number.to_string(),
            Self::Withheld => "x".to_owned(),
        }
    }

    /// As a machine reads it: a nil that was counted is 0 there.
    pub fn plain(&self, language: Language) -> String {
        match self {
            Self::Value(Value::Known { count }) => count.to_string(),
            other => other.sign(language),
        }
    }
}
