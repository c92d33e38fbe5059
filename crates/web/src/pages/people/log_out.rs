// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Logging out.

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue},
};
use axum_extra::routing::TypedPath;
use meldroute_core::usecase::people;
use serde::Deserialize;

use crate::{
    App,
    cookies::{self, Kind},
    form::Form,
    page::{Answer, Done},
    pages::people::log_in::LogInPath,
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/uitloggen")]
pub(crate) struct LogOutPath;

pub(crate) fn route() -> Route {
    route::post::<LogOutPath, _, _>(Who::LoggedIn, log_out)
}

#[derive(Deserialize)]
struct Nothing {}

async fn log_out(
    _: LogOutPath,
    user: User,
    State(app): State<App>,
    Form(Nothing {}): Form<Nothing>,
) -> Answer {
    people::log_out(&app.services, user.actor(), user.session()).await?;
    let mut headers = HeaderMap::new();
    for kind in [Kind::Session, Kind::Form, Kind::Language] {
        cookies::take_away(&app.settings, &mut headers, kind);
    }
    // Not "storage": there the browser keeps whether somebody switched single keys off. The page's script erases drafts.
    headers.insert(
        "clear-site-data",
        HeaderValue::from_static("\"cache\", \"cookies\""),
    );
    Done::to(LogInPath).with(headers).into()
}
