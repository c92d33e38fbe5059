// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Rows as bytes: a line that says what it is, per table its name and columns, per row its values, at the end the number of rows.

use std::io::{self, Read, Write};

use sea_orm::Value;
use uuid::Uuid;

use super::TransferError;
use crate::schema::{Kind, TABLES, Table, version};

const MAGIC: &[u8] = b"meldroute rows 1\n";
const END: u8 = 0;
const TABLE: u8 = 1;
const ROW: u8 = 2;

/// Rows that are put into the database together, and their bytes, at most.
const PAGE: usize = 500;
const PAGE_BYTES: usize = 8 << 20;
/// The largest value: a mail with its attachments is far smaller.
const LARGEST: u64 = 1 << 30;

pub(super) fn begin(out: &mut impl Write) -> io::Result<()> {
    out.write_all(MAGIC)?;
    out.write_all(&version().to_be_bytes())
}

pub(super) fn begin_table(out: &mut impl Write, table: &Table) -> io::Result<()> {
    out.write_all(&[TABLE])?;
    bytes(out, heading(table).as_bytes())
}

/// The name of a table and of its columns.
fn heading(table: &Table) -> String {
    let columns: Vec<_> = table.columns.iter().map(|column| column.name).collect();
    format!("{}:{}", table.name, columns.join(","))
}

pub(super) fn row(out: &mut impl Write, row: &[Value]) -> io::Result<()> {
    out.write_all(&[ROW])?;
    for value in row {
        match value {
            Value::Uuid(Some(id)) => present(out, id.as_bytes()),
            Value::String(Some(text)) => present(out, &[]).and_then(|()| bytes(out, text.as_bytes())),
            Value::BigInt(Some(number)) => present(out, &number.to_be_bytes()),
            Value::Bool(Some(yes)) => present(out, &[u8::from(*yes)]),
            Value::Bytes(Some(blob)) => present(out, &[]).and_then(|()| bytes(out, blob)),
            _ => out.write_all(&[0]),
        }?;
    }
    Ok(())
}

pub(super) fn end(out: &mut impl Write, rows: u64) -> io::Result<()> {
    out.write_all(&[END])?;
    out.write_all(&rows.to_be_bytes())?;
    out.flush()
}

fn present(out: &mut impl Write, fixed: &[u8]) -> io::Result<()> {
    out.write_all(&[1])?;
    out.write_all(fixed)
}

fn bytes(out: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    out.write_all(&u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes())?;
    out.write_all(bytes)
}

/// Reads rows back.
pub(super) struct RowReader<'a, R: Read> {
    input: &'a mut R,
    table: Option<&'static Table>,
    ended: bool,
}

type Page = (&'static Table, Vec<Vec<Value>>);

impl<'a, R: Read> RowReader<'a, R> {
    /// Checks that this is an export with these tables.
    pub(super) fn begin(input: &'a mut R) -> Result<Self, TransferError> {
        let mut reader = Self {
            input,
            table: None,
            ended: false,
        };
        let magic = reader.array::<17>()?;
        if magic != MAGIC || i64::from_be_bytes(reader.array()?) != version() {
            return Err(TransferError::Format);
        }
        Ok(reader)
    }

    /// The next rows of one table; none at the end.
    pub(super) fn next_page(&mut self) -> Result<Option<Page>, TransferError> {
        let (mut page, mut size) = (Vec::new(), 0);
        while !self.ended {
            match self.array::<1>()? {
                [TABLE] => {
                    let full = std::mem::take(&mut page);
                    let next = self.heading()?;
                    let before = self.table.replace(next);
                    if let (false, Some(table)) = (full.is_empty(), before) {
                        return Ok(Some((table, full)));
                    }
                }
                [ROW] => {
                    let table = self.table.ok_or(TransferError::Format)?;
                    page.push(self.row(table, &mut size)?);
                    if page.len() == PAGE || size > PAGE_BYTES {
                        return Ok(Some((table, page)));
                    }
                }
                [END] => self.ended = true,
                _ => return Err(TransferError::Format),
            }
        }
        Ok(self.table.filter(|_| !page.is_empty()).map(|table| (table, page)))
    }

    /// Checks that nothing is missing and nothing follows.
    pub(super) fn check_end(&mut self, rows: u64) -> Result<(), TransferError> {
        let complete = u64::from_be_bytes(self.array()?) == rows;
        // A sealed file is known to be whole only when its end was read.
        if complete && self.input.read(&mut [0])? == 0 {
            Ok(())
        } else {
            Err(TransferError::Format)
        }
    }

    fn heading(&mut self) -> Result<&'static Table, TransferError> {
        let name = self.bytes()?;
        let table = TABLES.iter().find(|table| heading(table).as_bytes() == name);
        table.copied().ok_or(TransferError::Format)
    }

    fn row(&mut self, table: &Table, size: &mut usize) -> Result<Vec<Value>, TransferError> {
        let mut row = Vec::with_capacity(table.columns.len());
        for column in table.columns {
            let there = self.array::<1>()? == [1];
            row.push(match column.kind {
                Kind::Uuid => there
                    .then(|| self.array().map(Uuid::from_bytes))
                    .transpose()?
                    .into(),
                Kind::Integer => there
                    .then(|| self.array().map(i64::from_be_bytes))
                    .transpose()?
                    .into(),
                Kind::Boolean => there
                    .then(|| self.array().map(|byte| byte == [1]))
                    .transpose()?
                    .into(),
                Kind::Text => {
                    let text = there.then(|| self.bytes()).transpose()?.map(String::from_utf8);
                    text.transpose().or(Err(TransferError::Format))?.into()
                }
                Kind::Bytes => {
                    let blob = there.then(|| self.bytes()).transpose()?;
                    *size += blob.as_ref().map_or(0, Vec::len);
                    blob.into()
                }
            });
        }
        Ok(row)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], TransferError> {
        let mut array = [0; N];
        self.input.read_exact(&mut array).map_err(cut_off)?;
        Ok(array)
    }

    fn bytes(&mut self) -> Result<Vec<u8>, TransferError> {
        let length = u64::from_be_bytes(self.array()?);
        if length > LARGEST {
            return Err(TransferError::Format);
        }
        let mut bytes = Vec::new();
        let read = self.input.by_ref().take(length).read_to_end(&mut bytes)?;
        if u64::try_from(read).is_ok_and(|read| read == length) {
            Ok(bytes)
        } else {
            Err(TransferError::Format)
        }
    }
}

/// What is too short is no whole export.
fn cut_off(error: io::Error) -> TransferError {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => TransferError::Format,
        _ => error.into(),
    }
}
