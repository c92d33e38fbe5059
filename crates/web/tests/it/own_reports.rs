// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The form for officials, officers and chain partners, and what they see of their own reports.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use meldroute_core::{
    id::{MessageId, ReportId},
    policy::{Grant, Role},
    ports::ReportFilter,
    report::{SetAsideReason, Way},
    signal::feedback::FeedbackWay,
    usecase::report::{self, Ask, SettleFeedback},
};

use crate::testkit::{HERE, NEIGHBOUR, TestApp, Visitor};

const FORM: &str = "/melden/formulier";
const PAGE: &str = "text/html";

async fn new_id(visitor: &Visitor) -> String {
    let page = visitor.get(FORM).await.ok();
    page.attributes("input[name=report]", "value")[0].clone()
}

/// Sends a new form with these answers; gives the page of the report that it leads to.
async fn sent(visitor: &Visitor, answers: &[(&str, &str)]) -> String {
    let id = new_id(visitor).await;
    let mut fields = vec![("report", id.as_str())];
    fields.extend(answers);
    visitor.upload(FORM, &fields, &[], PAGE).await.leads_to()
}

const ANSWERS: [(&str, &str); 8] = [
    ("what", "Drie mannen slapen in de loods"),
    ("first_hand", "yes"),
    ("place", "Havenstraat 12"),
    ("point", "52.35000, 4.62000 (± 12 m)"),
    ("observed", "vannacht"),
    ("involved", "een witte bus, XX-00-XX"),
    ("worry", "Zij mogen er niet weg"),
    ("urgency", "soon"),
];

/// What the reporter knows the report at this address by.
fn reference(own: &str) -> String {
    let id: ReportId = own.rsplit('/').next().unwrap().parse().unwrap();
    id.reference()
}

#[tokio::test]
async fn an_official_reports_and_sees_a_reference_and_nothing_of_the_desk() {
    let app = TestApp::new().await;
    let official = app.as_role(Role::Official).await;
    let own = sent(&official, &ANSWERS).await;
    let page = official.get(&own).await.ok();
    page.says(&format!("Uw kenmerk is {}", reference(&own)))
        .does_not_say("M-2026")
        .says("Ontvangen. Wij bekijken de melding.")
        .says("Snel: Intern formulier, Havenstraat 12")
        .says("Drie mannen slapen in de loods");
    official
        .get("/eigen-meldingen")
        .await
        .ok()
        .says(&reference(&own))
        .does_not_say("M-2026");
    app.as_role(Role::Coordinator)
        .await
        .get(&own.replace("eigen-meldingen", "meldingen"))
        .await
        .ok()
        .says(&reference(&own));
    for closed in [
        "/meldingen",
        "/signalen",
        "/overleggen",
        "/beeld",
        "/meldingen/typen",
    ] {
        official.get(closed).await.not_found();
    }
    official
        .get(&own.replace("eigen-meldingen", "meldingen"))
        .await
        .not_found();
}

#[tokio::test]
async fn the_desk_reads_all_five_answers_and_not_who_sent_them() {
    let app = TestApp::new().await;
    let official = app.as_role(Role::Official).await;
    let mut answers = ANSWERS.to_vec();
    answers.push(("indicator", "labour-lives-at-workplace"));
    let own = sent(&official, &answers).await;
    let report = own.replace("eigen-meldingen", "meldingen");
    let desk = app.as_role(Role::ContactOfficer).await;
    let mut page = desk.get(&report).await.ok();
    for words in [
        "Drie mannen slapen in de loods",
        "Havenstraat 12 (punt: 52.35000, 4.62000 (± 12 m))",
        "vannacht",
        "een witte bus, XX-00-XX",
        "Zij mogen er niet weg",
        "- De persoon slaapt op het werk",
        "Intern formulier",
    ] {
        page = page.says(words);
    }
    page.does_not_say("Test official");
    let coordinator = app.as_role(Role::Coordinator).await;
    coordinator
        .post(&format!("{report}/melder"), &[("reason", "terugbellen")])
        .await
        .ok()
        .says("Test official");
}

#[tokio::test]
async fn no_list_shows_how_a_report_by_a_form_begins_and_no_signal_how_it_was_reported() {
    let app = TestApp::new().await;
    let own = sent(&app.as_role(Role::Official).await, &ANSWERS).await;
    let id = own.rsplit('/').next().unwrap().to_owned();
    let coordinator = app.as_role(Role::Coordinator).await;
    for list in ["/vandaag", "/vandaag?lijst=nieuw", "/meldingen"] {
        coordinator
            .get(list)
            .await
            .ok()
            .says("Snel: Intern formulier, Havenstraat 12")
            .does_not_say("Drie mannen");
    }
    let make = coordinator
        .get(&format!("/meldingen/signaal?melding={id}"))
        .await
        .ok();
    let title = make.attributes("#title", "value");
    assert!(title[0].starts_with("Havenstraat 12"), "{title:?}");
}

#[tokio::test]
async fn the_journal_names_no_reporter() {
    let app = TestApp::new().await;
    let official = app.as_role(Role::Official).await;
    let own = sent(&official, &ANSWERS).await;
    official.get(&own).await.ok();
    let officer = app.as_role(Role::PrivacyOfficer).await;
    let page = officer.get("/privacy/journaal").await.ok();
    let (what, who) = (
        page.all("tbody td[data-label=Wat]"),
        page.all("tbody td:last-child"),
    );
    for told in [
        "Een melder met een account deed zelf een melding, via Intern formulier.",
        "Een melder las de berichten bij een melding.",
    ] {
        let line = what.iter().position(|sentence| sentence == told);
        assert_eq!(who[line.expect(told)], "", "neither role nor address");
    }
    let named = what.iter().filter(|sentence| sentence.contains("Test official"));
    assert_eq!(named.count(), 1, "the log-in alone");
}

#[tokio::test]
async fn who_reported_is_told_of_a_question_and_of_a_message_until_they_act() {
    let app = TestApp::new().await;
    let official = app.as_role(Role::Official).await;
    let own = sent(&official, &ANSWERS).await;
    let id: ReportId = own.rsplit('/').next().unwrap().parse().unwrap();
    app.as_role(Role::Coordinator).await;
    let coordinator = app.actor("coordinator").await;
    let ask = Ask {
        id: MessageId(app.services.minter.mint()),
        text: "Hoe laat was dat?".to_owned(),
        way: Way::Online,
        partner: None,
    };
    let question = report::ask(&app.services, &coordinator, id, ask).await.unwrap();
    let question = question.to_string();
    for _ in 0..2 {
        official
            .get("/vandaag")
            .await
            .ok()
            .says(&format!("Er is een vraag over uw melding {}.", reference(&own)))
            .does_not_say("Niets te doen");
        official.get("/eigen-meldingen").await.ok().says("Vraag aan u");
        // It stays until it is answered.
        official.get(&own).await.ok();
    }
    let form = [("question", question.as_str()), ("text", "Om zes uur.")];
    official.post(&own, &form).await.leads_to();
    official.get("/vandaag").await.ok().says("Niets te doen");
    let aside = SetAsideReason::NotTrafficking;
    report::set_aside(
        &app.services,
        &coordinator,
        id,
        aside,
        "Niets aan de hand".to_owned(),
    )
    .await
    .unwrap();
    let stored = app
        .services
        .store
        .report(&HERE.into(), id)
        .await
        .unwrap()
        .unwrap();
    let owed = stored.value.feedback_due().next().unwrap().id;
    let settle = SettleFeedback::Give {
        text: "Wij doen er niets mee.".to_owned(),
        way: FeedbackWay::Online,
        followed: false,
    };
    report::settle_feedback(&app.services, &coordinator, id, owed, settle)
        .await
        .unwrap();
    official
        .get("/vandaag")
        .await
        .ok()
        .says(&format!("Er is een bericht over uw melding {}.", reference(&own)));
    official.get("/eigen-meldingen").await.ok().says("Nieuw bericht");
    official.get(&own).await.ok().says("Wij doen er niets mee.");
    official
        .get("/vandaag")
        .await
        .ok()
        .does_not_say("bericht over uw melding");
    official
        .get("/eigen-meldingen")
        .await
        .ok()
        .does_not_say("Nieuw bericht");
}

#[tokio::test]
async fn a_form_that_arrives_twice_makes_one_report_and_says_its_reference_twice() {
    let app = TestApp::new().await;
    let officer = app.as_role(Role::EnforcementOfficer).await;
    let id = new_id(&officer).await;
    let fields = [("report", id.as_str()), ("what", "Licht in de loods")];
    let mut said = BTreeSet::new();
    for _ in 0..2 {
        let answer = officer.upload(FORM, &fields, &[], "application/json").await;
        assert_eq!(answer.status, StatusCode::OK);
        said.insert(answer.html().clone());
    }
    assert_eq!(said.len(), 1, "{said:?}");
    let typed = app.journal().await;
    assert_eq!(typed.iter().filter(|event| *event == "reported-own").count(), 1);
    let lines = app
        .services
        .store
        .reports(&HERE.into(), ReportFilter::New, None, 10)
        .await
        .unwrap();
    assert_eq!(lines[0].reporter_kind.as_str(), "enforcement");
}

#[tokio::test]
async fn a_form_that_arrives_again_with_other_words_or_another_photo_is_another_report() {
    let app = TestApp::new().await;
    let officer = app.as_role(Role::EnforcementOfficer).await;
    let id = new_id(&officer).await;
    let photo: (&str, &str, &str, &[u8]) = ("photos", "loods.jpg", "image/jpeg", b"\xff\xd8\xff\xe0foto");
    let other: (&str, &str, &str, &[u8]) = ("photos", "loods.jpg", "image/jpeg", b"\xff\xd8\xff\xe1foto");
    let tries = [
        ("Licht in de loods", photo),
        ("Licht in de loods, en een bus", photo),
        ("Licht in de loods", other),
        ("Licht in de loods", photo),
        ("Licht in de loods, en een bus", photo),
    ];
    let mut said = Vec::new();
    for (what, photo) in tries {
        let fields = [("report", id.as_str()), ("what", what)];
        let answer = officer.upload(FORM, &fields, &[photo], "application/json").await;
        said.push(answer.html().clone());
    }
    assert_eq!(said[0], said[3]);
    assert_eq!(said[1], said[4]);
    let page = officer.get("/eigen-meldingen").await.ok();
    assert_eq!(page.all("tbody tr").len(), 3);
}

#[tokio::test]
async fn photos_come_along_up_to_their_limits() {
    let app = TestApp::new().await;
    let official = app.as_role(Role::Official).await;
    let id = new_id(&official).await;
    let fields = [("report", id.as_str()), ("what", "Zie de foto")];
    let photo: (&str, &str, &str, &[u8]) = ("photos", "loods.jpg", "image/jpeg", b"\xff\xd8\xff\xe0foto");
    let empty: (&str, &str, &str, &[u8]) = ("photos", "", "application/octet-stream", b"");
    let own = official
        .upload(FORM, &fields, &[photo, empty], PAGE)
        .await
        .leads_to();
    official.get(&own).await.ok().says("U stuurde 1 bestand mee.");
    let desk = app.as_role(Role::Coordinator).await;
    desk.get(&own.replace("eigen-meldingen", "meldingen"))
        .await
        .ok()
        .says("Bijlage 1")
        .does_not_say("loods.jpg");
    let id = new_id(&official).await;
    let fields = [("report", id.as_str()), ("what", "Te veel")];
    let many = official.upload(FORM, &fields, &[photo; 9], PAGE).await;
    assert_eq!(many.status, StatusCode::PAYLOAD_TOO_LARGE);
    let large = vec![0; 33 * 1024 * 1024];
    let huge: (&str, &str, &str, &[u8]) = ("photos", "film.mp4", "video/mp4", &large);
    let answer = official.upload(FORM, &fields, &[huge], PAGE).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    official
        .get("/eigen-meldingen")
        .await
        .ok()
        .does_not_say(&ReportId(id.parse().unwrap()).reference());
}

#[tokio::test]
async fn what_is_missing_is_said_and_what_was_typed_stays() {
    let app = TestApp::new().await;
    let official = app.as_role(Role::Official).await;
    let id = new_id(&official).await;
    let fields = [
        ("report", id.as_str()),
        ("what", " "),
        ("place", "Havenstraat 12"),
        ("indicator", "labour-debt"),
        ("urgency", "danger"),
    ];
    let answer = official.upload(FORM, &fields, &[], PAGE).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert_eq!(
        answer.all(".error-summary li"),
        ["Schrijf op wat u ziet of hoort"]
    );
    assert_eq!(answer.attributes("#place", "value"), ["Havenstraat 12"]);
    assert_eq!(answer.attributes("input[value=labour-debt]", "checked").len(), 1);
    assert_eq!(answer.attributes("input[value=danger]", "checked").len(), 1);
    assert_eq!(answer.attributes("input[name=report]", "value"), [id.as_str()]);
}

#[tokio::test]
async fn what_is_too_long_is_said_with_how_long_it_may_be() {
    let app = TestApp::new().await;
    let official = app.as_role(Role::Official).await;
    let id = new_id(&official).await;
    let (line, text) = ("a".repeat(301), "b".repeat(20_001));
    let fields = [
        ("report", id.as_str()),
        ("what", &text),
        ("place", &line),
        ("observed", &line),
        ("contact", &line),
    ];
    let answer = official.upload(FORM, &fields, &[], PAGE).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert_eq!(
        answer.all(".error-summary li"),
        [
            "Wat u zag is te lang: er passen 20.000 tekens in",
            "Waar is te lang: er passen 300 tekens in",
            "Wanneer is te lang: er passen 300 tekens in",
            "Contact is te lang: er passen 300 tekens in",
        ]
    );
    assert_eq!(
        answer.attributes("#place", "value"),
        [line.as_str()],
        "what was typed stays"
    );
}

#[tokio::test]
async fn a_form_of_another_site_is_refused_before_its_files_are_read() {
    let app = TestApp::new().await;
    let official = app.as_role(Role::Official).await;
    let id = new_id(&official).await;
    official.give_cookie("meldroute-form", "van-een-ander");
    let fields = [("report", id.as_str()), ("what", "vervalst")];
    let answer = official.upload(FORM, &fields, &[], PAGE).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_draft_is_kept_under_keys_of_one_person_and_two_days() {
    let app = TestApp::with_neighbour().await;
    let keys = async |visitor: &Visitor| {
        let page = visitor.get(FORM).await.ok();
        ["data-draft", "data-key", "data-key-before"]
            .map(|name| page.attributes("form[data-draft]", name)[0].clone())
    };
    let official = app.as_role(Role::Official).await;
    let first = keys(&official).await;
    assert_eq!(first, keys(&official).await, "a draft outlives the page");
    assert_eq!(first[1].len(), 64, "256 bits");
    let others = [
        app.as_role(Role::EnforcementOfficer).await,
        app.as_role_in(NEIGHBOUR, Role::Official).await,
    ];
    for other in &others {
        let other = keys(other).await;
        assert!(first.iter().all(|key| !other.contains(key)));
    }
    app.clock.forward(chrono::TimeDelta::days(1));
    let next = keys(&app.logged_in(HERE, "official").await).await;
    assert_eq!((&next[0], &next[2]), (&first[0], &first[1]));
    app.clock.forward(chrono::TimeDelta::days(1));
    let later = keys(&app.logged_in(HERE, "official").await).await;
    assert!(!later[1..].contains(&first[1]), "after two days nothing opens it");
}

#[tokio::test]
async fn nobody_sees_how_the_report_of_somebody_else_stands() {
    let app = TestApp::with_neighbour().await;
    let official = app.as_role(Role::Official).await;
    let own = sent(&official, &ANSWERS).await;
    app.add(HERE, "collega", vec![Grant::of(Role::Official)]).await;
    let nowhere = "/eigen-meldingen/01900000-0000-7000-8000-00000000ffff";
    let others = [
        app.logged_in(HERE, "collega").await,
        app.as_role(Role::EnforcementOfficer).await,
        app.as_role(Role::ChainPartner).await,
        app.as_role_in(NEIGHBOUR, Role::Official).await,
    ];
    for other in &others {
        let there = other.get(&own).await;
        let not_there = other.get(nowhere).await;
        assert_eq!(
            (there.status, not_there.status),
            (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND)
        );
        assert_eq!(there.all("main"), not_there.all("main"), "the two read the same");
        other
            .get("/eigen-meldingen")
            .await
            .ok()
            .does_not_say(&reference(&own));
    }
    let refused = app.journal().await;
    assert_eq!(
        refused.iter().filter(|event| *event == "refused").count(),
        6,
        "each try is recorded"
    );
}

#[tokio::test]
async fn a_colleague_of_the_same_organisation_sees_the_state_and_not_the_text() {
    let app = TestApp::new().await;
    let sender = app.as_role(Role::ChainPartner).await;
    let own = sent(&sender, &[("what", "Verborgen woorden")]).await;
    sender.get(&own).await.ok().says("Verborgen woorden");
    let grant = app.grant(Role::ChainPartner);
    app.add(HERE, "collega", vec![grant.clone()]).await;
    app.logged_in(HERE, "collega")
        .await
        .get(&own)
        .await
        .ok()
        .says("Ontvangen")
        .does_not_say("Verborgen");
    let elsewhere = Grant {
        partner: Some(app.configuration().partners[3].id.clone()),
        ..grant
    };
    app.add(HERE, "ander", vec![elsewhere]).await;
    app.logged_in(HERE, "ander").await.get(&own).await.not_found();
}

#[tokio::test]
async fn the_reporter_answers_a_question_once_and_adds_something() {
    let app = TestApp::new().await;
    let official = app.as_role(Role::Official).await;
    let own = sent(&official, &ANSWERS).await;
    let id: ReportId = own.rsplit('/').next().unwrap().parse().unwrap();
    app.as_role(Role::Coordinator).await;
    let ask = Ask {
        id: MessageId(app.services.minter.mint()),
        text: "Welke kleur heeft de deur?".to_owned(),
        way: Way::Online,
        partner: None,
    };
    let asked = report::ask(&app.services, &app.actor("coordinator").await, id, ask).await;
    let question = asked.unwrap();
    official.get(&own).await.ok().says("Welke kleur heeft de deur?");
    let named = question.to_string();
    let empty = official.post(&own, &[("question", &named), ("text", " ")]).await;
    assert_eq!(empty.status, StatusCode::BAD_REQUEST);
    let answer = [("question", named.as_str()), ("text", "Een blauwe deur")];
    official
        .post_and_follow(&own, &answer)
        .await
        .ok()
        .says("Uw antwoord is verstuurd.");
    let again = official
        .post(&own, &[("question", &named), ("text", "Toch groen")])
        .await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    let page = official.get(&own).await.ok();
    let added = page.attributes("input[name=message]", "value")[0].clone();
    let more = [("message", added.as_str()), ("text", "Nu staat er ook een busje")];
    for _ in 0..2 {
        official
            .post_and_follow(&own, &more)
            .await
            .ok()
            .says("Toegevoegd.");
    }
    let stored = app
        .services
        .store
        .report(&HERE.into(), id)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(stored.value.messages.len(), 2, "one question, one addition");
    assert_eq!(stored.value.unread().count(), 2);
    let other = [("message", added.as_str()), ("text", "En een tweede busje")];
    official
        .post_and_follow(&own, &other)
        .await
        .ok()
        .says("Toegevoegd.");
    let read = app.services.store.report(&HERE.into(), id).await;
    let messages = read.unwrap().unwrap().value.messages;
    assert_eq!(messages.len(), 3, "other words with the same form are not lost");
    let desk = app.as_role(Role::EnforcementOfficer).await;
    assert_eq!(desk.post(&own, &more).await.status, StatusCode::NOT_FOUND);
}
