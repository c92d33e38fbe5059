// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The decision whether sources may be asked.

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
        field::{Choice, Field, Given, Way},
    },
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{id}/poort")]
pub(crate) struct GatePath {
    pub(crate) id: SignalId,
}

pub(crate) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::DecideGate);
    [
        route::get::<GatePath, _, _>(who, show),
        route::post::<GatePath, _, _>(who, save),
    ]
}

fn form(case: &Case, given: &Given, problems: &Problems) -> ActForm {
    let (words, lang) = (case.words(), case.user.lang);
    let gate = case.signal().open_gate(case.user.configuration());
    let refused = gate.map_or_else(String::new, |gate| words.step(&gate.refused));
    let choices = vec![
        Choice::new("yes", lang.t("act-gate-yes")).hint(lang.t("act-gate-yes-hint")),
        Choice::new("no", lang.t("act-gate-no")).hint(lang.arg("step", refused).t("act-gate-no-hint")),
    ];
    let fields = [
        Field::new("granted", lang.t("act-gate-granted"), Way::One(choices)),
        Field::new("ground", lang.t("act-gate-ground"), Way::Line).hint(lang.t("act-gate-ground-hint")),
        Field::new("reason", lang.t("act-gate-reason"), Way::Lines(3)),
    ];
    let fields = fields.map(|field| field.filled(given, "", problems, lang)).into();
    let form = ActForm::of(lang.t("act-gate-title"), fields, lang.t("act-gate-submit"));
    match gate {
        Some(gate) => form.intro(lang.text(&gate.question).to_owned()),
        None => form,
    }
}

async fn show(path: GatePath, user: User, State(app): State<App>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    case.ask(
        &ActKind::DecideGate,
        &form(&case, &Given::default(), &Problems::none()),
    )
}

async fn save(path: GatePath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    let granted = given.get("granted");
    let mut problems = Problems::none();
    problems.check(matches!(granted, "yes" | "no"), "granted", "act-missing-choice");
    problems.check(
        granted == "no" || !given.get("ground").is_empty(),
        "ground",
        "act-missing",
    );
    problems.check(!given.get("reason").is_empty(), "reason", "act-missing");
    if !problems.is_empty() {
        return case.again(&form(&case, &given, &problems), &problems);
    }
    let act = Act::DecideGate {
        granted: granted == "yes",
        ground: given.get("ground").to_owned(),
        reason: given.get("reason").to_owned(),
    };
    let refill = |problems: &Problems| form(&case, &given, problems);
    case.perform(&given, act, refill, "done-signal-gate").await
}
