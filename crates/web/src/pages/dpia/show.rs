// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The DPIA: what must be done now, and how each question stands.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    dpia::{Entry, SECTIONS, State as Standing},
    policy::Right,
    usecase::dpia::read,
};
use serde::Deserialize;

use super::{
    answer::QuestionPath,
    file::{FileForm, FilePath},
};
use crate::{
    App, dates,
    page::{self, Answer},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/dpia")]
pub(crate) struct DpiaPath;

pub(super) fn route() -> Route {
    route::get::<DpiaPath, _, _>(Who::Right(Right::KeepDpia), show)
}

/// A question on the list.
pub(super) struct Row {
    asks: &'static str,
    href: String,
    pub(super) badge: String,
    pub(super) class: &'static str,
    /// Who answered, and when.
    pub(super) line: String,
}

/// A section with its questions.
struct Chapter {
    number: u8,
    title: &'static str,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "pages/dpia/show.html")]
struct DpiaPage {
    shell: Shell,
    paper: FilePath,
    file: FilePath,
    open: usize,
    outdated: usize,
    chapters: Vec<Chapter>,
    /// The first question that waits.
    first: Option<String>,
}

async fn show(_: DpiaPath, user: User, State(app): State<App>) -> Answer {
    let view = read(&app.services, user.actor()).await?;
    let entries = view.entries();
    let chapters = SECTIONS.iter().map(|section| {
        let own = entries
            .iter()
            .filter(|entry| entry.question.section == section.number);
        Chapter {
            number: section.number,
            title: section.title,
            rows: own.map(|entry| row(&user, entry)).collect(),
        }
    });
    let count = |which: fn(&Standing) -> bool| entries.iter().filter(|entry| which(&entry.state)).count();
    let waiting = || entries.iter().filter(|entry| entry.state.waits());
    let first = waiting()
        .find(|entry| entry.state.is_outdated())
        .or(waiting().next());
    page::page(&DpiaPage {
        shell: user.shell(user.lang.t("dpia-title")),
        paper: FilePath { form: FileForm::Pdf },
        file: FilePath { form: FileForm::Json },
        open: count(|state| *state == Standing::Open),
        outdated: count(Standing::is_outdated),
        chapters: chapters.collect(),
        first: first.map(href),
    })
}

fn href(entry: &Entry<'_>) -> String {
    let question = entry.question.id.to_owned();
    QuestionPath { question }.to_string()
}

/// How a question stands, in words.
pub(super) fn row(user: &User, entry: &Entry<'_>) -> Row {
    let lang = user.lang;
    let class = match entry.state {
        Standing::OutOfDate(_) => " badge--late",
        Standing::Open => " badge--due",
        Standing::Derived | Standing::Answered => "",
    };
    let line = entry.answer.map_or_else(String::new, |answer| {
        lang.arg("who", &answer.name)
            .arg("date", dates::short(lang, user.today, answer.at))
            .t("dpia-by")
    });
    Row {
        asks: entry.question.asks,
        href: href(entry),
        badge: lang.kind("dpia-state", entry.state.as_str()),
        class,
        line,
    }
}
