// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Lines of the processing log (Logboek dataverwerkingen 1.0.0) and of the log of decisions (FTV Authorization Decision Log
//! 1.0.0), as they are read back and as the standards write them. Nobody who works here stands in the first.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::DataSubject;
use crate::{
    calendar::dutch_date,
    configuration::processing::ProcessingRegister,
    id::{ActivityId, Timestamp},
    policy::Role,
};

/// How an action ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It was done.
    Done,
    /// It was refused, as the rules say: no error.
    Refused,
}

impl Status {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Done, Self::Refused];

    /// As the standards write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Done => "Ok",
            Self::Refused => "Unset",
        }
    }
}

/// A line of the processing log: one action, or one person whose data it was done with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// Its place: that of the entry of the journal, and 0 for the action, from 1 for the persons.
    pub place: (u64, u32),
    /// The processing.
    pub trace_id: u128,
    /// The action.
    pub span_id: u64,
    /// The action that it is part of.
    pub parent: Option<u64>,
    /// What for.
    pub activity: ActivityId,
    /// What was done.
    pub name: String,
    /// How it ended.
    pub status: Status,
    /// The kind of mark of the person, and the mark.
    pub subject: Option<(String, String)>,
    /// When it began.
    pub started_at: Timestamp,
    /// When it ended.
    pub ended_at: Timestamp,
}

/// Which lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogQuery {
    /// Of this activity.
    pub activity: Option<ActivityId>,
    /// From this moment, and before that one.
    pub between: Option<(Timestamp, Timestamp)>,
    /// About this person.
    pub subject: Option<DataSubject>,
    /// Before this place.
    pub before: Option<(u64, u32)>,
    /// How many at most.
    pub limit: u16,
}

/// A line of the log of decisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionLine {
    /// Its place: that of the entry of the journal.
    pub place: u64,
    /// The processing.
    pub trace_id: u128,
    /// The decision.
    pub span_id: u64,
    /// The caller's own step.
    pub parent: Option<u64>,
    /// When.
    pub at: Timestamp,
    /// Who asked, by a pseudonym; none for the program itself.
    pub actor: Option<String>,
    /// In which roles, then.
    pub roles: Vec<String>,
    /// What was asked for.
    pub right: String,
    /// The kind of thing that it was asked for.
    pub kind: String,
    /// Which one.
    pub id: Option<String>,
    /// Whether policy allowed it.
    pub allowed: bool,
    /// By which rules: a hash.
    pub rules: String,
}

/// Which decisions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecisionQuery {
    /// From this moment, and before that one.
    pub between: Option<(Timestamp, Timestamp)>,
    /// Of who held this role.
    pub role: Option<Role>,
    /// Only what was refused.
    pub refused: bool,
    /// Before this place.
    pub before: Option<u64>,
    /// How many at most.
    pub limit: u16,
}

/// The name and version of what writes the logs.
pub const SERVICE: (&str, &str) = ("meldroute", env!("CARGO_PKG_VERSION"));

impl LogLine {
    /// Its attributes: exactly those of the standard.
    pub fn attributes(&self, register: &ProcessingRegister) -> Vec<(&'static str, String)> {
        let day: NaiveDate = dutch_date(self.ended_at);
        let entry = register.version_on(&self.activity, day);
        let activity = entry.map_or_else(|| self.activity.to_string(), |entry| register.uri_of(entry));
        let mut attributes = vec![("dpl.core.processing_activity_id", activity)];
        if let Some((kind, pseudonym)) = &self.subject {
            // What is no name of the standard is an address.
            let kind = match kind.as_str() {
                "BSN" => kind.clone(),
                _ => format!("{}/betrokkene/{kind}", register.uri.trim_end_matches('/')),
            };
            attributes.push(("dpl.core.data_subject_id", pseudonym.clone()));
            attributes.push(("dpl.core.data_subject_id_type", kind));
        }
        attributes
    }

    /// The line as the standard writes it: times in milliseconds.
    pub fn record(&self, register: &ProcessingRegister) -> Value {
        let attributes = self.attributes(register).into_iter();
        let attributes: Map<_, _> = attributes
            .map(|(key, value)| (key.to_owned(), value.into()))
            .collect();
        let mut record = json!({
            "trace_id": format!("{:032x}", self.trace_id),
            "span_id": format!("{:016x}", self.span_id),
            "status": self.status.as_str(),
            "name": self.name,
            "start_time": self.started_at.timestamp_millis(),
            "end_time": self.ended_at.timestamp_millis(),
            "resource": { "attributes": { "name": SERVICE.0, "version": SERVICE.1 } },
            "attributes": attributes,
        });
        with_parent(&mut record, self.parent);
        record
    }
}

/// The name of the event in the log of decisions: one question, one answer.
pub const ACCESS_EVALUATION: &str = "adl.access_evaluation";

impl DecisionLine {
    /// What was asked and what policy said, in the words of `AuthZEN`.
    pub fn body(&self) -> Value {
        let mut subject = json!({ "type": "program", "id": SERVICE.0 });
        if let Some(actor) = &self.actor {
            let properties = json!({ "roles": self.roles });
            subject = json!({ "type": "account", "id": actor, "properties": properties });
        }
        let id = self.id.as_deref().unwrap_or(&self.kind);
        json!({
            "adl.core.request": {
                "subject": subject,
                "action": { "name": self.right },
                "resource": { "type": self.kind, "id": id },
            },
            "adl.core.response": { "decision": self.allowed },
        })
    }

    /// By what was decided, as references.
    pub fn attributes(&self) -> Vec<(&'static str, String)> {
        let (name, version) = SERVICE;
        vec![
            ("adl.core.policies", format!("sha256:{}", self.rules)),
            ("adl.core.configuration", format!("{name} {version}")),
        ]
    }

    /// The line as the standard writes it. That policy said no is no error.
    pub fn record(&self) -> Value {
        let attributes = self.attributes().into_iter();
        let attributes: Map<_, _> = attributes
            .map(|(key, value)| (key.to_owned(), value.into()))
            .collect();
        let mut record = json!({
            "trace_id": format!("{:032x}", self.trace_id),
            "span_id": format!("{:016x}", self.span_id),
            "event_name": ACCESS_EVALUATION,
            "timestamp": self.at.timestamp_millis(),
            "status": Status::Done.as_str(),
            "attributes": attributes,
            "body": self.body(),
        });
        with_parent(&mut record, self.parent);
        record
    }
}

fn with_parent(record: &mut Value, parent: Option<u64>) {
    if let (Some(parent), Some(record)) = (parent, record.as_object_mut()) {
        record.insert("parent_span_id".to_owned(), format!("{parent:016x}").into());
    }
}
