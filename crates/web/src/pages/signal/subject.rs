// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Adding what or whom a signal is about.

use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::SignalId,
    policy::Right,
    signal::{
        act::{Act, ActKind},
        assessment::{PersonPart, Subject, SubjectKind},
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
    },
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{id}/onderwerp")]
pub(crate) struct SubjectPath {
    pub(crate) id: SignalId,
}

pub(crate) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::WorkSignal);
    [
        route::get::<SubjectPath, _, _>(who, show),
        route::post::<SubjectPath, _, _>(who, save),
    ]
}

fn form(case: &Case, given: &Given, problems: &Problems) -> ActForm {
    let lang = case.user.lang;
    let kind = |kind: &SubjectKind| Choice::new(kind.as_str(), lang.kind("signal-subject", kind.as_str()));
    let part = |part: &PersonPart| Choice::new(part.as_str(), lang.kind("signal-part", part.as_str()));
    let kinds = SubjectKind::ALL.iter().map(kind).collect();
    let parts = PersonPart::ALL.iter().map(part).collect();
    let fields = [
        Field::new("kind", lang.t("act-subject-kind"), Way::One(kinds)),
        Field::new("value", lang.t("act-subject-value"), Way::Line),
        Field::new("part", lang.t("act-subject-part"), Way::List(parts)),
        Field::new("reason", lang.t("act-subject-reason"), Way::Line),
    ];
    let fields = fields.map(|field| field.filled(given, "", problems, lang)).into();
    ActForm::of(lang.t("act-subject-title"), fields, lang.t("act-subject-submit"))
        .intro(lang.t("act-subject-intro"))
}

async fn show(path: SubjectPath, user: User, State(app): State<App>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    case.ask(
        &ActKind::Record,
        &form(&case, &Given::default(), &Problems::none()),
    )
}

async fn save(path: SubjectPath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    let kind = SubjectKind::ALL
        .iter()
        .copied()
        .find(|kind| kind.as_str() == given.get("kind"));
    let part = PersonPart::ALL
        .iter()
        .copied()
        .find(|part| part.as_str() == given.get("part"));
    let mut problems = Problems::none();
    problems.check(kind.is_some(), "kind", "act-missing-choice");
    problems.check(!given.get("value").is_empty(), "value", "act-missing");
    problems.check(!given.get("reason").is_empty(), "reason", "act-missing");
    let (Some(kind), true) = (kind, problems.is_empty()) else {
        return case.again(&form(&case, &given, &problems), &problems);
    };
    let person = kind == SubjectKind::Person;
    let subject = Subject {
        kind,
        value: given.get("value").to_owned(),
        part: part.filter(|_| person).unwrap_or_default(),
        reason: given.get("reason").to_owned(),
        at: case.user.now,
        by: case.user.actor().person.ok_or(PageError::NotFound)?,
        struck: None,
    };
    let refill = |problems: &Problems| form(&case, &given, problems);
    case.perform(
        &given,
        Act::AddSubject(Box::new(subject)),
        refill,
        "done-signal-subject",
    )
    .await
}
