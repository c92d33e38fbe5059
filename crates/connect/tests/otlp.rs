// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The logs go to a collector as OTLP has it, and only what it took counts as sent.

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use meldroute_connect::otlp::{Collector, NotTaken, Settings};
    use meldroute_core::{
        configuration::processing::ProcessingRegister,
        processing::{DecisionLine, LogLine, Status, Trace},
    };
    use serde_json::{Value, json};
    use wiremock::{
        Mock, MockServer, ResponseTemplate,
        matchers::{header, method, path},
    };

    fn line() -> LogLine {
        LogLine {
            place: (7, 1),
            trace_id: 0xabc,
            span_id: 0xdef,
            parent: Some(1),
            activity: "signal-handling".into(),
            name: "Opvragen signaal".to_owned(),
            status: Status::Done,
            subject: Some(("BSN".to_owned(), "5f5f".to_owned())),
            started_at: DateTime::from_timestamp_micros(1_772_438_400_123_456).unwrap(),
            ended_at: DateTime::from_timestamp_micros(1_772_438_400_223_456).unwrap(),
        }
    }

    fn decision() -> DecisionLine {
        DecisionLine {
            place: 7,
            trace_id: 0xabc,
            span_id: 0xdee,
            parent: None,
            at: line().ended_at,
            actor: Some("aa".to_owned()),
            roles: vec!["enricher".to_owned()],
            right: "read-signal".to_owned(),
            kind: "signal".to_owned(),
            id: None,
            allowed: false,
            rules: "00".repeat(32),
        }
    }

    fn register() -> ProcessingRegister {
        ProcessingRegister {
            uri: "https://register.example".to_owned(),
            ..ProcessingRegister::default()
        }
    }

    fn collector(server: &MockServer) -> Collector {
        Collector::open(&Settings {
            url: server.uri(),
            header: Some("authorization: Bearer verzonnen\n".to_owned().into()),
            ca_file: None,
        })
        .unwrap()
    }

    async fn answers(answer: ResponseTemplate) -> MockServer {
        let server = MockServer::start().await;
        Mock::given(method("POST"))
            .and(header("authorization", "Bearer verzonnen"))
            .respond_with(answer)
            .mount(&server)
            .await;
        server
    }

    #[tokio::test]
    async fn a_line_is_a_span_in_nanoseconds() {
        let server = MockServer::start().await;
        Mock::given(path("/v1/traces"))
            .respond_with(ResponseTemplate::new(200).set_body_json(json!({})))
            .expect(1)
            .mount(&server)
            .await;
        collector(&server).send_log(&register(), &[line()]).await.unwrap();
        let request = &server.received_requests().await.unwrap()[0];
        let traced = request.headers.get("traceparent").unwrap().to_str().unwrap();
        assert!(Trace::parse(traced).is_some(), "{traced}");
        let body: Value = serde_json::from_slice(&request.body).unwrap();
        let span = &body["resourceSpans"][0]["scopeSpans"][0]["spans"][0];
        assert_eq!(span["traceId"], "00000000000000000000000000000abc");
        assert_eq!(span["spanId"], "0000000000000def");
        assert_eq!(span["parentSpanId"], "0000000000000001");
        assert_eq!(span["startTimeUnixNano"], "1772438400123456000");
        assert_eq!(span["endTimeUnixNano"], "1772438400223456000");
        assert_eq!(span["status"]["code"], 1);
        let attributes = span["attributes"].as_array().unwrap();
        let value = |key: &str| {
            let found = attributes.iter().find(|attribute| attribute["key"] == key);
            found.map(|attribute| attribute["value"]["stringValue"].clone())
        };
        assert_eq!(value("dpl.core.data_subject_id"), Some("5f5f".into()));
        assert_eq!(value("dpl.core.data_subject_id_type"), Some("BSN".into()));
        assert_eq!(
            line().record(&register())["start_time"],
            1_772_438_400_123_u64,
            "here milliseconds"
        );
    }

    #[tokio::test]
    async fn a_decision_is_a_record_of_a_log() {
        let server = answers(ResponseTemplate::new(200)).await;
        collector(&server).send_decisions(&[decision()]).await.unwrap();
        let request = &server.received_requests().await.unwrap()[0];
        assert_eq!(request.url.path(), "/v1/logs");
        let body: Value = serde_json::from_slice(&request.body).unwrap();
        let record = &body["resourceLogs"][0]["scopeLogs"][0]["logRecords"][0];
        assert_eq!(record["eventName"], "adl.access_evaluation");
        let said = record["body"]["stringValue"].as_str().unwrap();
        let said: Value = serde_json::from_str(said).unwrap();
        assert_eq!(said["adl.core.response"]["decision"], false);
    }

    #[tokio::test]
    async fn what_the_collector_refuses_is_not_sent() {
        let part = json!({ "partialSuccess": { "rejectedSpans": "1", "errorMessage": "te oud" } });
        for (answer, why) in [
            (ResponseTemplate::new(200).set_body_json(part), NotTaken::Lines(1)),
            (ResponseTemplate::new(503), NotTaken::Status(503)),
        ] {
            let server = answers(answer).await;
            let sent = collector(&server).send_log(&register(), &[line(), line()]).await;
            assert_eq!(sent, Err(why));
        }
    }

    #[test]
    fn without_encryption_nothing_is_sent() {
        let settings = Settings {
            url: "http://logboek.gemeente.example".to_owned(),
            header: None,
            ca_file: None,
        };
        assert!(Collector::open(&settings).is_err());
    }
}
