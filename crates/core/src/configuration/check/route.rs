// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Steps, gates, forks and fast lanes, each by itself.

use super::{Check, reporters::roles_with};
use crate::{
    configuration::{
        fact::When,
        partner::PartnerKind,
        route::{Fork, Gate, Step, StepKind},
    },
    policy::{self, Right, Role},
    signal::assessment::{About, Minor},
};

pub(super) const ROUTE: &str = "route.toml";

impl Check<'_, '_, '_> {
    pub(super) fn route(&mut self) {
        let route = &self.configuration.route;
        if route.version == 0 {
            self.note(
                ROUTE,
                "version",
                "a route can't have version 0",
                "write 1, and one more at each change",
            );
        }
        if !(1..=90).contains(&route.attention_after.days) {
            self.note(
                ROUTE,
                "attention_after",
                "after this time nobody would still see that a signal stands still",
                "write a number of days from 1 to 90",
            );
        }
        let ids = self.steps();
        self.ids(ROUTE, "step", "step", &ids);
        for (index, step) in route.steps.iter().enumerate() {
            self.step(&format!("step[{index}]"), index, step);
        }
        let gates: Vec<&str> = route.gates.iter().map(|gate| gate.id.as_str()).collect();
        self.ids(ROUTE, "gate", "gate", &gates);
        for (index, gate) in route.gates.iter().enumerate() {
            self.gate(&format!("gate[{index}]"), gate);
        }
        for (index, fork) in route.forks.iter().enumerate() {
            self.fork(index, fork);
        }
        self.fast_lanes();
    }

    fn step(&mut self, path: &str, index: usize, step: &Step) {
        self.owner(path, step);
        self.ways_out(path, step);
        self.deadlines(ROUTE, path, &step.deadline);
        self.outcomes(ROUTE, path, &step.outcomes, Some(&step.id));
        if let Some(gate) = &step.gate {
            let known: Vec<&str> = self
                .configuration
                .route
                .gates
                .iter()
                .map(|g| g.id.as_str())
                .collect();
            self.refers(ROUTE, &format!("{path}.gate"), gate.as_str(), "gate", &known);
            if matches!(step.kind, StepKind::Report | StepKind::Feedback) {
                self.note(
                    ROUTE,
                    &format!("{path}.gate"),
                    "at the report and at the feedback no gate is asked",
                    "put the gate at a step between them",
                );
            }
        }
        if step.kind == StepKind::Report {
            for (at, rule) in step.deadline.iter().enumerate() {
                self.known_at_report(&format!("{path}.deadline[{at}].when"), &rule.when);
            }
        }
        for (at, old) in step.formerly.iter().enumerate() {
            let steps = &self.configuration.route.steps;
            let taken = steps.iter().any(|other| other.id == *old)
                || steps.iter().take(index).any(|other| other.formerly.contains(old));
            if taken {
                self.note(
                    ROUTE,
                    &format!("{path}.formerly[{at}]"),
                    &format!(
                        "`{old}` can't be an earlier name of `{}`: another step has it",
                        step.id
                    ),
                    "name each earlier id at one step only",
                );
            }
        }
    }

    /// Who has to move a signal must have the right to, else it would wait for nobody.
    fn owner(&mut self, path: &str, step: &Step) {
        let right = match step.kind {
            StepKind::Report => Right::TriageReports,
            StepKind::Register => Right::WorkSignal,
            StepKind::Enrich => Right::Enrich,
            StepKind::Body => Right::RunMeeting,
            StepKind::Decide => Right::Decide,
            StepKind::Feedback => Right::CloseSignal,
        };
        let enriches = step.kind == StepKind::Enrich && step.owner == Role::Enricher;
        if !enriches && !policy::role_grants(step.owner, right) {
            let also = if step.kind == StepKind::Enrich {
                ", enricher"
            } else {
                ""
            };
            self.note(
                ROUTE,
                &format!("{path}.owner"),
                &format!(
                    "the role `{}` can't do the work of step `{}`, so signals would wait for nobody",
                    step.owner.as_str(),
                    step.id
                ),
                &format!("name one of: {}{also}", roles_with(right)),
            );
        }
    }

    fn ways_out(&mut self, path: &str, step: &Step) {
        let moves_on = matches!(
            step.kind,
            StepKind::Report | StepKind::Register | StepKind::Enrich
        );
        match &step.next {
            Some(next) if moves_on => self.target(ROUTE, &format!("{path}.next"), next),
            Some(_) => self.note(
                ROUTE,
                &format!("{path}.next"),
                &format!(
                    "at step `{}` a decision or the end says where a signal goes, so `next` is never used",
                    step.id
                ),
                "take `next` out",
            ),
            None if moves_on && !self.source.is_lost(step.id.as_str()) && self.source.is_complete(ROUTE) => {
                self.note_lame(
                    ROUTE,
                    path,
                    &format!("step `{}` leads nowhere: a signal would get stuck here", step.id),
                    "add `next = \"...\"`",
                );
            }
            None => {}
        }
        match (step.kind, &step.body) {
            (StepKind::Body, Some(body)) => {
                let known = self.body_ids();
                self.refers(ROUTE, &format!("{path}.body"), body.as_str(), "body", &known);
                if self
                    .configuration
                    .route
                    .step_of(body)
                    .is_some_and(|first| first.id != step.id)
                {
                    self.note(
                        ROUTE,
                        &format!("{path}.body"),
                        &format!("the body `{body}` has another step already"),
                        "give each body one step",
                    );
                }
            }
            (StepKind::Body, None) => self.note_lame(
                ROUTE,
                path,
                &format!("step `{}` does not say which body decides", step.id),
                "add `body = \"...\"`",
            ),
            (_, Some(_)) => self.note(
                ROUTE,
                &format!("{path}.body"),
                &format!("step `{}` names a body, but its kind is not `body`", step.id),
                "take `body` out, or set kind = \"body\"",
            ),
            (_, None) => {}
        }
        self.decisions(path, step);
    }

    fn decisions(&mut self, path: &str, step: &Step) {
        if step.kind == StepKind::Decide && step.outcomes.is_empty() && self.source.is_complete(ROUTE) {
            self.note(
                ROUTE,
                path,
                &format!(
                    "at step `{}` a person decides, but there is nothing to choose",
                    step.id
                ),
                "add at least one [[step.outcome]]",
            );
        }
        if step.kind != StepKind::Decide && !step.outcomes.is_empty() {
            self.note(
                ROUTE,
                &format!("{path}.outcome"),
                &format!(
                    "the outcomes of step `{}` are never used: its kind is not `decide`",
                    step.id
                ),
                "put outcomes of a body in bodies.toml, or set kind = \"decide\"",
            );
        }
    }

    fn gate(&mut self, path: &str, gate: &Gate) {
        if !policy::role_grants(gate.decided_by, Right::DecideGate) {
            self.note(
                ROUTE,
                &format!("{path}.decided_by"),
                &format!(
                    "the role `{}` may not decide gates, so signals would wait for nobody",
                    gate.decided_by.as_str()
                ),
                &format!("name one of: {}", roles_with(Right::DecideGate)),
            );
        }
        self.target(ROUTE, &format!("{path}.refused"), &gate.refused);
        let steps = &self.configuration.route.steps;
        let before = |step: &&Step| step.gate.as_ref() == Some(&gate.id);
        if steps.iter().filter(before).any(|step| step.id == gate.refused) {
            self.note(
                ROUTE,
                &format!("{path}.refused"),
                &format!(
                    "when the gate `{}` says no, the signal comes back to the same gate",
                    gate.id
                ),
                "let it lead to another step",
            );
        }
        if !steps.iter().any(|step| before(&step)) && self.source.is_complete(ROUTE) {
            self.note(
                ROUTE,
                &format!("{path}.id"),
                &format!("the gate `{}` stands before no step", gate.id),
                "name it at a step (`gate = \"...\"`), or take it out",
            );
        }
    }

    fn fork(&mut self, index: usize, fork: &Fork) {
        let path = format!("fork[{index}]");
        let route = &self.configuration.route;
        let known = self.steps();
        self.refers(
            ROUTE,
            &format!("{path}.after"),
            fork.after.as_str(),
            "step",
            &known,
        );
        self.target(ROUTE, &format!("{path}.to"), &fork.to);
        self.when(ROUTE, &format!("{path}.when"), &fork.when);
        let kind = route.step(&fork.after).map(|step| step.kind);
        if matches!(kind, Some(StepKind::Body | StepKind::Decide | StepKind::Feedback)) {
            self.note(
                ROUTE,
                &format!("{path}.after"),
                &format!("after step `{}` a decision or the end says where a signal goes, so this fork is never used", fork.after),
                "put the fork after a step of kind report, register or enrich",
            );
        }
        if kind == Some(StepKind::Report) {
            self.known_at_report(&format!("{path}.when"), &fork.when);
        }
        if fork.when.is_always() {
            self.note(
                ROUTE,
                &format!("{path}.when"),
                "this fork names no fact, so every signal would take it",
                "name at least one fact, or change `next` of the step instead",
            );
        }
        let same = |earlier: &Fork| earlier.after == fork.after && earlier.when == fork.when;
        if route.forks.iter().take(index).any(same) {
            self.note(
                ROUTE,
                &format!("{path}.when"),
                &format!(
                    "another fork after `{}` has the same facts and comes first",
                    fork.after
                ),
                "keep one of the two, or name another fact",
            );
        }
    }

    /// When a report comes in nothing has been assessed yet.
    fn known_at_report(&mut self, path: &str, when: &When) {
        let assessed = [
            when.form.is_some().then_some("form"),
            when.minor
                .is_some_and(|minor| minor != Minor::Unknown)
                .then_some("minor"),
            when.about
                .is_some_and(|about| about != About::Unclear)
                .then_some("about"),
        ];
        for fact in assessed.into_iter().flatten() {
            self.note(
                ROUTE,
                &format!("{path}.{fact}"),
                &format!("`{fact}` is not known yet when a report comes in, so this never holds"),
                "put it at a later step, or look at channel, reporter or contact_known",
            );
        }
    }

    fn fast_lanes(&mut self) {
        let route = &self.configuration.route;
        let known = self.partner_ids();
        self.refers(
            ROUTE,
            "acute.partner",
            route.acute.partner.as_str(),
            "partner",
            &known,
        );
        self.refers(
            ROUTE,
            "care_partner",
            route.care_partner.as_str(),
            "partner",
            &known,
        );
        if let Some(then) = &route.acute.then {
            self.target(ROUTE, "acute.then", then);
        }
        let care = self.configuration.partner(&route.care_partner);
        if care.is_some_and(|partner| partner.kind != PartnerKind::Care) {
            self.note(
                ROUTE,
                "care_partner",
                &format!("`{}` is not a care organisation", route.care_partner),
                "name a partner of kind `care`",
            );
        }
    }
}
