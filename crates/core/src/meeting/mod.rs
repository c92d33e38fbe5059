// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Meetings (vergaderingen): one sitting of a body. [`calendar`] moves and cancels it, [`table`] says who is there, [`agenda`] why a
//! signal stands where it stands.

pub mod agenda;
pub mod calendar;
pub mod minutes;
pub mod table;

use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

use self::{calendar::Moved, minutes::Approval, table::Substitute};
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
    /// Members who are there.
    #[serde(default)]
    pub present: Vec<PersonId>,
    /// Who stands in for whom.
    #[serde(default)]
    pub substitutes: Vec<Substitute>,
    /// On which days it was to be held before.
    #[serde(default)]
    pub moved: Vec<Moved>,
    /// That the chair approved the decision list.
    #[serde(default)]
    pub approved: Option<Approval>,
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
    /// It is not held.
    Cancelled {
        /// Why.
        reason: String,
        /// When that was said.
        at: Timestamp,
        /// Who said it.
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
    /// When it was dealt with.
    #[serde(default)]
    pub dealt_at: Option<Timestamp>,
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
    /// It is not held.
    #[error("the meeting is cancelled")]
    Cancelled,
    /// Only one that is cancelled can be held after all.
    #[error("the meeting is not cancelled")]
    NotCancelled,
    /// There are fewer members than the body asks for.
    #[error("{present} members are there, and {needed} are needed to decide")]
    TooFew {
        /// How many are there.
        present: usize,
        /// How many are needed.
        needed: usize,
    },
    /// Somebody who does not sit there on that day was said to be there, or to be replaced.
    #[error("this person does not sit there on that day")]
    NoSeat,
    /// It is not over yet.
    #[error("the meeting is not over yet")]
    NotClosed,
    /// Only the chair does this.
    #[error("only the chair does this")]
    NotChair,
    /// The decision list has been approved, and stays as it is.
    #[error("the decision list has been approved already")]
    Approved,
}

impl Item {
    /// An item that has not been discussed.
    pub fn new(signal: SignalId) -> Self {
        Self {
            signal,
            state: ItemState::Open,
            dealt_at: None,
        }
    }
}

impl Meeting {
    /// A sitting that is planned, with an empty agenda.
    pub fn planned(id: MeetingId, municipality: MunicipalityId, body: BodyId, on: NaiveDate) -> Self {
        Self {
            id,
            municipality,
            body,
            on,
            state: MeetingState::Planned,
            agenda: Vec::new(),
            present: Vec::new(),
            substitutes: Vec::new(),
            moved: Vec::new(),
            approved: None,
        }
    }

    /// Puts signals at the end of the agenda that do not stand on it yet.
    #[expect(clippy::should_implement_trait, reason = "it can be refused; it is no sum")]
    pub fn add(mut self, signals: impl IntoIterator<Item = SignalId>) -> Result<Self, MeetingRefusal> {
        self.not_over()?;
        for signal in signals {
            if self.agenda.iter().all(|item| item.signal != signal) {
                self.agenda.push(Item::new(signal));
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
        self.not_begun()?;
        self.state = MeetingState::Open { since: at, by };
        Ok(self)
    }

    /// Records that an item was decided. A second decision is refused, with who was first.
    pub fn decided(
        self,
        signal: SignalId,
        decision: DecisionId,
        by: PersonId,
        at: Timestamp,
    ) -> Result<Self, MeetingRefusal> {
        self.set(signal, ItemState::Decided { decision, by }, at)
    }

    /// Keeps an item for a next sitting.
    pub fn hold_over(self, signal: SignalId, reason: String, at: Timestamp) -> Result<Self, MeetingRefusal> {
        if crate::blank::is_blank(&reason) {
            return Err(MeetingRefusal::NoReason);
        }
        self.set(signal, ItemState::HeldOver { reason }, at)
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

    /// Forgets why a signal was held over, once it is destroyed: its identifier stays, and says nothing. None where there is nothing
    /// to forget.
    pub fn forget(mut self, signal: SignalId) -> Option<Self> {
        let mut items = self.agenda.iter_mut();
        let item = items.find(|item| item.signal == signal)?;
        match &mut item.state {
            ItemState::HeldOver { reason } if !reason.is_empty() => reason.clear(),
            ItemState::HeldOver { .. } | ItemState::Open | ItemState::Decided { .. } => return None,
        }
        Some(self)
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

    /// When the body turned to what it discusses now: the begin, or the end of the item before.
    pub fn turned_at(&self) -> Option<Timestamp> {
        let (MeetingState::Open { since, .. } | MeetingState::Closed { since, .. }) = self.state else {
            return None;
        };
        self.agenda
            .iter()
            .filter_map(|item| item.dealt_at)
            .max()
            .or(Some(since))
    }

    /// How long an item took: from the end of the one that was dealt with before it.
    pub fn spent(&self, item: &Item) -> Option<TimeDelta> {
        let (MeetingState::Open { since, .. } | MeetingState::Closed { since, .. }) = self.state else {
            return None;
        };
        let dealt = item.dealt_at?;
        let before = self.agenda.iter().filter_map(|other| other.dealt_at);
        let from = before.filter(|at| *at < dealt).max().unwrap_or(since);
        Some(dealt - from)
    }

    /// Whether it is over.
    pub fn is_closed(&self) -> bool {
        matches!(self.state, MeetingState::Closed { .. })
    }

    fn not_begun(&self) -> Result<(), MeetingRefusal> {
        match self.state {
            MeetingState::Planned => Ok(()),
            MeetingState::Open { .. } | MeetingState::Closed { .. } => Err(MeetingRefusal::Begun),
            MeetingState::Cancelled { .. } => Err(MeetingRefusal::Cancelled),
        }
    }

    /// What was decided in a sitting that is over, and in which order, stays as it is.
    fn not_over(&self) -> Result<(), MeetingRefusal> {
        match self.state {
            MeetingState::Planned | MeetingState::Open { .. } => Ok(()),
            MeetingState::Closed { .. } => Err(MeetingRefusal::NotOpen),
            MeetingState::Cancelled { .. } => Err(MeetingRefusal::Cancelled),
        }
    }

    fn set(mut self, signal: SignalId, state: ItemState, at: Timestamp) -> Result<Self, MeetingRefusal> {
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
        item.dealt_at = Some(at);
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use uuid::Uuid;

    use super::*;

    fn signal(number: u128) -> SignalId {
        SignalId(Uuid::from_u128(number))
    }

    fn person(number: u128) -> PersonId {
        PersonId(Uuid::from_u128(number))
    }

    fn decision(number: u128) -> DecisionId {
        DecisionId(Uuid::from_u128(number))
    }

    fn now() -> Timestamp {
        "2026-01-06T09:00:00Z".parse().unwrap()
    }

    /// A sitting with signals 1, 2 and 3 on its agenda.
    fn planned() -> Meeting {
        let id = MeetingId(Uuid::from_u128(7));
        let on = "2026-01-06".parse().unwrap();
        let meeting = Meeting::planned(id, "waterdam".into(), "weekly".into(), on);
        meeting.add([1, 2, 2, 3].map(signal)).unwrap()
    }

    fn open() -> Meeting {
        planned().start(now(), person(1)).unwrap()
    }

    fn order(meeting: &Meeting) -> Vec<SignalId> {
        meeting.agenda.iter().map(|item| item.signal).collect()
    }

    fn over() -> Meeting {
        let all_held = [1, 2, 3].into_iter().fold(open(), |meeting, number| {
            meeting
                .hold_over(signal(number), "No time.".to_owned(), now())
                .unwrap()
        });
        all_held.close(now(), person(1)).unwrap()
    }

    #[test]
    fn a_signal_stands_on_an_agenda_once() {
        assert_eq!(order(&planned()), [1, 2, 3].map(signal));
    }

    #[test]
    fn an_agenda_is_put_in_another_order() {
        let moved = planned().move_up(signal(3)).unwrap().move_up(signal(1)).unwrap();
        assert_eq!(order(&moved), [1, 3, 2].map(signal));
        assert_eq!(order(&moved.remove(signal(3)).unwrap()), [1, 2].map(signal));
    }

    #[test]
    fn a_second_decision_is_refused_with_who_was_first() {
        let decided = open().decided(signal(2), decision(1), person(1), now()).unwrap();
        let first = Err(MeetingRefusal::Decided(person(1)));
        assert_eq!(
            decided.clone().decided(signal(2), decision(2), person(2), now()),
            first
        );
        assert_eq!(
            decided.clone().hold_over(signal(2), "Later.".to_owned(), now()),
            first
        );
        assert_eq!(decided.remove(signal(2)), first);
    }

    #[test]
    fn what_was_held_over_can_still_be_decided_in_the_same_sitting() {
        let held = open()
            .hold_over(signal(1), "Wait for Wmo.".to_owned(), now())
            .unwrap();
        assert!(held.decided(signal(1), decision(1), person(1), now()).is_ok());
    }

    #[test]
    fn holding_over_needs_a_reason() {
        let held = open().hold_over(signal(1), " ".to_owned(), now());
        assert_eq!(held, Err(MeetingRefusal::NoReason));
    }

    #[test]
    fn nothing_is_decided_before_the_sitting_is_open() {
        let early = planned().decided(signal(1), decision(1), person(1), now());
        assert_eq!(early, Err(MeetingRefusal::NotOpen));
        assert_eq!(planned().close(now(), person(1)), Err(MeetingRefusal::NotOpen));
        assert_eq!(open().start(now(), person(2)), Err(MeetingRefusal::Begun));
    }

    #[test]
    fn what_is_not_on_the_agenda_is_not_decided() {
        let other = open().decided(signal(9), decision(1), person(1), now());
        assert_eq!(other, Err(MeetingRefusal::NotOnAgenda));
    }

    #[test]
    fn a_sitting_closes_when_each_item_was_dealt_with() {
        let one_left = open()
            .decided(signal(1), decision(1), person(1), now())
            .and_then(|meeting| meeting.hold_over(signal(2), "No time.".to_owned(), now()))
            .unwrap();
        let close = |meeting: Meeting| meeting.close(now(), person(1));
        assert_eq!(close(one_left.clone()), Err(MeetingRefusal::ItemsOpen(1)));
        let dealt_with = one_left
            .decided(signal(3), decision(2), person(1), now())
            .unwrap();
        assert!(close(dealt_with).is_ok());
    }

    #[test]
    fn a_sitting_that_is_over_stays_as_it_is() {
        let not_open = Err(MeetingRefusal::NotOpen);
        assert_eq!(over().add([signal(4)]), not_open);
        assert_eq!(over().remove(signal(1)), not_open);
        assert_eq!(over().move_up(signal(2)), not_open);
        assert_eq!(over().decided(signal(1), decision(1), person(1), now()), not_open);
    }

    #[rstest]
    #[case::from_the_top(None, 1)]
    #[case::the_one_behind(Some(1), 3)]
    #[case::round_to_the_top(Some(3), 1)]
    #[case::after_what_is_not_there(Some(9), 1)]
    fn the_next_item_is_found_round_the_agenda(#[case] after: Option<u128>, #[case] next: u128) {
        let decided = open().decided(signal(2), decision(1), person(1), now()).unwrap();
        assert_eq!(decided.next_open(after.map(signal)), Some(signal(next)));
    }

    #[test]
    fn after_the_last_item_there_is_no_next() {
        assert_eq!(over().next_open(Some(signal(1))), None);
    }

    #[test]
    fn an_item_takes_the_time_since_the_one_before_it() {
        let later = |minutes| now() + TimeDelta::minutes(minutes);
        let meeting = open()
            .decided(signal(2), decision(1), person(1), later(4))
            .and_then(|meeting| meeting.hold_over(signal(1), "No time.".to_owned(), later(5)))
            .unwrap();
        let spent = |number| meeting.spent(meeting.item(signal(number)).unwrap());
        assert_eq!(spent(2), Some(TimeDelta::minutes(4)));
        assert_eq!(spent(1), Some(TimeDelta::minutes(1)));
        assert_eq!(spent(3), None);
        assert_eq!(meeting.turned_at(), Some(later(5)));
        assert_eq!(planned().turned_at(), None);
    }

    #[test]
    fn a_sitting_reads_back_as_it_was_stored() {
        let decided = open().decided(signal(1), decision(1), person(1), now()).unwrap();
        for meeting in [planned(), decided, over()] {
            let stored = serde_json::to_string(&meeting).unwrap();
            assert_eq!(serde_json::from_str::<Meeting>(&stored).unwrap(), meeting);
        }
    }
}
