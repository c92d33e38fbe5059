// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Attacks on the gate before sources: whoever tries whatever on a question that may not be asked, no call goes out.

use axum::http::Method;
use chrono::TimeDelta;
use meldroute_core::{
    configuration::Configuration,
    enrichment::RegisterTrouble,
    id::{QueryId, SignalId},
    policy::Role,
    signal::{
        GateDecision, Signal,
        act::{Act, QueryStep},
        stage::Stage,
    },
    usecase::{
        Failure, enrichment,
        signal::{self, Once},
    },
};
use meldroute_web::access_table;

use crate::{
    queries::page,
    testkit::{HERE, NEIGHBOUR, TestApp, Visitor},
};

/// A question that may not be asked, or not any more.
#[derive(Clone, Copy, Debug)]
enum Shut {
    Waiting,
    Refused,
    Withdrawn,
    NoHit,
    NoHitAfterAHit,
    Answered,
    Expired,
    SubjectStruck,
    SourceGone,
    DecisionNeededSince,
    FieldGone,
    GateRefusedSince,
    Closed,
    NotConnected,
}

impl Shut {
    const ALL: [Self; 14] = [
        Self::Waiting,
        Self::Refused,
        Self::Withdrawn,
        Self::NoHit,
        Self::NoHitAfterAHit,
        Self::Answered,
        Self::Expired,
        Self::SubjectStruck,
        Self::SourceGone,
        Self::DecisionNeededSince,
        Self::FieldGone,
        Self::GateRefusedSince,
        Self::Closed,
        Self::NotConnected,
    ];
}

async fn ask(app: &TestApp, (signal, query): (SignalId, QueryId), reads: bool) {
    let coordinator = app.actor("coordinator").await;
    let (services, once) = (&app.services, Once::default());
    let asked = if reads {
        enrichment::read(services, &coordinator, (signal, query), once).await
    } else {
        enrichment::look(services, &coordinator, (signal, query), once).await
    };
    asked.unwrap();
}

async fn step(app: &TestApp, login: &str, (signal, query): (SignalId, QueryId), step: QueryStep) {
    let actor = app.actor(login).await;
    let act = Act::StepQuery { query, step };
    signal::act(&app.services, &actor, signal, Once::default(), act)
        .await
        .unwrap();
}

/// Changes a signal behind the back of its rules, as far as a test must.
async fn change(app: &TestApp, id: SignalId, change: impl FnOnce(&mut Signal)) {
    let mut stored = app.stored(id).await;
    change(&mut stored.value);
    let configuration = app.configuration();
    let write = meldroute_core::change::Write::save_signal(stored.value, stored.revision, &configuration);
    let about = meldroute_core::audit::About::Signal(id);
    app.write(HERE, write, meldroute_core::audit::Event::Observed, about)
        .await;
}

fn configure(app: &TestApp, change: impl FnOnce(&mut Configuration)) {
    let mut configuration = Configuration::clone(&app.configuration());
    change(&mut configuration);
    app.configurations.put(configuration);
}

/// A question that stands so. The last call that was rightly made is behind it.
async fn standing(app: &TestApp, shut: Shut) -> (SignalId, QueryId) {
    app.connect(&["vergunningen", "bibob"]);
    app.as_role(Role::PrivacyOfficer).await;
    let signal = app.with_subjects("Hotel").await;
    let register = match shut {
        Shut::Waiting | Shut::Refused => "bibob",
        _ => "vergunningen",
    };
    let of = (signal, app.query(signal, register).await);
    match shut {
        Shut::Waiting => {}
        Shut::Refused => {
            let (granted, reason) = (false, "Kan met minder.".to_owned());
            step(app, "privacy-officer", of, QueryStep::Decide { granted, reason }).await;
        }
        Shut::Withdrawn => {
            let reason = "Niet nodig.".to_owned();
            step(app, "coordinator", of, QueryStep::Withdraw { reason }).await;
        }
        Shut::NoHit => ask(app, of, false).await,
        Shut::NoHitAfterAHit => {
            app.sources_say(1, &[]);
            ask(app, of, false).await;
            app.sources_say(0, &[]);
            ask(app, of, true).await;
        }
        Shut::Answered | Shut::Expired => {
            app.sources_say(1, &[("Soort", "Exploitatie")]);
            ask(app, of, false).await;
            ask(app, of, true).await;
            if matches!(shut, Shut::Expired) {
                app.clock.forward(TimeDelta::days(181));
            }
        }
        Shut::SubjectStruck => {
            let reason = "Een ander huis.".to_owned();
            app.act(signal, Act::StrikeSubject { index: 0, reason }).await;
        }
        Shut::SourceGone => configure(app, |c| c.registers.retain(|it| it.id.as_str() != "vergunningen")),
        Shut::DecisionNeededSince => configure(app, |c| {
            for register in &mut c.registers {
                register.decided_by = Some(Role::PrivacyOfficer);
            }
        }),
        Shut::FieldGone => configure(app, |c| {
            for register in &mut c.registers {
                register.fields = vec!["Status".to_owned()];
            }
        }),
        Shut::GateRefusedSince => {
            change(app, signal, |signal| {
                let granted = signal.gates[0].clone();
                signal.gates.push(GateDecision {
                    granted: false,
                    ..granted
                });
            })
            .await;
            app.act(signal, Act::MoveOn).await;
        }
        Shut::Closed => {
            let by = app.person("coordinator").await;
            let at = app.now();
            change(app, signal, |signal| {
                let result = "Niets.".to_owned();
                signal.stage = Stage::Closed { at, by, result };
            })
            .await;
        }
        Shut::NotConnected => app.registers.connected.lock().unwrap().clear(),
    }
    of
}

/// Somebody of each role, logged in.
async fn everybody(app: &TestApp) -> Vec<(Role, Visitor)> {
    let mut all = Vec::new();
    for role in Role::ALL {
        all.push((role, app.as_role(role).await));
    }
    all
}

#[tokio::test]
async fn nobody_gets_a_call_out_for_a_question_that_may_not_be_asked() {
    for shut in Shut::ALL {
        let app = TestApp::new().await;
        let (signal, query) = standing(&app, shut).await;
        let before = app.calls();
        app.sources_say(1, &[("Soort", "geheim")]);
        for (role, visitor) in everybody(&app).await {
            for what in ["look", "read", "end", "decide"] {
                let forged = [
                    ("step", what),
                    // The privacy officer may decide rightly, so says no.
                    ("granted", if role == Role::PrivacyOfficer { "no" } else { "yes" }),
                    ("decide", "Ik vind van wel."),
                    ("reads", "true"),
                    ("state", "ready"),
                ];
                let answer = visitor.post(&page(signal, query), &forged).await;
                assert!(!answer.words().contains("geheim"), "{shut:?}: {role:?} {what}");
            }
            assert_eq!(app.calls(), before, "{shut:?}: {role:?}");
        }
    }
}

#[tokio::test]
async fn no_other_route_asks_a_source() {
    let app = TestApp::new().await;
    let (signal, query) = standing(&app, Shut::Waiting).await;
    let ready = app.query(signal, "vergunningen").await;
    let ids = [
        ("{id}", signal.to_string()),
        ("{signal}", signal.to_string()),
        ("{query}", ready.to_string()),
        ("{register}", "vergunningen".to_owned()),
        ("{municipality}", HERE.to_owned()),
        ("{language}", "nl".to_owned()),
    ];
    let filled = |path: &str| {
        let mut path = ids
            .iter()
            .fold(path.to_owned(), |path, (name, id)| path.replace(name, id));
        while let (Some(from), Some(to)) = (path.find('{'), path.find('}')) {
            path.replace_range(from..=to, &query.to_string());
        }
        path
    };
    let fields = [
        ("step", "look"),
        ("query", &*ready.to_string()),
        ("register", "vergunningen"),
    ];
    let everybody = everybody(&app).await;
    for route in access_table() {
        let path = filled(route.path);
        // The one place where a source is asked; logging out would end the test.
        let own = route.method == Method::POST && route.path.ends_with("/bronvragen/{query}");
        if own || route.path == "/uitloggen" {
            continue;
        }
        for (role, visitor) in &everybody {
            if route.method == Method::POST {
                visitor.post(&path, &fields).await;
            } else if route.path.contains("bron") {
                visitor.get(&format!("{path}?step=look")).await;
            }
            assert_eq!(app.calls(), 0, "{} {path} as {role:?}", route.method);
        }
    }
}

#[tokio::test]
async fn a_ready_question_is_asked_only_by_who_enriches_and_read_only_after_a_hit() {
    for role in Role::ALL {
        let app = TestApp::new().await;
        app.connect(&["vergunningen"]);
        let signal = app.with_subjects("Hotel").await;
        let of = page(signal, app.query(signal, "vergunningen").await);
        let visitor = app.as_role(role).await;
        app.sources_say(1, &[]);
        visitor.post(&of, &[("step", "read")]).await;
        assert_eq!(app.calls(), 0, "{role:?} read before a hit");
        visitor.post(&of, &[("step", "look")]).await;
        let may = matches!(role, Role::Coordinator | Role::ContactOfficer | Role::Enricher);
        assert_eq!(app.calls(), usize::from(may), "{role:?}");
        visitor.post(&of, &[("step", "look")]).await;
        assert_eq!(app.calls(), usize::from(may), "{role:?} looked twice");
        visitor.post(&of, &[("step", "read")]).await;
        visitor.post(&of, &[("step", "read")]).await;
        assert_eq!(
            app.calls(),
            usize::from(may) * 2,
            "{role:?} read after a hit, once"
        );
    }
}

#[tokio::test]
async fn who_wrote_a_question_down_does_not_decide_on_it_in_another_role() {
    let app = TestApp::new().await;
    app.connect(&["bibob"]);
    let signal = app.with_subjects("Hotel").await;
    let query = app.query(signal, "bibob").await;
    let coordinator = app.person("coordinator").await;
    change(&app, signal, |signal| signal.queries[0].by = coordinator).await;
    let both = vec![app.grant(Role::Coordinator), app.grant(Role::PrivacyOfficer)];
    let person = app.add(HERE, "beide", both).await;
    change(&app, signal, |signal| signal.queries[0].by = person).await;
    let visitor = app.logged_in(HERE, "beide").await;
    visitor
        .get(&page(signal, query))
        .await
        .ok()
        .says("Een ander beslist erover.");
    let yes = [("step", "decide"), ("granted", "yes"), ("decide", "Mag.")];
    let answer = visitor.post(&page(signal, query), &yes).await;
    assert_eq!(answer.status, 409);
    visitor.post(&page(signal, query), &[("step", "look")]).await;
    assert_eq!(app.calls(), 0);
}

#[tokio::test]
async fn a_form_that_is_sent_again_asks_once() {
    let app = TestApp::new().await;
    app.connect(&["vergunningen"]);
    let signal = app.with_subjects("Hotel").await;
    let of = page(signal, app.query(signal, "vergunningen").await);
    let coordinator = app.as_role(Role::Coordinator).await;
    *app.registers.says.lock().unwrap() = Some(Err(RegisterTrouble::TimedOut));
    let begun = coordinator.get(&of).await.ok();
    for _ in 0..3 {
        coordinator
            .send_back(&begun, &of, &[("step", "look")])
            .await
            .leads_to();
    }
    assert_eq!(app.calls(), 1, "the question is still open, the form is used up");
    coordinator.fill(&of, &[("step", "look")]).await.leads_to();
    assert_eq!(app.calls(), 2, "a new form asks anew");
}

#[tokio::test]
async fn a_form_without_the_token_of_the_session_asks_nothing() {
    let app = TestApp::new().await;
    app.connect(&["vergunningen"]);
    let signal = app.with_subjects("Hotel").await;
    let of = page(signal, app.query(signal, "vergunningen").await);
    let coordinator = app.as_role(Role::Coordinator).await;
    let ours = [
        ("origin", "http://127.0.0.1:8080"),
        ("sec-fetch-site", "same-origin"),
    ];
    let answer = coordinator
        .post_as(&of, &[("step", "look"), ("csrf", "geraden")], &ours)
        .await;
    assert_eq!(answer.status, 403);
    let token = coordinator.cookie("meldroute-form").unwrap();
    let theirs = [
        ("origin", "https://elders.example"),
        ("sec-fetch-site", "cross-site"),
    ];
    let answer = coordinator
        .post_as(&of, &[("step", "look"), ("csrf", &token)], &theirs)
        .await;
    assert_eq!(answer.status, 403);
    assert_eq!(app.calls(), 0);
}

#[tokio::test]
async fn another_municipality_neither_sees_nor_asks() {
    let app = TestApp::with_neighbour().await;
    app.connect(&["vergunningen"]);
    let signal = app.with_subjects("Hotel").await;
    let query = app.query(signal, "vergunningen").await;
    for role in Role::ALL {
        let stranger = app.as_role_in(NEIGHBOUR, role).await;
        stranger.get(&page(signal, query)).await.not_found();
        stranger
            .get(&format!("/signalen/{signal}/bronnen"))
            .await
            .not_found();
        for step in ["look", "read", "decide", "withdraw"] {
            let form = [
                ("step", step),
                ("granted", "yes"),
                ("decide", "x"),
                ("withdraw", "x"),
            ];
            stranger.post(&page(signal, query), &form).await.not_found();
        }
    }
    assert_eq!(app.calls(), 0);
}

#[tokio::test]
async fn the_use_case_of_acts_does_not_ask_or_answer_for_a_source() {
    let app = TestApp::new().await;
    let (signal, query) = standing(&app, Shut::Waiting).await;
    let coordinator = app.actor("coordinator").await;
    let said = Ok(meldroute_core::enrichment::Answer::default());
    for step in [QueryStep::Look, QueryStep::Read, QueryStep::End(said)] {
        let act = Act::StepQuery { query, step };
        let done = signal::act(&app.services, &coordinator, signal, Once::default(), act).await;
        assert!(matches!(done, Err(Failure::Refused(_))));
    }
    assert_eq!(app.calls(), 0);
}
