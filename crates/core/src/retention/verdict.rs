// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What the rules say of one thing: until when it is kept, and why.

use chrono::NaiveDate;

use super::rule::{Class, End, Ending, Rule, Rules, Start};
use crate::{
    calendar::dutch_date,
    claim::Claim,
    consult::Consult,
    id::Timestamp,
    report::{Report, ReportState},
    signal::{
        Signal,
        stage::Stage,
        strand::{StrandKind, StrandState},
    },
};

/// What the rules say of something that has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict<'r> {
    /// The rule that counts.
    pub rule: &'r Rule,
    /// The day from which the term counts.
    pub start: NaiveDate,
    /// The last day on which it must still be there; none for what is kept for ever.
    pub last_day: Option<NaiveDate>,
}

impl<'r> Verdict<'r> {
    fn new(rule: &'r Rule, start: NaiveDate) -> Self {
        let term = rule.term.filter(|_| rule.end != End::Keep);
        Self {
            rule,
            start,
            last_day: term.and_then(|term| term.last_day(start)),
        }
    }

    /// Whether the term is over on a day.
    pub fn is_over(&self, today: NaiveDate) -> bool {
        self.last_day.is_some_and(|last| last < today)
    }
}

/// How a signal ended.
pub fn ending(signal: &Signal) -> Ending {
    let begun = |wanted: fn(&StrandKind) -> bool| {
        let mut strands = signal.strands.iter();
        strands.any(|strand| wanted(&strand.kind) && took_place(&strand.state))
    };
    Ending {
        confirmation: signal.confirmation,
        case: begun(|kind| matches!(kind, StrandKind::Case { .. })),
        intervention: begun(|kind| matches!(kind, StrandKind::Intervention { .. })),
    }
}

/// What was refused or taken back has not taken place.
fn took_place(state: &StrandState) -> bool {
    matches!(
        state,
        StrandState::Offered | StrandState::UnderWay { .. } | StrandState::Done { .. }
    )
}

/// What the rules say of a signal; none while it is open, and where no rule counts.
pub fn of_signal<'r>(rules: &'r Rules, signal: &Signal) -> Option<Verdict<'r>> {
    let Stage::Closed { at: closed, .. } = signal.stage else {
        return None;
    };
    let rule = rules.of_ending(ending(signal))?;
    let start = match rule.from {
        Start::Opened => signal.opened_at,
        Start::LastStrandEnded => last_end(signal).unwrap_or(closed),
        Start::Closed | Start::SetAside | Start::Received | Start::Answered => closed,
    };
    Some(Verdict::new(rule, dutch_date(start)))
}

fn last_end(signal: &Signal) -> Option<Timestamp> {
    let ends = signal.strands.iter().filter_map(|strand| match strand.state {
        StrandState::Refused { at, .. }
        | StrandState::Done { at, .. }
        | StrandState::Withdrawn { at, .. } => Some(at),
        StrandState::Offered | StrandState::UnderWay { .. } => None,
    });
    ends.max()
}

/// What the rules say of a report; none unless it was set aside. One that is part of a signal goes with that.
pub fn of_report<'r>(rules: &'r Rules, report: &Report) -> Option<Verdict<'r>> {
    let ReportState::SetAside { at, .. } = report.state else {
        return None;
    };
    let rule = rules.of_class(Class::Report)?;
    let start = if rule.from == Start::Received {
        report.received_at
    } else {
        at
    };
    Some(Verdict::new(rule, dutch_date(start)))
}

/// What the rules say of a question for advice; none while it is open.
pub fn of_consult<'r>(rules: &'r Rules, consult: &Consult) -> Option<Verdict<'r>> {
    let closed = consult.closed?;
    let rule = rules.of_class(Class::Advice)?;
    let start = if rule.from == Start::Opened {
        consult.asked_at
    } else {
        closed.at
    };
    Some(Verdict::new(rule, dutch_date(start)))
}

/// What the rules say of a request of a data subject; none while it waits for an answer.
pub fn of_claim<'r>(rules: &'r Rules, claim: &Claim) -> Option<Verdict<'r>> {
    let answer = claim.answer.as_ref()?;
    let rule = rules.of_class(Class::Request)?;
    let start = if rule.from == Start::Received {
        claim.asked_on
    } else {
        dutch_date(answer.at)
    };
    Some(Verdict::new(rule, start))
}

/// What the rules say of a message that could not be read and that somebody dealt with.
pub fn of_quarantined(rules: &Rules, received_at: Timestamp) -> Option<Verdict<'_>> {
    let rule = rules.of_class(Class::Quarantined)?;
    Some(Verdict::new(rule, dutch_date(received_at)))
}
