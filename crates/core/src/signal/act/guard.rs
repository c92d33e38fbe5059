// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Whether an act is possible now, and if not, why.

use super::{ActKind, Refusal};
use crate::{
    configuration::{
        Configuration,
        feedback::Moment,
        outcome::Outcome,
        route::{Step, StepKind},
    },
    id::{FeedbackId, GateId, OutcomeId, StrandId},
    signal::{
        LinkedReport, Signal,
        feedback::FeedbackWay,
        restriction,
        stage::Stage,
        strand::{StrandKind, StrandRefusal, StrandState},
    },
};

impl Signal {
    /// Whether an act of this kind is possible now. The words that come with it are checked when it is done.
    pub fn guard(&self, configuration: &Configuration, act: &ActKind) -> Result<(), Refusal> {
        // What left can be taken back at any time, and what a source answered or a phone sent late is not lost.
        let always = matches!(
            act,
            ActKind::WithdrawPack
                | ActKind::Recuse(_)
                | ActKind::Readmit
                | ActKind::StepQuery { step: "end", .. }
                | ActKind::StepStrand { step: "find", .. }
        );
        if self.stage.is_closed() && !always {
            return Err(Refusal::Closed);
        }
        if self.is_restricted() && restriction::uses(act) {
            return Err(Refusal::Restricted);
        }
        match act {
            ActKind::MoveOn => self.may_move_on(configuration),
            ActKind::DecideGate => match self.open_gate(configuration) {
                Some(_) => Ok(()),
                None => Err(Refusal::NoGate),
            },
            ActKind::Decide { outcome, in_meeting } => self.may_decide(configuration, outcome, *in_meeting),
            ActKind::StepStrand { strand, step } => self.may_step(*strand, step),
            ActKind::MarkAcute if self.acute.is_some() => Err(Refusal::AlreadyAcute),
            ActKind::ReferToCare if self.cares() => Err(Refusal::CareAskedAlready),
            ActKind::OfferHandOver if self.decisions.is_empty() => Err(Refusal::NothingDecided),
            ActKind::GiveFeedback(feedback) | ActKind::WithholdFeedback(feedback) => {
                self.may_settle(*feedback)
            }
            ActKind::SendBack => {
                self.at_kind(configuration, StepKind::Feedback)?;
                self.way_back(configuration).map(|_| ())
            }
            ActKind::Close => self.may_close(configuration),
            ActKind::AddNote => self.sources_open(configuration),
            ActKind::StepQuery {
                query,
                step: "look" | "read",
            } => {
                self.sources_open(configuration)?;
                Ok(self.still_asks(configuration, *query)?)
            }
            // Writing down what one wants to ask is not asking. What may follow on what is checked where it is done.
            ActKind::AskSource
            | ActKind::StepQuery { .. }
            | ActKind::MarkAcute
            | ActKind::ReferToCare
            | ActKind::OfferHandOver
            | ActKind::Release
            | ActKind::WithdrawPack
            | ActKind::Recuse(_)
            | ActKind::Readmit
            | ActKind::Reply
            | ActKind::Record => Ok(()),
        }
    }

    /// The step at which the signal is, unless it waits or is closed.
    pub fn current_step<'c>(&self, configuration: &'c Configuration) -> Result<&'c Step, Refusal> {
        match &self.stage {
            Stage::AtStep { step, .. } => configuration.route.step_or_successor(step).ok_or(Refusal::NoWay),
            Stage::Waiting { strand, .. } => Err(Refusal::Waiting(*strand)),
            Stage::Closed { .. } => Err(Refusal::Closed),
        }
    }

    /// The gate that stands before the work of the current step and has not been decided in this visit.
    pub fn open_gate<'c>(
        &self,
        configuration: &'c Configuration,
    ) -> Option<&'c crate::configuration::route::Gate> {
        let step = self.current_step(configuration).ok()?;
        let gate = configuration.route.gate(step.gate.as_ref()?)?;
        let since = self.stage.since();
        let decided = self
            .gates
            .iter()
            .any(|d| d.gate == gate.id && d.at >= since && d.granted);
        (!decided).then_some(gate)
    }

    fn sources_open(&self, configuration: &Configuration) -> Result<(), Refusal> {
        match self.shut_source(configuration) {
            Some(gate) => Err(Refusal::GateUndecided(gate.id.clone())),
            None => Ok(()),
        }
    }

    /// The gate that keeps the sources shut: the one before the current step, or one before an enrichment that nobody granted yet, or
    /// that was refused since. At no other step can what a source says come in without it.
    fn shut_source<'c>(
        &self,
        configuration: &'c Configuration,
    ) -> Option<&'c crate::configuration::route::Gate> {
        let route = &configuration.route;
        let last = |id: &GateId| self.gates.iter().rev().find(|d| d.gate == *id);
        let granted = |id: &GateId| last(id).is_some_and(|decision| decision.granted);
        self.open_gate(configuration).or_else(|| {
            let enriching = route.steps.iter().filter(|step| step.kind == StepKind::Enrich);
            let mut gates = enriching.filter_map(|step| step.gate.as_ref());
            // With more ways to enrich, one that was granted is enough.
            let first = gates.clone().next()?;
            if gates.any(granted) {
                None
            } else {
                route.gate(first)
            }
        })
    }

    /// The outcomes that can be chosen at the current step: those of its body, or its own.
    pub fn outcomes<'c>(&self, configuration: &'c Configuration) -> &'c [Outcome] {
        let Ok(step) = self.current_step(configuration) else {
            return &[];
        };
        match &step.body {
            Some(body) => configuration.body(body).map_or(&[], |body| &body.outcomes),
            None => &step.outcomes,
        }
    }

    fn at_kind<'c>(&self, configuration: &'c Configuration, kind: StepKind) -> Result<&'c Step, Refusal> {
        let step = self.current_step(configuration)?;
        if step.kind == kind {
            Ok(step)
        } else {
            Err(Refusal::NotAtFeedback)
        }
    }

    fn may_move_on(&self, configuration: &Configuration) -> Result<(), Refusal> {
        let step = self.current_step(configuration)?;
        if let Some(gate) = self.open_gate(configuration) {
            return Err(Refusal::GateUndecided(gate.id.clone()));
        }
        match (step.kind, &step.body) {
            (StepKind::Body, Some(body)) => Err(Refusal::BodyDecides(body.clone())),
            (StepKind::Body | StepKind::Decide, _) => Err(Refusal::DecisionNeeded),
            (StepKind::Feedback, _) => Err(Refusal::NotHere),
            (StepKind::Report | StepKind::Register | StepKind::Enrich, _) => {
                if self.observations.is_empty() || self.assessments.is_empty() {
                    return Err(Refusal::NotAssessed);
                }
                Ok(())
            }
        }
    }

    fn may_decide(
        &self,
        configuration: &Configuration,
        outcome: &OutcomeId,
        in_meeting: bool,
    ) -> Result<(), Refusal> {
        let step = self.current_step(configuration)?;
        if let Some(gate) = self.open_gate(configuration) {
            return Err(Refusal::GateUndecided(gate.id.clone()));
        }
        if !self.outcomes(configuration).iter().any(|o| o.id == *outcome) {
            return Err(Refusal::NotHere);
        }
        match &step.body {
            Some(body) if !in_meeting => Err(Refusal::BodyDecides(body.clone())),
            None if in_meeting => Err(Refusal::NotHere),
            Some(_) | None => Ok(()),
        }
    }

    fn may_step(&self, id: StrandId, step: &str) -> Result<(), Refusal> {
        let strand = self
            .strands
            .iter()
            .find(|strand| strand.id == id)
            .ok_or(StrandRefusal::Ended)?;
        let answered = step == "note" && strand.answered.is_some();
        let numbered = step == "number" && strand.kind.is_offered();
        if answered || (numbered && matches!(strand.state, StrandState::UnderWay { .. })) {
            return Ok(());
        }
        match (&strand.state, step) {
            // What belongs to one kind of strand, and to which states, is checked where it is done.
            (StrandState::Offered, "accept" | "refuse" | "withdraw")
            | (StrandState::UnderWay { .. }, "finish" | "withdraw")
            | (
                _,
                "plan" | "invite" | "uninvite" | "find" | "follow-up" | "consent" | "reflect" | "consider",
            ) => Ok(()),
            (StrandState::Offered, _) => Err(StrandRefusal::NotAccepted.into()),
            (StrandState::UnderWay { .. }, _) => Err(StrandRefusal::NotOffered.into()),
            (StrandState::Refused { .. } | StrandState::Done { .. } | StrandState::Withdrawn { .. }, _) => {
                Err(StrandRefusal::Ended.into())
            }
        }
    }

    fn may_settle(&self, feedback: FeedbackId) -> Result<(), Refusal> {
        let (_, due) = self
            .feedback_due()
            .find(|(_, due)| due.id == feedback)
            .ok_or(Refusal::FeedbackNotDue)?;
        // Before the feedback step there is no outcome to tell, and what was told early could not be told again.
        if due.moment == Moment::Outcome && !self.stage.is_at(StepKind::Feedback) {
            return Err(Refusal::NotAtFeedback);
        }
        Ok(())
    }

    /// What is given online reaches only a reporter who reads here, and who is known by nothing else is reached only so.
    pub(super) fn reachable_by(&self, feedback: FeedbackId, way: FeedbackWay) -> Result<(), Refusal> {
        let reaches = |link: &LinkedReport| match way {
            FeedbackWay::Online => link.reads_online,
            _ => link.contact_known || !link.reads_online,
        };
        let mut due = self.feedback_due();
        if due.any(|(link, due)| due.id == feedback && reaches(link)) {
            Ok(())
        } else {
            Err(Refusal::Missing("way"))
        }
    }

    fn may_close(&self, configuration: &Configuration) -> Result<(), Refusal> {
        self.at_kind(configuration, StepKind::Feedback)?;
        match (self.feedback_due().count(), self.open_strands().count()) {
            (0, 0) => Ok(()),
            (0, open) => Err(Refusal::StrandsOpen(open)),
            (due, _) => Err(Refusal::FeedbackDue(due)),
        }
    }

    fn cares(&self) -> bool {
        self.open_strands()
            .any(|strand| matches!(strand.kind, StrandKind::Care { .. }))
    }
}
