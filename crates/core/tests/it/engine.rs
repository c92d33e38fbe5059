// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The engine on random routes and random acts: no signal gets stuck, none is lost, none closes with feedback due, and what
//! is offered is what is accepted.

use meldroute_core::{configuration::read::read, report::Report, signal::Signal};
use proptest::{collection::vec, prelude::*};

use crate::{dice::Dice, random_route::configurations, toml_files::files, walk::Walk};

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    /// A random route written to files is one that the check of configurations lets pass, and reads back as it was.
    #[test]
    fn a_route_reads_back_from_its_files(configuration in configurations()) {
        let read_back = read(&files(&configuration));
        prop_assert_eq!(read_back.as_ref(), Ok(&configuration));
    }

    /// Whatever happens on whatever route, the rules hold after every act.
    #[test]
    fn no_signal_is_lost_or_stuck(
        configuration in configurations(),
        numbers in vec(any::<u16>(), 0..90),
    ) {
        let mut dice = Dice::new(numbers.clone());
        let mut walk = Walk::begin(&configuration, &mut dice);
        walk.check();
        for _ in 0..numbers.len() / 4 {
            walk.step(&mut dice);
            walk.check();
        }
        walk.empty_words_are_refused();
        round_trips(&walk);
        walk.finish();
    }
}

/// What is stored reads back as it was.
fn round_trips(walk: &Walk<'_>) {
    let stored = serde_json::to_string(&walk.signal).unwrap();
    assert_eq!(serde_json::from_str::<Signal>(&stored).unwrap(), walk.signal);
    for report in walk.reports.values() {
        let stored = serde_json::to_string(report).unwrap();
        assert_eq!(serde_json::from_str::<Report>(&stored).unwrap(), *report);
    }
}
