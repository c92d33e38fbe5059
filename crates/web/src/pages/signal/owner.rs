// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Somebody else sees to a signal from now on.

use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{PersonId, SignalId},
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
        field::{Choice, Field, Given, Way},
    },
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{id}/eigenaar")]
pub(crate) struct OwnerPath {
    pub(crate) id: SignalId,
}

pub(crate) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::WorkSignal);
    [
        route::get::<OwnerPath, _, _>(who, show),
        route::post::<OwnerPath, _, _>(who, save),
    ]
}

fn form(case: &Case, given: &Given, problems: &Problems) -> ActForm {
    let lang = case.user.lang;
    let can = case.colleagues.iter().filter(|person| person.owns_signals());
    let mut choices = vec![Choice::new("", lang.t("act-choose"))];
    choices.extend(can.map(|person| Choice::new(person.id, &person.name)));
    let owner = Field::new("owner", lang.t("act-owner-owner"), Way::List(choices));
    let fields = vec![owner.filled(given, "", problems, lang)];
    let now = case.words().person(case.signal().owner);
    ActForm::of(lang.t("act-owner-title"), fields, lang.t("act-owner-submit"))
        .intro(lang.arg("owner", now).t("act-owner-intro"))
}

async fn show(path: OwnerPath, user: User, State(app): State<App>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    case.ask(
        &ActKind::Record,
        &form(&case, &Given::default(), &Problems::none()),
    )
}

async fn save(path: OwnerPath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    let chosen = given.get("owner").parse::<PersonId>().ok();
    let can = |id: &PersonId| {
        case.colleagues
            .iter()
            .any(|person| person.id == *id && person.owns_signals())
    };
    let Some(owner) = chosen.filter(can) else {
        let mut problems = Problems::none();
        problems.add("owner", "act-missing-choice");
        return case.again(&form(&case, &given, &problems), &problems);
    };
    let refill = |problems: &Problems| form(&case, &given, problems);
    case.perform(&given, Act::Assign { owner }, refill, "done-signal-owner")
        .await
}
