// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Asking the care coordinator, without waiting for any decision.

use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::SignalId,
    policy::Right,
    signal::{
        act::{Act, ActKind},
        share::care_needs_consent,
    },
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
#[typed_path("/signalen/{id}/zorg")]
pub(crate) struct CarePath {
    pub(crate) id: SignalId,
}

pub(crate) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::ReferToCare);
    [
        route::get::<CarePath, _, _>(who, show),
        route::post::<CarePath, _, _>(who, save),
    ]
}

fn form(case: &Case, given: &Given, problems: &Problems) -> ActForm {
    let lang = case.user.lang;
    let partner = case
        .words()
        .partner(&case.user.configuration().route.care_partner);
    let what = Field::new("what", lang.t("act-care-what"), Way::Lines(5));
    let mut fields = vec![what.filled(given, "", problems, lang)];
    if care_needs_consent(case.user.configuration()) {
        let consent = Field::new("consent", lang.t("sharing-fill-consent"), Way::Line);
        let consent = consent.hint(lang.t("sharing-fill-hint-consent"));
        fields.push(consent.filled(given, "", problems, lang));
    }
    ActForm::of(lang.t("act-care-title"), fields, lang.t("act-care-submit"))
        .intro(lang.arg("partner", partner).t("act-care-intro"))
}

async fn show(path: CarePath, user: User, State(app): State<App>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    case.ask(
        &ActKind::ReferToCare,
        &form(&case, &Given::default(), &Problems::none()),
    )
}

async fn save(path: CarePath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    let act = Act::ReferToCare {
        what: given.get("what").to_owned(),
        consent: given.get("consent").to_owned(),
    };
    let refill = |problems: &Problems| form(&case, &given, problems);
    case.perform(&given, act, refill, "done-signal-care").await
}
