// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What every source can do wrong: none of it may look like an answer, or like "no hit".

use std::time::Duration;

use meldroute_connect::register::{PATIENCE, look, read};
use meldroute_core::{
    enrichment::{Inquiry, RegisterTrouble},
    ports::Question,
};
use rstest::rstest;
use serde_json::json;
use tokio::net::TcpListener;
use wiremock::{MockServer, ResponseTemplate};

use crate::{answering, house, question, requests, service};

/// One question of each kind, with whether it is asked with GET.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Pdok,
    Bag,
    Brp,
    Bewoning,
    Kvk,
    Http,
}

impl Kind {
    fn question(self) -> Question {
        match self {
            Self::Pdok => question("pdok", &["address"], Inquiry::Place("Havenstraat 12".to_owned())),
            Self::Bag => question("bag", &["address", "use"], house()),
            Self::Brp => question("brp", &["name"], Inquiry::Citizen("999990019".to_owned())),
            Self::Bewoning => question(
                "bewoning",
                &["count"],
                Inquiry::Residence {
                    object: "0397010000000001".to_owned(),
                    from: "2026-01-01".parse().unwrap(),
                    until: "2026-01-31".parse().unwrap(),
                },
            ),
            Self::Kvk => question(
                "kvk",
                &["name", "started"],
                Inquiry::Company("90000001".to_owned()),
            ),
            Self::Http => question("http", &["Soort"], Inquiry::Words("iets".to_owned())),
        }
    }

    fn gets(self) -> bool {
        matches!(self, Self::Pdok | Self::Bag | Self::Kvk)
    }
}

/// What a source with trouble says to both questions.
async fn said(stub: &MockServer, kind: Kind, patience: Duration) -> RegisterTrouble {
    let source = service(&stub.uri(), patience);
    let looked = look(&source, &kind.question()).await.unwrap_err();
    let was_read = read(&source, &kind.question()).await.unwrap_err();
    assert_eq!(looked, was_read);
    looked
}

#[rstest]
#[tokio::test]
async fn its_status_says_what_is_wrong(
    #[values(Kind::Pdok, Kind::Bag, Kind::Brp, Kind::Bewoning, Kind::Kvk, Kind::Http)] kind: Kind,
    #[values(
        (400, RegisterTrouble::Refused),
        (401, RegisterTrouble::LogIn),
        (403, RegisterTrouble::Forbidden),
        (404, RegisterTrouble::Refused),
        (406, RegisterTrouble::Refused),
        (429, RegisterTrouble::TooOften),
        (500, RegisterTrouble::Down),
        (502, RegisterTrouble::Down),
        (204, RegisterTrouble::Answer),
        (302, RegisterTrouble::Answer)
    )]
    status: (u16, RegisterTrouble),
) {
    let (status, expected) = status;
    let problem = json!({ "type": "about:blank", "title": "x", "status": status, "personen": [] });
    let answer = ResponseTemplate::new(status)
        .insert_header("location", "https://elsewhere.example/")
        .set_body_json(problem);
    let stub = answering(answer).await;
    assert_eq!(said(&stub, kind, PATIENCE).await, expected);
    assert_eq!(requests(&stub).await.len(), 2, "it is not asked again");
}

#[rstest]
#[tokio::test]
async fn one_that_is_away_for_a_moment_is_asked_once_more_where_that_does_no_harm(
    #[values(Kind::Pdok, Kind::Bag, Kind::Brp, Kind::Bewoning, Kind::Kvk, Kind::Http)] kind: Kind,
) {
    let stub = answering(ResponseTemplate::new(503)).await;
    let source = service(&stub.uri(), Duration::from_secs(2));
    let trouble = look(&source, &kind.question()).await.unwrap_err();
    assert_eq!(trouble, RegisterTrouble::Down);
    let times = if kind.gets() { 2 } else { 1 };
    assert_eq!(requests(&stub).await.len(), times);
}

#[rstest]
#[tokio::test]
async fn what_is_not_as_published_is_no_answer(
    #[values(Kind::Pdok, Kind::Bag, Kind::Brp, Kind::Bewoning, Kind::Kvk, Kind::Http)] kind: Kind,
    #[values(
        "",
        "<html>",
        "{",
        "null",
        "[]",
        "{}",
        "\"\"",
        "{\"response\":{\"numFound\":1,\"docs\":{}},\"_embedded\":{\"adressen\":{}},\"personen\":{},\"bewoningen\":1,\
          \"totaal\":1,\"resultaten\":\"\",\"records\":\"\"}",
        "{\"response\":{\"numFound\":1,\"docs\":[]},\"_embedded\":{},\"personen\":null,\"bewoningen\":[{\"bewoners\":{}}],\
          \"totaal\":1,\"resultaten\":[],\"records\":null}"
    )]
    body: &str,
) {
    let stub = answering(ResponseTemplate::new(200).set_body_raw(body, "application/json")).await;
    assert_eq!(said(&stub, kind, PATIENCE).await, RegisterTrouble::Answer);
}

#[rstest]
#[tokio::test]
async fn an_answer_that_is_too_large_is_none(
    #[values(Kind::Pdok, Kind::Bag, Kind::Brp, Kind::Bewoning, Kind::Kvk, Kind::Http)] kind: Kind,
) {
    let body = json!({ "_links": {}, "personen": [], "x": "x".repeat(1 << 20) });
    let stub = answering(ResponseTemplate::new(200).set_body_json(body)).await;
    assert_eq!(said(&stub, kind, PATIENCE).await, RegisterTrouble::Answer);
}

#[rstest]
#[tokio::test]
async fn one_that_is_slow_is_not_waited_for(
    #[values(Kind::Pdok, Kind::Bag, Kind::Brp, Kind::Bewoning, Kind::Kvk, Kind::Http)] kind: Kind,
) {
    let stub = answering(ResponseTemplate::new(200).set_delay(Duration::from_mins(5))).await;
    let trouble = said(&stub, kind, Duration::from_millis(100)).await;
    assert_eq!(trouble, RegisterTrouble::TimedOut);
}

#[rstest]
#[tokio::test]
async fn nobody_is_there(
    #[values(Kind::Pdok, Kind::Bag, Kind::Brp, Kind::Bewoning, Kind::Kvk, Kind::Http)] kind: Kind,
) {
    let port = TcpListener::bind("127.0.0.1:0")
        .await
        .unwrap()
        .local_addr()
        .unwrap();
    let source = service(&format!("http://{port}"), Duration::from_secs(2));
    let trouble = look(&source, &kind.question()).await.unwrap_err();
    assert_eq!(trouble, RegisterTrouble::Unreachable);
}

#[rstest]
#[case::not_encrypted("http://bag.example/v2")]
#[case::no_address("bag")]
#[case::a_file("file:///etc/passwd")]
#[tokio::test]
async fn nothing_is_sent_where_it_is_not_secret(#[case] url: &str) {
    let source = service(url, PATIENCE);
    let trouble = look(&source, &Kind::Bag.question()).await.unwrap_err();
    assert_eq!(trouble, RegisterTrouble::NotSetUp);
}

#[rstest]
#[tokio::test]
async fn a_question_that_a_source_does_not_know_is_not_sent(
    #[values(Kind::Pdok, Kind::Bag, Kind::Brp, Kind::Bewoning, Kind::Kvk, Kind::Http)] kind: Kind,
) {
    let stub = answering(ResponseTemplate::new(200)).await;
    let mut asked = kind.question();
    asked.inquiry = match kind {
        Kind::Bewoning | Kind::Http => Inquiry::Citizen("999990019".to_owned()),
        _ => Inquiry::Words("iets".to_owned()),
    };
    let trouble = look(&service(&stub.uri(), PATIENCE), &asked).await.unwrap_err();
    assert_eq!(trouble, RegisterTrouble::Refused);
    assert_eq!(requests(&stub).await.len(), 0);
}
