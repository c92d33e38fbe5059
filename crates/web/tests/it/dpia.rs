// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The DPIA on screen: what stands open, answering, what a change makes out of date, and giving it out.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use meldroute_core::{
    audit::{About, Event},
    calendar::dutch_date,
    change::Write,
    configuration::Configuration,
    dpia::{Classification, Inputs, QUESTIONS, assess, question::Kind},
    policy::Role,
    retention::term::Term,
    sharing::Answer,
};

use crate::testkit::{HERE, NEIGHBOUR, TestApp, Visitor};

const LEAK: &str = "/privacy/dpia/vraag/lek";

fn weighed(text: &str) -> [(&str, &str); 5] {
    [
        ("text", text),
        ("likelihood", "low"),
        ("impact", "high"),
        ("level", "middle"),
        ("remaining", "low"),
    ]
}

#[tokio::test]
async fn the_privacy_officer_answers_and_looks_over() {
    let app = TestApp::new().await;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    let page = officer.get("/privacy/dpia").await.ok();
    page.says("Er is niets verouderd.")
        .says("te bevestigen door FG/jurist")
        .says("17. Maatregelen")
        .does_not_say("beantwoord");
    assert_eq!(app.journal().await.last().unwrap(), "dpia-read");

    let question = "/privacy/dpia/vraag/14.1";
    let empty = officer.fill(question, &[("text", " ")]).await;
    assert_eq!(empty.status, 400);
    empty.says("Vul een antwoord in");
    let answered = officer.fill(question, &[("text", "Minder kan niet.")]).await;
    assert_eq!(answered.leads_to(), "/privacy/dpia");
    let page = officer.get(question).await.ok();
    page.says("beantwoord").says("Minder kan niet.");
    assert_eq!(
        app.journal()
            .await
            .iter()
            .filter(|it| *it == "dpia-answered")
            .count(),
        1
    );

    // What the program knows needs no words.
    officer
        .fill("/privacy/dpia/vraag/5.2", &[("text", "")])
        .await
        .leads_to();
    officer
        .get("/privacy/dpia/vraag/5.2")
        .await
        .ok()
        .says("beantwoord");
}

#[tokio::test]
async fn a_risk_is_weighed_by_a_person_in_all_its_parts() {
    let app = TestApp::new().await;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    officer
        .get(LEAK)
        .await
        .ok()
        .says("Wat het programma ertegen doet")
        .says("Autoriteit Persoonsgegevens");
    let half = officer.fill(LEAK, &weighed("Wij wogen dit.")[..3]).await;
    assert_eq!(half.status, 400);
    half.says("Hoe groot is het risico? Kies een antwoord.")
        .says("Hoe groot is het risico dat overblijft? Kies een antwoord.")
        .says("Wij wogen dit.");
    officer.fill(LEAK, &weighed("Wij wogen dit.")).await.leads_to();
    officer
        .fill(LEAK, &weighed("Wij wogen dit opnieuw."))
        .await
        .leads_to();
    officer
        .get(LEAK)
        .await
        .ok()
        .says("Eerdere antwoorden")
        .says("Wij wogen dit.")
        .says("Wij wogen dit opnieuw.");
}

#[tokio::test]
async fn it_is_given_out_on_paper_and_for_the_national_form() {
    let app = TestApp::new().await;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    officer
        .fill("/privacy/dpia/vraag/14.1", &[("text", "Minder kan niet.")])
        .await
        .leads_to();
    let file = officer.get("/privacy/dpia/bestand/json").await.ok();
    let export: serde_json::Value = serde_json::from_str(&file.html()).unwrap();
    assert_eq!(export["metadata"]["urn"], "urn:nl:dpia:3.0");
    assert_eq!(export["answers"]["14.1"]["value"], "Minder kan niet.");
    assert_eq!(app.journal().await.last().unwrap(), "dpia-given-out");
    let paper = officer.get("/privacy/dpia/bestand/pdf").await.ok();
    assert_eq!(paper.header("content-type"), "application/pdf");
    let words = paper.html();
    for said in [
        "DPIA meldroute mensenhandel Heemstede",
        "Minder kan niet.",
        "17. Maatregelen",
        "\"hash\"",
    ] {
        assert!(words.contains(said), "{said}");
    }
}

#[tokio::test]
async fn nobody_else_reads_or_answers_it() {
    let app = TestApp::with_neighbour().await;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    officer
        .fill("/privacy/dpia/vraag/14.1", &[("text", "Alleen van ons.")])
        .await
        .leads_to();
    let neighbour = app.as_role_in(NEIGHBOUR, Role::PrivacyOfficer).await;
    neighbour
        .get("/privacy/dpia/vraag/14.1")
        .await
        .ok()
        .does_not_say("Alleen van ons.");
    for role in [Role::Coordinator, Role::Administrator, Role::ChainPartner] {
        let other = app.as_role(role).await;
        for path in [
            "/privacy/dpia",
            LEAK,
            "/privacy/dpia/bestand/pdf",
            "/privacy/dpia/bestand/json",
        ] {
            other.get(path).await.not_found();
        }
        other.post(LEAK, &weighed("x")).await.not_found();
    }
    officer.get("/privacy/dpia/bestand/exe").await.not_found();
    officer.get("/privacy/dpia/vraag/bestaat-niet").await.not_found();
}

/// Answers every question by its page.
async fn answer_all(officer: &Visitor) {
    for question in QUESTIONS {
        let path = format!("/privacy/dpia/vraag/{}", question.id);
        let fields = weighed("Wij keken hiernaar.");
        let given = match question.kind {
            Kind::Risk(_) => &fields[..],
            Kind::Derived | Kind::Person => &fields[..1],
        };
        officer.fill(&path, given).await.leads_to();
    }
}

/// The questions that the page says are out of date.
async fn outdated(officer: &Visitor) -> BTreeSet<String> {
    let page = officer.get("/privacy/dpia").await.ok();
    let all = page.attributes(".item:has(.badge--late) h3 a", "href");
    let id = |path: String| path.trim_start_matches("/privacy/dpia/vraag/").to_owned();
    all.into_iter().map(id).collect()
}

/// What the page says when only this was changed since everything was answered.
async fn outdated_after(
    app: &TestApp,
    officer: &Visitor,
    change: fn(&mut Configuration),
) -> BTreeSet<String> {
    let before = app.configuration();
    let mut after = Configuration::clone(&before);
    change(&mut after);
    app.configurations.put(after);
    let outdated = outdated(officer).await;
    let count = format!("{} antwoorden van de DPIA zijn verouderd.", outdated.len());
    officer.get("/vandaag").await.ok().says(&count);
    app.configurations.put(Arc::unwrap_or_clone(before));
    outdated
}

fn ids<const N: usize>(ids: [&str; N]) -> BTreeSet<String> {
    ids.map(str::to_owned).into()
}

#[tokio::test]
async fn one_changed_rule_makes_the_right_answers_out_of_date_and_no_others() {
    let app = TestApp::new().await;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    answer_all(&officer).await;
    assert_eq!(outdated(&officer).await, BTreeSet::new());
    let today = officer.get("/vandaag").await.ok();
    today.does_not_say("van de DPIA");

    let matrix = |configuration: &mut Configuration| {
        let rules = &mut configuration.sharing.as_mut().unwrap().rules;
        let allows = rules
            .iter_mut()
            .find(|rule| rule.answer == Answer::Allow && rule.is_in_force());
        allows.unwrap().answer = Answer::DecisionNeeded;
    };
    let expected = ids(["6.2", "13.2", "14.2", "verkeerde-ontvanger"]);
    assert_eq!(outdated_after(&app, &officer, matrix).await, expected);
    let terms = |configuration: &mut Configuration| {
        let rules = &mut configuration.retention.as_mut().unwrap().rules;
        rules[0].term = Some(Term::Years(11));
    };
    let expected = ids(["10.2", "14.2", "15.3", "te-lang-bewaard"]);
    assert_eq!(outdated_after(&app, &officer, terms).await, expected);
    assert_eq!(
        outdated(&officer).await,
        BTreeSet::new(),
        "as it was, it holds again"
    );
}

#[tokio::test]
async fn a_column_of_another_class_makes_the_answers_about_storing_out_of_date() {
    let app = TestApp::new().await;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    answer_all(&officer).await;
    // As the version of the program before this one had it: the titles of signals were clear.
    let text = include_str!("../../../../docs/data-classification.toml");
    let (head, tail) = text.split_once("[signals]").unwrap();
    let tail = tail.replacen("class = \"sealed\"", "class = \"clear-operational\"", 1);
    let older = Classification::read(&format!("{head}[signals]{tail}")).unwrap();
    let stored = app.services.store.dpia(&HERE.into()).await.unwrap().unwrap();
    let mut dpia = stored.value;
    let inputs = Inputs {
        configuration: &app.configuration(),
        classification: &older,
        today: dutch_date(app.now()),
    };
    let then: BTreeMap<_, _> = assess(Some(&dpia.clone()), &inputs)
        .into_iter()
        .map(|entry| (entry.question.id.to_owned(), entry.facts))
        .collect();
    for answer in &mut dpia.answers {
        answer.facts.clone_from(&then[&answer.question]);
    }
    let event = Event::DpiaAnswered {
        question: "2.3".to_owned(),
    };
    let save = Write::SaveDpia(Box::new(dpia), stored.revision);
    app.write(HERE, save, event, About::Municipality).await;
    assert_eq!(outdated(&officer).await, ids(["2.3", "4", "lek"]));
    officer
        .get(LEAK)
        .await
        .ok()
        .says("Dit veranderde na het antwoord");
    officer
        .get("/vandaag")
        .await
        .ok()
        .says("3 antwoorden van de DPIA zijn verouderd.");

    // Looked over again, it is no longer so; and whoever advised and signed is asked anew.
    app.clock.forward(chrono::TimeDelta::minutes(5));
    officer.fill(LEAK, &weighed("Opnieuw gewogen.")).await.leads_to();
    let outdated = outdated(&officer).await;
    assert!(
        !outdated.contains("lek") && outdated.contains("20.1"),
        "{outdated:?}"
    );
    let coordinator = app.as_role(Role::Coordinator).await;
    coordinator.get("/vandaag").await.ok().does_not_say("DPIA");
}
