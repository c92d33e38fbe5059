// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The owner approves a list, the archivist approves it or gives it back.

use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{change::Revision, id::ListId, policy::Right, usecase::retention};
use serde::Deserialize;

use super::list::{self, ListPath};
use crate::{
    App,
    form::{Form, Problems},
    page::{Answer, Done, again},
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/bewaren/{list}/akkoord")]
pub(super) struct ApprovePath {
    pub(super) list: ListId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/bewaren/{list}/vrijgeven")]
pub(super) struct AuthorisePath {
    pub(super) list: ListId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/bewaren/{list}/terug")]
pub(super) struct GiveBackPath {
    pub(super) list: ListId,
}

pub(super) fn routes() -> [Route; 3] {
    let archivist = Who::Right(Right::AuthoriseDisposal);
    [
        route::post::<ApprovePath, _, _>(Who::Right(Right::ApproveDisposal), approve),
        route::post::<AuthorisePath, _, _>(archivist, authorise),
        route::post::<GiveBackPath, _, _>(archivist, give_back),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ApproveForm {
    /// The list as it was seen.
    seen: i64,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct GiveBackForm {
    reason: String,
}

async fn approve(
    path: ApprovePath,
    user: User,
    State(app): State<App>,
    Form(form): Form<ApproveForm>,
) -> Answer {
    retention::approve(&app.services, user.actor(), path.list, Revision(form.seen)).await?;
    Done::to(ListPath { list: path.list })
        .say("done-retention-approved")
        .into()
}

async fn authorise(
    path: AuthorisePath,
    user: User,
    State(app): State<App>,
    Form(form): Form<ApproveForm>,
) -> Answer {
    retention::authorise(&app.services, user.actor(), path.list, Revision(form.seen)).await?;
    Done::to(ListPath { list: path.list })
        .say("done-retention-authorised")
        .into()
}

async fn give_back(
    path: GiveBackPath,
    user: User,
    State(app): State<App>,
    Form(form): Form<GiveBackForm>,
) -> Answer {
    let mut problems = Problems::none();
    problems.check(!form.reason.trim().is_empty(), "reason", "retention-error-reason");
    if !problems.is_empty() {
        let stored = retention::list(&app.services, user.actor(), path.list).await?;
        return again(&list::template(&user, &stored, problems, form.reason));
    }
    let reason = form.reason.trim().to_owned();
    retention::give_back(&app.services, user.actor(), path.list, reason).await?;
    Done::to(ListPath { list: path.list })
        .say("done-retention-back")
        .into()
}
