// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Sending the logs to a collector of OpenTelemetry, over HTTP as JSON (OTLP 1.5). On the wire times are nanoseconds, where the
//! standards of the logs have milliseconds. A collector acknowledges what it took; what it did not take is sent again by the caller.

use std::{path::PathBuf, time::Duration};

use meldroute_core::{
    configuration::processing::ProcessingRegister,
    id::Timestamp,
    processing::{ACCESS_EVALUATION, DecisionLine, LogLine, SERVICE, Status},
};
use reqwest::{
    Client, Url,
    header::{HeaderMap, HeaderName, HeaderValue},
};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Value, json};

use crate::http::{self, Broken};

/// How long a collector may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// Where the logs go.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The address of the collector, without `/v1/traces`.
    pub url: String,
    /// A header that it wants, as `name: value`.
    pub header: Option<SecretString>,
    /// Certificates to trust in place of the public authorities.
    pub ca_file: Option<PathBuf>,
}

/// A collector.
#[derive(Debug)]
pub struct Collector {
    client: Client,
    traces: Url,
    logs: Url,
}

/// Why a collector did not take what was sent. Holds nothing of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    /// It did not answer.
    #[error("the collector does not answer")]
    Unreachable,
    /// Its certificate is not trusted.
    #[error("the certificate of the collector is not trusted")]
    Certificate,
    /// It answered with this status.
    #[error("the collector answers with status {0}")]
    Status(u16),
    /// It took the request, but not all lines in it.
    #[error("the collector refused {0} of the lines")]
    Lines(u64),
}

impl Collector {
    /// Makes ready to send; says what can't be used in the settings.
    pub fn open(settings: &Settings) -> Result<Self, String> {
        let base = http::address(&settings.url)?;
        let below = |name| http::below(&base, &["v1", name]).ok_or_else(|| settings.url.clone());
        let mut headers = HeaderMap::new();
        if let Some(header) = &settings.header {
            let wrong = || "the header of the collector must be written as `name: value`".to_owned();
            let (name, value) = header.expose_secret().trim().split_once(':').ok_or_else(wrong)?;
            let name = HeaderName::try_from(name.trim()).map_err(|_why| wrong())?;
            let mut value = HeaderValue::try_from(value.trim()).map_err(|_why| wrong())?;
            value.set_sensitive(true);
            headers.insert(name, value);
        }
        Ok(Self {
            client: http::client(settings.ca_file.as_deref(), PATIENCE, PATIENCE, headers)?,
            traces: below("traces")?,
            logs: below("logs")?,
        })
    }

    /// Sends lines of the processing log, as spans. They are taken when this gives no error: each of them.
    pub async fn send_log(&self, register: &ProcessingRegister, lines: &[LogLine]) -> Result<(), NotTaken> {
        let spans: Vec<Value> = lines.iter().map(|line| span(register, line)).collect();
        let body = json!({ "resourceSpans": [{
            "resource": resource(),
            "scopeSpans": [{ "scope": { "name": "dpl" }, "spans": spans }],
        }] });
        self.send(&self.traces, &body, "rejectedSpans").await
    }

    /// Sends lines of the log of decisions, as records of a log.
    pub async fn send_decisions(&self, lines: &[DecisionLine]) -> Result<(), NotTaken> {
        let records: Vec<Value> = lines.iter().map(record).collect();
        let body = json!({ "resourceLogs": [{
            "resource": resource(),
            "scopeLogs": [{ "scope": { "name": "adl" }, "logRecords": records }],
        }] });
        self.send(&self.logs, &body, "rejectedLogRecords").await
    }

    async fn send(&self, to: &Url, body: &Value, rejected: &str) -> Result<(), NotTaken> {
        let request = http::traced(self.client.post(to.clone()), None).json(body);
        let response = request.send().await.map_err(|error| match http::broken(&error) {
            Broken::Certificate => NotTaken::Certificate,
            Broken::TimedOut | Broken::Unreachable(_) => NotTaken::Unreachable,
        })?;
        let status = response.status();
        if !status.is_success() {
            return Err(NotTaken::Status(status.as_u16()));
        }
        let answer = response.bytes().await.map_err(|_why| NotTaken::Unreachable)?;
        // An empty answer means that all was taken, as does one without the number of what was not.
        let answer: Value = serde_json::from_slice(&answer).unwrap_or_default();
        let number = answer.get("partialSuccess").and_then(|part| part.get(rejected));
        // In this form of JSON a 64-bit number is text, and some send a number.
        let number = number.and_then(|it| it.as_u64().or_else(|| it.as_str()?.parse().ok()));
        match number {
            None | Some(0) => Ok(()),
            Some(number) => Err(NotTaken::Lines(number)),
        }
    }
}

fn resource() -> Value {
    let (name, version) = SERVICE;
    let attributes = [
        ("service.name", name.to_owned()),
        ("service.version", version.to_owned()),
    ];
    json!({ "attributes": attributes_of(attributes) })
}

fn attributes_of(attributes: impl IntoIterator<Item = (&'static str, String)>) -> Value {
    let attributes = attributes.into_iter();
    attributes
        .map(|(key, value)| json!({ "key": key, "value": { "stringValue": value } }))
        .collect()
}

/// Nanoseconds since 1970, as text.
fn nanos(at: Timestamp) -> String {
    (i128::from(at.timestamp_micros()) * 1000).to_string()
}

fn span(register: &ProcessingRegister, line: &LogLine) -> Value {
    // What has no caller has an empty one: so OTLP writes it.
    let parent = line
        .parent
        .map(|parent| format!("{parent:016x}"))
        .unwrap_or_default();
    json!({
        "traceId": format!("{:032x}", line.trace_id),
        "spanId": format!("{:016x}", line.span_id),
        "parentSpanId": parent,
        "name": line.name,
        // Internal.
        "kind": 1,
        "startTimeUnixNano": nanos(line.started_at),
        "endTimeUnixNano": nanos(line.ended_at),
        "attributes": attributes_of(line.attributes(register)),
        "status": { "code": match line.status {
            Status::Refused => 0,
            Status::Done => 1,
        } },
    })
}

fn record(line: &DecisionLine) -> Value {
    let text = json!({ "stringValue": line.body().to_string() });
    let mut attributes = line.attributes();
    attributes.push(("status", Status::Done.as_str().to_owned()));
    if let Some(parent) = line.parent {
        attributes.push(("parent_span_id", format!("{parent:016x}")));
    }
    json!({
        "timeUnixNano": nanos(line.at),
        "observedTimeUnixNano": nanos(line.at),
        "eventName": ACCESS_EVALUATION,
        // Information.
        "severityNumber": 9,
        "traceId": format!("{:032x}", line.trace_id),
        "spanId": format!("{:016x}", line.span_id),
        "body": text,
        "attributes": attributes_of(attributes),
    })
}
