// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A note of enrichment, made by hand.

use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::SignalId,
    policy::Right,
    signal::{
        act::{Act, ActKind},
        assessment::Note,
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
        field::{Field, Given, Way},
    },
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{id}/notitie")]
pub(crate) struct NotePath {
    pub(crate) id: SignalId,
}

pub(crate) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::Enrich);
    [
        route::get::<NotePath, _, _>(who, show),
        route::post::<NotePath, _, _>(who, save),
    ]
}

fn form(case: &Case, given: &Given, problems: &Problems) -> ActForm {
    let lang = case.user.lang;
    let fields = [
        Field::new("source", lang.t("act-note-source"), Way::Line).hint(lang.t("act-note-source-hint")),
        Field::new("text", lang.t("act-note-text"), Way::Lines(6)).hint(lang.t("act-note-text-hint")),
    ];
    let fields = fields.map(|field| field.filled(given, "", problems, lang)).into();
    ActForm::of(lang.t("act-note-title"), fields, lang.t("act-note-submit"))
}

async fn show(path: NotePath, user: User, State(app): State<App>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    case.ask(
        &ActKind::AddNote,
        &form(&case, &Given::default(), &Problems::none()),
    )
}

async fn save(path: NotePath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    let mut problems = Problems::none();
    problems.check(!given.get("source").is_empty(), "source", "act-missing");
    problems.check(!given.get("text").is_empty(), "text", "act-missing");
    if !problems.is_empty() {
        return case.again(&form(&case, &given, &problems), &problems);
    }
    let note = Note {
        text: given.get("text").to_owned(),
        source: given.get("source").to_owned(),
        beside: None,
        at: case.user.now,
        by: case.user.actor().person.ok_or(PageError::NotFound)?,
    };
    let refill = |problems: &Problems| form(&case, &given, problems);
    case.perform(&given, Act::AddNote(note), refill, "done-signal-note")
        .await
}
