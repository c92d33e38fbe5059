// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Tables that somebody brings in a file, such as a batch of tips.

use serde::{Deserialize, Serialize};

/// Reads and writes tables.
pub trait Tables: Send + Sync {
    /// The rows of a file in comma- or semicolon-separated values (RFC 4180), in UTF-8 or Windows-1252, or of the first sheet of a spreadsheet
    /// (XLSX, ODS).
    fn read(&self, bytes: &[u8]) -> Result<Table, TableProblem>;
    /// Sheets as a file; none where it could not be written.
    fn write(&self, sheets: &[Sheet], kind: SheetKind) -> Option<Vec<u8>>;
}

/// A sheet of a spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its rows.
    pub rows: Vec<Vec<SheetCell>>,
}

/// A cell of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetCell {
    /// Words, never carried out.
    Text(String),
    /// A number with which a spreadsheet can compute.
    Number(u32),
}

/// A kind of spreadsheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetKind {
    /// Office Open XML.
    Xlsx,
    /// OpenDocument.
    Ods,
}

/// A table as it stands in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Names of the columns, from the first row.
    pub columns: Vec<String>,
    /// The rows below it.
    pub rows: Vec<TableRow>,
}

/// A row of a table. It has as many cells as the table has columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableRow {
    /// The line of the file on which it begins, counted from 1.
    pub line: u64,
    /// Its cells.
    pub cells: Vec<String>,
}

/// Why a file is no table. Holds no content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TableProblem {
    /// There is nothing in it.
    #[error("the file is empty; expected a row with the names of the columns")]
    Empty,
    /// It is neither text nor a spreadsheet.
    #[error("the file is no table; save it as CSV, XLSX or ODS first")]
    NotText,
    /// It unpacks to more than a table.
    #[error("the file is too large for a table")]
    TooLarge,
    /// A row has another number of cells than there are columns.
    #[error("line {line}: {found} cells, but there are {expected} columns")]
    Uneven {
        /// The line.
        line: u64,
        /// How many cells it has.
        found: u64,
        /// How many columns there are.
        expected: u64,
    },
}

impl Table {
    /// The place of the first column with a name, whatever its capitals.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns_of(name).next()
    }

    /// The places of the columns with a name, whatever its capitals.
    pub fn columns_of(&self, name: &str) -> impl Iterator<Item = usize> {
        let wanted = name.trim().to_lowercase();
        let columns = self.columns.iter().enumerate();
        columns
            .filter(move |(_, column)| column.trim().to_lowercase() == wanted)
            .map(|(place, _)| place)
    }
}
