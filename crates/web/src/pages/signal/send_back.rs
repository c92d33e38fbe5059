// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Back to where was decided, such as after a refused hand-over.

use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::SignalId,
    policy::Right,
    signal::act::{Act, ActKind},
};
use serde::Deserialize;

use crate::{
    App,
    form::{Form, Problems},
    page::Answer,
    pages::signal::{
        act::{ActForm, Case},
        field::{Field, Given, Way},
    },
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{id}/terug")]
pub(crate) struct SendBackPath {
    pub(crate) id: SignalId,
}

pub(crate) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::CloseSignal);
    [
        route::get::<SendBackPath, _, _>(who, show),
        route::post::<SendBackPath, _, _>(who, save),
    ]
}

fn form(case: &Case, given: &Given, problems: &Problems) -> ActForm {
    let (words, lang) = (case.words(), case.user.lang);
    let decided = case.signal().last_decision();
    let reason = Field::new("reason", lang.t("act-back-reason"), Way::Lines(3));
    let fields = vec![reason.filled(given, "", problems, lang)];
    let form = ActForm::of(lang.t("act-back-title"), fields, lang.t("act-back-submit"));
    match decided {
        Some(decision) => form.intro(lang.arg("step", words.step(&decision.step)).t("act-back-intro")),
        None => form,
    }
}

async fn show(path: SendBackPath, user: User, State(app): State<App>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    case.ask(
        &ActKind::SendBack,
        &form(&case, &Given::default(), &Problems::none()),
    )
}

async fn save(path: SendBackPath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    let act = Act::SendBack {
        reason: given.get("reason").to_owned(),
    };
    let refill = |problems: &Problems| form(&case, &given, problems);
    case.perform(&given, act, refill, "done-signal-sent-back").await
}
