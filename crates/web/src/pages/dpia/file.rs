// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The DPIA as a file: on paper, and for the national form. Each is recorded.

use axum::{extract::State, http::header, response::IntoResponse as _};
use axum_extra::routing::TypedPath;
use meldroute_core::{
    dpia,
    policy::Right,
    usecase::{dpia::give_out, journal},
};
use serde::Deserialize;

use crate::{
    App,
    error::PageError,
    page::Answer,
    paper,
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/dpia/bestand/pdf")]
pub(super) struct PaperPath;

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/dpia/bestand/json")]
pub(super) struct FilePath;

pub(super) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::KeepDpia);
    [
        route::get::<PaperPath, _, _>(who, on_paper),
        route::get::<FilePath, _, _>(who, for_the_form),
    ]
}

async fn on_paper(_: PaperPath, user: User, State(app): State<App>) -> Answer {
    let view = give_out(&app.services, user.actor()).await?;
    let head = journal::head(&app.services, user.actor()).await?;
    let document = dpia::document(&view.entries(), &view.configuration, head, view.at);
    let name = format!("dpia-{}", user.actor().municipality);
    paper::hand_out(&user, document, &name).await
}

async fn for_the_form(_: FilePath, user: User, State(app): State<App>) -> Answer {
    let view = give_out(&app.services, user.actor()).await?;
    let export = dpia::export(&view.entries(), &view.inputs(), view.at);
    let text = serde_json::to_string_pretty(&export).or(Err(PageError::Broken))?;
    let name = format!("attachment; filename=\"dpia-{}.json\"", user.actor().municipality);
    let headers = [
        (header::CONTENT_TYPE, "application/json".to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, text).into_response())
}
