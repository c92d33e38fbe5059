// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Keeping a signal for a next sitting, with the reason.

use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{MeetingId, SignalId},
    policy::Right,
    usecase::meeting::{self, AgendaStep},
};
use serde::Deserialize;

use crate::{
    App,
    form::{Form, Problems},
    page::Answer,
    pages::{
        meeting::{agenda::Sitting, decide::Screen},
        signal::field::Given,
    },
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/overleggen/{id}/{signal}/aanhouden")]
pub(crate) struct HoldOverPath {
    pub(crate) id: MeetingId,
    pub(crate) signal: SignalId,
}

pub(crate) fn route() -> Route {
    route::post::<HoldOverPath, _, _>(Who::Right(Right::RunMeeting), save)
}

async fn save(path: HoldOverPath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let sitting = Sitting::open(app, user, path.id, Some(path.signal)).await?;
    let screen = Screen::of(&sitting, path.signal)?;
    let reason = given.get("hold-reason").to_owned();
    let mut problems = Problems::none();
    problems.check(!reason.is_empty(), "hold-reason", "act-missing");
    problems.fits("hold-reason", &reason);
    if !problems.is_empty() {
        return screen.again(&given, (&problems, None)).await;
    }
    let step = AgendaStep::HoldOver(path.signal, reason);
    meeting::change(&sitting.app.services, sitting.user.actor(), path.id, step).await?;
    sitting.after(path.signal).say("done-agenda-held-over").into()
}
