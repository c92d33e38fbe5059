// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Photos on the public form, and room for everybody while one sender floods it.

use std::{convert::Infallible, num::NonZeroU16};

use axum::{
    body::{Body, Bytes},
    http::{Method, StatusCode, header},
};
use chrono::TimeDelta;
use futures_util::{StreamExt as _, stream};
use meldroute_core::{policy::Role, report::ReporterKind};
use meldroute_web::WebSettings;

use crate::{
    public_form::{
        CODE, FORM, TEXT, borrowed, code_of, fill, nobody_is_recognised, only_report, post, told, turn_on,
        with_form,
    },
    testkit::{Answer, HERE, TestApp, Visitor},
};

/// Sends the filled in form with photos.
async fn with_photos(visitor: &Visitor, photos: &[&[u8]]) -> Answer {
    let page = visitor.get(FORM).await.ok();
    let mut sent = page.fields("main form");
    sent.retain(|(name, _)| name != "wat");
    let mut fields = borrowed(&sent);
    fields.extend([("hoe", "anoniem"), ("wat", TEXT)]);
    let photos: Vec<_> = photos
        .iter()
        .map(|bytes| ("fotos", "van-verzonnen-naam.jpg", "image/jpeg", *bytes))
        .collect();
    nobody_is_recognised(visitor.upload(FORM, &fields, &photos, "text/html").await)
}

#[tokio::test]
async fn who_floods_the_form_leaves_it_open_for_others_and_nothing_typed_is_lost() {
    let app = TestApp::with(WebSettings {
        public_reports_per_network: NonZeroU16::new(2),
        ..WebSettings::default()
    })
    .await;
    turn_on(&app, HERE, &[ReporterKind::Resident, ReporterKind::Anonymous]);
    let fields = [("hoe", "anoniem"), ("wat", TEXT)];
    let flooder = app.anonymous().from("203.0.113.7:4000");
    for _ in 0..5 {
        let (_, wrong) = fill(&flooder, FORM, &[("hoe", "anoniem")]).await;
        assert_eq!(wrong.status, StatusCode::BAD_REQUEST, "this does not count");
    }
    for _ in 0..2 {
        fill(&flooder, FORM, &fields).await.1.ok();
    }
    let beside = app.anonymous().from("203.0.113.8:4000");
    let (_, refused) = fill(&beside, FORM, &fields).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.header("retry-after"), "3600");
    let refused = refused.says("kies dan een nieuwe route");
    assert!(refused.html().contains(TEXT));
    fill(&app.anonymous(), FORM, &fields).await.1.ok();
    app.clock.forward(TimeDelta::minutes(61));
    fill(&beside, FORM, &fields).await.1.ok();
}

#[tokio::test]
async fn a_full_queue_of_codes_says_so_and_keeps_what_was_sent() {
    let app = with_form().await;
    let code = told(&app).await;
    let fields = [
        ("code", code.as_str()),
        ("bericht", "x"),
        ("tekst", "Het busje is er weer."),
    ];
    let visitor = app.anonymous();
    let send = || post(&visitor, CODE, &fields);
    let answers: [Answer; 9] = tokio::join!(
        send(),
        send(),
        send(),
        send(),
        send(),
        send(),
        send(),
        send(),
        send()
    )
    .into();
    let mut busy: Vec<_> = answers
        .into_iter()
        .filter(|answer| answer.status != StatusCode::OK)
        .collect();
    assert_eq!(busy.len(), 1, "eight of one network wait");
    let busy = busy.remove(0).says("Er is niets verstuurd en niets weg");
    assert_eq!(busy.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(busy.header("retry-after"), "30");
    let again = busy.fields("main form");
    for field in fields {
        assert!(
            again
                .iter()
                .any(|(name, value)| (name.as_str(), value.as_str()) == field)
        );
    }
    post(&visitor, CODE, &borrowed(&again)).await.ok();
}

/// The first bytes of a photo, and more.
const PHOTO: &[u8] = b"\xff\xd8\xff\xe0 een verzonnen loods";

#[tokio::test]
async fn photos_come_along_without_their_names_and_what_happens_to_them_is_told_before() {
    let app = with_form().await;
    for (language, told) in [
        ("nl", "waar en wanneer hij is gemaakt"),
        ("en", "where and when it was taken"),
        ("uk", "де і коли її зроблено"),
        ("ru", "где и когда она сделана"),
    ] {
        let path = format!("/melden/heemstede/{language}/formulier");
        app.anonymous().get(&path).await.ok().says(told);
    }
    let answer = with_photos(&app.anonymous(), &[PHOTO, b"\x89PNG\r\n", b""]).await;
    code_of(&answer.ok());
    let (id, report) = only_report(&app).await;
    assert_eq!(report.files.len(), 2);
    assert_eq!(report.files[0].media_type, "image/jpeg");
    assert!(!format!("{report:?}").contains("van-verzonnen-naam"));
    let desk = app.as_role(Role::Coordinator).await;
    let page = desk.get(&format!("/meldingen/{id}")).await.ok();
    page.does_not_say("van-verzonnen-naam");
}

#[tokio::test]
async fn the_same_photos_sent_twice_make_one_report_and_others_another() {
    let app = with_form().await;
    let visitor = app.anonymous();
    let page = visitor.get(FORM).await.ok();
    let sent = page.fields("main form");
    let mut fields = borrowed(&sent);
    fields.retain(|(name, _)| *name != "wat");
    fields.extend([("hoe", "anoniem"), ("wat", TEXT)]);
    let mut codes = Vec::new();
    for photo in [PHOTO, PHOTO, b"\xff\xd8\xff\xe0 een andere"] {
        let photo = ("fotos", "a.jpg", "image/jpeg", photo);
        codes.push(code_of(
            &visitor.upload(FORM, &fields, &[photo], "text/html").await.ok(),
        ));
    }
    assert_eq!(codes[0], codes[1]);
    assert_ne!(codes[0], codes[2]);
}

#[tokio::test]
async fn photos_that_can_not_be_taken_cost_no_text() {
    let app = with_form().await;
    let visitor = app.anonymous();
    let large = [PHOTO, &vec![0; 8 * 1024 * 1024]].concat();
    for (photos, sentence) in [
        (vec![PHOTO; 4], "hoogstens drie"),
        (vec![large.as_slice()], "Elke foto mag 8 MB zijn"),
        (vec![b"%PDF-1.7".as_slice()], "Kies alleen foto’s"),
    ] {
        let answer = with_photos(&visitor, &photos).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST);
        let answer = answer.says(sentence);
        assert_eq!(answer.attributes(".error-summary a", "href"), ["#fotos"]);
        assert!(answer.html().contains(TEXT));
    }
    let three = [large.split_at(8 * 1024 * 1024).0; 3];
    code_of(&with_photos(&visitor, &three).await.ok());
    // A browser does not keep what was chosen.
    let photo = ("fotos", "a.jpg", "image/jpeg", PHOTO);
    let wrong = visitor
        .upload(FORM, &[("wat", TEXT)], &[photo], "text/html")
        .await;
    wrong.says("Uw foto’s zijn nog niet verstuurd. Kies ze opnieuw.");
}

#[tokio::test]
async fn who_sends_photos_without_end_keeps_others_from_nothing() {
    let app = with_form().await;
    let never_ending = || {
        let visitor = app.anonymous().from("203.0.113.7:4000");
        let start = Bytes::from_static(
            b"--x\r\ncontent-disposition: form-data; name=\"fotos\"; filename=\"a\"\r\n\r\n\xff\xd8\xff 0123456789",
        );
        let body = stream::iter([Ok::<_, Infallible>(start)]).chain(stream::pending());
        let request = visitor.request(Method::POST, FORM);
        let request = request.header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
        async move { visitor.send(request, Body::from_stream(body)).await }
    };
    let beside = app.anonymous().from("203.0.113.8:4000");
    let other = app.anonymous();
    let (refused, taken) = tokio::select! {
        biased;
        _ = never_ending() => unreachable!(),
        _ = never_ending() => unreachable!(),
        answers = async { (with_photos(&beside, &[PHOTO]).await, with_photos(&other, &[PHOTO]).await) } => answers,
    };
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(refused.header("retry-after"), "30");
    let refused = refused.says("of verstuur zonder foto’s");
    assert!(refused.html().contains(TEXT));
    code_of(&taken.ok());
}
