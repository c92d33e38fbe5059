// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Meetings: which there are, the agenda of one, and the sitting itself.

pub(crate) mod agenda;
pub(crate) mod aside;
pub(crate) mod brought;
mod card;
pub(crate) mod day;
pub(crate) mod decide;
pub(crate) mod hold_over;
pub(crate) mod invite;
pub(crate) mod list;
mod minutes;
pub(crate) mod partners;
pub(crate) mod print;
pub(crate) mod stand;
pub(crate) mod table;

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    let pages = [
        list::routes(),
        agenda::routes(),
        invite::routes(),
        decide::routes(),
        day::routes(),
        table::routes(),
        aside::routes(),
        brought::routes(),
        partners::routes(),
    ];
    let mut routes: Vec<Route> = pages.into_iter().flatten().collect();
    routes.extend(print::routes());
    routes.extend([hold_over::route(), stand::route()]);
    routes
}
