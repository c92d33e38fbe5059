// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! One report as its reporter sees it: where it stands, what was told and asked, and what was sent. Nothing of the signal.

use askama::Template;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    calendar::dutch_date,
    id::{MessageId, ReportId, Timestamp},
    policy::Right,
    report::{Message, MessageKind, QuestionState},
    usecase::{
        Failure,
        report::{self, OwnState, Standing, Voice},
    },
};
use serde::Deserialize;

use super::list::OwnReportsPath;
use crate::{
    dates,
    error::PageError,
    form::{Form, Problems},
    lang::Lang,
    page::{Answer, Done, again, page},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/eigen-meldingen/{report}")]
pub(crate) struct OwnPath {
    pub(crate) report: ReportId,
}

pub(super) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::ReadOwnReports);
    [
        route::get::<OwnPath, _, _>(who, show),
        route::post::<OwnPath, _, _>(who, write),
    ]
}

/// An answer to a question, or something added where none is named.
#[derive(Default, Deserialize)]
#[serde(default)]
struct MessageForm {
    /// The question that is answered.
    question: String,
    /// The identifier that an addition gets: a form that is sent twice adds once.
    message: String,
    text: String,
}

/// A question of the desk.
struct Question {
    id: String,
    text: String,
    asked: String,
    /// When it was answered; none where it waits.
    answered: Option<String>,
}

#[derive(Template)]
#[template(path = "pages/own/show.html")]
struct ShowPage<'a> {
    shell: Shell,
    problems: Problems,
    form: &'a MessageForm,
    standing: Standing,
    received: String,
    state: &'static str,
    questions: Vec<Question>,
    /// Days on which something was added.
    added: Vec<String>,
    /// Feedback: when, and the text.
    told: Vec<(String, String)>,
    href: String,
    back: String,
    new: String,
}

async fn show(path: OwnPath, user: User) -> Answer {
    page(&template(&path, &user, &MessageForm::default(), Problems::none()).await?)
}

async fn write(path: OwnPath, user: User, Form(form): Form<MessageForm>) -> Answer {
    let voice = Voice::with_account(user.actor(), path.report);
    let services = &user.app.services;
    let text = form.text.trim().to_owned();
    let (key, written) = if form.question.is_empty() {
        let id = form.message.parse().or(Err(PageError::Malformed))?;
        ("done-own-added", report::add(services, &voice, id, text).await)
    } else {
        let question = form.question.parse().or(Err(PageError::Malformed))?;
        let answered = report::answer(services, &voice, question, text).await;
        ("done-own-answered", answered)
    };
    match written {
        Ok(()) | Err(Failure::DoneAlready) => Done::to(path).say(key).into(),
        Err(Failure::Invalid(_)) => {
            let mut problems = Problems::none();
            let field = if form.question.is_empty() {
                "text".to_owned()
            } else {
                format!("text-{}", form.question)
            };
            problems.add(&field, "own-report-error-text");
            again(&template(&path, &user, &form, problems).await?)
        }
        Err(failure) => Err(failure.into()),
    }
}

async fn template<'a>(
    path: &OwnPath,
    user: &User,
    form: &'a MessageForm,
    problems: Problems,
) -> Result<ShowPage<'a>, PageError> {
    let standing = report::read_own(&user.app.services, user.actor(), path.report).await?;
    let lang = user.lang;
    let day = |at: Timestamp| dates::day(lang, dutch_date(at));
    let written = &standing.written;
    let added = written.messages.iter().filter_map(|message| match message.kind {
        MessageKind::Addition { .. } => Some(lang.arg("date", day(message.at)).t("own-report-added")),
        MessageKind::Question { .. } => None,
    });
    let told = written.feedback.iter();
    Ok(ShowPage {
        shell: user
            .shell(lang.arg("reference", &standing.reference).t("own-report-title"))
            .wrong(!problems.is_empty()),
        problems,
        form,
        received: dates::day(lang, written.received_on),
        state: match standing.state {
            OwnState::New => "own-reports-state-new",
            OwnState::TakenUp => "own-reports-state-signal",
            OwnState::SetAside => "own-reports-state-aside",
        },
        questions: written
            .messages
            .iter()
            .filter_map(|message| question(lang, message))
            .collect(),
        added: added.collect(),
        told: told
            .map(|(text, at)| (lang.arg("date", day(*at)).t("own-report-told"), text.clone()))
            .collect(),
        href: path.to_string(),
        back: OwnReportsPath.to_string(),
        new: MessageId(user.app.services.minter.mint()).to_string(),
        standing,
    })
}

fn question(lang: Lang, message: &Message) -> Option<Question> {
    let MessageKind::Question { text, state, .. } = &message.kind else {
        return None;
    };
    let day = |key, at| lang.arg("date", dates::day(lang, dutch_date(at))).t(key);
    Some(Question {
        id: message.id.to_string(),
        text: text.clone(),
        asked: day("own-report-asked", message.at),
        answered: match state {
            QuestionState::Open => None,
            QuestionState::Answered { at, .. } | QuestionState::Withdrawn { at, .. } => {
                Some(day("own-report-answered", *at))
            }
        },
    })
}

impl ShowPage<'_> {
    /// What was typed in a field before it came back with a problem.
    fn typed(&self, question: &str) -> &str {
        if self.form.question == question {
            &self.form.text
        } else {
            ""
        }
    }
}
