// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The first sheet of a spreadsheet, XLSX or ODS. Cells are read as a stream and only so many are kept: a small file can claim a billion.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read as _},
};

use calamine::{DataRef, Reader as _, Xlsx, XlsxError};
use meldroute_core::ports::TableProblem;
use quick_xml::{Reader, events::BytesStart, events::Event};
use zip::ZipArchive;

/// The most that all parts of a spreadsheet may be, unpacked.
const UNPACKED: u64 = 32 << 20;
/// The most rows and columns of a table.
const ROWS: usize = 20_000;
const COLUMNS: usize = 100;

/// Rows by their number, counted from 1; each with its cells by column.
pub(super) type Rows = BTreeMap<usize, BTreeMap<usize, String>>;

/// Reads the first sheet.
pub(super) fn read(bytes: &[u8]) -> Result<Rows, TableProblem> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).or(Err(TableProblem::NotText))?;
    let mut left = UNPACKED;
    let mut content = None;
    for index in 0..zip.len() {
        let file = zip.by_index(index).or(Err(TableProblem::NotText))?;
        let is_content = file.name().is_ok_and(|name| name == "content.xml");
        let mut part = Vec::new();
        let read = file.take(left + 1).read_to_end(&mut part);
        read.or(Err(TableProblem::NotText))?;
        left = left
            .checked_sub(part.len() as u64)
            .ok_or(TableProblem::TooLarge)?;
        if is_content {
            content = Some(part);
        }
    }
    match content {
        Some(content) => {
            let text = String::from_utf8(content).or(Err(TableProblem::NotText))?;
            opendocument(&text)
        }
        None => xlsx(bytes),
    }
}

fn xlsx(bytes: &[u8]) -> Result<Rows, TableProblem> {
    let wrong = |_: XlsxError| TableProblem::NotText;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(wrong)?;
    let first = book.sheet_names().into_iter().next();
    let first = first.ok_or(TableProblem::Empty)?;
    let mut cells = book.worksheet_cells_reader(&first).map_err(wrong)?;
    let mut rows = Rows::new();
    while let Some(cell) = cells.next_cell().map_err(wrong)? {
        let (row, column) = cell.get_position();
        let place = (row as usize + 1, column as usize);
        put(&mut rows, place, words(cell.get_value()))?;
    }
    Ok(rows)
}

fn words(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        // A whole number prints without a point.
        DataRef::Float(number) => number.to_string(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

fn put(rows: &mut Rows, (row, column): (usize, usize), text: String) -> Result<(), TableProblem> {
    if text.trim().is_empty() {
        return Ok(());
    }
    if column >= COLUMNS || (rows.len() >= ROWS && !rows.contains_key(&row)) {
        return Err(TableProblem::TooLarge);
    }
    rows.entry(row).or_default().insert(column, text);
    Ok(())
}

/// Where the reader of an OpenDocument sheet is.
#[derive(Default)]
struct Place {
    /// The row, and how often it is repeated.
    row: usize,
    rows: usize,
    /// The column, how often its cell is repeated, and what stands in it.
    column: usize,
    columns: usize,
    text: String,
    /// The value that is meant by what is shown, of numbers and dates.
    value: Option<String>,
}

fn opendocument(text: &str) -> Result<Rows, TableProblem> {
    let mut reader = Reader::from_str(text);
    let mut rows = Rows::new();
    let mut place = Place::default();
    loop {
        let event = reader.read_event().or(Err(TableProblem::NotText))?;
        match &event {
            Event::Eof => return Ok(rows),
            Event::Start(start) => place.begins(start),
            Event::Empty(start) => {
                place.begins(start);
                place.ends(local(start.name().into_inner()), &mut rows)?;
            }
            // Only the first sheet.
            Event::End(end) if local(end.name().into_inner()) == "table" => return Ok(rows),
            Event::End(end) => place.ends(local(end.name().into_inner()), &mut rows)?,
            Event::Text(words) => place.text.push_str(words),
            Event::CData(words) => place.text.push_str(words),
            Event::GeneralRef(name) => place.text.push_str(match &**name {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                "apos" => "'",
                _ => "",
            }),
            _ => {}
        }
    }
}

impl Place {
    fn begins(&mut self, start: &BytesStart<'_>) {
        match local(start.name().into_inner()) {
            "table-row" => {
                self.row += 1;
                self.rows = attribute(start, "number-rows-repeated")
                    .and_then(|it| it.parse().ok())
                    .unwrap_or(1);
                self.column = 0;
            }
            "table-cell" | "covered-table-cell" => {
                self.columns = attribute(start, "number-columns-repeated")
                    .and_then(|it| it.parse().ok())
                    .unwrap_or(1);
                self.text.clear();
                self.value = attribute(start, "value").or_else(|| attribute(start, "date-value"));
            }
            _ => {}
        }
    }

    fn ends(&mut self, name: &str, rows: &mut Rows) -> Result<(), TableProblem> {
        match name {
            "table-row" => {
                // Rows are repeated by thousands where they are empty. Copies of a row that says something are written out.
                let copies = self.rows.saturating_sub(1);
                let said = rows.get(&self.row).cloned();
                if let Some(said) = said {
                    for copy in 1..=copies {
                        let cells = said.iter();
                        cells.map(|(column, text)| (*column, text.clone())).try_for_each(
                            |(column, text)| put(rows, (self.row.saturating_add(copy), column), text),
                        )?;
                    }
                }
                self.row = self.row.saturating_add(copies);
                Ok(())
            }
            "table-cell" | "covered-table-cell" => {
                let text = self.value.take().unwrap_or_else(|| self.text.trim().to_owned());
                let (from, to) = (self.column, self.column.saturating_add(self.columns));
                self.column = to;
                if text.is_empty() {
                    return Ok(());
                }
                (from..to).try_for_each(|column| put(rows, (self.row, column), text.clone()))
            }
            _ => Ok(()),
        }
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = start.attributes();
    all.with_checks(false);
    all.filter_map(Result::ok)
        .find(|attribute| local(attribute.key.into_inner()) == name)
        .map(|attribute| attribute.value.into_owned())
}
