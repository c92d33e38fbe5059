// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What was undertaken for the plan: trainings, campaigns, lessons, leaflets, agreements.

pub(crate) mod form;
pub(crate) mod list;

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    let mut routes = vec![list::route()];
    routes.extend(form::routes());
    routes
}
