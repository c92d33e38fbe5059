// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Bounds on different persons, with the numbers of the plan of Heemstede (2024, paragraph 3.1) and with small populations.

use std::collections::BTreeSet;

use meldroute_estimate::{Across, Bounds, Count, NoBounds, Overlap, unique_persons, unique_persons_in_all};
use proptest::prelude::*;
use rstest::rstest;

const CELLS: usize = 18;
/// Heemstede, Zandvoort, Bloemendaal, `IJmond`, Haarlem, Haarlemmermeer; each sexual, criminal, labour; 2022.
const POLICE: [u32; CELLS] = [1, 0, 0, 0, 0, 0, 0, 0, 0, 4, 1, 1, 5, 0, 3, 1, 3, 1];
const CARE: [u32; CELLS] = [4, 0, 0, 0, 0, 2, 0, 0, 0, 9, 1, 0, 18, 1, 1, 4, 0, 2];

fn exact(counts: &[u32]) -> Vec<Count> {
    counts.iter().copied().map(Count::exact).collect()
}

fn every_third(counts: &[u32], from: usize) -> Vec<u32> {
    counts.iter().copied().skip(from).step_by(3).collect()
}

#[rstest]
#[case(0, 4, 5)] // Heemstede
#[case(12, 18, 23)] // Haarlem
fn sexual_exploitation_in_one_municipality(#[case] cell: usize, #[case] low: u64, #[case] high: u64) {
    let counts = exact(&[POLICE[cell], CARE[cell]]);
    assert_eq!(
        unique_persons(&counts, &[]),
        Ok(Bounds {
            low,
            high: Some(high)
        })
    );
}

#[test]
fn six_areas_and_all_forms() {
    let sources = [exact(&POLICE), exact(&CARE)];
    // A source may have another area or form for the same person ...
    let any = unique_persons_in_all(&sources, Across::AnyCell, &[]).unwrap();
    assert_eq!(
        any,
        Bounds {
            low: 42,
            high: Some(62)
        }
    );
    // ... and if it never has, there are more of them.
    let same = unique_persons_in_all(&sources, Across::SameCell, &[]).unwrap();
    assert_eq!(
        same,
        Bounds {
            low: 48,
            high: Some(62)
        }
    );
}

#[test]
fn what_sources_share_in_a_cell_tightens_the_whole() {
    let sources = [exact(&POLICE), exact(&CARE)];
    // Three persons of Haarlem and the one of Heemstede are known to both.
    let share = |cell, count| {
        let overlap = Overlap {
            one: 1,
            other: 0,
            count: Count::exact(count),
        };
        (cell, overlap)
    };
    let shared = [share(12, 3), share(0, 1)];
    let bounds = |across| unique_persons_in_all(&sources, across, &shared).unwrap();
    assert_eq!(
        bounds(Across::AnyCell),
        Bounds {
            low: 42,
            high: Some(58)
        }
    );
    // In Haarlem 20, in Heemstede 4; elsewhere as before.
    assert_eq!(
        bounds(Across::SameCell),
        Bounds {
            low: 50,
            high: Some(58)
        }
    );
    let wrong = unique_persons_in_all(&sources, Across::AnyCell, &[share(0, 21)]);
    assert_eq!(wrong, Err(NoBounds::Contradiction));
}

#[test]
fn what_is_not_known_leaves_the_end_open() {
    let labour = [
        exact(&every_third(&POLICE, 2)),
        exact(&every_third(&CARE, 2)),
        vec![Count::UNKNOWN; 6],
    ];
    let any = unique_persons_in_all(&labour, Across::AnyCell, &[]).unwrap();
    assert_eq!(any, Bounds { low: 5, high: None });
    assert_eq!(
        unique_persons_in_all(&labour, Across::SameCell, &[])
            .unwrap()
            .high,
        None
    );
    // A source that knows one area and not another: what it knows counts.
    let partly = [vec![Count::exact(7), Count::UNKNOWN], exact(&[2, 2])];
    assert_eq!(
        unique_persons_in_all(&partly, Across::AnyCell, &[]),
        Ok(Bounds { low: 7, high: None })
    );
}

#[test]
fn ranges_and_overlaps_tighten() {
    let counts = [Count::between(1, 4), Count::exact(10)];
    assert_eq!(
        unique_persons(&counts, &[]),
        Ok(Bounds {
            low: 10,
            high: Some(14)
        })
    );
    let share = |count| {
        [Overlap {
            one: 0,
            other: 1,
            count,
        }]
    };
    assert_eq!(
        unique_persons(&counts, &share(Count::exact(0))),
        Ok(Bounds {
            low: 11,
            high: Some(14)
        })
    );
    assert_eq!(
        unique_persons(&counts, &share(Count::between(1, 2))),
        Ok(Bounds {
            low: 10,
            high: Some(13)
        })
    );
    assert_eq!(
        unique_persons(&counts, &share(Count::exact(5))),
        Err(NoBounds::Contradiction)
    );
}

#[test]
fn a_question_about_no_source_has_no_answer() {
    let overlap = Overlap {
        one: 0,
        other: 0,
        count: Count::exact(1),
    };
    assert_eq!(
        unique_persons(&exact(&[3, 4]), &[overlap]),
        Err(NoBounds::NoSuchSource)
    );
    assert_eq!(
        unique_persons(&exact(&[1; 9]), &[]),
        Err(NoBounds::TooManySources(9))
    );
    assert_eq!(
        unique_persons(&[], &[]),
        Ok(Bounds {
            low: 0,
            high: Some(0)
        })
    );
}

/// All totals that whole persons can give, by trying all populations of three sources.
fn by_trying(counts: [u32; 3], shared: u32) -> BTreeSet<u32> {
    let mut totals = BTreeSet::new();
    let top = counts.iter().sum::<u32>();
    for all in 0..=shared {
        let one_two = shared - all;
        for one_three in 0..=top {
            for two_three in 0..=top {
                let on = [
                    all + one_two + one_three,
                    all + one_two + two_three,
                    all + one_three + two_three,
                ];
                if on.iter().zip(counts).all(|(on, count)| *on <= count) {
                    let alone: u32 = on.iter().zip(counts).map(|(on, count)| count - on).sum();
                    totals.insert(alone + all + one_two + one_three + two_three);
                }
            }
        }
    }
    totals
}

proptest! {
    #[test]
    fn the_bounds_are_those_that_whole_persons_reach(counts in [0_u32..7, 0..7, 0..7], shared in 0_u32..7) {
        let totals = by_trying(counts, shared);
        let overlap = Overlap { one: 0, other: 1, count: Count::exact(shared) };
        let found = unique_persons(&exact(&counts), &[overlap]);
        let expected = totals.first().zip(totals.last()).map(|(&low, &high)| Bounds { low: low.into(), high: Some(high.into()) });
        prop_assert_eq!(found, expected.ok_or(NoBounds::Contradiction));
    }

    #[test]
    fn the_truth_lies_between_the_bounds(histories in prop::collection::vec(0_u32..5, 15), known in any::<bool>()) {
        let on = |sources: usize| (1..=15_usize).zip(&histories).filter(|(history, _)| history & sources == sources).map(|(_, count)| count).sum::<u32>();
        let counts: Vec<Count> = (0..4).map(|source| Count::exact(on(1 << source))).collect();
        let overlaps = [
            Overlap { one: 0, other: 1, count: Count::exact(on(3)) },
            Overlap { one: 1, other: 3, count: Count::between(0, on(10) + 1) },
        ];
        let truth = u64::from(histories.iter().sum::<u32>());
        let found = unique_persons(&counts, if known { &overlaps } else { &[] }).unwrap();
        prop_assert!(found.low <= truth && found.high.is_some_and(|high| truth <= high), "{:?} {}", found, truth);
        let wide = unique_persons(&counts, &[]).unwrap();
        prop_assert!(wide.low <= found.low && found.high <= wide.high);
    }
}
