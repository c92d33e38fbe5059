// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Figures: what is counted, honestly. Our own route on one page, what sources counted on another.

mod file;
mod flow;
mod import;
mod overview;
mod picture;
mod small;
mod sources;

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    let mut routes = vec![overview::route(), flow::route(), sources::route(), file::route()];
    routes.extend(import::routes());
    routes
}
