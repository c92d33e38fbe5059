// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The processing log and the log of decisions: one record for each action and each person, one for each decision, and nothing of
//! who works here.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use meldroute_core::{
    audit::{About, Event},
    change::{Changes, Write},
    configuration::{processing::ProcessingRegister, read},
    id::{MunicipalityId, PersonId},
    policy::{self, Actor, Grant, Object, Permit, Right, Role},
    ports::{CommitError, Store as _},
    processing::{Activity, Call, DataSubject, DecisionLine, DecisionQuery, LogLine, LogQuery, Status},
    signal::{Signal, assessment::SubjectKind},
};
use meldroute_storage::Log;
use sea_orm::{ConnectionTrait as _, DbBackend};
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
    records_that_say_too_much_or_too_little_do_not_pass,
    lines_go_when_their_term_is_over,
    decisions_go_when_their_term_is_over,
    decisions_are_found_by_day_and_role,
    the_logs_refuse_to_be_changed,
    what_was_sent_on_is_remembered,
);

/// The register of these tests: the one that is shipped.
fn register_of_activities() -> ProcessingRegister {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/heemstede");
    let paths = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    // Beside the configuration lie the facts that it ships with, as tables.
    let files = paths.filter(|path| path.extension().is_some_and(|it| it == "toml"));
    let files = files.map(|path| {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        (name, std::fs::read_to_string(&path).unwrap())
    });
    read::read(&files.collect()).unwrap().processing
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

/// A schema of `docs/schemas`, written from a standard.
fn schema(text: &str) -> jsonschema::Validator {
    let schema = serde_json::from_str(text).unwrap();
    let options = jsonschema::options().should_validate_formats(true);
    options.build(&schema).unwrap()
}

const OF_PROCESSING: &str = include_str!("../../../../../docs/schemas/processing-record.schema.json");
const OF_A_DECISION: &str = include_str!("../../../../../docs/schemas/decision-record.schema.json");

fn wrong(schema: &jsonschema::Validator, record: &Value) -> Vec<String> {
    let errors = schema.iter_errors(record);
    errors
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

/// Holds a record against Logboek dataverwerkingen 1.0.0, 3.3.1.
fn is_record_of_processing(record: &Value) {
    let schema = schema(OF_PROCESSING);
    assert_eq!(wrong(&schema, record), Vec::<String>::new(), "{record}");
    assert!(record["start_time"].as_u64() <= record["end_time"].as_u64());
}

/// Holds a record against FTV Authorization Decision Log 1.0.0, 3.3.
fn is_record_of_a_decision(record: &Value) {
    let schema = schema(OF_A_DECISION);
    assert_eq!(wrong(&schema, record), Vec::<String>::new(), "{record}");
}

async fn records_that_say_too_much_or_too_little_do_not_pass(world: &World) {
    let signal = about(world, &["999993653"]).await;
    read(world, &signal).await;
    let of_processing = schema(OF_PROCESSING);
    let record = newest(world).await[1].record(&register_of_activities());
    assert_eq!(wrong(&of_processing, &record), Vec::<String>::new());
    let broken: [fn(&mut Value); 7] = [
        |record| record["user"] = "Mees Medewerker".into(),
        |record| record["attributes"]["dpl.core.user"] = "m.medewerker".into(),
        |record| record["start_time"] = 1_772_438_400.into(),
        |record| record["trace_id"] = "0".repeat(32).into(),
        |record| record["name"] = "Opvragen".into(),
        |record| record["attributes"]["dpl.core.processing_activity_id"] = "signal-handling".into(),
        |record| {
            let attributes = record["attributes"].as_object_mut().unwrap();
            attributes.remove("dpl.core.data_subject_id");
        },
    ];
    for (number, change) in broken.into_iter().enumerate() {
        let mut record = record.clone();
        change(&mut record);
        assert_eq!(wrong(&of_processing, &record).len(), 1, "{number}: {record}");
    }
    let of_decisions = schema(OF_A_DECISION);
    let record = decisions(world).await[0].record();
    assert_eq!(wrong(&of_decisions, &record), Vec::<String>::new());
    let broken: [fn(&mut Value); 3] = [
        // The same told twice: as a reference and in full.
        |record| record["body"]["adl.core.policies"] = "allow".into(),
        |record| record["status"] = "Error".into(),
        |record| record["body"]["adl.core.response"]["decision"] = "ja".into(),
    ];
    for (number, change) in broken.into_iter().enumerate() {
        let mut record = record.clone();
        change(&mut record);
        assert_eq!(wrong(&of_decisions, &record).len(), 1, "{number}: {record}");
    }
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
    assert_eq!(decided[0].roles, ["coordinator"]);
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

async fn decisions_go_when_their_term_is_over(world: &World) {
    let signal = about(world, &[]).await;
    read(world, &signal).await;
    let before = at(5) + TimeDelta::seconds(1);
    assert_eq!(world.decisions_before(&here(), at(5)).await.unwrap(), 0);
    assert_eq!(world.decisions_before(&here(), before).await.unwrap(), 1);
    let lines_before = lines(world, &here()).await.len();
    let event = Event::DecisionsTrimmed { lines: 1 };
    let trim = world.changes(&here(), About::Municipality, event);
    let trim = trim.write(Write::TrimDecisions(before));
    world.commit(trim).await.unwrap();
    assert_eq!(decisions(world).await, []);
    let role = DecisionQuery {
        role: Some(Role::Coordinator),
        limit: 9,
        ..DecisionQuery::default()
    };
    assert_eq!(world.decisions(&here(), &role).await.unwrap(), []);
    let lines_after = lines(world, &here()).await;
    assert_eq!(
        lines_after.len(),
        lines_before + 1,
        "the processing log has terms of its own"
    );
    assert_eq!(lines_after.last().unwrap().name, "Opschonen beslissingenlog");
    // The permission to take out ended with the transaction.
    let raw = world.place.raw().await;
    let left = raw.execute_unprepared("DELETE FROM processing_log").await;
    assert!(left.is_err());
    raw.close().await.unwrap();
}

async fn decisions_are_found_by_day_and_role(world: &World) {
    let signal = about(world, &[]).await;
    read(world, &signal).await;
    let event = Event::Refused {
        right: Right::ReadSignal,
    };
    let refusal = world.changes(&here(), About::Municipality, event);
    world.commit(refusal).await.unwrap();
    let all = DecisionQuery {
        limit: 9,
        ..DecisionQuery::default()
    };
    let found = async |query: DecisionQuery| {
        let lines = world.decisions(&here(), &query).await.unwrap();
        lines.iter().map(|line| line.allowed).collect::<Vec<_>>()
    };
    assert_eq!(found(all.clone()).await, [false, true], "newest first");
    let role = |role| DecisionQuery {
        role: Some(role),
        ..all.clone()
    };
    assert_eq!(found(role(Role::Coordinator)).await, [true]);
    assert!(found(role(Role::Board)).await.is_empty());
    let refused = DecisionQuery {
        refused: true,
        ..all.clone()
    };
    assert_eq!(found(refused).await, [false]);
    let later = DecisionQuery {
        between: Some((at(6), at(60))),
        ..all.clone()
    };
    assert!(found(later).await.is_empty());
    let newest = world.decisions(&here(), &all).await.unwrap()[0].place;
    let older = DecisionQuery {
        before: Some(newest),
        ..all.clone()
    };
    assert_eq!(found(older).await, [true]);
    assert_eq!(world.decisions(&elsewhere(), &all).await.unwrap(), []);
}

async fn the_logs_refuse_to_be_changed(world: &World) {
    let signal = about(world, &["Joris Verzonnen"]).await;
    read(world, &signal).await;
    let raw = world.place.raw().await;
    let tables = ["processing_log", "access_decisions", "decision_roles"];
    for table in tables {
        let mut attempts = vec![
            format!("UPDATE {table} SET municipality = 'other'"),
            format!("DELETE FROM {table}"),
            format!("INSERT INTO {table} SELECT * FROM {table}"),
        ];
        match raw.get_database_backend() {
            DbBackend::Postgres => attempts.push(format!("TRUNCATE {table}")),
            _ => attempts.push(format!("REPLACE INTO {table} SELECT * FROM {table}")),
        }
        for attempt in attempts {
            assert!(raw.execute_unprepared(&attempt).await.is_err(), "{attempt}");
        }
    }
    // A term that is not over takes out nothing, whatever a statement says.
    let permission = format!(
        "INSERT INTO log_exports (municipality, log, seq, part) VALUES ('heemstede', 'trimming', {}, 0)",
        at(1).timestamp_micros()
    );
    raw.execute_unprepared(&permission).await.unwrap();
    let early = format!(
        "DELETE FROM processing_log WHERE ended_at > {}",
        at(1).timestamp_micros()
    );
    assert!(raw.execute_unprepared(&early).await.is_err());
    raw.close().await.unwrap();
    assert_eq!(decisions(world).await.len(), 1);
    assert_eq!(newest(world).await.len(), 2);
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
