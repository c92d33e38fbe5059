// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Every published or recomputed number of `tests/data/expected.csv`, to the digits that stand there. Sources: README.

use crate::{
    Captures, Interval, Method, Plan, bootstrap, chao,
    choose::weigh_all,
    exists::existence,
    fitted,
    model::{Design, Model, pairs},
    read,
};

/// A row: data, method, estimate, low, high, note.
type Row = Vec<String>;

fn rows(data: &str) -> Vec<Row> {
    let all = include_str!("../tests/data/expected.csv").lines().skip(1);
    let rows = all.map(|line| line.split(',').map(str::to_owned).collect::<Row>());
    rows.filter(|row| row[0] == data).collect()
}

pub(crate) fn table(name: &str) -> Captures {
    let path = format!("{}/tests/data/{name}.csv", env!("CARGO_MANIFEST_DIR"));
    read(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Whether a value is the printed one, half a digit after the last aside.
fn agrees(value: f64, printed: &str) -> bool {
    let digits = i32::try_from(printed.split_once('.').map_or(0, |(_, part)| part.len())).unwrap();
    let printed: f64 = printed.parse().unwrap();
    (value - printed).abs() <= 0.500_001 * 10_f64.powi(-digits)
}

fn method(name: &str) -> Method {
    let methods = [Method::Main, Method::Stepwise, Method::AllTwoList];
    let found = methods
        .into_iter()
        .find(|one| one.as_str() == name.replace('_', "-"));
    found.unwrap_or_else(|| panic!("no method {name}"))
}

fn within_5_percent(value: f64, printed: &str) -> bool {
    let printed: f64 = printed.parse().unwrap();
    (value / printed - 1.0).abs() < 0.05
}

fn check(captures: &Captures, row: &Row) {
    if row[1] == "bic_best_of_1024" {
        let all = weigh_all(captures.table()).unwrap();
        assert_eq!(all.len(), 1024);
        assert!(agrees(all[0].estimate, &row[2]), "{row:?}: {:?}", all[0]);
    } else if let Some(effects) = row[1].strip_prefix("existence:") {
        assert_eq!(code(captures, effects).to_string(), row[2], "{row:?}");
    } else if row[5] == "bca" {
        let plan = Plan {
            method: method(&row[1]),
            replicates: 1_000,
            seed: 1,
            threads: 2,
        };
        let found = bootstrap(captures, plan, &|| ()).unwrap();
        let Interval { low, high } = found.interval;
        assert!(
            within_5_percent(low, &row[3]) && within_5_percent(high.unwrap(), &row[4]),
            "{row:?}: {found:?}"
        );
    } else {
        check_fit(captures, row);
    }
}

fn check_fit(captures: &Captures, row: &Row) {
    let fit = fitted(captures, method(&row[1])).unwrap();
    assert!(agrees(fit.estimate, &row[2]), "{row:?}: {fit:?}");
    if !row[3].is_empty() {
        let wald = fit.wald.unwrap();
        assert!(
            agrees(wald.low, &row[3]) && agrees(wald.high.unwrap(), &row[4]),
            "{row:?}: {wald:?}"
        );
    }
    if let Some((_, deviance)) = row[5].split_once("deviance ") {
        assert!(agrees(fit.deviance.unwrap(), deviance), "{row:?}: {fit:?}");
    }
}

/// The code of existence of a model such as `AB+AC` on lists of one letter.
fn code(captures: &Captures, effects: &str) -> u8 {
    let bit = |letter: &str| captures.lists().iter().position(|list| list == letter).unwrap();
    let wanted: Vec<u16> = effects
        .split('+')
        .map(|pair| pair.split_at(1))
        .map(|(one, other)| (1 << bit(one)) | (1 << bit(other)))
        .collect();
    let all = pairs(captures.lists().len()).enumerate();
    let model = all
        .filter(|(_, lists)| wanted.contains(lists))
        .fold(Model::default(), |model, (pair, _)| model.with(pair));
    let mut design = Design::default();
    design.set(captures.table(), model);
    existence(&design).unwrap().code()
}

#[rstest::rstest]
#[case("uk2013_6lists", 4)]
#[case("uk2013_5lists", 4)]
#[case("neworleans2016_8lists", 3)]
#[case("kosovo1999_4lists", 3)]
#[case("artificial_3lists", 7)]
fn every_published_number_comes_out(#[case] data: &str, #[case] count: usize) {
    let rows = rows(data);
    assert_eq!(rows.len(), count);
    let captures = table(data);
    for row in &rows {
        check(&captures, row);
    }
}

#[test]
fn models_that_explain_a_table_equally_well_differ_by_a_factor_of_two() {
    let all = weigh_all(table("uk2013_5lists").table()).unwrap();
    assert!(all[1].criterion - all[0].criterion < 1.0);
    assert!(agrees(all[0].estimate, "22991") && agrees(all[1].estimate, "12262"));
}

#[test]
fn all_rows_belong_to_a_table() {
    let all = include_str!("../tests/data/expected.csv").lines().count() - 1;
    assert_eq!(all, 4 + 4 + 3 + 3 + 7);
}

#[test]
fn for_equal_lists_the_lower_bound_is_chaos_formula() {
    // Each of three lists: 20 persons on it alone, 5 on each pair.
    let captures =
        read("a,b,c,count\n1,0,0,20\n0,1,0,20\n0,0,1,20\n1,1,0,5\n1,0,1,5\n0,1,1,5\n1,1,1,9\n").unwrap();
    let formula = 84.0 + 2.0 / 3.0 * 60.0_f64.powi(2) / (2.0 * 15.0);
    assert!((chao(&captures).unwrap() - formula).abs() < 1e-6);
}
