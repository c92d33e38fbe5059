// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The engine on random routes and random acts: no signal gets stuck, none is lost, none closes with feedback due, and what
//! is offered is what is accepted.

use std::{cell::RefCell, collections::BTreeSet};

use meldroute_core::{
    configuration::{Configuration, outcome::OutcomeKind, read::read},
    report::Report,
    signal::{Signal, feedback::FeedbackState, stage::Stage, strand::StrandState},
};
use proptest::{
    collection::vec,
    prelude::*,
    test_runner::{RngAlgorithm, TestRng, TestRunner},
};

use crate::{dice::Dice, random_route::configurations, toml_files::files, walk::Walk};

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases(500))]

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
        travels(&configuration, numbers);
    }
}

/// The same on the same 1,500 routes each time, which between them show everything that can happen to a signal.
#[test]
fn everything_that_can_happen_keeps_the_rules() {
    let seen = RefCell::new(BTreeSet::new());
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let random = (configurations(), vec(any::<u16>(), 60..90));
    TestRunner::new_with_rng(cases(1500), rng)
        .run(&random, |(configuration, numbers)| {
            seen.borrow_mut().extend(travels(&configuration, numbers));
            Ok(())
        })
        .unwrap();
    let mut expected: BTreeSet<&str> = OutcomeKind::ALL.into_iter().map(OutcomeKind::as_str).collect();
    expected.extend([
        "acute",
        "anonymous reporter",
        "assessed anew",
        "care asked without decision",
        "feedback given",
        "feedback withheld",
        "four strands at once",
        "gate granted",
        "gate refused",
        "report added",
        "report taken out",
        "sent round again",
        "strand refused",
        "strand taken back",
        "waiting",
    ]);
    assert_eq!(seen.into_inner(), expected);
}

/// Random acts and then the plain way to the end, with every rule looked at after each. Gives what happened on the way.
fn travels(configuration: &Configuration, numbers: Vec<u16>) -> BTreeSet<&'static str> {
    let steps = numbers.len() / 4;
    let mut dice = Dice::new(numbers);
    let mut walk = Walk::begin(configuration, &mut dice);
    let mut seen = BTreeSet::new();
    walk.check();
    for _ in 0..steps {
        walk.step(&mut dice);
        walk.check();
        seen.extend(sights(&walk.signal));
    }
    walk.empty_words_are_refused();
    round_trips(&walk);
    walk.finish();
    seen
}

/// What can be seen of a signal's way.
fn sights(signal: &Signal) -> impl Iterator<Item = &'static str> {
    let strand = |wanted: fn(&StrandState) -> bool| signal.strands.iter().any(|strand| wanted(&strand.state));
    let feedback = |wanted: fn(&FeedbackState) -> bool| {
        let messages = signal.linked().flat_map(|link| &link.feedback);
        messages.into_iter().any(|message| wanted(&message.state))
    };
    let steps: BTreeSet<_> = signal.visits.iter().map(|visit| &visit.step).collect();
    let undecided = |kind: &str| {
        let mut strands = signal.strands.iter();
        strands.any(|strand| strand.decision.is_none() && strand.kind.as_str() == kind)
    };
    let sights = [
        ("acute", signal.acute.is_some()),
        (
            "anonymous reporter",
            feedback(|state| matches!(state, FeedbackState::NotOwed { .. })),
        ),
        ("assessed anew", signal.assessments.len() > 1),
        ("care asked without decision", undecided("care")),
        (
            "feedback given",
            feedback(|state| matches!(state, FeedbackState::Given { .. })),
        ),
        (
            "feedback withheld",
            feedback(|state| matches!(state, FeedbackState::Withheld { .. })),
        ),
        ("four strands at once", signal.open_strands().count() >= 4),
        ("gate granted", signal.gates.iter().any(|gate| gate.granted)),
        ("gate refused", signal.gates.iter().any(|gate| !gate.granted)),
        (
            "report added",
            signal.linked().any(|link| !link.reason.is_empty()),
        ),
        (
            "report taken out",
            signal.reports.iter().any(|link| link.unlinked.is_some()),
        ),
        ("sent round again", steps.len() < signal.visits.len()),
        (
            "strand refused",
            strand(|state| matches!(state, StrandState::Refused { .. })),
        ),
        (
            "strand taken back",
            strand(|state| matches!(state, StrandState::Withdrawn { .. })),
        ),
        ("waiting", matches!(signal.stage, Stage::Waiting { .. })),
    ];
    let happened = sights
        .into_iter()
        .filter(|(_, seen)| *seen)
        .map(|(sight, _)| sight);
    let decided: Vec<&str> = signal
        .decisions
        .iter()
        .map(|decision| decision.kind.as_str())
        .collect();
    happened.chain(decided)
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
