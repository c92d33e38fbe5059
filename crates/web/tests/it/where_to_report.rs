// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! "Waar kan ik melden?": in four languages, without cookies, without a trace.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use meldroute_core::configuration::Configuration;

use crate::testkit::{Answer, HERE, TestApp};

const LANGUAGES: [(&str, &str); 4] = [
    ("nl", "Waar kan ik melden?"),
    ("en", "Where can I report?"),
    ("uk", "Куди повідомити?"),
    ("ru", "Куда сообщить?"),
];

fn leaves_no_trace(answer: &Answer) {
    assert!(!answer.headers.contains_key(header::SET_COOKIE));
    assert_eq!(answer.header("referrer-policy"), "no-referrer");
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.header("x-frame-options"), "DENY");
}

/// Heemstede, with its configuration changed.
async fn changed(change: impl FnOnce(&mut Configuration)) -> TestApp {
    let app = TestApp::new().await;
    let mut configuration = Configuration::clone(&app.configurations.get(HERE));
    change(&mut configuration);
    app.configurations.put(configuration);
    app
}

#[tokio::test]
async fn it_is_there_in_four_languages_without_cookies() {
    let app = TestApp::new().await;
    let visitor = app.anonymous();
    for (language, title) in LANGUAGES {
        let page = visitor.get(&format!("/melden/heemstede/{language}")).await.ok();
        leaves_no_trace(&page);
        assert_eq!(page.attributes("html", "lang"), [language]);
        assert_eq!(page.all("h1"), [title]);
        assert_eq!(page.all(".danger a"), ["112"]);
        assert_eq!(page.attributes(".danger a", "href"), ["tel:112"]);
        assert_eq!(page.all(".place h2").len(), 7, "all places");
        let numbers = page.attributes("a.place__phone", "href");
        for number in ["tel:09008844", "tel:08007000", "tel:08005151"] {
            assert!(numbers.iter().any(|href| href == number), "{number}");
        }
        assert_eq!(page.attributes("nav a", "lang"), ["nl", "en", "uk", "ru"]);
        assert_eq!(page.attributes("nav a[aria-current]", "lang"), [language]);
        let html = page.html();
        for outside in [
            "src=\"http",
            "stylesheet\" href=\"http",
            "<form",
            "style=",
            "onclick",
        ] {
            assert!(!html.contains(outside), "{outside}");
        }
    }
}

#[tokio::test]
async fn it_can_be_left_at_once_without_script() {
    let app = TestApp::new().await;
    let page = app.anonymous().get("/melden/heemstede/nl").await.ok();
    assert_eq!(
        page.attributes("a[data-leave]", "href"),
        ["https://www.buienradar.nl"]
    );
    assert_eq!(page.attributes("a[data-leave]", "rel"), ["noreferrer"]);
}

#[tokio::test]
async fn one_municipality_is_gone_to_at_once_in_the_language_of_the_browser() {
    let app = TestApp::new().await;
    let visitor = app.anonymous();
    for path in ["/melden", "/melden/heemstede"] {
        for (asked, language) in [("uk-UA,en;q=0.5", "uk"), ("ru", "ru"), ("pl", "nl")] {
            let request = visitor
                .request(Method::GET, path)
                .header(header::ACCEPT_LANGUAGE, asked);
            let answer = visitor.send(request, Body::empty()).await;
            leaves_no_trace(&answer);
            assert_eq!(answer.leads_to(), format!("/melden/heemstede/{language}"));
        }
    }
}

#[tokio::test]
async fn of_several_municipalities_one_is_chosen() {
    let app = TestApp::with_neighbour().await;
    let page = app.anonymous().get("/melden").await.ok();
    leaves_no_trace(&page);
    assert_eq!(page.all(".place h2"), ["Buurdorp", "Heemstede"]);
    let links = page.attributes(".place a", "href");
    assert_eq!(links.len(), 8);
    assert!(links.contains(&"/melden/buurdorp/ru".to_owned()));
}

#[tokio::test]
async fn a_municipality_can_do_without() {
    let app = changed(|configuration| configuration.where_to_report.page.enabled = false).await;
    let visitor = app.anonymous();
    for path in ["/melden", "/melden/heemstede", "/melden/heemstede/uk"] {
        let answer = visitor.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        leaves_no_trace(&answer);
    }
    let door = visitor.get("/inloggen").await.ok();
    assert!(!door.html().contains("/melden"));
}

#[tokio::test]
async fn what_does_not_exist_says_so_in_the_language_of_the_page() {
    let app = TestApp::new().await;
    let visitor = app.anonymous();
    let elsewhere = visitor.get("/melden/nergens/uk").await;
    assert_eq!(elsewhere.status, StatusCode::NOT_FOUND);
    leaves_no_trace(&elsewhere);
    let elsewhere = elsewhere.says("Такої сторінки немає").says("112");
    assert_eq!(elsewhere.attributes("html", "lang"), ["uk"]);
    assert!(!elsewhere.html().contains("?taal="));
    for path in ["/melden/heemstede/de", "/melden/heemstede/NL"] {
        assert_eq!(visitor.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn an_address_at_which_there_is_nothing_leads_to_where_to_report() {
    let app = TestApp::new().await;
    for path in [
        "/onzin",
        "/melden/heemstede/nl/onzin",
        "/melden/heemstede/nl/formulier/x",
    ] {
        let answer = app.anonymous().get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(!answer.headers.contains_key(header::SET_COOKIE), "{path}");
        if path.starts_with("/melden/") {
            leaves_no_trace(&answer);
        }
        assert_eq!(
            answer.attributes("main a", "href").last().unwrap(),
            "/melden",
            "{path}"
        );
        assert!(!answer.html().contains("/inloggen"), "{path}");
    }
    app.add(HERE, "iemand", Vec::new()).await;
    let colleague = app.logged_in(HERE, "iemand").await;
    colleague.get("/onzin").await.not_found();
    let public = colleague.get("/melden/heemstede/nl/onzin").await;
    leaves_no_trace(&public);
    public.does_not_say("Test iemand");
}

#[tokio::test]
async fn nobody_is_recognised_there() {
    let app = TestApp::new().await;
    app.add(HERE, "iemand", Vec::new()).await;
    let page = app.logged_in(HERE, "iemand").await;
    let page = page.get("/melden/heemstede/nl").await.ok();
    leaves_no_trace(&page);
    let page = page.does_not_say("Test iemand").does_not_say("Uitloggen");
    assert!(!page.html().contains("csrf"));
    // Nor is a language remembered in a cookie.
    let asked = app.anonymous().get("/melden/heemstede/nl?taal=en").await.ok();
    leaves_no_trace(&asked);
}

#[tokio::test]
async fn the_door_of_the_house_points_there() {
    let app = TestApp::new().await;
    let door = app.anonymous().get("/inloggen").await.ok();
    assert_eq!(door.attributes(".login__form a", "href"), ["/melden"]);
    let robots = app.anonymous().get("/robots.txt").await.ok();
    robots.says("Allow: /melden").says("Disallow: /meldingen");
}
