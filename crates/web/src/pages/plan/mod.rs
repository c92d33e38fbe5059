// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The plan: a year by quarters, a page for each pillar, and a page for each action.

pub(crate) mod action;
mod pillar;
pub(crate) mod year;

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    let mut routes = vec![year::route(), pillar::route()];
    routes.extend(action::routes());
    routes
}
