// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A batch of forwarded anonymous tips: first what would become of each line, then taking it in.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    policy::Right,
    ports::{Table, TableProblem},
    report::tip::ColumnWrong,
    usecase::{
        Failure,
        report::{Batch, BatchProblem, look_at_tips, take_in_tips},
    },
};
use serde::Deserialize;

use super::inbox::InboxPath;
use crate::{
    App,
    error::PageError,
    form::{Form, Problems},
    lang::Lang,
    page::{Answer, Done, again, page},
    route::{self, Route, Who},
    shell::Shell,
    upload::Upload,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/tips")]
pub(crate) struct TipsPath;

#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/tips/innemen")]
pub(crate) struct TakeInPath;

pub(super) fn routes() -> [Route; 3] {
    let who = Who::Right(Right::TriageReports);
    [
        route::get::<TipsPath, _, _>(who, show),
        route::post::<TipsPath, _, _>(who, look).with_files(),
        route::post::<TakeInPath, _, _>(who, take_in).with_files(),
    ]
}

#[derive(Template)]
#[template(path = "pages/report/tips.html")]
struct TipsPage {
    shell: Shell,
    problems: Problems,
    /// Why the file can't be used, in a sentence.
    wrong: Option<String>,
    /// Names of the columns that the file must have.
    columns: Vec<String>,
}

#[derive(Template)]
#[template(path = "pages/report/tips_sorted.html")]
struct SortedPage {
    shell: Shell,
    batch: Batch,
    off_topic: u64,
    /// The table without what is off topic, for the form that takes it in.
    table: String,
}

#[derive(Default, Deserialize)]
struct NoFields {}

#[derive(Default, Deserialize)]
#[serde(default)]
struct TakeInForm {
    table: String,
}

fn upload_page(user: &User, wrong: Option<String>) -> Result<TipsPage, PageError> {
    let rules = user.configuration().tips.as_ref().ok_or(PageError::NotFound)?;
    let columns = &rules.columns;
    let always = [&columns.number, &columns.topic, &columns.text];
    let optional = [&columns.place, &columns.observed];
    let mut problems = Problems::none();
    problems.check(wrong.is_none(), "file", "report-tips-wrong");
    Ok(TipsPage {
        shell: user
            .shell(user.lang.t("report-tips-title"))
            .wrong(wrong.is_some()),
        problems,
        wrong,
        columns: always
            .into_iter()
            .chain(optional.into_iter().flatten())
            .cloned()
            .collect(),
    })
}

async fn show(_: TipsPath, user: User) -> Answer {
    page(&upload_page(&user, None)?)
}

async fn look(_: TipsPath, user: User, State(app): State<App>, sent: Upload<NoFields>) -> Answer {
    let wrong = |sentence: String| again(&upload_page(&user, Some(sentence))?);
    let Some(file) = sent.files.first() else {
        return wrong(user.lang.t("report-tips-no-file"));
    };
    let table = match app.services.tables.read(&file.bytes) {
        Ok(table) => table,
        Err(problem) => return wrong(unreadable(user.lang, problem)),
    };
    match look_at_tips(&app.services, user.actor(), &table).await {
        Ok(batch) => sorted(&user, batch),
        Err(BatchProblem::Column(ColumnWrong::Missing { wanted, found })) => {
            let sentence = user.lang.arg("wanted", &wanted).arg("found", found.join(", "));
            wrong(sentence.t("report-tips-no-column"))
        }
        Err(BatchProblem::Column(ColumnWrong::Twice(wanted))) => {
            wrong(user.lang.arg("wanted", &wanted).t("report-tips-column-twice"))
        }
        Err(BatchProblem::NoRules) => Err(PageError::NotFound),
        Err(BatchProblem::Failure(failure)) => Err(failure.into()),
    }
}

fn unreadable(lang: Lang, problem: TableProblem) -> String {
    match problem {
        TableProblem::Empty => lang.t("report-tips-empty"),
        TableProblem::NotText | TableProblem::TooLarge => lang.t("report-tips-not-text"),
        TableProblem::Uneven {
            line,
            found,
            expected,
        } => lang
            .arg("line", line)
            .arg("found", found)
            .arg("expected", expected)
            .t("report-tips-uneven"),
    }
}

fn sorted(user: &User, batch: Batch) -> Answer {
    let table = serde_json::to_string(&batch.table).or(Err(PageError::Broken))?;
    page(&SortedPage {
        shell: user.shell(user.lang.t("report-tips-title")),
        off_topic: batch.off_topic.values().sum(),
        table,
        batch,
    })
}

async fn take_in(_: TakeInPath, user: User, State(app): State<App>, Form(form): Form<TakeInForm>) -> Answer {
    let table: Table = serde_json::from_str(&form.table).or(Err(PageError::Malformed))?;
    match take_in_tips(&app.services, user.actor(), &table).await {
        Ok(taken) => Done::to(InboxPath)
            .say_of("done-report-tips", &taken.reports.len().to_string())
            .into(),
        Err(BatchProblem::Failure(failure)) => Err(failure.into()),
        Err(BatchProblem::Column(_) | BatchProblem::NoRules) => Err(Failure::NotFound.into()),
    }
}
