// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What leaves the house: an attacker who knows all tables that were ever given out finds no small number.
//!
//! The attacker here is not the program's own: it tries every number that each area could have, and keeps those that fit all that was printed.

use meldroute_core::{
    configuration::{
        Configuration,
        figures::{AreaKind, FigureArea, Figures},
        text::Language,
    },
    figures::{
        audience::{Audience, LEAST_DOUBT, LEAST_SHOWN, Shown},
        book::{Book, Key, Reading},
        release::Release,
        table::FigureTable,
        value::Value,
    },
    id::Timestamp,
};
use proptest::prelude::*;

use crate::figures::{empty, heemstede};

const MEMBERS: [&str; 3] = ["beverwijk", "heemskerk", "velsen"];
const WHOLE: &str = "ijmond";
/// No area of these tests has more.
const MOST: u32 = 14;

/// Three areas that make up a cluster, each of a size.
fn configuration(inhabitants: u32) -> Configuration {
    let area = |id: &str, kind, members: &[&str]| FigureArea {
        id: id.into(),
        name: id.to_owned(),
        kind,
        members: members.iter().map(|id| (*id).into()).collect(),
        inhabitants: Some(inhabitants),
        valid_from: None,
        valid_until: None,
    };
    let mut areas = vec![area(WHOLE, AreaKind::Cluster, &MEMBERS)];
    areas.extend(MEMBERS.map(|id| area(id, AreaKind::Municipality, &[])));
    let known = heemstede();
    let mut source = known.figures.sources[0].clone();
    source.forms.truncate(1);
    Configuration {
        figures: Figures {
            sources: vec![source],
            areas,
        },
        ..known
    }
}

/// A book with the numbers of the members in each year, and their sum for the cluster.
fn book(configuration: &Configuration, years: &[[u32; 3]]) -> Book {
    let source = &configuration.figures.sources[0];
    let mut book = empty();
    for (year, numbers) in (2020..).zip(years) {
        let whole = (WHOLE, numbers.iter().sum::<u32>());
        for (area, count) in MEMBERS.into_iter().zip(*numbers).chain([whole]) {
            let key = Key {
                source: source.id.clone(),
                year,
                area: area.into(),
                form: source.forms[0].clone(),
            };
            let reading = Reading {
                value: Value::Known { count },
                read_on: "2026-01-02".parse().unwrap(),
                document: String::new(),
            };
            book.read(key, reading);
        }
    }
    book
}

fn moment() -> Timestamp {
    "2026-11-29T12:00:00Z".parse().unwrap()
}

/// Gives a table out: what was printed of each area over its years, and the ledger with it.
fn give(book: &mut Book, configuration: &Configuration, year: i32, audience: Audience) -> Vec<Printed> {
    let source = &configuration.figures.sources[0];
    let table = FigureTable::new(book, configuration, source, year, audience);
    let release = Release::of(&table, moment());
    if book.is_news(&release) {
        book.releases.push(release);
    }
    let rows = table.rows.iter();
    rows.map(|row| Printed {
        area: row.area.as_str().to_owned(),
        years: row.years,
        shown: row.cells[0].shown.clone(),
    })
    .collect()
}

struct Printed {
    area: String,
    years: (i32, i32),
    shown: Shown,
}

impl Printed {
    /// Whether a number could have been printed like this.
    fn fits(&self, number: u32) -> bool {
        match &self.shown {
            Shown::Value(Value::Known { count }) => *count == number,
            Shown::Value(_) | Shown::Withheld => true,
            Shown::Band { low, high } => *low <= number && high.is_none_or(|high| number <= high),
            Shown::Rounded(about) => number.abs_diff(*about) < 5,
        }
    }

    /// The number that it is about, of a guess at the numbers of one year.
    fn of(&self, guess: [u32; 3]) -> u32 {
        match MEMBERS.iter().position(|member| *member == self.area) {
            Some(member) => guess[member],
            None => guess.iter().sum(),
        }
    }
}

/// Everything that the numbers of one year can be for somebody who read all of it.
fn possible(printed: &[Printed]) -> Vec<[u32; 3]> {
    let all = (0..=MOST)
        .flat_map(|one| (0..=MOST).flat_map(move |two| (0..=MOST).map(move |three| [one, two, three])));
    all.filter(|guess| printed.iter().all(|it| it.fits(it.of(*guess))))
        .collect()
}

fn assert_hidden(numbers: [u32; 3], printed: &[Printed]) {
    let guesses = possible(printed);
    assert!(guesses.contains(&numbers), "what is printed is true");
    let sums = |guess: &[u32; 3]| guess.iter().sum::<u32>();
    let ends = |pick: &dyn Fn(&[u32; 3]) -> u32| {
        let found = guesses.iter().map(pick);
        (found.clone().min().unwrap(), found.max().unwrap())
    };
    let small = |number: u32| (1..LEAST_SHOWN).contains(&number);
    for member in 0..3 {
        let (low, high) = ends(&|guess| guess[member]);
        assert!(
            !small(numbers[member]) || high - low >= LEAST_DOUBT,
            "{numbers:?}: {low} to {high}"
        );
    }
    let (low, high) = ends(&sums);
    assert!(
        !small(sums(&numbers)) || high - low >= LEAST_DOUBT,
        "{numbers:?}: {low} to {high}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nobody_computes_a_small_number_from_all_that_was_given_out(
        numbers in [0_u32..9, 0_u32..9, 0_u32..9],
        order in prop::collection::vec(prop::sample::select(vec![Audience::Council, Audience::Public]), 1..4),
    ) {
        let configuration = configuration(200_000);
        let mut book = book(&configuration, &[numbers]);
        let mut printed = Vec::new();
        for audience in order {
            printed.extend(give(&mut book, &configuration, 2020, audience));
        }
        assert_hidden(numbers, &printed);
    }

    #[test]
    fn neither_from_three_years_together_and_each_of_them_in_bands(
        numbers in prop::collection::vec(0_u32..6, 4),
        order in prop::collection::vec((2020..2024, any::<bool>()), 1..6),
    ) {
        let configuration = configuration(20_000);
        let years: Vec<[u32; 3]> = numbers.iter().map(|number| [*number, 0, 0]).collect();
        let mut book = book(&configuration, &years);
        let mut printed = Vec::new();
        for (year, public) in order {
            let audience = if public { Audience::Public } else { Audience::Council };
            printed.extend(give(&mut book, &configuration, year, audience));
        }
        // One area only has numbers: each year is a number that is tried.
        let all: Vec<Vec<u32>> = (0..4).map(|_| (0..=8).collect()).collect();
        let mut guesses: Vec<Vec<u32>> = vec![Vec::new()];
        for year in all {
            guesses = guesses
                .iter()
                .flat_map(|guess| year.iter().map(|number| [guess.as_slice(), &[*number]].concat()))
                .collect();
        }
        let about = |it: &Printed, guess: &[u32]| -> u32 {
            (it.years.0..=it.years.1).map(|year| guess[usize::try_from(year - 2020).unwrap()]).sum()
        };
        let told = |it: &&Printed| it.area == MEMBERS[0] && it.years.0 >= 2020;
        let told: Vec<&Printed> = printed.iter().filter(told).collect();
        guesses.retain(|guess| told.iter().all(|it| it.fits(about(it, guess))));
        for (at, number) in numbers.iter().enumerate() {
            let found = guesses.iter().map(|guess| guess[at]);
            let (low, high) = (found.clone().min().unwrap(), found.max().unwrap());
            let small = (1..LEAST_SHOWN).contains(number);
            prop_assert!(!small || high - low >= LEAST_DOUBT, "{numbers:?}: {low} to {high}");
        }
    }
}

fn signs(printed: &[Printed]) -> Vec<String> {
    printed.iter().map(|it| it.shown.sign(Language::Nl)).collect()
}

#[test]
fn the_council_gets_bands_and_what_would_give_one_away_is_left_out() {
    let configuration = configuration(200_000);
    let mut plain = book(&configuration, &[[12, 3, 0]]);
    assert_eq!(
        signs(&give(&mut plain, &configuration, 2020, Audience::Council)),
        ["10 tot 19", "10 tot 19", "1 tot 4", "–"]
    );
    // With a cluster of 1 to 4 two areas of at least one could have no more than three: one of them is left out.
    let mut tight = book(&configuration, &[[1, 2, 0]]);
    let printed = signs(&give(&mut tight, &configuration, 2020, Audience::Council));
    assert!(printed.contains(&"x".to_owned()), "{printed:?}");
}

#[test]
fn of_a_small_area_everybody_gets_three_years_together_and_rounded() {
    let configuration = configuration(20_000);
    let mut book = book(&configuration, &[[4, 0, 0], [5, 0, 0], [7, 0, 0]]);
    let printed = give(&mut book, &configuration, 2022, Audience::Public);
    assert!(printed.iter().all(|it| it.years == (2020, 2022)));
    assert_eq!(signs(&printed), ["15", "15", "0", "0"]);
    // A year before which nothing is known has no sum, and that is not zero.
    assert_eq!(
        signs(&give(&mut book, &configuration, 2021, Audience::Public))[1],
        "."
    );
}

#[test]
fn a_corrected_number_is_not_held_back_by_what_was_said_of_the_wrong_one() {
    let configuration = configuration(200_000);
    let mut book = book(&configuration, &[[12, 30, 0]]);
    give(&mut book, &configuration, 2020, Audience::Council);
    let mut corrected = self::book(&configuration, &[[22, 30, 0]]);
    corrected.releases = book.releases;
    assert_eq!(
        signs(&give(&mut corrected, &configuration, 2020, Audience::Council)),
        ["50 tot 99", "20 tot 49", "20 tot 49", "–"]
    );
}
