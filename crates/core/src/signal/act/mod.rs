// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Acts: everything that can be done with a signal, and whether it can be done now.
//!
//! [`Signal::apply`] is the only way to change one. It asks the same guard ([`Signal::guard`]) that the screens ask for their
//! buttons, so what is offered and what is accepted can't differ.

mod decide;
mod guard;
mod inspection;
mod link;
mod movement;
mod query;
mod record;
mod share;

pub use self::{
    decide::NewStrand,
    link::LinkRefusal,
    query::{NewQuery, QueryStep},
};
use super::{
    Signal,
    assessment::{Assessment, Note, Observation, Subject},
    brought::NewReply,
    feedback::{FeedbackState, FeedbackWay},
    stage::{Confirmation, Stage},
    strand::{StrandRefusal, StrandStep},
};
use crate::{
    calendar::dutch_date,
    configuration::Configuration,
    enrichment::QueryRefusal,
    id::{
        BodyId, ConditionId, FeedbackId, GateId, MeetingId, Minter, OutcomeId, PackId, PartnerId, PartyId,
        PersonId, QueryId, StepId, StrandId, Timestamp,
    },
    sharing::{Need, mark::Mark, pack::Release, terms::Terms},
};

/// Something that is done with a signal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// The work of this step is done: on to the next.
    MoveOn,
    /// The gate before this step is decided.
    DecideGate {
        /// Yes or no.
        granted: bool,
        /// The legal ground.
        ground: String,
        /// Why.
        reason: String,
    },
    /// A body, or a person where the route says so, decides.
    Decide {
        /// The outcome.
        outcome: OutcomeId,
        /// Why.
        reason: String,
        /// The sitting, where a body decides.
        meeting: Option<MeetingId>,
        /// Answers to the entry conditions of the next body: condition, holds, why.
        conditions: Vec<(ConditionId, bool, String)>,
        /// What the outcome starts: tasks, hand-overs and the like.
        strands: Vec<NewStrand>,
    },
    /// A strand takes a step.
    StepStrand {
        /// Which.
        strand: StrandId,
        /// What.
        step: StrandStep,
    },
    /// Acute danger: hand over to the partner of the fast lane at once.
    MarkAcute {
        /// What the danger is; goes to the partner.
        reason: String,
    },
    /// Ask the care coordinator, without waiting for any decision.
    ReferToCare {
        /// What the care coordinator must know to begin.
        what: String,
        /// Who agreed, and when; asked where the sharing matrix does.
        consent: String,
    },
    /// Hand over to a partner beside what was decided; several can run at once.
    OfferHandOver {
        /// To whom.
        partner: PartnerId,
        /// What is handed over.
        what: String,
        /// What it holds, and what was filled in for it.
        terms: Terms,
    },
    /// Something is written down about an item: whose it is and where it may go.
    Mark(Box<Mark>),
    /// A person releases a pack of items.
    Release(Box<Release>),
    /// A pack is taken back.
    WithdrawPack {
        /// Which.
        pack: PackId,
        /// Why.
        reason: String,
    },
    /// A partner says something at the table to what was brought to it.
    Reply(Box<NewReply>),
    /// A person releases a message to a reporter.
    GiveFeedback {
        /// Which message.
        feedback: FeedbackId,
        /// Its text.
        text: String,
        /// How it was given.
        way: FeedbackWay,
        /// Whether the person says to have followed how the reporter can be reached without danger.
        followed: bool,
    },
    /// A person decides that no message is given.
    WithholdFeedback {
        /// Which message.
        feedback: FeedbackId,
        /// Why.
        reason: String,
    },
    /// Back to where was decided, such as after a refused hand-over.
    SendBack {
        /// Why.
        reason: String,
    },
    /// The signal closes.
    Close {
        /// Whether the suspicion is confirmed.
        confirmation: Confirmation,
        /// What came of it.
        result: String,
    },
    /// Somebody else sees to it from now on.
    Assign {
        /// Who.
        owner: PersonId,
    },
    /// An observation is written down.
    Observe(Box<Observation>),
    /// A new assessment is made; earlier ones stay.
    Assess(Box<Assessment>),
    /// A subject is added.
    AddSubject(Box<Subject>),
    /// A subject no longer counts; it stays visible.
    StrikeSubject {
        /// Its place in the list.
        index: usize,
        /// Why.
        reason: String,
    },
    /// A note of enrichment is added.
    AddNote(Note),
    /// A question to a source is written down; it is not asked yet.
    AskSource(Box<NewQuery>),
    /// A question to a source takes a step. To ask it is for `usecase::enrichment` alone.
    StepQuery {
        /// Which question.
        query: QueryId,
        /// What.
        step: QueryStep,
    },
    /// A guest may see the signal at a sitting.
    Invite {
        /// The guest.
        guest: PersonId,
        /// The sitting.
        meeting: MeetingId,
        /// Its day.
        on: chrono::NaiveDate,
        /// Why the guest is needed.
        reason: String,
    },
    /// Somebody is concerned, and stays out of the signal.
    Recuse {
        /// Who.
        person: PersonId,
        /// In what way.
        reason: String,
    },
    /// Somebody need not stay out any more.
    Readmit {
        /// Who.
        person: PersonId,
        /// Why.
        reason: String,
    },
}

/// An act without its words: what a button stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActKind {
    /// See [`Act::MoveOn`].
    MoveOn,
    /// See [`Act::DecideGate`].
    DecideGate,
    /// See [`Act::Decide`].
    Decide {
        /// The outcome.
        outcome: OutcomeId,
        /// Whether it is taken in a sitting.
        in_meeting: bool,
    },
    /// See [`Act::StepStrand`].
    StepStrand {
        /// Which strand.
        strand: StrandId,
        /// Name of the step, such as accept or finish.
        step: &'static str,
    },
    /// See [`Act::MarkAcute`].
    MarkAcute,
    /// See [`Act::ReferToCare`].
    ReferToCare,
    /// See [`Act::OfferHandOver`].
    OfferHandOver,
    /// See [`Act::GiveFeedback`].
    GiveFeedback(FeedbackId),
    /// See [`Act::WithholdFeedback`].
    WithholdFeedback(FeedbackId),
    /// See [`Act::SendBack`].
    SendBack,
    /// See [`Act::Close`].
    Close,
    /// Writing down what we know: observation, assessment, subject, owner, guest.
    Record,
    /// See [`Act::AddNote`].
    AddNote,
    /// See [`Act::AskSource`].
    AskSource,
    /// See [`Act::StepQuery`].
    StepQuery {
        /// Which question.
        query: QueryId,
        /// Name of the step: decide, withdraw, look, read or end.
        step: &'static str,
    },
    /// See [`Act::Release`].
    Release,
    /// See [`Act::WithdrawPack`].
    WithdrawPack,
    /// See [`Act::Reply`].
    Reply,
    /// See [`Act::Recuse`].
    Recuse(PersonId),
    /// See [`Act::Readmit`].
    Readmit,
}

impl Act {
    /// What kind of act it is.
    pub fn kind(&self) -> ActKind {
        match self {
            Self::MoveOn => ActKind::MoveOn,
            Self::DecideGate { .. } => ActKind::DecideGate,
            Self::Decide { outcome, meeting, .. } => ActKind::Decide {
                outcome: outcome.clone(),
                in_meeting: meeting.is_some(),
            },
            Self::StepStrand { strand, step } => ActKind::StepStrand {
                strand: *strand,
                step: step.as_str(),
            },
            Self::MarkAcute { .. } => ActKind::MarkAcute,
            Self::ReferToCare { .. } => ActKind::ReferToCare,
            Self::OfferHandOver { .. } => ActKind::OfferHandOver,
            Self::GiveFeedback { feedback, .. } => ActKind::GiveFeedback(*feedback),
            Self::WithholdFeedback { feedback, .. } => ActKind::WithholdFeedback(*feedback),
            Self::SendBack { .. } => ActKind::SendBack,
            Self::Close { .. } => ActKind::Close,
            Self::AddNote(_) => ActKind::AddNote,
            Self::AskSource(_) => ActKind::AskSource,
            Self::StepQuery { query, step } => ActKind::StepQuery {
                query: *query,
                step: step.as_str(),
            },
            Self::Release(_) => ActKind::Release,
            Self::WithdrawPack { .. } => ActKind::WithdrawPack,
            Self::Reply(_) => ActKind::Reply,
            Self::Recuse { person, .. } => ActKind::Recuse(*person),
            Self::Readmit { .. } => ActKind::Readmit,
            Self::Assign { .. }
            | Self::Observe(_)
            | Self::Assess(_)
            | Self::AddSubject(_)
            | Self::StrikeSubject { .. }
            | Self::Mark(_)
            | Self::Invite { .. } => ActKind::Record,
        }
    }
}

/// Why an act is not possible now. The screens show it beside the greyed button.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The signal is closed.
    #[error("the signal is closed")]
    Closed,
    /// Its use is restricted on request of a data subject.
    #[error("the use of the signal is restricted on request of a data subject")]
    Restricted,
    /// The signal waits for a task or an inspection.
    #[error("the signal waits for something that is not done yet")]
    Waiting(StrandId),
    /// The gate before this step must be decided first.
    #[error("the gate {0} must be decided first")]
    GateUndecided(GateId),
    /// There is no gate to decide here.
    #[error("there is no gate to decide here")]
    NoGate,
    /// An observation and an assessment must be written down first.
    #[error("an observation and an assessment must be written down first")]
    NotAssessed,
    /// At this step a body decides where the signal goes.
    #[error("body {0} decides in a sitting")]
    BodyDecides(BodyId),
    /// At this step a person decides where the signal goes.
    #[error("a decision is needed here")]
    DecisionNeeded,
    /// The signal is not at a step where this outcome can be chosen.
    #[error("this outcome can't be chosen at this step")]
    NotHere,
    /// The signal has already left the step: somebody was first.
    #[error("the signal has left step {0}")]
    Elsewhere(StepId),
    /// An entry condition of the next body is not answered, or does not hold.
    #[error("entry condition {0} must hold, with a reason")]
    ConditionNotMet(ConditionId),
    /// It is acute already.
    #[error("the signal has been handed over as acute already")]
    AlreadyAcute,
    /// No rule of the sharing matrix lets this go there.
    #[error("no rule lets this go to {0}")]
    NotShared(PartyId),
    /// Something must be there before this goes to somebody.
    #[error("before this goes to {0}, {need} must be filled in", need = .1.as_str())]
    NeedsFirst(PartyId, Need),
    /// The person said no to their data going to others.
    #[error("the person did not agree to their data going to {0}")]
    ConsentRefused(PartyId),
    /// Care has been asked for already.
    #[error("care has been asked for already")]
    CareAskedAlready,
    /// A hand-over beside a decision needs a decision first.
    #[error("a decision must be taken first")]
    NothingDecided,
    /// Only at the feedback step.
    #[error("this is possible at the feedback step")]
    NotAtFeedback,
    /// Reporters are still owed feedback.
    #[error("{0} messages to reporters are due")]
    FeedbackDue(usize),
    /// This message is not owed, or has been dealt with.
    #[error("this message is not due")]
    FeedbackNotDue,
    /// Hand-overs, tasks or cases still run.
    #[error("{0} hand-overs, tasks or cases still run")]
    StrandsOpen(usize),
    /// The strand does not exist or can't take this step.
    #[error("{0}")]
    Strand(#[from] StrandRefusal),
    /// The question to a source does not exist or can't take this step.
    #[error("{0}")]
    Query(#[from] QueryRefusal),
    /// Something that is needed is missing or can't be used; names the field.
    #[error("field {0} is missing or can't be used")]
    Missing(&'static str),
    /// A text is longer than [`LONGEST_TEXT`](crate::report::message::LONGEST_TEXT).
    #[error("the text {0} is too long")]
    TooLong(&'static str),
    /// Somebody who is concerned stays out of the signal.
    #[error("this person stays out of the signal")]
    KeptOut,
    /// Somebody holds what must be in the hands of somebody else before they stay out.
    #[error("this person owns the signal or has an open task in it")]
    StillHolds,
    /// The configuration does not know where to go; a checked one always does.
    #[error("the route does not say where to go from here")]
    NoWay,
}

/// What an act is done with: the route, the moment, who, and new identifiers.
pub struct Hand<'a> {
    /// The configuration in force.
    pub configuration: &'a Configuration,
    /// Now.
    pub now: Timestamp,
    /// Who.
    pub by: PersonId,
    /// New identifiers.
    pub minter: &'a dyn Minter,
}

impl std::fmt::Debug for Hand<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Hand")
            .field("now", &self.now)
            .field("by", &self.by)
            .finish_non_exhaustive()
    }
}

impl Signal {
    /// Does an act, or says why not. Nothing is half done: a refusal leaves the signal as it was.
    pub fn apply(mut self, act: Act, hand: &Hand<'_>) -> Result<Self, Refusal> {
        self.guard(hand.configuration, &act.kind())?;
        self.forget_answers(dutch_date(hand.now));
        match act {
            Act::MoveOn => self.move_on(hand),
            Act::DecideGate {
                granted,
                ground,
                reason,
            } => self.decide_gate(granted, ground, reason, hand),
            Act::Decide {
                outcome,
                reason,
                meeting,
                conditions,
                strands,
            } => self.decide(&outcome, reason, meeting, conditions, strands, hand),
            Act::StepStrand { strand, step } => self.step_strand(strand, &step, hand),
            Act::MarkAcute { reason } => self.mark_acute(reason, hand),
            Act::ReferToCare { what, consent } => self.refer_to_care(what, consent, hand),
            Act::OfferHandOver { partner, what, terms } => self.offer_hand_over(partner, what, terms, hand),
            Act::Mark(mark) => self.mark(*mark, hand),
            Act::Release(release) => self.release(*release, hand),
            Act::WithdrawPack { pack, reason } => self.withdraw_pack(pack, reason, hand),
            Act::Reply(reply) => self.reply(*reply, hand),
            Act::GiveFeedback {
                feedback, text, way, ..
            } => self.give_feedback(feedback, text, way, hand),
            Act::WithholdFeedback { feedback, reason } => {
                let reason = words(reason, "reason")?;
                let state = FeedbackState::Withheld {
                    reason,
                    at: hand.now,
                    by: hand.by,
                };
                Ok(self.settle(feedback, &state))
            }
            Act::SendBack { reason } => self.send_back(&reason, hand),
            Act::Close { confirmation, result } => self.close(confirmation, result, hand),
            Act::Recuse { person, reason } => self.recuse(person, reason, hand),
            Act::Readmit { person, reason } => self.readmit(person, reason, hand),
            Act::AskSource(query) => self.ask_source(*query, hand),
            Act::StepQuery { query, step } => self.step_query(query, step, hand),
            Act::Assign { .. }
            | Act::Observe(_)
            | Act::Assess(_)
            | Act::AddSubject(_)
            | Act::StrikeSubject { .. }
            | Act::AddNote(_)
            | Act::Invite { .. } => self.record(act, hand),
        }
    }

    fn give_feedback(
        self,
        feedback: FeedbackId,
        text: String,
        way: FeedbackWay,
        hand: &Hand<'_>,
    ) -> Result<Self, Refusal> {
        let text = words(text, "text")?;
        self.reachable_by(feedback, way)?;
        let state = FeedbackState::Given {
            text,
            way,
            at: hand.now,
            by: hand.by,
        };
        Ok(self.settle(feedback, &state))
    }

    fn settle(mut self, feedback: FeedbackId, state: &FeedbackState) -> Self {
        for link in &mut self.reports {
            for message in link.feedback.iter_mut().filter(|message| message.id == feedback) {
                message.state = state.clone();
            }
        }
        self
    }

    fn close(mut self, confirmation: Confirmation, result: String, hand: &Hand<'_>) -> Result<Self, Refusal> {
        if confirmation == Confirmation::Open {
            return Err(Refusal::Missing("confirmation"));
        }
        let result = words(result, "result")?;
        self.leave(hand.now);
        self.confirmation = confirmation;
        self.stage = Stage::Closed {
            at: hand.now,
            by: hand.by,
            result,
        };
        Ok(self)
    }
}

/// A text that must say something.
pub(super) fn words(text: String, field: &'static str) -> Result<String, Refusal> {
    record::required(&text, field)?;
    Ok(text)
}
