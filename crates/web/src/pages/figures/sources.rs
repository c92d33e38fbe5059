// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What sources counted: a table of each with its picture and its notes, and the bounds on persons that follow from all of them.

use askama::Template;
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use meldroute_core::{
    figures::{
        audience::Audience,
        bounds::{Asked as AskedBounds, Line},
        note::{self, Note},
        picture,
        table::FigureTable,
        value::range,
    },
    policy::Right,
    usecase::{
        figures::{Asked, BoundsProblem, FiguresView, bounds_of, tables},
        would_permit_here,
    },
};
use serde::Deserialize;

use super::{file::FilePath, import::ImportPath, overview::OverviewPath};
use crate::{
    App, dates,
    error::PageError,
    page::{self, Answer},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/beeld/cijfers")]
pub(crate) struct SourcesPath;

pub(super) fn route() -> Route {
    route::get::<SourcesPath, _, _>(Who::Right(Right::ReadFigures), show)
}

#[derive(Deserialize)]
struct Which {
    jaar: Option<i32>,
}

/// The table of one source.
struct OfSource {
    id: String,
    name: String,
    heads: Vec<String>,
    /// Name of the area, and what each cell shows.
    rows: Vec<(String, Vec<String>)>,
    pictures: Vec<String>,
    notes: Vec<String>,
    read: Option<String>,
}

/// Bounds: area, one cell for each form.
struct BoundsTable {
    heads: Vec<String>,
    rows: Vec<(String, Vec<String>)>,
    all: Option<String>,
}

#[derive(Template)]
#[template(path = "pages/figures/sources.html")]
struct SourcesPage {
    shell: Shell,
    year: i32,
    years: Vec<(i32, String)>,
    sources: Vec<OfSource>,
    /// What holds for all of them.
    notes: Vec<String>,
    signs: &'static str,
    bounds: Option<BoundsTable>,
    own: String,
    import: Option<String>,
    file: String,
    /// For whom files can be made.
    audiences: Vec<(String, String)>,
}

async fn show(path: SourcesPath, user: User, State(app): State<App>, Query(which): Query<Which>) -> Answer {
    let asked = Asked {
        source: None,
        year: which.jaar,
        audience: None,
    };
    if user.configuration().figures.sources.is_empty() {
        return Err(PageError::NotFound);
    }
    let view = tables(&app.services, user.actor(), &asked).await?;
    let own = Audience::of(user.actor());
    let keeps = would_permit_here(user.actor(), Right::KeepFigures);
    let audiences = Audience::ALL
        .into_iter()
        .filter(|one| *one == own || (keeps && *one > own));
    let audiences = audiences.map(|one| (one.as_str().to_owned(), user.lang.kind("audience", one.as_str())));
    let common = common(&view.tables);
    let known = !view.years.is_empty();
    page::page(&SourcesPage {
        shell: user.shell(user.lang.t("figures-sources-title")),
        year: view.year,
        years: view
            .years
            .iter()
            .rev()
            .map(|year| (*year, format!("{path}?jaar={year}")))
            .collect(),
        sources: if known {
            view.tables
                .iter()
                .map(|table| of_source(&user, &view, table, &common))
                .collect()
        } else {
            Vec::new()
        },
        notes: words(&user, &view, &common),
        signs: note::signs(user.lang.0),
        bounds: bounds(&user, &app, &view, own).await?,
        own: OverviewPath.to_string(),
        import: keeps.then(|| ImportPath.to_string()),
        file: FilePath.to_string(),
        audiences: audiences.collect(),
    })
}

/// Notes that stand with every table: said once, below all of them.
fn common(tables: &[FigureTable]) -> Vec<Note> {
    let Some((first, rest)) = tables.split_first() else {
        return Vec::new();
    };
    let everywhere = |note: &&Note| rest.iter().all(|table| table.notes.contains(note));
    first.notes.iter().filter(everywhere).cloned().collect()
}

fn words(user: &User, view: &FiguresView, notes: &[Note]) -> Vec<String> {
    let notes = notes.iter();
    notes
        .map(|note| note.words(&view.configuration, user.lang.0))
        .collect()
}

fn of_source(user: &User, view: &FiguresView, table: &FigureTable, common: &[Note]) -> OfSource {
    let (configuration, language) = (&view.configuration, user.lang.0);
    let own: Vec<Note> = table
        .notes
        .iter()
        .filter(|note| !common.contains(note))
        .cloned()
        .collect();
    let readings = table
        .rows
        .iter()
        .flat_map(|row| &row.cells)
        .filter_map(|cell| cell.reading.as_ref());
    let last = readings.max_by_key(|reading| reading.read_on);
    OfSource {
        id: table.source.0.clone(),
        name: note::source(configuration, &table.source, language),
        heads: table.heads(configuration, language),
        rows: table
            .rows
            .iter()
            .map(|row| {
                let cells = row.cells.iter().map(|cell| cell.shown.sign(language));
                (table.row_name(row, configuration, language), cells.collect())
            })
            .collect(),
        pictures: picture::panels(table, configuration, language),
        notes: words(user, view, &own),
        read: last.map(|reading| {
            let day = dates::day(user.lang, reading.read_on);
            let say = user
                .lang
                .arg("day", day)
                .arg("document", reading.document.as_str());
            if reading.document.is_empty() {
                say.t("figures-read-on")
            } else {
                say.t("figures-read-from")
            }
        }),
    }
}

async fn bounds(
    user: &User,
    app: &App,
    view: &FiguresView,
    own: Audience,
) -> Result<Option<BoundsTable>, PageError> {
    if !own.is_exact() || view.years.is_empty() {
        return Ok(None);
    }
    let asked = AskedBounds {
        year: view.year,
        sources: Vec::new(),
        area: None,
        form: None,
    };
    let lines = match bounds_of(&app.services, user.actor(), &asked).await {
        Ok(lines) => lines,
        Err(BoundsProblem::None(_)) => return Ok(None),
        Err(BoundsProblem::Failure(failure)) => return Err(failure.into()),
    };
    let number = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    let said = |line: &Line| range(number(line.bounds.low), line.bounds.high.map(number), user.lang.0);
    let mut forms = Vec::new();
    let mut rows: Vec<(String, Vec<String>)> = Vec::new();
    for line in &lines {
        let (Some(area), Some(form)) = (&line.area, &line.form) else {
            continue;
        };
        if !forms.contains(form) {
            forms.push(form.clone());
        }
        let name = note::area(&view.configuration, area);
        match rows.last_mut().filter(|(last, _)| *last == name) {
            Some((_, cells)) => cells.push(said(line)),
            None => rows.push((name, vec![said(line)])),
        }
    }
    let heads = forms
        .iter()
        .map(|form| note::form(&view.configuration, form, user.lang.0));
    let all = lines.last().filter(|line| line.area.is_none());
    Ok(Some(BoundsTable {
        heads: heads.collect(),
        rows,
        all: all.map(said),
    }))
}
