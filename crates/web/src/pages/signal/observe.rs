// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Writing down what was seen.

use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{ReportId, SignalId},
    policy::Right,
    signal::{
        act::{Act, ActKind},
        assessment::Observation,
    },
};
use serde::Deserialize;

use crate::{
    App,
    error::PageError,
    form::{Form, Problems},
    page::Answer,
    pages::signal::{
        act::{ActForm, Case},
        field::{Choice, Field, Given, Way},
        origin::reporter_name,
    },
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{id}/waarneming")]
pub(crate) struct ObservePath {
    pub(crate) id: SignalId,
}

pub(crate) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::WorkSignal);
    [
        route::get::<ObservePath, _, _>(who, show),
        route::post::<ObservePath, _, _>(who, save),
    ]
}

fn form(case: &Case, given: &Given, problems: &Problems) -> ActForm {
    let (words, lang) = (case.words(), case.user.lang);
    let mut reports = vec![Choice::new("", lang.t("act-observe-report-none"))];
    for link in case.signal().linked() {
        let name = lang
            .arg("who", reporter_name(&words, link))
            .t("signal-report-from");
        reports.push(Choice::new(link.report, name));
    }
    let hands = vec![
        Choice::new("yes", lang.t("act-observe-first-hand-yes")),
        Choice::new("no", lang.t("act-observe-first-hand-no")),
    ];
    let mut fields = vec![
        Field::new("text", lang.t("act-observe-text"), Way::Lines(7)),
        Field::new("observed", lang.t("act-observe-observed"), Way::Line)
            .hint(lang.t("act-observe-observed-hint"))
            .optional(lang),
        Field::new("observer", lang.t("act-observe-observer"), Way::Line)
            .hint(lang.t("act-observe-observer-hint")),
        Field::new("first-hand", lang.t("act-observe-first-hand"), Way::One(hands)),
    ];
    // Who may not read reports does not learn from whom they came.
    if !case.view.reports.is_empty() {
        fields.push(Field::new(
            "report",
            lang.t("act-observe-report"),
            Way::List(reports),
        ));
    }
    let fields = fields
        .into_iter()
        .map(|field| field.filled(given, "", problems, lang))
        .collect();
    ActForm::of(lang.t("act-observe-title"), fields, lang.t("act-observe-submit"))
        .intro(lang.t("act-observe-intro"))
}

async fn show(path: ObservePath, user: User, State(app): State<App>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    case.ask(
        &ActKind::Record,
        &form(&case, &Given::default(), &Problems::none()),
    )
}

async fn save(path: ObservePath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    let hand = given.get("first-hand");
    let report = given.get("report").parse::<ReportId>().ok();
    let linked = |id: ReportId| case.signal().linked().any(|link| link.report == id);
    let mut problems = Problems::none();
    problems.check(!given.get("text").is_empty(), "text", "act-missing");
    problems.check(!given.get("observer").is_empty(), "observer", "act-missing");
    problems.check(matches!(hand, "yes" | "no"), "first-hand", "act-missing-choice");
    problems.check(report.is_none_or(linked), "report", "act-unknown-choice");
    if !problems.is_empty() {
        return case.again(&form(&case, &given, &problems), &problems);
    }
    let texts = ["text", "observed", "observer"].map(|name| given.get(name));
    if let Some(exposed) = case.exposed(&given, &texts).await? {
        return case.again(&form(&case, &given, &problems).exposed(exposed), &problems);
    }
    let observation = Observation {
        text: given.get("text").to_owned(),
        observed: given.get("observed").to_owned(),
        observer: given.get("observer").to_owned(),
        first_hand: hand == "yes",
        report,
        at: case.user.now,
        by: case.user.actor().person.ok_or(PageError::NotFound)?,
    };
    let refill = |problems: &Problems| form(&case, &given, problems);
    case.perform(
        &given,
        Act::Observe(Box::new(observation)),
        refill,
        "done-signal-observed",
    )
    .await
}
