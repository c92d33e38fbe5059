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

const ROW: u32 = 24;
const TOP: u32 = 30;
/// The colour of words.
pub(crate) const INK: &str = "#14233c";
/// What is certain.
pub(crate) const SOLID: &str = "#1d3f72";
/// What may be.
pub(crate) const OPEN: &str = "#9db4d3";

/// How the width of a small picture is shared: names, bars, and room for the number at the end of the longest bar.
#[derive(Clone, Copy)]
pub(crate) struct Widths {
    pub(crate) names: u32,
    pub(crate) bars: u32,
    pub(crate) whole: u32,
}

const SCREEN: Widths = Widths {
    names: 118,
    bars: 110,
    whole: 300,
};
/// On paper three stand beside each other and can still be read.
const PAPER: Widths = Widths {
    names: 114,
    bars: 78,
    whole: 250,
};

/// A picture of each column, to stand beside the table.
pub fn panels(table: &FigureTable, configuration: &Configuration, language: Language) -> Vec<String> {
    let drawing = Drawing::of(table, configuration, language, SCREEN);
    let all = 0..table.forms.len();
    all.map(|column| drawing.panel(column)).collect()
}

/// The columns of a table beside each other, to stand above it on paper.
pub fn across(table: &FigureTable, configuration: &Configuration, language: Language) -> String {
    let drawing = Drawing::of(table, configuration, language, PAPER);
    let width = PAPER.whole * 3;
    let mut inside = String::new();
    let mut height = 0;
    // Three in a row.
    for (at, column) in (0_u32..).zip(0..table.forms.len()) {
        let (x, y) = (at % 3 * PAPER.whole, at / 3 * (drawing.height() + 16));
        height = y + drawing.height();
        // Writing to a text does not fail.
        let _ = write!(
            inside,
            "<g transform=\"translate({x} {y})\">{}</g>",
            drawing.inside(column)
        );
    }
    stand_alone(width, height, &inside)
}

/// A picture that stands by itself.
pub(crate) fn stand_alone(width: u32, height: u32, inside: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         font-family=\"Fira Sans, sans-serif\">{inside}</svg>"
    )
}

/// Tables under each other, their columns beside each other: a picture that stands by itself.
pub fn whole(tables: &[FigureTable], configuration: &Configuration, language: Language) -> String {
    let drawings: Vec<Drawing<'_>> = tables
        .iter()
        .map(|table| Drawing::of(table, configuration, language, SCREEN))
        .collect();
    let columns = tables.iter().map(|table| table.forms.len()).max().unwrap_or(0);
    let width = SCREEN.whole * u32::try_from(columns).unwrap_or(1).max(3);
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
        for (column, x) in (0..drawing.table.forms.len()).zip((0..).step_by(SCREEN.whole as usize)) {
            let panel = drawing.inside(column);
            let _ = write!(inside, "<g transform=\"translate({x} {})\">{panel}</g>", y + 30);
        }
        y += drawing.height() + 50;
    }
    let _ = write!(
        inside,
        "<text x=\"0\" y=\"{}\" font-size=\"13\" fill=\"#44546a\">{}</text>",
        y + 8,
        escaped(note::signs(language))
    );
    stand_alone(width, y + 20, &inside)
}

struct Drawing<'a> {
    table: &'a FigureTable,
    configuration: &'a Configuration,
    language: Language,
    /// The number of the longest bar.
    most: u32,
    widths: Widths,
}

impl<'a> Drawing<'a> {
    fn of(
        table: &'a FigureTable,
        configuration: &'a Configuration,
        language: Language,
        widths: Widths,
    ) -> Self {
        let cells = table.rows.iter().flat_map(|row| &row.cells);
        let most = longest(cells.map(|cell| &cell.shown));
        Self {
            table,
            configuration,
            language,
            most,
            widths,
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
        let (width, height) = (self.widths.whole, self.height());
        format!(
            "<svg class=\"panel\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{}: {}\">{}</svg>",
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
            "{}<text x=\"0\" y=\"16\" font-size=\"14\" font-weight=\"600\" fill=\"{INK}\">{}</text>",
            hatched(&hatch),
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
        let name = note::area(self.configuration, &row.area);
        let sign = shown.sign(self.language);
        bar((&name, shown, &sign), self.most, self.widths, (hatch, y))
    }
}

/// The number of the longest bar.
pub(crate) fn longest<'a, I: Iterator<Item = &'a Shown>>(all: I) -> u32 {
    let ends = all.filter_map(ends);
    let most = ends.map(|range| range.high.unwrap_or(range.low)).max();
    most.unwrap_or(0).max(1)
}

/// The pattern of what is not known.
pub(crate) fn hatched(id: &str) -> String {
    format!(
        "<pattern id=\"{id}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path d=\"M0 0V6\" \
         stroke=\"#7a8699\" stroke-width=\"2\"/></pattern>"
    )
}

/// A bar with its name before it and its number after it. From the first number that it may be to the last it is lighter.
pub(crate) fn bar(
    (name, shown, sign): (&str, &Shown, &str),
    most: u32,
    widths: Widths,
    (hatch, y): (&str, u32),
) -> String {
    let Widths {
        names, bars: room, ..
    } = widths;
    let long = |number: u32| number.min(most) * room / most;
    let (top, base) = (y + 4, y + 17);
    let rect = |x: u32, width: u32, fill: &str| {
        format!("<rect x=\"{x}\" y=\"{top}\" width=\"{width}\" height=\"16\" fill=\"{fill}\"/>")
    };
    let (bars, end) = match ends(shown) {
        Some(Range {
            low,
            high: Some(high),
        }) if low == high => (rect(names, long(low), SOLID), long(low)),
        Some(Range { low, high }) => {
            let (low, high) = (long(low), high.map_or(room, long));
            let solid = rect(names, low, SOLID);
            let open = rect(names + low, high.saturating_sub(low), OPEN);
            (solid + &open, high)
        }
        None if *shown == Shown::Value(Value::OutOfScope) => (String::new(), 0),
        None => (rect(names, 30, &format!("url(#{hatch})")), 30),
    };
    format!(
        "<text x=\"{}\" y=\"{base}\" font-size=\"13\" fill=\"{INK}\" text-anchor=\"end\">{}</text>{bars}<text x=\"{}\" y=\"{base}\" \
         font-size=\"13\" fill=\"{INK}\">{}</text>",
        names - 8,
        escaped(name),
        names + end + 6,
        escaped(sign)
    )
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

pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
