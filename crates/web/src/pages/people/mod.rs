// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Logging in and out, one's own account, and the people of the municipality.

mod account;
pub(crate) mod log_in;
mod log_in_demo;
mod log_out;
mod start;

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    let mut routes = vec![start::route(), log_out::route(), log_in_demo::route()];
    routes.extend(log_in::routes());
    routes.extend(account::routes());
    routes
}
