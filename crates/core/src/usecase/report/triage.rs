// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Saying what becomes of a report: correcting it, setting it aside, settling its feedback.

use super::read::find;
use crate::{
    audit::{About, Event},
    change::{Changes, Write},
    id::{FeedbackId, PersonId, ReportId, Timestamp},
    policy::{Actor, Right},
    ports::{Services, Stored},
    report::{
        Completed, Correction, ReportRefusal, ReportState, SetAsideReason,
        message::{LONGEST_LINE, LONGEST_TEXT, too_long},
    },
    signal::{
        act::Refusal,
        feedback::{Feedback, FeedbackState, FeedbackWay},
    },
    usecase::{Failure, check_words, configuration, link, outgoing::queue_feedback, retried},
};

/// Corrects a report or adds to it; what was received stays. The same form sent twice is [`Failure::DoneAlready`].
pub async fn correct(
    services: &Services,
    actor: &Actor,
    id: ReportId,
    (text, completed): (String, Completed),
    reason: String,
) -> Result<(), Failure> {
    let mut missing = Vec::new();
    if crate::blank::is_blank(&text) {
        missing.push("text");
    }
    if crate::blank::is_blank(&reason) {
        missing.push("reason");
    }
    missing.extend(too_long(&[
        ("text-long", &text, LONGEST_TEXT),
        ("place-long", &completed.place, LONGEST_LINE),
        ("observed-long", &completed.observed, LONGEST_LINE),
        ("reason-long", &reason, LONGEST_LINE),
    ]));
    if !missing.is_empty() {
        return Err(Failure::Invalid(missing));
    }
    let configuration = configuration(services, actor)?;
    let by = actor.person.ok_or(Failure::NotFound)?;
    let attempt = async || {
        let (stored, permit) = find(services, actor, id, Right::TriageReports).await?;
        let at = services.clock.now();
        let mut report = stored.value;
        let newest = report.corrections.last();
        if newest
            .is_some_and(|c| c.by == by && c.text == text && c.reason == reason && c.completed == completed)
        {
            return Err(Failure::DoneAlready);
        }
        report.corrections.push(Correction {
            at,
            by,
            text: text.clone(),
            reason: reason.clone(),
            completed: completed.clone(),
        });
        let event = Event::ReportCorrected {
            reason: reason.clone(),
        };
        let marks = link::marks(services, &report).await?;
        let changes = Changes::new(&permit, at, services.minter.as_ref(), About::Report(id), event)
            .write(Write::save_report(report, stored.revision, &configuration))
            .write(marks);
        Ok((changes, ()))
    };
    retried(services, attempt).await.map(|_| ())
}

/// Records that a report is no signal. What the reporter is owed stays due. The same form sent twice is [`Failure::DoneAlready`].
pub async fn set_aside(
    services: &Services,
    actor: &Actor,
    id: ReportId,
    reason: SetAsideReason,
    note: String,
) -> Result<(), Failure> {
    check_words("note", "note-long", &note)?;
    let configuration = configuration(services, actor)?;
    let by = actor.person.ok_or(Failure::NotFound)?;
    let attempt = async || {
        let (stored, permit) = find(services, actor, id, Right::TriageReports).await?;
        let at = services.clock.now();
        let before = &stored.value.state;
        if matches!(before, ReportState::SetAside { reason: why, note: said, .. } if *why == reason && *said == note)
        {
            return Err(Failure::DoneAlready);
        }
        let report = stored.value.set_aside(reason, note.clone(), at, by)?;
        let event = Event::ReportSetAside {
            reason,
            note: note.clone(),
        };
        let changes = Changes::new(&permit, at, services.minter.as_ref(), About::Report(id), event)
            .write(Write::save_report(report, stored.revision, &configuration));
        Ok((changes, ()))
    };
    retried(services, attempt).await.map(|_| ())
}

/// What is done with a message that the reporter of a report without signal is owed.
#[derive(Clone, Debug)]
pub enum SettleFeedback {
    /// It was given.
    Give {
        /// Its text.
        text: String,
        /// How.
        way: FeedbackWay,
        /// Whether the person says to have followed how the reporter can be reached without danger.
        followed: bool,
    },
    /// It is not given, with the reason.
    Withhold(String),
}

impl SettleFeedback {
    /// Whether just this was done before: the form was sent twice.
    fn is_what_was_done(&self, state: &FeedbackState) -> bool {
        match (self, state) {
            (
                Self::Give { text, way, .. },
                FeedbackState::Given {
                    text: told, way: by, ..
                },
            ) => text == told && way == by,
            (Self::Withhold(reason), FeedbackState::Withheld { reason: said, .. }) => reason == said,
            _ => false,
        }
    }
}

/// Gives or withholds a message to the reporter of a report that is no signal, or not yet. The same form sent twice is
/// [`Failure::DoneAlready`].
pub async fn settle_feedback(
    services: &Services,
    actor: &Actor,
    id: ReportId,
    feedback: FeedbackId,
    settle: SettleFeedback,
) -> Result<(), Failure> {
    let configuration = configuration(services, actor)?;
    let by = actor.person.ok_or(Failure::NotFound)?;
    match &settle {
        SettleFeedback::Give { text, .. } => check_words("text", "text-long", text)?,
        SettleFeedback::Withhold(reason) => check_words("reason", "reason-long", reason)?,
    }
    let attempt = async || {
        let (stored, permit) = find(services, actor, id, Right::GiveFeedback).await?;
        let at = services.clock.now();
        let mut report = stored.value;
        if let ReportState::Registered { signal, .. } = report.state {
            return Err(ReportRefusal::InSignal(signal).into());
        }
        if let SettleFeedback::Give { way, .. } = &settle
            && FeedbackWay::open_to(&report, true).all(|open| open != *way)
        {
            return Err(Failure::Invalid(vec!["way"]));
        }
        let owed = report.feedback.iter().find(|message| message.id == feedback);
        if owed.is_some_and(|message| settle.is_what_was_done(&message.state)) {
            return Err(Failure::DoneAlready);
        }
        if report.feedback_due().all(|message| message.id != feedback) {
            return Err(Refusal::FeedbackNotDue.into());
        }
        let owed = report.feedback.iter_mut().find(|message| message.id == feedback);
        let message = owed.ok_or(Refusal::FeedbackNotDue)?;
        let (state, event) = settled(settle.clone(), message, (at, by));
        message.state = state;
        let changes = Changes::new(&permit, at, services.minter.as_ref(), About::Report(id), event);
        let revision = stored.revision;
        let mut report = Stored {
            value: report,
            ..stored
        };
        let changes = match &settle {
            SettleFeedback::Give { text, way, followed } => {
                report.value.told |= *way == FeedbackWay::Online;
                let given = (feedback, *way, text.as_str(), *followed);
                queue_feedback(services, changes, &report, given, (&permit, by, at)).await?
            }
            SettleFeedback::Withhold(_) => changes,
        };
        let changes = changes.write(Write::save_report(report.value, revision, &configuration));
        Ok((changes, ()))
    };
    retried(services, attempt).await.map(|_| ())
}

/// How a message stands that was given or withheld, and what the journal says of it.
fn settled(
    settle: SettleFeedback,
    owed: &Feedback,
    (at, by): (Timestamp, PersonId),
) -> (FeedbackState, Event) {
    let moment = owed.moment;
    match settle {
        SettleFeedback::Give { text, way, .. } => (
            FeedbackState::Given { text, way, at, by },
            Event::FeedbackGiven {
                moment,
                way,
                in_time: owed.in_time(at),
            },
        ),
        SettleFeedback::Withhold(reason) => (
            FeedbackState::Withheld {
                reason: reason.clone(),
                at,
                by,
            },
            Event::FeedbackWithheld { moment, reason },
        ),
    }
}
