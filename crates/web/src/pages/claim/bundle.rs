// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What is given to a data subject, as a page and as JSON.

use askama::Template;
use axum::{extract::State, http::header, response::IntoResponse as _};
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::ClaimId,
    policy::Right,
    usecase::claim::{self, Bundle},
};
use serde::Deserialize;

use super::{
    bundle_paper::{self, PaperPath},
    show::{self, ClaimPath},
};
use crate::{
    App,
    error::PageError,
    page::{self, Answer},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/verzoeken/{id}/inzage")]
pub(crate) struct BundlePath {
    pub(crate) id: ClaimId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/verzoeken/{id}/inzage/json")]
pub(crate) struct JsonPath {
    pub(crate) id: ClaimId,
}

pub(super) fn routes() -> [Route; 3] {
    let who = Who::Right(Right::HandleClaims);
    [
        route::get::<BundlePath, _, _>(who, show),
        route::get::<JsonPath, _, _>(who, json),
        bundle_paper::route(),
    ]
}

#[derive(Template)]
#[template(path = "pages/claim/bundle.html")]
struct BundlePage {
    shell: Shell,
    bundle: Bundle,
    /// Number, name of the part, text.
    given: Vec<(String, String, String)>,
    /// Name of the part, and that it was destroyed.
    destroyed: Vec<(String, String)>,
    back: ClaimPath,
    paper: PaperPath,
    file: JsonPath,
}

async fn show(path: BundlePath, user: User, State(app): State<App>) -> Answer {
    let bundle = claim::bundle(&app.services, user.actor(), path.id).await?;
    let given = bundle.given.iter().map(|given| {
        let part = show::part(&user, &given.part);
        (given.number.clone(), part, given.text.clone())
    });
    let destroyed = bundle.destroyed.iter().map(|gone| {
        let part = show::part(&user, &gone.part);
        (part, show::destroyed(user.lang, &gone.number, gone.on))
    });
    page::page(&BundlePage {
        shell: user.shell(user.lang.t("bundle-title")),
        destroyed: destroyed.collect(),
        given: given.collect(),
        bundle,
        back: ClaimPath { id: path.id },
        paper: PaperPath { id: path.id },
        file: JsonPath { id: path.id },
    })
}

async fn json(path: JsonPath, user: User, State(app): State<App>) -> Answer {
    let bundle = claim::bundle(&app.services, user.actor(), path.id).await?;
    let text = serde_json::to_string_pretty(&bundle).or(Err(PageError::Broken))?;
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"inzage.json\"",
        ),
    ];
    Ok((headers, text).into_response())
}
