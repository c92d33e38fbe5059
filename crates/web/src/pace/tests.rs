// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! One sender leaves room for the others.

use meldroute_core::ports::{Later, SecretsFailed};

use super::*;

/// Keys that count up, and hashes that show what was hashed: the tests look at networks only.
#[derive(Default)]
struct Plain(Mutex<u32>);

impl Secrets for Plain {
    fn new_token(&self) -> Result<(String, [u8; 32]), SecretsFailed> {
        let mut last = self.0.lock().unwrap();
        *last += 1;
        Ok((last.to_string(), [0; 32]))
    }

    fn hash_token(&self, token: &str) -> [u8; 32] {
        let mut hash = [0; 32];
        hash[..token.len()].copy_from_slice(token.as_bytes());
        hash
    }

    fn hash_password(&self, _: String) -> Later<'_, Result<String, SecretsFailed>> {
        Box::pin(async { Err(SecretsFailed) })
    }

    fn check_password(&self, _: String, _: Option<String>) -> Later<'_, bool> {
        Box::pin(async { false })
    }

    fn new_second_factor(&self) -> Result<Vec<u8>, SecretsFailed> {
        Err(SecretsFailed)
    }

    fn second_factor_uri(&self, _: &[u8], _: &str, _: &str) -> (String, String) {
        Default::default()
    }

    fn check_second_factor(&self, _: &[u8], _: &str, _: Timestamp, _: u64) -> Option<u64> {
        None
    }
}

struct Form {
    pace: Pace,
    secrets: Plain,
}

impl Form {
    fn new() -> Self {
        Self {
            pace: Pace::new(REPORTS),
            secrets: Plain::default(),
        }
    }

    fn place(&self, wish: Wish, address: &str, minute: i64) -> Result<Place, Full> {
        let now = Timestamp::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::minutes(minute);
        self.pace.place(&self.secrets, wish, address, now)
    }

    /// A report that is taken in.
    fn tell(&self, address: &str, minute: i64) -> Result<(), Full> {
        self.place(Wish::Report, address, minute).map(Place::keep)
    }

    /// As many reports as are taken in.
    fn flood(&self, addresses: impl Fn(u32) -> String) -> usize {
        let told = (0..10_000_u32).filter(|number| self.tell(&addresses(*number), 1).is_ok());
        told.count()
    }
}

#[test]
fn one_network_fills_its_own_place_only_and_is_forgotten_in_an_hour() {
    let form = Form::new();
    assert_eq!(form.flood(|number| format!("203.0.113.{}", number % 250)), 20);
    assert_eq!(form.tell("203.0.113.7", 2), Err(Full::Network));
    assert_eq!(form.tell("203.0.112.7", 2), Ok(()));
    assert_eq!(form.tell("203.0.113.7", 62), Ok(()));
    let seen = format!("{:?}", form.pace.seen.lock().unwrap().key);
    assert_eq!(seen, "\"2\"", "another key in the next hour");
}

#[test]
fn a_form_that_is_not_taken_in_does_not_count() {
    let form = Form::new();
    for _ in 0..1_000 {
        drop(form.place(Wish::Report, "203.0.113.7", 1).unwrap());
    }
    assert_eq!(form.tell("203.0.113.7", 1), Ok(()));
    let late = form.place(Wish::Report, "203.0.113.7", 2).unwrap();
    assert_eq!(form.tell("198.51.100.1", 70), Ok(()));
    drop(late);
    assert_eq!(form.pace.seen.lock().unwrap().reports.all, 1, "of this hour");
}

#[test]
fn a_whole_provider_leaves_the_form_open_for_everybody_else() {
    let form = Form::new();
    let addresses = |number: u32| format!("2001:db8:{:x}::1", number % 60_000);
    assert_eq!(form.flood(addresses), 100);
    assert_eq!(form.tell("2001:db8:ffff::1", 2), Err(Full::Network));
    assert_eq!(form.tell("2001:db9:1::1", 2), Ok(()));
}

#[test]
fn in_a_flood_from_many_networks_each_still_gets_a_little_and_the_memory_stays_small() {
    let form = Form::new();
    let some = |number: u32| format!("198.{}.{}.1", number % 10, number % 40);
    assert_eq!(form.flood(some), 300);
    assert_eq!(form.tell("203.0.113.7", 2), Ok(()));
    assert_eq!(form.tell("203.0.113.7", 2), Ok(()));
    assert_eq!(form.tell("203.0.113.7", 2), Err(Full::Network));
    let every = |number: u32| format!("{}.{}.{}.1", 20 + number % 50, number % 200, number % 7);
    form.flood(every);
    assert_eq!(form.tell("203.0.114.7", 2), Err(Full::Everywhere));
    assert!(form.pace.seen.lock().unwrap().reports.of.len() <= 4_000);
    assert_eq!(form.tell("203.0.114.7", 62), Ok(()));
}

#[test]
fn behind_a_proxy_that_tells_nothing_all_share_half_of_the_form() {
    let form = Form::new();
    assert_eq!(form.flood(|_| "127.0.0.1".to_owned()), 1_000);
    assert_eq!(form.tell("203.0.113.7", 2), Ok(()));
}

#[tokio::test]
async fn the_queue_of_codes_is_bounded_and_one_network_has_a_part_of_it() {
    let form = Form::new();
    let mut places = Vec::new();
    for _ in 0..8 {
        places.push(form.place(Wish::Code, "203.0.113.7", 1).unwrap());
    }
    let ninth = form.place(Wish::Code, "203.0.113.8", 1);
    assert_eq!(ninth.unwrap_err(), Full::Network);
    for number in 0..40 {
        let address = format!("198.51.{number}.1");
        places.push(form.place(Wish::Code, &address, 1).unwrap());
    }
    let next = form.place(Wish::Code, "192.0.2.1", 1);
    assert_eq!(next.unwrap_err(), Full::Everywhere);
    form.pace.evenly(places.remove(0), async {}).await;
    let free = form.place(Wish::Code, "203.0.113.8", 1).unwrap();
    drop((free, places));
    assert!(form.pace.seen.lock().unwrap().codes.of.is_empty());
}
