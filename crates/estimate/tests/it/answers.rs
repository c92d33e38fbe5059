// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The gates: what is said, and what is not.

use meldroute_estimate::{Answer, Area, Captures, Level, Method, Plan, Reason, answer, read};
use rstest::rstest;

use crate::table;

fn asked(captures: &Captures, method: Method) -> Answer {
    answer(
        captures,
        Area::Country,
        Plan {
            method,
            replicates: 200,
            seed: 1,
            threads: 2,
        },
        &|| (),
    )
}

#[rstest]
#[case("uk2013_6lists", 11_418)]
#[case("uk2013_5lists", 11_313)]
#[case("kosovo1999_4lists", 14_342)]
fn a_table_that_passes_all_gates_gets_an_estimate(#[case] data: &str, #[case] total: u32) {
    let found = asked(&table(data), Method::Stepwise);
    assert_eq!((found.level, &found.reasons), (Level::Estimate, &Vec::new()));
    assert!((found.fits[0].estimate - f64::from(total)).abs() < 0.5);
    let interval = found.bootstrap.unwrap().interval;
    assert!(interval.low < found.fits[0].estimate && found.fits[0].estimate < interval.high.unwrap());
}

#[test]
fn methods_that_disagree_leave_an_order_of_magnitude() {
    let found = asked(&table("neworleans2016_8lists"), Method::Stepwise);
    assert_eq!(found.level, Level::Magnitude);
    assert!(
        found
            .reasons
            .iter()
            .any(|one| matches!(one, Reason::FewShared(13)))
    );
    assert!(
        found
            .reasons
            .iter()
            .any(|one| matches!(one, Reason::Disagreement { .. }))
    );
    assert_eq!(found.magnitude(), Some((900.0, 3000.0)));
    // Main effects ignore what the lists of Kosovo know of each other.
    assert_eq!(
        asked(&table("kosovo1999_4lists"), Method::Main).level,
        Level::Magnitude
    );
}

#[test]
fn one_municipality_is_never_estimated() {
    let plan = Plan {
        method: Method::Stepwise,
        replicates: 200,
        seed: 1,
        threads: 2,
    };
    let found = answer(&table("uk2013_6lists"), Area::Municipality, plan, &|| ());
    assert_eq!(found.level, Level::Bounds);
    assert!(found.fits.is_empty() && found.bootstrap.is_none() && found.chao.is_none());
    assert_eq!(found.reasons, [Reason::OneMunicipality]);
    assert_eq!(found.persons, 2744);
}

#[rstest]
#[case(
    "a,b,count\n1,0,500\n0,1,500\n1,1,100\n",
    "There are 2 lists, and at least three are needed."
)]
#[case(
    "a,b,c,count\n1,0,0,20\n0,1,0,20\n0,0,1,20\n1,1,0,9\n0,1,1,9\n",
    "There are 78 persons on the lists"
)]
#[case(
    "a,b,c,count\n1,0,0,90\n0,1,0,90\n0,0,1,90\n1,1,0,4\n0,1,1,4\n",
    "Only 8 persons are on more than one list"
)]
#[case(
    "a,b,c,count\n1,0,0,90\n0,1,0,90\n0,0,1,90\n1,1,0,60\n",
    "Nobody on the list \"c\" is on another list."
)]
fn too_little_to_go_by_is_refused_in_words(#[case] text: &str, #[case] said: &str) {
    let found = asked(&read(text).unwrap(), Method::Stepwise);
    assert_eq!(found.level, Level::Bounds);
    let reasons: Vec<String> = found.reasons.iter().map(ToString::to_string).collect();
    assert!(
        reasons.iter().any(|reason| reason.starts_with(said)),
        "{reasons:?}"
    );
    assert!(found.fits.is_empty());
}

#[test]
fn lists_that_exclude_each_other_are_noticed() {
    let text = "adults,minors,police,count\n1,0,0,300\n0,1,0,300\n0,0,1,300\n1,0,1,60\n0,1,1,60\n";
    let found = asked(&read(text).unwrap(), Method::Stepwise);
    assert_ne!(found.level, Level::Estimate);
    let empty = |reason: &Reason| matches!(reason, Reason::EmptyPair { one, other, .. } if one == "adults" && other == "minors");
    assert!(found.reasons.iter().any(empty), "{:?}", found.reasons);
}

#[test]
fn a_list_made_from_another_is_noticed() {
    let text = "a,b,c,count\n1,1,0,200\n0,0,1,100\n1,1,1,40\n";
    for method in [Method::Stepwise, Method::AllTwoList] {
        let found = asked(&read(text).unwrap(), method);
        assert_eq!(found.level, Level::Bounds);
        let pair = |reason: &Reason| matches!(reason, Reason::Unexplained { one, other, .. } if one == "a" && other == "b");
        assert!(found.reasons.iter().any(pair), "{:?}", found.reasons);
    }
}

#[test]
fn an_average_over_too_many_lists_is_refused() {
    let found = asked(&table("neworleans2016_8lists"), Method::Average);
    assert_eq!(found.level, Level::Bounds);
    let said = found.reasons.iter().map(ToString::to_string).collect::<String>();
    assert!(said.contains("at most 6 lists, and this table has 8"), "{said}");
}
