// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Emergency openings as the privacy officer judges them.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    audit::Line,
    id::{OpeningId, SignalId},
    policy::Right,
    usecase::{
        Failure,
        looking::{self, Opened},
    },
};
use serde::Deserialize;

use super::lines::OfSignalPath;
use crate::{
    App,
    form::{Form, Problems},
    page::{self, Answer, Done},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/noodtoegang")]
pub(crate) struct GlassesPath;

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/noodtoegang/{signal}/{opening}")]
pub(crate) struct JudgePath {
    pub(crate) signal: SignalId,
    pub(crate) opening: OpeningId,
}

pub(super) fn routes() -> [Route; 3] {
    let who = Who::Right(Right::ReviewLooks);
    [
        route::get::<GlassesPath, _, _>(who, list),
        route::get::<JudgePath, _, _>(who, show),
        route::post::<JudgePath, _, _>(who, save),
    ]
}

#[derive(Template)]
#[template(path = "pages/looking/glasses.html")]
struct GlassesPage {
    shell: Shell,
    rows: Vec<(JudgePath, Opened)>,
}

async fn list(_: GlassesPath, user: User, State(app): State<App>) -> Answer {
    let openings = looking::openings(&app.services, user.actor()).await?;
    let row = |opened: Opened| {
        let path = JudgePath {
            signal: opened.signal,
            opening: opened.opening.id,
        };
        (path, opened)
    };
    page::page(&GlassesPage {
        shell: user.shell(user.lang.t("glasses-title")),
        rows: openings.into_iter().map(row).collect(),
    })
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct JudgeForm {
    justified: String,
    words: String,
}

#[derive(Template)]
#[template(path = "pages/looking/judge.html")]
struct JudgePage {
    shell: Shell,
    problems: Problems,
    form: JudgeForm,
    opened: Opened,
    lines: Vec<Line>,
    own: bool,
    looked: OfSignalPath,
    here: String,
}

async fn show(path: JudgePath, user: User, State(app): State<App>) -> Answer {
    page::page(&the_page(&user, &app, &path, JudgeForm::default(), Problems::none()).await?)
}

async fn save(path: JudgePath, user: User, State(app): State<App>, Form(form): Form<JudgeForm>) -> Answer {
    let justified = match form.justified.as_str() {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let at = (path.signal, path.opening);
    let said = (justified, form.words.as_str());
    match looking::judge(&app.services, user.actor(), at, said).await {
        Ok(()) | Err(Failure::DoneAlready) => Done::to(GlassesPath).say("done-glass-judged").into(),
        Err(Failure::Invalid(fields)) => {
            let problems = Problems::named(&fields, "judge-missing");
            page::again(&the_page(&user, &app, &path, form, problems).await?)
        }
        Err(failure) => Err(failure.into()),
    }
}

async fn the_page(
    user: &User,
    app: &App,
    path: &JudgePath,
    form: JudgeForm,
    problems: Problems,
) -> Result<JudgePage, Failure> {
    let at = (path.signal, path.opening);
    let (opened, lines) = looking::opening(&app.services, user.actor(), at).await?;
    let title = user.lang.arg("number", &opened.number).t("judge-title");
    Ok(JudgePage {
        shell: user.shell(title).wrong(!problems.is_empty()),
        problems,
        form,
        own: opened.opening.person == user.person().id,
        looked: OfSignalPath { id: path.signal },
        here: path.to_string(),
        opened,
        lines,
    })
}
