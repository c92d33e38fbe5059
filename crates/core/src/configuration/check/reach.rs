// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The route as a whole: every step can be reached, and from every step the feedback can be.
//!
//! The ways are those of the engine ([`crate::signal::act`]): on to the next step, forks, a refused gate, and what follows from each
//! outcome.

use std::collections::BTreeSet;

use super::{Check, route::ROUTE};
use crate::{
    configuration::{
        Configuration,
        body::Body,
        outcome::{Outcome, OutcomeKind},
        route::{Step, StepKind},
    },
    id::StepId,
};

/// A way from one step to another.
struct Way<'c> {
    to: &'c StepId,
    /// Whether entry conditions must hold; if they don't, the way is closed.
    conditional: bool,
}

impl Check<'_, '_, '_> {
    pub(super) fn reach(&mut self) {
        let whole = self.source.is_complete(ROUTE) && self.source.is_complete("bodies.toml");
        if !whole {
            return;
        }
        self.one_of_each();
        if self.lame {
            return;
        }
        self.no_circle();
        self.all_reached();
        self.conditions_asked();
        self.conditions_passed_by();
    }

    fn one_of_each(&mut self) {
        let steps = &self.configuration.route.steps;
        if steps.first().is_none_or(|first| first.kind != StepKind::Report) {
            self.note_lame(
                ROUTE,
                "step[0].kind",
                "the first step must be of kind `report`: there reports come in",
                "put it first",
            );
        }
        for (index, step) in steps.iter().enumerate().skip(1) {
            if step.kind == StepKind::Report {
                self.note_lame(
                    ROUTE,
                    &format!("step[{index}].kind"),
                    "only the first step can be of kind `report`",
                    "choose another kind, such as register",
                );
            }
        }
        let feedback = steps
            .iter()
            .enumerate()
            .filter(|(_, step)| step.kind == StepKind::Feedback);
        for (index, _) in feedback.clone().skip(1) {
            self.note_lame(
                ROUTE,
                &format!("step[{index}].kind"),
                "there is another step of kind `feedback`",
                "keep one: at it each reporter hears back and the signal closes",
            );
        }
        if feedback.count() == 0 {
            self.note_lame(
                ROUTE,
                "step",
                "there is no step of kind `feedback`: no signal could ever close",
                "add a [[step]] with kind = \"feedback\"",
            );
        }
        let decides = |step: &Step| matches!(step.kind, StepKind::Body | StepKind::Decide);
        if !steps.iter().any(decides) {
            self.note_lame(
                ROUTE,
                "step",
                "nobody decides anything on this route",
                "add a step of kind `body` (a body decides) or `decide` (a person decides)",
            );
        }
    }

    fn all_reached(&mut self) {
        let configuration = self.configuration;
        let steps = &configuration.route.steps;
        let Some(first) = steps.first() else { return };
        if configuration.route.first_of(StepKind::Feedback).is_none() {
            return;
        }
        let reached = reached_from(configuration, first, false);
        let sure = surely_ending(configuration);
        for (index, step) in steps.iter().enumerate() {
            let path = format!("step[{index}].id");
            let cut_off = |other: &&Step| !reached.contains(&other.id);
            // Of a chain only its head is named: the rest follows from it.
            let behind = |other: &Step| {
                leads(configuration, other, step, false) && !leads(configuration, step, other, false)
            };
            if cut_off(&step) && !steps.iter().filter(cut_off).any(behind) {
                self.note(
                    ROUTE,
                    &path,
                    &format!("no way leads to step `{}`", step.id),
                    "let a step or an outcome lead to it, or take it out",
                );
            }
            // Of those that lead to each other the first where somebody decides is named.
            let rank = |step: &Step| (moves(configuration, step).len(), place(steps, step));
            let before = |other: &Step| {
                leads(configuration, step, other, true)
                    && !sure.contains(&other.id)
                    && (!leads(configuration, other, step, true) || rank(other) < rank(step))
            };
            let told_already = round(configuration, step).contains(&step.id);
            if !sure.contains(&step.id) && !told_already && !steps.iter().any(before) {
                self.note(
                    ROUTE,
                    &path,
                    &format!(
                        "from step `{}` no sure way leads to the feedback: a signal would get stuck, and its reporter never hear back",
                        step.id
                    ),
                    "add an outcome or a `next` that leads on, without entry conditions",
                );
            }
        }
    }

    /// Going round without any decision would never end.
    fn no_circle(&mut self) {
        let configuration = self.configuration;
        let mut named = BTreeSet::new();
        for (index, step) in configuration.route.steps.iter().enumerate() {
            let seen = round(configuration, step);
            if seen.contains(&step.id) && !named.contains(&step.id) {
                self.note(
                    ROUTE,
                    &format!("step[{index}].next"),
                    &format!(
                        "from step `{}` a signal goes round and comes back without any decision",
                        step.id
                    ),
                    "let `next` or the fork lead on to a step where a body or a person decides",
                );
                named.extend(seen);
            }
        }
    }

    /// Entry conditions are asked when a signal is escalated; a body that is entered by other ways only would never ask them.
    fn conditions_asked(&mut self) {
        let configuration = self.configuration;
        let Some(first) = configuration.route.steps.first() else {
            return;
        };
        let reached = reached_from(configuration, first, false);
        for (index, body) in configuration.bodies.iter().enumerate() {
            let enters = configuration
                .route
                .step_of(&body.id)
                .is_some_and(|step| reached.contains(&step.id));
            if enters && !body.conditions.is_empty() && !escalated_to(configuration, body) {
                self.note(
                    "bodies.toml",
                    &format!("body[{index}].condition"),
                    &format!("the entry conditions of `{}` are never asked: no outcome of kind `escalate` leads to it", body.id),
                    "add such an outcome to the body or person before it, or take the conditions out",
                );
            }
        }
    }

    /// Entry conditions are asked at an escalation. A plain way into the same body would pass them by.
    fn conditions_passed_by(&mut self) {
        let configuration = self.configuration;
        let guarded = |to: &StepId| {
            let step = configuration.route.step(to)?;
            let body = configuration.body(step.body.as_ref()?)?;
            (!body.conditions.is_empty() && escalated_to(configuration, body)).then_some(body)
        };
        let mut found: Vec<(&'static str, String, &Body)> = Vec::new();
        for (index, step) in configuration.route.steps.iter().enumerate() {
            let next = step.next.as_ref().and_then(guarded);
            found.extend(next.map(|body| (ROUTE, format!("step[{index}].next"), body)));
            for (at, outcome) in step.outcomes.iter().enumerate() {
                let then = outcome.then.as_ref().and_then(guarded);
                found.extend(then.map(|body| (ROUTE, format!("step[{index}].outcome[{at}].then"), body)));
            }
        }
        for (index, gate) in configuration.route.gates.iter().enumerate() {
            found.extend(guarded(&gate.refused).map(|body| (ROUTE, format!("gate[{index}].refused"), body)));
        }
        for (index, fork) in configuration.route.forks.iter().enumerate() {
            found.extend(guarded(&fork.to).map(|body| (ROUTE, format!("fork[{index}].to"), body)));
        }
        for (index, body) in configuration.bodies.iter().enumerate() {
            for (at, outcome) in body.outcomes.iter().enumerate() {
                let then = outcome
                    .then
                    .as_ref()
                    .and_then(guarded)
                    .filter(|to| to.id != body.id);
                found.extend(
                    then.map(|body| ("bodies.toml", format!("body[{index}].outcome[{at}].then"), body)),
                );
            }
        }
        for (file, path, body) in found {
            self.note(
                file,
                &path,
                &format!(
                    "this leads into `{}` without asking its entry conditions",
                    body.id
                ),
                &format!(
                    "use an outcome of kind `escalate` with body = \"{}\", or take the conditions out",
                    body.id
                ),
            );
        }
    }
}

/// Whether an outcome brings signals into a body, asking its entry conditions.
fn escalated_to(configuration: &Configuration, body: &Body) -> bool {
    let of_bodies = configuration.bodies.iter().flat_map(|body| &body.outcomes);
    let of_persons = configuration.route.steps.iter().flat_map(|step| &step.outcomes);
    let leads_here =
        |outcome: &Outcome| outcome.kind == OutcomeKind::Escalate && outcome.body.as_ref() == Some(&body.id);
    of_bodies.chain(of_persons).any(leads_here)
}

/// Whether a step leads to another one.
fn leads(configuration: &Configuration, from: &Step, to: &Step, surely: bool) -> bool {
    from.id != to.id && reached_from(configuration, from, surely).contains(&to.id)
}

fn place(steps: &[Step], step: &Step) -> usize {
    steps.iter().take_while(|other| other.id != step.id).count()
}

/// The steps from which a signal always comes to the feedback when people want it to: whichever fork its facts choose, with
/// each gate answered by yes, and without any entry condition.
fn surely_ending(configuration: &Configuration) -> BTreeSet<&StepId> {
    let mut sure: BTreeSet<&StepId> = BTreeSet::new();
    loop {
        let known = sure.len();
        for step in &configuration.route.steps {
            let moves = moves(configuration, step);
            let ends = match step.kind {
                StepKind::Feedback => true,
                StepKind::Report | StepKind::Register | StepKind::Enrich => {
                    !moves.is_empty() && moves.into_iter().all(|to| sure.contains(to))
                }
                StepKind::Body | StepKind::Decide => chosen(configuration, step)
                    .iter()
                    .filter_map(|outcome| way_of(configuration, step, outcome))
                    .any(|way| !way.conditional && sure.contains(way.to)),
            };
            if ends {
                sure.insert(&step.id);
            }
        }
        if sure.len() == known {
            return sure;
        }
    }
}

/// The outcomes that can be chosen at a step.
fn chosen<'c>(configuration: &'c Configuration, step: &'c Step) -> &'c [Outcome] {
    match &step.body {
        Some(body) => configuration.body(body).map_or(&[], |body| &body.outcomes),
        None => &step.outcomes,
    }
}

/// The steps that can be reached from a step, itself included.
pub(super) fn reached_from<'c>(
    configuration: &'c Configuration,
    start: &'c Step,
    surely: bool,
) -> BTreeSet<&'c StepId> {
    let mut reached = BTreeSet::from([&start.id]);
    let mut todo = vec![start];
    while let Some(step) = todo.pop() {
        for way in ways(configuration, step) {
            if !(surely && way.conditional) && reached.insert(way.to) {
                todo.extend(configuration.route.step(way.to));
            }
        }
    }
    reached
}

/// Steps to which a signal moves on without a decision.
fn moves<'c>(configuration: &'c Configuration, step: &'c Step) -> Vec<&'c StepId> {
    if !matches!(
        step.kind,
        StepKind::Report | StepKind::Register | StepKind::Enrich
    ) {
        return Vec::new();
    }
    let forks = configuration
        .route
        .forks
        .iter()
        .filter(|fork| fork.after == step.id);
    forks.map(|fork| &fork.to).chain(&step.next).collect()
}

/// All steps to which a signal comes without a decision; the step itself is one where it goes round.
fn round<'c>(configuration: &'c Configuration, step: &'c Step) -> BTreeSet<&'c StepId> {
    let mut seen = BTreeSet::new();
    let mut todo = moves(configuration, step);
    while let Some(next) = todo.pop() {
        if seen.insert(next) {
            let on = configuration
                .route
                .step(next)
                .map(|step| moves(configuration, step));
            todo.extend(on.unwrap_or_default());
        }
    }
    seen
}

/// Every way that the engine knows from a step.
fn ways<'c>(configuration: &'c Configuration, step: &'c Step) -> Vec<Way<'c>> {
    let route = &configuration.route;
    let plain = |to| Way {
        to,
        conditional: false,
    };
    let mut ways: Vec<Way<'c>> = moves(configuration, step).into_iter().map(plain).collect();
    let gate = step.gate.as_ref().and_then(|gate| route.gate(gate));
    ways.extend(gate.map(|gate| plain(&gate.refused)));
    if step.kind != StepKind::Feedback {
        // Marking as acute is a person's choice, so it is no sure way.
        ways.extend(route.acute.then.as_ref().map(|to| Way {
            to,
            conditional: true,
        }));
    }
    ways.extend(
        chosen(configuration, step)
            .iter()
            .filter_map(|outcome| way_of(configuration, step, outcome)),
    );
    ways
}

fn way_of<'c>(configuration: &'c Configuration, step: &'c Step, outcome: &'c Outcome) -> Option<Way<'c>> {
    let route = &configuration.route;
    let body = outcome.body.as_ref().and_then(|body| configuration.body(body));
    let conditional =
        outcome.kind == OutcomeKind::Escalate && body.is_some_and(|body| !body.conditions.is_empty());
    let to = match (&outcome.then, outcome.kind, &outcome.body) {
        (Some(then), _, _) => then,
        (None, kind, _) if kind.waits() => &step.id,
        (None, OutcomeKind::Escalate, Some(body)) => &route.step_of(body)?.id,
        (None, _, _) => &route.first_of(StepKind::Feedback)?.id,
    };
    Some(Way { to, conditional })
}
