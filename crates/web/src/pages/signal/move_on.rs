// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The work of a step is done: on to the next. One button, no form.

use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{id::SignalId, policy::Right, signal::act::Act};
use serde::Deserialize;

use crate::{
    App,
    form::Form,
    page::Answer,
    pages::signal::{
        act::{ActForm, Case},
        field::Given,
    },
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{id}/verder")]
pub(crate) struct MoveOnPath {
    pub(crate) id: SignalId,
}

pub(crate) fn route() -> Route {
    route::post::<MoveOnPath, _, _>(Who::AnyOf(&[Right::WorkSignal, Right::Enrich]), save)
}

async fn save(path: MoveOnPath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    case.perform(&given, Act::MoveOn, |_| ActForm::default(), "done-signal-moved")
        .await
}
