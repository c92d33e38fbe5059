// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Microsoft Graph, as its reference describes messages and folders.

use std::time::Duration;

use meldroute_connect::mailbox::{Fetched, GraphServer, Listed, MailboxError, Server, open};
use serde_json::json;
use wiremock::{
    Mock, MockServer, ResponseTemplate,
    matchers::{body_json, body_string_contains, header, method, path, query_param},
};

use crate::{keys, listed, october, opened, processed};

const MAILBOX: &str = "/v1.0/users/meldpunt@gemeente.example";

fn server(stub: &MockServer) -> Server {
    Server::Graph(GraphServer {
        url: format!("{}/v1.0", stub.uri()),
        log_in_url: stub.uri(),
        tenant: "gemeente".to_owned(),
        client_id: "meldroute".to_owned(),
        secret: "verzonnen".into(),
        mailbox: "meldpunt@gemeente.example".to_owned(),
        folder: "inbox".to_owned(),
        processed_folder: "Verwerkt".to_owned(),
        ca_file: None,
    })
}

/// A stub that gives out a token, and has a folder for what was processed.
async fn stub() -> MockServer {
    let stub = MockServer::start().await;
    Mock::given(method("POST"))
        .and(path("/gemeente/oauth2/v2.0/token"))
        .and(body_string_contains("grant_type=client_credentials"))
        .and(body_string_contains("client_secret=verzonnen"))
        .respond_with(
            ResponseTemplate::new(200).set_body_json(json!({ "access_token": "tok", "expires_in": 3599 })),
        )
        .mount(&stub)
        .await;
    Mock::given(method("GET"))
        .and(path(format!("{MAILBOX}/mailFolders")))
        .and(query_param("$filter", "displayName eq 'Verwerkt'"))
        .and(header("authorization", "Bearer tok"))
        .respond_with(ResponseTemplate::new(200).set_body_json(json!({ "value": [{ "id": "F2" }] })))
        .mount(&stub)
        .await;
    stub
}

#[tokio::test]
async fn lists_page_by_page_fetches_and_moves() {
    let stub = stub().await;
    let messages = format!("{MAILBOX}/mailFolders/inbox/messages");
    Mock::given(method("GET"))
        .and(path(&messages))
        .and(query_param("$orderby", "receivedDateTime asc"))
        .and(header("Prefer", "IdType=\"ImmutableId\""))
        .respond_with(ResponseTemplate::new(200).set_body_json(json!({
            "value": [{ "id": "AA=" }],
            "@odata.nextLink": format!("{}{messages}?$skiptoken=2", stub.uri()),
        })))
        .mount(&stub)
        .await;
    Mock::given(method("GET"))
        .and(path(&messages))
        .and(query_param("$skiptoken", "2"))
        .respond_with(ResponseTemplate::new(200).set_body_json(json!({ "value": [{ "id": "BB=" }] })))
        .with_priority(1)
        .mount(&stub)
        .await;
    let mut mailbox = opened(server(&stub)).await;
    let found = listed(mailbox.as_mut()).await;
    assert_eq!(keys(&found), ["AA=", "BB="]);

    Mock::given(method("GET"))
        .and(path(format!("{MAILBOX}/messages/AA=/$value")))
        .respond_with(ResponseTemplate::new(200).set_body_string("Subject: x\r\n\r\nhoi"))
        .mount(&stub)
        .await;
    let whole = mailbox.fetch(&found[0], 100).await.unwrap();
    assert!(whole == Some(Fetched::Whole(b"Subject: x\r\n\r\nhoi".to_vec())));
    assert!(matches!(
        mailbox.fetch(&found[0], 5).await.unwrap(),
        Some(Fetched::Beginning(_))
    ));
    assert!(
        mailbox.fetch(&found[1], 100).await.unwrap().is_none(),
        "somebody took it"
    );

    Mock::given(method("POST"))
        .and(path(format!("{MAILBOX}/messages/AA=/move")))
        .and(body_json(json!({ "destinationId": "F2" })))
        .respond_with(ResponseTemplate::new(201).set_body_json(json!({ "id": "AA=" })))
        .expect(1)
        .mount(&stub)
        .await;
    mailbox.mark_processed(&found[0], october(5)).await.unwrap();
}

#[tokio::test]
async fn what_can_not_be_moved_does_not_count_as_moved() {
    let stub = stub().await;
    let mut mailbox = opened(server(&stub)).await;
    let (key, label) = ("AA=".to_owned(), String::new());
    let message = Listed {
        key,
        label,
        size: None,
    };
    let gone = mailbox.mark_processed(&message, october(5)).await;
    assert_eq!(
        gone,
        Err(MailboxError::Folder("Verwerkt".to_owned())),
        "make it anew"
    );
    Mock::given(method("GET"))
        .and(path(format!("{MAILBOX}/mailFolders/F2")))
        .respond_with(ResponseTemplate::new(200).set_body_json(json!({ "id": "F2" })))
        .mount(&stub)
        .await;
    let refused = mailbox.mark_processed(&message, october(5)).await;
    assert_eq!(refused, Err(MailboxError::Refused));
}

#[tokio::test]
async fn what_was_processed_is_deleted_for_good() {
    let stub = stub().await;
    let mut mailbox = opened(server(&stub)).await;
    Mock::given(method("GET"))
        .and(path(format!("{MAILBOX}/mailFolders/F2/messages")))
        .and(query_param("$filter", "receivedDateTime lt 2026-10-01T09:00:00Z"))
        .respond_with(ResponseTemplate::new(200).set_body_json(json!({ "value": [{ "id": "CC=" }] })))
        .mount(&stub)
        .await;
    Mock::given(method("POST"))
        .and(path(format!("{MAILBOX}/messages/CC=/permanentDelete")))
        .respond_with(ResponseTemplate::new(204))
        .expect(1)
        .mount(&stub)
        .await;
    let old = mailbox.processed(october(1)).await.unwrap();
    assert_eq!(keys(&old), ["CC="]);
    mailbox.delete(&old[0]).await.unwrap();
}

#[tokio::test]
async fn stays_away_as_long_as_the_server_says() {
    let stub = stub().await;
    let mut mailbox = opened(server(&stub)).await;
    Mock::given(method("GET"))
        .respond_with(ResponseTemplate::new(429).insert_header("Retry-After", "17"))
        .with_priority(1)
        .mount(&stub)
        .await;
    let away = mailbox.list(october(5)).await;
    assert_eq!(away, Err(MailboxError::Later(Duration::from_secs(17))));
}

#[tokio::test]
async fn gives_its_token_to_no_other_server() {
    let stub = stub().await;
    let other = MockServer::start().await;
    Mock::given(method("GET"))
        .and(path(format!("{MAILBOX}/mailFolders/inbox/messages")))
        .respond_with(
            ResponseTemplate::new(200).set_body_json(json!({ "value": [], "@odata.nextLink": other.uri() })),
        )
        .mount(&stub)
        .await;
    let mut mailbox = opened(server(&stub)).await;
    assert_eq!(mailbox.list(october(5)).await, Err(MailboxError::Answer));
    assert!(other.received_requests().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_wrong_secret_is_called_so() {
    let stub = MockServer::start().await;
    Mock::given(method("POST"))
        .respond_with(ResponseTemplate::new(401).set_body_json(json!({ "error": "invalid_client" })))
        .mount(&stub)
        .await;
    assert_eq!(open(&server(&stub)).await.err(), Some(MailboxError::LogIn));
}

#[tokio::test]
async fn speaks_plain_http_with_this_machine_only() {
    let Server::Graph(graph) = server(&MockServer::start().await) else {
        return;
    };
    let url = "http://graph.example/v1.0".to_owned();
    let refused = open(&Server::Graph(GraphServer { url, ..graph })).await.err();
    assert!(matches!(refused, Some(MailboxError::Settings(_))), "{refused:?}");
}

#[tokio::test]
async fn every_call_says_of_which_processing_it_is_part() {
    let stub = stub().await;
    let mut mailbox = opened(server(&stub)).await;
    let message = Listed {
        key: "m1".to_owned(),
        label: String::new(),
        size: None,
    };
    processed(mailbox.as_mut(), &stub, &message).await;
}
