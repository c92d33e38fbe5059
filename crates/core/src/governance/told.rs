// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What a paper may tell of our own numbers: exact for who works with them, else in bands, and nothing where a small number could be computed
//! from it together with what the pages of the picture tell the same readers.

use chrono::{Datelike as _, NaiveDate};
use meldroute_estimate::disclosure::{Fact, Policy, Range, Table, withhold};

use super::Period;
use crate::{
    configuration::text::Language,
    figures::{
        audience::{Audience, BASE, LEAST_DOUBT, LEAST_SHOWN, Shown},
        value::Value,
    },
    ports::Counts,
};

/// So many half years stand beside each other, so that one can see whether something changes.
const HALVES: usize = 4;

/// Reports that came in, in half years up to the end of a period, oldest first.
pub(super) fn half_years(counts: &Counts, period: Period, audience: Audience) -> Vec<(Period, Shown)> {
    let last = Period::around(period.last());
    let mut halves: Vec<Period> = std::iter::successors(Some(last), |half| Some(half.before()))
        .take(HALVES)
        .collect();
    halves.reverse();
    halves
        .into_iter()
        .map(|half| (half, total(counts, half, audience)))
        .collect()
}

/// Reports that came in, per month up to a day; for those only who get numbers as they are.
pub(super) fn months(counts: &Counts, period: Period, until: NaiveDate) -> Vec<(u32, u64)> {
    let (first, last) = period.months();
    let last = if period.last() > until {
        until.month()
    } else {
        last
    };
    (first..=last)
        .map(|month| {
            let here = counts
                .reports
                .iter()
                .filter(|((year, of, _), _)| (*year, *of) == (period.year(), month));
            (month, here.map(|(_, count)| count).sum())
        })
        .collect()
}

fn total(counts: &Counts, half: Period, audience: Audience) -> Shown {
    let (first, last) = half.months();
    let parts: Vec<u32> = counts
        .reports
        .iter()
        .filter(|((year, month, _), _)| *year == half.year() && (first..=last).contains(month))
        .map(|(_, count)| u32::try_from(*count).unwrap_or(u32::MAX))
        .collect();
    let total = parts.iter().fold(0_u32, |sum, part| sum.saturating_add(*part));
    if audience.is_exact() {
        return Shown::Value(Value::Known { count: total });
    }
    let band = Shown::band(total);
    if gives_away(&parts, total, &band) {
        Shown::Withheld
    } else {
        band
    }
}

/// Whether a total lets small parts be computed, for who also knows of each part what the page of the picture tells.
fn gives_away(parts: &[u32], total: u32, band: &Shown) -> bool {
    let whole = parts.len();
    let table = Table {
        cells: parts.iter().copied().chain([total]).collect(),
        sums: vec![((0..whole).collect(), whole)],
    };
    let known = (0..).zip(parts).map(|(cell, count)| Fact {
        cells: vec![cell],
        range: match *count {
            1..LEAST_SHOWN => Range {
                low: 1,
                high: Some(LEAST_SHOWN - 1),
            },
            count => Range::exactly(count),
        },
    });
    let known: Vec<Fact> = known.collect();
    let mut shown = vec![None; whole];
    shown.push(band.tells());
    let policy = Policy {
        least_shown: LEAST_SHOWN,
        least_doubt: LEAST_DOUBT,
    };
    let left = withhold(&table, shown, policy, &known);
    !left.is_ok_and(|left| left.last().is_some_and(Option::is_some))
}

/// A number of the route: as it is, or as the page of the route rounds it for who sees figures only.
pub(super) fn number(count: u64, audience: Audience) -> String {
    let (least, base) = (u64::from(LEAST_SHOWN), u64::from(BASE));
    match count {
        0 => "0".to_owned(),
        count if audience.is_exact() => count.to_string(),
        count if count < least => format!("minder dan {least}"),
        count => ((count + base / 2) / base * base).to_string(),
    }
}

/// A number in words, within a sentence; none where it is not told.
pub(super) fn words(shown: &Shown) -> Option<String> {
    match shown {
        Shown::Value(value) => value.count().map(|count| match count {
            0 => "geen".to_owned(),
            count => count.to_string(),
        }),
        Shown::Band {
            low,
            high: Some(high),
        } => Some(format!("{low} tot en met {high}")),
        Shown::Band { low, high: None } => Some(format!("{low} of meer")),
        Shown::Rounded(count) => Some(format!("ongeveer {count}")),
        Shown::Withheld => None,
    }
}

/// A number in a cell of a table.
pub(super) fn cell(shown: &Shown) -> String {
    match shown {
        Shown::Value(Value::Known { count }) => count.to_string(),
        other => other.sign(Language::Nl),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(parts: &[(u32, &str, u64)]) -> Counts {
        let reports = parts
            .iter()
            .map(|(month, channel, count)| ((2026, *month, (*channel).into()), *count));
        Counts {
            reports: reports.collect(),
            ..Counts::default()
        }
    }

    fn told(parts: &[(u32, &str, u64)], audience: Audience) -> Shown {
        let half = Period::half(2026, 1).unwrap();
        let all = half_years(&counts(parts), half, audience);
        assert_eq!(all.len(), 4);
        all.last().unwrap().1.clone()
    }

    #[test]
    fn who_works_with_them_gets_numbers_others_bands() {
        let parts = [(1, "post", 7), (2, "post", 6)];
        let exact = told(&parts, Audience::Group);
        assert_eq!(words(&exact).as_deref(), Some("13"));
        let band = told(&parts, Audience::Council);
        assert_eq!(words(&band).as_deref(), Some("10 tot en met 19"));
        let nothing = told(&[], Audience::Council);
        assert_eq!(
            (words(&nothing).as_deref(), cell(&nothing).as_str()),
            (Some("geen"), "0")
        );
    }

    #[test]
    fn a_total_that_gives_small_months_away_is_not_told() {
        // Four months of which the page says "fewer than 5", and a total from 1 to 4: each would be exactly 1.
        let parts = [(1, "post", 1), (2, "post", 1), (3, "post", 1), (4, "post", 1)];
        assert_eq!(told(&parts, Audience::Council), Shown::Withheld);
        assert_eq!(words(&told(&parts, Audience::CaseWork)).as_deref(), Some("4"));
        // Of two months and a total from 1 to 4, each would be at most 3.
        assert_eq!(told(&parts[..2], Audience::Council), Shown::Withheld);
        assert_ne!(told(&parts[..1], Audience::Council), Shown::Withheld);
    }

    #[test]
    fn numbers_of_the_route_are_rounded_as_on_its_page() {
        let council = [0, 4, 5, 7, 8, 13].map(|count| number(count, Audience::Council));
        assert_eq!(council, ["0", "minder dan 5", "5", "5", "10", "15"]);
        assert_eq!(number(3, Audience::Group), "3");
    }
}
