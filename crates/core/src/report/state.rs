// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What became of a report.

use serde::{Deserialize, Serialize};

use super::Report;
use crate::id::{PersonId, ReportId, SignalId, Timestamp};

/// What became of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum ReportState {
    /// Nobody has looked at it yet.
    New,
    /// It is part of a signal.
    Registered {
        /// The signal.
        signal: SignalId,
        /// When.
        at: Timestamp,
        /// By whom.
        by: PersonId,
    },
    /// It was looked at and is no signal.
    SetAside {
        /// Why.
        reason: SetAsideReason,
        /// In the words of who decided.
        note: String,
        /// When.
        at: Timestamp,
        /// By whom.
        by: PersonId,
    },
}

/// Why a report is no signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SetAsideReason {
    /// It is not about human trafficking.
    NotTrafficking,
    /// It is for somebody else; the reporter is referred.
    OutsideOurTask,
    /// It says the same as another report.
    Duplicate,
    /// There is nothing in it, such as advertising or a test.
    Empty,
}

impl SetAsideReason {
    /// Every reason, in the order of the screen.
    pub const ALL: [Self; 4] = [
        Self::NotTrafficking,
        Self::OutsideOurTask,
        Self::Duplicate,
        Self::Empty,
    ];

    /// The name in forms and in the keys of the screens' texts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotTrafficking => "not-trafficking",
            Self::OutsideOurTask => "outside-our-task",
            Self::Duplicate => "duplicate",
            Self::Empty => "empty",
        }
    }
}

/// Why a report can't change as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReportRefusal {
    /// It is part of a signal already.
    #[error("the report is part of signal {0} already")]
    InSignal(SignalId),
    /// It is not part of that signal.
    #[error("report {0} is not part of this signal")]
    NotLinked(ReportId),
    /// It has been set aside already.
    #[error("the report has been set aside already")]
    AlreadySetAside,
    /// The reporter can't read what is written to them here.
    #[error("the reporter can't be reached in this way")]
    NoWayBack,
    /// The question was answered, taken back, or never put to who answers.
    #[error("the question is not open to an answer")]
    QuestionNotOpen,
    /// Much that the reporter wrote has not been read yet.
    #[error("much that the reporter wrote has not been read yet")]
    TooManyUnread,
}

impl Report {
    /// Makes the report part of a signal. A report that was set aside can still be taken up.
    pub fn register(mut self, signal: SignalId, at: Timestamp, by: PersonId) -> Result<Self, ReportRefusal> {
        if let ReportState::Registered { signal, .. } = self.state {
            return Err(ReportRefusal::InSignal(signal));
        }
        self.state = ReportState::Registered { signal, at, by };
        Ok(self)
    }

    /// Takes the report out of a signal: it is new again.
    pub fn unlink(mut self, from: SignalId) -> Result<Self, ReportRefusal> {
        match self.state {
            ReportState::Registered { signal, .. } if signal == from => {
                self.state = ReportState::New;
                Ok(self)
            }
            ReportState::New | ReportState::Registered { .. } | ReportState::SetAside { .. } => {
                Err(ReportRefusal::NotLinked(self.id))
            }
        }
    }

    /// Records that the report is no signal.
    pub fn set_aside(
        mut self,
        reason: SetAsideReason,
        note: String,
        at: Timestamp,
        by: PersonId,
    ) -> Result<Self, ReportRefusal> {
        match self.state {
            ReportState::Registered { signal, .. } => return Err(ReportRefusal::InSignal(signal)),
            ReportState::SetAside { .. } => return Err(ReportRefusal::AlreadySetAside),
            ReportState::New => self.state = ReportState::SetAside { reason, note, at, by },
        }
        Ok(self)
    }
}
