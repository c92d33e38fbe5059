// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Printing tables and bounds, with what must be known to read them.

use meldroute_core::{
    configuration::{Configuration, text::Language},
    figures::{
        bounds::Line,
        note,
        table::{FigureTable, Row},
        value::range,
    },
    id::FormId,
    usecase::figures::FiguresView,
};
use serde_json::json;

use crate::{
    output::{self, Format},
    stop::Stop,
};

pub(super) fn tables(found: &FiguresView, language: Language, format: Format) -> Result<(), Stop> {
    let configuration = &found.configuration;
    if found.tables.is_empty() {
        return Err(Stop::refused(
            "figures.toml of this municipality knows no such source",
        ));
    }
    if format == Format::Json {
        let all: Vec<_> = found
            .tables
            .iter()
            .map(|table| as_json(table, configuration, language))
            .collect();
        return output::line(&format!("{:#}", serde_json::Value::Array(all)));
    }
    for table in &found.tables {
        let text = format == Format::Text;
        let mut head = vec!["source", "year", "area"];
        let forms = table.heads(configuration, language);
        head.extend(table.forms.iter().map(FormId::as_str));
        if text {
            let name = note::source(configuration, &table.source, language);
            output::line(&format!("{name}, {}", table.year))?;
            head = vec![""];
            head.extend(forms.iter().map(String::as_str));
        }
        let rows = table.rows.iter();
        let rows: Vec<Vec<String>> = if text {
            rows.map(|row| for_people(table, row, configuration, language))
                .collect()
        } else {
            rows.map(|row| for_machines(table, row, language)).collect()
        };
        output::table(format, &head, &rows)?;
        for (at, note) in (1..).zip(&table.notes) {
            let words = format!("{at}. {}", note.words(configuration, language));
            if text {
                output::line(&words)?;
            } else {
                output::note(&words);
            }
        }
        if text {
            output::line("")?;
        }
    }
    if format == Format::Text {
        output::line(note::signs(language))?;
    }
    Ok(())
}

fn for_people(
    table: &FigureTable,
    row: &Row,
    configuration: &Configuration,
    language: Language,
) -> Vec<String> {
    let name = table.row_name(row, configuration, language);
    let cells = row.cells.iter().map(|cell| cell.shown.sign(language));
    std::iter::once(name).chain(cells).collect()
}

fn for_machines(table: &FigureTable, row: &Row, language: Language) -> Vec<String> {
    let place = [table.source.0.clone(), years(row.years), row.area.0.clone()];
    let cells = row.cells.iter().map(|cell| cell.shown.plain(language));
    place.into_iter().chain(cells).collect()
}

fn years((first, last): (i32, i32)) -> String {
    if first == last {
        last.to_string()
    } else {
        format!("{first}-{last}")
    }
}

fn as_json(table: &FigureTable, configuration: &Configuration, language: Language) -> serde_json::Value {
    let row = |row: &Row| {
        let cells = table.forms.iter().zip(&row.cells);
        let cells: serde_json::Map<_, _> = cells
            .map(|(form, cell)| (form.0.clone(), cell.shown.plain(language).into()))
            .collect();
        json!({ "area": row.area, "years": years(row.years), "cells": cells })
    };
    json!({
        "source": table.source,
        "year": table.year,
        "audience": table.audience.as_str(),
        "rows": table.rows.iter().map(row).collect::<Vec<_>>(),
        "notes": table.notes.iter().map(|note| note.words(configuration, language)).collect::<Vec<_>>(),
    })
}

pub(super) fn bounds(
    configuration: &Configuration,
    lines: &[Line],
    language: Language,
    format: Format,
) -> Result<(), Stop> {
    let number = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    let rows: Vec<Vec<String>> = lines
        .iter()
        .map(|line| {
            let unknown = line
                .unknown
                .iter()
                .map(|id| note::source(configuration, id, language));
            let low = number(line.bounds.low);
            vec![
                line.area.as_ref().map_or_else(
                    || note::all(language).to_owned(),
                    |id| note::area(configuration, id),
                ),
                line.form.as_ref().map_or_else(
                    || note::all(language).to_owned(),
                    |id| note::form(configuration, id, language),
                ),
                range(low, line.bounds.high.map(number), language),
                unknown.collect::<Vec<_>>().join(", "),
            ]
        })
        .collect();
    output::table(format, &["area", "form", "persons", "not known"], &rows)
}
