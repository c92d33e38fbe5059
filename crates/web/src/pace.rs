// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! How fast the public form can be used by all people together. Nobody is recognised there, and many share an address (Tor): so codes
//! are tried a few at a time whoever tries, and a network that sends much is slowed, never shut out. Kept in memory for minutes.

use std::{
    collections::BTreeMap,
    future::Future,
    net::IpAddr,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use chrono::TimeDelta;
use meldroute_core::id::Timestamp;
use tokio::{
    sync::Semaphore,
    time::{Instant, sleep, sleep_until},
};

/// So many codes are tried at once, on the whole installation.
const CODES_AT_ONCE: usize = 4;
/// A try takes at least this long, and a longer one a multiple of it: the time does not tell whether a code exists.
const EVEN: Duration = Duration::from_millis(400);
/// Reports are counted for this long.
const WINDOW: TimeDelta = TimeDelta::minutes(10);
/// So many reports from one network before it is slowed.
const FREE: u32 = 20;
/// How much slower.
const SLOW: Duration = Duration::from_secs(5);
/// So many reports from anywhere before the form asks to come back later: a person must read each.
const MOST: u32 = 300;

/// The pace of the public form.
#[derive(Debug)]
pub(crate) struct Pace {
    codes: Semaphore,
    told: Mutex<Told>,
}

#[derive(Debug, Default)]
struct Told {
    since: Timestamp,
    all: u32,
    networks: BTreeMap<Vec<u8>, u32>,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            codes: Semaphore::new(CODES_AT_ONCE),
            told: Mutex::default(),
        }
    }
}

impl Pace {
    /// Does what a code asks for, in its turn and in a time that says nothing.
    pub(crate) async fn evenly<T>(&self, work: impl Future<Output = T>) -> T {
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

    /// Whether one more report is taken in now; waits first where its network sends much.
    pub(crate) async fn admits(&self, address: &str, now: Timestamp) -> bool {
        let (all, of_network) = self.count(address, now);
        if all > MOST {
            return false;
        }
        if of_network > FREE {
            sleep(SLOW).await;
        }
        true
    }

    fn count(&self, address: &str, now: Timestamp) -> (u32, u32) {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if now - told.since > WINDOW {
            *told = Told {
                since: now,
                ..Told::default()
            };
        }
        told.all = told.all.saturating_add(1);
        let all = told.all;
        // Never more networks than reports, and those are bounded.
        if all > MOST {
            return (all, 0);
        }
        let count = told.networks.entry(network(address)).or_default();
        *count += 1;
        (all, *count)
    }
}

/// The network of an address: half of it. Less says who somebody is.
fn network(address: &str) -> Vec<u8> {
    match address.parse::<IpAddr>().map(|address| address.to_canonical()) {
        Ok(IpAddr::V4(v4)) => v4.octets().into_iter().take(2).collect(),
        Ok(IpAddr::V6(v6)) => v6.octets().into_iter().take(4).collect(),
        Err(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::seconds(seconds)
    }

    #[test]
    fn a_network_counts_as_a_whole_and_is_forgotten() {
        let pace = Pace::default();
        assert_eq!(pace.count("203.0.113.7", at(0)), (1, 1));
        assert_eq!(pace.count("203.0.9.9", at(1)), (2, 2));
        assert_eq!(pace.count("198.51.100.1", at(2)), (3, 1));
        assert_eq!(pace.count("2001:db8:1::1", at(3)), (4, 1));
        assert_eq!(pace.count("2001:db8:2::1", at(4)), (5, 2));
        assert_eq!(pace.count("::ffff:203.0.113.7", at(5)), (6, 3));
        assert_eq!(pace.count("203.0.113.7", at(700)), (1, 1));
    }

    #[tokio::test]
    async fn a_flood_is_turned_away_and_the_memory_stays_small() {
        let pace = Pace::default();
        for number in 0..1_000_u32 {
            let [_, _, high, low] = number.to_be_bytes();
            pace.count(&format!("{}.{low}.0.1", high + 1), at(1));
        }
        assert!(!pace.admits("203.0.113.7", at(2)).await);
        assert!(pace.told.lock().unwrap().networks.len() <= 300);
        assert!(pace.admits("203.0.113.7", at(700)).await);
    }
}
