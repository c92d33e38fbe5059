// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Random routes that a check of configurations lets pass: steps in any order, up to three bodies, outcomes of every kind, forks,
//! gates, deadlines, an acute branch, and any policy of feedback.

use meldroute_core::{
    calendar::{
        DayUnit, Period,
        rhythm::{DayOfWeek, Rhythm},
    },
    configuration::{
        Configuration,
        body::{Body, Condition, Seat},
        deadline::Deadline,
        fact::When,
        feedback::FeedbackLevel,
        outcome::{Outcome, OutcomeKind},
        route::{Fork, Gate, Step, StepKind},
    },
    id::{BodyId, StepId},
    policy::Role,
    report::ReporterKind,
    signal::assessment::{About, Minor},
};
use proptest::{collection::vec, prelude::*};

use crate::{
    dice::Dice,
    town::{rule, templates, text, town},
};

/// Random configurations.
pub(crate) fn configurations() -> impl Strategy<Value = Configuration> {
    vec(any::<u16>(), 250).prop_map(|numbers| configuration(&mut Dice::new(numbers)))
}

fn configuration(dice: &mut Dice) -> Configuration {
    let mut configuration = town();
    let plan = Plan::new(dice);
    let places = 0..plan.kinds.len();
    let mut steps: Vec<Step> = places.map(|place| plan.step(place, dice)).collect();
    let bodies: Vec<usize> = plan.bodies().collect();
    for (place, step) in steps.iter_mut().enumerate() {
        let outcomes = plan.outcomes(place, dice);
        if bodies.contains(&place) {
            configuration.bodies.push(plan.body(place, outcomes, dice));
        } else {
            step.outcomes = outcomes;
        }
    }
    for name in 0..dice.below(3) {
        gate(&plan, &mut steps, &mut configuration.route.gates, name, dice);
    }
    configuration.route.forks = plan.forks(dice);
    let then = plan.anywhere_open();
    configuration.route.acute.then = dice.once_in(2).then(|| dice.one(&then));
    configuration.route.attention_after = period(dice);
    // The order on the screen is free, but reports come in first.
    let last = steps.pop().unwrap();
    steps.insert(1 + dice.below(steps.len()), last);
    configuration.route.steps = steps;
    for kind in ReporterKind::ALL {
        let levels = [
            FeedbackLevel::None,
            FeedbackLevel::Receipt,
            FeedbackLevel::Progress,
            FeedbackLevel::Outcome,
            FeedbackLevel::ActionsAndResults,
        ];
        let level = match kind {
            ReporterKind::Anonymous => FeedbackLevel::None,
            _ => dice.one(&levels),
        };
        let mut rule = rule(kind, level);
        rule.deadline = deadlines(dice, true);
        configuration.feedback.push(rule);
    }
    configuration.templates = templates(&configuration.feedback);
    configuration
}

/// The main line: kinds of steps from the report to the feedback, and which of them ask entry conditions.
struct Plan {
    kinds: Vec<StepKind>,
    conditional: Vec<bool>,
}

fn id(place: usize) -> StepId {
    StepId(format!("step-{place}"))
}

fn body_id(place: usize) -> BodyId {
    BodyId(format!("body-{place}"))
}

fn decides(kind: StepKind) -> bool {
    matches!(kind, StepKind::Body | StepKind::Decide)
}

impl Plan {
    fn new(dice: &mut Dice) -> Self {
        let mut kinds = vec![StepKind::Report];
        for _ in 0..=dice.below(6) {
            let bodies = kinds.iter().filter(|kind| **kind == StepKind::Body).count();
            let kind = dice.one(&[
                StepKind::Register,
                StepKind::Decide,
                StepKind::Enrich,
                StepKind::Body,
            ]);
            kinds.push(match kind {
                StepKind::Body if bodies == 3 => StepKind::Decide,
                other => other,
            });
        }
        if !kinds.iter().copied().any(decides) {
            kinds.push(StepKind::Decide);
        }
        kinds.push(StepKind::Feedback);
        // Entry conditions are asked by the decision before.
        let conditional = (0..kinds.len())
            .map(|place| {
                place > 0 && kinds[place] == StepKind::Body && decides(kinds[place - 1]) && dice.once_in(2)
            })
            .collect();
        Self { kinds, conditional }
    }

    fn bodies(&self) -> impl Iterator<Item = usize> {
        (0..self.kinds.len()).filter(|place| self.kinds[*place] == StepKind::Body)
    }

    /// Steps to which anything may lead: no report, no entry conditions.
    fn open(&self, from: usize) -> Vec<usize> {
        (from.max(1)..self.kinds.len())
            .filter(|place| !self.conditional[*place])
            .collect()
    }

    fn anywhere_open(&self) -> Vec<StepId> {
        self.open(1).into_iter().map(id).collect()
    }

    fn step(&self, place: usize, dice: &mut Dice) -> Step {
        let kind = self.kinds[place];
        let owners: &[Role] = match kind {
            StepKind::Report | StepKind::Body | StepKind::Feedback => &[Role::Coordinator],
            StepKind::Register | StepKind::Decide => &[Role::Coordinator, Role::ContactOfficer],
            StepKind::Enrich => &[Role::Enricher, Role::Coordinator],
        };
        let moves = !decides(kind) && kind != StepKind::Feedback;
        Step {
            id: id(place),
            name: text("A step"),
            kind,
            owner: dice.one(owners),
            next: moves.then(|| id(place + 1)),
            body: (kind == StepKind::Body).then(|| body_id(place)),
            gate: None,
            deadline: deadlines(dice, kind == StepKind::Report),
            outcomes: Vec::new(),
            formerly: Vec::new(),
        }
    }

    fn body(&self, place: usize, outcomes: Vec<Outcome>, dice: &mut Dice) -> Body {
        let conditions = if self.conditional[place] {
            1 + dice.below(2)
        } else {
            0
        };
        let rhythms = [
            Rhythm::Week {
                weekday: DayOfWeek::Tuesday,
                weeks: 1,
            },
            Rhythm::Month {
                weekday: DayOfWeek::Monday,
                months: 6,
            },
            Rhythm::AsPlanned {
                expected_within_days: 30,
            },
        ];
        Body {
            id: body_id(place),
            name: text("A body"),
            rhythm: dice.one(&rhythms),
            internal: dice.once_in(2),
            chair: "chair".to_owned(),
            quorum: None,
            seats: vec![Seat {
                id: "chair".to_owned(),
                title: text("Chair"),
                role: Some(Role::Coordinator),
                partner: None,
            }],
            conditions: (0..conditions)
                .map(|number| Condition {
                    id: format!("condition-{number}").as_str().into(),
                    question: text("Is it so?"),
                })
                .collect(),
            outcomes,
        }
    }

    /// One outcome leads on, one leads further without conditions, the others anywhere.
    fn outcomes(&self, place: usize, dice: &mut Dice) -> Vec<Outcome> {
        if !decides(self.kinds[place]) {
            return Vec::new();
        }
        let mut outcomes = Vec::new();
        let mut add = |kind: OutcomeKind, then: Option<usize>, body: Option<usize>| {
            outcomes.push(Outcome {
                id: format!("outcome-{}", outcomes.len()).as_str().into(),
                name: text("An outcome"),
                kind,
                then: then.map(id),
                body: body.map(body_id),
            });
        };
        let plain: Vec<OutcomeKind> = OutcomeKind::ALL
            .into_iter()
            .filter(|kind| *kind != OutcomeKind::Escalate)
            .collect();
        if self.conditional[place + 1] {
            add(OutcomeKind::Escalate, None, Some(place + 1));
        } else {
            add(dice.one(&plain), Some(place + 1), None);
        }
        let further = dice.one(&self.open(place + 1));
        add(dice.one(&plain), Some(further), None);
        for _ in 0..dice.below(5) {
            let kind = dice.one(&OutcomeKind::ALL);
            if kind == OutcomeKind::Escalate {
                let others: Vec<usize> = self.bodies().filter(|body| *body != place).collect();
                if !others.is_empty() {
                    add(kind, None, Some(dice.one(&others)));
                }
                continue;
            }
            let anywhere: Vec<usize> = self
                .open(1)
                .into_iter()
                .filter(|to| *to != place || kind.waits())
                .collect();
            add(kind, dice.once_in(2).then(|| dice.one(&anywhere)), None);
        }
        outcomes
    }

    fn forks(&self, dice: &mut Dice) -> Vec<Fork> {
        let mut forks: Vec<Fork> = Vec::new();
        for _ in 0..dice.below(4) {
            let moving: Vec<usize> = (0..self.kinds.len() - 1)
                .filter(|place| !decides(self.kinds[*place]))
                .collect();
            let after = dice.one(&moving);
            let fork = Fork {
                after: id(after),
                when: facts(dice, after == 0),
                to: id(dice.one(&self.open(after + 1))),
            };
            if !forks
                .iter()
                .any(|other| other.after == fork.after && other.when == fork.when)
            {
                forks.push(fork);
            }
        }
        forks
    }
}

fn gate(plan: &Plan, steps: &mut [Step], gates: &mut Vec<Gate>, name: usize, dice: &mut Dice) {
    let place = 1 + dice.below(plan.kinds.len() - 2);
    let refused: Vec<StepId> = plan
        .anywhere_open()
        .into_iter()
        .filter(|to| *to != id(place))
        .collect();
    if steps[place].gate.is_some() {
        return;
    }
    let gate = Gate {
        id: format!("gate-{name}").as_str().into(),
        question: text("May this be asked?"),
        decided_by: dice.one(&[Role::Coordinator, Role::ContactOfficer, Role::PrivacyOfficer]),
        refused: dice.one(&refused),
    };
    steps[place].gate = Some(gate.id.clone());
    gates.push(gate);
}

fn period(dice: &mut Dice) -> Period {
    Period {
        days: [7, 1, 30][dice.below(3)],
        unit: dice.one(&[DayUnit::Calendar, DayUnit::Working]),
    }
}

/// No deadline, one that always holds, or one on a fact with or without one behind it.
fn deadlines(dice: &mut Dice, at_report: bool) -> Vec<Deadline> {
    let mut deadlines = Vec::new();
    let mut add = |when, dice: &mut Dice| {
        let Period { days, unit } = period(dice);
        deadlines.push(Deadline { days, unit, when });
    };
    if dice.once_in(3) {
        let when = facts(dice, at_report);
        add(when, dice);
    }
    if dice.once_in(3) {
        add(When::default(), dice);
    }
    deadlines
}

/// A random fact; of a report that has just come in not all are known.
fn facts(dice: &mut Dice, at_report: bool) -> When {
    let mut when = When::default();
    match dice.below(if at_report { 3 } else { 6 }) {
        0 => when.reporter = Some(dice.one(&ReporterKind::ALL)),
        1 => when.channel = Some(dice.one(&["mailbox", "phone"]).into()),
        2 => when.contact_known = Some(dice.once_in(2)),
        3 => when.minor = Some(dice.one(Minor::ALL)),
        4 => when.about = Some(dice.one(About::ALL)),
        _ => when.form = Some(dice.one(&["labour", "sexual"]).into()),
    }
    when
}
