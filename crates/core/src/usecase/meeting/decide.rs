// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A decision of a body: the signal goes its way and the agenda shows it, in one transaction.

use crate::{
    audit::About,
    change::Write,
    id::{ConditionId, MeetingId, OutcomeId, PersonId, SignalId},
    meeting::{ItemState, Meeting, MeetingRefusal},
    policy::{self, Actor, Object, Right},
    ports::Services,
    signal::{
        Decision, Signal,
        act::{Act, Hand, NewStrand, Refusal},
    },
    usecase::{
        Failure, configuration, missing, people, refused, retried,
        signal::{Once, journaled, permitted},
    },
};

/// What a body decides on one signal.
#[derive(Clone, Debug)]
pub struct Ruling {
    /// The outcome.
    pub outcome: OutcomeId,
    /// Why.
    pub reason: String,
    /// Answers to the entry conditions of the next body: condition, holds, why.
    pub conditions: Vec<(ConditionId, bool, String)>,
    /// What the outcome starts.
    pub strands: Vec<NewStrand>,
}

/// What came of deciding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The next item that has not been dealt with.
    pub next: Option<SignalId>,
}

/// Records a decision of the body on one signal. A second decision is refused with who was first.
pub async fn decide(
    services: &Services,
    actor: &Actor,
    meeting: MeetingId,
    signal: SignalId,
    once: Once,
    ruling: Ruling,
) -> Result<Decided, Failure> {
    let configuration = configuration(services, actor)?;
    let by = actor.person.ok_or(Failure::NotFound)?;
    let act = ruling.clone().act(meeting);
    people::check_chosen(services, actor, &act).await?;
    let attempt = async || {
        let (Some(sitting), Some(held)) = (
            services.store.meeting(&actor.municipality, meeting).await?,
            services.store.signal(&actor.municipality, signal).await?,
        ) else {
            return Err(missing(services, actor, Right::ReadMeeting).await);
        };
        // Who has no seat there does not learn how the sitting stands, either.
        let table = Object::Body(&actor.municipality, &sitting.value.body);
        if let Err(denied) = policy::permit(actor, Right::ReadMeeting, table) {
            return Err(refused(services, actor, About::Meeting(meeting), denied).await);
        }
        still_open(&sitting.value, &held.value, by, &ruling)?;
        if let Some(body) = configuration.body(&sitting.value.body) {
            sitting.value.enough(body)?;
        }
        let permit = match permitted(actor, &held.value, &configuration, &act.kind()) {
            Ok(permit) => permit,
            Err(denied) => return Err(refused(services, actor, About::Signal(signal), denied).await),
        };
        let here = held.value.stage.body() == Some(&sitting.value.body);
        if !here || once.visits.is_some_and(|seen| seen != held.value.visits.len()) {
            let step = held.value.visits.last().map(|visit| visit.step.clone());
            return Err(step.map_or(Refusal::NoWay, Refusal::Elsewhere).into());
        }
        let hand = Hand {
            configuration: &configuration,
            now: services.clock.now(),
            by,
            minter: services.minter.as_ref(),
        };
        let before = held.value;
        let after = before.clone().apply(act.clone(), &hand)?;
        let decision = after
            .decisions
            .last()
            .map(|decision| decision.id)
            .ok_or(Refusal::NoWay)?;
        let kept = sitting.value.decided(signal, decision, by, hand.now)?;
        let next = kept.next_open(Some(signal));
        let changes = journaled(&permit, &hand, (&before, &after, &act))
            .ok_or(Failure::DoneAlready)?
            .once(once.form)
            .write(Write::save_signal(after, held.revision, &configuration))
            .write(Write::SaveMeeting(Box::new(kept), sitting.revision));
        Ok((changes, Decided { next }))
    };
    retried(services, attempt).await.map(|(_, decided)| decided)
}

/// Refuses a second decision, with who was first. Whose line dropped before the answer came sends the same once more: it was taken,
/// and counts once.
fn still_open(sitting: &Meeting, signal: &Signal, by: PersonId, ruling: &Ruling) -> Result<(), Failure> {
    if let ItemState::Decided { by: first, decision } = sitting.item(signal.id)?.state {
        let mut taken = signal.decisions.iter();
        let same = |taken: &Decision| taken.id == decision && ruling.is(taken);
        return Err(if first == by && taken.any(same) {
            Failure::DoneAlready
        } else {
            MeetingRefusal::Decided(first).into()
        });
    }
    if sitting.is_open() {
        Ok(())
    } else {
        Err(MeetingRefusal::NotOpen.into())
    }
}

impl Ruling {
    /// Whether a decision says just this.
    fn is(&self, taken: &Decision) -> bool {
        taken.outcome == self.outcome && taken.reason == self.reason
    }

    fn act(self, meeting: MeetingId) -> Act {
        Act::Decide {
            outcome: self.outcome,
            reason: self.reason,
            meeting: Some(meeting),
            conditions: self.conditions,
            strands: self.strands,
        }
    }
}
