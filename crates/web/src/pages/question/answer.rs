// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The page behind a link that works once: a question of the municipality, and room for one answer. It shows nothing else, needs no
//! log-in and sets no cookie. A wrong, an expired and a used link look the same.

use askama::Template;
use axum::{extract::State, http::StatusCode};
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{MessageId, MunicipalityId},
    usecase::{
        Failure,
        report::{self, Linked},
    },
};
use serde::Deserialize;

use crate::{
    App,
    form::{Form, Problems},
    page::{self, Answer},
    route::{self, Route, Who},
    shell::Shell,
    visit::Visit,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/vraag/{municipality}/{question}/{token}")]
pub(crate) struct QuestionPath {
    pub(crate) municipality: MunicipalityId,
    /// As text: what is no identifier leads to the same page as a wrong link.
    pub(crate) question: String,
    pub(crate) token: String,
}

pub(super) fn routes() -> [Route; 2] {
    [
        route::get::<QuestionPath, _, _>(Who::Public, show),
        route::post::<QuestionPath, _, _>(Who::Public, save),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct AnswerForm {
    text: String,
}

#[derive(Template)]
#[template(path = "pages/question/answer.html")]
struct QuestionPage<'a> {
    shell: Shell,
    problems: Problems,
    municipality: String,
    question: String,
    text: &'a str,
    here: String,
}

#[derive(Template)]
#[template(path = "pages/question/closed.html")]
struct ClosedPage {
    shell: Shell,
    /// That an answer just came in.
    thanks: bool,
}

async fn show(path: QuestionPath, visit: Visit, State(app): State<App>) -> Answer {
    match linked(&app, &path).await {
        Ok(linked) => page::page(&the_page(&visit, &path, linked.text, "", Problems::none())),
        Err(failure) => closed_or(&visit, failure),
    }
}

async fn save(
    path: QuestionPath,
    visit: Visit,
    State(app): State<App>,
    Form(form): Form<AnswerForm>,
) -> Answer {
    let linked = match linked(&app, &path).await {
        Ok(linked) => linked,
        Err(failure) => return closed_or(&visit, failure),
    };
    let question: MessageId = path.question.parse().or(Err(Failure::NotFound))?;
    let text = form.text.trim().to_owned();
    match report::answer(&app.services, &linked.voice, question, text).await {
        Ok(()) | Err(Failure::DoneAlready) => page::page(&closed(&visit, true)),
        Err(Failure::Invalid(fields)) => {
            let mut problems = Problems::none();
            let long = fields.contains(&"text-long");
            let key = if long {
                "question-too-long"
            } else {
                "question-missing"
            };
            problems.add("text", key);
            page::again(&the_page(&visit, &path, linked.text, &form.text, problems))
        }
        Err(failure) => closed_or(&visit, failure),
    }
}

async fn linked(app: &App, path: &QuestionPath) -> Result<Linked, Failure> {
    let question = path.question.parse().or(Err(Failure::NotFound))?;
    let link = (question, path.token.as_str());
    // The address of who answers is not kept: it may be that of the reporter.
    report::linked(&app.services, &path.municipality, link, "link").await
}

fn closed_or(visit: &Visit, failure: Failure) -> Answer {
    match failure {
        Failure::NotFound | Failure::Report(_) | Failure::Denied(_) => {
            page::answer(StatusCode::GONE, &closed(visit, false))
        }
        failure => Err(failure.into()),
    }
}

fn closed(visit: &Visit, thanks: bool) -> ClosedPage {
    let title = if thanks {
        "question-thanks-title"
    } else {
        "question-closed-title"
    };
    ClosedPage {
        shell: Shell::new(visit, visit.lang.t(title)),
        thanks,
    }
}

fn the_page<'a>(
    visit: &Visit,
    path: &QuestionPath,
    question: String,
    text: &'a str,
    problems: Problems,
) -> QuestionPage<'a> {
    let all = visit.app.services.configurations.municipalities();
    let name = all.into_iter().find(|(id, _)| *id == path.municipality);
    let municipality = name.map(|(_, name)| name).unwrap_or_default();
    QuestionPage {
        shell: Shell::new(
            visit,
            visit.lang.arg("municipality", &municipality).t("question-title"),
        )
        .wrong(!problems.is_empty()),
        problems,
        municipality,
        question,
        text,
        here: path.to_string(),
    }
}
