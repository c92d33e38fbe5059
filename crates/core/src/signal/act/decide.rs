// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Decisions: a body or a person chooses an outcome, and what follows from it.

use chrono::NaiveDate;

use super::{
    Hand, Refusal,
    record::{bounded, required},
    words,
};
use crate::{
    calendar::dutch_date,
    configuration::{
        Configuration,
        outcome::{Outcome, OutcomeKind},
        route::{Step, StepKind},
    },
    id::{ConditionId, DecisionId, MeetingId, OutcomeId, StrandId},
    sharing::terms::{Shared, Terms},
    signal::{
        ConditionAnswer, Decision, Signal,
        stage::{Confirmation, Stage},
        strand::{Strand, StrandKind, StrandState},
    },
};

/// Something that an outcome starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStrand {
    /// What.
    pub kind: StrandKind,
    /// By when something must be heard of it.
    pub due: NaiveDate,
    /// What its words hold, where somebody else gets them.
    pub terms: Terms,
}

impl Signal {
    pub(super) fn decide(
        mut self,
        outcome: &OutcomeId,
        reason: String,
        meeting: Option<MeetingId>,
        conditions: Vec<(ConditionId, bool, String)>,
        strands: Vec<NewStrand>,
        hand: &Hand<'_>,
    ) -> Result<Self, Refusal> {
        let configuration = hand.configuration;
        let reason = words(reason, "reason")?;
        let step = self.current_step(configuration)?;
        let outcome = self
            .outcomes(configuration)
            .iter()
            .find(|o| o.id == *outcome)
            .ok_or(Refusal::NotHere)?;
        check_strands(configuration, outcome, &strands, dutch_date(hand.now))?;
        let conditions = check_conditions(configuration, outcome, conditions)?;
        let mut shared = Vec::with_capacity(strands.len());
        for strand in &strands {
            strand
                .kind
                .assignee()
                .map_or(Ok(()), |assignee| self.lets_in(assignee))?;
            shared.push(self.share_decided(strand, &reason, hand)?);
        }
        let id = DecisionId(hand.minter.mint());
        self.decisions.push(Decision {
            id,
            step: step.id.clone(),
            body: step.body.clone(),
            meeting,
            outcome: outcome.id.clone(),
            kind: outcome.kind,
            reason,
            conditions,
            at: hand.now,
            by: hand.by,
        });
        if outcome.kind == OutcomeKind::NotConfirmed {
            self.confirmation = Confirmation::NotConfirmed;
        }
        let started = self.start_decided(id, strands.into_iter().zip(shared).collect(), hand);
        self.follow(outcome, step, started, hand)
    }

    /// Starts what the decision asks for; gives the last one, for which the signal may wait.
    fn start_decided(
        &mut self,
        decision: DecisionId,
        strands: Vec<(NewStrand, Option<Shared>)>,
        hand: &Hand<'_>,
    ) -> Option<(StrandId, NaiveDate)> {
        let mut last = None;
        for (NewStrand { kind, due, .. }, shared) in strands {
            let id = StrandId(hand.minter.mint());
            let state = if kind.is_offered() {
                StrandState::Offered
            } else {
                StrandState::UnderWay {
                    since: hand.now,
                    reference: String::new(),
                }
            };
            self.strands.push(Strand {
                id,
                kind,
                decision: Some(decision),
                at: hand.now,
                by: hand.by,
                due,
                shared,
                answered: None,
                state,
            });
            last = Some((id, due));
        }
        last
    }

    /// Where the signal goes after the decision.
    fn follow(
        mut self,
        outcome: &Outcome,
        step: &Step,
        started: Option<(StrandId, NaiveDate)>,
        hand: &Hand<'_>,
    ) -> Result<Self, Refusal> {
        let route = &hand.configuration.route;
        if outcome.kind.waits() {
            let (strand, due) = started.ok_or(Refusal::Missing("what"))?;
            let then = outcome.then.clone().unwrap_or_else(|| step.id.clone());
            self.leave(hand.now);
            self.stage = Stage::Waiting {
                strand,
                from: step.id.clone(),
                then,
                since: hand.now,
                due,
            };
            return Ok(self);
        }
        let next = match (&outcome.then, outcome.kind, &outcome.body) {
            (Some(then), _, _) => route.step(then),
            (None, OutcomeKind::Escalate, Some(body)) => route.step_of(body),
            (None, _, _) => route.first_of(StepKind::Feedback),
        };
        Ok(self.enter(next.ok_or(Refusal::NoWay)?, hand.configuration, hand.now))
    }
}

/// The body to whose step an outcome leads, where it has entry conditions.
pub(crate) fn target_body<'c>(
    configuration: &'c Configuration,
    outcome: &Outcome,
) -> Option<&'c crate::configuration::body::Body> {
    if outcome.kind == OutcomeKind::Escalate {
        configuration.body(outcome.body.as_ref()?)
    } else {
        None
    }
}

fn check_conditions(
    configuration: &Configuration,
    outcome: &Outcome,
    answers: Vec<(ConditionId, bool, String)>,
) -> Result<Vec<ConditionAnswer>, Refusal> {
    let asked = target_body(configuration, outcome).map_or(&[][..], |body| &body.conditions);
    for condition in asked {
        let met = answers
            .iter()
            .any(|(id, holds, why)| *id == condition.id && *holds && !crate::blank::is_blank(why));
        if !met {
            return Err(Refusal::ConditionNotMet(condition.id.clone()));
        }
    }
    for (_, _, why) in &answers {
        bounded(why, "reason")?;
    }
    let asked_for = |id: &ConditionId| asked.iter().any(|condition| condition.id == *id);
    Ok(answers
        .into_iter()
        .filter(|(id, _, _)| asked_for(id))
        .map(|(condition, holds, reason)| ConditionAnswer {
            condition,
            holds,
            reason,
        })
        .collect())
}

/// What an outcome starts must fit it: a task for more information, a partner for a hand-over, and so on.
fn check_strands(
    configuration: &Configuration,
    outcome: &Outcome,
    strands: &[NewStrand],
    today: NaiveDate,
) -> Result<(), Refusal> {
    let (fewest, most) = match outcome.kind {
        OutcomeKind::MoreInformation | OutcomeKind::Inspection | OutcomeKind::Care | OutcomeKind::Case => {
            (1, 1)
        }
        OutcomeKind::OtherDepartment | OutcomeKind::HandOver | OutcomeKind::Intervention => (1, usize::MAX),
        OutcomeKind::Escalate
        | OutcomeKind::NotConfirmed
        | OutcomeKind::ClosedOtherHelp
        | OutcomeKind::OutsideOurTask
        | OutcomeKind::NoLegalGround => (0, 0),
    };
    if strands.len() < fewest || strands.len() > most {
        return Err(Refusal::Missing("what"));
    }
    for strand in strands {
        if !fits(configuration, outcome.kind, &strand.kind) {
            return Err(Refusal::Missing("recipient"));
        }
        match &strand.kind {
            StrandKind::Inspection { power, .. } => required(power, "power")?,
            StrandKind::HandOver { ground, .. } => required(ground, "ground")?,
            _ => {}
        }
        required(strand.kind.what(), "what")?;
        if strand.due < today {
            return Err(Refusal::Missing("due"));
        }
    }
    Ok(())
}

fn fits(configuration: &Configuration, outcome: OutcomeKind, strand: &StrandKind) -> bool {
    match (outcome, strand) {
        (OutcomeKind::MoreInformation, StrandKind::Task { .. })
        | (OutcomeKind::Inspection, StrandKind::Inspection { .. })
        | (OutcomeKind::Intervention, StrandKind::Intervention { .. }) => true,
        (OutcomeKind::OtherDepartment, StrandKind::OtherDepartment { department, .. }) => {
            configuration.department(department).is_some()
        }
        (OutcomeKind::HandOver, StrandKind::HandOver { partner, .. })
        | (OutcomeKind::Care, StrandKind::Care { partner, .. })
        | (OutcomeKind::Case, StrandKind::Case { partner, .. }) => configuration.partner(partner).is_some(),
        (_, _) => false,
    }
}
