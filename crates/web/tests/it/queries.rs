// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Questions to sources as people see them: written down, decided, asked, read, and gone in time.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use meldroute_core::{
    enrichment::{Address, Answer, Inquiry, RegisterTrouble},
    id::{QueryId, SignalId},
    policy::Role,
    signal::{
        act::{Act, NewQuery},
        assessment::{PersonPart, Subject, SubjectKind},
    },
};

use crate::testkit::TestApp;

impl TestApp {
    /// Sets connections to sources up.
    pub(crate) fn connect(&self, registers: &[&str]) {
        let names = registers.iter().map(|name| (*name).to_owned());
        self.registers.connected.lock().unwrap().extend(names);
    }

    /// What sources will say from now on: as many records, each with these fields.
    pub(crate) fn sources_say(&self, records: usize, fields: &[(&str, &str)]) {
        let record: Vec<(String, String)> = fields
            .iter()
            .map(|(field, value)| ((*field).to_owned(), (*value).to_owned()))
            .collect();
        *self.registers.says.lock().unwrap() = Some(Ok(Answer {
            records: vec![record; records],
            more: false,
        }));
    }

    /// How often a source was asked.
    pub(crate) fn calls(&self) -> usize {
        self.registers.asked.lock().unwrap().len()
    }

    /// A signal at the enrichment step, where sources may be asked about an address and a person.
    pub(crate) async fn with_subjects(&self, title: &str) -> SignalId {
        let id = self.at_enrichment(title).await;
        for (kind, value) in [
            (SubjectKind::Address, "Havenstraat 12a, 2101 AB Heemstede"),
            (SubjectKind::Person, "De Verzonnen, BSN 999993653"),
        ] {
            let subject = Subject {
                kind,
                value: value.to_owned(),
                part: PersonPart::PossibleVictim,
                reason: "Daar gezien.".to_owned(),
                at: self.now(),
                by: self.person("coordinator").await,
                struck: None,
            };
            self.act(id, Act::AddSubject(Box::new(subject))).await;
        }
        let gate = Act::DecideGate {
            granted: true,
            ground: "AVG art. 6 lid 1 onder e".to_owned(),
            reason: "Nodig om te wegen.".to_owned(),
        };
        self.act(id, gate).await;
        id
    }

    /// A question that the coordinator wrote down.
    pub(crate) async fn query(&self, signal: SignalId, register: &str) -> QueryId {
        let configuration = self.configuration();
        let register = configuration.register(&register.into()).unwrap();
        let new = NewQuery {
            register: register.id.clone(),
            subject: 0,
            inquiry: Inquiry::Address(Address {
                postcode: "2101AB".to_owned(),
                number: 12,
                letter: Some("a".to_owned()),
                ..Address::default()
            }),
            fields: register.fields.iter().take(1).cloned().collect::<BTreeSet<_>>(),
            reason: "Om te weten wie daar staat.".to_owned(),
        };
        self.act(signal, Act::AskSource(Box::new(new))).await;
        self.stored(signal).await.value.queries.last().unwrap().id
    }
}

pub(crate) fn page(signal: SignalId, query: QueryId) -> String {
    format!("/signalen/{signal}/bronvragen/{query}")
}

#[tokio::test]
async fn what_a_table_does_not_know_is_no_hit_and_is_not_asked_further() {
    let app = TestApp::new().await;
    app.connect(&["vergunningen"]);
    let signal = app.with_subjects("Hotel").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    coordinator
        .get(&format!("/signalen/{signal}/bronnen"))
        .await
        .ok()
        .says("Vergunningen van de gemeente")
        .says("BRP: personen niet aangesloten")
        .says("te bevestigen door FG/jurist");
    let form = format!("/signalen/{signal}/bronnen/vergunningen");
    let begun = coordinator.get(&form).await.ok();
    assert_eq!(begun.attributes("#address-number", "value"), ["12"]);
    assert_eq!(begun.attributes("#address-postcode", "value"), ["2101 AB"]);
    assert_eq!(begun.attributes("#address-letter", "value"), ["a"]);
    let answer = coordinator
        .send_back(
            &begun,
            &form,
            &[("fields", "Soort"), ("reason", "Wie heeft hier een vergunning?")],
        )
        .await;
    let query = answer.leads_to();
    assert_eq!(app.calls(), 0, "what is written down is not asked");
    coordinator
        .get(&query)
        .await
        .ok()
        .says("Er is nog niets gevraagd")
        .says("adres: 2101AB 12A")
        .says("Algemene plaatselijke verordening");
    coordinator.fill(&query, &[("step", "look")]).await.leads_to();
    coordinator
        .get(&query)
        .await
        .ok()
        .says("Geen treffer: de bron weet hier niets van")
        .does_not_say("Lees de gegevens");
    assert_eq!(app.calls(), 1);
    let journal = app.happened().await;
    assert!(
        journal.contains("query-written")
            && journal.contains("source-asked")
            && journal.contains("source-answered")
    );
}

#[tokio::test]
async fn a_question_about_a_person_goes_by_the_privacy_officer_and_reads_no_more_than_was_needed() {
    let app = TestApp::new().await;
    app.connect(&["brp"]);
    let signal = app.with_subjects("Hotel").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let officer = app.as_role(Role::PrivacyOfficer).await;
    let form = format!("/signalen/{signal}/bronnen/brp?over=1");
    let begun = coordinator.get(&form).await.ok();
    assert_eq!(
        begun.attributes("input[name=outcome][checked]", "value"),
        ["citizen"]
    );
    assert_eq!(begun.attributes("input[name=subject][checked]", "value"), ["1"]);
    assert!(
        begun
            .attributes("input[name=fields][checked]", "value")
            .is_empty()
    );
    let action = format!("/signalen/{signal}/bronnen/brp");
    let filled = [
        ("citizen-bsn", "999993653"),
        ("fields", "age"),
        ("reason", "Is zij minderjarig?"),
    ];
    let query = coordinator.send_back(&begun, &action, &filled).await.leads_to();
    coordinator
        .get(&query)
        .await
        .ok()
        .says("wacht op besluit")
        .does_not_say("Mag deze vraag worden gesteld?");

    officer
        .get("/vandaag")
        .await
        .ok()
        .says("Beslis of een bron bevraagd mag worden.");
    officer
        .get("/privacy/poorten")
        .await
        .ok()
        .says("Mag deze vraag aan een bron worden gesteld?")
        .says("Hotel");
    officer
        .get(&format!("/signalen/{signal}"))
        .await
        .ok()
        .says("Beslis over de vraag aan BRP: personen");
    let decide = [
        ("step", "decide"),
        ("granted", "yes"),
        ("decide", "Kan niet met minder."),
    ];
    officer
        .get(&query)
        .await
        .ok()
        .says("burgerservicenummer 999993653")
        .says("leeftijd");
    officer
        .post(&query, &[("step", "decide")])
        .await
        .says("Kies een antwoord.")
        .says("Vul dit in.");
    officer.post(&query, &decide).await.leads_to();
    officer
        .get("/privacy/poorten")
        .await
        .ok()
        .says("Er wacht geen besluit");
    assert_eq!(app.calls(), 0);

    coordinator
        .get("/vandaag")
        .await
        .ok()
        .says("Bevraag de bron. Het mag.");
    app.sources_say(1, &[]);
    coordinator.fill(&query, &[("step", "look")]).await.leads_to();
    coordinator
        .get(&query)
        .await
        .ok()
        .says("Treffer")
        .says("Er is nog niets gelezen");
    app.sources_say(1, &[("age", "16")]);
    coordinator.fill(&query, &[("step", "read")]).await.leads_to();
    coordinator
        .get(&query)
        .await
        .ok()
        .says("leeftijd 16")
        .says("Gelezen uit BRP: personen")
        .says("Test privacy-officer")
        .says("Kan niet met minder.");
    let asked = app.registers.asked.lock().unwrap().clone();
    assert_eq!(
        asked.iter().map(|(reads, _)| *reads).collect::<Vec<_>>(),
        [false, true]
    );
    assert!(
        asked
            .iter()
            .all(|(_, question)| question.register.fields == ["age"])
    );

    app.clock.forward(TimeDelta::days(91));
    let coordinator = app.as_role(Role::Coordinator).await;
    coordinator
        .get(&query)
        .await
        .ok()
        .says("antwoord verlopen")
        .says("De gegevens zijn niet meer te zien")
        .does_not_say("leeftijd 16");
}

#[tokio::test]
async fn who_wants_to_know_can_take_it_back() {
    let app = TestApp::new().await;
    app.connect(&["bibob"]);
    let signal = app.with_subjects("Hotel").await;
    let query = page(signal, app.query(signal, "bibob").await);
    let coordinator = app.as_role(Role::Coordinator).await;
    coordinator
        .post(&query, &[("step", "withdraw")])
        .await
        .says("Vul dit in.");
    coordinator
        .fill(&query, &[("step", "withdraw"), ("withdraw", "Niet meer nodig.")])
        .await
        .leads_to();
    coordinator
        .get(&query)
        .await
        .ok()
        .says("De bron wordt niet verder bevraagd.")
        .says("Niet meer nodig.");
    let officer = app.as_role(Role::PrivacyOfficer).await;
    let late = [("step", "decide"), ("granted", "yes"), ("decide", "Mag.")];
    let answer = officer.post(&query, &late).await;
    assert_eq!(answer.status, 409);
    answer.says("staat niet meer op dit punt");
}

#[tokio::test]
async fn each_trouble_says_what_to_do_and_leaves_the_question_open() {
    let app = TestApp::new().await;
    app.connect(&["vergunningen"]);
    let signal = app.with_subjects("Hotel").await;
    let query = page(signal, app.query(signal, "vergunningen").await);
    let coordinator = app.as_role(Role::Coordinator).await;
    for (trouble, words) in [
        (
            RegisterTrouble::NotSetUp,
            "Vraag de beheerder om de instellingen na te kijken.",
        ),
        (RegisterTrouble::Unreachable, "De bron is niet te bereiken."),
        (
            RegisterTrouble::Certificate,
            "Het certificaat van de bron klopt niet.",
        ),
        (
            RegisterTrouble::TimedOut,
            "Het signaal hoeft hier niet op te wachten.",
        ),
        (RegisterTrouble::LogIn, "De bron kent onze sleutel niet."),
        (RegisterTrouble::Forbidden, "De bron staat deze vraag niet toe."),
        (RegisterTrouble::Refused, "De bron begrijpt deze vraag niet."),
        (RegisterTrouble::TooOften, "Probeer het over een uur nog eens."),
        (RegisterTrouble::Down, "De bron heeft zelf een storing."),
        (RegisterTrouble::Answer, "Er is niets van bewaard."),
    ] {
        *app.registers.says.lock().unwrap() = Some(Err(trouble));
        coordinator.fill(&query, &[("step", "look")]).await.leads_to();
        coordinator
            .get(&query)
            .await
            .ok()
            .says(words)
            .says("Vraag of de bron iets weet");
    }
    coordinator
        .get(&format!("/signalen/{signal}"))
        .await
        .ok()
        .says("Naar Signalenoverleg");
}

#[tokio::test]
async fn a_form_says_at_once_what_is_missing() {
    let app = TestApp::new().await;
    app.connect(&["vergunningen"]);
    let signal = app.with_subjects("Hotel").await;
    let coordinator = app.as_role(Role::Coordinator).await;
    let form = format!("/signalen/{signal}/bronnen/vergunningen");
    let wrong = [
        ("subject", "9"),
        ("outcome", "address"),
        ("address-postcode", "21"),
        ("address-number", "x"),
    ];
    let answer = coordinator.post(&form, &wrong).await;
    assert_eq!(answer.status, 400);
    answer
        .says("Kies een antwoord.")
        .says("Vul een postcode in: vier cijfers en twee letters.")
        .says("Kies minstens één gegeven.")
        .says("Vul dit in.");
    let other = [
        ("subject", "0"),
        ("outcome", "words"),
        ("fields", "Soort"),
        ("reason", "x"),
    ];
    assert_eq!(coordinator.post(&form, &other).await.status, 400);
    assert!(app.stored(signal).await.value.queries.is_empty());
}

#[tokio::test]
async fn members_and_guests_of_a_body_see_neither_question_nor_answer() {
    let app = TestApp::new().await;
    app.connect(&["vergunningen"]);
    app.sources_say(1, &[("Soort", "Exploitatie")]);
    let signal = app.with_subjects("Hotel").await;
    let query = page(signal, app.query(signal, "vergunningen").await);
    let coordinator = app.as_role(Role::Coordinator).await;
    for step in ["look", "read"] {
        coordinator.fill(&query, &[("step", step)]).await.leads_to();
    }
    app.act(signal, Act::MoveOn).await;
    let whole = format!("/signalen/{signal}");
    coordinator
        .get(&whole)
        .await
        .ok()
        .says("Vergunningen van de gemeente");
    let member = app.as_role(Role::BodyMember).await;
    member
        .get(&whole)
        .await
        .ok()
        .says("Hotel")
        .does_not_say("Vergunningen van de gemeente")
        .does_not_say("gegevens gelezen");
    for path in [
        query,
        format!("{whole}/bronnen"),
        format!("{whole}/bronnen/vergunningen"),
    ] {
        member.get(&path).await.not_found();
    }
    let enricher = app.as_role(Role::Enricher).await;
    enricher.get(&whole).await.not_found();
}
