// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Meetings (vergaderingen): one sitting of a body.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::{BodyId, DecisionId, MeetingId, MunicipalityId, PersonId, SignalId, Timestamp};

/// One sitting of a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// Identifier.
    pub id: MeetingId,
    /// The municipality.
    pub municipality: MunicipalityId,
    /// The body.
    pub body: BodyId,
    /// The day.
    pub on: NaiveDate,
    /// How it stands.
    pub state: MeetingState,
    /// Signals on the agenda, in order.
    pub agenda: Vec<Item>,
}

/// How a sitting stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum MeetingState {
    /// Being prepared.
    Planned,
    /// Under way; decisions are taken.
    Open {
        /// Since when.
        since: Timestamp,
        /// Who opened it.
        by: PersonId,
    },
    /// Over.
    Closed {
        /// Since when it was open.
        since: Timestamp,
        /// When it closed.
        at: Timestamp,
        /// Who closed it.
        by: PersonId,
    },
}

/// A signal on an agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The signal.
    pub signal: SignalId,
    /// What came of it.
    pub state: ItemState,
}

/// What came of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum ItemState {
    /// Not discussed yet.
    Open,
    /// Decided.
    Decided {
        /// The decision.
        decision: DecisionId,
        /// Who recorded it.
        by: PersonId,
    },
    /// Kept for a next sitting.
    HeldOver {
        /// Why.
        reason: String,
    },
}

/// Why a meeting can't change as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MeetingRefusal {
    /// Decisions are taken while the meeting is open.
    #[error("the meeting is not open")]
    NotOpen,
    /// It is open or over already.
    #[error("the meeting has begun already")]
    Begun,
    /// The signal is not on the agenda.
    #[error("the signal is not on the agenda")]
    NotOnAgenda,
    /// Somebody was first.
    #[error("this item has been decided already")]
    Decided(PersonId),
    /// There must be a reason.
    #[error("field reason is missing")]
    NoReason,
    /// There are items without a decision.
    #[error("{0} items have neither a decision nor a reason for a next meeting")]
    ItemsOpen(usize),
}

impl Meeting {
    /// Puts signals at the end of the agenda that do not stand on it yet.
    #[expect(clippy::should_implement_trait, reason = "it can be refused; it is no sum")]
    pub fn add(mut self, signals: impl IntoIterator<Item = SignalId>) -> Result<Self, MeetingRefusal> {
        self.not_over()?;
        for signal in signals {
            if self.agenda.iter().all(|item| item.signal != signal) {
                self.agenda.push(Item {
                    signal,
                    state: ItemState::Open,
                });
            }
        }
        Ok(self)
    }

    /// Takes a signal that has not been discussed off the agenda.
    pub fn remove(mut self, signal: SignalId) -> Result<Self, MeetingRefusal> {
        self.not_over()?;
        match self.item(signal)?.state {
            ItemState::Decided { by, .. } => Err(MeetingRefusal::Decided(by)),
            ItemState::Open | ItemState::HeldOver { .. } => {
                self.agenda.retain(|item| item.signal != signal);
                Ok(self)
            }
        }
    }

    /// Moves a signal one place up the agenda.
    pub fn move_up(mut self, signal: SignalId) -> Result<Self, MeetingRefusal> {
        self.not_over()?;
        let place = self
            .agenda
            .iter()
            .position(|item| item.signal == signal)
            .ok_or(MeetingRefusal::NotOnAgenda)?;
        if place > 0 {
            self.agenda.swap(place - 1, place);
        }
        Ok(self)
    }

    /// Opens the sitting.
    pub fn start(mut self, at: Timestamp, by: PersonId) -> Result<Self, MeetingRefusal> {
        if self.state != MeetingState::Planned {
            return Err(MeetingRefusal::Begun);
        }
        self.state = MeetingState::Open { since: at, by };
        Ok(self)
    }

    /// Records that an item was decided. A second decision is refused, with who was first.
    pub fn decided(
        self,
        signal: SignalId,
        decision: DecisionId,
        by: PersonId,
    ) -> Result<Self, MeetingRefusal> {
        self.set(signal, ItemState::Decided { decision, by })
    }

    /// Keeps an item for a next sitting.
    pub fn hold_over(self, signal: SignalId, reason: String) -> Result<Self, MeetingRefusal> {
        if reason.trim().is_empty() {
            return Err(MeetingRefusal::NoReason);
        }
        self.set(signal, ItemState::HeldOver { reason })
    }

    /// Closes the sitting, when each item has been dealt with.
    pub fn close(mut self, at: Timestamp, by: PersonId) -> Result<Self, MeetingRefusal> {
        let MeetingState::Open { since, .. } = self.state else {
            return Err(MeetingRefusal::NotOpen);
        };
        match self
            .agenda
            .iter()
            .filter(|item| item.state == ItemState::Open)
            .count()
        {
            0 => {
                self.state = MeetingState::Closed { since, at, by };
                Ok(self)
            }
            open => Err(MeetingRefusal::ItemsOpen(open)),
        }
    }

    /// Whether decisions can be taken now.
    pub fn is_open(&self) -> bool {
        matches!(self.state, MeetingState::Open { .. })
    }

    /// The item of a signal.
    pub fn item(&self, signal: SignalId) -> Result<&Item, MeetingRefusal> {
        self.agenda
            .iter()
            .find(|item| item.signal == signal)
            .ok_or(MeetingRefusal::NotOnAgenda)
    }

    /// The next item that has not been dealt with, after the one of this signal, starting over at the top.
    pub fn next_open(&self, after: Option<SignalId>) -> Option<SignalId> {
        let place = after.and_then(|signal| self.agenda.iter().position(|item| item.signal == signal));
        let start = place.map_or(0, |place| place + 1);
        let (before, behind) = self.agenda.split_at(start.min(self.agenda.len()));
        behind
            .iter()
            .chain(before)
            .find(|item| item.state == ItemState::Open)
            .map(|item| item.signal)
    }

    /// What was decided in a sitting that is over, and in which order, stays as it is.
    fn not_over(&self) -> Result<(), MeetingRefusal> {
        match self.state {
            MeetingState::Planned | MeetingState::Open { .. } => Ok(()),
            MeetingState::Closed { .. } => Err(MeetingRefusal::NotOpen),
        }
    }

    fn set(mut self, signal: SignalId, state: ItemState) -> Result<Self, MeetingRefusal> {
        if !self.is_open() {
            return Err(MeetingRefusal::NotOpen);
        }
        let item = self
            .agenda
            .iter_mut()
            .find(|item| item.signal == signal)
            .ok_or(MeetingRefusal::NotOnAgenda)?;
        if let ItemState::Decided { by, .. } = item.state {
            return Err(MeetingRefusal::Decided(by));
        }
        item.state = state;
        Ok(self)
    }
}
