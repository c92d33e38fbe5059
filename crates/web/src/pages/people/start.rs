// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The address without a path: on to somebody's first page.

use axum_extra::routing::TypedPath;
use serde::Deserialize;

use crate::{
    nav,
    page::{Answer, Done},
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/")]
pub(crate) struct StartPath;

pub(crate) fn route() -> Route {
    route::get::<StartPath, _, _>(Who::LoggedIn, start)
}

async fn start(_: StartPath, user: User) -> Answer {
    Done::to(nav::first(user.actor())).into()
}
