// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The table of what was measured, beside the targets.

use std::{fmt, time::Duration};

use crate::pages::Measured;

/// A row: what, its target, and the value on each database.
struct Row {
    what: &'static str,
    target: &'static str,
    values: Vec<String>,
}

/// The table.
#[derive(Default)]
pub(crate) struct Table {
    databases: Vec<&'static str>,
    rows: Vec<Row>,
}

impl Table {
    /// Adds the column of a database: what was measured at each size, and the registrations a second.
    pub(crate) fn add(&mut self, name: &'static str, measured: &[Measured], rate: f64) {
        let [small, middle, large] = measured else {
            panic!("three sizes are measured");
        };
        self.databases.push(name);
        let list = "work list of 50, CPU a request, 100,000 signals";
        self.row(list, "2 ms", milliseconds(large.list));
        let deep = "the last page of that list, the 2,000th";
        self.row(deep, "as the first", milliseconds(large.last_list));
        let page = "one signal's page, CPU a request, 100,000";
        self.row(page, "0.6 ms", milliseconds(large.signal));
        self.row(
            "search, CPU a request, 100,000",
            "5 ms",
            milliseconds(large.search),
        );
        let links = "a new report's page with its links, CPU, 100,000";
        self.row(links, "5 ms", milliseconds(large.links));
        let registrations = "durable registrations a second, 16 clients";
        self.row(registrations, "2,000", format!("{rate:.0}"));
        let list = format!("{:.2}", large.list / small.list);
        self.row("list: cost at 100,000 to that at 1,000", "1.3", list);
        let page = format!("{:.2}", large.signal / small.signal);
        self.row("page: cost at 100,000 to that at 1,000", "1.3", page);
        let first = format!("{} ms", large.first_page.as_millis());
        self.row("first page after start, 100,000", "300 ms", first);
        self.row("memory with 10,000 signals", "80 MiB", mebibytes(middle.memory));
        self.row("memory with 100,000 signals", "400 MiB", mebibytes(large.memory));
    }

    /// Adds how long a journal of a million entries takes to verify.
    pub(crate) fn add_journal(&mut self, verified: Duration) {
        let what = "audit verify of a million entries";
        self.row(what, "5 s", format!("{:.1} s", verified.as_secs_f64()));
    }

    /// Adds how long the page of notable looks takes, of the longest period, in which all 10,000 signals were made.
    pub(crate) fn add_patterns(&mut self, shown: Duration) {
        let what = "patterns of looking, 93 days, 10,000 signals";
        self.row(what, "10 s", format!("{:.1} s", shown.as_secs_f64()));
    }

    /// Adds what the links of a new report cost among a million signals.
    pub(crate) fn add_million(&mut self, links: f64) {
        let what = "a new report's page with its links, CPU, a million";
        self.row(what, "10 ms", milliseconds(links));
    }

    fn row(&mut self, what: &'static str, target: &'static str, value: String) {
        match self.rows.iter_mut().find(|row| row.what == what) {
            Some(row) => row.values.push(value),
            None => self.rows.push(Row {
                what,
                target,
                values: vec![value],
            }),
        }
    }
}

fn milliseconds(value: f64) -> String {
    format!("{value:.2} ms")
}

fn mebibytes(value: f64) -> String {
    format!("{value:.0} MiB")
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:52} {:>12} {}",
            "",
            "target",
            columns(&mut self.databases.iter().copied())
        )?;
        for row in &self.rows {
            writeln!(
                f,
                "{:52} {:>12} {}",
                row.what,
                row.target,
                columns(&mut row.values.iter().map(String::as_str))
            )?;
        }
        f.write_str("CPU is that of the meldroute process; a PostgreSQL server beside it is not counted.")
    }
}

fn columns(cells: &mut dyn Iterator<Item = &str>) -> String {
    cells
        .map(|cell| format!("{cell:>12}"))
        .collect::<Vec<_>>()
        .join(" ")
}
