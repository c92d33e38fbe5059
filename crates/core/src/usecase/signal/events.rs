// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What the journal says about an act.

use crate::{
    audit::{About, Event},
    change::Changes,
    enrichment::SourceQuery,
    id::{FeedbackId, StrandId, Timestamp},
    policy::Permit,
    signal::{
        Signal,
        act::{Act, Hand, QueryStep},
        feedback::{Feedback, FeedbackState},
        strand::Strand,
    },
};

/// Changes that hold the entries for an act, given as the signal before, the signal after and the act; none when nothing
/// happened.
pub(crate) fn journaled(
    permit: &Permit,
    hand: &Hand<'_>,
    (before, after, act): (&Signal, &Signal, &Act),
) -> Option<Changes> {
    let about = About::Signal(after.id);
    let mut events = of(before, after, act).into_iter();
    let first = Changes::new(permit, hand.now, hand.minter, about, events.next()?);
    Some(events.fold(first, |changes, event| {
        changes.and(permit, hand.now, hand.minter, about, event)
    }))
}

/// The entries for an act: the act itself, what it began, and where the signal went.
pub fn of(before: &Signal, after: &Signal, act: &Act) -> Vec<Event> {
    let mut events: Vec<Event> = itself(before, after, act).into_iter().collect();
    let began = after.strands.iter().skip(before.strands.len());
    if !matches!(act, Act::MarkAcute { .. } | Act::ReferToCare { .. }) {
        events.extend(began.map(started));
    }
    if after.visits.len() > before.visits.len()
        && let (Some(from), Some(to)) = (before.visits.last(), after.visits.last())
        && !matches!(act, Act::SendBack { .. })
    {
        events.push(Event::MovedOn {
            from: from.step.clone(),
            to: to.step.clone(),
        });
    }
    events
}

fn itself(before: &Signal, after: &Signal, act: &Act) -> Option<Event> {
    Some(match act {
        // What began is an entry of its own.
        Act::MoveOn | Act::OfferHandOver { .. } => return None,
        Act::DecideGate {
            granted,
            ground,
            reason,
        } => Event::GateDecided {
            gate: after.gates.last()?.gate.clone(),
            granted: *granted,
            ground: ground.clone(),
            reason: reason.clone(),
        },
        Act::Decide { .. } => {
            let decision = after.decisions.last()?;
            Event::Decided {
                step: decision.step.clone(),
                body: decision.body.clone(),
                outcome: decision.outcome.clone(),
                kind: decision.kind,
                reason: decision.reason.clone(),
            }
        }
        Act::StepStrand { strand, step } => {
            let stepped = find_strand(after, *strand)?;
            Event::StrandStepped {
                strand: *strand,
                kind: stepped.kind.as_str().to_owned(),
                step: step.as_str().to_owned(),
                words: step.words().to_owned(),
            }
        }
        Act::MarkAcute { .. } | Act::ReferToCare { .. } => fast_lane(after, act)?,
        Act::Release(_) | Act::WithdrawPack { .. } | Act::Reply(_) => return packed(after, act),
        Act::GiveFeedback { .. } | Act::WithholdFeedback { .. } => fed_back(before, after, act)?,
        Act::SendBack { reason } => Event::SentBack {
            to: after.visits.last()?.step.clone(),
            reason: reason.clone(),
        },
        Act::Close { confirmation, result } => Event::SignalClosed {
            confirmation: *confirmation,
            result: result.clone(),
        },
        Act::AskSource(_) => written(after.queries.last()?),
        Act::StepQuery { query, step } => queried(after.query(*query)?, step),
        Act::Assign { .. }
        | Act::Observe(_)
        | Act::Assess(_)
        | Act::AddSubject(_)
        | Act::StrikeSubject { .. }
        | Act::AddNote(_)
        | Act::Mark(_)
        | Act::Recuse { .. }
        | Act::Readmit { .. }
        | Act::Invite { .. } => return recorded(act),
    })
}

/// The entry for a message that a reporter got, or did not get.
fn fed_back(before: &Signal, after: &Signal, act: &Act) -> Option<Event> {
    match act {
        Act::GiveFeedback { feedback, way, .. } => {
            let owed = find_feedback(before, *feedback)?;
            Some(Event::FeedbackGiven {
                moment: owed.moment,
                way: *way,
                in_time: given_at(after, *feedback).and_then(|at| owed.in_time(at)),
            })
        }
        Act::WithholdFeedback { feedback, reason } => Some(Event::FeedbackWithheld {
            moment: find_feedback(before, *feedback)?.moment,
            reason: reason.clone(),
        }),
        _ => None,
    }
}

fn written(query: &SourceQuery) -> Event {
    Event::QueryWritten {
        query: query.id,
        register: query.register.clone(),
        reason: query.reason.clone(),
    }
}

/// The entry for a step of a question to a source. What is asked and answered stays with the signal.
fn queried(asked: &SourceQuery, step: &QueryStep) -> Event {
    let (query, register) = (asked.id, asked.register.clone());
    let about_to_ask = |reads| Event::SourceAsked {
        query,
        register: asked.register.clone(),
        reads,
    };
    match step {
        QueryStep::Decide { granted, reason } => Event::QueryDecided {
            query,
            register,
            granted: *granted,
            reason: reason.clone(),
        },
        QueryStep::Withdraw { reason } => Event::QueryWithdrawn {
            query,
            register,
            reason: reason.clone(),
        },
        QueryStep::Look => about_to_ask(false),
        QueryStep::Read => about_to_ask(true),
        QueryStep::End(said) => Event::SourceAnswered {
            query,
            register,
            outcome: match said {
                Ok(_) => asked.state.as_str(),
                Err(trouble) => trouble.as_str(),
            }
            .to_owned(),
        },
    }
}

/// The entry for a pack that was released or taken back, or answered at the table.
fn packed(after: &Signal, act: &Act) -> Option<Event> {
    if let Act::WithdrawPack { pack, reason } = act {
        return Some(Event::PackWithdrawn {
            pack: *pack,
            to: after.packs.iter().find(|it| it.id == *pack)?.to.clone(),
            reason: reason.clone(),
        });
    }
    if let Act::Reply(_) = act {
        let reply = after.replies.last()?;
        return Some(Event::PartnerReplied {
            pack: reply.pack,
            from: reply.from.clone(),
            said: reply.said,
        });
    }
    let pack = after.packs.last()?;
    Some(Event::PackReleased {
        pack: pack.id,
        to: pack.to.clone(),
        items: pack.items.len(),
        rules: pack.items.iter().flat_map(|item| item.rules.clone()).collect(),
    })
}

/// The entry for one of the two fast lanes.
fn fast_lane(after: &Signal, act: &Act) -> Option<Event> {
    let partner = after.strands.last()?.kind.partner()?.clone();
    match act {
        Act::MarkAcute { reason } => Some(Event::MarkedAcute {
            partner,
            reason: reason.clone(),
        }),
        _ => Some(Event::CareAsked { partner }),
    }
}

/// The entry for writing something down.
fn recorded(act: &Act) -> Option<Event> {
    Some(match act {
        Act::Assign { owner } => Event::OwnerChanged { owner: *owner },
        Act::Observe(_) => Event::Observed,
        Act::Assess(_) => Event::Assessed,
        Act::AddSubject(_) => Event::SubjectAdded,
        Act::StrikeSubject { reason, .. } => Event::SubjectStruck {
            reason: reason.clone(),
        },
        Act::AddNote(note) => Event::NoteAdded {
            source: note.source.clone(),
        },
        Act::Mark(mark) => Event::ItemMarked {
            item: mark.item.to_string(),
            regime: mark.regime,
            reason: mark.reason.clone(),
        },
        Act::Invite {
            guest,
            meeting,
            reason,
            ..
        } => Event::GuestInvited {
            guest: *guest,
            meeting: *meeting,
            reason: reason.clone(),
        },
        Act::Recuse { person, reason } => Event::Recused {
            person: *person,
            reason: reason.clone(),
        },
        Act::Readmit { person, reason } => Event::Readmitted {
            person: *person,
            reason: reason.clone(),
        },
        _ => return None,
    })
}

/// That a strand began.
pub(crate) fn started(strand: &Strand) -> Event {
    let to = strand.kind.partner().map(|partner| partner.as_str().to_owned());
    let to = to
        .or_else(|| strand.kind.assignee().map(|person| person.to_string()))
        .unwrap_or_default();
    Event::StrandStarted {
        strand: strand.id,
        kind: strand.kind.as_str().to_owned(),
        to,
        what: strand.kind.what().to_owned(),
    }
}

fn find_strand(signal: &Signal, id: StrandId) -> Option<&Strand> {
    signal.strands.iter().find(|strand| strand.id == id)
}

fn given_at(signal: &Signal, id: FeedbackId) -> Option<Timestamp> {
    match find_feedback(signal, id)?.state {
        FeedbackState::Given { at, .. } => Some(at),
        _ => None,
    }
}

fn find_feedback(signal: &Signal, id: FeedbackId) -> Option<&Feedback> {
    signal
        .reports
        .iter()
        .flat_map(|link| &link.feedback)
        .find(|feedback| feedback.id == id)
}
