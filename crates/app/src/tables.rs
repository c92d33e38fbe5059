// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The port for tables in files, on the crate that reads them.

use meldroute_connect::{read_table, write_sheets};
use meldroute_core::ports::{Sheet, SheetKind, Table, TableProblem, Tables};

/// Reads tables in files.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FileTables;

impl Tables for FileTables {
    fn read(&self, bytes: &[u8]) -> Result<Table, TableProblem> {
        read_table(bytes)
    }

    fn write(&self, sheets: &[Sheet], kind: SheetKind) -> Option<Vec<u8>> {
        write_sheets(sheets, kind)
    }
}
