// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! JMAP: a small server with one account, after RFC 8620 and RFC 8621.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

use meldroute_connect::mailbox::{Fetched, JmapServer, MailboxError, Server, open};
use serde_json::{Value, json};
use wiremock::{
    Mock, MockServer, Request, ResponseTemplate,
    matchers::{basic_auth, method, path},
};

use crate::{keys, listed, october, opened, processed};

/// The messages of the account: where each is, and when it came.
type Emails = Arc<Mutex<BTreeMap<String, (String, &'static str)>>>;

fn server(stub: &MockServer) -> Server {
    Server::Jmap(JmapServer {
        url: format!("{}/.well-known/jmap", stub.uri()),
        user: Some("meldroute".to_owned()),
        secret: "verzonnen".into(),
        mailbox: Some("meldpunt@gemeente.example".to_owned()),
        folder: "inbox".to_owned(),
        processed_folder: "Verwerkt".to_owned(),
        ca_file: None,
    })
}

async fn stub(emails: &Emails) -> MockServer {
    let stub = MockServer::start().await;
    Mock::given(path("/.well-known/jmap"))
        .respond_with(ResponseTemplate::new(307).insert_header("Location", "/session"))
        .mount(&stub)
        .await;
    let session = json!({
        "capabilities": { "urn:ietf:params:jmap:core": {}, "urn:ietf:params:jmap:mail": {} },
        "accounts": { "a1": { "name": "iemand@gemeente.example" }, "a/2": { "name": "meldpunt@gemeente.example" } },
        "primaryAccounts": { "urn:ietf:params:jmap:mail": "a1" },
        "apiUrl": "/api",
        "downloadUrl": "/download/{accountId}/{blobId}/{name}?accept={type}",
    });
    Mock::given(path("/session"))
        .and(basic_auth("meldroute", "verzonnen"))
        .respond_with(ResponseTemplate::new(200).set_body_json(session))
        .mount(&stub)
        .await;
    Mock::given(path("/session"))
        .respond_with(ResponseTemplate::new(401))
        .mount(&stub)
        .await;
    let emails = Arc::clone(emails);
    Mock::given(method("POST"))
        .and(path("/api"))
        .and(basic_auth("meldroute", "verzonnen"))
        .respond_with(move |request: &Request| {
            let asked: Value = request.body_json().unwrap();
            let calls = asked["methodCalls"].as_array().unwrap();
            let mut answers = Vec::<Value>::new();
            for call in calls {
                assert_eq!(call[1]["accountId"], "a/2");
                let answer = answer(&emails, call[0].as_str().unwrap(), &call[1], answers.last());
                answers.push(json!([call[0], answer, call[2]]));
            }
            ResponseTemplate::new(200).set_body_json(json!({ "methodResponses": answers }))
        })
        .mount(&stub)
        .await;
    Mock::given(path("/download/a%2F2/blob-M1/message.eml"))
        .respond_with(ResponseTemplate::new(200).set_body_string("Subject: x\r\n\r\nhoi"))
        .mount(&stub)
        .await;
    stub
}

fn answer(emails: &Emails, name: &str, asked: &Value, before: Option<&Value>) -> Value {
    let mut emails = emails.lock().unwrap();
    match name {
        "Mailbox/get" => json!({ "list": [{ "id": "in", "name": "Postvak IN", "role": "inbox" }] }),
        "Mailbox/set" => {
            assert_eq!(asked["create"]["processed"]["name"], "Verwerkt");
            json!({ "created": { "processed": { "id": "done" } } })
        }
        "Email/query" => {
            // What must be deleted may be in no other folder.
            let filter = match asked["filter"]["operator"].as_str() {
                Some(all) => {
                    assert_eq!(all, "AND");
                    let only_here =
                        json!({ "operator": "NOT", "conditions": [{ "inMailboxOtherThan": ["done"] }] });
                    assert_eq!(asked["filter"]["conditions"][1], only_here);
                    &asked["filter"]["conditions"][0]
                }
                None => &asked["filter"],
            };
            let (folder, until) = (&filter["inMailbox"], filter["before"].as_str());
            let wanted = |email: &&(String, &str)| {
                email.0 == folder.as_str().unwrap() && until.is_none_or(|until| email.1 < until)
            };
            let found = emails.iter().filter(|(_, email)| wanted(email));
            let from = usize::try_from(asked["position"].as_u64().unwrap()).unwrap();
            json!({ "ids": found.map(|(id, _)| id).skip(from).collect::<Vec<_>>() })
        }
        "Email/get" => {
            assert_eq!(asked["#ids"]["path"], "/ids");
            let ids = before.unwrap()[1]["ids"].as_array().unwrap().iter();
            let list = ids.map(
                |id| json!({ "id": id, "blobId": format!("blob-{}", id.as_str().unwrap()), "size": 17 }),
            );
            json!({ "list": list.collect::<Vec<_>>() })
        }
        "Email/set" => {
            let (mut updated, mut refused) = (BTreeMap::new(), BTreeMap::new());
            for (id, change) in asked["update"].as_object().into_iter().flatten() {
                let to = change["mailboxIds"].as_object().unwrap().keys().next().unwrap();
                match emails.get_mut(id) {
                    Some(email) => {
                        email.0.clone_from(to);
                        updated.insert(id, Value::Null);
                    }
                    None => {
                        refused.insert(id, json!({ "type": "notFound" }));
                    }
                }
            }
            for id in asked["destroy"].as_array().into_iter().flatten() {
                emails.remove(id.as_str().unwrap());
            }
            json!({ "updated": updated, "notUpdated": refused, "destroyed": asked["destroy"] })
        }
        other => panic!("{other} was not expected"),
    }
}

#[tokio::test]
async fn lists_fetches_moves_and_deletes_in_a_shared_account() {
    let came = |day| ("in".to_owned(), day);
    let emails = Emails::default();
    emails.lock().unwrap().extend([
        ("M1".to_owned(), came("2026-10-01T00:00:00Z")),
        ("M2".to_owned(), came("2026-10-03T00:00:00Z")),
    ]);
    let stub = stub(&emails).await;
    let mut mailbox = opened(server(&stub)).await;
    let found = listed(mailbox.as_mut()).await;
    assert_eq!(keys(&found), ["M1", "M2"]);
    assert_eq!(found[0].size, Some(17));
    let whole = mailbox.fetch(&found[0], 100).await.unwrap();
    assert!(whole == Some(Fetched::Whole(b"Subject: x\r\n\r\nhoi".to_vec())));
    assert!(
        mailbox.fetch(&found[1], 100).await.unwrap().is_none(),
        "somebody took it"
    );
    for message in &found {
        mailbox.mark_processed(message, october(5)).await.unwrap();
    }
    assert!(listed(mailbox.as_mut()).await.is_empty());
    let old = mailbox.processed(october(2)).await.unwrap();
    assert_eq!(keys(&old), ["M1"]);
    let fetched = mailbox.fetch(&old[0], 100).await.unwrap();
    assert!(fetched == Some(Fetched::Whole(b"Subject: x\r\n\r\nhoi".to_vec())));
    mailbox.delete(&old[0]).await.unwrap();
    mailbox.mark_processed(&found[0], october(5)).await.unwrap();
    let left: Vec<_> = emails.lock().unwrap().clone().into_iter().collect();
    assert_eq!(
        left,
        [("M2".to_owned(), ("done".to_owned(), "2026-10-03T00:00:00Z"))]
    );
}

#[tokio::test]
async fn a_wrong_password_is_called_so() {
    let stub = stub(&Emails::default()).await;
    let Server::Jmap(jmap) = server(&stub) else { return };
    let secret = "anders".into();
    let refused = open(&Server::Jmap(JmapServer { secret, ..jmap })).await.err();
    assert_eq!(refused, Some(MailboxError::LogIn));
}

#[tokio::test]
async fn every_call_says_of_which_processing_it_is_part() {
    let emails = Emails::default();
    let came = ("in".to_owned(), "2026-10-01T00:00:00Z");
    emails.lock().unwrap().insert("M1".to_owned(), came);
    let stub = stub(&emails).await;
    let mut mailbox = opened(server(&stub)).await;
    let found = listed(mailbox.as_mut()).await;
    processed(mailbox.as_mut(), &stub, &found[0]).await;
}
