// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Care in its own compartment: three answers with a way back, and nothing of them for anybody else: not on a page, in a search, on
//! paper or in a figure.

use meldroute_core::{id::SignalId, policy::Role, signal::act::Act};

use crate::testkit::{Answer, TestApp, Visitor};

/// A signal with a request for care.
async fn asked(app: &TestApp) -> (SignalId, String) {
    let id = app.before_the_body("Eetzaak").await;
    app.act(
        id,
        Act::ReferToCare {
            what: "Zij slaapt slecht.".to_owned(),
            consent: "Zijzelf, vandaag.".to_owned(),
        },
    )
    .await;
    let strand = app.strand(id).await.id;
    (id, format!("/opdrachten/{id}/{strand}/zorg"))
}

async fn say(visitor: &Visitor, path: &str, section: &str, fields: &[(&str, &str)]) -> Answer {
    let mut all = vec![("section", section)];
    all.extend(fields);
    visitor.post(path, &all).await
}

async fn answer(visitor: &Visitor, path: &str, to: &str, given: &str, on: &str) -> Answer {
    let (name, day) = (format!("{to}-given"), format!("{to}-on"));
    say(visitor, path, to, &[(&name, given), (&day, on)]).await
}

#[tokio::test]
async fn each_consent_is_an_answer_of_its_own_with_a_way_back() {
    let app = TestApp::new().await;
    let (_, path) = asked(&app).await;
    let care = app.as_role(Role::CareCoordinator).await;
    let today = meldroute_core::calendar::dutch_date(app.now()).to_string();
    care.get(&path).await.ok().says("nog niet gevraagd");
    answer(&care, &path, "shelter", "yes", &today).await.leads_to();
    answer(&care, &path, "registration", "no", &today)
        .await
        .leads_to();
    answer(&care, &path, "sharing", "yes", &today).await.leads_to();
    answer(&care, &path, "sharing", "no", &today).await.leads_to();
    let page = care.get(&path).await.ok();
    let stands: Vec<String> = page.all("main section > p > strong");
    assert!(stands[0].starts_with("ja, op"), "{stands:?}");
    assert!(stands[1].starts_with("nee, op"), "{stands:?}");
    assert!(stands[2].starts_with("ingetrokken op"), "{stands:?}");
    let (Some(tomorrow), long_ago) = (app.now().date_naive().succ_opt(), "2020-01-01") else {
        panic!("no tomorrow")
    };
    for wrong in [tomorrow.to_string().as_str(), long_ago] {
        let refused = answer(&care, &path, "sharing", "yes", wrong).await;
        assert_eq!(refused.status, 409, "{wrong}");
    }
    let days = [("from", "2026-11-25"), ("until", "2027-02-25")];
    say(&care, &path, "reflect", &days).await.leads_to();
    let considered = [("told", "no"), ("reason", "Zij is 24.")];
    say(&care, &path, "consider", &considered).await.leads_to();
    let request = path.trim_end_matches("/zorg");
    care.get(request).await.ok().says("tot en met").says("Zij is 24.");
}

#[tokio::test]
async fn who_said_no_is_not_given_to_anybody_where_consent_is_needed() {
    let app = TestApp::new().await;
    let id = app.at_feedback("Eetzaak").await;
    let refer = Act::ReferToCare {
        what: "Zij slaapt slecht.".to_owned(),
        consent: "Zijzelf, vandaag.".to_owned(),
    };
    app.act(id, refer).await;
    let strand = app.strand(id).await.id;
    let care = app.as_role(Role::CareCoordinator).await;
    let today = meldroute_core::calendar::dutch_date(app.now()).to_string();
    let path = format!("/opdrachten/{id}/{strand}/zorg");
    let coordinator = app.as_role(Role::Coordinator).await;
    let hand_over = [
        ("to", "scharlaken-koord"),
        ("what", "Graag een gesprek."),
        ("categories", "possible-victim"),
        ("consent", "Zij zei ja, aan de balie."),
        ("necessity-note", "Zij vroeg om hulp."),
    ];
    let page = format!("/signalen/{id}/overdracht");
    answer(&care, &path, "sharing", "no", &today).await.leads_to();
    let refused = coordinator.fill(&page, &hand_over).await;
    assert_eq!(refused.status, 409);
    refused.says("De persoon wil niet dat de gegevens naar");
    answer(&care, &path, "sharing", "yes", &today).await.leads_to();
    coordinator.fill(&page, &hand_over).await.leads_to();
}

/// Everything that somebody can open without knowing an identifier, and everything about this signal, as each role that is not of care.
#[tokio::test]
async fn nothing_of_care_reaches_enforcement_or_anybody_else() {
    let app = TestApp::new().await;
    let (id, path) = asked(&app).await;
    let care = app.as_role(Role::CareCoordinator).await;
    let today = meldroute_core::calendar::dutch_date(app.now()).to_string();
    answer(&care, &path, "shelter", "yes", &today).await.leads_to();
    answer(&care, &path, "registration", "no", &today)
        .await
        .leads_to();
    let considered = [("told", "yes"), ("reason", "Een meisje van zestien.")];
    say(&care, &path, "consider", &considered).await.leads_to();
    let request = path.trim_end_matches("/zorg").to_owned();
    let sitting = app.sitting("signalenoverleg").await;
    let secrets = [
        "Zij slaapt slecht",
        "Een meisje van zestien",
        "CoMensha",
        "Aanmelding",
        "toestemming vast",
        "Veilig Thuis is overwogen",
        "bedenktijd",
    ];
    for role in Role::ALL {
        if matches!(
            role,
            Role::CareCoordinator | Role::Coordinator | Role::ContactOfficer
        ) {
            continue;
        }
        let visitor = app.as_role(role).await;
        for page in [&request, &path] {
            visitor.get(page).await.not_found();
        }
        answer(&visitor, &path, "shelter", "no", &today).await.not_found();
        for page in [
            format!("/signalen/{id}"),
            format!("/signalen/{id}/delen"),
            format!("/overleggen/{sitting}"),
            format!("/overleggen/{sitting}/{id}"),
            format!("/overleggen/{sitting}/lijst"),
            format!("/noodtoegang/{id}"),
            format!("/signalen/{id}/archief"),
            "/vandaag".to_owned(),
            "/signalen".to_owned(),
            "/zoeken?q=slaapt".to_owned(),
            "/zoeken?q=zestien".to_owned(),
            "/beeld".to_owned(),
            "/beeld/cijfers".to_owned(),
        ] {
            let html = visitor.get(&page).await.html();
            for secret in secrets {
                assert!(
                    !html.contains(secret),
                    "{page} says {secret} to {}",
                    role.as_str()
                );
            }
        }
    }
    // Nor does who may search find it by the words of care.
    let coordinator = app.as_role(Role::Coordinator).await;
    let found = coordinator.get("/zoeken?q=zestien").await.ok();
    found.does_not_say("HS-2026-0001");
}

#[tokio::test]
async fn what_came_of_it_is_a_state_and_no_care() {
    let app = TestApp::new().await;
    let (_, path) = asked(&app).await;
    let request = path.trim_end_matches("/zorg");
    let care = app.as_role(Role::CareCoordinator).await;
    let accept = [("step", "accept"), ("accept", "HVO-12")];
    care.post(request, &accept).await.leads_to();
    care.get(request)
        .await
        .ok()
        .says("Alleen hoe het staat, geen zorginhoud.");
}
