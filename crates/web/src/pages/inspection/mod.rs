// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Inspections: the plan and who goes along, from the signal; the card and the findings, on the street.

mod follow_up;
mod invite;
pub(crate) mod part;
mod photo;
mod plan;
mod street;

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    let mut routes = vec![photo::route()];
    routes.extend(plan::routes());
    routes.extend(invite::routes());
    routes.extend(follow_up::routes());
    routes.extend(street::routes());
    routes
}
