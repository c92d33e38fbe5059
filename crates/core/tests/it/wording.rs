// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Acts with their words: what a person would fill in, and what a person leaves empty.

use chrono::{Days, NaiveDate};
use meldroute_core::{
    calendar::dutch_date,
    configuration::{
        Configuration,
        outcome::{Outcome, OutcomeKind},
    },
    id::{MeetingId, OutcomeId, PackId, Timestamp},
    sharing::{
        Category,
        pack::Release,
        terms::{Conditions, Terms},
    },
    signal::{
        Signal,
        act::{Act, ActKind, NewStrand},
        assessment::{About, Assessment, InformationGrade, Minor, Note, Observation, SourceGrade, Urgency},
        feedback::FeedbackWay,
        stage::Confirmation,
        strand::{InterventionField, StrandKind, StrandStep},
    },
};
use uuid::Uuid;

use crate::town::{coordinator, person};

/// An act of this kind with everything that it needs.
pub(crate) fn worded(kind: &ActKind, signal: &Signal, configuration: &Configuration, now: Timestamp) -> Act {
    written(kind, signal, configuration, now, "words")
}

/// An act of this kind in which every text is left empty; none where no text is needed.
pub(crate) fn wordless(
    kind: &ActKind,
    signal: &Signal,
    configuration: &Configuration,
    now: Timestamp,
) -> Option<Act> {
    let wants_none = matches!(kind, ActKind::MoveOn | ActKind::StepStrand { step: "accept", .. });
    (!wants_none).then(|| written(kind, signal, configuration, now, " "))
}

fn written(
    kind: &ActKind,
    signal: &Signal,
    configuration: &Configuration,
    now: Timestamp,
    words: &str,
) -> Act {
    let words = words.to_owned();
    match kind {
        ActKind::MoveOn => Act::MoveOn,
        ActKind::DecideGate => Act::DecideGate {
            granted: true,
            ground: words.clone(),
            reason: words,
        },
        ActKind::Decide { outcome, in_meeting } => {
            decided(outcome, *in_meeting, signal, configuration, now, words)
        }
        ActKind::StepStrand { strand, step } => Act::StepStrand {
            strand: *strand,
            step: strand_step(step, words),
        },
        ActKind::MarkAcute => Act::MarkAcute { reason: words },
        ActKind::ReferToCare | ActKind::OfferHandOver | ActKind::Release | ActKind::WithdrawPack => {
            sharing(kind, signal, now, words)
        }
        ActKind::GiveFeedback(feedback) => Act::GiveFeedback {
            feedback: *feedback,
            text: words,
            way: FeedbackWay::Phone,
            followed: true,
        },
        ActKind::WithholdFeedback(feedback) => Act::WithholdFeedback {
            feedback: *feedback,
            reason: words,
        },
        ActKind::SendBack => Act::SendBack { reason: words },
        ActKind::Recuse(_) | ActKind::Readmit | ActKind::Reply => {
            panic!("no offer: the tests of meetings do these")
        }
        ActKind::Close => Act::Close {
            confirmation: Confirmation::NotForUs,
            result: words,
        },
        ActKind::Record => observe(&words, now),
        ActKind::AskSource | ActKind::StepQuery { .. } => panic!("no offer: the tests of queries do these"),
        ActKind::AddNote => Act::AddNote(Note {
            beside: None,
            text: words.clone(),
            source: words,
            at: now,
            by: coordinator(),
        }),
    }
}

/// An act by which something goes to somebody else, or comes back.
fn sharing(kind: &ActKind, signal: &Signal, now: Timestamp, words: String) -> Act {
    match kind {
        ActKind::ReferToCare => Act::ReferToCare {
            what: words,
            consent: String::new(),
        },
        ActKind::OfferHandOver => Act::OfferHandOver {
            partner: "riec".into(),
            what: words,
            terms: terms(),
        },
        ActKind::Release => Act::Release(Box::new(Release {
            to: "police".into(),
            items: signal.items().iter().map(|item| item.at).collect(),
            conditions: Conditions::default(),
            expires_on: dutch_date(now) + Days::new(14),
            head: None,
            meeting: None,
        })),
        _ => Act::WithdrawPack {
            pack: signal.packs.first().map_or(PackId(Uuid::nil()), |pack| pack.id),
            reason: words,
        },
    }
}

fn decided(
    id: &OutcomeId,
    in_meeting: bool,
    signal: &Signal,
    configuration: &Configuration,
    now: Timestamp,
    words: String,
) -> Act {
    let chosen = signal.outcomes(configuration).iter().find(|o| o.id == *id);
    Act::Decide {
        outcome: id.clone(),
        meeting: in_meeting.then(|| MeetingId(Uuid::from_u128(7))),
        conditions: chosen.map_or_else(Vec::new, |outcome| answers(configuration, outcome, &words)),
        strands: chosen
            .and_then(|outcome| strand(outcome.kind, dutch_date(now), &words))
            .into_iter()
            .collect(),
        reason: words,
    }
}

fn answers(
    configuration: &Configuration,
    outcome: &Outcome,
    words: &str,
) -> Vec<(meldroute_core::id::ConditionId, bool, String)> {
    let body = outcome.body.as_ref().and_then(|body| configuration.body(body));
    body.map_or(&[][..], |body| &body.conditions)
        .iter()
        .map(|condition| (condition.id.clone(), true, words.to_owned()))
        .collect()
}

/// What an outcome of this kind starts.
pub(crate) fn strand(outcome: OutcomeKind, today: NaiveDate, words: &str) -> Option<NewStrand> {
    let what = words.to_owned();
    let kind = match outcome {
        OutcomeKind::MoreInformation => StrandKind::Task {
            what,
            assignee: person(2),
        },
        OutcomeKind::Inspection => StrandKind::Inspection {
            power: what.clone(),
            purpose: what,
            assignee: person(2),
            visit: Box::default(),
        },
        OutcomeKind::OtherDepartment => StrandKind::OtherDepartment {
            department: "permits".into(),
            what,
            returns: String::new(),
        },
        OutcomeKind::HandOver => StrandKind::HandOver {
            partner: "riec".into(),
            ground: what.clone(),
            what,
            acute: false,
        },
        OutcomeKind::Care => StrandKind::Care {
            partner: "care-house".into(),
            what,
            file: Box::default(),
        },
        OutcomeKind::Intervention => StrandKind::Intervention {
            field: InterventionField::Administrative,
            what,
            assignee: person(2),
        },
        OutcomeKind::Case => StrandKind::Case {
            partner: "riec".into(),
            what,
        },
        OutcomeKind::Escalate
        | OutcomeKind::NotConfirmed
        | OutcomeKind::ClosedOtherHelp
        | OutcomeKind::OutsideOurTask
        | OutcomeKind::NoLegalGround => return None,
    };
    let due = today + Days::new(14);
    Some(NewStrand {
        kind,
        due,
        terms: terms(),
    })
}

/// What the words of the tests hold.
pub(crate) fn terms() -> Terms {
    Terms {
        categories: [Category::Observation].into(),
        conditions: Conditions::default(),
    }
}

pub(crate) fn strand_step(name: &str, words: String) -> StrandStep {
    match name {
        "accept" => StrandStep::Accept { reference: words },
        "refuse" => StrandStep::Refuse { reason: words },
        "finish" => StrandStep::Finish { result: words },
        _ => StrandStep::Withdraw { reason: words },
    }
}

pub(crate) fn observe(words: &str, now: Timestamp) -> Act {
    Act::Observe(Box::new(Observation {
        text: words.to_owned(),
        observed: "last week".to_owned(),
        observer: "district officer".to_owned(),
        first_hand: true,
        report: None,
        at: now,
        by: coordinator(),
    }))
}

pub(crate) fn assess(form: &str, minor: Minor, about: About, now: Timestamp) -> Act {
    Act::Assess(Box::new(Assessment {
        forms: [form.into()].into(),
        indicators: [].into(),
        list_versions: [].into(),
        urgency: Urgency::Normal,
        minor,
        about,
        source_grade: SourceGrade::Unknown,
        information_grade: InformationGrade::Unknown,
        place: "Kanaalweg".to_owned(),
        explanation: "They can't leave and are not paid.".to_owned(),
        at: now,
        by: coordinator(),
    }))
}
