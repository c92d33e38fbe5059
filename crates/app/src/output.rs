// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What commands print: lines, tables as text, JSON or CSV, and progress.

use std::{
    io::{self, IsTerminal as _, Write as _},
    time::{Duration, Instant},
};

use clap::ValueEnum;
use meldroute_core::looking::csv;

use crate::stop::Stop;

/// In which form a table is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Columns for people.
    #[default]
    Text,
    /// An array of objects.
    Json,
    /// Comma-separated values with a head line.
    Csv,
}

/// Prints a line, and lets it go at once: who reads along must see it when it is true.
pub(crate) fn line(text: &str) -> Result<(), Stop> {
    let mut out = io::stdout().lock();
    writeln!(out, "{text}")?;
    out.flush()?;
    Ok(())
}

/// Prints a line for people on standard error.
pub(crate) fn note(text: &str) {
    // Nothing is left to tell it to when standard error is closed.
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Prints a table.
pub(crate) fn table(format: Format, head: &[&str], rows: &[Vec<String>]) -> Result<(), Stop> {
    let mut out = io::stdout().lock();
    match format {
        Format::Text => out.write_all(text(head, rows).as_bytes())?,
        Format::Json => writeln!(out, "{:#}", json(head, rows))?,
        Format::Csv => {
            out.write_all(csv::line(head).as_bytes())?;
            for row in rows {
                out.write_all(csv::line(row).as_bytes())?;
            }
        }
    }
    out.flush()?;
    Ok(())
}

fn text(head: &[&str], rows: &[Vec<String>]) -> String {
    let width = |column: usize| {
        let cells = rows
            .iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.chars().count());
        cells
            .chain(head.get(column).map(|name| name.chars().count()))
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    let line = |cells: &mut dyn Iterator<Item = &str>| {
        let padded: Vec<String> = cells
            .zip(&widths)
            .map(|(cell, width)| format!("{cell:width$}"))
            .collect();
        format!("{}\n", padded.join("  ").trim_end())
    };
    let mut all = line(&mut head.iter().copied());
    for row in rows {
        all.push_str(&line(&mut row.iter().map(String::as_str)));
    }
    all
}

fn json(head: &[&str], rows: &[Vec<String>]) -> serde_json::Value {
    let object = |row: &Vec<String>| {
        let fields = head
            .iter()
            .zip(row)
            .map(|(name, cell)| ((*name).to_owned(), cell.as_str().into()));
        serde_json::Value::Object(fields.collect())
    };
    rows.iter().map(object).collect()
}

/// Progress on standard error, for what takes longer than a second: one line that is rewritten on a terminal, lines otherwise.
pub(crate) struct Progress {
    what: &'static str,
    began: Instant,
    told: Instant,
    terminal: bool,
    shown: bool,
}

impl Progress {
    /// Begins; nothing is shown yet.
    pub(crate) fn new(what: &'static str) -> Self {
        let now = Instant::now();
        Self {
            what,
            began: now,
            told: now,
            terminal: io::stderr().is_terminal(),
            shown: false,
        }
    }

    /// Tells how far it is, not too often.
    pub(crate) fn at(&mut self, done: usize) {
        let pause = if self.terminal {
            Duration::from_millis(200)
        } else {
            Duration::from_secs(5)
        };
        let quiet = self.began.elapsed() < Duration::from_secs(1) || self.told.elapsed() < pause;
        if quiet {
            return;
        }
        self.told = Instant::now();
        self.shown = true;
        if self.terminal {
            let _ = write!(io::stderr().lock(), "\r{}: {done}", self.what);
        } else {
            note(&format!("{}: {done}", self.what));
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown && self.terminal {
            note("");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other() {
        let rows = [vec!["HS-2026-0001".to_owned(), "x".to_owned()]];
        assert_eq!(
            text(&["number", "title"], &rows),
            "number        title\nHS-2026-0001  x\n"
        );
    }
}
