// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! How fast the public pages can be used by all people together, so that one sender leaves room for the others. Nobody is recognised
//! there, and many share an address (Tor, a proxy): see `docs/adr/0010-pace-of-the-public-form.md`. All of it is in memory, and for an
//! hour at most.

mod network;

use std::{
    collections::BTreeMap,
    future::Future,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use chrono::TimeDelta;
use meldroute_core::{id::Timestamp, ports::Secrets};
use tokio::{
    sync::Semaphore,
    time::{Instant, sleep_until},
};

use self::network::networks;

/// So many codes are tried at once, on the whole installation.
const CODES_AT_ONCE: usize = 4;
/// A try takes at least this long, and a longer one a multiple of it: the time does not tell whether a code exists.
const EVEN: Duration = Duration::from_millis(400);
/// So many people wait for their turn with a code, about five seconds' work; and so many of one network.
const CODES: (u32, u32) = (48, 8);
/// So many people send photos at once, and so many of one network.
const PHOTOS: (u32, u32) = (8, 2);
/// Reports of one network in an hour, where nothing is set.
pub(crate) const REPORTS: u16 = 20;
/// Of all networks of one provider: so many times as many.
const PROVIDER: u32 = 5;
/// So many reports from anywhere in an hour, and then each network gets [`LITTLE`].
const BUSY: u32 = 300;
const LITTLE: u32 = 2;
/// Never more reports in an hour: a person must read each.
const MOST: u32 = 2_000;

/// The name of a network: a hash that nobody can undo after an hour.
type Name = [u8; 32];

/// What somebody wants to do.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Wish {
    /// Report. Counts for an hour, when it was taken in.
    Report,
    /// Try a code. Counts while it lasts.
    Code,
    /// Send photos. Counts while it lasts.
    Photos,
}

/// Why somebody must wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Full {
    /// Much came from their network.
    Network,
    /// Much came from everywhere.
    Everywhere,
}

/// The pace of the public pages.
#[derive(Debug)]
pub(crate) struct Pace {
    /// Reports of one network in an hour.
    reports: u32,
    codes: Semaphore,
    seen: Arc<Mutex<Seen>>,
}

#[derive(Debug, Default)]
struct Seen {
    /// When the key was made.
    since: Timestamp,
    key: String,
    reports: Counts,
    codes: Counts,
    photos: Counts,
}

impl Seen {
    fn of(&mut self, wish: Wish) -> &mut Counts {
        match wish {
            Wish::Report => &mut self.reports,
            Wish::Code => &mut self.codes,
            Wish::Photos => &mut self.photos,
        }
    }

    /// After an hour another key, and no reports: a network then has another name. Without randomness there is no key.
    fn renew(&mut self, secrets: &dyn Secrets, now: Timestamp) -> Option<()> {
        if self.key.is_empty() || now - self.since > TimeDelta::hours(1) {
            self.key = secrets.new_token().ok()?.0;
            self.since = now;
            self.reports = Counts::default();
        }
        Some(())
    }
}

/// Never holds more networks than twice what is counted, and that is bounded.
#[derive(Debug, Default)]
struct Counts {
    all: u32,
    of: BTreeMap<Name, u32>,
}

impl Counts {
    fn add(&mut self, names: &[Name]) {
        self.all += 1;
        for name in names {
            *self.of.entry(*name).or_default() += 1;
        }
    }

    /// What was counted under a key that is gone was forgotten with it.
    fn take_back(&mut self, names: &[Name]) {
        let mut known = false;
        for name in names {
            let Some(count) = self.of.get_mut(name) else {
                continue;
            };
            known = true;
            *count -= 1;
            if *count == 0 {
                self.of.remove(name);
            }
        }
        self.all -= u32::from(known);
    }
}

/// A place that somebody has; free again when it is dropped.
#[derive(Debug)]
pub(crate) struct Place {
    seen: Arc<Mutex<Seen>>,
    wish: Wish,
    names: Vec<Name>,
}

impl Place {
    /// The report was taken in, and counts.
    pub(crate) fn keep(mut self) {
        self.names.clear();
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.of(self.wish).take_back(&self.names);
    }
}

impl Pace {
    /// With so many reports of one network in an hour.
    pub(crate) fn new(reports: u16) -> Self {
        Self {
            reports: reports.into(),
            codes: Semaphore::new(CODES_AT_ONCE),
            seen: Arc::default(),
        }
    }

    /// A place for what somebody at this address wants to do.
    pub(crate) fn place(
        &self,
        secrets: &dyn Secrets,
        wish: Wish,
        address: &str,
        now: Timestamp,
    ) -> Result<Place, Full> {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.renew(secrets, now).ok_or(Full::Everywhere)?;
        let networks = networks(address);
        let name = |network: &String| secrets.hash_token(&format!("{} {network}", seen.key));
        let names: Vec<Name> = networks.iter().map(name).collect();
        let counts = seen.of(wish);
        let (most, limits) = self.limits(wish, networks.len(), counts.all);
        if counts.all >= most {
            return Err(Full::Everywhere);
        }
        let mut places = names.iter().zip(limits);
        if places.any(|(name, limit)| counts.of.get(name).is_some_and(|count| *count >= limit)) {
            return Err(Full::Network);
        }
        counts.add(&names);
        Ok(Place {
            seen: Arc::clone(&self.seen),
            wish,
            names,
        })
    }

    /// From everywhere, and from each of somebody's networks, the small one first. Who can't be told apart gets half of all reports.
    fn limits(&self, wish: Wish, known: usize, all: u32) -> (u32, [u32; 2]) {
        match wish {
            Wish::Report if known < 2 => (MOST, [MOST / 2; 2]),
            Wish::Report if all >= BUSY => (MOST, [self.reports.min(LITTLE), self.reports * PROVIDER]),
            Wish::Report => (MOST, [self.reports, self.reports * PROVIDER]),
            Wish::Code if known < 2 => (CODES.0, [CODES.0; 2]),
            Wish::Code => (CODES.0, [CODES.1, CODES.0]),
            Wish::Photos if known < 2 => (PHOTOS.0, [PHOTOS.0; 2]),
            Wish::Photos => (PHOTOS.0, [PHOTOS.1, PHOTOS.0]),
        }
    }

    /// Does what a code asks for, in its turn and in a time that says nothing.
    pub(crate) async fn evenly<T>(&self, _place: Place, work: impl Future<Output = T>) -> T {
        // It is never closed; and if it were, codes would be tried without a turn.
        let _turn = self.codes.acquire().await;
        let mut end = Instant::now() + EVEN;
        let done = work.await;
        while end < Instant::now() {
            end += EVEN;
        }
        sleep_until(end).await;
        done
    }
}

#[cfg(test)]
mod tests;
