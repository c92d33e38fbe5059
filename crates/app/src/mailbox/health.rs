// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! How the mailboxes are doing, as the pages show it.

use std::sync::{Mutex, PoisonError};

use meldroute_core::{
    id::{MunicipalityId, Timestamp},
    ports::{MailboxHealth, MailboxTrouble, Mailboxes},
};

/// The health of each mailbox, in the order of the settings.
#[derive(Debug, Default)]
pub(crate) struct Healths(Mutex<Vec<(MunicipalityId, MailboxHealth)>>);

impl Healths {
    /// Begins to watch a mailbox. Gives its place.
    pub(crate) fn add(&self, municipality: MunicipalityId, name: String, now: Timestamp) -> usize {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.push((
            municipality,
            MailboxHealth {
                name,
                watched_since: now,
                read_at: None,
                failing: None,
                stuck: None,
                can_delete: true,
            },
        ));
        all.len() - 1
    }

    /// It was read to its end, except for so many messages.
    pub(crate) fn was_read(&self, place: usize, now: Timestamp, stuck: usize) {
        self.change(place, |health| {
            let since = health.stuck.map_or(now, |(since, _)| since);
            health.stuck = (stuck > 0).then_some((since, stuck));
            health.read_at = Some(now);
            health.failing = None;
        });
    }

    /// It could not be read.
    pub(crate) fn failed(&self, place: usize, now: Timestamp, why: MailboxTrouble) {
        self.change(place, |health| {
            let since = health.failing.map_or(now, |(since, _)| since);
            health.failing = Some((since, why));
        });
    }

    /// Whether its server can delete single messages.
    pub(crate) fn set_can_delete(&self, place: usize, can_delete: bool) {
        self.change(place, |health| health.can_delete = can_delete);
    }

    fn change(&self, place: usize, change: impl FnOnce(&mut MailboxHealth)) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, health)) = all.get_mut(place) {
            change(health);
        }
    }
}

impl Mailboxes for Healths {
    fn of(&self, municipality: &MunicipalityId) -> Vec<MailboxHealth> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let here = all.iter().filter(|(of, _)| of == municipality);
        here.map(|(_, health)| health.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_that_fail_stay_visible_until_the_last_is_taken_in() {
        let (healths, here) = (Healths::default(), MunicipalityId::from("heemstede"));
        let at = |minute| chrono::DateTime::UNIX_EPOCH + chrono::TimeDelta::minutes(minute);
        let place = healths.add(here.clone(), "Meldpunt".to_owned(), at(0));
        let stuck = |minute, number| {
            healths.was_read(place, at(minute), number);
            healths.of(&here).remove(0).stuck
        };
        assert_eq!(stuck(1, 0), None);
        assert_eq!(stuck(2, 1), Some((at(2), 1)));
        assert_eq!(stuck(3, 4), Some((at(2), 4)), "since the first");
        healths.failed(place, at(4), MailboxTrouble::Unreachable);
        assert_eq!(stuck(5, 1), Some((at(2), 1)));
        assert_eq!(stuck(6, 0), None);
    }
}
