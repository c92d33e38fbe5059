// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Who looked, for the privacy officer: at a signal or a report, what somebody looked at, notable patterns, the yearly review; and
//! emergency openings, for who breaks the glass and for who judges it.

mod ask;
mod glass;
mod judge;
pub(crate) mod lines;
mod opened;
mod patterns;
pub(crate) mod review;
mod row;

use crate::route::Route;

pub(crate) use self::judge::GlassesPath;

pub(crate) fn routes() -> Vec<Route> {
    ask::routes()
        .into_iter()
        .chain(lines::routes())
        .chain(review::routes())
        .chain(patterns::routes())
        .chain(glass::routes())
        .chain([opened::route()])
        .chain(judge::routes())
        .collect()
}
