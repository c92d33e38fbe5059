// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Moving along the main line, and the strands beside it.

use chrono::NaiveDate;

use super::{
    Hand, Refusal,
    record::{bounded, required},
    words,
};
use crate::{
    calendar::dutch_date,
    configuration::{
        Configuration, deadline,
        route::{Step, StepKind},
    },
    id::{DecisionId, PartnerId, PartyId, StepId, StrandId, Timestamp},
    sharing::{
        Category,
        terms::{Conditions, Shared, Terms},
    },
    signal::{
        AcuteMark, GateDecision, Signal,
        feedback::{FeedbackState, count_anew},
        stage::{Stage, Visit},
        strand::{Strand, StrandKind, StrandState, StrandStep},
    },
};

impl Signal {
    pub(super) fn move_on(self, hand: &Hand<'_>) -> Result<Self, Refusal> {
        let step = self.current_step(hand.configuration)?;
        let next = hand
            .configuration
            .route
            .after(step, &self.facts())
            .ok_or(Refusal::NoWay)?;
        Ok(self.enter(next, hand.configuration, hand.now))
    }

    pub(super) fn decide_gate(
        mut self,
        granted: bool,
        ground: String,
        reason: String,
        hand: &Hand<'_>,
    ) -> Result<Self, Refusal> {
        let gate = self.open_gate(hand.configuration).ok_or(Refusal::NoGate)?;
        bounded(&ground, "ground")?;
        let ground = if granted { words(ground, "ground")? } else { ground };
        let reason = words(reason, "reason")?;
        let step = self.stage.step().cloned().ok_or(Refusal::NoWay)?;
        let (at, by) = (hand.now, hand.by);
        self.gates.push(GateDecision {
            gate: gate.id.clone(),
            step,
            granted,
            ground,
            reason,
            at,
            by,
        });
        if granted {
            return Ok(self);
        }
        let refused = hand
            .configuration
            .route
            .step(&gate.refused)
            .ok_or(Refusal::NoWay)?;
        Ok(self.enter(refused, hand.configuration, hand.now))
    }

    pub(super) fn step_strand(
        mut self,
        id: StrandId,
        step: &StrandStep,
        hand: &Hand<'_>,
    ) -> Result<Self, Refusal> {
        if let Some((field, _)) = step.must_say().filter(|(_, words)| crate::blank::is_blank(words)) {
            return Err(Refusal::Missing(field));
        }
        let (field, words) = step.must_say().unwrap_or(("reference", step.words()));
        bounded(words, field)?;
        match step {
            StrandStep::Invite {
                partner,
                power,
                terms,
            } => return self.invite_along(id, (partner.clone(), power.clone()), terms.clone(), hand),
            StrandStep::FollowUp { what, assignee, due } => {
                return self.follow_up(id, (what.clone(), *assignee, *due), hand);
            }
            StrandStep::Plan(plan) => self.check_plan(plan, hand)?,
            StrandStep::Find(finding) => bounded(&finding.address, "address")?,
            _ => {}
        }
        let owner = self.owner;
        for strand in self.strands.iter_mut().filter(|strand| strand.id == id) {
            *strand = strand.clone().step(step.clone(), hand.now, hand.by)?;
            // What the receiver says must be read at the desk.
            if strand.kind.is_offered() && step.answers() && hand.by != owner {
                strand.answered = Some(hand.now);
            }
        }
        let returns_to = match &self.stage {
            Stage::Waiting { strand, then, .. }
                if *strand == id && self.open_strands().all(|s| s.id != id) =>
            {
                Some(then.clone())
            }
            Stage::Waiting { .. } | Stage::AtStep { .. } | Stage::Closed { .. } => None,
        };
        self.return_to(returns_to.as_ref(), hand)
    }

    fn return_to(self, step: Option<&StepId>, hand: &Hand<'_>) -> Result<Self, Refusal> {
        let Some(id) = step else { return Ok(self) };
        let step = hand
            .configuration
            .route
            .step_or_successor(id)
            .ok_or(Refusal::NoWay)?;
        Ok(self.enter(step, hand.configuration, hand.now))
    }

    pub(super) fn mark_acute(mut self, reason: String, hand: &Hand<'_>) -> Result<Self, Refusal> {
        let reason = words(reason, "reason")?;
        let acute = &hand.configuration.route.acute;
        let kind = StrandKind::HandOver {
            partner: acute.partner.clone(),
            what: reason.clone(),
            ground: String::new(),
            acute: true,
        };
        // Danger waits for nobody: a municipality that has not written down what it shares can still hand it over.
        let shared = match hand.configuration.sharing {
            Some(_) => {
                let terms = Terms {
                    categories: Category::ACUTE.into(),
                    conditions: Conditions {
                        necessity: reason.clone(),
                        ..Conditions::default()
                    },
                };
                let to = PartyId::from(acute.partner.as_str());
                Some(self.may_hand_over(hand.configuration, &to, terms, true)?)
            }
            None => None,
        };
        self.start(kind, shared, hand);
        self.acute = Some(AcuteMark {
            at: hand.now,
            by: hand.by,
            reason,
        });
        let Stage::AtStep { step, .. } = &self.stage else {
            return Ok(self);
        };
        let stays = self.stage.is_at(StepKind::Feedback);
        let then = acute
            .then
            .as_ref()
            .filter(|then| *then != step && !stays)
            .cloned();
        self.return_to(then.as_ref(), hand)
    }

    pub(super) fn refer_to_care(
        mut self,
        what: String,
        consent: String,
        hand: &Hand<'_>,
    ) -> Result<Self, Refusal> {
        let what = words(what, "what")?;
        let partner = hand.configuration.route.care_partner.clone();
        let terms = Terms {
            categories: [Category::PossibleVictim].into(),
            conditions: Conditions {
                necessity: what.clone(),
                consent,
                ..Conditions::default()
            },
        };
        let to = PartyId::from(partner.as_str());
        let shared = self.may_hand_over(hand.configuration, &to, terms, false)?;
        let file = Box::default();
        self.start(StrandKind::Care { partner, what, file }, Some(shared), hand);
        Ok(self)
    }

    /// Hands over beside what was decided. The answer is expected within the partner's term, else within the time of attention.
    pub(super) fn offer_hand_over(
        mut self,
        partner: PartnerId,
        what: String,
        terms: Terms,
        hand: &Hand<'_>,
    ) -> Result<Self, Refusal> {
        let what = words(what, "what")?;
        let configuration = hand.configuration;
        let known = configuration
            .partner(&partner)
            .ok_or(Refusal::Missing("partner"))?;
        let term = known.answer_within.unwrap_or(configuration.route.attention_after);
        let due = term.after(dutch_date(hand.now));
        let decision = self.decisions.last().map(|decision| decision.id);
        let shared = self.may_hand_over(configuration, &PartyId::from(partner.as_str()), terms, false)?;
        let kind = StrandKind::HandOver {
            partner,
            what,
            ground: grounds(configuration, &shared),
            acute: false,
        };
        self.start_by(kind, decision, due, Some(shared), hand);
        Ok(self)
    }

    /// Starts a strand outside any decision: due today, since nobody planned it.
    fn start(&mut self, kind: StrandKind, shared: Option<Shared>, hand: &Hand<'_>) {
        self.start_by(kind, None, dutch_date(hand.now), shared, hand);
    }

    fn start_by(
        &mut self,
        kind: StrandKind,
        decision: Option<DecisionId>,
        due: NaiveDate,
        shared: Option<Shared>,
        hand: &Hand<'_>,
    ) {
        let id = StrandId(hand.minter.mint());
        self.strands.push(Strand {
            id,
            kind,
            decision,
            at: hand.now,
            by: hand.by,
            due,
            shared,
            answered: None,
            state: StrandState::Offered,
        });
    }

    pub(super) fn send_back(mut self, reason: &str, hand: &Hand<'_>) -> Result<Self, Refusal> {
        required(reason, "reason")?;
        let back = self.way_back(hand.configuration)?;
        self.confirmation = crate::signal::stage::Confirmation::Open;
        Ok(self.enter(back, hand.configuration, hand.now))
    }

    /// The step to which the signal is sent back: where was decided last, else the first where anything is decided.
    pub(super) fn way_back<'c>(&self, configuration: &'c Configuration) -> Result<&'c Step, Refusal> {
        let route = &configuration.route;
        let weighs = |step: &&Step| matches!(step.kind, StepKind::Body | StepKind::Decide);
        let decided = self.last_decision();
        decided
            .and_then(|decision| route.step_or_successor(&decision.step))
            .filter(weighs)
            .or_else(|| route.steps.iter().find(weighs))
            .ok_or(Refusal::NoWay)
    }

    /// Enters a step: the visit is noted, the date is set.
    pub(crate) fn enter(mut self, step: &Step, configuration: &Configuration, now: Timestamp) -> Self {
        self.leave(now);
        if step.kind == StepKind::Feedback {
            self.count_feedback_anew(configuration, now);
        }
        let due = self.due_at(step, configuration, now);
        self.visits.push(Visit {
            step: step.id.clone(),
            from: now,
            until: None,
        });
        self.stage = Stage::AtStep {
            step: step.id.clone(),
            kind: step.kind,
            body: step.body.clone(),
            since: now,
            due,
        };
        self
    }

    /// Notes that the signal leaves where it is.
    pub(crate) fn leave(&mut self, now: Timestamp) {
        for visit in self.visits.iter_mut().filter(|visit| visit.until.is_none()) {
            visit.until = Some(now);
        }
    }

    /// By when the signal must move at a step: the route's deadline, else the next sitting of the body, else the time of
    /// attention. Never without a date: what has none would become invisible.
    fn due_at(&self, step: &Step, configuration: &Configuration, now: Timestamp) -> NaiveDate {
        let today = dutch_date(now);
        let sitting = || {
            configuration
                .body(step.body.as_ref()?)
                .map(|body| body.rhythm.next_on_or_after(today))
        };
        let owed = || {
            self.feedback_due()
                .filter_map(|(_, feedback)| match feedback.state {
                    FeedbackState::Due { by } if step.kind == StepKind::Feedback => Some(by),
                    _ => None,
                })
        };
        deadline::due(&step.deadline, &self.facts(), today)
            .or_else(sitting)
            .or_else(|| owed().min())
            .unwrap_or_else(|| configuration.route.attention_after.after(today))
    }

    fn count_feedback_anew(&mut self, configuration: &Configuration, now: Timestamp) {
        let facts = self.facts();
        for link in &mut self.reports {
            count_anew(link, configuration, &facts, now);
        }
    }
}

/// The sources of the rules by which something was handed over, each once.
fn grounds(configuration: &Configuration, shared: &Shared) -> String {
    let rules = configuration.sharing.iter().flat_map(|matrix| &matrix.rules);
    let mut sources: Vec<&str> = rules
        .filter(|rule| shared.rules.contains(&rule.id))
        .map(|rule| rule.ground.source.as_str())
        .collect();
    sources.dedup();
    sources.join("; ")
}
