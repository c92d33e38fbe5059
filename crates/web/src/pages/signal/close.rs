// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Closing a signal. Whether it is confirmed and what came of it are two questions.

use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::SignalId,
    policy::Right,
    signal::{
        act::{Act, ActKind},
        stage::Confirmation,
    },
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
#[typed_path("/signalen/{id}/sluiten")]
pub(crate) struct ClosePath {
    pub(crate) id: SignalId,
}

pub(crate) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::CloseSignal);
    [
        route::get::<ClosePath, _, _>(who, show),
        route::post::<ClosePath, _, _>(who, save),
    ]
}

fn form(case: &Case, given: &Given, problems: &Problems) -> ActForm {
    let lang = case.user.lang;
    let choice = |one: Confirmation| {
        let choice = Choice::new(one.as_str(), lang.kind("act-close-confirmation", one.as_str()));
        if one == Confirmation::NotConfirmed {
            choice.hint(lang.t("act-close-not-confirmed-hint"))
        } else {
            choice
        }
    };
    let choices = Confirmation::AT_CLOSING.into_iter().map(choice).collect();
    let so_far = case.signal().confirmation.as_str();
    let fields = vec![
        Field::new(
            "confirmation",
            lang.t("act-close-confirmation"),
            Way::One(choices),
        )
        .filled(given, so_far, problems, lang),
        Field::new("result", lang.t("act-close-result"), Way::Lines(3))
            .hint(lang.t("act-close-result-hint"))
            .filled(given, "", problems, lang),
    ];
    ActForm {
        danger: true,
        ..ActForm::of(lang.t("act-close-title"), fields, lang.t("act-close-submit"))
            .intro(lang.t("act-close-intro"))
    }
}

async fn show(path: ClosePath, user: User, State(app): State<App>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    case.ask(
        &ActKind::Close,
        &form(&case, &Given::default(), &Problems::none()),
    )
}

async fn save(path: ClosePath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    let chosen = given.get("confirmation");
    let confirmation = Confirmation::AT_CLOSING
        .into_iter()
        .find(|one| one.as_str() == chosen);
    let mut problems = Problems::none();
    problems.check(confirmation.is_some(), "confirmation", "act-missing-choice");
    problems.check(!given.get("result").is_empty(), "result", "act-missing");
    let (Some(confirmation), true) = (confirmation, problems.is_empty()) else {
        return case.again(&form(&case, &given, &problems), &problems);
    };
    let act = Act::Close {
        confirmation,
        result: given.get("result").to_owned(),
    };
    let refill = |problems: &Problems| form(&case, &given, problems);
    case.perform(&given, act, refill, "done-signal-closed").await
}
