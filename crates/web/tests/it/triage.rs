// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What becomes of a report: a signal, part of one, no signal; its corrections and its feedback.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use meldroute_core::{
    id::{ReportId, SignalId},
    policy::Role,
    usecase::{
        Failure,
        signal::{Register, register},
    },
};

use crate::{
    inbox::mail_from,
    testkit::{Answer, HERE, TestApp, Visitor},
};

/// The value of a hidden field of a form.
fn hidden(page: &Answer, name: &str) -> String {
    page.attributes(&format!("main input[name={name}]"), "value")[0].clone()
}

async fn signal_of(visitor: &Visitor, report: ReportId, title: &str) -> String {
    let page = visitor
        .get(&format!("/meldingen/signaal?melding={report}"))
        .await
        .ok();
    let (id, report) = (hidden(&page, "signal"), report.to_string());
    let form = [("signal", id.as_str()), ("reports", &report), ("title", title)];
    visitor.post("/meldingen/signaal", &form).await.leads_to()
}

/// The number of the signal on its page.
async fn number_of(visitor: &Visitor, path: &str) -> String {
    visitor.get(path).await.ok().all("h1 .number")[0].clone()
}

/// What the reporter knows the report on this page by.
fn reference(page: &str) -> String {
    let id: ReportId = page.rsplit('/').next().unwrap().parse().unwrap();
    id.reference()
}

#[tokio::test]
async fn a_report_becomes_a_signal_once() {
    let app = TestApp::new().await;
    let report = app
        .report("Re: Matrassen in de schuur", "Drie matrassen.\n\nGroet, Wim")
        .await;
    let visitor = app.as_role(Role::Coordinator).await;
    let page = visitor
        .get(&format!("/meldingen/signaal?melding={report}"))
        .await
        .ok();
    assert_eq!(page.attributes("#title", "value"), ["Matrassen in de schuur"]);
    assert_eq!(page.all("#observation"), ["Drie matrassen."], "not who wrote it");
    let (id, report_id) = (hidden(&page, "signal"), report.to_string());
    let empty = [
        ("signal", id.as_str()),
        ("reports", &report_id),
        ("observation", "Gezien."),
        ("title", ""),
        ("observer", ""),
    ];
    let refused = visitor.post("/meldingen/signaal", &empty).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert_eq!(
        refused.all(".error-summary li"),
        [
            "Schrijf in één regel waar het over gaat",
            "Schrijf door wie het is gezien"
        ]
    );
    let right = [
        ("signal", id.as_str()),
        ("reports", &report_id),
        ("title", "Matrassen"),
        ("observation", "Drie matrassen."),
        ("observer", "buurvrouw"),
    ];
    let to = visitor.post("/meldingen/signaal", &right).await.leads_to();
    assert_eq!(to, format!("/signalen/{id}"));
    visitor
        .get(&to)
        .await
        .ok()
        .says("Matrassen")
        .says("HS-2026-0001 is gemaakt");
    let second = visitor.post("/meldingen/signaal", &right).await.leads_to();
    visitor.get(&second).await.ok().says("Er is niets dubbel gedaan");
    let made = app
        .journal()
        .await
        .into_iter()
        .filter(|event| event == "signal-registered");
    assert_eq!(made.count(), 1);
    visitor
        .get(&format!("/meldingen/{report}"))
        .await
        .ok()
        .says("Deel van een signaal")
        .does_not_say("Geen signaal, omdat");
}

#[tokio::test]
async fn ticked_reports_become_one_signal() {
    let app = TestApp::new().await;
    let (one, two) = (
        app.report("Eén", "Licht.").await,
        app.report("Twee", "Geluid.").await,
    );
    let visitor = app.as_role(Role::Coordinator).await;
    assert_eq!(
        visitor
            .get("/meldingen")
            .await
            .ok()
            .attributes(".inbox__tick input", "value")
            .len(),
        2
    );
    let none = visitor.get("/meldingen/signaal").await;
    assert_eq!(none.status, StatusCode::BAD_REQUEST);
    none.says("Vink eerst een of meer meldingen aan");
    let page = visitor
        .get(&format!("/meldingen/signaal?melding={one}&melding={two}"))
        .await
        .ok();
    let (id, one, two) = (hidden(&page, "signal"), one.to_string(), two.to_string());
    page.says("Maak één signaal van 2 meldingen");
    let form = [
        ("signal", id.as_str()),
        ("reports", &one),
        ("reports", &two),
        ("title", "Licht en geluid"),
    ];
    visitor.post_and_follow("/meldingen/signaal", &form).await.ok();
    visitor
        .get("/meldingen?lijst=in-signaal")
        .await
        .ok()
        .says("Eén")
        .says("Twee");
}

#[tokio::test]
async fn a_text_that_names_the_reporter_is_sent_back() {
    let app = TestApp::new().await;
    let visitor = app.as_role(Role::Coordinator).await;
    let typed = crate::type_in::sent(&visitor, &[("name", "Truus Bedacht")]).await;
    let id = typed
        .split("melding=")
        .nth(1)
        .unwrap()
        .split('&')
        .next()
        .unwrap()
        .to_owned();
    let page = visitor
        .get(&format!("/meldingen/signaal?melding={id}"))
        .await
        .ok();
    let signal = hidden(&page, "signal");
    let form = [
        ("signal", signal.as_str()),
        ("reports", &id),
        ("title", "Licht"),
        ("observation", "truus bedacht zag licht."),
        ("observer", "buurvrouw"),
    ];
    let refused = visitor.post("/meldingen/signaal", &form).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    let refused = refused
        .says("Staat hier iets in dat er niet in hoort?")
        .says("Wie de melding deed: truus bedacht");
    let seen = refused.attributes("#exposed input[name=gezien]", "value");
    let mut confirmed = form.to_vec();
    confirmed.extend([("gezien", seen[0].as_str()), ("mag", "ja")]);
    visitor.post("/meldingen/signaal", &confirmed).await.leads_to();
}

#[tokio::test]
async fn a_title_with_a_name_is_shown_before_it_stands_in_lists() {
    let app = TestApp::new().await;
    let report = app.report("Schuur", "Jan Bedenksel slaapt in de schuur.").await;
    let visitor = app.as_role(Role::Coordinator).await;
    let page = visitor
        .get(&format!("/meldingen/signaal?melding={report}"))
        .await
        .ok();
    let (id, report_id) = (hidden(&page, "signal"), report.to_string());
    let form = [
        ("signal", id.as_str()),
        ("reports", &report_id),
        ("title", "Licht bij mevrouw Bedenksel"),
        ("observation", "Jan Bedenksel slaapt in de schuur."),
        ("observer", "buurvrouw"),
    ];
    let refused = visitor.post("/meldingen/signaal", &form).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert_eq!(
        refused.all("#exposed li"),
        ["Lijkt een naam: Bedenksel"],
        "people who work on it may read the name in the text"
    );
    let lane = format!("/meldingen/{report}/acuut");
    let form = [
        ("signal", id.as_str()),
        ("title", "Licht bij mevrouw Bedenksel"),
        ("reason", "Nu."),
    ];
    let refused = visitor.post(&lane, &form).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    refused.says("Lijkt een naam: Bedenksel");
}

#[tokio::test]
async fn a_report_joins_a_signal_by_its_number() {
    let app = TestApp::new().await;
    let (one, two) = (
        app.report("Eén", "Licht.").await,
        app.report("Twee", "Geluid.").await,
    );
    let visitor = app.as_role(Role::Coordinator).await;
    let signal = signal_of(&visitor, one, "Licht").await;
    let number = number_of(&visitor, &signal).await;
    let path = format!("/meldingen/{two}/toevoegen");
    let refused = visitor.post(&path, &[("number", "HS-1999-0001")]).await;
    assert_eq!(
        refused.all(".error-summary li"),
        ["Schrijf de reden op", "Geen signaal heeft dit nummer"]
    );
    let form = [
        ("number", number.to_lowercase()),
        ("reason", "zelfde adres".to_owned()),
    ];
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(visitor.post(&path, &form).await.leads_to(), signal);
    assert_eq!(
        visitor.post(&path, &form).await.leads_to(),
        signal,
        "a second time does nothing"
    );
    let linked = app
        .journal()
        .await
        .into_iter()
        .filter(|event| event == "report-linked");
    assert_eq!(
        linked.count(),
        2 + 1,
        "at registering, and on signal and report at adding"
    );
}

#[tokio::test]
async fn acute_danger_makes_a_signal_and_hands_it_over_at_once() {
    let app = TestApp::new().await;
    let report = app.report("Vrouw opgesloten", "Zij roept om hulp.").await;
    let visitor = app.as_role(Role::Coordinator).await;
    let path = format!("/meldingen/{report}/acuut");
    let page = visitor.get(&path).await.ok();
    let id = hidden(&page, "signal");
    let refused = visitor
        .post(&path, &[("signal", &id), ("title", "Opgesloten")])
        .await;
    assert_eq!(refused.all(".error-summary li"), ["Schrijf op wat het gevaar is"]);
    let form = [
        ("signal", id.as_str()),
        ("title", "Opgesloten"),
        ("reason", "Zij roept om hulp"),
    ];
    visitor
        .post_and_follow(&path, &form)
        .await
        .ok()
        .says("meteen overgedragen");
    let to = visitor.post(&path, &form).await.leads_to();
    visitor.get(&to).await.ok().says("Er is niets dubbel gedaan");
    assert!(app.happened().await.contains("marked-acute"));
}

#[tokio::test]
async fn care_is_asked_from_the_first_screen() {
    let app = TestApp::new().await;
    let report = app.report("Meisje van zestien", "Zij slaapt buiten.").await;
    let visitor = app.as_role(Role::Coordinator).await;
    let path = format!("/meldingen/{report}/zorg");
    let id = hidden(&visitor.get(&path).await.ok(), "signal");
    let form = [
        ("signal", id.as_str()),
        ("title", "Slaapt buiten"),
        ("reason", "Zij heeft vanavond een bed nodig"),
        ("consent", "Zijzelf, vanmiddag"),
    ];
    let without = visitor.post(&path, &form[..3]).await;
    without.says("Schrijf op wie toestemming gaf.");
    visitor
        .post_and_follow(&path, &form)
        .await
        .ok()
        .says("De vraag om zorg is gesteld");
    let care = app.as_role(Role::CareCoordinator).await;
    care.get("/vandaag")
        .await
        .ok()
        .says("HS-2026-0001")
        .does_not_say("Slaapt buiten");
}

/// A report of a colleague, who is owed what came of it.
async fn of_a_colleague(visitor: &Visitor) -> String {
    let official = [("channel", "internal"), ("reporter-kind", "official")];
    let done = crate::type_in::sent(visitor, &official).await;
    let id = done.split("melding=").nth(1).unwrap();
    format!("/meldingen/{}", id.split('&').next().unwrap())
}

#[tokio::test]
async fn a_report_is_set_aside_with_the_reason() {
    let app = TestApp::new().await;
    let visitor = app.as_role(Role::Coordinator).await;
    let aside = format!("{}/geen-signaal", of_a_colleague(&visitor).await);
    let refused = visitor.post(&aside, &[]).await;
    assert_eq!(
        refused.all(".error-summary li"),
        ["Kies een reden", "Schrijf een toelichting"]
    );
    let form = [
        ("which", "outside-our-task"),
        ("note", "Doorverwezen naar de huisarts."),
    ];
    visitor
        .post_and_follow(&aside, &form)
        .await
        .ok()
        .says("buiten onze taak. Doorverwezen naar de huisarts.")
        .says("Bericht over de uitkomst: nog te geven");
    visitor
        .post_and_follow(&aside, &form)
        .await
        .ok()
        .says("Er is niets dubbel gedaan");
}

#[tokio::test]
async fn the_reporter_hears_back_from_a_template_that_a_person_released() {
    let app = TestApp::new().await;
    let visitor = app.as_role(Role::Coordinator).await;
    let page = of_a_colleague(&visitor).await;
    let feedback = format!("{page}/terugkoppeling");
    let before = visitor.get(&feedback).await.ok();
    before.says("De melder hoeft niets meer te horen");
    let aside = [("which", "outside-our-task"), ("note", "Doorverwezen.")];
    visitor
        .post(&format!("{page}/geen-signaal"), &aside)
        .await
        .leads_to();
    let ask = visitor.get(&feedback).await.ok();
    let text = ask.all("#text")[0].clone();
    assert!(
        text.contains(&reference(&page)) && text.contains("De uitkomst is: buiten onze taak"),
        "{text}"
    );
    let english = visitor.get(&format!("{feedback}?tekst=en")).await.ok();
    assert!(english.all("#text")[0].contains("Dear colleague"));
    let message = hidden(&ask, "feedback");
    let refused = visitor
        .post(&feedback, &[("feedback", &message), ("text", "")])
        .await;
    assert_eq!(
        refused.all(".error-summary li"),
        [
            "Schrijf de tekst voor de melder",
            "Kies hoe het bericht is gegeven"
        ]
    );
    let give = [
        ("feedback", message.as_str()),
        ("text", "Dank."),
        ("way", "phone"),
    ];
    let given = visitor.post_and_follow(&feedback, &give).await.ok();
    given.says("gegeven op").says("per telefoon");
    let again = visitor.post_and_follow(&feedback, &give).await.ok();
    again.says("Er is niets dubbel gedaan");
    let given = app
        .journal()
        .await
        .into_iter()
        .filter(|event| event == "feedback-given");
    assert_eq!(given.count(), 1);
}

#[tokio::test]
async fn feedback_can_be_withheld_with_a_reason() {
    let app = TestApp::new().await;
    let report = app.report("Licht", "Er brandt licht.").await;
    let visitor = app.as_role(Role::Coordinator).await;
    let path = format!("/meldingen/{report}/terugkoppeling");
    let message = hidden(
        &visitor.get(&path).await.ok().says("Ontvangstbericht"),
        "feedback",
    );
    let withhold = format!("{path}/niet");
    let refused = visitor.post(&withhold, &[("feedback", &message)]).await;
    assert_eq!(
        refused.all(".error-summary li"),
        ["Schrijf op waarom er geen bericht komt"]
    );
    visitor
        .post_and_follow(
            &withhold,
            &[("feedback", &message), ("reason", "Geen veilig adres.")],
        )
        .await
        .ok()
        .says("niet gegeven, want: Geen veilig adres.");
}

#[tokio::test]
async fn a_correction_stands_beside_the_original() {
    let app = TestApp::new().await;
    let report = app.report("Licht", "Licht op nummer 12.").await;
    let visitor = app.as_role(Role::Coordinator).await;
    let path = format!("/meldingen/{report}/verbeteren");
    assert_eq!(
        visitor.get(&path).await.ok().all("#text"),
        ["Licht op nummer 12."]
    );
    let refused = visitor.post(&path, &[("text", " "), ("reason", "")]).await;
    assert_eq!(refused.all(".error-summary li").len(), 2);
    let form = [("text", "Licht op nummer 21."), ("reason", "teruggebeld")];
    visitor
        .post_and_follow(&path, &form)
        .await
        .ok()
        .says("Licht op nummer 12.")
        .says("Licht op nummer 21.")
        .says("teruggebeld");
    visitor
        .post_and_follow(&path, &form)
        .await
        .ok()
        .says("Er is niets dubbel gedaan");
    let corrected = app
        .journal()
        .await
        .into_iter()
        .filter(|event| event == "report-corrected");
    assert_eq!(corrected.count(), 1);
}

#[tokio::test]
async fn who_reports_can_be_put_right() {
    let app = TestApp::new().await;
    let report = app.report("Licht", "Er brandt licht.").await;
    let visitor = app.as_role(Role::Coordinator).await;
    let path = format!("/meldingen/{report}/melder-soort");
    let refused = visitor
        .post(&path, &[("reporter-kind", "chain-partner"), ("openness", "open")])
        .await;
    assert_eq!(
        refused.all(".error-summary li"),
        ["Kies de organisatie die meldt"]
    );
    let partner = app.configuration().partners[0].clone();
    let form = [
        ("reporter-kind", "chain-partner"),
        ("openness", "open"),
        ("partner", partner.id.as_str()),
    ];
    visitor
        .post_and_follow(&path, &form)
        .await
        .ok()
        .says(&partner.name);
    let chain = app.as_role(Role::ChainPartner).await;
    chain
        .get("/eigen-meldingen")
        .await
        .ok()
        .says(&report.reference())
        .says("Ontvangen. Wij bekijken de melding.")
        .does_not_say("licht");
}

#[tokio::test]
async fn forms_of_others_are_refused() {
    let app = TestApp::new().await;
    let report = app.report("Licht", "Er brandt licht.").await;
    let visitor = app.as_role(Role::Coordinator).await;
    let form = [("which", "empty"), ("note", "reclame")];
    let origin = [
        ("origin", "http://127.0.0.1:8080"),
        ("sec-fetch-site", "same-origin"),
    ];
    let path = format!("/meldingen/{report}/geen-signaal");
    let without_token = visitor.post_as(&path, &form, &origin).await;
    assert_eq!(without_token.status, StatusCode::FORBIDDEN);
    assert!(!app.happened().await.contains("report-set-aside"));
}

/// A mail whose address bears the domain of the first partner that has one.
async fn mail_of_partner(app: &TestApp) -> (ReportId, String) {
    let configuration = app.configuration();
    let mut partners = configuration.partners.iter();
    let partner = partners.find(|partner| !partner.mail_domains.is_empty()).unwrap();
    let domain = partner.mail_domains.first().unwrap();
    let report = mail_from(app, &format!("zorgen@{domain}")).await;
    (report, partner.name.clone())
}

#[tokio::test]
async fn making_a_signal_says_from_whom_a_mail_is() {
    for (answer, told) in [(true, "yes"), (false, "no")] {
        let app = TestApp::new().await;
        let (report, partner) = mail_of_partner(&app).await;
        let desk = app.as_role(Role::Coordinator).await;
        let page = desk
            .get(&format!("/meldingen/signaal?melding={report}"))
            .await
            .ok();
        let page = page.says(&format!("is van {partner}"));
        let ticked = page.attributes("input[name=from_partner][checked]", "value");
        assert_eq!(ticked, [report.to_string()], "the suggestion is filled in");
        let id = report.to_string();
        let mut fields = vec![("title", "Licht in de nacht")];
        if !answer {
            fields.push(("from_partner", ""));
        }
        let made = desk.send_back(&page, "/meldingen/signaal", &fields).await;
        desk.get(&made.leads_to()).await.ok();
        let stored = app
            .services
            .store
            .report(&HERE.into(), report)
            .await
            .unwrap()
            .unwrap()
            .value;
        assert_eq!(stored.partner.is_some(), answer, "{told}: {id}");
        assert_eq!(stored.suggested_partner(), None, "nobody needs to ask again");
        assert!(app.happened().await.contains("partner-confirmed"));
    }
}

#[tokio::test]
async fn no_signal_is_made_while_nobody_says_from_whom_the_mail_is() {
    let app = TestApp::new().await;
    let (report, _) = mail_of_partner(&app).await;
    app.as_role(Role::Coordinator).await;
    let coordinator = app.actor(Role::Coordinator.as_str()).await;
    let command = Register {
        id: SignalId(app.services.minter.mint()),
        reports: vec![report],
        from_partner: BTreeMap::new(),
        title: "Licht".to_owned(),
        observation: None,
        fast_lane: None,
    };
    let made = register(&app.services, &coordinator, command).await;
    assert_eq!(made, Err(Failure::Invalid(vec!["partner"])));
}

#[tokio::test]
async fn the_form_of_a_signal_sent_again_with_other_words_is_not_called_done() {
    let app = TestApp::new().await;
    let report = app.report("Licht", "Er brandt licht.").await;
    let desk = app.as_role(Role::Coordinator).await;
    let page = desk
        .get(&format!("/meldingen/signaal?melding={report}"))
        .await
        .ok();
    let send = async |title: &str| {
        desk.send_back(&page, "/meldingen/signaal", &[("title", title)])
            .await
    };
    let first = send("Licht in de nacht").await.leads_to();
    let again = send("Licht in de nacht").await.leads_to();
    assert_eq!(first, again);
    desk.get(&again).await.ok().says("Er is niets dubbel gedaan");
    let other = send("Licht in de ochtend").await;
    assert_eq!(other.status, StatusCode::CONFLICT, "{}", other.words());
}

#[tokio::test]
async fn what_was_set_aside_or_settled_with_other_words_is_not_called_done() {
    let app = TestApp::new().await;
    let report = app.report("Licht", "Er brandt licht.").await;
    let desk = app.as_role(Role::Coordinator).await;
    let path = format!("/meldingen/{report}/geen-signaal");
    let page = desk.get(&path).await.ok();
    let send = async |note: &str| {
        let fields = [("which", "empty"), ("note", note)];
        desk.send_back(&page, &path, &fields).await
    };
    send("Een proefbericht.").await.leads_to();
    let again = send("Een proefbericht.").await.leads_to();
    desk.get(&again).await.ok().says("Er is niets dubbel gedaan");
    let other = send("Toch reclame.").await;
    assert_eq!(other.status, StatusCode::CONFLICT, "{}", other.words());
}
