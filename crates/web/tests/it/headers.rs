// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Security headers, whatever the page; files; what robots and researchers ask for.

use axum::{
    body::Body,
    http::{Method, StatusCode},
};
use meldroute_core::policy::Role;
use meldroute_web::WebSettings;

use crate::testkit::{Answer, TestApp};

fn secure(answer: &Answer) {
    let policy = answer.header("content-security-policy");
    for directive in [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "frame-src 'none'",
        "object-src 'none'",
    ] {
        assert!(
            policy.split("; ").any(|found| found == directive),
            "{directive} in {policy}"
        );
    }
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(answer.header("x-frame-options"), "DENY");
    assert_eq!(answer.header("referrer-policy"), "same-origin");
    assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin");
    assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin");
    assert!(answer.header("permissions-policy").contains("geolocation=(self)"));
}

#[tokio::test]
async fn every_answer_has_them() {
    let app = TestApp::new().await;
    let visitor = app.anonymous();
    let user = app.as_role(Role::Administrator).await;
    let answers = [
        visitor.get("/inloggen").await,
        visitor.get("/").await,
        visitor.get("/bestaat-niet").await,
        visitor.get("/robots.txt").await,
        user.get("/account").await,
        user.get("/uitloggen").await,
        user.post_as("/account", &[], &[]).await,
    ];
    for answer in answers {
        secure(&answer);
        assert_eq!(answer.header("cache-control"), "no-store");
        assert!(!answer.headers.contains_key("strict-transport-security"));
        assert!(!answer.headers.contains_key("server"));
    }
}

#[tokio::test]
async fn https_is_for_ever() {
    let app = TestApp::with(WebSettings {
        secure_cookies: true,
        ..WebSettings::default()
    })
    .await;
    let answer = app.anonymous().get("/inloggen").await;
    assert_eq!(
        answer.header("strict-transport-security"),
        "max-age=31536000; includeSubDomains"
    );
}

#[tokio::test]
async fn files_are_kept_and_found_by_the_style_sheet_of_the_page() {
    let app = TestApp::new().await;
    let visitor = app.anonymous();
    let page = visitor.get("/inloggen").await.ok();
    let sheet = page.attributes("link[rel=stylesheet]", "href").remove(0);
    let script = page.attributes("script", "src").remove(0);
    for (path, kind) in [
        (&sheet, "text/css; charset=utf-8"),
        (&script, "text/javascript; charset=utf-8"),
    ] {
        let file = visitor.get(path).await.ok();
        secure(&file);
        assert_eq!(file.header("content-type"), kind);
        assert_eq!(
            file.header("cache-control"),
            "public, max-age=31536000, immutable"
        );
    }
    // The same file under the mark of another version is not kept under the wrong name.
    let old = visitor.get("/assets/0000000000000000/app.css").await;
    assert_eq!(old.status, StatusCode::NOT_FOUND);
    assert_eq!(old.header("cache-control"), "no-store");
}

#[tokio::test]
async fn pages_hold_nothing_that_the_policy_forbids() {
    let app = TestApp::new().await;
    let html = app
        .as_role(Role::Administrator)
        .await
        .get("/account")
        .await
        .ok()
        .html();
    for forbidden in [
        "style=",
        "<style",
        "onclick",
        "javascript:",
        "data:",
        "http://",
        "https://",
    ] {
        assert!(!html.contains(forbidden), "{forbidden}");
    }
}

#[tokio::test]
async fn robots_stay_away_and_researchers_find_the_way() {
    let app = TestApp::with(WebSettings {
        security_contact: Some("mailto:veilig@meldroute.example".to_owned()),
        public_url: Some("https://meldroute.example".to_owned()),
        ..WebSettings::default()
    })
    .await;
    let visitor = app.anonymous();
    visitor.get("/robots.txt").await.ok().says("Disallow: /");
    let text = visitor.get("/.well-known/security.txt").await.ok();
    assert_eq!(text.header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(
        text.html(),
        "Contact: mailto:veilig@meldroute.example\nExpires: 2027-05-22T09:00:00Z\n\
         Canonical: https://meldroute.example/.well-known/security.txt\nPreferred-Languages: nl, en\n"
    );
    assert_eq!(
        visitor.get("/favicon.ico").await.ok().header("content-type"),
        "image/svg+xml"
    );
}

#[tokio::test]
async fn errors_of_the_framework_are_pages_of_ours() {
    let app = TestApp::new().await;
    let user = app.as_role(Role::Administrator).await;
    user.get("/bestaat-niet").await.not_found();
    let wrong_method = user.get("/uitloggen").await;
    assert_eq!(wrong_method.status, StatusCode::METHOD_NOT_ALLOWED);
    wrong_method.says("Dit verzoek kunnen we niet lezen");
    let long = "x".repeat(1024 * 1024 + 1);
    let too_long = user.post("/account", &[("taal", &long)]).await;
    assert_eq!(too_long.status, StatusCode::PAYLOAD_TOO_LARGE);
    too_long.says("Dit is te groot");
    let put = user
        .send(user.request(Method::PUT, "/account"), Body::empty())
        .await;
    assert_eq!(put.status, StatusCode::METHOD_NOT_ALLOWED);
}
