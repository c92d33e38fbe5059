// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Laws that hold for every table, and populations of which we know the size.

use meldroute_estimate::{Method, Plan, bootstrap, chao, fitted, read};
use proptest::prelude::*;

use crate::table;

const METHODS: [Method; 3] = [Method::Main, Method::Stepwise, Method::AllTwoList];

/// A file with the lists in the given order.
fn file(order: &[usize], counts: &[u32]) -> String {
    let names: Vec<String> = order.iter().map(|list| format!("list {list}")).collect();
    let line = |(history, count): (usize, &u32)| {
        let on: Vec<String> = order
            .iter()
            .map(|list| (history >> list & 1).to_string())
            .collect();
        format!("{},{count}\n", on.join(","))
    };
    let lines: String = (1_usize..).zip(counts).map(line).collect();
    format!("{},count\n{lines}", names.join(","))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_lists_and_lines_changes_nothing(
        counts in prop::collection::vec(0_u32..40, 15),
        order in Just([0_usize, 1, 2, 3]).prop_shuffle(),
    ) {
        prop_assume!(counts.iter().any(|count| *count > 0));
        let straight = read(&file(&[0, 1, 2, 3], &counts)).unwrap();
        let shuffled = file(&order, &counts);
        let (head, lines) = shuffled.split_once('\n').unwrap();
        let mut lines: Vec<_> = lines.lines().collect();
        lines.reverse();
        let shuffled = read(&format!("{head}\n{}\n", lines.join("\n"))).unwrap();
        for method in METHODS {
            prop_assert_eq!(fitted(&straight, method), fitted(&shuffled, method));
        }
        let plan = Plan { method: Method::Stepwise, replicates: 20, seed: 7, threads: 1 };
        prop_assert_eq!(bootstrap(&straight, plan, &|| ()), bootstrap(&shuffled, Plan { threads: 2, ..plan }, &|| ()));
    }

    #[test]
    fn nobody_who_was_seen_gets_lost(counts in prop::collection::vec(0_u32..30, 15)) {
        prop_assume!(counts.iter().any(|count| *count > 0));
        let captures = read(&file(&[0, 1, 2, 3], &counts)).unwrap();
        let persons = f64::from(captures.persons());
        for method in METHODS {
            if let Ok(fit) = fitted(&captures, method) {
                let (wald, profile) = (fit.wald.unwrap(), fit.profile.unwrap());
                prop_assert!(fit.estimate >= persons);
                for interval in [wald, profile] {
                    prop_assert!(interval.low >= persons && interval.low <= fit.estimate);
                    prop_assert!(interval.high.is_none_or(|high| high >= fit.estimate));
                }
            }
        }
        prop_assert!(chao(&captures).is_ok_and(|low| low >= persons) || chao(&captures).is_err());
    }

    #[test]
    fn a_population_that_follows_the_model_is_found_again(
        hidden in 200_u32..5_000,
        odds in [0.05_f64..0.9, 0.05..0.9, 0.05..0.9, 0.05..0.9],
        tie in 0.5_f64..3.0,
    ) {
        // Expected counts, rounded to persons: lists with these odds, and the first two know of each other.
        let counts: Vec<u32> = (1_usize..16)
            .map(|history| {
                let on = |list: usize| history >> list & 1 == 1;
                let known: f64 = (0..4).filter(|list| on(*list)).map(|list| odds[list]).product();
                let tied = if on(0) && on(1) { tie } else { 1.0 };
                format!("{:.0}", f64::from(hidden) * known * tied).parse().unwrap()
            })
            .collect();
        let captures = read(&file(&[0, 1, 2, 3], &counts)).unwrap();
        prop_assume!(captures.persons_on_several() >= 50);
        let all = fitted(&captures, Method::AllTwoList).unwrap();
        let truth = f64::from(captures.persons() + hidden);
        let (wald, profile) = (all.wald.unwrap(), all.profile.unwrap());
        for interval in [wald, profile] {
            prop_assert!(interval.low <= truth && interval.high.is_none_or(|high| high >= truth), "{} {:?}", truth, all);
        }
    }
}

#[test]
fn a_seed_is_an_interval() {
    let captures = table("kosovo1999_4lists");
    let plan = Plan {
        method: Method::Stepwise,
        replicates: 50,
        seed: 1,
        threads: 1,
    };
    let once = bootstrap(&captures, plan, &|| ()).unwrap();
    assert_eq!(
        bootstrap(&captures, Plan { threads: 3, ..plan }, &|| ()),
        Ok(once)
    );
    assert_ne!(bootstrap(&captures, Plan { seed: 2, ..plan }, &|| ()), Ok(once));
}

#[test]
fn the_profile_interval_is_near_walds_where_there_is_much_to_go_by() {
    let fit = fitted(&table("kosovo1999_4lists"), Method::Main).unwrap();
    let (wald, profile) = (fit.wald.unwrap(), fit.profile.unwrap());
    assert!(
        (wald.low / profile.low - 1.0).abs() < 0.01
            && (wald.high.unwrap() / profile.high.unwrap() - 1.0).abs() < 0.01
    );
}
