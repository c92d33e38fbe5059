// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Slows whoever guesses passwords: one name from one address is refused after five failures, for ever longer. Many failures from
//! one address, or for one name from anywhere, only slow the answer: a colleague behind the same address, or the person
//! themselves at another one, can always log in. Kept in memory, with a bound; a restart forgives.

use std::{
    collections::BTreeMap,
    net::{IpAddr, Ipv6Addr},
    sync::{Mutex, PoisonError},
    time::Duration,
};

use chrono::TimeDelta;
use meldroute_core::id::Timestamp;

/// Failures count for this long.
const WINDOW: TimeDelta = TimeDelta::minutes(15);
/// So many failures of one name from one address are free.
const FREE: u32 = 5;
/// The first refusal lasts this long; each failure after it doubles it, up to [`WINDOW`].
const FIRST_WAIT: TimeDelta = TimeDelta::seconds(30);
/// So many failures from one address before answers slow: more than a whole office makes on a Monday morning.
const FREE_PER_ADDRESS: u32 = 60;
/// So many failures for one name from anywhere before answers slow.
const FREE_PER_NAME: u32 = 15;
/// How much slower.
const SLOW: Duration = Duration::from_secs(2);
/// So many names and addresses are remembered.
const LARGEST: usize = 10_000;

/// What to do with an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Check it.
    Go,
    /// Check it, after waiting this long.
    Slowly(Duration),
    /// Don't check it before this moment.
    NotBefore(Timestamp),
}

/// Who attempts: hash of municipality and name, and the address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Attempt {
    name: [u8; 32],
    address: String,
}

impl Attempt {
    /// Of a name from an address. An IPv6 address counts by its network: a house has billions.
    pub(crate) fn new(name: [u8; 32], address: &str) -> Self {
        let address = match address.parse() {
            Ok(IpAddr::V6(v6)) if v6.to_ipv4_mapped().is_none() => {
                let [a, b, c, d, ..] = v6.segments();
                Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).to_string()
            }
            _ => address.to_owned(),
        };
        Self { name, address }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Both(Attempt),
    Address(String),
    Name([u8; 32]),
}

#[derive(Clone, Copy, Debug)]
struct Count {
    failures: u32,
    last: Timestamp,
    refused_until: Option<Timestamp>,
}

/// The memory of failures.
#[derive(Debug, Default)]
pub(crate) struct Throttle(Mutex<BTreeMap<Key, Count>>);

impl Throttle {
    /// Asks before a password is looked at. Counts the attempt as a failure at once, so that many at the same moment gain nothing.
    pub(crate) fn attempt(&self, attempt: &Attempt, now: Timestamp) -> Verdict {
        let mut memory = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let refused = memory
            .get(&Key::Both(attempt.clone()))
            .and_then(|count| count.refused_until)
            .filter(|until| now < *until);
        if let Some(until) = refused {
            return Verdict::NotBefore(until);
        }
        make_room(&mut memory, now);
        let both = fail(&mut memory, Key::Both(attempt.clone()), now);
        if both.failures >= FREE {
            let doublings = (both.failures - FREE).min(5);
            let wait = (FIRST_WAIT * 2_i32.pow(doublings)).min(WINDOW);
            if let Some(count) = memory.get_mut(&Key::Both(attempt.clone())) {
                count.refused_until = Some(now + wait);
            }
        }
        let address = fail(&mut memory, Key::Address(attempt.address.clone()), now);
        let name = fail(&mut memory, Key::Name(attempt.name), now);
        if address.failures > FREE_PER_ADDRESS || name.failures > FREE_PER_NAME {
            Verdict::Slowly(SLOW)
        } else {
            Verdict::Go
        }
    }

    /// It was right after all: forget its failures, and this attempt for the others.
    pub(crate) fn succeeded(&self, attempt: &Attempt) {
        let mut memory = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        memory.remove(&Key::Both(attempt.clone()));
        for key in [Key::Address(attempt.address.clone()), Key::Name(attempt.name)] {
            if let Some(count) = memory.get_mut(&key) {
                count.failures = count.failures.saturating_sub(1);
            }
        }
    }
}

fn fail(memory: &mut BTreeMap<Key, Count>, key: Key, now: Timestamp) -> Count {
    let fresh = Count {
        failures: 0,
        last: now,
        refused_until: None,
    };
    let count = memory.entry(key).or_insert(fresh);
    if is_over(count, now) {
        *count = fresh;
    }
    count.failures = count.failures.saturating_add(1);
    count.last = now;
    *count
}

fn is_over(count: &Count, now: Timestamp) -> bool {
    now - count.last > WINDOW && count.refused_until.is_none_or(|until| until <= now)
}

/// Forgets what is over; and when that is not enough, the oldest half: an attacker with many names must not fill the memory.
fn make_room(memory: &mut BTreeMap<Key, Count>, now: Timestamp) {
    if memory.len() + 3 <= LARGEST {
        return;
    }
    memory.retain(|_, count| !is_over(count, now));
    if memory.len() + 3 > LARGEST {
        let mut times: Vec<_> = memory.values().map(|count| count.last).collect();
        times.sort_unstable();
        if let Some(middle) = times.get(times.len() / 2).copied() {
            memory.retain(|_, count| count.last > middle);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOME: &str = "203.0.113.7";
    const OFFICE: &str = "198.51.100.1";

    fn at(seconds: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::seconds(seconds)
    }

    fn of(name: u16, address: &str) -> Attempt {
        let mut hash = [0; 32];
        hash[..2].copy_from_slice(&name.to_be_bytes());
        Attempt::new(hash, address)
    }

    #[test]
    fn one_attacker_waits_ever_longer() {
        let throttle = Throttle::default();
        for second in 0..5 {
            assert_eq!(throttle.attempt(&of(1, HOME), at(second)), Verdict::Go);
        }
        assert_eq!(throttle.attempt(&of(1, HOME), at(5)), Verdict::NotBefore(at(34)));
        assert_eq!(throttle.attempt(&of(1, HOME), at(34)), Verdict::Go);
        assert_eq!(throttle.attempt(&of(1, HOME), at(35)), Verdict::NotBefore(at(94)));
        assert_eq!(throttle.attempt(&of(1, HOME), at(94)), Verdict::Go);
        assert_eq!(
            throttle.attempt(&of(1, HOME), at(95)),
            Verdict::NotBefore(at(214))
        );
        // Never longer than the window, and forgotten after it.
        assert_eq!(throttle.attempt(&of(1, HOME), at(4_000)), Verdict::Go);
        assert_eq!(throttle.attempt(&of(1, HOME), at(4_001)), Verdict::Go);
    }

    #[test]
    fn an_account_is_never_blocked_from_another_address() {
        let throttle = Throttle::default();
        for second in 0..200 {
            throttle.attempt(&of(1, HOME), at(second));
        }
        let elsewhere = throttle.attempt(&of(1, OFFICE), at(200));
        assert!(
            matches!(elsewhere, Verdict::Go | Verdict::Slowly(_)),
            "{elsewhere:?}"
        );
    }

    #[test]
    fn an_office_behind_one_address_is_never_blocked() {
        let throttle = Throttle::default();
        for name in 0..50 {
            for second in 0..5 {
                throttle.attempt(&of(name, OFFICE), at(second));
            }
        }
        assert_eq!(throttle.attempt(&of(99, OFFICE), at(10)), Verdict::Slowly(SLOW));
    }

    #[test]
    fn a_right_password_forgives() {
        let throttle = Throttle::default();
        for second in 0..4 {
            throttle.attempt(&of(1, HOME), at(second));
        }
        throttle.attempt(&of(1, HOME), at(4));
        throttle.succeeded(&of(1, HOME));
        assert_eq!(throttle.attempt(&of(1, HOME), at(5)), Verdict::Go);
    }

    #[test]
    fn a_network_of_ipv6_counts_as_one_address() {
        let throttle = Throttle::default();
        for host in 0..5 {
            throttle.attempt(&of(1, &format!("2001:db8:1:2::{host}")), at(0));
        }
        let verdict = throttle.attempt(&of(1, "2001:db8:1:2:ffff::9"), at(1));
        assert!(matches!(verdict, Verdict::NotBefore(_)), "{verdict:?}");
        assert_eq!(throttle.attempt(&of(1, "2001:db8:1:3::1"), at(1)), Verdict::Go);
    }

    #[test]
    fn memory_is_bounded() {
        let throttle = Throttle::default();
        for name in 0..u16::MAX {
            throttle.attempt(&of(name, HOME), at(i64::from(name) / 100));
        }
        assert!(throttle.0.lock().unwrap().len() <= LARGEST);
    }
}
