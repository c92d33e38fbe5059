// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The processing log and the log of decisions: one record for each action and each person, one for each decision, and nothing of
//! who works here.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use meldroute_core::{
    audit::{About, Event},
    change::{Changes, Write},
    configuration::processing::ProcessingRegister,
    id::{MunicipalityId, PersonId},
    policy::{self, Actor, Grant, Object, Permit, Right, Role},
    ports::{CommitError, Store as _},
    processing::{Activity, Call, DataSubject, DecisionLine, LogLine, LogQuery, Status},
    signal::{Signal, assessment::SubjectKind},
};
use meldroute_storage::Log;
use serde_json::Value;
use uuid::Uuid;

use super::{on_both, reports::take_in, signals::register};
use crate::{
    things::{new_report, report, signal, subject},
    world::{World, actor, at, elsewhere, here},
};

on_both!(
    three_persons_give_three_records_below_that_of_the_action,
    who_is_added_is_concerned_by_that,
    a_person_is_found_in_all_that_was_done_with_their_data,
    nobody_finds_a_reporter_in_the_log,
    a_decision_is_recorded_once,
    a_refusal_is_recorded_and_is_no_error,
    the_log_of_another_municipality_can_not_be_read,
    what_is_not_stored_leaves_no_record,
    lines_go_when_their_term_is_over,
    what_was_sent_on_is_remembered,
);

/// The register of these tests.
fn register_of_activities() -> ProcessingRegister {
    ProcessingRegister {
        uri: "https://register.example/mensenhandel/".to_owned(),
        ..ProcessingRegister::default()
    }
}

/// The person who acts in these tests, whom no record may name.
const ACTOR: (u128, &str) = (0x0199_aaaa_bbbb_7ccc_8ddd_eeee_ffff_0001, "Mees Medewerker");

fn coordinator(m: &MunicipalityId) -> Actor {
    Actor {
        person: Some(PersonId(Uuid::from_u128(ACTOR.0))),
        name: ACTOR.1.to_owned(),
        grants: vec![Grant::of(Role::Coordinator)],
        call: Some(Call {
            trace_id: 0x0af7_6519_16cd_43dd_8448_eb21_1c80_319c,
            parent: Some(0x00f0_67aa_0ba9_02b7),
            since: at(4),
        }),
        ..actor(m)
    }
}

fn permit(signal: &Signal) -> Permit {
    let actor = coordinator(&signal.municipality);
    policy::permit(&actor, Right::ReadSignal, Object::Signal(signal)).unwrap()
}

/// A stored signal that names these persons.
async fn about(world: &World, persons: &[&str]) -> Signal {
    let mut new = signal(world, &here(), 1);
    let persons = persons.iter().map(|name| subject(SubjectKind::Person, name));
    new.subjects.extend(persons);
    register(world, new.clone()).await;
    new
}

fn read_event() -> Event {
    Event::SignalRead {
        purpose: "test".to_owned(),
    }
}

async fn read(world: &World, signal: &Signal) {
    let about = About::Signal(signal.id);
    let changes = Changes::new(&permit(signal), at(5), world.minter(), about, read_event());
    world.commit(changes).await.unwrap();
}

async fn lines(world: &World, m: &MunicipalityId) -> Vec<LogLine> {
    world.log_after(m, (0, 0), 500).await.unwrap()
}

/// The lines of the newest action.
async fn newest(world: &World) -> Vec<LogLine> {
    let mut lines = lines(world, &here()).await;
    let last = lines.iter().map(|line| line.place.0).max().unwrap();
    lines.retain(|line| line.place.0 == last);
    lines
}

async fn decisions(world: &World) -> Vec<DecisionLine> {
    world.decisions_after(&here(), 0, 500).await.unwrap()
}

fn hex_of(value: &Value, digits: usize) {
    let text = value.as_str().unwrap();
    let lower = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    assert!(text.len() == digits && text.bytes().all(lower), "{text}");
    assert!(text.bytes().any(|byte| byte != b'0'), "not all zeros");
}

fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

/// Logboek dataverwerkingen 1.0.0, 3.3.1: which fields a record has, of which type, and no others.
fn is_record_of_processing(record: &Value) {
    let required: BTreeSet<&str> = [
        "trace_id",
        "span_id",
        "status",
        "name",
        "start_time",
        "end_time",
        "attributes",
    ]
    .into();
    let optional: BTreeSet<&str> = ["parent_span_id", "resource"].into();
    let found = keys(record);
    assert!(found.is_superset(&required), "{record}");
    assert!(found.is_subset(&(&required | &optional)), "{record}");
    hex_of(&record["trace_id"], 32);
    hex_of(&record["span_id"], 16);
    if found.contains("parent_span_id") {
        hex_of(&record["parent_span_id"], 16);
    }
    assert!(["Unset", "Ok", "Error"].contains(&record["status"].as_str().unwrap()));
    assert!(
        record["name"].as_str().unwrap().contains(' '),
        "an infinitive and a noun"
    );
    // Milliseconds: thirteen digits in this century.
    let (start, end) = (
        record["start_time"].as_u64().unwrap(),
        record["end_time"].as_u64().unwrap(),
    );
    assert!(
        start <= end && (1_000_000_000_000..10_000_000_000_000).contains(&end),
        "{record}"
    );
    let attributes = keys(&record["attributes"]);
    let known: BTreeSet<&str> = [
        "dpl.core.processing_activity_id",
        "dpl.core.data_subject_id",
        "dpl.core.data_subject_id_type",
    ]
    .into();
    assert!(attributes.contains("dpl.core.processing_activity_id") && attributes.is_subset(&known));
    assert_eq!(
        attributes.contains("dpl.core.data_subject_id"),
        attributes.contains("dpl.core.data_subject_id_type")
    );
    if let Some(resource) = record.get("resource") {
        assert_eq!(keys(resource), ["attributes"].into());
    }
}

/// FTV Authorization Decision Log 1.0.0, 3.3: which fields a record has, and no others.
fn is_record_of_a_decision(record: &Value) {
    let required: BTreeSet<&str> = ["trace_id", "span_id", "event_name", "timestamp", "status"].into();
    let optional: BTreeSet<&str> = ["parent_span_id", "attributes", "body"].into();
    let found = keys(record);
    assert!(found.is_superset(&required), "{record}");
    assert!(found.is_subset(&(&required | &optional)), "{record}");
    hex_of(&record["trace_id"], 32);
    hex_of(&record["span_id"], 16);
    assert_eq!(record["event_name"], "adl.access_evaluation");
    let at = record["timestamp"].as_u64().unwrap();
    assert!((1_000_000_000_000..10_000_000_000_000).contains(&at));
    assert!(
        ["Unset", "Ok"].contains(&record["status"].as_str().unwrap()),
        "policy could decide"
    );
    let (body, attributes) = (keys(&record["body"]), keys(&record["attributes"]));
    assert_eq!(body, ["adl.core.request", "adl.core.response"].into());
    assert!(body.is_disjoint(&attributes), "each in one place");
    assert_eq!(
        keys(&record["body"]["adl.core.request"]),
        ["subject", "action", "resource"].into()
    );
    assert!(record["body"]["adl.core.response"]["decision"].is_boolean());
    let policies = record["attributes"]["adl.core.policies"].as_str().unwrap();
    assert!(
        policies.starts_with("sha256:") && policies.len() == 71,
        "{policies}"
    );
}

async fn three_persons_give_three_records_below_that_of_the_action(world: &World) {
    let signal = about(world, &["Joris Verzonnen", "999993653", "Anna Bedacht"]).await;
    read(world, &signal).await;
    let lines = newest(world).await;
    assert_eq!(lines.len(), 4);
    let (action, persons) = lines.split_first().unwrap();
    assert_eq!(action.name, "Opvragen signaal");
    assert_eq!(action.subject, None);
    assert_eq!(action.parent, Some(0x00f0_67aa_0ba9_02b7), "the caller's");
    assert_eq!((action.started_at, action.ended_at), (at(4), at(5)));
    let marks: BTreeSet<_> = persons.iter().map(|line| line.subject.clone().unwrap()).collect();
    assert_eq!(marks.len(), 3, "each person has a mark of their own");
    let spans: BTreeSet<u64> = lines.iter().map(|line| line.span_id).collect();
    assert_eq!(spans.len(), 4, "each record is a span of its own");
    let kinds: Vec<_> = marks.iter().map(|(kind, _)| kind.as_str()).collect();
    assert_eq!(kinds, ["BSN", "name", "name"]);
    for line in persons {
        assert_eq!(
            (line.trace_id, line.parent),
            (action.trace_id, Some(action.span_id))
        );
    }
    for line in &lines {
        let record = line.record(&register_of_activities());
        is_record_of_processing(&record);
        let text = record.to_string();
        for word in [ACTOR.1, "Medewerker", "Joris", "joris", "999993653"] {
            assert!(!text.contains(word), "{text}");
        }
        let account = Uuid::from_u128(ACTOR.0);
        assert!(!text.contains(&account.to_string()) && !text.contains(&account.simple().to_string()));
    }
    let journal = world.journal(&here(), None, 1).await.unwrap();
    let trace = journal[0].detail.clone().unwrap().trace;
    assert_eq!(
        trace,
        format!("{:032x}", action.trace_id),
        "the journal bears the same mark"
    );
    assert_eq!(journal[0].seq, action.place.0);
}

async fn who_is_added_is_concerned_by_that(world: &World) {
    let old = about(world, &[]).await;
    let mut new = old.clone();
    new.subjects.push(subject(SubjectKind::Person, "Joris Verzonnen"));
    let stored = world.signal(&here(), old.id).await.unwrap().unwrap();
    let changes = Changes::new(
        &permit(&old),
        at(5),
        world.minter(),
        About::Signal(old.id),
        Event::SubjectAdded,
    )
    .write(Write::SaveSignal(Box::new(new), stored.revision, Vec::new()));
    world.commit(changes).await.unwrap();
    assert_eq!(newest(world).await.len(), 2);
}

async fn a_person_is_found_in_all_that_was_done_with_their_data(world: &World) {
    let (one, other) = (
        about(world, &["Joris Verzonnen"]).await,
        about(world, &["joris  VERZONNEN", "Anna Bedacht"]).await,
    );
    read(world, &one).await;
    read(world, &other).await;
    let query = LogQuery {
        subject: DataSubject::written("Joris Verzonnen"),
        limit: 3,
        ..LogQuery::default()
    };
    let found = world.processing_log(&here(), &query).await.unwrap();
    let names: Vec<_> = found.iter().map(|line| line.name.as_str()).collect();
    assert_eq!(
        names,
        ["Opvragen signaal", "Opvragen signaal", "Vastleggen waarneming"]
    );
    let before = found.last().map(|line| line.place);
    let rest = LogQuery { before, ..query };
    assert_eq!(
        world.processing_log(&here(), &rest).await.unwrap().len(),
        1,
        "registered twice"
    );
}

async fn nobody_finds_a_reporter_in_the_log(world: &World) {
    let id = take_in(world, new_report(world, report(world, &here(), 1))).await;
    let event = Event::ReporterOpened {
        report: id,
        reason: "bellen".to_owned(),
    };
    world
        .commit(world.changes(&here(), About::Report(id), event))
        .await
        .unwrap();
    let lines = newest(world).await;
    assert_eq!(lines.len(), 2, "the action, and who reported");
    assert_eq!(lines[1].subject.as_ref().unwrap().0, "report");
    for name in ["Sanne Voorbeeld", "sanne@post.example"] {
        let query = LogQuery {
            subject: DataSubject::written(name),
            limit: 9,
            ..LogQuery::default()
        };
        assert_eq!(world.processing_log(&here(), &query).await.unwrap(), []);
    }
}

async fn a_decision_is_recorded_once(world: &World) {
    let signal = about(world, &[]).await;
    assert_eq!(decisions(world).await, [], "nobody asked policy yet");
    let (permit, about) = (permit(&signal), About::Signal(signal.id));
    let changes = Changes::new(&permit, at(5), world.minter(), about, read_event()).and(
        &permit,
        at(5),
        world.minter(),
        about,
        Event::Observed,
    );
    world.commit(changes).await.unwrap();
    let decided = decisions(world).await;
    assert_eq!(decided.len(), 1, "one decision stands behind both");
    assert!(decided[0].allowed && decided[0].right == "read-signal");
    assert_eq!(decided[0].id, Some(signal.id.to_string()));
    let action = &lines(world, &here()).await;
    let action = action
        .iter()
        .find(|line| line.place.0 == decided[0].place)
        .unwrap();
    assert_eq!(decided[0].trace_id, action.trace_id);
    assert_ne!(decided[0].span_id, action.span_id);
    let record = decided[0].record();
    is_record_of_a_decision(&record);
    let text = record.to_string();
    assert!(
        !text.contains(ACTOR.1) && !text.contains(&Uuid::from_u128(ACTOR.0).to_string()),
        "{text}"
    );
}

async fn a_refusal_is_recorded_and_is_no_error(world: &World) {
    let event = Event::Refused {
        right: Right::ReadSignal,
    };
    world
        .commit(world.changes(&here(), About::Municipality, event))
        .await
        .unwrap();
    let decided = decisions(world).await;
    assert!(decided.len() == 1 && !decided[0].allowed);
    is_record_of_a_decision(&decided[0].record());
    let line = &newest(world).await[0];
    assert_eq!(line.status, Status::Refused);
    assert_eq!(line.record(&register_of_activities())["status"], "Unset");
}

async fn the_log_of_another_municipality_can_not_be_read(world: &World) {
    let signal = about(world, &["Joris Verzonnen"]).await;
    read(world, &signal).await;
    let m = elsewhere();
    let mine: BTreeSet<_> = lines(world, &here())
        .await
        .iter()
        .map(|line| line.span_id)
        .collect();
    for line in lines(world, &m).await {
        assert!(!mine.contains(&line.span_id) && line.subject.is_none());
    }
    let query = LogQuery {
        subject: DataSubject::written("Joris Verzonnen"),
        limit: 9,
        ..LogQuery::default()
    };
    assert_eq!(world.processing_log(&m, &query).await.unwrap(), []);
    assert_eq!(world.decisions_after(&m, 0, 9).await.unwrap(), []);
    assert!(!world.processing_log(&here(), &query).await.unwrap().is_empty());
}

async fn what_is_not_stored_leaves_no_record(world: &World) {
    let signal = about(world, &["Joris Verzonnen"]).await;
    let before = lines(world, &here()).await.len();
    let stored = world.signal(&here(), signal.id).await.unwrap().unwrap();
    let wrong = meldroute_core::change::Revision(stored.revision.0 + 1);
    let about = About::Signal(signal.id);
    let changes = Changes::new(&permit(&signal), at(5), world.minter(), about, Event::Observed)
        .write(Write::SaveSignal(Box::new(signal), wrong, Vec::new()));
    assert_eq!(world.commit(changes).await, Err(CommitError::Conflict));
    assert_eq!(lines(world, &here()).await.len(), before);
    assert_eq!(decisions(world).await, []);
}

async fn lines_go_when_their_term_is_over(world: &World) {
    let signal = about(world, &["Joris Verzonnen"]).await;
    read(world, &signal).await;
    let activity = Activity::SignalHandling.id();
    let before = at(5) + TimeDelta::seconds(1);
    let old = world
        .processing_log_before(&here(), &activity, before)
        .await
        .unwrap();
    assert_eq!(old, 4, "registered, and read, with one person each");
    let other = lines(world, &elsewhere()).await.len();
    let trim = world
        .changes(
            &here(),
            About::Municipality,
            Event::ProcessingLogTrimmed { lines: old },
        )
        .write(Write::TrimProcessingLog(activity.clone(), before));
    world.commit(trim).await.unwrap();
    assert_eq!(
        world
            .processing_log_before(&here(), &activity, before)
            .await
            .unwrap(),
        0
    );
    let rest = lines(world, &here()).await;
    assert!(rest.iter().all(|line| line.activity != activity) && !rest.is_empty());
    assert_eq!(lines(world, &elsewhere()).await.len(), other);
    let journal = world.journal(&here(), None, 50).await.unwrap();
    assert!(
        journal.iter().any(|line| line.action == "signal-read"),
        "the journal stays"
    );
}

async fn what_was_sent_on_is_remembered(world: &World) {
    assert_eq!(world.exported(&here(), Log::Processing).await.unwrap(), (0, 0));
    for place in [(1, 0), (2, 1)] {
        world
            .note_exported(&here(), Log::Processing, place)
            .await
            .unwrap();
        assert_eq!(world.exported(&here(), Log::Processing).await.unwrap(), place);
    }
    assert_eq!(world.exported(&here(), Log::Decisions).await.unwrap(), (0, 0));
    assert_eq!(
        world.exported(&elsewhere(), Log::Processing).await.unwrap(),
        (0, 0)
    );
    let all = lines(world, &here()).await;
    let after = world.log_after(&here(), all[0].place, 500).await.unwrap();
    assert_eq!(after, all[1..]);
}
