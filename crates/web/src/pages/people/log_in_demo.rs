// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Logging in without password, in the demo only: its people are invented.

use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::usecase::people;
use serde::Deserialize;

use crate::{
    App,
    error::PageError,
    form::Form,
    page::Answer,
    pages::people::log_in::welcome,
    route::{self, Route, Who},
    visit::Visit,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/demo/inloggen")]
pub(crate) struct DemoLogInPath;

pub(crate) fn route() -> Route {
    route::post::<DemoLogInPath, _, _>(Who::Public, log_in).only_in_the_demo()
}

#[derive(Deserialize)]
struct DemoForm {
    naam: String,
}

async fn log_in(
    _: DemoLogInPath,
    visit: Visit,
    State(app): State<App>,
    Form(form): Form<DemoForm>,
) -> Answer {
    let demo = app.settings.demo.as_ref().ok_or(PageError::NotFound)?;
    let shown = demo.people.iter().any(|person| person.login == form.naam);
    if !shown {
        return Err(PageError::NotFound);
    }
    let access =
        people::log_in_without_password(&app.services, &demo.municipality, &form.naam, &visit.origin).await?;
    Ok(welcome(&app.settings, access))
}
