// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What the municipality asks a partner with an account about a report of somebody else: the questions, and nothing of the report.

use askama::Template;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    calendar::dutch_date,
    id::{ReportId, Timestamp},
    policy::Right,
    report::{Message, MessageKind, QuestionState},
    usecase::{
        Failure,
        report::{self, Voice},
    },
};
use serde::Deserialize;

use crate::{
    dates,
    error::PageError,
    form::{Form, Problems},
    page::{Answer, Done, again, page},
    pages::today::TodayPath,
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/vragen/{report}")]
pub(crate) struct AskedPath {
    pub(crate) report: ReportId,
}

pub(super) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::AnswerQuestion);
    [
        route::get::<AskedPath, _, _>(who, show),
        route::post::<AskedPath, _, _>(who, save),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct AnswerForm {
    /// The question that is answered.
    question: String,
    text: String,
}

struct Question {
    id: String,
    text: String,
    asked: String,
    /// When it was answered; none where it waits.
    answered: Option<String>,
}

#[derive(Template)]
#[template(path = "pages/question/asked.html")]
struct AskedPage<'a> {
    shell: Shell,
    problems: Problems,
    form: &'a AnswerForm,
    municipality: String,
    questions: Vec<Question>,
    here: String,
    back: String,
}

async fn show(path: AskedPath, user: User) -> Answer {
    page(&template(&path, &user, &AnswerForm::default(), Problems::none()).await?)
}

async fn save(path: AskedPath, user: User, Form(form): Form<AnswerForm>) -> Answer {
    let question = form.question.parse().or(Err(PageError::Malformed))?;
    let voice = Voice::of_asked(user.actor(), path.report);
    let text = form.text.trim().to_owned();
    match report::answer(&user.app.services, &voice, question, text).await {
        Ok(()) | Err(Failure::DoneAlready) => Done::to(TodayPath).say("done-own-answered").into(),
        Err(Failure::Invalid(fields)) => {
            let long = fields.contains(&"text-long");
            let key = if long {
                "question-too-long"
            } else {
                "question-missing"
            };
            let mut problems = Problems::none();
            problems.add(&format!("text-{question}"), key);
            again(&template(&path, &user, &form, problems).await?)
        }
        Err(failure) => Err(failure.into()),
    }
}

async fn template<'a>(
    path: &AskedPath,
    user: &User,
    form: &'a AnswerForm,
    problems: Problems,
) -> Result<AskedPage<'a>, PageError> {
    let voice = Voice::of_asked(user.actor(), path.report);
    let put = report::own_report(&user.app.services, &voice).await?.messages;
    let municipality = user.configuration().municipality.name.clone();
    let title = user.lang.arg("municipality", &municipality).t("question-title");
    Ok(AskedPage {
        shell: user.shell(title).wrong(!problems.is_empty()),
        problems,
        form,
        municipality,
        questions: put.iter().filter_map(|message| question(user, message)).collect(),
        here: path.to_string(),
        back: TodayPath.to_string(),
    })
}

fn question(user: &User, message: &Message) -> Option<Question> {
    let MessageKind::Question { text, state, .. } = &message.kind else {
        return None;
    };
    let on = |at: Timestamp| user.lang.arg("date", dates::day(user.lang, dutch_date(at)));
    Some(Question {
        id: message.id.to_string(),
        text: text.clone(),
        asked: on(message.at).t("own-report-asked"),
        answered: match state {
            QuestionState::Answered { at, .. } => Some(on(*at).t("question-answered")),
            QuestionState::Open | QuestionState::Withdrawn { .. } => None,
        },
    })
}

impl AskedPage<'_> {
    /// What was typed in a field before it came back with a problem.
    fn typed(&self, question: &str) -> &str {
        if self.form.question == question {
            &self.form.text
        } else {
            ""
        }
    }
}
