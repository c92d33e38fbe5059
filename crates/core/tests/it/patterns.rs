// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Notable patterns in who looked: facts that hold whatever is looked at.

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;
use meldroute_core::{
    calendar::dutch_date,
    configuration::looking::Looking,
    id::{PersonId, Timestamp},
    looking::{
        part::{Part, Whose},
        pattern::{Look, Pattern, PatternKind, Thing, patterns},
    },
    policy::role::Role,
};
use proptest::prelude::*;
use uuid::Uuid;

fn start() -> Timestamp {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

fn look(seq: u64, minutes: i64, person: u128, thing: u128) -> Look {
    Look {
        seq,
        at: start() + TimeDelta::minutes(minutes),
        person: PersonId(Uuid::from_u128(person)),
        name: format!("Person {person}"),
        roles: vec![Role::Coordinator],
        thing: Some(Thing {
            id: Uuid::from_u128(thing),
            is_signal: thing.is_multiple_of(2),
        }),
        in_meeting: false,
    }
}

fn looks() -> impl Strategy<Value = Vec<Look>> {
    let one = (0_i64..4_000, 1_u128..4, 1_u128..40);
    prop::collection::vec(one, 0..120).prop_map(|all| {
        let looks = all.into_iter().zip(1..);
        looks
            .map(|((minutes, person, thing), seq)| look(seq, minutes, person, thing))
            .collect()
    })
}

fn of(kind: PatternKind, all: &[Pattern]) -> Vec<&Pattern> {
    all.iter().filter(|pattern| pattern.kind == kind).collect()
}

fn settings() -> Looking {
    Looking {
        burst_things: 4,
        burst_minutes: 10,
        ..Looking::default()
    }
}

fn part(whose: Whose, minutes: i64) -> Part {
    let at = start() + TimeDelta::minutes(minutes);
    Part {
        whose,
        from: at,
        until: Some(at),
    }
}

proptest! {
    #[test]
    fn they_come_by_time_and_are_known_by_a_key_of_their_own(looks in looks()) {
        let all = patterns(&looks, &BTreeMap::new(), &settings());
        prop_assert!(all.is_sorted_by(|a, b| a.from >= b.from));
        let keys: BTreeSet<&str> = all.iter().map(|pattern| pattern.key.as_str()).collect();
        prop_assert_eq!(keys.len(), all.len());
        for pattern in &all {
            prop_assert!(pattern.from <= pattern.until);
            prop_assert!(pattern.things.len() <= pattern.looks);
        }
    }

    #[test]
    fn the_order_in_which_looks_are_given_says_nothing(looks in looks()) {
        let turned: Vec<Look> = looks.iter().rev().cloned().collect();
        let none = BTreeMap::new();
        prop_assert_eq!(patterns(&looks, &none, &settings()), patterns(&turned, &none, &settings()));
    }

    #[test]
    fn without_any_part_each_look_at_a_signal_is_told_exactly_once(looks in looks()) {
        let all = patterns(&looks, &BTreeMap::new(), &settings());
        let told: usize = of(PatternKind::NoPart, &all).iter().map(|pattern| pattern.looks).sum();
        let at_signals = looks.iter().filter(|look| look.thing.is_some_and(|thing| thing.is_signal));
        prop_assert_eq!(told, at_signals.count());
    }

    #[test]
    fn whoever_had_a_part_around_the_look_is_not_told_of(looks in looks()) {
        let whose = |look: &Look| Whose::Person(look.person);
        let mut parts: BTreeMap<Uuid, Vec<Part>> = BTreeMap::new();
        for look in &looks {
            parts.entry(look.thing.unwrap().id).or_default().push(part(whose(look), 2_000));
        }
        let all = patterns(&looks, &parts, &settings());
        prop_assert!(of(PatternKind::NoPart, &all).is_empty());
        // Somebody else's part explains nothing.
        let strange: BTreeMap<Uuid, Vec<Part>> = parts
            .into_keys()
            .map(|id| (id, vec![part(Whose::Person(PersonId(Uuid::from_u128(99))), 2_000)]))
            .collect();
        let all = patterns(&looks, &strange, &settings());
        let at_signal = looks.iter().any(|look| look.thing.unwrap().is_signal);
        prop_assert_eq!(of(PatternKind::NoPart, &all).is_empty(), !at_signal);
    }

    #[test]
    fn a_burst_is_what_the_limits_say_and_none_is_left_out(looks in looks()) {
        let settings = settings();
        let all = patterns(&looks, &BTreeMap::new(), &settings);
        let bursts = of(PatternKind::Burst, &all);
        for burst in &bursts {
            prop_assert!(burst.things.len() >= settings.burst_things);
        }
        let short = TimeDelta::minutes(i64::from(settings.burst_minutes));
        for first in &looks {
            let within = looks.iter().filter(|look| {
                look.person == first.person && look.at >= first.at && look.at - first.at <= short
            });
            let things: BTreeSet<_> = within.filter_map(|look| look.thing).collect();
            let held = bursts.iter().any(|burst| {
                burst.person == first.person && burst.from <= first.at && first.at <= burst.until
            });
            prop_assert!(things.len() < settings.burst_things || held);
        }
    }
}

#[test]
fn a_part_long_ago_explains_nothing_and_a_role_explains_only_those_who_held_it() {
    let now = look(1, 0, 1, 2);
    let parts = |part| BTreeMap::from([(Uuid::from_u128(2), vec![part])]);
    let told = |part| {
        let all = patterns(std::slice::from_ref(&now), &parts(part), &settings());
        of(PatternKind::NoPart, &all).len()
    };
    let day = 24 * 60;
    let mine = Whose::Person(now.person);
    assert_eq!(told(part(mine, -14 * day)), 0);
    assert_eq!(told(part(mine, -14 * day - 1)), 1);
    assert_eq!(told(part(mine, 14 * day)), 0);
    assert_eq!(told(part(mine, 14 * day + 1)), 1);
    assert_eq!(told(part(Whose::Role(Role::Coordinator), 0)), 0);
    assert_eq!(told(part(Whose::Role(Role::Enricher), 0)), 1);
}

#[test]
fn hours_of_work_are_those_of_the_netherlands() {
    let outside = |moment: &str, weekends| {
        let mut at_night = look(1, 0, 1, 2);
        at_night.at = moment.parse().unwrap();
        at_night.in_meeting = true;
        let settings = Looking {
            weekends,
            ..settings()
        };
        let all = patterns(&[at_night.clone()], &BTreeMap::new(), &settings);
        assert!(
            all.iter()
                .all(|pattern| pattern.key.contains(&dutch_date(at_night.at).to_string()))
        );
        !of(PatternKind::OutsideHours, &all).is_empty()
    };
    // A Monday in winter: an hour ahead of Greenwich; in summer two.
    assert!(outside("2026-11-23T05:59:00Z", false));
    assert!(!outside("2026-11-23T06:00:00Z", false));
    assert!(!outside("2026-07-06T05:00:00Z", false));
    assert!(!outside("2026-11-23T18:59:00Z", false));
    assert!(outside("2026-11-23T19:00:00Z", false));
    assert!(outside("2026-11-22T12:00:00Z", false), "a Sunday");
    assert!(!outside("2026-11-22T12:00:00Z", true));
    assert!(outside("2026-12-25T12:00:00Z", false), "Christmas");
}

#[test]
fn what_is_on_the_screen_of_a_sitting_needs_no_explanation() {
    let mut shown = look(1, 0, 1, 2);
    shown.in_meeting = true;
    assert!(patterns(&[shown], &BTreeMap::new(), &settings()).is_empty());
}
