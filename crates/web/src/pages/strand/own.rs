// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! From a line of the work list to what somebody got to do: a work list knows the signal, who got a strand may read only that.

use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{id::SignalId, policy::Right, usecase::signal};
use serde::Deserialize;

use super::show::StrandPath;
use crate::{
    App,
    page::{Answer, Done},
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/opdrachten/{signal}")]
pub(crate) struct OwnStrandPath {
    pub(crate) signal: SignalId,
}

pub(super) fn route() -> Route {
    route::get::<OwnStrandPath, _, _>(Who::Right(Right::ReadStrand), open)
}

async fn open(path: OwnStrandPath, user: User, State(app): State<App>) -> Answer {
    let signal = path.signal;
    let strand = signal::own_strand(&app.services, user.actor(), signal).await?;
    Done::to(StrandPath { signal, strand }).into()
}
