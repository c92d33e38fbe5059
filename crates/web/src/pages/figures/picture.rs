// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The flow of the route as a picture: steps from top to bottom, bands between them as wide as signals went that way. Bands that pass a step
//! by run on the right; those that lead back run on the left.

use meldroute_core::{
    flow::{Flow, To},
    id::StepId,
    signal::stage::Confirmation,
};

/// All sizes are in units of the picture, which is 480 wide.
const MIDDLE: u64 = 240;
const ROW: u64 = 96;
const TOP: u64 = 34;
const BAR: u64 = 12;
const WIDEST: u64 = 120;
const NARROWEST: u64 = 24;
/// How far a band that passes steps by swings out, and how much further for each step more.
const SWING: u64 = 90;
const FURTHER: u64 = 26;

/// A step, or an end.
pub(super) struct Bar {
    pub(super) x: u64,
    pub(super) y: u64,
    pub(super) width: u64,
    pub(super) height: u64,
    pub(super) middle: u64,
    pub(super) name_y: u64,
    pub(super) name: String,
}

/// Signals that went from one to another.
pub(super) struct Band {
    pub(super) path: String,
    pub(super) width: u64,
    pub(super) back: bool,
    pub(super) count: u64,
    pub(super) label_x: u64,
    pub(super) label_y: u64,
}

pub(super) struct Picture {
    pub(super) height: u64,
    pub(super) bars: Vec<Bar>,
    pub(super) bands: Vec<Band>,
}

/// Where a band begins or ends.
#[derive(Clone, Copy)]
struct Point {
    x: u64,
    row: u64,
}

impl Picture {
    /// Draws the flow, its steps in this order, with their names.
    pub(super) fn draw(
        flow: &Flow,
        order: &[StepId],
        step_name: impl Fn(&StepId) -> String,
        end_name: impl Fn(&To) -> String,
    ) -> Self {
        let most = flow
            .steps
            .values()
            .map(|step| step.visits)
            .max()
            .unwrap_or(1)
            .max(1);
        let scaled = |count: u64| (count * WIDEST / most).max(2);
        let row = |id: &StepId| order.iter().position(|step| step == id).map(|row| row as u64);
        let ends: Vec<To> = Confirmation::AT_CLOSING.map(To::End).to_vec();
        let last = order.len() as u64;
        let point = |to: &To| match to {
            To::Step(step) => row(step).map(|row| Point { x: MIDDLE, row }),
            To::End(_) => {
                let place = ends.iter().position(|end| end == to)? as u64;
                Some(Point {
                    x: 80 + 160 * place,
                    row: last,
                })
            }
        };
        let mut bars: Vec<Bar> = order
            .iter()
            .filter_map(|id| {
                let visits = flow.steps.get(id)?.visits;
                Some(bar(point(&To::Step(id.clone()))?, scaled(visits), step_name(id)))
            })
            .collect();
        for end in &ends {
            let closed = flow.moves.iter().filter(|((_, to), _)| to == end);
            let closed: u64 = closed.map(|(_, times)| times).sum();
            bars.extend(point(end).map(|at| bar(at, scaled(closed), end_name(end))));
        }
        let bands = flow.moves.iter().filter_map(|((from, to), times)| {
            let from = Point {
                x: MIDDLE,
                row: row(from)?,
            };
            Some(band(from, point(to)?, *times, scaled(*times)))
        });
        Self {
            height: TOP + last * ROW + 30,
            bands: bands.collect(),
            bars,
        }
    }
}

fn bar(at: Point, width: u64, name: String) -> Bar {
    let width = width.max(NARROWEST);
    let y = TOP + at.row * ROW;
    Bar {
        x: at.x - width / 2,
        y,
        width,
        height: BAR,
        middle: at.x,
        name_y: y - 8,
        name,
    }
}

fn band(from: Point, to: Point, count: u64, width: u64) -> Band {
    let (start, end) = (TOP + from.row * ROW, TOP + to.row * ROW);
    let half = u64::midpoint(start, end);
    let back = to.row <= from.row;
    if !back && to.row == from.row + 1 {
        let (y, below) = (start + BAR, end - 22);
        let bend = u64::midpoint(y, below);
        return Band {
            path: format!(
                "M{} {y}C{} {bend} {} {bend} {} {below}",
                from.x, from.x, to.x, to.x
            ),
            width,
            back,
            count,
            label_x: u64::midpoint(from.x, to.x) + width / 2 + 14,
            label_y: bend + 4,
        };
    }
    let swing = SWING + FURTHER * (from.row.abs_diff(to.row)).saturating_sub(1);
    let side = |x: u64| if back { x.saturating_sub(swing) } else { x + swing };
    let middle = BAR / 2;
    Band {
        path: format!(
            "M{} {}C{} {} {} {} {} {}",
            from.x,
            start + middle,
            side(from.x),
            start + middle,
            side(to.x),
            end + middle,
            to.x,
            end + middle
        ),
        width,
        back,
        count,
        label_x: if back {
            side(from.x).saturating_sub(width / 2) + swing / 4 - 14
        } else {
            side(u64::midpoint(from.x, to.x)) - swing / 4 + width / 2 + 14
        },
        label_y: half + middle + 4,
    }
}
