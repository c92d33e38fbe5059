// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Outcomes of a body or a person: that each can be chosen, and leads somewhere.

use super::{Check, reach::reached_from};
use crate::{
    configuration::outcome::{Outcome, OutcomeKind},
    id::StepId,
};

impl Check<'_, '_, '_> {
    /// Checks the outcomes that stand at a path; `step` is where they are chosen.
    pub(super) fn outcomes(
        &mut self,
        file: &'static str,
        path: &str,
        outcomes: &[Outcome],
        step: Option<&StepId>,
    ) {
        let ids: Vec<&str> = outcomes.iter().map(|outcome| outcome.id.as_str()).collect();
        self.ids(file, &format!("{path}.outcome"), "outcome", &ids);
        for (index, outcome) in outcomes.iter().enumerate() {
            let here = format!("{path}.outcome[{index}]");
            self.escalation(file, &here, outcome, step);
            self.recipients(file, &here, outcome);
            if let Some(then) = &outcome.then {
                self.target(file, &format!("{here}.then"), then);
                if Some(then) == step && !outcome.kind.waits() {
                    self.note(
                        file,
                        &format!("{here}.then"),
                        &format!(
                            "the outcome `{}` leads back to where it is chosen, so it decides nothing",
                            outcome.id
                        ),
                        "let it lead to another step, or leave `then` out: then it leads to the feedback",
                    );
                }
            }
        }
    }

    fn escalation(&mut self, file: &'static str, here: &str, outcome: &Outcome, step: Option<&StepId>) {
        match (outcome.kind, &outcome.body) {
            (OutcomeKind::Escalate, None) => self.note_lame(
                file,
                here,
                &format!(
                    "the outcome `{}` leads to another body, but does not say to which",
                    outcome.id
                ),
                "add `body = \"...\"`",
            ),
            (OutcomeKind::Escalate, Some(body)) => {
                let known = self.body_ids();
                self.refers(file, &format!("{here}.body"), body.as_str(), "body", &known);
                let leads_to = self.configuration.route.step_of(body).map(|step| &step.id);
                if leads_to.is_some() && leads_to == step {
                    self.note(
                        file,
                        &format!("{here}.body"),
                        &format!("the outcome `{}` leads to the body that chooses it", outcome.id),
                        "name another body",
                    );
                }
                self.by_way_of(file, here, outcome, leads_to);
            }
            (_, Some(_)) => self.note(
                file,
                &format!("{here}.body"),
                &format!(
                    "the outcome `{}` names a body, but its kind does not lead to one",
                    outcome.id
                ),
                "take `body` out, or set kind = \"escalate\"",
            ),
            (_, None) => {}
        }
    }

    /// An outcome may lead to a body by way of another step, such as the enrichment; then that step must lead to the body.
    fn by_way_of(&mut self, file: &'static str, here: &str, outcome: &Outcome, to: Option<&StepId>) {
        let by = outcome
            .then
            .as_ref()
            .and_then(|then| self.configuration.route.step(then));
        let (Some(by), Some(to)) = (by, to) else { return };
        if !reached_from(self.configuration, by, false).contains(to) {
            self.note(
                file,
                &format!("{here}.then"),
                &format!(
                    "from `{}` no way leads to the body that the outcome `{}` names",
                    by.id, outcome.id
                ),
                "name a step on the way to that body, or take `then` out",
            );
        }
    }

    /// Who gets it must exist, else nobody could ever choose the outcome.
    fn recipients(&mut self, file: &'static str, here: &str, outcome: &Outcome) {
        let (none, what) = match outcome.kind {
            OutcomeKind::OtherDepartment => (self.configuration.departments.is_empty(), "department"),
            OutcomeKind::HandOver | OutcomeKind::Care | OutcomeKind::Case => {
                (self.configuration.partners.is_empty(), "partner")
            }
            _ => (false, ""),
        };
        if none && self.source.is_complete("partners.toml") {
            self.note(
                file,
                &format!("{here}.kind"),
                &format!("the outcome `{}` needs a {what}, and there is none", outcome.id),
                &format!("add a [[{what}]] in partners.toml, or take the outcome out"),
            );
        }
    }

    /// Checks a step to which something leads.
    pub(super) fn target(&mut self, file: &'static str, path: &str, to: &StepId) {
        let known = self.steps();
        self.refers(file, path, to.as_str(), "step", &known);
        if self
            .configuration
            .route
            .steps
            .first()
            .is_some_and(|first| first.id == *to)
        {
            self.note(
                file,
                path,
                &format!("a signal can't go back to `{to}`, where reports come in"),
                "let it lead to a later step",
            );
        }
    }
}
