// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Why a signal stands on an agenda, which is also the order in which an agenda is made.

use chrono::NaiveDate;

use crate::{
    configuration::body::Body,
    id::{BodyId, ConditionId},
    signal::Signal,
};

/// Why a signal is discussed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// It came before the body for the first time.
    New,
    /// It came back, such as from a task.
    CameBack,
    /// It lies there longer than it should.
    Overdue,
    /// Its use is restricted on request of a data subject: it is discussed last, by whom that concerns.
    Restricted,
}

impl Cause {
    /// The name in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::CameBack => "came-back",
            Self::Overdue => "overdue",
            Self::Restricted => "restricted",
        }
    }

    /// Why a body discusses a signal, as it stands today.
    pub fn of(signal: &Signal, body: &BodyId, today: NaiveDate) -> Self {
        let before = signal
            .decisions
            .iter()
            .any(|taken| taken.body.as_ref() == Some(body));
        if signal.is_restricted() {
            Self::Restricted
        } else if signal.stage.due().is_some_and(|due| due < today) {
            Self::Overdue
        } else if before {
            Self::CameBack
        } else {
            Self::New
        }
    }
}

/// The first entry condition of a body that nobody answered with yes for a signal: it can't be placed on the agenda yet.
pub fn unanswered<'b>(body: &'b Body, signal: &Signal) -> Option<&'b ConditionId> {
    let answered = |condition: &ConditionId| {
        let mut answers = signal.decisions.iter().flat_map(|decision| &decision.conditions);
        answers.any(|answer| answer.condition == *condition && answer.holds)
    };
    let mut conditions = body.conditions.iter().map(|condition| &condition.id);
    conditions.find(|condition| !answered(condition))
}
