// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Figures in a file: first what becomes of each row, then taking all of them in.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    figures::{
        import::{Fate, Fault, Sorted},
        note,
        value::NoValue,
    },
    policy::Right,
    ports::{Table, TableProblem},
    usecase::{
        Failure,
        figures::{ImportProblem, look, take_in},
    },
};
use serde::Deserialize;

use super::sources::SourcesPath;
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
#[typed_path("/beeld/cijfers/inlezen")]
pub(super) struct ImportPath;

#[derive(TypedPath, Deserialize)]
#[typed_path("/beeld/cijfers/inlezen/nu")]
struct TakeInPath;

pub(super) fn routes() -> [Route; 3] {
    let who = Who::Right(Right::KeepFigures);
    [
        route::get::<ImportPath, _, _>(who, show),
        route::post::<ImportPath, _, _>(who, compare).with_files(),
        route::post::<TakeInPath, _, _>(who, take).with_files(),
    ]
}

#[derive(Template)]
#[template(path = "pages/figures/import.html")]
struct ImportPage {
    shell: Shell,
    problems: Problems,
    /// Why the file can't be used, in a sentence.
    wrong: Option<String>,
    href: String,
    back: String,
}

/// A row of the file with what becomes of it.
struct Line {
    at: u64,
    what: String,
    fates: Vec<String>,
    wrong: bool,
}

#[derive(Template)]
#[template(path = "pages/figures/compared.html")]
struct ComparedPage {
    shell: Shell,
    lines: Vec<Line>,
    new: usize,
    same: usize,
    corrected: usize,
    wrong: usize,
    /// Whether a row is wrong, so that nothing can be taken in.
    stops: bool,
    /// Whether there is anything to take in, and how much.
    takes: bool,
    count: usize,
    /// The table, for the form that takes it in; in parts that fit into fields.
    table: Vec<String>,
    take_in: String,
    href: String,
    back: String,
}

#[derive(Default, Deserialize)]
struct NoFields {}

#[derive(Default, Deserialize)]
#[serde(default)]
struct TakeInForm {
    table: Vec<String>,
}

/// A field of a form takes so much.
const PART: usize = 30_000;

fn upload_page(user: &User, wrong: Option<String>) -> ImportPage {
    let mut problems = Problems::none();
    problems.check(wrong.is_none(), "file", "figures-import-wrong");
    ImportPage {
        shell: user
            .shell(user.lang.t("figures-import-title"))
            .wrong(wrong.is_some()),
        problems,
        wrong,
        href: ImportPath.to_string(),
        back: SourcesPath.to_string(),
    }
}

async fn show(_: ImportPath, user: User) -> Answer {
    page(&upload_page(&user, None))
}

async fn compare(_: ImportPath, user: User, State(app): State<App>, sent: Upload<NoFields>) -> Answer {
    let wrong = |sentence: String| again(&upload_page(&user, Some(sentence)));
    let Some(file) = sent.files.first() else {
        return wrong(user.lang.t("report-tips-no-file"));
    };
    let table = match app.services.tables.read(&file.bytes) {
        Ok(table) => table,
        Err(problem) => return wrong(unreadable(user.lang, problem)),
    };
    match look(&app.services, user.actor(), &table).await {
        Ok(sorted) => compared(&user, &table, &sorted),
        Err(ImportProblem::Column(missing)) => {
            let sentence = user.lang.arg("column", missing.0);
            wrong(sentence.t("figures-import-no-column"))
        }
        Err(ImportProblem::Wrong(_)) => Err(PageError::Broken),
        Err(ImportProblem::Failure(failure)) => Err(failure.into()),
    }
}

async fn take(_: TakeInPath, user: User, State(app): State<App>, Form(form): Form<TakeInForm>) -> Answer {
    let table: Table = serde_json::from_str(&form.table.concat()).or(Err(PageError::Malformed))?;
    match take_in(&app.services, user.actor(), &table).await {
        Ok(sorted) => {
            let [new, _, corrected, _] = sorted.counts();
            Done::to(SourcesPath)
                .say_of("done-figures-taken-in", &(new + corrected).to_string())
                .into()
        }
        // Somebody changed the configuration or the figures since the page was shown: the page is made anew.
        Err(ImportProblem::Wrong(sorted)) => compared(&user, &table, &sorted),
        Err(ImportProblem::Column(_)) => Err(Failure::NotFound.into()),
        Err(ImportProblem::Failure(failure)) => Err(failure.into()),
    }
}

fn unreadable(lang: Lang, problem: TableProblem) -> String {
    match problem {
        TableProblem::Empty => lang.t("figures-import-empty"),
        TableProblem::NotText => lang.t("figures-import-not-table"),
        TableProblem::TooLarge => lang.t("figures-import-too-large"),
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

fn compared(user: &User, table: &Table, sorted: &Sorted) -> Answer {
    let [new, same, corrected, wrong] = sorted.counts();
    let whole = serde_json::to_string(table).or(Err(PageError::Broken))?;
    let letters: Vec<char> = whole.chars().collect();
    page(&ComparedPage {
        shell: user.shell(user.lang.t("figures-compared-title")),
        lines: sorted
            .lines
            .iter()
            .map(|(at, fate)| line(user, *at, fate))
            .collect(),
        new,
        same,
        corrected,
        wrong,
        stops: wrong > 0,
        takes: wrong == 0 && new + corrected > 0,
        count: new + corrected,
        table: letters.chunks(PART).map(|part| part.iter().collect()).collect(),
        take_in: TakeInPath.to_string(),
        href: ImportPath.to_string(),
        back: SourcesPath.to_string(),
    })
}

fn line(user: &User, at: u64, fate: &Fate) -> Line {
    let (lang, configuration) = (user.lang, user.configuration());
    let (key, fates) = match fate {
        Fate::New(key, reading) => {
            let value = reading.value.sign(lang.0);
            (Some(key), vec![lang.arg("value", value).t("figures-fate-new")])
        }
        Fate::Same(key) => (Some(key), vec![lang.t("figures-fate-same")]),
        Fate::Corrected { key, was, now } => {
            let say = lang
                .arg("was", was.sign(lang.0))
                .arg("now", now.value.sign(lang.0));
            (Some(key), vec![say.t("figures-fate-corrected")])
        }
        Fate::Wrong(faults) => (
            None,
            faults.iter().map(|fault| fault_words(lang, *fault)).collect(),
        ),
    };
    let what = key.map_or_else(String::new, |key| {
        format!(
            "{}, {}, {}, {}",
            note::source(configuration, &key.source, lang.0),
            key.year,
            note::area(configuration, &key.area),
            note::form(configuration, &key.form, lang.0).to_lowercase()
        )
    });
    Line {
        at,
        what,
        fates,
        wrong: key.is_none(),
    }
}

fn fault_words(lang: Lang, fault: Fault) -> String {
    match fault {
        Fault::Source => lang.t("figures-fault-source"),
        Fault::Year => lang.t("figures-fault-year"),
        Fault::Area => lang.t("figures-fault-area"),
        Fault::AreaThen => lang.t("figures-fault-area-then"),
        Fault::Form => lang.t("figures-fault-form"),
        Fault::NotRegistered => lang.t("figures-fault-not-registered"),
        Fault::Value(NoValue::Nothing) => lang.t("figures-fault-nothing"),
        Fault::Value(NoValue::NoReason) => lang.t("figures-fault-no-reason"),
        Fault::Value(NoValue::NoNumber) => lang.t("figures-fault-no-number"),
        Fault::Value(NoValue::Backwards) => lang.t("figures-fault-backwards"),
        Fault::Date => lang.t("figures-fault-date"),
        Fault::Twice(other) => lang.arg("line", other).t("figures-fault-twice"),
    }
}
