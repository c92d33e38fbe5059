// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A question of the municipality about somebody else's report: for who has the link to it, and for a partner with an account.

mod answer;
pub(crate) mod asked;

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    let mut routes = Vec::from(answer::routes());
    routes.extend(asked::routes());
    routes
}
