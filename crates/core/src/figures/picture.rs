// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Tables as pictures: a small one for each form, bars under each other. What is not known is hatched, and never looks like nought.

use std::fmt::Write as _;

use meldroute_estimate::disclosure::Range;

use super::{
    audience::Shown,
    note,
    table::{FigureTable, Row},
    value::Value,
};
use crate::configuration::{Configuration, text::Language};

const WIDTH: u32 = 300;
const NAMES: u32 = 118;
const BARS: u32 = 110;
const ROW: u32 = 24;
const TOP: u32 = 30;

/// A picture of each column, to stand beside the table.
pub fn panels(table: &FigureTable, configuration: &Configuration, language: Language) -> Vec<String> {
    let drawing = Drawing::of(table, configuration, language);
    let all = 0..table.forms.len();
    all.map(|column| drawing.panel(column)).collect()
}

/// Tables under each other, their columns beside each other: a picture that stands by itself.
pub fn whole(tables: &[FigureTable], configuration: &Configuration, language: Language) -> String {
    let drawings: Vec<Drawing<'_>> = tables
        .iter()
        .map(|table| Drawing::of(table, configuration, language))
        .collect();
    let columns = tables.iter().map(|table| table.forms.len()).max().unwrap_or(0);
    let width = WIDTH * u32::try_from(columns).unwrap_or(1).max(3);
    let mut inside = String::new();
    let mut y = 0;
    for drawing in &drawings {
        // Writing to a text does not fail.
        let _ = write!(
            inside,
            "<text x=\"0\" y=\"{}\" font-size=\"18\" font-weight=\"600\" fill=\"#14233c\">{}</text>",
            y + 20,
            escaped(&drawing.name())
        );
        for (column, x) in (0..drawing.table.forms.len()).zip((0..).step_by(WIDTH as usize)) {
            let panel = drawing.inside(column);
            let _ = write!(inside, "<g transform=\"translate({x} {})\">{panel}</g>", y + 30);
        }
        y += drawing.height() + 50;
    }
    let height = y + 20;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         font-family=\"Fira Sans, sans-serif\">{inside}<text x=\"0\" y=\"{}\" font-size=\"13\" fill=\"#44546a\">{}</text></svg>",
        y + 8,
        escaped(note::signs(language))
    )
}

struct Drawing<'a> {
    table: &'a FigureTable,
    configuration: &'a Configuration,
    language: Language,
    /// The number of the longest bar.
    most: u32,
}

impl<'a> Drawing<'a> {
    fn of(table: &'a FigureTable, configuration: &'a Configuration, language: Language) -> Self {
        let cells = table.rows.iter().flat_map(|row| &row.cells);
        let ends = cells.filter_map(|cell| ends(&cell.shown));
        let most = ends
            .map(|range| range.high.unwrap_or(range.low))
            .max()
            .unwrap_or(0);
        Self {
            table,
            configuration,
            language,
            most: most.max(1),
        }
    }

    fn name(&self) -> String {
        let source = note::source(self.configuration, &self.table.source, self.language);
        format!("{source}, {}", self.table.year)
    }

    fn height(&self) -> u32 {
        TOP + ROW * u32::try_from(self.table.rows.len()).unwrap_or(0) + 4
    }

    fn panel(&self, column: usize) -> String {
        let heads = self.table.heads(self.configuration, self.language);
        let head = heads.get(column).map_or("", String::as_str);
        let height = self.height();
        format!(
            "<svg class=\"panel\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-label=\"{}: {}\">{}</svg>",
            escaped(&self.name()),
            escaped(head),
            self.inside(column)
        )
    }

    fn inside(&self, column: usize) -> String {
        let heads = self.table.heads(self.configuration, self.language);
        let head = heads.get(column).map_or("", String::as_str);
        let hatch = format!("h-{}-{}-{column}", self.table.source, self.table.year);
        let mut text = format!(
            "<pattern id=\"{hatch}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path d=\"M0 0V6\" \
             stroke=\"#7a8699\" stroke-width=\"2\"/></pattern><text x=\"0\" y=\"16\" font-size=\"14\" font-weight=\"600\" fill=\"#14233c\">{}</text>",
            escaped(head)
        );
        for (row, y) in self.table.rows.iter().zip((TOP..).step_by(ROW as usize)) {
            if let Some(cell) = row.cells.get(column) {
                text.push_str(&self.bar(row, &cell.shown, &hatch, y));
            }
        }
        text
    }

    fn bar(&self, row: &Row, shown: &Shown, hatch: &str, y: u32) -> String {
        let long = |number: u32| number.min(self.most) * BARS / self.most;
        let name = note::area(self.configuration, &row.area);
        let (top, base) = (y + 4, y + 17);
        let rect = |x: u32, width: u32, fill: &str| {
            format!("<rect x=\"{x}\" y=\"{top}\" width=\"{width}\" height=\"16\" fill=\"{fill}\"/>")
        };
        let (bars, end) = match ends(shown) {
            Some(Range {
                low,
                high: Some(high),
            }) if low == high => (rect(NAMES, long(low), "#1d3f72"), long(low)),
            Some(Range { low, high }) => {
                // From the first number to the last it is one of them: lighter.
                let (low, high) = (long(low), high.map_or(BARS, long));
                let solid = rect(NAMES, low, "#1d3f72");
                let open = rect(NAMES + low, high.saturating_sub(low), "#9db4d3");
                (solid + &open, high)
            }
            None if *shown == Shown::Value(Value::OutOfScope) => (String::new(), 0),
            None => (rect(NAMES, 30, &format!("url(#{hatch})")), 30),
        };
        format!(
            "<text x=\"{}\" y=\"{base}\" font-size=\"13\" fill=\"#14233c\" text-anchor=\"end\">{}</text>{bars}<text x=\"{}\" y=\"{base}\" \
             font-size=\"13\" fill=\"#14233c\">{}</text>",
            NAMES - 8,
            escaped(&name),
            NAMES + end + 6,
            escaped(&shown.sign(self.language))
        )
    }
}

/// Between which numbers a bar ends; none where there is no number.
fn ends(shown: &Shown) -> Option<Range> {
    match shown {
        Shown::Value(Value::Between { low, high }) => Some(Range {
            low: *low,
            high: Some(*high),
        }),
        Shown::Rounded(number) => Some(Range::exactly(*number)),
        other => other.tells(),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
