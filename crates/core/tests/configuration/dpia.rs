// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The DPIA of the shipped configuration: what it says, what a change makes out of date, and how it leaves.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use meldroute_core::{
    configuration::Configuration,
    dpia::{
        Answer, Classification, Dpia, Inputs, Level, QUESTIONS, SECTIONS, State, Weighing, assess, document,
        export,
    },
    id::{DpiaId, PersonId, Timestamp},
    paper::Block,
    retention::term::Term,
    sharing::Answer as Rule,
};
use serde_json::Value;
use uuid::Uuid;

use crate::files::{files_of, readable};

fn heemstede() -> Configuration {
    readable(&files_of("heemstede"))
}

fn now() -> Timestamp {
    "2026-11-29T14:00:00Z".parse().unwrap()
}

fn today() -> NaiveDate {
    now().date_naive()
}

fn inputs<'i>(configuration: &'i Configuration, classification: &'i Classification) -> Inputs<'i> {
    Inputs {
        configuration,
        classification,
        today: today(),
    }
}

/// Everything answered, with the facts of now.
fn answered(configuration: &Configuration, classification: &Classification) -> Dpia {
    let mut dpia = Dpia::new(DpiaId(Uuid::from_u128(1)), "heemstede".into());
    for question in QUESTIONS {
        let entries = assess(Some(&dpia), &inputs(configuration, classification));
        let mut entries = entries.into_iter();
        let entry = entries.find(|entry| entry.question.id == question.id).unwrap();
        let facts = entry.facts;
        dpia.answers.push(Answer {
            question: question.id.to_owned(),
            text: format!("Antwoord op {}.", question.id),
            weighing: question.risk().map(|_| Weighing {
                likelihood: Level::Low,
                impact: Level::High,
                level: Level::Middle,
                remaining: Level::Low,
            }),
            by: PersonId(Uuid::from_u128(2)),
            name: "P. Rivacy".to_owned(),
            at: now(),
            facts,
        });
    }
    dpia
}

/// The questions of which the answer is out of date.
fn outdated(
    dpia: &Dpia,
    configuration: &Configuration,
    classification: &Classification,
) -> BTreeSet<&'static str> {
    let entries = assess(Some(dpia), &inputs(configuration, classification)).into_iter();
    entries
        .filter(|entry| matches!(entry.state, State::OutOfDate(_)))
        .map(|entry| entry.question.id)
        .collect()
}

#[test]
fn what_only_people_know_is_open_and_the_rest_is_derived() {
    let (configuration, classification) = (heemstede(), Classification::ours().unwrap());
    let entries = assess(None, &inputs(&configuration, &classification));
    assert_eq!(entries.len(), QUESTIONS.len());
    for id in ["2.3", "3.2", "4", "5.2", "6.2", "9.2", "10.2", "11.2", "17.2"] {
        let entry = entries.iter().find(|entry| entry.question.id == id).unwrap();
        assert_eq!(entry.state, State::Derived, "{id}");
        assert!(!entry.facts.is_empty(), "{id}");
        assert!(entry.facts.iter().all(|fact| !fact.text.is_empty()), "{id}");
    }
    for id in [
        "0",
        "1.1",
        "7.1",
        "14.1",
        "14.2",
        "15.1",
        "melder-bekend",
        "17.3",
        "20.1",
    ] {
        let entry = entries.iter().find(|entry| entry.question.id == id).unwrap();
        assert_eq!(entry.state, State::Open, "{id}");
    }
    // A key is one thing: two facts with one key could hide a change from each other.
    for entry in &entries {
        let keys: BTreeSet<&str> = entry.facts.iter().map(|fact| fact.key.as_str()).collect();
        assert_eq!(keys.len(), entry.facts.len(), "{}", entry.question.id);
    }
}

#[test]
fn what_is_answered_stays_answered_as_long_as_nothing_changes() {
    let (configuration, classification) = (heemstede(), Classification::ours().unwrap());
    let dpia = answered(&configuration, &classification);
    assert_eq!(outdated(&dpia, &configuration, &classification), BTreeSet::new());
}

#[test]
fn a_changed_sharing_rule_makes_the_answers_about_sharing_out_of_date_and_no_others() {
    let (before, classification) = (heemstede(), Classification::ours().unwrap());
    let dpia = answered(&before, &classification);
    let mut after = before.clone();
    let mut rules = after.sharing.as_mut().unwrap().rules.iter_mut();
    let rule = rules
        .find(|rule| rule.answer == Rule::Allow && rule.is_in_force())
        .unwrap();
    rule.answer = Rule::DecisionNeeded;
    let expected = BTreeSet::from(["6.2", "13.2", "14.2", "verkeerde-ontvanger"]);
    assert_eq!(outdated(&dpia, &after, &classification), expected);

    // The ground alone is the business of the legal framework.
    let mut after = before;
    after.sharing.as_mut().unwrap().rules[0].ground.source = "Een andere wet".to_owned();
    assert_eq!(outdated(&dpia, &after, &classification), BTreeSet::from(["9.2"]));
}

#[test]
fn a_difference_says_what_was_and_what_is() {
    let (before, classification) = (heemstede(), Classification::ours().unwrap());
    let dpia = answered(&before, &classification);
    let mut after = before;
    let removed = after.sharing.as_mut().unwrap().rules.remove(0);
    let entries = assess(Some(&dpia), &inputs(&after, &classification));
    let entry = entries.iter().find(|entry| entry.question.id == "13.2").unwrap();
    let State::OutOfDate(differences) = &entry.state else {
        panic!("{:?}", entry.state);
    };
    assert_eq!(differences.len(), 1, "{}", removed.id);
    assert!(differences[0].before.is_some() && differences[0].now.is_none());
}

#[test]
fn a_changed_term_makes_the_answers_about_keeping_out_of_date_and_no_others() {
    let (before, classification) = (heemstede(), Classification::ours().unwrap());
    let dpia = answered(&before, &classification);
    let mut after = before;
    after.retention.as_mut().unwrap().rules[0].term = Some(Term::Years(11));
    let expected = BTreeSet::from(["10.2", "14.2", "15.3", "te-lang-bewaard"]);
    assert_eq!(outdated(&dpia, &after, &classification), expected);
}

#[test]
fn a_column_that_can_be_read_makes_the_answers_about_storing_out_of_date_and_no_others() {
    let (configuration, ours) = (heemstede(), Classification::ours().unwrap());
    let dpia = answered(&configuration, &ours);
    let text = include_str!("../../../../docs/data-classification.toml");
    let sealed = "[signals]";
    let (head, tail) = text.split_once(sealed).unwrap();
    let tail = tail.replacen("class = \"sealed\"", "class = \"clear-operational\"", 1);
    let after = Classification::read(&format!("{head}{sealed}{tail}")).unwrap();
    assert_ne!(after, ours);
    assert_eq!(
        outdated(&dpia, &configuration, &after),
        BTreeSet::from(["2.3", "4", "lek"])
    );
}

#[test]
fn a_changed_purpose_source_or_role_shows_where_it_counts() {
    let (before, classification) = (heemstede(), Classification::ours().unwrap());
    let dpia = answered(&before, &classification);
    let mut after = before.clone();
    "Iets anders".clone_into(&mut after.processing.entries[1].purpose);
    assert_eq!(outdated(&dpia, &after, &classification), BTreeSet::from(["5.2"]));
    let mut after = before;
    after.registers[0].fields.push("nog-een-veld".to_owned());
    assert_eq!(
        outdated(&dpia, &after, &classification),
        BTreeSet::from(["13.2", "ander-doel"])
    );
}

#[test]
fn an_answer_that_is_renewed_asks_for_new_advice_and_a_new_signature() {
    let (configuration, classification) = (heemstede(), Classification::ours().unwrap());
    let mut dpia = answered(&configuration, &classification);
    let mut renewed = dpia.answer("lek").unwrap().clone();
    renewed.at += chrono::TimeDelta::days(1);
    renewed.weighing.as_mut().unwrap().remaining = Level::High;
    dpia.answers.push(renewed);
    assert_eq!(
        outdated(&dpia, &configuration, &classification),
        BTreeSet::from(["17.3", "18", "19.5", "20.1"])
    );
    assert_eq!(dpia.history("lek").count(), 2);
}

/// Where the export is not what the form has a place for (`docs/schemas`, narrower than the national schema).
fn wrong(export: &Value) -> Vec<String> {
    let schema = include_str!("../../../../docs/schemas/dpia-export.schema.json");
    let schema = serde_json::from_str(schema).unwrap();
    let form = jsonschema::options().should_validate_formats(true).build(&schema);
    let form = form.unwrap();
    form.iter_errors(export)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

fn exported(configuration: &Configuration, dpia: Option<&Dpia>) -> Value {
    let classification = Classification::ours().unwrap();
    let inputs = inputs(configuration, &classification);
    export(&assess(dpia, &inputs), &inputs, now())
}

#[test]
fn the_export_is_what_the_national_form_reads() {
    let classification = Classification::ours().unwrap();
    for name in ["heemstede", "oeverland"] {
        let configuration = readable(&files_of(name));
        for dpia in [None, Some(answered(&configuration, &classification))] {
            let export = exported(&configuration, dpia.as_ref());
            assert_eq!(wrong(&export), Vec::<String>::new(), "{name}");
            for section in SECTIONS {
                let prefix = format!("{}.", section.number);
                let mut keys = export["answers"].as_object().unwrap().keys();
                let own = |key: &String| *key == section.number.to_string() || key.starts_with(&prefix);
                assert!(keys.any(own), "section {} is missing", section.number);
            }
            for (key, value) in export["answers"].as_object().unwrap() {
                let places = value.as_array().into_iter().flatten();
                let places: Vec<_> = places.map(|element| element["_index"].as_u64()).collect();
                let each_once: BTreeSet<_> = places.iter().collect();
                assert_eq!(each_once.len(), places.len(), "{key}: a place twice");
            }
        }
    }
}

#[test]
fn the_schema_of_the_export_finds_what_is_wrong() {
    let good = exported(&heemstede(), None);
    let answer = |value: Value| serde_json::json!({ "value": value, "lastEditedAt": "2026-11-29T14:00:00Z" });
    for (id, value) in [
        ("14.1", answer(3.into())),
        ("19.2", answer("bijna".into())),
        ("99.1", answer("nergens".into())),
        ("3.2", serde_json::json!({ "value": "zonder datum" })),
        (
            "18",
            serde_json::json!({ "value": "", "lastEditedAt": "gisteren" }),
        ),
    ] {
        let mut broken = good.clone();
        broken["answers"][id] = value;
        assert_eq!(wrong(&broken).len(), 1, "{id}: {:?}", wrong(&broken));
    }
}

#[test]
fn the_export_has_answers_where_the_form_looks_for_them() {
    let (configuration, classification) = (heemstede(), Classification::ours().unwrap());
    let dpia = answered(&configuration, &classification);
    let export = exported(&configuration, Some(&dpia));
    let answers = &export["answers"];
    assert_eq!(answers["14.1"]["value"], "Antwoord op 14.1.");
    assert_eq!(answers["14.1"]["lastEditedBy"], "P. Rivacy");
    assert_eq!(answers["15.6.1"]["value"], "true");
    assert_eq!(answers["15.6.2"]["value"], "Antwoord op 15.6.");
    assert_eq!(answers["16.1"][0]["16.1.5"]["value"], "hoog");
    assert_eq!(answers["17.1"][0]["17.1.4"]["value"], "laag");
    assert_eq!(answers["12.2.2"][0]["12.2.2.4"]["value"], "Antwoord op 12.2.");
    assert_eq!(answers["19.2"]["value"], "definitief");
    // What repeats by activity stands at the place of the activity.
    let activities = configuration.processing.in_force_on(today());
    for group in [
        "3.1", "5.1", "6.1.1", "8.1.1", "9.1.1", "10.1.1", "11.1.1", "13.1.1",
    ] {
        assert_eq!(
            answers[group].as_array().unwrap().len(),
            activities.len(),
            "{group}"
        );
    }
    assert_eq!(
        answers["3.1"][1]["3.1.1"]["value"],
        activities[1].name.nl.as_str()
    );
    // Nothing is invented: what nobody weighed is empty, and the whole is a draft.
    let export = exported(&configuration, None);
    assert_eq!(export["answers"]["16.1"][0]["16.1.3"]["value"], Value::Null);
    assert_eq!(export["answers"]["14.2"]["value"], Value::Null);
    assert_eq!(export["answers"]["15.1.1"]["value"], Value::Null);
    assert_eq!(export["answers"]["19.2"]["value"], "concept");
}

#[test]
fn an_answer_that_is_out_of_date_says_so_wherever_it_goes() {
    let (before, classification) = (heemstede(), Classification::ours().unwrap());
    let dpia = answered(&before, &classification);
    let mut after = before;
    after.sharing.as_mut().unwrap().rules.remove(0);
    let inputs = inputs(&after, &classification);
    let entries = assess(Some(&dpia), &inputs);
    let export = export(&entries, &inputs, now());
    let text = export["answers"]["13.2"]["value"].as_str().unwrap();
    assert!(text.starts_with("Let op: dit antwoord is verouderd."), "{text}");
    assert_eq!(export["answers"]["19.2"]["value"], "concept");
    let paper = document(&entries, &after, None, now());
    let noted = paper.blocks.iter().filter(|block| match block {
        Block::Note { text } => text.starts_with("Verouderd."),
        _ => false,
    });
    let outdated = outdated(&dpia, &after, &classification);
    assert_eq!(noted.count(), outdated.len());
}

#[test]
fn the_paper_has_every_section_and_every_question() {
    let (configuration, classification) = (heemstede(), Classification::ours().unwrap());
    let entries = assess(None, &inputs(&configuration, &classification));
    let paper = document(&entries, &configuration, None, now());
    let headings = |wanted: u8| {
        paper.blocks.iter().filter(move |block| match block {
            Block::Heading { level, .. } => *level == wanted,
            _ => false,
        })
    };
    assert_eq!(headings(1).count(), SECTIONS.len());
    assert_eq!(headings(2).count(), QUESTIONS.len());
    // Each fact stands once, and later questions say where.
    let rows = paper.blocks.iter().flat_map(|block| match block {
        Block::Facts { rows, .. } => rows.as_slice(),
        _ => &[],
    });
    let rows: Vec<_> = rows.collect();
    for entry in &entries {
        for fact in &entry.facts {
            let same = rows
                .iter()
                .filter(|(name, text)| *name == fact.name && *text == fact.text);
            assert!(same.count() > 0, "{} is missing", fact.key);
        }
    }
    let known: usize = entries.iter().map(|entry| entry.facts.len()).sum();
    assert!(rows.len() < known, "{} rows for {known} facts", rows.len());
}
