// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Acute danger: hand over at once.

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
#[typed_path("/signalen/{id}/acuut")]
pub(crate) struct AcutePath {
    pub(crate) id: SignalId,
}

pub(crate) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::MarkAcute);
    [
        route::get::<AcutePath, _, _>(who, show),
        route::post::<AcutePath, _, _>(who, save),
    ]
}

fn form(case: &Case, given: &Given, problems: &Problems) -> ActForm {
    let lang = case.user.lang;
    let partner = case
        .words()
        .partner(&case.user.configuration().route.acute.partner);
    let reason = Field::new("reason", lang.t("act-acute-reason"), Way::Lines(4))
        .hint(lang.arg("partner", &partner).t("act-acute-reason-hint"));
    let fields = vec![reason.filled(given, "", problems, lang)];
    let submit = lang.arg("partner", &partner).t("act-acute-submit");
    ActForm {
        danger: true,
        ..ActForm::of(lang.t("act-acute-title"), fields, submit)
            .intro(lang.arg("partner", &partner).t("act-acute-intro"))
    }
}

async fn show(path: AcutePath, user: User, State(app): State<App>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    case.ask(
        &ActKind::MarkAcute,
        &form(&case, &Given::default(), &Problems::none()),
    )
}

async fn save(path: AcutePath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    let act = Act::MarkAcute {
        reason: given.get("reason").to_owned(),
    };
    let refill = |problems: &Problems| form(&case, &given, problems);
    case.perform(&given, act, refill, "done-signal-acute").await
}
