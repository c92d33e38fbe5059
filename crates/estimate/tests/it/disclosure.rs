// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Tables that leave the house: no hidden number can be pinned down closer than the policy says.

use meldroute_estimate::disclosure::{
    Fact, GivenAway, Policy, Range, Table, attack, band, controlled_rounding, protect,
};
use proptest::prelude::*;
use rstest::rstest;

const POLICY: Policy = Policy {
    least_shown: 5,
    least_doubt: 4,
};

/// Every way to fill the hidden cells with at most `most` persons each, by trying: an attacker who knows no mathematics.
fn by_trying(
    table: &Table,
    shown: &[Option<Range>],
    ledger: &[Fact],
    cell: usize,
    most: u32,
) -> Option<(u32, u32)> {
    let open: Vec<usize> = (0..shown.len()).filter(|cell| shown[*cell].is_none()).collect();
    let mut found: Option<(u32, u32)> = None;
    let mut cells = table.cells.clone();
    for mut number in 0..u64::from(most + 1).pow(u32::try_from(open.len()).unwrap()) {
        for place in &open {
            cells[*place] = u32::try_from(number % u64::from(most + 1)).unwrap();
            number /= u64::from(most + 1);
        }
        let total = |added: &[usize]| added.iter().map(|cell| cells[*cell]).sum::<u32>();
        let holds = table.sums.iter().all(|(added, sum)| total(added) == cells[*sum]);
        let known = ledger.iter().all(|fact| {
            let sum = total(&fact.cells);
            sum >= fact.range.low && fact.range.high.is_none_or(|high| sum <= high)
        });
        if holds && known {
            let (low, high) = found.unwrap_or((cells[cell], cells[cell]));
            found = Some((low.min(cells[cell]), high.max(cells[cell])));
        }
    }
    found
}

fn table(numbers: &[u32], columns: usize) -> Table {
    let rows: Vec<Vec<u32>> = numbers.chunks(columns).map(<[u32]>::to_vec).collect();
    Table::with_margins(&rows).unwrap()
}

#[test]
fn a_single_small_number_takes_others_with_it() {
    let table = table(&[2, 20, 9, 30], 2);
    let mut alone: Vec<Option<Range>> = table
        .cells
        .iter()
        .map(|count| Some(Range::exactly(*count)))
        .collect();
    alone[0] = None;
    assert_eq!(attack(&table, &alone, &[], 0), Some(Range::exactly(2)));
    let shown = protect(&table, POLICY, &[]).unwrap();
    assert!(
        shown[0].is_none() && shown.iter().filter(|cell| cell.is_none()).count() >= 4,
        "{shown:?}"
    );
    assert!(attack(&table, &shown, &[], 0).unwrap().leaves(4));
}

#[test]
fn what_was_published_before_is_knowledge() {
    let table = table(&[2, 20, 9, 30], 2);
    let shown = protect(&table, POLICY, &[]).unwrap();
    // An earlier table said: one to three persons in the first cell.
    let told = Fact {
        cells: vec![0],
        range: Range {
            low: 1,
            high: Some(3),
        },
    };
    assert!(
        !attack(&table, &shown, std::slice::from_ref(&told), 0)
            .unwrap()
            .leaves(4)
    );
    assert_eq!(protect(&table, POLICY, &[told]), Err(GivenAway));
    // A sum with another cell only makes more of the table disappear.
    let sum = Fact {
        cells: vec![0, 4],
        range: Range::exactly(32),
    };
    let less = protect(&table, POLICY, std::slice::from_ref(&sum)).unwrap();
    assert!(attack(&table, &less, &[sum], 0).unwrap().leaves(4));
}

#[test]
fn a_fact_about_a_cell_that_is_not_there_stops_everything() {
    assert_eq!(Table::with_margins(&[vec![1, 2], vec![3]]), None);
    let table = table(&[2, 20, 9, 30], 2);
    let stray = Fact {
        cells: vec![0, 9],
        range: Range::exactly(2),
    };
    assert_eq!(protect(&table, POLICY, &[stray]), Err(GivenAway));
}

#[test]
fn a_table_without_small_numbers_is_shown_whole() {
    let table = table(&[0, 20, 9, 30, 5, 7], 3);
    assert!(protect(&table, POLICY, &[]).unwrap().iter().all(Option::is_some));
}

#[rstest]
#[case(0, 0, Some(0))]
#[case(1, 1, Some(4))]
#[case(5, 5, Some(9))]
#[case(49, 10, Some(49))]
#[case(50, 50, None)]
fn bands_hold_their_number(#[case] count: u32, #[case] low: u32, #[case] high: Option<u32>) {
    assert_eq!(band(count, &[5, 10, 50]), Range { low, high });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn no_hidden_number_is_pinned_down(
        numbers in prop::collection::vec(prop_oneof![3 => 0_u32..6, 1 => 0_u32..60], 12),
        columns in prop::sample::select(vec![2_usize, 3, 4]),
        told in prop::collection::vec((0_usize..12, 0_usize..12, 0_u32..10), 0..3),
    ) {
        let table = table(&numbers, columns);
        // What earlier releases said: the sums of two cells, in bands.
        let ledger: Vec<Fact> = told
            .iter()
            .filter(|(one, other, _)| one != other)
            .map(|(one, other, around)| {
                let sum = table.cells[*one] + table.cells[*other];
                Fact { cells: vec![*one, *other], range: Range { low: sum.saturating_sub(*around), high: Some(sum + around) } }
            })
            .collect();
        if let Ok(shown) = protect(&table, POLICY, &ledger) {
            for (cell, count) in table.cells.iter().enumerate() {
                if (1..POLICY.least_shown).contains(count) {
                    prop_assert!(shown[cell].is_none());
                    let range = attack(&table, &shown, &ledger, cell).unwrap();
                    prop_assert!(range.leaves(POLICY.least_doubt), "{:?} {:?} {:?}", table, shown, range);
                    prop_assert!(range.low <= *count && range.high.is_none_or(|high| high >= *count));
                } else {
                    prop_assert!(shown[cell].is_none_or(|range| range == Range::exactly(*count)));
                }
            }
        }
    }

    #[test]
    fn the_programme_finds_what_trying_finds(
        numbers in prop::collection::vec(0_u32..3, 4),
        hidden in prop::collection::vec(any::<bool>(), 9),
        around in 0_u32..2,
    ) {
        let table = table(&numbers, 2);
        let shown: Vec<Option<Range>> =
            table.cells.iter().zip(&hidden).enumerate().map(|(cell, (count, hidden))| (cell == 8 || !hidden).then(|| Range::exactly(*count))).collect();
        prop_assume!(shown.iter().filter(|cell| cell.is_none()).count() <= 4);
        let sum = table.cells[0] + table.cells[4];
        let ledger = [Fact { cells: vec![0, 4], range: Range { low: sum.saturating_sub(around), high: Some(sum + around) } }];
        for cell in 0..9 {
            let range = attack(&table, &shown, &ledger, cell).unwrap();
            // The total of all is known, so no cell holds more than that.
            let tried = by_trying(&table, &shown, &ledger, cell, table.cells[8]);
            prop_assert_eq!(Some((range.low, range.high.unwrap())), tried);
        }
    }

    #[test]
    fn rounded_tables_still_add_up(numbers in prop::collection::vec(0_u32..40, 12), columns in prop::sample::select(vec![2_usize, 3, 4]), base in 2_u32..7) {
        let table = table(&numbers, columns);
        let rounded = controlled_rounding(&table, base).unwrap().unwrap();
        for (cell, value) in table.cells.iter().zip(&rounded) {
            prop_assert!(value % base == 0 && value.abs_diff(*cell) < base);
        }
        for (added, sum) in &table.sums {
            prop_assert_eq!(added.iter().map(|cell| rounded[*cell]).sum::<u32>(), rounded[*sum]);
        }
    }
}
