// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The inbox: what is read, what can be downloaded, and who reported.

use axum::http::StatusCode;
use meldroute_core::{
    change::Fingerprint,
    id::{MunicipalityId, ReportId},
    policy::{Grant, Role},
    ports::ReportFilter,
    report::{MailFacts, Reporter},
    usecase::{
        Failure,
        report::{ImportMessage, import},
    },
};

use crate::testkit::{HERE, NEIGHBOUR, TestApp, Visitor};

/// A mail from an invented resident, with one attachment that has a name with a bad intention.
async fn mail(app: &TestApp) -> ReportId {
    mail_from(app, "joke@verzonnen.example").await
}

pub(crate) async fn mail_from(app: &TestApp, address: &str) -> ReportId {
    let message = ImportMessage {
        received_at: app.now(),
        from: Reporter {
            name: "Joke Verzonnen".to_owned(),
            contact: address.to_owned(),
            safe_contact: "bel alleen ’s ochtends".to_owned(),
        },
        subject: "Fwd: Matrassen in de schuur".to_owned(),
        text: "Ik zag drie matrassen.\n<script>alert(1)</script>\n\nMet vriendelijke groet,\nJoke Verzonnen"
            .to_owned(),
        mail: MailFacts {
            authentication: vec!["SPF pass (mx.heemstede.example)".to_owned()],
            forwarded: true,
            damaged: true,
            ..MailFacts::default()
        },
        original: b"From: joke@verzonnen.example\r\n\r\nIk zag drie matrassen.".to_vec(),
        attachments: vec![(
            "../\"foto\u{202e}gpj.html".to_owned(),
            "text/html".to_owned(),
            b"<script>alert(1)</script>".to_vec(),
        )],
        fingerprints: vec![Fingerprint::MessageId(format!("1{address}"))],
        thread: Vec::new(),
    };
    import(
        &app.services,
        &app.actor_with(vec![Grant::of(Role::Intake)]),
        message,
    )
    .await
    .unwrap();
    let here = MunicipalityId::from(HERE);
    let lines = app
        .services
        .store
        .reports(&here, ReportFilter::New, None, 1)
        .await
        .unwrap();
    lines[0].id
}

#[tokio::test]
async fn the_message_stands_beside_the_list_with_what_is_known_about_it() {
    let app = TestApp::new().await;
    let report = mail(&app).await;
    let visitor = app.as_role(Role::Coordinator).await;
    visitor
        .get("/meldingen")
        .await
        .ok()
        .says("Matrassen in de schuur")
        .says("Inwoner");
    let page = visitor.get(&format!("/meldingen/{report}")).await.ok();
    assert_eq!(page.all(".inbox__item[aria-current]").len(), 1);
    assert_eq!(page.all("[data-hotkey=s]"), ["Maak signaal s"]);
    assert_eq!(page.all("[data-hotkey=v]"), ["Voeg toe aan signaal … v"]);
    assert!(!page.html().contains("<script>alert"), "what came in stays text");
    page.says("SPF: klopt")
        .says("Doorgestuurd: een ander schreef de eerste tekst")
        .says("Beschadigd binnengekomen")
        .says("Lees de melding (10 woorden)")
        .does_not_say("joke@verzonnen.example");
    assert!(app.happened().await.contains("report-read"));
}

#[tokio::test]
async fn who_reported_is_opened_with_a_reason_and_shown_once() {
    let app = TestApp::new().await;
    let report = mail(&app).await;
    let path = format!("/meldingen/{report}/melder");
    let visitor = app.as_role(Role::Coordinator).await;
    visitor.get(&path).await.ok().does_not_say("Joke Verzonnen");
    let refused = visitor.post(&path, &[("reason", " ")]).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    refused.says("Schrijf de reden op").does_not_say("Joke Verzonnen");
    assert!(!app.happened().await.contains("reporter-opened"));
    visitor
        .post(&path, &[("reason", "terugbellen")])
        .await
        .ok()
        .says("Joke Verzonnen")
        .says("joke@verzonnen.example")
        .says("bel alleen ’s ochtends");
    assert!(app.happened().await.contains("reporter-opened"));
    visitor.get(&path).await.ok().does_not_say("Joke Verzonnen");
    app.as_role(Role::ContactOfficer)
        .await
        .get(&path)
        .await
        .not_found();
}

#[tokio::test]
async fn who_reads_but_does_not_decide_gets_no_buttons() {
    let app = TestApp::new().await;
    let report = mail(&app).await;
    let reader = app.as_role(Role::ContactOfficer).await;
    let page = reader.get(&format!("/meldingen/{report}")).await.ok();
    assert!(page.all(".inbox__actions").is_empty());
    assert!(page.all(".inbox__tick").is_empty());
    page.does_not_say("Melder (afgeschermd)")
        .does_not_say("Verbeter of vul aan");
}

#[tokio::test]
async fn a_report_of_the_neighbours_does_not_exist_here() {
    let app = TestApp::with_neighbour().await;
    let report = mail(&app).await;
    let neighbour = app.as_role_in(NEIGHBOUR, Role::Coordinator).await;
    neighbour.get("/meldingen").await.ok().does_not_say("Matrassen");
    let nothing = "01900000-0000-7000-8000-00000000ffff";
    for below in [
        "",
        "/toevoegen",
        "/geen-signaal",
        "/acuut",
        "/zorg",
        "/verbeteren",
        "/melder-soort",
        "/melder",
        "/terugkoppeling",
    ] {
        let theirs = neighbour.get(&format!("/meldingen/{report}{below}")).await;
        theirs.not_found();
        let none = neighbour.get(&format!("/meldingen/{nothing}{below}")).await;
        assert_eq!(theirs.bytes, none.bytes, "{below}");
    }
    neighbour
        .get(&format!("/meldingen/signaal?melding={report}"))
        .await
        .not_found();
    let fields = [
        ("which", "empty"),
        ("note", "niets"),
        ("text", "x"),
        ("reason", "x"),
        ("number", "HS-2026-0001"),
    ];
    for below in ["/geen-signaal", "/verbeteren", "/melder"] {
        neighbour
            .post(&format!("/meldingen/{report}{below}"), &fields)
            .await
            .not_found();
    }
    app.as_role(Role::Coordinator)
        .await
        .get("/meldingen")
        .await
        .says("Matrassen");
}

#[tokio::test]
async fn the_list_goes_on_after_fifty() {
    let app = TestApp::new().await;
    for number in 1..=52 {
        app.report(&format!("Melding nummer {number}"), "Er brandt licht.")
            .await;
    }
    let visitor = app.as_role(Role::Coordinator).await;
    let first = visitor.get("/meldingen").await.ok();
    assert_eq!(first.all(".inbox__item").len(), 50);
    let next = first.attributes("a[rel=next]", "href");
    let second = visitor.get(&next[0]).await.ok();
    assert_eq!(second.all(".inbox__item").len(), 2);
    assert!(second.attributes("a[rel=next]", "href").is_empty());
}

#[tokio::test]
async fn what_could_not_be_read_says_why() {
    let app = TestApp::new().await;
    let visitor = app.as_role(Role::Coordinator).await;
    visitor
        .get("/meldingen/onleesbaar")
        .await
        .ok()
        .says("Elk bericht kon worden gelezen");
    app.unreadable("21-gescheurd.eml").await;
    let page = visitor.get("/meldingen/onleesbaar").await.ok();
    page.says("21-gescheurd.eml")
        .says("Dit is geen e-mail.")
        .says("Te bekijken");
}

#[tokio::test]
async fn what_could_not_be_read_stays_a_duty_until_somebody_says_what_became_of_it() {
    let app = TestApp::new().await;
    let visitor = app.as_role(Role::Coordinator).await;
    let id = app.unreadable("21-gescheurd.eml").await;
    let address = format!("/meldingen/onleesbaar/{id}");
    let today = visitor.get("/vandaag").await.ok();
    assert!(today.attributes("a", "href").contains(&address));
    visitor.get(&address).await.ok().says("Dit is geen e-mail.");

    let saved = visitor.get(&format!("{address}/bericht")).await.ok();
    assert_eq!(saved.bytes, [1]);
    assert!(saved.header("content-disposition").starts_with("attachment;"));
    assert_eq!(saved.header("x-content-type-options"), "nosniff");
    assert!(app.happened().await.contains("quarantined-opened"));

    visitor
        .post(&address, &[])
        .await
        .says("Kies wat er met het bericht is gebeurd");
    let settled = visitor.post_and_follow(&address, &[("which", "no-report")]).await;
    settled
        .says("Het bericht is afgehandeld.")
        .does_not_say("Te bekijken");
    let today = visitor.get("/vandaag").await.ok();
    assert!(!today.attributes("a", "href").contains(&address));
    visitor
        .get(&address)
        .await
        .ok()
        .says("Dit bericht is afgehandeld.");
    assert!(app.happened().await.contains("quarantined-settled"));

    app.add(HERE, "lezer", vec![Grant::of(Role::ContactOfficer)])
        .await;
    let reader = app.logged_in(HERE, "lezer").await;
    let list = reader.get("/meldingen/onleesbaar").await.ok();
    assert!(
        !list.attributes("a", "href").contains(&address),
        "reads, and does not settle"
    );
}

/// A mail that says to be from the organisation of an account; with both.
async fn said_to_be_of_partner(app: &TestApp) -> (ReportId, String, Visitor) {
    let chain = app.as_role(Role::ChainPartner).await;
    let id = app.grant(Role::ChainPartner).partner.unwrap();
    let partner = app.configuration().partner(&id).unwrap().clone();
    let address = format!("wie.dan.ook@{}", partner.mail_domains[0]);
    (mail_from(app, &address).await, partner.name, chain)
}

#[tokio::test]
async fn an_address_only_suggests_the_partner_until_a_person_confirms_it() {
    let app = TestApp::new().await;
    let (report, partner, chain) = said_to_be_of_partner(&app).await;
    let own = format!("/eigen-meldingen/{report}");
    let sees_nothing = async || {
        chain
            .get("/eigen-meldingen")
            .await
            .ok()
            .does_not_say(&report.reference());
        chain.get(&own).await.not_found();
    };
    sees_nothing().await;
    let visitor = app.as_role(Role::Coordinator).await;
    let page = format!("/meldingen/{report}");
    let question = format!("Is deze melding van {partner}?");
    visitor.get(&page).await.ok().says("Ketenpartner").says(&question);
    // In a signal it is as open as before.
    let made = visitor
        .get(&format!("/meldingen/signaal?melding={report}"))
        .await
        .ok();
    let id = made.attributes("main input[name=signal]", "value")[0].clone();
    let named = report.to_string();
    let unanswered = [
        ("signal", id.as_str()),
        ("reports", named.as_str()),
        ("title", "Schuur"),
    ];
    let refused = visitor.post("/meldingen/signaal", &unanswered).await;
    assert_eq!(
        refused.status,
        StatusCode::BAD_REQUEST,
        "who makes a signal says so"
    );
    let other = app.report("Licht", "Er brandt licht.").await.to_string();
    let form = [
        ("signal", id.as_str()),
        ("reports", other.as_str()),
        ("title", "Schuur"),
    ];
    visitor.post("/meldingen/signaal", &form).await.leads_to();
    let added = [("number", "HS-2026-0001"), ("reason", "Zelfde schuur")];
    visitor
        .post(&format!("{page}/toevoegen"), &added)
        .await
        .leads_to();
    sees_nothing().await;
    let path = format!("{page}/organisatie");
    let answered = visitor
        .post_and_follow(&path, &[("confirmed", "true")])
        .await
        .ok();
    answered
        .says("Vastgelegd: de melding is van deze organisatie.")
        .says(&partner)
        .does_not_say(&question);
    chain.get("/eigen-meldingen").await.ok().says(&report.reference());
    chain.get(&own).await.ok();
    let again = visitor
        .post_and_follow(&path, &[("confirmed", "false")])
        .await
        .ok();
    again.says(&partner);
    assert!(app.happened().await.contains("partner-confirmed"));
}

#[tokio::test]
async fn a_mail_that_is_not_of_the_partner_is_a_residents_and_the_partner_never_sees_it() {
    let app = TestApp::new().await;
    let (report, partner, chain) = said_to_be_of_partner(&app).await;
    let visitor = app.as_role(Role::Coordinator).await;
    let path = format!("/meldingen/{report}/organisatie");
    let answered = visitor
        .post_and_follow(&path, &[("confirmed", "false")])
        .await
        .ok();
    answered.says("Inwoner").does_not_say(&partner);
    chain
        .get("/eigen-meldingen")
        .await
        .ok()
        .does_not_say(&report.reference());
    let read = app.services.store.report(&HERE.into(), report).await;
    let moments = read.unwrap().unwrap().value.feedback.len();
    let resident = mail(&app).await;
    let read = app.services.store.report(&HERE.into(), resident).await;
    assert_eq!(
        moments,
        read.unwrap().unwrap().value.feedback.len(),
        "what a resident is owed"
    );
}

#[tokio::test]
async fn a_message_with_a_known_message_id_and_other_content_says_so() {
    let app = TestApp::new().await;
    let import_as = async |content: u8| {
        let message = ImportMessage {
            received_at: app.now(),
            from: Reporter::default(),
            subject: "Bericht".to_owned(),
            text: format!("Verzonnen tekst {content}"),
            mail: MailFacts::default(),
            original: vec![content],
            attachments: Vec::new(),
            fingerprints: vec![
                Fingerprint::Content([content; 32]),
                Fingerprint::MessageId("een@post.example 1".to_owned()),
            ],
            thread: Vec::new(),
        };
        let intake = app.actor_with(vec![Grant::of(Role::Intake)]);
        import(&app.services, &intake, message).await
    };
    let (first, second) = (import_as(1).await.unwrap(), import_as(2).await.unwrap());
    assert_ne!(first, second);
    for content in [1, 2] {
        assert_eq!(import_as(content).await, Err(Failure::DoneAlready), "each once");
    }
    let desk = app.as_role(Role::Coordinator).await;
    let list = desk.get("/meldingen").await.ok();
    let mut marked = 0;
    for path in list.attributes("a.inbox__item", "href") {
        let page = desk.get(&path).await.ok();
        marked += usize::from(page.words().contains("hetzelfde kenmerk (Message-ID)"));
    }
    assert_eq!(marked, 1, "the second one, which differs");
}
