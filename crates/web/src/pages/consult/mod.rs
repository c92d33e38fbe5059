// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Asking the contact officer for advice, without making a report.

mod ask;
mod list;
pub(crate) mod show;

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    let mut routes = vec![list::route()];
    routes.extend(ask::routes());
    routes.extend(show::routes());
    routes
}
