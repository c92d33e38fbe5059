// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Moving and cancelling a sitting. Its items are nobody's then: what lies before the body is ready for the next one.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Meeting, MeetingRefusal, MeetingState};
use crate::id::{PersonId, Timestamp};

/// That a sitting was moved to another day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// The day on which it was to be held.
    pub from: NaiveDate,
    /// Why it was moved.
    pub reason: String,
    /// When that was said.
    pub at: Timestamp,
    /// Who said it.
    pub by: PersonId,
}

impl Meeting {
    /// Moves a sitting that has not begun to another day, with its agenda.
    pub fn move_to(
        mut self,
        on: NaiveDate,
        reason: String,
        at: Timestamp,
        by: PersonId,
    ) -> Result<Self, MeetingRefusal> {
        self.not_begun()?;
        let reason = said(reason)?;
        let from = std::mem::replace(&mut self.on, on);
        self.moved.push(Moved { from, reason, at, by });
        Ok(self)
    }

    /// Says that a sitting that has not begun is not held. Nothing stays on its agenda.
    pub fn cancel(mut self, reason: String, at: Timestamp, by: PersonId) -> Result<Self, MeetingRefusal> {
        self.not_begun()?;
        let reason = said(reason)?;
        self.agenda.clear();
        self.state = MeetingState::Cancelled { reason, at, by };
        Ok(self)
    }

    /// Holds a sitting after all that was cancelled. Its agenda is made anew.
    pub fn reinstate(mut self) -> Result<Self, MeetingRefusal> {
        if !self.is_cancelled() {
            return Err(MeetingRefusal::NotCancelled);
        }
        self.state = MeetingState::Planned;
        Ok(self)
    }

    /// Whether it is not held.
    pub fn is_cancelled(&self) -> bool {
        matches!(self.state, MeetingState::Cancelled { .. })
    }
}

fn said(reason: String) -> Result<String, MeetingRefusal> {
    if reason.trim().is_empty() {
        Err(MeetingRefusal::NoReason)
    } else {
        Ok(reason)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::id::{MeetingId, SignalId};

    fn planned() -> Meeting {
        let on = "2026-01-06".parse().unwrap();
        Meeting::planned(MeetingId(Uuid::nil()), "waterdam".into(), "weekly".into(), on)
            .add([SignalId(Uuid::from_u128(1))])
            .unwrap()
    }

    fn now() -> Timestamp {
        "2026-01-05T09:00:00Z".parse().unwrap()
    }

    fn chair() -> PersonId {
        PersonId(Uuid::from_u128(9))
    }

    #[test]
    fn a_moved_sitting_keeps_its_agenda_and_says_why() {
        let next: NaiveDate = "2026-01-08".parse().unwrap();
        let moved = planned()
            .move_to(next, "The room is taken.".to_owned(), now(), chair())
            .unwrap();
        assert_eq!((moved.on, moved.agenda.len()), (next, 1));
        assert_eq!(moved.moved.first().map(|before| before.from), Some(planned().on));
        let silent = planned().move_to(next, "  ".to_owned(), now(), chair());
        assert_eq!(silent, Err(MeetingRefusal::NoReason));
    }

    #[test]
    fn a_cancelled_sitting_lets_go_of_its_items_and_can_be_held_after_all() {
        let cancelled = planned()
            .cancel("Nobody is there.".to_owned(), now(), chair())
            .unwrap();
        assert!(cancelled.is_cancelled() && cancelled.agenda.is_empty());
        let gone = Err(MeetingRefusal::Cancelled);
        assert_eq!(cancelled.clone().start(now(), chair()), gone);
        assert_eq!(cancelled.clone().add([SignalId(Uuid::from_u128(2))]), gone);
        assert_eq!(cancelled.reinstate().unwrap().state, MeetingState::Planned);
        assert_eq!(planned().reinstate(), Err(MeetingRefusal::NotCancelled));
    }

    #[test]
    fn what_has_begun_is_neither_moved_nor_cancelled() {
        let open = planned().start(now(), chair()).unwrap();
        let begun = Err(MeetingRefusal::Begun);
        assert_eq!(open.clone().cancel("Late.".to_owned(), now(), chair()), begun);
        assert_eq!(
            open.clone().move_to(open.on, "Late.".to_owned(), now(), chair()),
            begun
        );
    }
}
