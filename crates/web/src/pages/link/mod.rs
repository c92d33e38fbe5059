// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What may belong together: suggested with the fact, linked or kept apart by a person; and whether a neighbour knows it, too.

mod answer;
pub(crate) mod elsewhere;
pub(crate) mod together;

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    let mut routes = Vec::from(answer::routes());
    routes.extend(elsewhere::routes());
    routes
}
