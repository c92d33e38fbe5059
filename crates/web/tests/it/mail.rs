// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Mail that people release, links to one question, and what is said when a mail does not arrive. Everybody in it is invented.

use std::sync::Mutex;

use axum::http::StatusCode;
use chrono::TimeDelta;
use meldroute_core::{
    audit::{About, Event},
    change::Write,
    configuration::channel::ChannelKind,
    id::{MunicipalityId, PartnerId, ReportId},
    outgoing::{Attempt, Outgoing},
    policy::{Grant, Role},
    ports::{Later, Mailer},
    report::{Openness, Reporter, ReporterKind},
    signal::feedback::FeedbackWay,
    usecase::{
        Failure,
        outgoing::{Round, bounced, send_due},
        report::{SettleFeedback, TypeReport, settle_feedback, type_in},
    },
};

use crate::testkit::{HERE, TestApp};

/// A mail server that answers as it is told, and keeps what it got.
struct Server(Attempt, Mutex<Vec<Outgoing>>);

impl Server {
    fn takes() -> Self {
        let answer = "250 2.0.0 Ok: queued as 4F2A".to_owned();
        let sha256 = "ab".repeat(32);
        Self(Attempt::Accepted { answer, sha256 }, Mutex::default())
    }

    async fn round(&self, app: &TestApp) -> Round {
        let actor = app.actor_with(vec![Grant::of(Role::Sender)]);
        send_due(&app.services, &actor, self, app.now()).await.unwrap()
    }

    fn mails(&self) -> Vec<Outgoing> {
        self.1.lock().unwrap().clone()
    }
}

impl Mailer for Server {
    fn send<'a>(&'a self, mail: &'a Outgoing) -> Later<'a, Attempt> {
        self.1.lock().unwrap().push(mail.clone());
        Box::pin(async { self.0.clone() })
    }
}

impl TestApp {
    /// A report of a resident who can be reached like this.
    async fn reported_by(&self, contact: &str, safe_contact: &str) -> ReportId {
        self.as_role(Role::Coordinator).await;
        let coordinator = self.actor(Role::Coordinator.as_str()).await;
        let configuration = self.configuration();
        let mut channels = configuration.channels.iter();
        let channel = channels.find(|channel| {
            channel.kind != ChannelKind::Mail
                && channel.reporters.contains(&ReporterKind::Resident)
                && channel.used_by.contains(&Role::Coordinator)
        });
        let report = TypeReport {
            id: ReportId(self.services.minter.mint()),
            channel: channel.unwrap().id.clone(),
            area: None,
            reporter_kind: ReporterKind::Resident,
            partner: None,
            openness: Openness::Open,
            reporter: Reporter {
                name: "Sanne Verzonnen".to_owned(),
                contact: contact.to_owned(),
                safe_contact: safe_contact.to_owned(),
            },
            subject: "Licht in de nacht".to_owned(),
            text: "Er brandt elke nacht licht in de kelder.".to_owned(),
            place: String::new(),
            observed: String::new(),
            first_hand: None,
        };
        type_in(&self.services, &coordinator, report).await.unwrap()
    }

    /// A report of a partner that reads here what is written to it.
    async fn report_of_partner(&self, partner: &PartnerId) -> ReportId {
        let id = self.report("Licht", "Er brandt licht.").await;
        let here = MunicipalityId::from(HERE);
        let stored = self.services.store.report(&here, id).await.unwrap().unwrap();
        let mut report = stored.value;
        report.partner = Some(partner.clone());
        report.reads_online = true;
        let write = Write::SaveReport(Box::new(report), stored.revision, Vec::new());
        self.write(HERE, write, Event::ReportRead, About::Report(id))
            .await;
        id
    }
}

const CONTACT: &str = "06 0000 0001, sanne@post.example";

#[tokio::test]
async fn a_released_text_is_mailed_and_its_proof_stands_with_the_report() {
    let app = TestApp::new().await;
    app.configurations.send_mail();
    let report = app.reported_by(CONTACT, "Alleen mailen, nooit bellen.").await;
    let visitor = app.as_role(Role::Coordinator).await;
    let path = format!("/meldingen/{report}/terugkoppeling");
    visitor
        .get(&path)
        .await
        .ok()
        .says("Alleen mailen, nooit bellen.")
        .says("dan wordt deze tekst nu gemaild aan de melder")
        .does_not_say("sanne@post.example");
    let server = Server::takes();
    assert_eq!(
        server.round(&app).await,
        Round::default(),
        "nothing goes out by itself"
    );
    let fields = [("text", "Dank voor uw bericht."), ("way", "sent"), ("safe", "ja")];
    let careless = visitor.fill(&path, &fields[..2]).await;
    assert_eq!(
        careless.all(".error-summary li"),
        ["Bevestig dat u leest en opvolgt hoe de melder veilig te bereiken is"]
    );
    assert!(!app.happened().await.contains("feedback-given"));
    let sent = visitor.fill(&path, &fields).await;
    let page = visitor.get(&sent.leads_to()).await.ok();
    page.says("wacht op verzending");
    assert_eq!(server.round(&app).await.accepted, 1);
    assert_eq!(server.round(&app).await.all(), 0, "once");
    let mail = &server.mails()[0];
    assert_eq!(
        (mail.to.as_str(), mail.from.as_str(), mail.subject.as_str()),
        (
            "sanne@post.example",
            "meldpunt@heemstede.example",
            "Bericht van de gemeente Heemstede"
        )
    );
    assert_eq!(mail.text, "Dank voor uw bericht.");
    visitor
        .get(&format!("/meldingen/{report}"))
        .await
        .ok()
        .says("aangenomen door de mailserver")
        .says("250 2.0.0 Ok: queued as 4F2A")
        .says(&mail.message_id)
        .says(&"ab".repeat(32))
        .does_not_say("sanne@post.example");
    let happened = app.happened().await;
    for event in [
        "safe-contact-read",
        "safe-contact-followed",
        "mail-queued",
        "mail-tried",
        "mail-accepted",
    ] {
        assert!(happened.contains(event), "{event}");
    }
}

#[tokio::test]
async fn whoever_reaches_a_reporter_says_that_they_follow_how_that_goes_without_danger() {
    const CAREFUL: &str = "Bevestig dat u leest en opvolgt hoe de melder veilig te bereiken is";
    let app = TestApp::new().await;
    let report = app.reported_by(CONTACT, "Nooit een brief.").await;
    let visitor = app.as_role(Role::Coordinator).await;
    let ask = format!("/meldingen/{report}/vraag");
    visitor.get(&ask).await.ok().says("Nooit een brief.");
    let question = [("text", "Hoe laat?"), ("way", "link"), ("safe", "ja")];
    let careless = visitor.fill(&ask, &question[..2]).await;
    assert_eq!(careless.all(".error-summary li"), [CAREFUL]);
    visitor.fill(&ask, &question).await.ok().says("/vraag/heemstede/");
    let made = visitor
        .get(&format!("/meldingen/signaal?melding={report}"))
        .await
        .ok();
    let signal = visitor
        .send_back(&made, "/meldingen/signaal", &[("title", "Licht")])
        .await
        .leads_to();
    let id = signal.rsplit('/').next().unwrap().parse().unwrap();
    let feedback = app.stored(id).await.value.reports[0].feedback[0].id;
    let path = format!("{signal}/terugkoppeling/{feedback}");
    visitor.get(&path).await.ok().says("Nooit een brief.");
    let letter = [("text", "Dank u."), ("way", "letter"), ("safe", "ja")];
    let careless = visitor.fill(&path, &letter[..2]).await;
    assert_eq!(
        careless.all(".error-summary li"),
        [format!("Veilig contact: {CAREFUL}")]
    );
    visitor.fill(&path, &letter).await.leads_to();
    let journal = app.journal().await;
    let followed = journal.iter().filter(|event| *event == "safe-contact-followed");
    assert_eq!(followed.count(), 2, "the question and the letter");
}

#[tokio::test]
async fn the_use_case_refuses_to_reach_a_reporter_without_care() {
    let app = TestApp::new().await;
    let report = app.reported_by(CONTACT, "Nooit een brief.").await;
    let coordinator = app.actor(Role::Coordinator.as_str()).await;
    let stored = app
        .services
        .store
        .report(&HERE.into(), report)
        .await
        .unwrap()
        .unwrap();
    let owed = stored.value.feedback[0].id;
    let give = |followed| SettleFeedback::Give {
        text: "Dank u.".to_owned(),
        way: FeedbackWay::Letter,
        followed,
    };
    let settle =
        async |followed| settle_feedback(&app.services, &coordinator, report, owed, give(followed)).await;
    assert_eq!(settle(false).await, Err(Failure::Invalid(vec!["safe"])));
    assert_eq!(settle(true).await, Ok(()));
}

#[tokio::test]
async fn where_no_mail_is_set_up_people_send_by_hand() {
    let app = TestApp::new().await;
    let report = app.reported_by(CONTACT, "").await;
    let visitor = app.as_role(Role::Coordinator).await;
    let path = format!("/meldingen/{report}/terugkoppeling");
    let page = visitor
        .get(&path)
        .await
        .ok()
        .says("het programma verstuurt niets");
    assert!(
        !page
            .attributes("input[name=way]", "value")
            .contains(&"sent".to_owned())
    );
    let forced = visitor.fill(&path, &[("text", "Dank."), ("way", "sent")]).await;
    assert_eq!(forced.status, StatusCode::BAD_REQUEST);
    assert!(!app.happened().await.contains("mail-queued"));
}

#[tokio::test]
async fn a_mail_that_comes_back_is_a_task_until_a_person_settles_it() {
    let app = TestApp::new().await;
    app.configurations.send_mail();
    let report = app.reported_by(CONTACT, "").await;
    let visitor = app.as_role(Role::Coordinator).await;
    let path = format!("/meldingen/{report}/terugkoppeling");
    visitor
        .fill(&path, &[("text", "Dank."), ("way", "sent")])
        .await
        .leads_to();
    let actor = app.actor_with(vec![Grant::of(Role::Intake)]);
    let here = MunicipalityId::from(HERE);
    let waiting = app.services.store.outgoing_of(&here, report).await.unwrap();
    let waiting = [waiting[0].value.message_id.clone()];
    assert!(
        !bounced(&app.services, &actor, &waiting, "weg").await.unwrap(),
        "what was not sent can't come back"
    );
    let server = Server::takes();
    server.round(&app).await;
    let id = server.mails()[0].message_id.clone();
    let (number, _) = id.split_once('.').unwrap();
    let (_, domain) = id.split_once('@').unwrap();
    let guessed = [format!("{number}@{domain}"), format!("{number}.x@{domain}")];
    assert!(!bounced(&app.services, &actor, &guessed, "weg").await.unwrap());
    let other = ["iets-anders@elders.example".to_owned()];
    assert!(!bounced(&app.services, &actor, &other, "weg").await.unwrap());
    let why = "550 5.1.1 <sanne@post.example> user unknown";
    for _ in 0..2 {
        assert!(
            bounced(&app.services, &actor, std::slice::from_ref(&id), why)
                .await
                .unwrap()
        );
    }
    let failed = app
        .journal()
        .await
        .into_iter()
        .filter(|event| event == "mail-doubted");
    assert_eq!(failed.count(), 1, "the same news twice is no news");
    visitor
        .get("/vandaag")
        .await
        .ok()
        .says("Bericht misschien niet aangekomen.");
    let page = visitor
        .get(&format!("/meldingen/{report}"))
        .await
        .ok()
        .says("user unknown")
        .says("SHA-256 van het bericht")
        .does_not_say("sanne@post.example");
    let settle = page.attributes("a[href*=niet-aangekomen]", "href")[0].clone();
    let wrong = visitor.fill(&settle, &[]).await;
    assert_eq!(
        wrong.all(".error-summary li"),
        ["Kies hoe het bericht is gegeven", "Schrijf een toelichting"]
    );
    let done = [("way", "phone"), ("reason", "Gebeld en verteld.")];
    let after = visitor.fill(&settle, &done).await.leads_to();
    visitor.get(&after).await.ok().says("Gebeld en verteld.");
    visitor
        .get("/vandaag")
        .await
        .ok()
        .does_not_say("Bericht misschien niet aangekomen.");
    let again = visitor.fill(&settle, &done).await.leads_to();
    visitor.get(&again).await.ok().says("niets dubbel gedaan");
}

#[tokio::test]
async fn a_text_that_names_somebody_goes_on_only_when_a_person_says_so() {
    let app = TestApp::new().await;
    let report = app.reported_by(CONTACT, "").await;
    let visitor = app.as_role(Role::Coordinator).await;
    let path = format!("/meldingen/{report}/terugkoppeling");
    let text = "Wij spraken Mees Voorbeeld op 06-12345678.";
    let warned = visitor.fill(&path, &[("text", text), ("way", "phone")]).await;
    assert_eq!(warned.status, StatusCode::BAD_REQUEST);
    assert_eq!(
        warned.all("#exposed li"),
        ["Telefoonnummer: 06-12345678", "Lijkt een naam: Mees Voorbeeld"]
    );
    let more = "Wij spraken Mees Voorbeeld op 06-12345678 bij Tess Verzonnen.";
    let fields = [("text", more), ("way", "phone"), ("mag", "ja")];
    let again = visitor.send_back(&warned, &path, &fields).await;
    assert_eq!(
        again.status,
        StatusCode::BAD_REQUEST,
        "what came in later is shown first"
    );
    let fields = [("text", more), ("way", "phone"), ("mag", "ja")];
    visitor.send_back(&again, &path, &fields).await.leads_to();
    assert!(app.happened().await.contains("feedback-given"));
}

#[tokio::test]
async fn what_is_written_down_does_not_name_the_reporter_without_a_warning() {
    let app = TestApp::new().await;
    let report = app.reported_by(CONTACT, "").await;
    let visitor = app.as_role(Role::Coordinator).await;
    let make = format!("/meldingen/signaal?melding={report}");
    let page = visitor.get(&make).await.ok();
    let signal = visitor
        .send_back(&page, "/meldingen/signaal", &[("title", "Licht")])
        .await
        .leads_to();
    let officer = app.as_role(Role::ContactOfficer).await;
    let observe = format!("{signal}/waarneming");
    let fields = [
        ("text", "Sanne Verzonnen zag licht bij XX-00-XX."),
        ("observer", "een bewoner"),
        ("first-hand", "yes"),
    ];
    let warned = officer.fill(&observe, &fields).await;
    assert_eq!(
        warned.all("#exposed li"),
        ["Wie de melding deed: Sanne Verzonnen"]
    );
    assert!(app.happened().await.contains("text-named-reporter"));
    let mut all = fields.to_vec();
    all.push(("mag", "ja"));
    officer.send_back(&warned, &observe, &all).await.leads_to();
}

#[tokio::test]
async fn a_link_leads_to_one_question_and_takes_one_answer() {
    let app = TestApp::new().await;
    app.configurations.send_mail();
    let report = app.reported_by(CONTACT, "").await;
    let visitor = app.as_role(Role::Coordinator).await;
    let ask = format!("/meldingen/{report}/vraag");
    let wrong = visitor.fill(&ask, &[]).await;
    assert_eq!(
        wrong.all(".error-summary li"),
        ["Schrijf uw vraag op", "Kies hoe u de vraag stelt"]
    );
    let fields = [("text", "Hoe laat gaat het licht aan?"), ("way", "mail")];
    visitor.fill(&ask, &fields).await.leads_to();
    let server = Server::takes();
    server.round(&app).await;
    let mail = server.mails()[0].clone();
    let all = format!("{} {}", mail.subject, mail.text).to_lowercase();
    assert!(!all.contains("melding"), "nor that somebody reported: {all}");
    assert!(
        !mail.text.contains("licht"),
        "the question stands behind the link only"
    );
    let link = mail
        .text
        .split_whitespace()
        .find(|word| word.contains("/vraag/"))
        .unwrap();
    let link = link.strip_prefix("http://127.0.0.1:8080").unwrap();

    let reporter = app.anonymous();
    let page = reporter.get(link).await.ok();
    assert!(page.headers.get("set-cookie").is_none());
    page.says("Hoe laat gaat het licht aan?")
        .says("Heemstede")
        .does_not_say("kelder")
        .does_not_say("M-2026-0001");
    let empty = reporter.post(link, &[("text", " ")]).await;
    assert_eq!(empty.all(".error-summary li"), ["Schrijf uw antwoord op"]);
    reporter
        .post(link, &[("text", "Rond elf uur.")])
        .await
        .ok()
        .says("Uw antwoord is bij de gemeente");
    let used = reporter.get(link).await;
    let wrong = reporter.get(&format!("{}x", &link[..link.len() - 1])).await;
    let no_id = reporter.get("/vraag/heemstede/geen/sleutel").await;
    assert_eq!(used.status, StatusCode::GONE);
    assert_eq!(used.words(), wrong.words());
    assert_eq!(used.words(), no_id.words());
    assert_eq!(
        reporter.post(link, &[("text", "Nog een keer.")]).await.status,
        StatusCode::GONE
    );

    visitor
        .get("/vandaag")
        .await
        .ok()
        .says("Er is een antwoord of aanvulling");
    let page = visitor
        .get(&format!("/meldingen/{report}"))
        .await
        .ok()
        .says("Rond elf uur.");
    let seen = page.attributes("form[action$=gelezen]", "action")[0].clone();
    visitor
        .post_and_follow(&seen, &[])
        .await
        .ok()
        .does_not_say("Ik heb dit gelezen");
    visitor
        .get("/vandaag")
        .await
        .ok()
        .does_not_say("Er is een antwoord of aanvulling");
}

#[tokio::test]
async fn a_partner_without_account_is_asked_by_a_link_that_expires() {
    let app = TestApp::new().await;
    let report = app.report("Licht", "Er brandt licht.").await;
    let visitor = app.as_role(Role::Coordinator).await;
    let ask = format!("/meldingen/{report}/vraag");
    let partner = app.configuration().partners[0].clone();
    let fields = [("text", "Kent u dit pand?"), ("way", "partner-link")];
    let wrong = visitor.fill(&ask, &fields).await;
    assert_eq!(wrong.all(".error-summary li"), ["Kies een partner"]);
    let mut fields = fields.to_vec();
    fields.push(("partner", partner.id.as_str()));
    let page = visitor.fill(&ask, &fields).await.ok();
    let link = page.all("#link")[0].clone();
    let link = link.strip_prefix("http://127.0.0.1:8080").unwrap();
    app.anonymous().get(link).await.ok().says("Kent u dit pand?");
    app.clock.forward(TimeDelta::days(15));
    assert_eq!(app.anonymous().get(link).await.status, StatusCode::GONE);
    let visitor = app.as_role(Role::Coordinator).await;
    let page = visitor.get(&format!("/meldingen/{report}")).await.ok();
    let page = page.says(&partner.name).says("de link werkt niet meer");
    let back = page.attributes("form[action$=intrekken]", "action")[0].clone();
    visitor
        .post_and_follow(&back, &[])
        .await
        .ok()
        .says("Ingetrokken door");
}

#[tokio::test]
async fn an_account_of_a_partner_gets_a_notice_without_content() {
    let app = TestApp::new().await;
    app.configurations.send_mail();
    let grant: Grant = app.grant(Role::ChainPartner);
    app.as_role(Role::ChainPartner).await;
    let administrator = app.as_role(Role::Administrator).await;
    let person = app.person(Role::ChainPartner.as_str()).await;
    let mail = format!("/beheer/mensen/{person}/mail");
    let wrong = administrator.post(&mail, &[("mail", "geen adres")]).await;
    assert_eq!(
        wrong.all(".error-summary li"),
        ["Geef één geldig mailadres, of niets"]
    );
    administrator
        .post_and_follow(&mail, &[("mail", "partner@hulp.example")])
        .await
        .ok()
        .says("Het mailadres is bewaard");

    let partner = grant.partner.unwrap();
    let report = app.report_of_partner(&partner).await;
    let visitor = app.as_role(Role::Coordinator).await;
    let ask = format!("/meldingen/{report}/vraag");
    let fields = [("text", "Hoe heet de straat?"), ("way", "online")];
    visitor.fill(&ask, &fields).await.leads_to();
    let server = Server::takes();
    assert_eq!(server.round(&app).await.accepted, 1);
    let mail = &server.mails()[0];
    assert_eq!(mail.to, "partner@hulp.example");
    assert_eq!(mail.subject, "Er staat een bericht voor u klaar in Meldroute");
    assert!(
        !mail.text.contains("straat") && !mail.text.contains("M-20"),
        "{}",
        mail.text
    );
    assert!(HERE == mail.municipality.as_str());
}

/// A mail server that takes the mail and never answers: the program dies while it waits.
struct Silent(Mutex<Vec<Outgoing>>);

impl Mailer for Silent {
    fn send<'a>(&'a self, mail: &'a Outgoing) -> Later<'a, Attempt> {
        self.0.lock().unwrap().push(mail.clone());
        Box::pin(std::future::pending())
    }
}

#[tokio::test]
async fn a_mail_whose_outcome_was_never_recorded_goes_out_again_as_the_same_mail() {
    let app = TestApp::new().await;
    app.configurations.send_mail();
    let report = app.reported_by(CONTACT, "").await;
    let visitor = app.as_role(Role::Coordinator).await;
    let path = format!("/meldingen/{report}/terugkoppeling");
    visitor
        .fill(&path, &[("text", "Dank."), ("way", "sent")])
        .await
        .leads_to();
    let silent = Silent(Mutex::default());
    let actor = app.actor_with(vec![Grant::of(Role::Sender)]);
    let sending = send_due(&app.services, &actor, &silent, app.now());
    tokio::select! {
        biased;
        _ = sending => panic!("it never answers"),
        () = until(|| !silent.0.lock().unwrap().is_empty()) => {}
    }
    let server = Server::takes();
    assert_eq!(
        server.round(&app).await.all(),
        0,
        "not while the first attempt may still run"
    );
    app.clock.forward(TimeDelta::minutes(10));
    assert_eq!(server.round(&app).await.accepted, 1, "and not lost");
    let (first, second) = (silent.0.lock().unwrap()[0].clone(), server.mails()[0].clone());
    assert_eq!(first.message_id, second.message_id);
    assert_eq!((first.text, first.queued_at), (second.text, second.queued_at));
}

async fn until(holds: impl Fn() -> bool) {
    while !holds() {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn what_is_found_out_later_stands_beside_the_report() {
    let app = TestApp::new().await;
    let report = app.report("Licht", "Er brandt licht.").await;
    let visitor = app.as_role(Role::Coordinator).await;
    let found = [
        ("place", "Kanaalweg 12"),
        ("first_hand", "ja"),
        ("reason", "Gehoord aan de telefoon."),
    ];
    let path = format!("/meldingen/{report}/verbeteren");
    let after = visitor.fill(&path, &found).await.leads_to();
    visitor
        .get(&after)
        .await
        .ok()
        .says("Kanaalweg 12 (aangevuld door Test coordinator,")
        .says("Er brandt licht.");
}
