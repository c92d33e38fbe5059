// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Requests of data subjects, those that are due first on top.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{claim::Claim, policy::Right, usecase::claim};
use serde::Deserialize;

use super::{enter::EnterPath, show::ClaimPath};
use crate::{
    App,
    page::{self, Answer},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/verzoeken")]
pub(crate) struct ClaimsPath;

pub(super) fn route() -> Route {
    route::get::<ClaimsPath, _, _>(Who::Right(Right::HandleClaims), show)
}

#[derive(Template)]
#[template(path = "pages/claim/list.html")]
struct ListPage {
    shell: Shell,
    rows: Vec<(ClaimPath, Claim, bool)>,
    enter: EnterPath,
}

async fn show(_: ClaimsPath, user: User, State(app): State<App>) -> Answer {
    let claims = claim::list(&app.services, user.actor()).await?;
    let row = |claim: Claim| {
        let late = claim.answer.is_none() && claim.due() < user.today;
        (ClaimPath { id: claim.id }, claim, late)
    };
    page::page(&ListPage {
        shell: user.shell(user.lang.t("claims-title")),
        rows: claims.into_iter().map(|stored| row(stored.value)).collect(),
        enter: EnterPath,
    })
}
