// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The manual names every key and every choice, and its examples together are a route that works.

use std::{collections::BTreeMap, fs, path::Path};

use meldroute_core::{
    calendar::{DayUnit, rhythm::DayOfWeek},
    configuration::{
        body::{Body, Condition, Seat},
        channel::{Channel, ChannelKind, TipColumns, Tips},
        deadline::Deadline,
        fact::When,
        feedback::{FeedbackLevel, FeedbackRule, Moment, Template},
        form::{Form, Indicator, IndicatorList},
        looking::Looking,
        municipality::{Area, Controller, Municipality, RefusalGround},
        outcome::{Outcome, OutcomeKind},
        partner::{Department, Partner, PartnerKind},
        processing::{Basis, Processing},
        public::{Place, PlaceKind, PublicForm, PublicPage, PublicText},
        read::FILES,
        register::{Register, RegisterKind},
        route::{Acute, Fork, Gate, Step, StepKind},
        text::Text,
    },
    enrichment::InquiryKind,
    policy::role::Role,
    report::ReporterKind,
    retention::{
        rule::{Class, End, Rule as Retention, Start},
        term::Term,
    },
    sharing::{
        Answer, Category, Need,
        rule::{Circumstances, Ground, Party, Rule, RuleState},
    },
    signal::assessment::{About, Minor},
};
use serde::de::DeserializeOwned;

use crate::files::{Files, readable};

fn manual() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/handleiding/configuratie.md");
    fs::read_to_string(path).unwrap()
}

/// What a type can hold, as its own error for something unknown names it.
fn names<T: DeserializeOwned>(wrong: &str) -> Vec<String> {
    #[derive(serde::Deserialize)]
    struct Holder<T> {
        held: T,
    }
    let error = toml::from_str::<Holder<T>>(&format!("held = {wrong}"))
        .map(|holder| holder.held)
        .err()
        .unwrap();
    let message = error.message().to_owned();
    assert!(message.starts_with("unknown"), "{message}");
    message.split('`').skip(3).step_by(2).map(str::to_owned).collect()
}

fn keys<T: DeserializeOwned>() -> Vec<String> {
    names::<T>("{ not-a-key = 1 }")
}

fn choices<T: DeserializeOwned>() -> Vec<String> {
    names::<T>("\"not-a-choice\"")
}

/// The files that the examples make: those under a heading with the name of a file, and those that name it.
fn examples(manual: &str) -> Files {
    let mut files: BTreeMap<String, String> = FILES.map(|name| (name.to_owned(), String::new())).into();
    let (mut file, mut into) = (String::new(), None);
    for line in manual.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            heading.clone_into(&mut file);
        }
        match line {
            "```toml" => into = Some(file.clone()),
            "```toml route" => into = Some("route.toml".to_owned()),
            "```" => into = None,
            text => {
                if let Some(file) = &into {
                    let whole = files.get_mut(file).unwrap();
                    whole.push_str(text);
                    whole.push('\n');
                }
            }
        }
    }
    files
}

#[test]
fn every_key_is_explained() {
    let all = [
        keys::<Municipality>(),
        keys::<Controller>(),
        keys::<Area>(),
        [keys::<Looking>(), keys::<RefusalGround>()].concat(),
        keys::<Form>(),
        keys::<IndicatorList>(),
        keys::<Indicator>(),
        keys::<Channel>(),
        keys::<Tips>(),
        keys::<TipColumns>(),
        keys::<Partner>(),
        keys::<Register>(),
        keys::<Department>(),
        keys::<Step>(),
        keys::<Gate>(),
        keys::<Fork>(),
        keys::<When>(),
        keys::<Deadline>(),
        keys::<Acute>(),
        keys::<Outcome>(),
        keys::<Body>(),
        keys::<Seat>(),
        keys::<Condition>(),
        keys::<FeedbackRule>(),
        keys::<Template>(),
        keys::<Text>(),
        keys::<PublicForm>(),
        keys::<PublicPage>(),
        keys::<Place>(),
        keys::<PublicText>(),
        keys::<Processing>(),
        keys::<Party>(),
        keys::<Rule>(),
        keys::<Ground>(),
        keys::<Circumstances>(),
        [keys::<Retention>(), keys::<Term>()].concat(),
    ]
    .concat();
    let text = manual();
    assert!(all.len() > 80, "{}", all.len());
    for key in all.iter().map(String::as_str).chain(TOPS) {
        assert!(
            text.contains(&format!("`{key}`")) || text.contains(&format!("{key} = ")),
            "the manual does not name the key {key}"
        );
    }
}

/// Keys at the top of a file, and of what has more than one form.
const TOPS: [&str; 15] = [
    "version",
    "attention_after",
    "care_partner",
    "partner",
    "department",
    "policy",
    "cost",
    "to",
    "rhythm",
    "weekday",
    "weeks",
    "expected_within_days",
    "uri",
    "officer",
    "backups_kept_days",
];

#[test]
fn every_choice_is_explained() {
    let all = [
        choices::<OutcomeKind>(),
        choices::<StepKind>(),
        choices::<ChannelKind>(),
        choices::<PartnerKind>(),
        choices::<RegisterKind>(),
        choices::<InquiryKind>(),
        choices::<PlaceKind>(),
        choices::<ReporterKind>(),
        choices::<Role>(),
        choices::<FeedbackLevel>(),
        choices::<Moment>(),
        choices::<DayUnit>(),
        choices::<DayOfWeek>(),
        choices::<Minor>(),
        choices::<About>(),
        choices::<Category>(),
        choices::<Answer>(),
        choices::<Need>(),
        choices::<RuleState>(),
        choices::<Class>(),
        choices::<Start>(),
        choices::<End>(),
        choices::<Basis>(),
    ]
    .concat();
    let text = manual();
    // Nobody can be given a role of the program itself.
    let program = Role::PROGRAM.map(Role::as_str);
    let all: Vec<String> = all
        .into_iter()
        .filter(|name| !program.contains(&name.as_str()))
        .collect();
    let policies = ["accept", "accept-with-cost", "refer"];
    for choice in all.iter().map(String::as_str).chain(policies) {
        assert!(
            text.contains(&format!("`{choice}`")),
            "the manual does not explain {choice}"
        );
    }
    for every in ["week", "month", "as-planned"] {
        assert!(text.contains(&format!("every = \"{every}\"")), "{every}");
    }
}

#[test]
fn the_examples_are_a_route_that_works() {
    let mut files = examples(&manual());
    // The example is one activity of the fifteen; what it looks like holds all the same.
    let register = files.remove("processing.toml").unwrap();
    let register: toml::Table = toml::from_str(&register).unwrap();
    for entry in register["activity"].as_array().unwrap() {
        entry.clone().try_into::<Processing>().unwrap();
    }
    let configuration = readable(&files);
    assert_eq!(configuration.municipality.name, "Voorbeeldstad");
    assert_eq!(configuration.route.steps.len(), 7);
    assert_eq!(configuration.bodies.len(), 2);
}
