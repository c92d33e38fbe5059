// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Tables in files: comma- or semicolon-separated values, as spreadsheet programs write them, and spreadsheets themselves.

mod spreadsheet;
mod write;

pub use self::write::write_sheets;

use meldroute_core::ports::{Table, TableProblem, TableRow};

/// Reads a table. What is no text is read as spreadsheet, of which the first sheet counts. In text the separator is the one that stands most in the first line; bytes that are not UTF-8 are read as Windows-1252,
/// as Dutch spreadsheet programs still write them.
pub fn read_table(bytes: &[u8]) -> Result<Table, TableProblem> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.starts_with(b"PK\x03\x04") {
        return of_sheet(spreadsheet::read(bytes)?);
    }
    if bytes.contains(&0) {
        return Err(TableProblem::NotText);
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => std::borrow::Cow::Borrowed(text),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0,
    };
    // Remarks above the table. Below its head a line may begin with this sign in earnest, such as a number.
    let remarks: usize = text
        .split_inclusive('\n')
        .take_while(|line| line.starts_with('#'))
        .map(str::len)
        .sum();
    let (above, text) = text.split_at_checked(remarks).unwrap_or(("", &text));
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator(text))
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut table = Table::default();
    let mut counted = Lines::of(text, 1 + above.matches('\n').count() as u64);
    for record in reader.records() {
        // Text is UTF-8 by now and any number of cells is taken, so no record is refused.
        let Ok(record) = record else { continue };
        let cells: Vec<String> = record.iter().map(str::to_owned).collect();
        if cells.iter().all(String::is_empty) {
            continue;
        }
        let line = counted.line_of(&record);
        if table.columns.is_empty() {
            table.columns = cells;
        } else if cells.len() == table.columns.len() {
            table.rows.push(TableRow { line, cells });
        } else {
            return Err(TableProblem::Uneven {
                line,
                found: cells.len() as u64,
                expected: table.columns.len() as u64,
            });
        }
    }
    if table.columns.is_empty() {
        return Err(TableProblem::Empty);
    }
    Ok(table)
}

/// The table of a sheet: its first row that says something holds the names of the columns.
fn of_sheet(rows: spreadsheet::Rows) -> Result<Table, TableProblem> {
    let mut table = Table::default();
    for (line, cells) in rows {
        let width = cells.keys().max().map_or(0, |last| last + 1);
        let width = width.max(table.columns.len());
        let cells: Vec<String> = (0..width)
            .map(|column| cells.get(&column).map_or("", |text| text.trim()).to_owned())
            .collect();
        let line = line as u64;
        if table.columns.is_empty() {
            table.columns = cells;
        } else if cells.len() == table.columns.len() {
            table.rows.push(TableRow { line, cells });
        } else {
            return Err(TableProblem::Uneven {
                line,
                found: cells.len() as u64,
                expected: table.columns.len() as u64,
            });
        }
    }
    if table.columns.is_empty() {
        return Err(TableProblem::Empty);
    }
    Ok(table)
}

/// Counts lines up to where each record begins. The reader's own count stands before the blank lines that it skips.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str, line: u64) -> Self {
        let (text, at) = (text.as_bytes(), 0);
        Self { text, at, line }
    }

    fn line_of(&mut self, record: &csv::StringRecord) -> u64 {
        let byte = record.position().map_or(0, csv::Position::byte);
        let byte = usize::try_from(byte).unwrap_or(self.text.len());
        while let Some(next) = self.text.get(self.at)
            && (self.at < byte || next.is_ascii_whitespace())
        {
            self.line += u64::from(*next == b'\n');
            self.at += 1;
        }
        self.line
    }
}

fn separator(text: &str) -> u8 {
    let first = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    [b';', b',', b'\t']
        .into_iter()
        .max_by_key(|mark| {
            let times = first.bytes().filter(|byte| byte == mark).count();
            // Where none stands more than another, as in a file of one column, it does not matter.
            (times, *mark == b';')
        })
        .unwrap_or(b';')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(u64, Vec<String>)> {
        let table = read_table(text.as_bytes()).unwrap();
        table.rows.into_iter().map(|row| (row.line, row.cells)).collect()
    }

    #[test]
    fn cells_may_hold_separators_quotes_and_lines() {
        let read = rows("a;b\n\"een; twee\";\"zij zei \"\"nee\"\"\"\n\n\"regel\nregel\";x\n");
        assert_eq!(
            read,
            [
                (2, vec!["een; twee".to_owned(), "zij zei \"nee\"".to_owned()]),
                (4, vec!["regel\nregel".to_owned(), "x".to_owned()]),
            ]
        );
        assert_eq!(
            rows("a,b\r\n1,2\r\n"),
            [(2, vec!["1".to_owned(), "2".to_owned()])]
        );
    }

    #[test]
    fn older_spreadsheets_are_read() {
        let table = read_table(b"\xEF\xBB\xBFplaats\ncaf\xC3\xA9\n").unwrap();
        assert_eq!(table.rows[0].cells, ["café"]);
        let table = read_table(b"plaats\ncaf\xE9\n").unwrap();
        assert_eq!(
            (table.column(" Plaats"), table.rows[0].cells[0].as_str()),
            (Some(0), "café")
        );
    }

    #[test]
    fn remarks_above_the_head_are_no_rows_and_a_number_sign_below_it_is_text() {
        let read = rows("# over de cijfers, 2022\n# nog een\na,b\n#1,2\n");
        assert_eq!(read, [(4, vec!["#1".to_owned(), "2".to_owned()])]);
    }

    #[test]
    fn what_is_no_table_is_refused_with_its_line() {
        assert_eq!(read_table(b" \n").unwrap_err(), TableProblem::Empty);
        assert_eq!(read_table(b"PK\x03\x04...").unwrap_err(), TableProblem::NotText);
        let uneven = read_table(b"a;b\n1;2\n1;2;3\n").unwrap_err();
        assert_eq!(uneven.to_string(), "line 3: 3 cells, but there are 2 columns");
    }
}
