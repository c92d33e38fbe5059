// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The public form and the code of words: off by default, without cookies or addresses, and nothing but messages behind a code.

use std::collections::BTreeMap;

use axum::http::{StatusCode, header};
use chrono::TimeDelta;
use meldroute_core::{
    configuration::{
        Configuration,
        channel::{Channel, ChannelKind},
        feedback::Moment,
        public::PublicText,
        text::Text,
    },
    duty::DutyKind,
    id::{MessageId, ReportId, SignalId},
    policy::Role,
    ports::{DutyQuery, ReportFilter},
    report::{Openness, Report, ReporterKind, SetAsideReason, Way},
    signal::{act::Act, feedback::FeedbackWay},
    usecase::{
        report::{self, Ask, SettleFeedback},
        signal::{Register, register},
    },
};
use uuid::Uuid;

use crate::testkit::{Answer, HERE, NEIGHBOUR, TestApp, Visitor};

pub(crate) const FORM: &str = "/melden/heemstede/nl/formulier";
pub(crate) const CODE: &str = "/melden/heemstede/nl/code";
const COST: &str = "Wij kunnen u niet bellen.";
pub(crate) const TEXT: &str =
    "Boven de winkel wonen steeds andere mensen. Het verzonnen busje komt om zes uur.";

/// Turns the form on in a municipality.
pub(crate) fn turn_on(app: &TestApp, municipality: &str, reporters: &[ReporterKind]) {
    let mut configuration = Configuration::clone(&app.configurations.get(municipality));
    configuration.channels.push(Channel {
        id: "public".into(),
        name: Text {
            nl: "Openbaar formulier".to_owned(),
            en: "Public form".to_owned(),
        },
        kind: ChannelKind::PublicForm,
        reporters: reporters.to_vec(),
        used_by: Vec::new(),
    });
    configuration.public_form.enabled = true;
    configuration.public_form.cost = Some(PublicText {
        nl: COST.to_owned(),
        en: "We can't call you.".to_owned(),
        uk: "Ми не зможемо вам зателефонувати.".to_owned(),
        ru: "Мы не сможем вам позвонить.".to_owned(),
    });
    app.configurations.put(configuration);
}

pub(crate) async fn with_form() -> TestApp {
    let app = TestApp::new().await;
    turn_on(&app, HERE, &[ReporterKind::Resident, ReporterKind::Anonymous]);
    app
}

/// Sends a form of the public pages as a browser does that passes nothing on.
pub(crate) async fn post(visitor: &Visitor, path: &str, fields: &[(&str, &str)]) -> Answer {
    let answer = if path.ends_with("/formulier") {
        visitor.upload(path, fields, &[], "text/html").await
    } else {
        visitor.post_as(path, fields, &[("origin", "null")]).await
    };
    nobody_is_recognised(answer)
}

pub(crate) fn nobody_is_recognised(answer: Answer) -> Answer {
    assert!(!answer.headers.contains_key(header::SET_COOKIE));
    assert_eq!(answer.header("referrer-policy"), "no-referrer");
    assert_eq!(answer.header("cache-control"), "no-store");
    answer
}

/// Fills in the form, and gives what was sent with the answer.
pub(crate) async fn fill(
    visitor: &Visitor,
    path: &str,
    fields: &[(&str, &str)],
) -> (Vec<(String, String)>, Answer) {
    let page = visitor.get(path).await.ok();
    let mut sent = page.fields("main form");
    sent.retain(|(name, _)| fields.iter().all(|(filled, _)| filled != name));
    sent.extend(
        fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
    );
    let answer = post(visitor, path, &borrowed(&sent)).await;
    (sent, answer)
}

pub(crate) fn borrowed(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect()
}

pub(crate) fn code_of(answer: &Answer) -> String {
    let words = answer.all(".code-words li");
    assert_eq!(words.len(), 6, "{}", answer.words());
    words.join(" ")
}

/// Reports anonymously; gives the code.
pub(crate) async fn told(app: &TestApp) -> String {
    let (_, answer) = fill(&app.anonymous(), FORM, &[("hoe", "anoniem"), ("wat", TEXT)]).await;
    code_of(&answer.ok())
}

/// The only report there is.
pub(crate) async fn only_report(app: &TestApp) -> (ReportId, Report) {
    let lines = app
        .services
        .store
        .reports(&HERE.into(), ReportFilter::New, None, 10)
        .await
        .unwrap();
    assert_eq!(lines.len(), 1);
    let stored = app
        .services
        .store
        .report(&HERE.into(), lines[0].id)
        .await
        .unwrap();
    (lines[0].id, stored.unwrap().value)
}

async fn duties(app: &TestApp) -> Vec<DutyKind> {
    duties_of(app, Role::Coordinator).await
}

async fn duties_of(app: &TestApp, role: Role) -> Vec<DutyKind> {
    let actor = app.actor(role.as_str()).await;
    let query = DutyQuery {
        holders: meldroute_core::duty::Holder::of(&actor),
        limit: 50,
        ..DutyQuery::default()
    };
    let lines = app.services.store.duties(&HERE.into(), &query).await.unwrap();
    lines.into_iter().map(|line| line.duty.kind).collect()
}

/// The coordinator asks something here; gives the question.
async fn asked(app: &TestApp, id: ReportId) -> MessageId {
    app.as_role(Role::Coordinator).await;
    let coordinator = app.actor(Role::Coordinator.as_str()).await;
    let ask = Ask {
        id: MessageId(app.services.minter.mint()),
        text: "Welke kleur had het busje?".to_owned(),
        way: Way::Online,
        partner: None,
    };
    report::ask(&app.services, &coordinator, id, ask).await.unwrap()
}

#[tokio::test]
async fn it_is_off_unless_a_municipality_turns_it_on() {
    let app = TestApp::new().await;
    let visitor = app.anonymous();
    for path in [FORM, CODE] {
        for answer in [
            visitor.get(path).await,
            post(&visitor, path, &[("wat", "x")]).await,
        ] {
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            assert!(!answer.headers.contains_key(header::SET_COOKIE));
        }
    }
    let page = visitor.get("/melden/heemstede/nl").await.ok();
    assert!(!page.html().contains("/formulier"));
    // Off for one is off for that one only.
    let app = TestApp::with_neighbour().await;
    turn_on(&app, NEIGHBOUR, &[ReporterKind::Resident]);
    assert_eq!(app.anonymous().get(FORM).await.status, StatusCode::NOT_FOUND);
    let form = app.anonymous().get("/melden/buurdorp/nl/formulier").await.ok();
    let form = form.says("U meldt hier vertrouwelijk").says("0800-7000");
    assert!(form.all("input[value=anoniem]").is_empty());
}

#[tokio::test]
async fn what_anonymity_costs_is_told_before_sending() {
    let app = with_form().await;
    for (language, cost) in [("nl", COST), ("ru", "Мы не сможем вам позвонить.")] {
        let path = format!("/melden/heemstede/{language}/formulier");
        let form = app.anonymous().get(&path).await.ok().says(cost).says("112");
        assert_eq!(form.attributes("html", "lang"), [language]);
        assert!(form.html().find(cost) < form.html().find("type=\"radio\""));
        assert!(
            form.all("[required]").is_empty(),
            "the server words what is missing"
        );
    }
}

#[tokio::test]
async fn nothing_about_an_anonymous_reporter_is_kept() {
    let app = with_form().await;
    let fields = [
        ("hoe", "anoniem"),
        ("wat", TEXT),
        ("naam", "Verzonnen Naam"),
        ("contact", "06 0000 0001"),
        ("waar", "Verzonnenstraat 1"),
        ("zelf", "ja"),
    ];
    let (_, answer) = fill(&app.anonymous(), FORM, &fields).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    answer.says("U koos anoniem, maar u vulde ook uw naam in");
    let unnamed = fields
        .iter()
        .filter(|(name, _)| !["naam", "contact"].contains(name));
    let unnamed: Vec<_> = unnamed.copied().collect();
    let (_, answer) = fill(&app.anonymous(), FORM, &unnamed).await;
    answer
        .ok()
        .says("Uw melding is ontvangen")
        .says("Schrijf deze code nu op");
    let (id, report) = only_report(&app).await;
    assert_eq!(report.openness, Openness::Anonymous);
    assert_eq!((report.text.as_str(), report.first_hand), (TEXT, Some(true)));
    assert!(report.reads_online && !report.contact_known && report.typed_by.is_none());
    let reporter = app
        .services
        .store
        .reporter(&HERE.into(), id)
        .await
        .unwrap()
        .unwrap();
    assert!(reporter.is_unknown());
    let lines = app.services.store.journal(&HERE.into(), None, 100).await.unwrap();
    let lines: Vec<_> = lines
        .into_iter()
        .filter(|line| line.about_id == Some(id.0))
        .collect();
    let origins: Vec<_> = lines.iter().filter_map(|line| line.detail.as_ref()).collect();
    assert!(!origins.is_empty());
    for detail in origins {
        assert_eq!(
            (detail.origin.as_str(), detail.name.as_str()),
            ("public form", "melder")
        );
    }
}

#[tokio::test]
async fn who_reports_in_confidence_stands_in_the_compartment_of_reporters() {
    let app = with_form().await;
    let fields = [
        ("hoe", "vertrouwelijk"),
        ("wat", TEXT),
        ("naam", "Verzonnen Naam"),
        ("contact", "06 0000 0001"),
    ];
    fill(&app.anonymous(), FORM, &fields).await.1.ok();
    let (id, report) = only_report(&app).await;
    assert_eq!(report.openness, Openness::Confidential);
    assert!(report.contact_known);
    let reporter = app
        .services
        .store
        .reporter(&HERE.into(), id)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(reporter.name, "Verzonnen Naam");
    let desk = app.as_role(Role::Coordinator).await;
    let page = desk.get(&format!("/meldingen/{id}")).await.ok();
    page.does_not_say("Verzonnen Naam").does_not_say("06 0000 0001");
}

#[tokio::test]
async fn what_is_missing_or_too_long_is_told_and_nothing_is_lost() {
    let app = with_form().await;
    let visitor = app.anonymous();
    let (_, empty) = fill(&visitor, FORM, &[]).await;
    assert_eq!(empty.status, StatusCode::BAD_REQUEST);
    let empty = empty
        .says("Schrijf op wat u heeft gezien")
        .says("Kies of u vertrouwelijk of anoniem");
    assert_eq!(empty.attributes(".error-summary a", "href"), ["#hoe", "#wat"]);
    let long = "я".repeat(10_001);
    let (_, long) = fill(&visitor, FORM, &[("hoe", "anoniem"), ("wat", &long)]).await;
    assert_eq!(long.status, StatusCode::BAD_REQUEST);
    let long = long.says("Er passen 10.000 tekens in");
    assert!(long.html().contains("яяя"));
    let (_, line) = fill(
        &visitor,
        FORM,
        &[("hoe", "anoniem"), ("wat", TEXT), ("waar", &"x".repeat(301))],
    )
    .await;
    line.says("Er passen 300 tekens in");
    let longest = "я".repeat(10_000);
    fill(&visitor, FORM, &[("hoe", "anoniem"), ("wat", &longest)])
        .await
        .1
        .ok();
    let beyond = post(&visitor, FORM, &[("wat", &"x".repeat(200_000))]).await;
    assert_eq!(beyond.status, StatusCode::PAYLOAD_TOO_LARGE);
    beyond.says("Dit is te groot");
    // A token that somebody could guess is no token: the code follows from it.
    let guessed = post(
        &visitor,
        FORM,
        &[("formulier", "1"), ("hoe", "anoniem"), ("wat", TEXT)],
    )
    .await;
    assert_eq!(guessed.status, StatusCode::BAD_REQUEST);
    let guessed = guessed.says("Verstuur hem nog eens");
    let fresh = guessed.fields("main form");
    assert!(
        fresh
            .iter()
            .any(|(name, value)| name == "formulier" && value.len() == 64)
    );
}

#[tokio::test]
async fn a_form_that_is_sent_twice_makes_one_report_and_gives_the_same_code() {
    let app = with_form().await;
    let visitor = app.anonymous();
    let (sent, first) = fill(&visitor, FORM, &[("hoe", "anoniem"), ("wat", TEXT)]).await;
    let code = code_of(&first.ok());
    // The answer got lost, and the reporter sends again through another way out of Tor.
    let again = post(&app.anonymous().from("203.0.113.9:4000"), FORM, &borrowed(&sent)).await;
    assert_eq!(code_of(&again.ok()), code);
    only_report(&app).await;
    let (_, other) = fill(&visitor, FORM, &[("hoe", "anoniem"), ("wat", TEXT)]).await;
    assert_ne!(code_of(&other.ok()), code);
}

#[tokio::test]
async fn a_form_that_is_sent_again_with_other_words_is_another_report() {
    let app = with_form().await;
    let visitor = app.anonymous();
    let (mut sent, first) = fill(&visitor, FORM, &[("hoe", "anoniem"), ("wat", TEXT)]).await;
    let code = code_of(&first.ok());
    // The answer got lost; the reporter goes back, writes more, and sends that twice.
    for (name, value) in &mut sent {
        if name == "wat" {
            value.push_str(" Nu staat er een vrachtwagen.");
        }
    }
    let other = code_of(&post(&visitor, FORM, &borrowed(&sent)).await.ok());
    assert_ne!(other, code);
    assert_eq!(code_of(&post(&visitor, FORM, &borrowed(&sent)).await.ok()), other);
    let here = HERE.into();
    let lines = app
        .services
        .store
        .reports(&here, ReportFilter::New, None, 9)
        .await;
    assert_eq!(lines.unwrap().len(), 2, "nothing is lost and nothing doubled");
    for code in [code, other] {
        post(&visitor, CODE, &[("code", &code)])
            .await
            .ok()
            .says("Er is nog geen bericht voor u");
    }
}

#[tokio::test]
async fn a_question_is_answered_with_the_code_and_the_coordinator_hears() {
    let app = with_form().await;
    let code = told(&app).await;
    let (id, _) = only_report(&app).await;
    let visitor = app.anonymous();
    let page = post(&visitor, CODE, &[("code", &code)]).await.ok();
    page.says("Er is nog geen bericht voor u").does_not_say("winkel");
    let question = asked(&app, id).await.to_string();
    let typed = code.to_uppercase().replace(' ', " - ");
    let page = post(&visitor, CODE, &[("code", &typed)]).await.ok();
    let page = page.says("Welke kleur had het busje?");
    assert_eq!(
        page.attributes("input[name=vraag]", "value"),
        std::slice::from_ref(&question)
    );
    assert!(!duties(&app).await.contains(&DutyKind::Reply));

    let empty = post(
        &visitor,
        CODE,
        &[("code", &code), ("vraag", &question), ("tekst", " ")],
    )
    .await;
    assert_eq!(empty.status, StatusCode::BAD_REQUEST);
    empty.says("Schrijf eerst iets op");
    let answer = [
        ("code", code.as_str()),
        ("vraag", &question),
        ("tekst", "Wit, zonder naam."),
    ];
    let page = post(&visitor, CODE, &answer).await.ok();
    let page = page.says("Verstuurd").says("U gaf antwoord op 23-11-2026");
    page.does_not_say("zonder naam");
    post(&visitor, CODE, &answer).await.ok();
    let other = [
        ("code", code.as_str()),
        ("vraag", &question),
        ("tekst", "Nee, rood."),
    ];
    let closed = post(&visitor, CODE, &other).await;
    assert_eq!(closed.status, StatusCode::BAD_REQUEST);
    closed.says("staat niet meer open");
    assert!(duties(&app).await.contains(&DutyKind::Reply));
    let (_, report) = only_report(&app).await;
    assert_eq!((report.messages.len(), report.unread().count()), (1, 1));
    assert!(app.happened().await.contains("reporter-answered"));

    let coordinator = app.actor(Role::Coordinator.as_str()).await;
    report::mark_seen(&app.services, &coordinator, id).await.unwrap();
    assert!(!duties(&app).await.contains(&DutyKind::Reply));
}

#[tokio::test]
async fn the_owner_of_the_signal_hears_that_a_reporter_wrote_until_somebody_read_it() {
    let app = with_form().await;
    let code = told(&app).await;
    let (report, _) = only_report(&app).await;
    app.as_role(Role::Coordinator).await;
    app.as_role(Role::ContactOfficer).await;
    let coordinator = app.actor(Role::Coordinator.as_str()).await;
    let command = Register {
        id: SignalId(app.services.minter.mint()),
        reports: vec![report],
        from_partner: BTreeMap::new(),
        title: "Steeds andere mensen".to_owned(),
        observation: None,
        fast_lane: None,
    };
    let (id, _) = register(&app.services, &coordinator, command).await.unwrap();
    let owner = app.person(Role::ContactOfficer.as_str()).await;
    app.act(id, Act::Assign { owner }).await;
    let hears = async |role| duties_of(&app, role).await.contains(&DutyKind::Reply);
    assert!(!hears(Role::ContactOfficer).await, "nothing was written yet");

    let question = asked(&app, report).await.to_string();
    let form = Uuid::from_u128(78).to_string();
    let written = [
        [
            ("code", code.as_str()),
            ("bericht", &form),
            ("tekst", "Het busje is er weer."),
        ],
        [
            ("code", code.as_str()),
            ("vraag", &question),
            ("tekst", "Het busje is wit."),
        ],
    ];
    for fields in written {
        post(&app.anonymous(), CODE, &fields).await.ok();
        assert!(hears(Role::ContactOfficer).await, "the owner hears");
        report::mark_seen(&app.services, &coordinator, report)
            .await
            .unwrap();
        assert!(!hears(Role::ContactOfficer).await, "it was read");
    }
}

#[tokio::test]
async fn something_is_added_once_and_not_without_end() {
    let app = with_form().await;
    let code = told(&app).await;
    let visitor = app.anonymous();
    let page = post(&visitor, CODE, &[("code", &code)]).await.ok();
    let id = page.attributes("input[name=bericht]", "value").remove(0);
    let fields = [
        ("code", code.as_str()),
        ("bericht", &id),
        ("tekst", "Het busje is er weer."),
    ];
    for _ in 0..2 {
        post(&visitor, CODE, &fields)
            .await
            .ok()
            .says("U heeft iets toegevoegd");
    }
    assert_eq!(only_report(&app).await.1.messages.len(), 1);
    app.clock.forward(TimeDelta::days(1));
    let (_, report) = only_report(&app).await;
    let actor = report::Voice::nameless(&HERE.into(), report.received_at, "public form");
    let voice = report::Voice::with_code(&app.services, &HERE.into(), &code, actor)
        .await
        .unwrap();
    for _ in 0..19 {
        let id = MessageId(app.services.minter.mint());
        report::add(&app.services, &voice, id, "Nog iets.".to_owned())
            .await
            .unwrap();
    }
    let next = Uuid::from_u128(77).to_string();
    let full = post(
        &visitor,
        CODE,
        &[("code", &code), ("bericht", &next), ("tekst", "Te veel.")],
    )
    .await;
    assert_eq!(full.status, StatusCode::BAD_REQUEST);
    full.says("Wij moeten eerst lezen");
}

#[tokio::test]
async fn feedback_is_read_with_the_code() {
    let app = with_form().await;
    let code = told(&app).await;
    let (id, report) = only_report(&app).await;
    app.as_role(Role::Coordinator).await;
    let coordinator = app.actor(Role::Coordinator.as_str()).await;
    let receipt = report
        .feedback
        .iter()
        .find(|owed| owed.moment == Moment::Receipt)
        .unwrap();
    let give = SettleFeedback::Give {
        text: "Dank u. Wij kijken ernaar.".to_owned(),
        way: FeedbackWay::Online,
        followed: false,
    };
    report::settle_feedback(&app.services, &coordinator, id, receipt.id, give)
        .await
        .unwrap();
    let page = post(&app.anonymous(), CODE, &[("code", &code)]).await.ok();
    page.says("Bericht van de gemeente")
        .says("Dank u. Wij kijken ernaar.");
}

#[tokio::test]
async fn who_is_anonymous_is_reached_by_the_code_alone() {
    let app = with_form().await;
    told(&app).await;
    let (id, _) = only_report(&app).await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let page = coordinator.get(&format!("/meldingen/{id}/vraag")).await.ok();
    let ways = page.attributes("input[name=way]", "value");
    assert!(
        !ways.contains(&"link".to_owned()) && !ways.contains(&"mail".to_owned()),
        "{ways:?}"
    );
    assert!(ways.contains(&"online".to_owned()));
    let path = format!("/meldingen/{id}/terugkoppeling");
    let page = coordinator.get(&path).await.ok();
    assert_eq!(page.attributes("input[name=way]", "value"), ["online"]);
    let feedback = page.attributes("input[name=feedback]", "value")[0].clone();
    let forged = [
        ("feedback", feedback.as_str()),
        ("text", "Dank u."),
        ("way", "phone"),
    ];
    assert_eq!(
        coordinator.post(&path, &forged).await.status,
        StatusCode::BAD_REQUEST
    );
}

#[tokio::test]
async fn the_letter_fits_the_code_and_what_became_of_the_report() {
    let app = with_form().await;
    told(&app).await;
    let (id, _) = only_report(&app).await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let path = format!("/meldingen/{id}/terugkoppeling");
    let page = coordinator.get(&path).await.ok();
    page.says("Kom dan hier terug met uw code")
        .does_not_say("noem nummer");
    let actor = app.actor("coordinator").await;
    let aside = report::set_aside(
        &app.services,
        &actor,
        id,
        SetAsideReason::NotTrafficking,
        "Verhuizing".to_owned(),
    );
    aside.await.unwrap();
    let page = coordinator.get(&path).await.ok();
    page.says("De uitkomst is: geen signaal van mensenhandel")
        .does_not_say("besproken")
        .does_not_say("Wij bekijken het zorgvuldig");
}

#[tokio::test]
async fn the_report_says_in_which_language_its_reporter_writes() {
    let app = with_form().await;
    let form = FORM.replace("/nl/", "/uk/");
    let (_, answer) = fill(&app.anonymous(), &form, &[("hoe", "anoniem"), ("wat", TEXT)]).await;
    answer.ok();
    let (id, _) = only_report(&app).await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let page = coordinator.get(&format!("/meldingen/{id}")).await.ok();
    page.says("Taal van de melder Oekraïens");
}

#[tokio::test]
async fn a_wrong_code_and_that_of_another_municipality_say_the_same() {
    let app = TestApp::with_neighbour().await;
    for municipality in [HERE, NEIGHBOUR] {
        turn_on(
            &app,
            municipality,
            &[ReporterKind::Resident, ReporterKind::Anonymous],
        );
    }
    let code = told(&app).await;
    let visitor = app.anonymous();
    let mut answers = Vec::new();
    let wrong = "tulp tulp tulp tulp tulp tulp";
    let five = code.rsplit_once(' ').unwrap().0;
    for typed in [wrong, five, "", "' or 1=1"] {
        answers.push(post(&visitor, CODE, &[("code", typed)]).await);
    }
    let elsewhere = post(&visitor, "/melden/buurdorp/nl/code", &[("code", &code)]).await;
    assert_eq!(elsewhere.status, StatusCode::BAD_REQUEST);
    elsewhere.says("Deze code kennen wij niet");
    for answer in &answers {
        assert_eq!(answer.status, StatusCode::BAD_REQUEST);
        assert_eq!(answer.html(), answers[0].html());
        assert!(
            !answer.html().contains(wrong),
            "what was typed is not shown again"
        );
    }
    // A question of one report is not answered with the code of another.
    let (id, _) = only_report(&app).await;
    let question = asked(&app, id).await.to_string();
    let other = told(&app).await;
    let fields = [
        ("code", other.as_str()),
        ("vraag", &question),
        ("tekst", "Van een ander."),
    ];
    let refused = post(&visitor, CODE, &fields).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    refused.does_not_say("Welke kleur");
    assert!(!app.happened().await.contains("reporter-answered"));
}

#[tokio::test]
async fn the_code_is_nowhere_in_clear() {
    let app = with_form().await;
    let code = told(&app).await;
    post(&app.anonymous(), CODE, &[("code", &code)]).await.ok();
    let first = code.split(' ').next().unwrap();
    for line in app.services.store.journal(&HERE.into(), None, 100).await.unwrap() {
        assert!(!format!("{line:?}").contains(first));
    }
    assert!(!format!("{:?}", only_report(&app).await.1).contains(&code));
}
