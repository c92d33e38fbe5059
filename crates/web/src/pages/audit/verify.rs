// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Proving that nobody changed the journal.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{policy::Right, ports::Verified, usecase::journal};
use serde::Deserialize;

use crate::{
    App,
    page::{self, Answer},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/journaal/controle")]
pub(crate) struct VerifyPath;

pub(crate) fn route() -> Route {
    route::get::<VerifyPath, _, _>(
        Who::AnyOf(&[Right::ReadJournal, Right::ManageConfiguration]),
        verify,
    )
}

#[derive(Template)]
#[template(path = "pages/audit/verify.html")]
struct VerifyPage {
    shell: Shell,
    verified: Verified,
}

async fn verify(_: VerifyPath, user: User, State(app): State<App>) -> Answer {
    let verified = journal::verify(&app.services, user.actor()).await?;
    page::page(&VerifyPage {
        shell: user.shell(user.lang.t("verify-title")),
        verified,
    })
}
