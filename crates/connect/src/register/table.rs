// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A table of the municipality itself: permits, WOZ, enforcement files, a pointer to Bibob, or an extract of a national register that
//! then need not be asked. A row is found when its cells say what was asked, whatever their capitals, spaces and signs.

use std::path::Path;

use chrono::NaiveDate;
use meldroute_core::{
    enrichment::{Address, Answer, Inquiry, Record, RegisterTrouble},
    ports::{Question, Table, TableRow},
};

use super::answer::{MOST, count, tidy};
use crate::read_table;

/// The largest file, in bytes.
const LARGEST: u64 = 64 << 20;

/// A table that is asked.
pub(super) struct Sheet(Table);

impl Sheet {
    /// The table in a file, as it is now.
    pub(super) async fn load(file: &Path) -> Result<Self, RegisterTrouble> {
        let about = tokio::fs::metadata(file).await;
        if about.map_err(|_why| RegisterTrouble::Unreachable)?.len() > LARGEST {
            return Err(RegisterTrouble::Answer);
        }
        let bytes = tokio::fs::read(file).await;
        Self::of(&bytes.map_err(|_why| RegisterTrouble::Unreachable)?)
    }

    /// The table in these bytes.
    pub(super) fn of(bytes: &[u8]) -> Result<Self, RegisterTrouble> {
        read_table(bytes)
            .map(Self)
            .map_err(|_why| RegisterTrouble::Answer)
    }

    /// What it says.
    pub(super) fn answer(&self, question: &Question, reads: bool) -> Result<Answer, RegisterTrouble> {
        let rows = self.rows(&question.inquiry)?;
        if !reads {
            return Ok(count(rows.len()));
        }
        let mut columns = Vec::new();
        for field in &question.register.fields {
            columns.push((field, self.column(field)?));
        }
        let record = |row: &&TableRow| -> Record {
            let cell = |at: usize| row.cells.get(at).and_then(|cell| tidy(cell));
            let named = columns.iter().map(|(field, at)| ((*field).clone(), cell(*at)));
            named.filter_map(|(field, cell)| Some((field, cell?))).collect()
        };
        Ok(Answer {
            records: rows.iter().take(MOST).map(record).collect(),
            more: rows.len() > MOST,
        })
    }

    fn rows(&self, inquiry: &Inquiry) -> Result<Vec<&TableRow>, RegisterTrouble> {
        let by = |name: &str, words: &str| -> Result<Vec<&TableRow>, RegisterTrouble> {
            let (column, wanted) = (self.column(name)?, asked(words)?);
            Ok(self.those(|row| cell(row, Some(column)) == wanted))
        };
        match inquiry {
            Inquiry::Place(words) => by("Adres", words),
            Inquiry::Address(address) => self.at_address(address),
            Inquiry::Citizen(bsn) => by("BSN", bsn),
            Inquiry::Company(company) => {
                let column = self.column("KvK-nummer")?;
                // Spreadsheets take away the zeros before a number.
                let same = |cell: String| !cell.is_empty() && format!("{cell:0>8}") == *company;
                Ok(self.those(|row| same(cell(row, Some(column)))))
            }
            Inquiry::CompanyName(name) => by("Naam", name),
            Inquiry::Person { surname, born } => {
                let (name, day) = (self.column("Achternaam")?, self.column("Geboortedatum")?);
                let wanted = asked(surname)?;
                Ok(self.those(|row| {
                    let written = row.cells.get(day).map_or("", String::as_str);
                    cell(row, Some(name)) == wanted && dated(written) == Some(*born)
                }))
            }
            Inquiry::Words(words) => {
                let wanted = asked(words)?;
                Ok(self.those(|row| row.cells.iter().any(|cell| bare(cell) == wanted)))
            }
            Inquiry::Residence { .. } => Err(RegisterTrouble::Refused),
        }
    }

    /// The rows of an address. Letter and addition may stand in columns of their own or behind the number.
    fn at_address(&self, address: &Address) -> Result<Vec<&TableRow>, RegisterTrouble> {
        let (postcode, number) = (self.column("Postcode")?, self.column("Huisnummer")?);
        let behind = [self.0.column("Huisletter"), self.0.column("Toevoeging")];
        let letter = address.letter.as_deref().unwrap_or_default();
        let wanted = bare(&format!(
            "{letter}{}",
            address.addition.as_deref().unwrap_or_default()
        ));
        Ok(self.those(|row| {
            let (digits, mut written) = apart(&cell(row, Some(number)));
            written.extend(behind.iter().map(|column| cell(row, *column)));
            cell(row, Some(postcode)) == bare(&address.postcode)
                && digits == address.number.to_string()
                && written == wanted
        }))
    }

    fn those(&self, wanted: impl Fn(&TableRow) -> bool) -> Vec<&TableRow> {
        self.0.rows.iter().filter(|row| wanted(row)).collect()
    }

    /// The place of a column that must be there.
    fn column(&self, name: &str) -> Result<usize, RegisterTrouble> {
        self.0.column(name).ok_or(RegisterTrouble::Answer)
    }
}

fn cell(row: &TableRow, column: Option<usize>) -> String {
    let cell = column.and_then(|column| row.cells.get(column));
    cell.map_or_else(String::new, |cell| bare(cell))
}

/// The number at the beginning, and what stands behind it.
fn apart(cell: &str) -> (String, String) {
    let digits = cell.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = cell.split_at(digits);
    (digits.to_owned(), rest.to_owned())
}

/// What is asked for. Signs alone would find each empty cell.
fn asked(words: &str) -> Result<String, RegisterTrouble> {
    Some(bare(words))
        .filter(|bare| !bare.is_empty())
        .ok_or(RegisterTrouble::Refused)
}

/// Letters and digits only, in small letters.
fn bare(words: &str) -> String {
    words
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

fn dated(written: &str) -> Option<NaiveDate> {
    let written = written.trim();
    let day = NaiveDate::parse_from_str(written, "%Y-%m-%d");
    day.or_else(|_why| NaiveDate::parse_from_str(written, "%d-%m-%Y"))
        .ok()
}
