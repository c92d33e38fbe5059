// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! One question of the DPIA: what the program knows about it, what people answered, and answering it.

use std::borrow::Borrow;

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    dpia::{self, Answer as Given, Difference, Entry, Fact, Level, Question, State as Standing, Weighing},
    id::EntryId,
    policy::Right,
    usecase::{
        Failure,
        dpia::{DpiaView, answer, read},
    },
};
use serde::Deserialize;

use super::show::{DpiaPath, Row, row};
use crate::{
    App,
    error::PageError,
    form::{Form, Problems},
    page::{self, Answer, Done},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/dpia/vraag/{question}")]
pub(super) struct QuestionPath {
    pub(super) question: String,
}

pub(super) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::KeepDpia);
    [
        route::get::<QuestionPath, _, _>(who, show),
        route::post::<QuestionPath, _, _>(who, save),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct AnswerForm {
    /// The identifier of the form: one that is sent twice counts once.
    form: String,
    text: String,
    likelihood: String,
    impact: String,
    level: String,
    remaining: String,
}

#[derive(Template)]
#[template(path = "pages/dpia/answer.html")]
struct QuestionPage<'a> {
    shell: Shell,
    problems: Problems,
    action: String,
    back: DpiaPath,
    form: AnswerForm,
    standing: Row,
    section: &'static str,
    origin: &'static str,
    measures: &'static [&'static str],
    is_risk: bool,
    /// Whether the program knows the answer, so that no words are needed.
    is_derived: bool,
    facts: &'a [Fact],
    differences: &'a [Difference],
    /// What was answered before that, newest first.
    before: Vec<&'a Given>,
    levels: Vec<(String, String)>,
}

impl QuestionPage<'_> {
    /// A level in words.
    fn level(&self, level: impl Borrow<Level>) -> String {
        self.shell.kind("dpia-level", level.borrow().as_str())
    }
}

fn find(path: &QuestionPath) -> Result<&'static Question, PageError> {
    Question::find(&path.question).ok_or(PageError::NotFound)
}

async fn show(path: QuestionPath, user: User, State(app): State<App>) -> Answer {
    let question = find(&path)?;
    let view = read(&app.services, user.actor()).await?;
    let answer = view.answers.as_ref().and_then(|dpia| dpia.answer(question.id));
    let level = |of: fn(Weighing) -> Level| {
        let weighing = answer.and_then(|answer| answer.weighing);
        weighing.map_or_else(String::new, |it| of(it).as_str().to_owned())
    };
    let form = AnswerForm {
        form: app.services.minter.mint().to_string(),
        text: answer.map_or_else(String::new, |answer| answer.text.clone()),
        likelihood: level(|it| it.likelihood),
        impact: level(|it| it.impact),
        level: level(|it| it.level),
        remaining: level(|it| it.remaining),
    };
    let entries = view.entries();
    page::page(&template(
        &user,
        &view,
        &entries,
        question,
        form,
        Problems::none(),
    )?)
}

async fn save(
    path: QuestionPath,
    user: User,
    State(app): State<App>,
    Form(form): Form<AnswerForm>,
) -> Answer {
    let question = find(&path)?;
    let id: EntryId = form.form.parse().or(Err(PageError::Malformed))?;
    let given = meldroute_core::usecase::dpia::Given {
        question,
        text: form.text.clone(),
        weighing: weighing(&form).filter(|_| question.risk().is_some()),
    };
    match answer(&app.services, user.actor(), id, given).await {
        Ok(()) => Done::to(DpiaPath).say("done-dpia-answered").into(),
        Err(Failure::DoneAlready) => Done::to(DpiaPath).say("done-signal-again").into(),
        Err(Failure::Invalid(fields)) => {
            let mut wrong: Vec<&str> = fields
                .iter()
                .copied()
                .filter(|field| *field != "weighing")
                .collect();
            if fields.contains(&"weighing") {
                wrong.extend(unweighed(&form));
            }
            let problems = Problems::named(&wrong, "dpia-error");
            let view = read(&app.services, user.actor()).await?;
            let entries = view.entries();
            page::again(&template(&user, &view, &entries, question, form, problems)?)
        }
        Err(failure) => Err(failure.into()),
    }
}

fn level(text: &str) -> Option<Level> {
    Level::ALL.into_iter().find(|level| level.as_str() == text)
}

/// The choices that are missing.
fn unweighed(form: &AnswerForm) -> impl Iterator<Item = &'static str> {
    let choices = [
        ("likelihood", &form.likelihood),
        ("impact", &form.impact),
        ("level", &form.level),
        ("remaining", &form.remaining),
    ];
    let missing = choices.map(|(name, given)| level(given).is_none().then_some(name));
    missing.into_iter().flatten()
}

/// What was weighed; none where a choice is missing.
fn weighing(form: &AnswerForm) -> Option<Weighing> {
    Some(Weighing {
        likelihood: level(&form.likelihood)?,
        impact: level(&form.impact)?,
        level: level(&form.level)?,
        remaining: level(&form.remaining)?,
    })
}

fn template<'a>(
    user: &User,
    view: &'a DpiaView,
    entries: &'a [Entry<'a>],
    question: &'static Question,
    form: AnswerForm,
    problems: Problems,
) -> Result<QuestionPage<'a>, PageError> {
    let lang = user.lang;
    let mut found = entries.iter();
    let entry = found
        .find(|entry| entry.question.id == question.id)
        .ok_or(PageError::NotFound)?;
    let differences: &[Difference] = match &entry.state {
        Standing::OutOfDate(differences) => differences,
        Standing::Derived | Standing::Open | Standing::Answered => &[],
    };
    let history = view.answers.iter().flat_map(|dpia| dpia.history(question.id));
    let mut sections = dpia::SECTIONS.iter();
    let section = sections.find(|section| section.number == question.section);
    let first = (String::new(), lang.t("act-choose"));
    let level = |level: Level| (level.as_str().to_owned(), lang.kind("dpia-level", level.as_str()));
    Ok(QuestionPage {
        shell: user.shell(question.asks).wrong(!problems.is_empty()),
        problems,
        action: QuestionPath {
            question: question.id.to_owned(),
        }
        .to_string(),
        back: DpiaPath,
        form,
        standing: row(user, entry),
        section: section.map_or("", |section| section.title),
        origin: question.risk().map_or("", |risk| risk.origin),
        measures: question.risk().map(|risk| risk.measures).unwrap_or_default(),
        is_risk: question.risk().is_some(),
        is_derived: matches!(question.kind, dpia::question::Kind::Derived),
        facts: &entry.facts,
        differences,
        before: history.skip(1).collect(),
        levels: std::iter::once(first).chain(Level::ALL.map(level)).collect(),
    })
}
