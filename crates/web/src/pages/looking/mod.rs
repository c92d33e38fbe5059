// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Who looked, for the privacy officer: at a signal or a report, what somebody looked at, and the yearly review.

mod ask;
pub(crate) mod lines;
pub(crate) mod review;
mod row;

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    ask::routes()
        .into_iter()
        .chain(lines::routes())
        .chain(review::routes())
        .collect()
}
