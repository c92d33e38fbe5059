// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A partner with an account answers a question about somebody else's report: it sees the question, and nothing of the report.

use axum::http::StatusCode;
use meldroute_core::{
    duty::{DutyKind, Holder},
    id::{PartnerId, ReportId},
    policy::{Grant, Role},
    ports::DutyQuery,
    usecase::signal::work_list,
};

use crate::testkit::{Answer, HERE, TestApp, Visitor};

const QUESTION: &str = "Kent u een pension aan de haven?";

impl TestApp {
    /// A resident's report about which the first partner, with an account, was asked something.
    async fn asked(&self) -> ReportId {
        self.as_role(Role::ChainPartner).await;
        let report = self
            .report("Licht in de kelder", "Er brandt licht in de kelder.")
            .await;
        self.put(report, QUESTION).await.leads_to();
        report
    }

    async fn put(&self, report: ReportId, text: &str) -> Answer {
        let desk = self.as_role(Role::Coordinator).await;
        let partner = self.configuration().partners[0].id.clone();
        let fields = [
            ("text", text),
            ("way", "partner-online"),
            ("partner", partner.as_str()),
        ];
        desk.fill(&format!("/meldingen/{report}/vraag"), &fields).await
    }

    /// Somebody of the second partner.
    async fn other_partner(&self) -> Visitor {
        let mut grant = Grant::of(Role::ChainPartner);
        grant.partner = Some(self.configuration().partners[1].id.clone());
        self.add(HERE, "andere-partner", vec![grant]).await;
        self.logged_in(HERE, "andere-partner").await
    }
}

#[tokio::test]
async fn a_partner_with_an_account_finds_the_question_on_today_and_answers_it() {
    let app = TestApp::new().await;
    let report = app.asked().await;
    let partner = app.as_role(Role::ChainPartner).await;
    let today = partner.get("/vandaag").await.ok();
    let today = today
        .says("De gemeente vraagt uw organisatie iets.")
        .does_not_say("Licht in de kelder")
        .does_not_say("M-2026");
    let page = today.attributes("a[href^='/vragen/']", "href")[0].clone();
    assert_eq!(page, format!("/vragen/{report}"));
    partner
        .get(&page)
        .await
        .ok()
        .says(QUESTION)
        .says("Heemstede")
        .does_not_say("kelder")
        .does_not_say("M-2026");
    let empty = partner.fill(&page, &[("text", " ")]).await;
    assert_eq!(empty.all(".error-summary li"), ["Schrijf uw antwoord op"]);
    let answer = [("text", "Ja, wij kennen de eigenaar.")];
    let before = partner.get(&page).await.ok();
    let after = partner.send_back(&before, &page, &answer).await.leads_to();
    partner
        .get(&after)
        .await
        .ok()
        .says("Uw antwoord is verstuurd.")
        .does_not_say("De gemeente vraagt uw organisatie iets.");
    partner.send_back(&before, &page, &answer).await.leads_to();
    let other = partner.send_back(&before, &page, &[("text", "Toch niet.")]).await;
    assert_eq!(other.status, StatusCode::CONFLICT, "one answer");
    partner
        .get(&page)
        .await
        .ok()
        .says("Uw organisatie antwoordde op")
        .does_not_say("eigenaar");
    let desk = app.as_role(Role::Coordinator).await;
    desk.get("/vandaag")
        .await
        .ok()
        .says("Er is een antwoord of aanvulling.");
    desk.get(&format!("/meldingen/{report}"))
        .await
        .ok()
        .says(QUESTION)
        .says("Ja, wij kennen de eigenaar.");
    let happened = app.happened().await;
    for event in ["partner-question-read", "partner-answered"] {
        assert!(happened.contains(event), "{event}");
    }
    for event in ["own-report-read", "reporter-answered"] {
        assert!(!happened.contains(event), "the partner did not report: {event}");
    }
}

#[tokio::test]
async fn a_question_gives_its_partner_nothing_else_of_the_report_and_others_not_even_the_question() {
    let app = TestApp::new().await;
    let report = app.asked().await;
    let page = format!("/vragen/{report}");
    let partner = app.as_role(Role::ChainPartner).await;
    let own = partner.get("/eigen-meldingen").await.ok();
    own.does_not_say("M-2026");
    for path in [
        format!("/eigen-meldingen/{report}"),
        format!("/meldingen/{report}"),
    ] {
        partner.get(&path).await.not_found();
    }
    let nowhere = "/vragen/01900000-0000-7000-8000-00000000ffff";
    let missing = partner.get(nowhere).await;
    missing.not_found();
    for somebody in [
        app.other_partner().await,
        app.as_role(Role::Official).await,
        app.as_role(Role::Coordinator).await,
        app.as_role(Role::BodyMember).await,
    ] {
        let refused = somebody.get(&page).await;
        refused.not_found();
        let question = nowhere.rsplit('/').next().unwrap();
        let sent = [("question", question), ("text", "Ik weet iets.")];
        somebody.post(&page, &sent).await.not_found();
        somebody
            .get("/vandaag")
            .await
            .ok()
            .does_not_say("vraagt uw organisatie");
    }
    let other_partner = app.logged_in(HERE, "andere-partner").await;
    assert_eq!(
        other_partner.get(&page).await.words(),
        other_partner.get(nowhere).await.words(),
        "what is not theirs looks like what does not exist"
    );
    assert!(!app.happened().await.contains("partner-question-read"));
}

#[tokio::test]
async fn the_reporter_hears_nothing_of_a_question_to_a_partner() {
    let app = TestApp::new().await;
    let official = app.as_role(Role::Official).await;
    let form = official.get("/melden/formulier").await.ok();
    let id = form.attributes("input[name=report]", "value")[0].clone();
    let told = [("report", id.as_str()), ("what", "Verzonnen: er brandt licht.")];
    official
        .upload("/melden/formulier", &told, &[], "text/html")
        .await
        .leads_to();
    let lines = official.get("/eigen-meldingen").await.ok();
    let own = lines.attributes("a[href^='/eigen-meldingen/']", "href")[0].clone();
    let report = own.rsplit('/').next().unwrap().parse().unwrap();
    app.as_role(Role::ChainPartner).await;
    app.put(report, QUESTION).await.leads_to();
    official
        .get("/vandaag")
        .await
        .ok()
        .does_not_say("Er is een vraag over uw melding");
    official
        .get("/eigen-meldingen")
        .await
        .ok()
        .does_not_say("Vraag aan u");
    official.get(&own).await.ok().does_not_say(QUESTION);
}

#[tokio::test]
async fn a_partner_that_nobody_acts_for_is_asked_by_a_link_instead() {
    let app = TestApp::new().await;
    let report = app.report("Licht", "Er brandt licht.").await;
    let desk = app.as_role(Role::Coordinator).await;
    let ask = format!("/meldingen/{report}/vraag");
    let ways = desk.get(&ask).await.ok().attributes("input[name=way]", "value");
    assert!(!ways.contains(&"partner-online".to_owned()), "{ways:?}");
    app.as_role(Role::ChainPartner).await;
    let second = app.configuration().partners[1].id.clone();
    let fields = [
        ("text", QUESTION),
        ("way", "partner-online"),
        ("partner", second.as_str()),
    ];
    let wrong = desk.fill(&ask, &fields).await;
    assert_eq!(
        wrong.all(".error-summary li"),
        ["Deze partner heeft geen account. Kies een partner met een account, of vraag het met een link."]
    );
}

#[tokio::test]
async fn a_question_that_is_taken_back_is_gone_for_the_partner() {
    let app = TestApp::new().await;
    let report = app.asked().await;
    let partner = app.as_role(Role::ChainPartner).await;
    let actor = app.actor(Role::ChainPartner.as_str()).await;
    let open = async || {
        let query = DutyQuery {
            limit: 50,
            ..DutyQuery::default()
        };
        let lines = work_list(&app.services, &actor, query).await.unwrap();
        lines
            .into_iter()
            .filter(|line| line.duty.kind == DutyKind::Question)
            .collect::<Vec<_>>()
    };
    let lines = open().await;
    assert_eq!(lines.len(), 1);
    let asked: PartnerId = app.configuration().partners[0].id.clone();
    assert_eq!(lines[0].duty.holder, Holder::Partner(asked));
    assert_eq!((lines[0].number.as_str(), lines[0].title.as_str()), ("", ""));
    let desk = app.as_role(Role::Coordinator).await;
    let shown = desk.get(&format!("/meldingen/{report}")).await.ok();
    let back = shown.attributes("form[action$=intrekken]", "action")[0].clone();
    desk.post_and_follow(&back, &[]).await.ok();
    assert!(open().await.is_empty());
    partner.get(&format!("/vragen/{report}")).await.not_found();
}

#[tokio::test]
async fn a_question_sent_again_with_other_words_is_a_second_question() {
    let app = TestApp::new().await;
    let report = app.asked().await;
    let desk = app.as_role(Role::Coordinator).await;
    let ask = format!("/meldingen/{report}/vraag");
    let begun = desk.get(&ask).await.ok();
    let partner = app.configuration().partners[0].id.clone();
    let send = async |text: &str| {
        let fields = [
            ("text", text),
            ("way", "partner-online"),
            ("partner", partner.as_str()),
        ];
        let to = desk.send_back(&begun, &ask, &fields).await.leads_to();
        desk.get(&to).await.ok()
    };
    send("Hoe laat?").await.says("Hoe laat?");
    send("Hoe laat?").await.says("Er is niets dubbel gedaan");
    send("En op welke dagen?")
        .await
        .says("En op welke dagen?")
        .says("Hoe laat?");
}
