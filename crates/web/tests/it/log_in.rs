// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Logging in and out, sessions, and forms that are not ours.

use axum::http::StatusCode;
use chrono::TimeDelta;
use meldroute_core::policy::Role;
use meldroute_web::{Demo, DemoPerson, WebSettings};

use crate::testkit::{HERE, NEIGHBOUR, PASSWORD, TestApp};

const RIGHT: &[(&str, &str)] = &[("naam", "administrator"), ("wachtwoord", PASSWORD)];

async fn app_with_administrator(settings: WebSettings) -> TestApp {
    let app = TestApp::with(settings).await;
    app.add(HERE, "administrator", vec![app.grant(Role::Administrator)])
        .await;
    app
}

#[tokio::test]
async fn somebody_logs_in_and_out() {
    let app = app_with_administrator(WebSettings::default()).await;
    let visitor = app.anonymous();
    assert_eq!(visitor.get("/account").await.leads_to(), "/inloggen");
    visitor
        .get("/inloggen")
        .await
        .ok()
        .says("Wachtwoord")
        .does_not_say("Probeer het als");
    assert_eq!(visitor.post("/inloggen", RIGHT).await.leads_to(), "/");
    visitor.get("/account").await.ok().says("Test administrator");
    assert_eq!(
        visitor.get("/inloggen").await.leads_to(),
        "/",
        "nobody logs in twice"
    );

    let before = visitor.cookie("meldroute").unwrap();
    let out = visitor.post("/uitloggen", &[]).await;
    assert_eq!(out.leads_to(), "/inloggen");
    assert_eq!(out.header("clear-site-data"), "\"cache\", \"cookies\"");
    assert_eq!(visitor.cookie("meldroute"), None);
    visitor.give_cookie("meldroute", &before);
    assert_eq!(
        visitor.get("/account").await.leads_to(),
        "/inloggen",
        "the session is over, not just the cookie"
    );
    let journal = app.happened().await;
    assert!(journal.contains("logged-in") && journal.contains("logged-out"));
}

#[tokio::test]
async fn a_wrong_answer_says_nothing_about_which_part_was_wrong() {
    let app = app_with_administrator(WebSettings::default()).await;
    let visitor = app.anonymous();
    let attempts = [
        [("naam", "administrator"), ("wachtwoord", "iets anders")],
        [("naam", "niemand"), ("wachtwoord", PASSWORD)],
    ];
    let mut pages = Vec::new();
    for attempt in attempts {
        let answer = visitor.post("/inloggen", &attempt).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST);
        let html = answer
            .says("De gebruikersnaam, het wachtwoord of de code klopt niet")
            .html();
        assert!(html.contains("<title>Fout: "));
        pages.push(html.replace("niemand", "administrator"));
    }
    assert_eq!(pages[0], pages[1]);
}

#[tokio::test]
async fn cookies_are_for_this_site_only() {
    let app = app_with_administrator(WebSettings {
        secure_cookies: true,
        ..WebSettings::default()
    })
    .await;
    let visitor = app.anonymous();
    let answer = visitor.post("/inloggen", RIGHT).await;
    let cookies: Vec<_> = answer
        .headers
        .get_all("set-cookie")
        .iter()
        .map(|value| value.to_str().unwrap().to_owned())
        .collect();
    assert_eq!(cookies.len(), 2);
    for cookie in &cookies {
        assert!(cookie.starts_with("__Host-meldroute"), "{cookie}");
        for attribute in ["HttpOnly", "SameSite=Strict", "Secure", "Path=/"] {
            assert!(cookie.contains(attribute), "{attribute} in {cookie}");
        }
        assert!(
            !cookie.contains("Domain") && !cookie.contains("Max-Age"),
            "{cookie}"
        );
    }
    visitor.get("/account").await.ok();

    // Without TLS, on loopback, browsers refuse the prefix.
    let app = app_with_administrator(WebSettings::default()).await;
    let visitor = app.anonymous();
    visitor.post("/inloggen", RIGHT).await;
    assert!(visitor.cookie("meldroute").is_some());
}

#[tokio::test]
async fn logging_in_gives_new_tokens() {
    let app = app_with_administrator(WebSettings::default()).await;
    let visitor = app.anonymous();
    visitor.give_cookie("meldroute", "planted");
    visitor.give_cookie("meldroute-form", "planted");
    visitor.post("/inloggen", RIGHT).await.leads_to();
    let first = visitor.cookie("meldroute").unwrap();
    assert_ne!(first, "planted");
    assert_ne!(visitor.cookie("meldroute-form").unwrap(), "planted");
    let again = app.anonymous();
    again.post("/inloggen", RIGHT).await.leads_to();
    assert_ne!(again.cookie("meldroute").unwrap(), first);
}

#[tokio::test]
async fn a_session_ends_without_use_and_after_a_long_day() {
    let app = TestApp::new().await;
    let idle = app.as_role(Role::Administrator).await;
    let busy = app.as_role(Role::Administrator).await;
    idle.get("/account").await.ok();
    for _ in 0..29 {
        app.clock.forward(TimeDelta::minutes(20));
        busy.get("/account").await.ok();
    }
    assert_eq!(idle.get("/account").await.leads_to(), "/inloggen");
    app.clock.forward(TimeDelta::minutes(21));
    assert_eq!(
        busy.get("/account").await.leads_to(),
        "/inloggen",
        "ten hours at most"
    );
}

#[tokio::test]
async fn forms_of_others_do_nothing() {
    let app = TestApp::new().await;
    let user = app.as_role(Role::Administrator).await;
    let token = user.cookie("meldroute-form").unwrap();
    let ours = ("origin", "http://127.0.0.1:8080");
    let forged = [
        user.post_as("/account", &[("taal", "en")], &[ours]).await,
        user.post_as("/account", &[("taal", "en"), ("csrf", "anders")], &[ours])
            .await,
        user.post_as("/account", &[("taal", "en"), ("csrf", &token)], &[])
            .await,
        user.post_as(
            "/account",
            &[("taal", "en"), ("csrf", &token)],
            &[("origin", "https://elders.example")],
        )
        .await,
        user.post_as(
            "/account",
            &[("taal", "en"), ("csrf", &token)],
            &[ours, ("sec-fetch-site", "cross-site")],
        )
        .await,
    ];
    for answer in forged {
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        answer.says("Dit formulier is te oud");
    }
    user.get("/account").await.ok().says("Mijn account");
    // Nor can another site log somebody in as somebody else.
    let visitor = app.anonymous();
    let planted = visitor
        .post_as("/inloggen", RIGHT, &[("origin", "https://elders.example")])
        .await;
    assert_eq!(planted.status, StatusCode::FORBIDDEN);

    let answer = user.post_and_follow("/account", &[("taal", "en")]).await;
    answer
        .ok()
        .says("My account")
        .says("The language of your screens has been changed.");
    user.get("/account").await.ok().does_not_say("has been changed");
}

#[tokio::test]
async fn guessing_is_slowed_for_the_guesser_only() {
    let app = app_with_administrator(WebSettings::default()).await;
    let guesser = app.anonymous().from("203.0.113.7:50000");
    for _ in 0..5 {
        guesser
            .post("/inloggen", &[("naam", "administrator"), ("wachtwoord", "raden")])
            .await;
    }
    let refused = guesser.post("/inloggen", RIGHT).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    refused.says("Probeer het om 10.00 uur weer");
    let elsewhere = app.anonymous().from("198.51.100.9:50000");
    assert_eq!(elsewhere.post("/inloggen", RIGHT).await.leads_to(), "/");
    app.add(HERE, "collega", vec![app.grant(Role::Board)]).await;
    let colleague = app.anonymous().from("203.0.113.7:50001");
    let right = [("naam", "collega"), ("wachtwoord", PASSWORD)];
    assert_eq!(colleague.post("/inloggen", &right).await.leads_to(), "/");
    app.clock.forward(TimeDelta::seconds(31));
    assert_eq!(guesser.post("/inloggen", RIGHT).await.leads_to(), "/");
}

#[tokio::test]
async fn an_address_is_believed_from_our_own_proxy_only() {
    for (trusted_proxy, expected) in [
        (true, StatusCode::SEE_OTHER),
        (false, StatusCode::TOO_MANY_REQUESTS),
    ] {
        let app = app_with_administrator(WebSettings {
            trusted_proxy,
            ..WebSettings::default()
        })
        .await;
        let visitor = app.anonymous();
        let ours = ("origin", "http://127.0.0.1:8080");
        let wrong = [("naam", "administrator"), ("wachtwoord", "raden")];
        for _ in 0..5 {
            visitor
                .post_as("/inloggen", &wrong, &[ours, ("x-forwarded-for", "203.0.113.7")])
                .await;
        }
        // The visitor writes the first address, our proxy the last.
        let other = ("x-forwarded-for", "203.0.113.7, 203.0.113.8");
        assert_eq!(
            visitor.post_as("/inloggen", RIGHT, &[ours, other]).await.status,
            expected
        );
    }
}

#[tokio::test]
async fn where_several_municipalities_live_one_chooses() {
    let app = TestApp::with_neighbour().await;
    app.add(HERE, "administrator", vec![app.grant(Role::Administrator)])
        .await;
    let visitor = app.anonymous();
    let page = visitor.get("/inloggen").await.ok();
    assert_eq!(page.all("select option").len(), 2);
    let mut elsewhere = RIGHT.to_vec();
    elsewhere.push(("gemeente", NEIGHBOUR));
    assert_eq!(
        visitor.post("/inloggen", &elsewhere).await.status,
        StatusCode::BAD_REQUEST
    );
    let mut here = RIGHT.to_vec();
    here.push(("gemeente", HERE));
    assert_eq!(visitor.post("/inloggen", &here).await.leads_to(), "/");
}

#[tokio::test]
async fn the_language_is_that_of_the_browser_then_of_the_person_then_of_the_switch() {
    let app = TestApp::new().await;
    let visitor = app.anonymous();
    let english = visitor
        .request(axum::http::Method::GET, "/inloggen")
        .header("accept-language", "en-GB,nl;q=0.5");
    visitor
        .send(english, axum::body::Body::empty())
        .await
        .ok()
        .says("Password");
    assert_eq!(visitor.get("/inloggen?taal=en").await.leads_to(), "/inloggen");
    let page = visitor.get("/inloggen").await.ok().says("Password");
    assert_eq!(page.attributes("html", "lang"), ["en"]);
    let user = app.as_role(Role::Administrator).await;
    user.get("/account").await.ok().says("Mijn account");
    user.get("/account?taal=en").await.leads_to();
    user.get("/account").await.ok().says("My account");
    assert_eq!(
        user.get("/account?van=1&taal=nl").await.leads_to(),
        "/account?van=1"
    );
    let page = user.get("/account?van=1").await.ok();
    assert!(page.html().contains("?van=1&#38;taal=en") || page.html().contains("?van=1&amp;taal=en"));
    assert_eq!(
        visitor.get("//elders.example?taal=nl").await.leads_to(),
        "/elders.example"
    );
}

#[tokio::test]
async fn the_demo_lets_its_own_people_in_and_nobody_else() {
    let person = DemoPerson {
        login: "administrator".to_owned(),
        name: "Hanna Smit".to_owned(),
        role: Role::Administrator,
        body: None,
    };
    let demo = Demo {
        municipality: HERE.into(),
        people: vec![person],
    };
    let app = app_with_administrator(WebSettings {
        demo: Some(demo),
        ..WebSettings::default()
    })
    .await;
    app.add(HERE, "ander", vec![app.grant(Role::Board)]).await;
    let visitor = app.anonymous();
    let page = visitor.get("/inloggen").await.ok();
    let page = page
        .says("Hanna Smit")
        .says("alle personen en meldingen zijn verzonnen");
    assert_eq!(page.all("button.login-role strong"), ["Beheerder"]);
    visitor
        .post("/demo/inloggen", &[("naam", "ander")])
        .await
        .not_found();
    assert_eq!(
        visitor
            .post("/demo/inloggen", &[("naam", "administrator")])
            .await
            .leads_to(),
        "/"
    );
    visitor.get("/account").await.ok();

    let earnest = app_with_administrator(WebSettings::default()).await;
    let answer = earnest
        .anonymous()
        .post("/demo/inloggen", &[("naam", "administrator")])
        .await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}
