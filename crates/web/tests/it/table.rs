// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The work around a sitting: its day, who is at the table, who is concerned, the decision list, and what others see meanwhile.

use std::sync::Arc;

use chrono::TimeDelta;
use meldroute_core::{
    id::{MeetingId, MunicipalityId, PersonId, ReportId, SignalId},
    meeting::MeetingState,
    policy::{Grant, Role},
    ports::{Found, Hit, Search, SearchFailed, Services},
    usecase::search,
};

use crate::testkit::{Answer, HERE, TestApp, Visitor};

const NOTHING: [(&str, &str); 2] = [("outcome", "not-confirmed"), ("reason", "Er is niets.")];

async fn decide(visitor: &Visitor, sitting: MeetingId, signal: SignalId) -> Answer {
    let path = format!("/overleggen/{sitting}/{signal}");
    visitor.fill(&path, &NOTHING).await
}

async fn keep_out(visitor: &Visitor, sitting: MeetingId, signal: SignalId, person: PersonId) -> Answer {
    let (signal, person) = (signal.to_string(), person.to_string());
    let fields = [
        ("signal", signal.as_str()),
        ("person", person.as_str()),
        ("reason", "Familie van de eigenaar."),
    ];
    visitor
        .fill(&format!("/overleggen/{sitting}/betrokken"), &fields)
        .await
}

/// A member of the signalenoverleg, logged in.
async fn member(app: &TestApp, login: &str) -> Visitor {
    let grant = app.grant(Role::BodyMember);
    app.add(HERE, login, vec![grant]).await;
    app.logged_in(HERE, login).await
}

#[tokio::test]
async fn the_days_of_the_rhythm_are_proposed_with_the_holidays_taken_out() {
    let app = TestApp::new().await;
    let mut configuration = (*app.configuration()).clone();
    // 25 December is a Friday; the test begins in November.
    configuration.bodies[0].rhythm = toml_rhythm("friday");
    app.configurations.put(configuration);
    let coordinator = app.as_role(Role::Coordinator).await;
    let page = coordinator.get("/overleggen").await.ok();
    page.says("ma 28 december 2026 Want vr 25 december is eerste kerstdag.")
        .says("Alleen wanneer iemand het plant.");
    // Who only sits there plans nothing.
    let member = app.as_role(Role::BodyMember).await.get("/overleggen").await.ok();
    member.does_not_say("Data volgens het ritme");
}

fn toml_rhythm(weekday: &str) -> meldroute_core::calendar::rhythm::Rhythm {
    serde_json::from_value(serde_json::json!({ "every": "week", "weekday": weekday })).unwrap()
}

#[tokio::test]
async fn a_sitting_moves_with_its_agenda_and_its_guests() {
    let app = TestApp::new().await;
    let signal = app.before_the_body("Eetzaak").await;
    let sitting = app.planned("signalenoverleg").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    app.as_role(Role::Guest).await;
    let (agenda, day) = (
        format!("/overleggen/{sitting}"),
        format!("/overleggen/{sitting}/dag"),
    );
    let fields = [
        ("guest", app.person("guest").await.to_string()),
        ("signal", signal.to_string()),
        ("reason", "Kent het gezin.".to_owned()),
    ];
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    coordinator
        .fill(&format!("{agenda}/gast"), &fields)
        .await
        .leads_to();

    let move_to =
        |on: &'static str, reason: &'static str| [("step", "move"), ("on", on), ("move-reason", reason)];
    assert_eq!(
        coordinator.post(&day, &move_to("2026-12-01", "")).await.status,
        400
    );
    assert_eq!(
        coordinator
            .post(&day, &move_to("2026-11-01", "Later."))
            .await
            .status,
        400
    );
    let page = coordinator
        .post_and_follow(&day, &move_to("2026-12-01", "De zaal is bezet."))
        .await;
    page.says("De vergadering is verzet.")
        .says("di 1 december 2026")
        .says("Eetzaak");
    app.clock.forward(TimeDelta::days(5));
    let guest = app.as_role(Role::Guest).await;
    guest.get(&agenda).await.ok().says("Eetzaak");

    // It is not held: nobody comes, and the signal is ready for the next one.
    let cancel = [("step", "cancel"), ("cancel-reason", "Niemand kan.")];
    let coordinator = app.as_role(Role::Coordinator).await;
    let page = coordinator.post_and_follow(&day, &cancel).await;
    page.says("Afgezegd: Niemand kan.")
        .says("Houd de vergadering toch");
    guest.get(&agenda).await.not_found();
    let start = [("step", "start")];
    assert_eq!(coordinator.post(&agenda, &start).await.status, 409);
    let other = app.planned("signalenoverleg").await;
    coordinator
        .get(&format!("/overleggen/{other}"))
        .await
        .ok()
        .says("Eetzaak");

    let page = coordinator
        .post_and_follow(&agenda, &[("step", "reinstate")])
        .await;
    page.says("De agenda is leeg.").says("Klaar voor de agenda");
    app.as_role(Role::BodyMember)
        .await
        .post(&day, &cancel)
        .await
        .not_found();
}

#[tokio::test]
async fn two_sittings_of_a_body_are_not_on_one_day() {
    let app = TestApp::new().await;
    let first = app.planned("signalenoverleg").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let move_to = |on| [("step", "move"), ("on", on), ("move-reason", "Zo.")];
    let second = app.services.minter.mint().to_string();
    let plan = [
        ("id", second.as_str()),
        ("body", "signalenoverleg"),
        ("on", "2026-12-01"),
    ];
    coordinator.post("/overleggen", &plan).await.leads_to();
    let day = format!("/overleggen/{first}/dag");
    let answer = coordinator.post(&day, &move_to("2026-12-01")).await;
    assert_eq!(answer.status, 400);
    answer.says("Er is al een vergadering op deze dag.");
}

#[tokio::test]
async fn with_too_few_members_nothing_is_decided() {
    let app = TestApp::new().await;
    let mut configuration = (*app.configuration()).clone();
    configuration.bodies[0].quorum = Some(2);
    app.configurations.put(configuration);
    let signal = app.before_the_body("Eetzaak").await;
    let sitting = app.sitting("signalenoverleg").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    member(&app, "ellen").await;
    let answer = decide(&coordinator, sitting, signal).await;
    assert_eq!(answer.status, 409);
    answer.says("Er zijn 0 leden vastgelegd; voor een besluit zijn er 2 nodig.");
    let table = format!("/overleggen/{sitting}/tafel");
    coordinator
        .get(&table)
        .await
        .ok()
        .says("Test ellen")
        .says("Besluiten kan als er 2");
    let present = [
        ("step", "present".to_owned()),
        ("present", app.person("coordinator").await.to_string()),
        ("present", app.person("ellen").await.to_string()),
    ];
    let present: Vec<_> = present
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    coordinator
        .post_and_follow(&table, &present)
        .await
        .says("Test ellen");
    decide(&coordinator, sitting, signal).await.leads_to();
    // Somebody without a seat is not there.
    app.as_role(Role::EnforcementOfficer).await;
    let stranger = app.person("enforcement-officer").await.to_string();
    let answer = coordinator
        .post(&table, &[("step", "present"), ("present", &stranger)])
        .await;
    assert_eq!(answer.status, 409);
}

#[tokio::test]
async fn a_substitute_is_a_member_until_the_day_is_over() {
    let app = TestApp::new().await;
    app.before_the_body("Eetzaak").await;
    let sitting = app.planned("signalenoverleg").await;
    member(&app, "ellen").await;
    app.as_role(Role::EnforcementOfficer).await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let (agenda, table) = (
        format!("/overleggen/{sitting}"),
        format!("/overleggen/{sitting}/tafel"),
    );
    let officer = app.as_role(Role::EnforcementOfficer).await;
    officer.get(&agenda).await.not_found();
    let name = async |instead: &str, person: &str| {
        let fields = [
            ("step", "substitute".to_owned()),
            ("instead", app.person(instead).await.to_string()),
            ("person", app.person(person).await.to_string()),
        ];
        let fields: Vec<_> = fields
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        coordinator.post(&table, &fields).await
    };
    name("ellen", "enforcement-officer").await.leads_to();
    officer.get(&agenda).await.ok().says("Eetzaak");
    coordinator
        .get(&table)
        .await
        .ok()
        .says("Test enforcement-officer komt in plaats van Test ellen.");
    // Whoever acts for another organisation gets no seat of the municipality.
    app.as_role(Role::ChainPartner).await;
    assert_eq!(name("ellen", "chain-partner").await.status, 409);
    app.clock.forward(TimeDelta::days(2));
    app.as_role(Role::EnforcementOfficer)
        .await
        .get(&agenda)
        .await
        .not_found();
}

/// Every place at which a member could meet a signal, and what it says of it.
async fn sees(visitor: &Visitor, sitting: MeetingId, signal: SignalId) -> Vec<&'static str> {
    let mut seen = Vec::new();
    let agenda = format!("/overleggen/{sitting}");
    let pages = [
        ("agenda", agenda.clone()),
        ("list", format!("{agenda}/lijst")),
        ("paper", format!("{agenda}/lijst/pdf")),
        ("signals", "/signalen".to_owned()),
        ("today", "/vandaag".to_owned()),
        ("concerned", format!("{agenda}/betrokken")),
    ];
    for (name, path) in pages {
        let answer = visitor.get(&path).await.ok();
        if answer.html().contains("Eetzaak") || answer.html().contains("HS-2026-0001") {
            seen.push(name);
        }
    }
    for (name, path) in [
        ("item", format!("{agenda}/{signal}")),
        ("signal", format!("/signalen/{signal}")),
    ] {
        if visitor.get(&path).await.status == 200 {
            seen.push(name);
        }
    }
    seen
}

#[tokio::test]
async fn who_is_concerned_sees_nothing_before_during_and_after() {
    let app = TestApp::new().await;
    let signal = app.before_the_body("Eetzaak").await;
    let other = app.before_the_body("Nagelstudio").await;
    let sitting = app.planned("signalenoverleg").await;
    let concerned = member(&app, "ellen").await;
    let colleague = member(&app, "bram").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let everywhere = vec![
        "agenda",
        "list",
        "paper",
        "signals",
        "today",
        "concerned",
        "item",
        "signal",
    ];
    assert_eq!(
        sees(&concerned, sitting, signal).await,
        everywhere,
        "before it was said"
    );

    let ellen = app.person("ellen").await;
    keep_out(&concerned, sitting, signal, ellen).await.leads_to();
    let nothing: Vec<&str> = Vec::new();
    assert_eq!(
        sees(&concerned, sitting, signal).await,
        nothing,
        "before the sitting"
    );
    assert_eq!(
        sees(&colleague, sitting, signal).await,
        everywhere,
        "the others go on"
    );
    // They see the rest, and cannot let themselves in again, nor break the glass.
    let agenda = format!("/overleggen/{sitting}");
    concerned
        .get(&agenda)
        .await
        .ok()
        .says("Nagelstudio")
        .says("Niet voor u");
    let back = [
        ("step", "in".to_owned()),
        ("signal", signal.to_string()),
        ("person", ellen.to_string()),
        ("reason", "Toch niet.".to_owned()),
    ];
    let back: Vec<_> = back.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let aside = format!("{agenda}/betrokken");
    assert_eq!(concerned.post(&aside, &back).await.status, 400);
    assert_eq!(
        colleague.post(&aside, &back).await.status,
        404,
        "nor does another member"
    );

    coordinator.post(&agenda, &[("step", "start")]).await.leads_to();
    assert_eq!(
        sees(&concerned, sitting, signal).await,
        nothing,
        "during the sitting"
    );
    let path = format!("{agenda}/{signal}");
    concerned.post(&path, &NOTHING).await.not_found();
    decide(&coordinator, sitting, signal).await.leads_to();
    decide(&coordinator, sitting, other).await.leads_to();
    coordinator.post(&agenda, &[("step", "close")]).await.leads_to();
    assert_eq!(
        sees(&concerned, sitting, signal).await,
        nothing,
        "after the sitting"
    );
    let list = coordinator.get(&format!("{agenda}/lijst")).await.ok();
    list.says("1 lid was er niet bij")
        .does_not_say("Familie van de eigenaar");

    // Who leads the meeting lets them in, with a reason.
    coordinator.post(&aside, &back).await.leads_to();
    concerned.get(&format!("/signalen/{signal}")).await.ok();
    let happened = app.happened().await;
    assert!(happened.contains("recused") && happened.contains("readmitted"));
}

#[tokio::test]
async fn who_is_concerned_sees_nothing_of_the_reports_behind_it_either() {
    let app = TestApp::new().await;
    let signal = app.before_the_body("Eetzaak").await;
    let sitting = app.planned("signalenoverleg").await;
    let report = app.stored(signal).await.value.reports[0].report;
    let path = format!("/meldingen/{report}");
    let coordinator = app.as_role(Role::Coordinator).await;
    let officer = app.as_role(Role::ContactOfficer).await;
    let list = "/meldingen?lijst=in-signaal";
    officer.get(&path).await.ok();
    officer.get(list).await.ok().says("Eetzaak");
    let concerned = app.person("contact-officer").await;
    keep_out(&coordinator, sitting, signal, concerned)
        .await
        .leads_to();
    officer.get(&path).await.not_found();
    officer.get(list).await.ok().does_not_say("Eetzaak");
    coordinator.get(&path).await.ok();
}

#[tokio::test]
async fn somebody_who_still_holds_work_is_not_kept_out() {
    let app = TestApp::new().await;
    let signal = app.before_the_body("Eetzaak").await;
    let sitting = app.sitting("signalenoverleg").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let owner = app.person("coordinator").await;
    let answer = keep_out(&coordinator, sitting, signal, owner).await;
    assert_eq!(answer.status, 409);
    answer.says("Deze persoon is eigenaar van het signaal");
    // And nobody who is kept out gets work in it.
    member(&app, "ellen").await;
    let ellen = app.person("ellen").await;
    keep_out(&coordinator, sitting, signal, ellen).await.leads_to();
    let ellen = ellen.to_string();
    let task = [
        ("outcome", "more-information"),
        ("reason", "Te weinig."),
        ("more-information-what", "Tel de bedden."),
        ("more-information-who", ellen.as_str()),
    ];
    let answer = coordinator
        .fill(&format!("/overleggen/{sitting}/{signal}"), &task)
        .await;
    assert_eq!(answer.status, 409);
    answer.says("blijft buiten dit signaal");
}

#[tokio::test]
async fn an_agenda_begins_with_what_is_new_and_says_what_came_back() {
    let app = TestApp::new().await;
    let back = app.before_the_body("Eetzaak").await;
    let first = app.sitting("signalenoverleg").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let me = app.person("coordinator").await.to_string();
    let task = [
        ("outcome", "more-information"),
        ("reason", "Te weinig."),
        ("more-information-what", "Tel de bedden."),
        ("more-information-who", &me),
    ];
    coordinator
        .fill(&format!("/overleggen/{first}/{back}"), &task)
        .await
        .leads_to();
    coordinator
        .post(&format!("/overleggen/{first}"), &[("step", "close")])
        .await
        .leads_to();
    app.clock.forward(TimeDelta::days(2));
    let coordinator = app.as_role(Role::Coordinator).await;
    let strand = app.strand(back).await.id;
    let done = [("step", "finish"), ("finish", "Zes bedden.")];
    coordinator
        .post(&format!("/opdrachten/{back}/{strand}"), &done)
        .await
        .leads_to();
    app.before_the_body("Nagelstudio").await;
    let second = app.planned("signalenoverleg").await;
    let page = coordinator.get(&format!("/overleggen/{second}")).await.ok();
    assert_eq!(
        page.all(".agenda h3"),
        ["HS-2026-0002 Nagelstudio", "HS-2026-0001 Eetzaak"]
    );
    assert_eq!(page.all(".agenda .badge:first-child"), ["nieuw", "terug"]);
}

#[tokio::test]
async fn the_chair_approves_the_decision_list_once() {
    let app = TestApp::new().await;
    let signal = app.before_the_body("Eetzaak").await;
    let sitting = app.sitting("signalenoverleg").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let agenda = format!("/overleggen/{sitting}");
    let approve = [("step", "approve")];
    assert_eq!(
        coordinator.post(&agenda, &approve).await.status,
        409,
        "it is not over"
    );
    app.clock.forward(TimeDelta::minutes(4));
    decide(&coordinator, sitting, signal).await.leads_to();
    let closed = coordinator.post_and_follow(&agenda, &[("step", "close")]).await;
    closed.says("Stel de besluitenlijst vast").says("4 minuten");
    let list = format!("{agenda}/lijst");
    coordinator
        .get(&list)
        .await
        .ok()
        .says("Concept.")
        .says("Test coordinator (Coördinator meldpunt) afwezig");
    coordinator
        .post_and_follow(&agenda, &approve)
        .await
        .says("De besluitenlijst is vastgesteld.");
    coordinator
        .get(&list)
        .await
        .ok()
        .says("Vastgesteld door Test coordinator");
    assert_eq!(coordinator.post(&agenda, &approve).await.status, 409);
    let paper = coordinator.get(&format!("{list}/pdf")).await.ok();
    assert!(paper.html().contains("Vastgesteld door"));
    app.as_role(Role::BodyMember)
        .await
        .post(&agenda, &approve)
        .await
        .not_found();
}

#[tokio::test]
async fn who_does_what_is_listed_by_number_without_what() {
    let app = TestApp::new().await;
    let signal = app.before_the_body("Eetzaak").await;
    let sitting = app.sitting("signalenoverleg").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let me = app.person("coordinator").await.to_string();
    let task = [
        ("outcome", "more-information"),
        ("reason", "Te weinig."),
        ("more-information-what", "Tel de bedden."),
        ("more-information-who", &me),
    ];
    coordinator
        .fill(&format!("/overleggen/{sitting}/{signal}"), &task)
        .await
        .leads_to();
    coordinator
        .get(&format!("/overleggen/{sitting}/lijst"))
        .await
        .ok()
        .says("Wie doet wat")
        .says("HS-2026-0001 Actie Test coordinator di 1 december 2026")
        .does_not_say("Tel de bedden");
}

#[tokio::test]
async fn a_page_that_is_open_hears_who_was_first() {
    let app = TestApp::new().await;
    let signal = app.before_the_body("Eetzaak").await;
    let sitting = app.sitting("signalenoverleg").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let member = member(&app, "ellen").await;
    let stand = format!("/overleggen/{sitting}/stand?signaal={signal}");
    let before = member.get(&stand).await.ok();
    assert!(
        before.html().contains("\"done\":0,\"first\":null"),
        "{}",
        before.html()
    );
    let reads = app.journal().await.len();
    member.get(&stand).await.ok();
    assert_eq!(
        app.journal().await.len(),
        reads,
        "it shows no content, so it is no read"
    );
    decide(&coordinator, sitting, signal).await.leads_to();
    let after = member.get(&stand).await.ok();
    assert!(
        after
            .html()
            .contains("Test coordinator legde bij dit signaal al een besluit vast")
    );
    assert!(!after.html().contains("Eetzaak") && !after.html().contains("HS-2026"));
    let loo = Grant {
        body: Some("loo".into()),
        ..Grant::of(Role::BodyMember)
    };
    app.add(HERE, "elders", vec![loo]).await;
    app.logged_in(HERE, "elders").await.get(&stand).await.not_found();
    let state = app
        .services
        .store
        .meeting(&HERE.into(), sitting)
        .await
        .unwrap()
        .unwrap();
    assert!(matches!(state.value.state, MeetingState::Open { .. }));
}

/// Finds one signal and one report, whatever was asked: what a search shows of them is for policy to say.
struct FindsBoth(SignalId, ReportId);

impl Search for FindsBoth {
    fn find(&self, _: &MunicipalityId, _: &str, _: usize) -> Result<Found, SearchFailed> {
        Ok(Found {
            hits: vec![Hit::Signal(self.0), Hit::Report(self.1)],
            filling: false,
        })
    }
}

/// How many signals and reports somebody finds; none where they may not search.
async fn finds(app: &TestApp, both: &Arc<FindsBoth>, login: &str) -> Option<(usize, usize)> {
    let services = Services {
        search: Arc::<FindsBoth>::clone(both),
        ..app.services.clone()
    };
    let actor = app.actor(login).await;
    let found = search::search(&services, &actor, "eetzaak").await.ok()?;
    Some((found.signals.len(), found.reports.len()))
}

#[tokio::test]
async fn a_search_finds_for_each_role_before_and_after_the_sitting_what_it_may_read() {
    let app = TestApp::new().await;
    let signal = app.before_the_body("Eetzaak").await;
    let report = app.stored(signal).await.value.reports[0].report;
    let both = Arc::new(FindsBoth(signal, report));
    for role in Role::ALL {
        app.as_role(role).await;
    }
    let sitting = app.sitting("signalenoverleg").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let agenda = format!("/overleggen/{sitting}");
    for moment in ["at the table", "decided", "closed"] {
        match moment {
            "decided" => decide(&coordinator, sitting, signal).await.leads_to(),
            "closed" => coordinator.post(&agenda, &[("step", "close")]).await.leads_to(),
            _ => agenda.clone(),
        };
        for role in Role::ALL {
            let may = matches!(role, Role::Coordinator | Role::ContactOfficer);
            assert_eq!(
                finds(&app, &both, role.as_str()).await,
                may.then_some((1, 1)),
                "{} {moment}",
                role.as_str()
            );
        }
    }
}

#[tokio::test]
async fn who_is_kept_out_finds_neither_the_signal_nor_its_reports_and_gets_none_suggested() {
    const BUS: &str = "Een grijze bus met kenteken XX-00-XX.";
    let app = TestApp::new().await;
    let signal = app.before_the_body("Eetzaak").await;
    let report = app.stored(signal).await.value.reports[0].report;
    let both = Arc::new(FindsBoth(signal, report));
    let coordinator = app.as_role(Role::Coordinator).await;
    let colleague = app.grant(Role::Coordinator);
    let concerned = app.add(HERE, "tweede", vec![colleague]).await;
    let second = app.logged_in(HERE, "tweede").await;
    // A report about the same bus that is part of the signal, and a new one.
    let known = app.report("Bus bij de kas", BUS).await;
    let number = app.stored(signal).await.number;
    let add = [("number", number.as_str()), ("reason", "Dezelfde bus.")];
    coordinator
        .fill(&format!("/meldingen/{known}/toevoegen"), &add)
        .await
        .leads_to();
    let new = app.report("Weer die bus", "De xx00xx stond er weer.").await;
    let page = format!("/meldingen/{new}");
    let suggested = "zelfde kenteken";
    second.get(&page).await.ok().says(suggested);
    assert_eq!(finds(&app, &both, "tweede").await, Some((1, 1)));

    let sitting = app.planned("signalenoverleg").await;
    keep_out(&coordinator, sitting, signal, concerned)
        .await
        .leads_to();
    assert_eq!(finds(&app, &both, "tweede").await, Some((0, 0)));
    second.get(&page).await.ok().does_not_say(suggested);
    assert_eq!(finds(&app, &both, "coordinator").await, Some((1, 1)));
    coordinator.get(&page).await.ok().says(suggested);
}
