// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Pictures of a paper: bars under each other, and how the plan stands per pillar. Colours are never alone: each piece has its number, and a
//! table stands beside it.

use std::fmt::Write as _;

use super::told::cell;
use crate::{
    figures::{
        audience::Shown,
        picture::{INK, OPEN, SOLID, Widths, bar, escaped, hatched, longest, stand_alone},
    },
    plan::State,
};

const WIDTHS: Widths = Widths {
    names: 170,
    bars: 380,
    whole: 640,
};
const ROW: u32 = 30;
/// White, for numbers on dark pieces.
const PAPER: &str = "#ffffff";

/// Bars under each other.
pub(super) fn bars(rows: &[(String, Shown)]) -> String {
    let most = longest(rows.iter().map(|(_, shown)| shown));
    let mut inside = hatched("niet-bekend");
    let mut y = 0;
    for (name, shown) in rows {
        inside.push_str(&bar(
            (name, shown, &cell(shown)),
            most,
            WIDTHS,
            ("niet-bekend", y),
        ));
        y += ROW;
    }
    stand_alone(WIDTHS.whole, y.max(ROW), &inside)
}

/// How things of a plan stand, in the order of the pieces of a row.
pub(super) const STATES: [State; 5] = [State::Done, State::Runs, State::Late, State::Near, State::Ahead];

/// A row for each pillar: how many things stand how, as pieces beside each other.
pub(super) fn pillars(rows: &[(String, [u32; 5])], legend: &[&str; 5]) -> String {
    let sum = |counts: &[u32; 5]| counts.iter().sum::<u32>();
    let most = rows
        .iter()
        .map(|(_, counts)| sum(counts))
        .max()
        .unwrap_or(0)
        .max(1);
    let mut inside = String::new();
    let mut y = 0;
    for (name, counts) in rows {
        let (top, base) = (y + 3, y + 19);
        // Writing to a text does not fail.
        let _ = write!(
            inside,
            "<text x=\"{}\" y=\"{base}\" font-size=\"13\" fill=\"{INK}\" text-anchor=\"end\">{}</text>",
            WIDTHS.names - 8,
            escaped(name)
        );
        let mut x = WIDTHS.names;
        for (state, count) in STATES.into_iter().zip(counts) {
            let width = count * (WIDTHS.whole - WIDTHS.names) / most;
            if width > 0 {
                inside.push_str(&piece(state, (x, top, width, 22)));
                let _ = write!(
                    inside,
                    "<text x=\"{}\" y=\"{base}\" font-size=\"13\" font-weight=\"600\" fill=\"{}\" text-anchor=\"middle\">{count}</text>",
                    x + width / 2,
                    colours(state).1
                );
            }
            x += width;
        }
        y += ROW;
    }
    let mut x = WIDTHS.names;
    for (state, words) in STATES.into_iter().zip(legend) {
        inside.push_str(&piece(state, (x, y + 10, 14, 14)));
        let _ = write!(
            inside,
            "<text x=\"{}\" y=\"{}\" font-size=\"12\" fill=\"{INK}\">{}</text>",
            x + 19,
            y + 21,
            escaped(words)
        );
        x += 92;
    }
    stand_alone(WIDTHS.whole, y + 28, &inside)
}

/// The ground of a piece, and its number.
fn colours(state: State) -> (&'static str, &'static str) {
    match state {
        State::Done => (SOLID, PAPER),
        State::Runs => (OPEN, INK),
        State::Late => ("#a3160f", PAPER),
        State::Near => ("#f2c14e", INK),
        State::Ahead => ("#e6eaf0", INK),
    }
}

fn piece(state: State, (x, y, width, height): (u32, u32, u32, u32)) -> String {
    format!(
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{}\" stroke=\"{PAPER}\" stroke-width=\"2\"/>",
        colours(state).0
    )
}
