// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The DPIA as a file: on paper, and for the national form. Each is recorded.

use std::fmt;

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
#[typed_path("/privacy/dpia/bestand/{form}")]
pub(super) struct FilePath {
    pub(super) form: FileForm,
}

/// As what it is given out.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum FileForm {
    /// On paper.
    Pdf,
    /// For the national form.
    Json,
}

impl fmt::Display for FileForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Pdf => "pdf",
            Self::Json => "json",
        })
    }
}

pub(super) fn route() -> Route {
    route::get::<FilePath, _, _>(Who::Right(Right::KeepDpia), file)
}

async fn file(path: FilePath, user: User, State(app): State<App>) -> Answer {
    match path.form {
        FileForm::Pdf => on_paper(user, app).await,
        FileForm::Json => for_the_form(user, app).await,
    }
}

async fn on_paper(user: User, app: App) -> Answer {
    let view = give_out(&app.services, user.actor()).await?;
    let head = journal::head(&app.services, user.actor()).await?;
    let document = dpia::document(&view.entries(), &view.configuration, head, view.at);
    let name = format!("dpia-{}", user.actor().municipality);
    paper::hand_out(&user, document, &name).await
}

async fn for_the_form(user: User, app: App) -> Answer {
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
