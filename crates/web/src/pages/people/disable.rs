// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Closing somebody's account.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{id::PersonId, policy::Right, usecase::people};
use serde::Deserialize;

use crate::{
    App,
    error::PageError,
    form::Form,
    page::{self, Answer, Done},
    pages::people::{
        change::{self, ChangePath},
        list::ListPath,
    },
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/beheer/mensen/{id}/afsluiten")]
pub(crate) struct DisablePath {
    pub(crate) id: PersonId,
}

pub(crate) fn routes() -> [Route; 2] {
    [
        route::get::<DisablePath, _, _>(Who::Right(Right::ManagePeople), confirm),
        route::post::<DisablePath, _, _>(Who::Right(Right::ManagePeople), disable),
    ]
}

#[derive(Deserialize)]
struct Nothing {}

#[derive(Template)]
#[template(path = "pages/people/disable.html")]
struct DisablePage {
    shell: Shell,
    here: String,
    back: String,
}

async fn confirm(path: DisablePath, user: User, State(app): State<App>) -> Answer {
    let person = change::person(&app, &user, path.id).await?;
    let title = user.lang.arg("name", &person.name).t("people-disable-title");
    page::page(&DisablePage {
        shell: user.shell(title),
        here: path.to_string(),
        back: ChangePath { id: path.id }.to_string(),
    })
}

async fn disable(
    path: DisablePath,
    user: User,
    State(app): State<App>,
    Form(Nothing {}): Form<Nothing>,
) -> Answer {
    // Nobody closes their own account, or there would be no administrator left.
    if user.person().id == path.id {
        return Err(PageError::NotFound);
    }
    people::disable(&app.services, user.actor(), path.id).await?;
    Done::to(ListPath).say("done-disabled").into()
}
