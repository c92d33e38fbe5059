// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Striking out what no longer counts; it stays visible.

use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::SignalId,
    policy::Right,
    signal::act::{Act, ActKind},
};
use serde::Deserialize;

use crate::{
    App,
    error::PageError,
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
#[typed_path("/signalen/{id}/doorhalen")]
pub(crate) struct StrikePath {
    pub(crate) id: SignalId,
}

/// Which one: its place in the list.
#[derive(Deserialize)]
struct Which {
    #[serde(default)]
    nr: usize,
}

pub(crate) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::WorkSignal);
    [
        route::get::<StrikePath, _, _>(who, show),
        route::post::<StrikePath, _, _>(who, save),
    ]
}

fn form(case: &Case, index: usize, given: &Given, problems: &Problems) -> Result<ActForm, PageError> {
    let lang = case.user.lang;
    let subject = case.signal().subjects.get(index);
    let subject = subject
        .filter(|subject| subject.struck.is_none())
        .ok_or(PageError::NotFound)?;
    let which = ("nr".to_owned(), index.to_string());
    let reason = Field::new("reason", lang.t("act-strike-reason"), Way::Line);
    let fields = vec![reason.filled(given, "", problems, lang)];
    Ok(ActForm {
        hidden: vec![which],
        ..ActForm::of(lang.t("act-strike-title"), fields, lang.t("act-strike-submit"))
            .intro(lang.arg("value", &subject.value).t("act-strike-intro"))
    })
}

async fn show(path: StrikePath, user: User, State(app): State<App>, Query(which): Query<Which>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    let form = form(&case, which.nr, &Given::default(), &Problems::none())?;
    case.ask(&ActKind::Record, &form)
}

async fn save(path: StrikePath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    let index = given.get("nr").parse().or(Err(PageError::Malformed))?;
    form(&case, index, &given, &Problems::none())?;
    let act = Act::StrikeSubject {
        index,
        reason: given.get("reason").to_owned(),
    };
    let refill = |problems: &Problems| form(&case, index, &given, problems).unwrap_or_default();
    case.perform(&given, act, refill, "done-signal-struck").await
}
