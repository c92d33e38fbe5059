// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What is over its term goes on a list, two people approve it, and then it is gone from every page.

use chrono::TimeDelta;
use meldroute_core::{
    id::{ListId, SignalId},
    policy::{Actor, Role},
    retention::list::ListState,
    signal::{act::Act, stage::Confirmation},
    usecase::{Failure, retention},
};

use crate::testkit::{Answer, HERE, TestApp, Visitor};

const WORDS: &str = "Kamers boven een eetzaak";

/// A signal that was closed and whose reporter heard, or will not hear, of it.
pub(super) async fn closed(app: &TestApp, title: &str) -> SignalId {
    let id = app.at_feedback(title).await;
    end(app, id).await;
    id
}

/// Nobody hears of a signal that was decided.
pub(super) async fn silenced(app: &TestApp, id: SignalId) {
    let due: Vec<_> = app
        .stored(id)
        .await
        .value
        .feedback_due()
        .map(|(_, message)| message.id)
        .collect();
    for feedback in due {
        let reason = "Niet nodig.".to_owned();
        app.act(id, Act::WithholdFeedback { feedback, reason }).await;
    }
}

/// Closes a signal that was decided.
pub(super) async fn end(app: &TestApp, id: SignalId) {
    silenced(app, id).await;
    let close = Act::Close {
        confirmation: Confirmation::NotConfirmed,
        result: "Er is niets.".to_owned(),
    };
    app.act(id, close).await;
}

/// The program itself.
fn program(app: &TestApp) -> Actor {
    Actor::of_program(Role::Disposer, "retention", &HERE.into(), app.now())
}

pub(super) async fn propose(app: &TestApp) -> usize {
    let actor = program(app);
    retention::propose(&app.services, &actor, actor.today)
        .await
        .unwrap()
}

pub(super) async fn destroy(app: &TestApp) -> retention::CarriedOut {
    let actor = program(app);
    retention::destroy(&app.services, &actor, actor.today)
        .await
        .unwrap()
}

async fn list(app: &TestApp) -> ListId {
    app.services.store.disposal_lists(&HERE.into()).await.unwrap()[0]
        .value
        .id
}

async fn state(app: &TestApp, id: ListId) -> ListState {
    let stored = app.services.store.disposal_list(&HERE.into(), id).await.unwrap();
    stored.unwrap().value.state
}

/// Opens the list and sends its form back.
pub(super) async fn say_yes(visitor: &Visitor, list: ListId, form: &str) -> Answer {
    let page = visitor.get(&format!("/bewaren/{list}")).await.ok();
    let seen = page
        .attributes("input[name=seen]", "value")
        .pop()
        .unwrap_or_default();
    visitor
        .post(&format!("/bewaren/{list}/{form}"), &[("seen", &seen)])
        .await
}

pub(super) async fn approved(app: &TestApp) -> (ListId, Visitor) {
    let id = list(app).await;
    let coordinator = app.as_role(Role::Coordinator).await;
    say_yes(&coordinator, id, "akkoord").await.leads_to();
    (id, app.as_role(Role::Archivist).await)
}

#[tokio::test]
async fn it_is_proposed_on_the_day_after_its_last_and_not_before() {
    let app = TestApp::new().await;
    closed(&app, WORDS).await;
    app.clock.forward(TimeDelta::days(365));
    assert_eq!(propose(&app).await, 0, "the last day of its term");
    app.clock.forward(TimeDelta::days(1));
    assert_eq!(propose(&app).await, 1);
    assert_eq!(propose(&app).await, 0, "it stands on a list already");
    let tomorrow = program(&app).today.succ_opt().unwrap();
    let early = retention::propose(&app.services, &program(&app), tomorrow).await;
    assert_eq!(early, Err(Failure::Invalid(vec!["on"])));
}

#[tokio::test]
async fn two_people_approve_it_and_then_it_is_found_by_no_page() {
    let app = TestApp::new().await;
    let id = closed(&app, WORDS).await;
    let report = app.stored(id).await.value.reports[0].report;
    app.clock.forward(TimeDelta::days(366));
    propose(&app).await;
    let list = list(&app).await;
    let coordinator = app.as_role(Role::Coordinator).await;
    coordinator
        .get("/vandaag")
        .await
        .ok()
        .says("Lijst van wat weg mag")
        .says("Bekijk de lijst");
    let path = format!("/bewaren/{list}");
    coordinator
        .get(&path)
        .await
        .ok()
        .says("HS-2026-0001, met één melding")
        .says("Keur goed dat dit weg mag")
        .does_not_say(WORDS);
    let (_, archivist) = approved(&app).await;
    archivist
        .get("/vandaag")
        .await
        .ok()
        .says("Lijst van wat weg mag")
        .does_not_say(WORDS);
    archivist
        .get(&path)
        .await
        .ok()
        .says("Goedgekeurd door Test coordinator")
        .says("Geef vrij om te vernietigen")
        .does_not_say(WORDS);
    assert!(
        archivist
            .get(&format!("/signalen/{id}"))
            .await
            .attributes("h1", "class")
            .is_empty()
    );
    archivist.get(&format!("/signalen/{id}")).await.not_found();
    say_yes(&archivist, list, "vrijgeven").await.leads_to();
    assert_eq!(destroy(&app).await.gone, 1);
    assert_eq!(destroy(&app).await.gone, 0, "carried out once");

    for gone in [
        format!("/signalen/{id}"),
        format!("/signalen/{id}/bewaarplicht"),
        format!("/signalen/{id}/delen"),
        format!("/meldingen/{report}"),
        format!("/meldingen/{report}/melder"),
        format!("/meldingen/{report}/terugkoppeling"),
        format!("/meldingen/{report}/bewaarplicht"),
    ] {
        coordinator.get(&gone).await.not_found();
    }
    for page in [
        "/signalen",
        "/signalen?gesloten=ja",
        "/meldingen",
        "/vandaag",
        "/zoeken?q=eetzaak",
    ] {
        coordinator.get(page).await.does_not_say(WORDS);
    }
    coordinator
        .get(&format!("/bewaren/{list}/verklaring"))
        .await
        .ok()
        .says("HS-2026-0001")
        .says("Test archivist")
        .says("Selectielijst 2020")
        .does_not_say(WORDS);
    let verified = app.services.store.verify(&HERE.into()).await.unwrap();
    assert!(matches!(verified, meldroute_core::ports::Verified::Holds { .. }));
    app.as_role(Role::PrivacyOfficer)
        .await
        .get("/privacy/journaal")
        .await
        .ok()
        .does_not_say(WORDS);
}

#[tokio::test]
async fn a_hold_that_comes_late_keeps_it_at_each_step() {
    let app = TestApp::new().await;
    let id = closed(&app, WORDS).await;
    app.clock.forward(TimeDelta::days(366));
    propose(&app).await;
    let (list, archivist) = approved(&app).await;
    let privacy = app.as_role(Role::PrivacyOfficer).await;
    let path = format!("/signalen/{id}/bewaarplicht");
    let empty = privacy.post(&path, &[("what", "set"), ("reason", " ")]).await;
    assert_eq!(empty.status, 400);
    privacy
        .post(&path, &[("what", "set"), ("reason", "Strafzaak.")])
        .await
        .leads_to();
    privacy
        .get(&format!("/signalen/{id}"))
        .await
        .ok()
        .says("Strafzaak.")
        .says("Hef de bewaarplicht op");
    privacy
        .get("/bewaren")
        .await
        .ok()
        .says("HS-2026-0001")
        .does_not_say("Strafzaak");
    let refused = say_yes(&archivist, list, "vrijgeven").await;
    assert_eq!(refused.status, 409);
    refused.says("Op de lijst staat iets met een bewaarplicht");
    // Lifted, released, and held again before the night.
    privacy
        .post(&path, &[("what", "lift"), ("reason", "Klaar.")])
        .await
        .leads_to();
    say_yes(&archivist, list, "vrijgeven").await.leads_to();
    privacy
        .post(&path, &[("what", "set"), ("reason", "Toch niet.")])
        .await
        .leads_to();
    let carried_out = destroy(&app).await;
    assert_eq!((carried_out.gone, carried_out.stayed.len()), (0, 1));
    privacy.get(&format!("/signalen/{id}")).await.ok().says(WORDS);
    privacy
        .get(&format!("/bewaren/{list}"))
        .await
        .ok()
        .says("Bleef staan: er geldt een bewaarplicht");
    assert_eq!(state(&app, list).await, ListState::Done { certificate: None });
    assert_eq!(propose(&app).await, 0, "a hold keeps it off the next list, too");
}

/// After the term of a closed signal.
fn after_its_term(app: &TestApp) {
    app.clock.forward(TimeDelta::days(366));
}

#[tokio::test]
async fn an_emergency_opening_that_nobody_judged_keeps_it() {
    let app = TestApp::new().await;
    let signal = closed(&app, WORDS).await;
    after_its_term(&app);
    let number = app.stored(signal).await.number;
    let officer = app.as_role(Role::EnforcementOfficer).await;
    let asked = [
        ("number", number.as_str()),
        ("reason", "Zij staat nu voor de deur"),
    ];
    officer.fill("/noodtoegang", &asked).await.leads_to();
    assert_eq!(propose(&app).await, 0, "the privacy officer has not judged it");
    let privacy = app.as_role(Role::PrivacyOfficer).await;
    let openings = privacy.get("/privacy/noodtoegang").await.ok();
    let judge = openings.attributes("tbody th a", "href").pop().unwrap();
    let fields = [("justified", "yes"), ("words", "Nagevraagd bij de teamleider")];
    privacy.post(&judge, &fields).await.leads_to();
    assert_eq!(propose(&app).await, 1);
}

#[tokio::test]
async fn what_somebody_asked_to_see_stays_until_they_have_an_answer_also_when_it_was_approved() {
    let app = TestApp::new().await;
    let signal = closed(&app, WORDS).await;
    after_its_term(&app);
    assert_eq!(propose(&app).await, 1);
    let (id, archivist) = approved(&app).await;
    let privacy = app.as_role(Role::PrivacyOfficer).await;
    let claim = crate::claims::entered(&privacy, "access").await;
    let passage = [("part", "title"), ("choice", "give")];
    let place = format!("{claim}/signaal/{signal}");
    privacy.post(&place, &passage).await.leads_to();
    say_yes(&archivist, id, "vrijgeven").await.leads_to();
    destroy(&app).await;
    assert_eq!(app.stored(signal).await.value.title, WORDS, "it is not destroyed");
    let answer = [("text", "Hierbij wat wij van u hebben.")];
    privacy
        .post(&format!("{claim}/antwoord"), &answer)
        .await
        .leads_to();
    assert_eq!(propose(&app).await, 1, "now it can go on a list again");
}

#[tokio::test]
async fn a_rule_that_changed_since_keeps_it() {
    let app = TestApp::new().await;
    closed(&app, WORDS).await;
    app.clock.forward(TimeDelta::days(366));
    propose(&app).await;
    let (list, archivist) = approved(&app).await;
    say_yes(&archivist, list, "vrijgeven").await.leads_to();
    let mut configuration = (*app.configuration()).clone();
    for rule in &mut configuration.retention.as_mut().unwrap().rules {
        rule.term = Some(meldroute_core::retention::term::Term::Years(2));
    }
    app.configurations.put(configuration);
    let carried_out = destroy(&app).await;
    assert_eq!((carried_out.gone, carried_out.stayed.len()), (0, 1));
    let coordinator = app.as_role(Role::Coordinator).await;
    coordinator
        .get(&format!("/bewaren/{list}"))
        .await
        .ok()
        .says("Bleef staan: de regels zeggen nu iets anders");
}

#[tokio::test]
async fn the_same_person_can_not_approve_twice_and_a_form_counts_once() {
    let app = TestApp::new().await;
    closed(&app, WORDS).await;
    app.clock.forward(TimeDelta::days(366));
    propose(&app).await;
    let list = list(&app).await;
    let both = vec![app.grant(Role::Coordinator), app.grant(Role::Archivist)];
    app.add(HERE, "beide", both).await;
    let both = app.logged_in(HERE, "beide").await;
    let approve = format!("/bewaren/{list}/akkoord");
    let wrong = both.post(&approve, &[("seen", "7")]).await;
    assert_eq!(wrong.status, 409, "somebody approves only what they saw");
    let page = both.get(&format!("/bewaren/{list}")).await.ok();
    let seen = page.attributes("input[name=seen]", "value").remove(0);
    both.post(&approve, &[("seen", &seen)]).await.leads_to();
    let replayed = both.post(&approve, &[("seen", &seen)]).await;
    assert_eq!(replayed.status, 409);
    both.get(&format!("/bewaren/{list}"))
        .await
        .ok()
        .says("U keurde deze lijst al goed");
    let archivist = app.as_role(Role::Archivist).await;
    let page = archivist.get(&format!("/bewaren/{list}")).await.ok();
    let seen = page.attributes("input[name=seen]", "value").remove(0);
    let release = format!("/bewaren/{list}/vrijgeven");
    let same = both.post(&release, &[("seen", &seen)]).await;
    assert_eq!(same.status, 409);
    same.says("Iemand anders moet haar vrijgeven");
    assert_eq!(destroy(&app).await.gone, 0, "one approval is none");
    archivist.post(&release, &[("seen", &seen)]).await.leads_to();
    assert_eq!(archivist.post(&release, &[("seen", &seen)]).await.status, 409);
}

#[tokio::test]
async fn another_municipality_sees_and_approves_nothing() {
    let app = TestApp::with_neighbour().await;
    closed(&app, WORDS).await;
    app.clock.forward(TimeDelta::days(366));
    propose(&app).await;
    let list = list(&app).await;
    for role in [Role::Coordinator, Role::Archivist, Role::PrivacyOfficer] {
        let stranger = app.as_role_in(crate::testkit::NEIGHBOUR, role).await;
        stranger.get("/bewaren").await.ok().does_not_say("Lijst van");
        stranger.get(&format!("/bewaren/{list}")).await.not_found();
        stranger
            .get(&format!("/bewaren/{list}/verklaring"))
            .await
            .not_found();
    }
    let stranger = app.as_role_in(crate::testkit::NEIGHBOUR, Role::Coordinator).await;
    stranger
        .post(&format!("/bewaren/{list}/akkoord"), &[("seen", "1")])
        .await
        .not_found();
    assert_eq!(state(&app, list).await, ListState::Proposed);
}

#[tokio::test]
async fn the_owner_keeps_something_and_the_archivist_gives_back() {
    let app = TestApp::new().await;
    closed(&app, WORDS).await;
    closed(&app, "Een ander signaal").await;
    app.clock.forward(TimeDelta::days(366));
    assert_eq!(propose(&app).await, 2);
    let list = list(&app).await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let page = coordinator.get(&format!("/bewaren/{list}")).await.ok();
    let keep = page.attributes("a[href*='/langer/']", "href");
    assert_eq!(keep.len(), 2);
    let until = (program(&app).today + chrono::Days::new(30)).to_string();
    let wrong = coordinator
        .post(&keep[0], &[("until", "2020-01-01"), ("reason", "")])
        .await;
    assert_eq!(wrong.status, 400);
    wrong.says("Kies een dag na vandaag.").says("Schrijf op waarom.");
    coordinator
        .post(&keep[0], &[("until", &until), ("reason", "Nog in gesprek.")])
        .await
        .leads_to();
    coordinator
        .get(&format!("/bewaren/{list}"))
        .await
        .ok()
        .does_not_say("Nog in gesprek");
    let (_, archivist) = approved(&app).await;
    let back = format!("/bewaren/{list}/terug");
    assert_eq!(archivist.post(&back, &[("reason", "")]).await.status, 400);
    archivist
        .post(&back, &[("reason", "De grondslag klopt niet.")])
        .await
        .leads_to();
    coordinator
        .get(&format!("/bewaren/{list}"))
        .await
        .ok()
        .says("De grondslag klopt niet.");
    let (_, archivist) = approved(&app).await;
    say_yes(&archivist, list, "vrijgeven").await.leads_to();
    assert_eq!(destroy(&app).await.gone, 1);
    app.clock.forward(TimeDelta::days(30));
    assert_eq!(propose(&app).await, 0, "kept until the end of that day");
    app.clock.forward(TimeDelta::days(1));
    assert_eq!(propose(&app).await, 1);
}

#[tokio::test]
async fn without_rules_nothing_is_ever_proposed() {
    let app = TestApp::new().await;
    closed(&app, WORDS).await;
    let mut configuration = (*app.configuration()).clone();
    configuration.retention = None;
    app.configurations.put(configuration);
    app.clock.forward(TimeDelta::days(40_000));
    assert_eq!(propose(&app).await, 0);
    let coordinator = app.as_role(Role::Coordinator).await;
    coordinator
        .get("/bewaren")
        .await
        .ok()
        .says("Er zijn geen bewaarregels.");
}

#[tokio::test]
async fn nobody_but_the_program_proposes_or_destroys() {
    let app = TestApp::new().await;
    closed(&app, WORDS).await;
    app.clock.forward(TimeDelta::days(366));
    for role in Role::ALL {
        let actor = app.actor_with(vec![app.grant(role)]);
        let proposed = retention::propose(&app.services, &actor, actor.today).await;
        assert!(matches!(proposed, Err(Failure::Denied(_))), "{role:?}");
        let destroyed = retention::destroy(&app.services, &actor, actor.today).await;
        assert!(matches!(destroyed, Err(Failure::Denied(_))), "{role:?}");
    }
}
