// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A new link for somebody who lost password or phone, or whose account was closed.

use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{id::PersonId, policy::Right, usecase::people};
use serde::Deserialize;

use crate::{
    App,
    error::PageError,
    form::Form,
    page::Answer,
    pages::people::{change, link},
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/beheer/mensen/{id}/nieuwe-toegang")]
pub(crate) struct ResetPath {
    pub(crate) id: PersonId,
}

pub(crate) fn route() -> Route {
    route::post::<ResetPath, _, _>(Who::Right(Right::ManagePeople), reset)
}

#[derive(Deserialize)]
struct Nothing {}

/// The one write that answers with a page: a link that works once can't travel in an address or a cookie.
async fn reset(
    path: ResetPath,
    user: User,
    State(app): State<App>,
    Form(Nothing {}): Form<Nothing>,
) -> Answer {
    if user.person().id == path.id {
        return Err(PageError::NotFound);
    }
    let person = change::person(&app, &user, path.id).await?;
    let token = people::reset(&app.services, user.actor(), path.id).await?;
    link::show(&user, path.id, &person.name, &token)
}
