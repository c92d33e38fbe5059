// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! How the mailboxes, the outbox and the other workers are doing, as the pages show it.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use meldroute_core::{
    id::{MunicipalityId, Timestamp},
    ports::{MailboxHealth, MailboxTrouble, Mailboxes, OutboxHealth, Worker},
};

/// The health of all that runs beside the pages.
#[derive(Debug, Default)]
pub(crate) struct Healths {
    /// Each mailbox, in the order of the settings.
    mailboxes: Mutex<Vec<(MunicipalityId, MailboxHealth)>>,
    outboxes: Mutex<BTreeMap<MunicipalityId, OutboxHealth>>,
    stopped: Mutex<BTreeMap<Worker, Timestamp>>,
}

impl Healths {
    /// A worker ended.
    pub(crate) fn stopped(&self, worker: Worker, now: Timestamp) {
        let mut stopped = self.stopped.lock().unwrap_or_else(PoisonError::into_inner);
        stopped.insert(worker, now);
    }

    /// A round through the outbox of a municipality: whether a mail was taken or had to wait, and how many wait now.
    pub(crate) fn outbox_round(
        &self,
        municipality: &MunicipalityId,
        (taken, held_up): (bool, bool),
        waiting: Option<usize>,
        now: Timestamp,
    ) {
        let mut all = self.outboxes.lock().unwrap_or_else(PoisonError::into_inner);
        let health = all.entry(municipality.clone()).or_default();
        if taken {
            (health.sent_at, health.failing) = (Some(now), None);
        } else if held_up {
            health.failing = health.failing.or(Some(now));
        }
        health.waiting = waiting.unwrap_or(health.waiting);
        if health.waiting == 0 && !held_up {
            health.failing = None;
        }
    }

    /// Begins to watch a mailbox. Gives its place; the same again after its worker had to begin again.
    pub(crate) fn add(&self, municipality: MunicipalityId, name: String, now: Timestamp) -> usize {
        let mut all = self.mailboxes.lock().unwrap_or_else(PoisonError::into_inner);
        let same =
            |(of, health): &(MunicipalityId, MailboxHealth)| *of == municipality && health.name == name;
        if let Some(place) = all.iter().position(same) {
            return place;
        }
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
        let mut all = self.mailboxes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, health)) = all.get_mut(place) {
            change(health);
        }
    }
}

impl Mailboxes for Healths {
    fn of(&self, municipality: &MunicipalityId) -> Vec<MailboxHealth> {
        let all = self.mailboxes.lock().unwrap_or_else(PoisonError::into_inner);
        let here = all.iter().filter(|(of, _)| of == municipality);
        here.map(|(_, health)| health.clone()).collect()
    }

    fn outbox(&self, municipality: &MunicipalityId) -> Option<OutboxHealth> {
        let all = self.outboxes.lock().unwrap_or_else(PoisonError::into_inner);
        all.get(municipality).copied()
    }

    fn stopped_workers(&self) -> Vec<(Worker, Timestamp)> {
        let stopped = self.stopped.lock().unwrap_or_else(PoisonError::into_inner);
        stopped.iter().map(|(worker, at)| (*worker, *at)).collect()
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
