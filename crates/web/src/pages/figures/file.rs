// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Tables as files, as exact as whoever they are for may have them. What leaves the house stands in the ledger before it is sent.

use axum::{
    extract::{Query, State},
    http::header,
    response::IntoResponse as _,
};
use axum_extra::routing::TypedPath;
use meldroute_core::{
    figures::{audience::Audience, note, picture, table::FigureTable},
    looking::csv,
    policy::Right,
    ports::{Sheet, SheetCell, SheetKind},
    usecase::figures::{Asked, FiguresView, tables},
};
use serde::Deserialize;

use crate::{
    App,
    error::PageError,
    page::Answer,
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/beeld/cijfers/bestand")]
pub(super) struct FilePath;

pub(super) fn route() -> Route {
    route::get::<FilePath, _, _>(Who::Right(Right::ReadFigures), file)
}

#[derive(Deserialize)]
struct Which {
    jaar: Option<i32>,
    voor: Option<Audience>,
    #[serde(default)]
    soort: Kind,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Xlsx,
    Ods,
    #[default]
    Csv,
    Svg,
}

async fn file(_: FilePath, user: User, State(app): State<App>, Query(which): Query<Which>) -> Answer {
    let asked = Asked {
        source: None,
        year: which.jaar,
        audience: which.voor,
    };
    let view = tables(&app.services, user.actor(), &asked).await?;
    let (ending, media_type) = match which.soort {
        Kind::Xlsx => (
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        Kind::Ods => ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
        Kind::Csv => ("csv", "text/csv; charset=utf-8"),
        Kind::Svg => ("svg", "image/svg+xml"),
    };
    let sheets = |kind| app.services.tables.write(&sheets(&user, &view), kind);
    let bytes = match which.soort {
        Kind::Xlsx => sheets(SheetKind::Xlsx),
        Kind::Ods => sheets(SheetKind::Ods),
        Kind::Csv => Some(text(&user, &view).into_bytes()),
        Kind::Svg => Some(picture::whole(&view.tables, &view.configuration, user.lang.0).into_bytes()),
    };
    let name = format!(
        "attachment; filename=\"cijfers-{}-{}-{}.{ending}\"",
        user.actor().municipality,
        view.year,
        which.voor.unwrap_or_else(|| Audience::of(user.actor())).as_str()
    );
    let headers = [
        (header::CONTENT_TYPE, media_type.to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, bytes.ok_or(PageError::Broken)?).into_response())
}

/// A sheet for each source: the table, its notes below it, and what the signs mean.
fn sheets(user: &User, view: &FiguresView) -> Vec<Sheet> {
    let language = user.lang.0;
    let words = |text: String| vec![SheetCell::Text(text)];
    let sheet = |table: &FigureTable| {
        let name = format!("{} {}", table.source, table.year);
        let rows = cells(user, view, table).into_iter();
        let mut rows: Vec<Vec<SheetCell>> = rows.map(|row| row.into_iter().map(cell).collect()).collect();
        rows.push(Vec::new());
        let notes = table.notes.iter();
        rows.extend(notes.map(|note| words(note.words(&view.configuration, language))));
        rows.push(words(note::signs(language).to_owned()));
        Sheet { name, rows }
    };
    view.tables.iter().map(sheet).collect()
}

/// A number is one that can be computed with; what else stands there is not.
fn cell(text: String) -> SheetCell {
    text.parse().map_or(SheetCell::Text(text), SheetCell::Number)
}

/// All tables under each other, with a column that says of which source each row is.
fn text(user: &User, view: &FiguresView) -> String {
    let name = |table: &FigureTable| note::source(&view.configuration, &table.source, user.lang.0);
    let mut text = String::new();
    for table in &view.tables {
        for row in cells(user, view, table) {
            let before = [name(table), table.year.to_string()];
            text.push_str(&csv::line(before.into_iter().chain(row)));
        }
    }
    for table in &view.tables {
        for note in &table.notes {
            let words = note.words(&view.configuration, user.lang.0);
            text.push_str(&csv::line([name(table), table.year.to_string(), words]));
        }
    }
    text
}

fn cells(user: &User, view: &FiguresView, table: &FigureTable) -> Vec<Vec<String>> {
    let (configuration, language) = (&view.configuration, user.lang.0);
    let mut head = vec![user.lang.t("figures-area")];
    head.extend(table.heads(configuration, language));
    let mut rows = vec![head];
    rows.extend(table.rows.iter().map(|row| {
        let name = table.row_name(row, configuration, language);
        let cells = row.cells.iter().map(|cell| cell.shown.plain(language));
        std::iter::once(name).chain(cells).collect()
    }));
    rows
}
