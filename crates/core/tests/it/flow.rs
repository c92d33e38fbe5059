// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The numbers of the route: what is counted from the journal is what a recount of the signals themselves gives, at any date.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use meldroute_core::{
    audit::{Detail, Event, Line},
    configuration::{Configuration, feedback::Moment},
    flow::{Flow, To},
    id::{BodyId, EntryId, OutcomeId, ReportId, StepId, Timestamp},
    report::Report,
    signal::{
        Signal,
        feedback::{FeedbackState, FeedbackWay},
        stage::Stage,
    },
};
use proptest::{collection::vec, prelude::*};
use uuid::Uuid;

use crate::{dice::Dice, random_route::configurations, town::at, walk::Walk};

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Three signals with random histories, at a random date.
    #[test]
    fn the_numbers_equal_a_recount(
        configuration in configurations(),
        histories in vec(vec(any::<u16>(), 0..90), 3),
        hours in 0_i64..3_000,
    ) {
        let until = at("2026-01-05T09:00:01Z") + TimeDelta::hours(hours);
        let mut lines = Vec::new();
        let mut signals = Vec::new();
        for (number, history) in histories.into_iter().enumerate() {
            let (walk, then) = walked(&configuration, history, until);
            lines.extend(walk.journal.into_iter().map(|(at, event)| line(number, at, event)));
            signals.push(then);
        }
        lines.sort_by_key(|line| line.at);
        prop_assert_eq!(seen(&Flow::count(&lines, until)), recounted(&signals));
    }
}

/// A signal at a moment, with the reports that are or were part of it.
type Then = (Signal, BTreeMap<ReportId, Report>);

/// Walks a random way, and gives with it how everything was just before a moment.
fn walked(configuration: &Configuration, history: Vec<u16>, until: Timestamp) -> (Walk<'_>, Then) {
    let steps = history.len() / 4;
    let mut dice = Dice::new(history);
    let mut walk = Walk::begin(configuration, &mut dice);
    let mut then = (walk.signal.clone(), walk.reports.clone());
    for _ in 0..steps {
        walk.step(&mut dice);
        if walk.now < until {
            then = (walk.signal.clone(), walk.reports.clone());
        }
    }
    (walk, then)
}

fn line(signal: usize, at: Timestamp, event: Event) -> Line {
    Line {
        seq: 1,
        id: EntryId(Uuid::nil()),
        at,
        person: None,
        about_kind: "signal".to_owned(),
        about_id: Some(Uuid::from_u128(signal as u128)),
        action: event.as_str().to_owned(),
        detail: Some(Detail {
            name: String::new(),
            roles: Vec::new(),
            origin: String::new(),
            event,
            trace: String::new(),
        }),
    }
}

/// What is compared. Waits are compared by their sum, since one that was over at once leaves no trace in the signal.
#[derive(Debug, Default, PartialEq)]
struct Numbers {
    signals: u64,
    looped: u64,
    steps: BTreeMap<StepId, (u64, u64, Vec<TimeDelta>, TimeDelta)>,
    moves: BTreeMap<(StepId, To), u64>,
    outcomes: BTreeMap<(Option<BodyId>, OutcomeId), u64>,
    given: u64,
    withheld: u64,
}

fn seen(flow: &Flow) -> Numbers {
    let steps = flow.steps.iter().map(|(step, at)| {
        let numbers = (at.visits, at.now, at.stays.clone(), at.waits.iter().sum());
        (step.clone(), numbers)
    });
    Numbers {
        signals: flow.signals,
        looped: flow.looped,
        steps: steps.collect(),
        moves: flow.moves.clone(),
        outcomes: flow.outcomes.clone(),
        given: flow.feedback.in_time + flow.feedback.late,
        withheld: flow.feedback.withheld,
    }
}

fn recounted(signals: &[Then]) -> Numbers {
    let mut numbers = Numbers {
        signals: signals.len() as u64,
        ..Numbers::default()
    };
    for (signal, reports) in signals {
        let been: BTreeSet<&StepId> = signal.visits.iter().map(|visit| &visit.step).collect();
        numbers.looped += u64::from(been.len() < signal.visits.len());
        for visit in &signal.visits {
            let step = numbers.steps.entry(visit.step.clone()).or_default();
            step.0 += 1;
            step.2.extend(visit.until.map(|until| until - visit.from));
        }
        for pair in signal.visits.windows(2) {
            let step = numbers.steps.get_mut(&pair[0].step).unwrap();
            step.3 += pair[1].from - pair[0].until.unwrap();
            let to = To::Step(pair[1].step.clone());
            *numbers.moves.entry((pair[0].step.clone(), to)).or_default() += 1;
        }
        let last = signal.visits.last().unwrap();
        if let Stage::Closed { .. } = signal.stage {
            let end = To::End(signal.confirmation);
            *numbers.moves.entry((last.step.clone(), end)).or_default() += 1;
        } else {
            numbers.steps.get_mut(&last.step).unwrap().1 += 1;
        }
        for decision in &signal.decisions {
            let place = (decision.body.clone(), decision.outcome.clone());
            *numbers.outcomes.entry(place).or_default() += 1;
        }
        // A report that was taken out has its messages back.
        let taken_out = reports.values().flat_map(|report| &report.feedback);
        let linked = signal.reports.iter().flat_map(|link| &link.feedback);
        for message in linked.chain(taken_out) {
            numbers.given += u64::from(matches!(message.state, FeedbackState::Given { .. }));
            numbers.withheld += u64::from(matches!(message.state, FeedbackState::Withheld { .. }));
        }
    }
    for step in numbers.steps.values_mut() {
        step.2.sort();
    }
    numbers
}

#[test]
fn a_destroyed_signal_is_counted_as_gone_and_in_nothing_else() {
    let mut registered = line(
        1,
        at("2026-01-05T09:00:00Z"),
        Event::SignalRegistered {
            reports: 1,
            step: Some("register".into()),
        },
    );
    let until = at("2026-02-01T00:00:00Z");
    assert_eq!(Flow::count(std::slice::from_ref(&registered), until).signals, 1);
    registered.detail = None;
    let flow = Flow::count(std::slice::from_ref(&registered), until);
    let gone = Flow {
        gone: 1,
        ..Flow::default()
    };
    assert_eq!(flow, gone);
}

#[test]
fn feedback_of_a_report_without_a_signal_counts() {
    let given = |in_time| {
        let event = Event::FeedbackGiven {
            moment: Moment::Receipt,
            way: FeedbackWay::Phone,
            in_time,
        };
        Line {
            about_kind: "report".to_owned(),
            ..line(1, at("2026-01-05T09:00:00Z"), event)
        }
    };
    let lines = [
        given(Some(true)),
        given(Some(false)),
        given(Some(false)),
        given(None),
    ];
    let feedback = Flow::count(&lines, at("2026-02-01T00:00:00Z")).feedback;
    assert_eq!((feedback.in_time, feedback.late, feedback.unknown), (1, 2, 1));
}
