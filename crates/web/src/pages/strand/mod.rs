// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What somebody got to do, and nothing else of the signal: a task, an inspection, a hand-over, a request for care.

pub(crate) mod own;
pub(crate) mod show;

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    let mut routes = vec![own::route()];
    routes.extend(show::routes());
    routes
}
