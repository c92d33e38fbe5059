// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Meetings: which there are, the agenda of one, and the sitting itself.

pub(crate) mod agenda;
mod card;
pub(crate) mod decide;
pub(crate) mod hold_over;
pub(crate) mod invite;
pub(crate) mod list;
pub(crate) mod print;

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    let pages = [
        list::routes(),
        agenda::routes(),
        invite::routes(),
        decide::routes(),
    ];
    let mut routes: Vec<Route> = pages.into_iter().flatten().collect();
    routes.extend(print::routes());
    routes.extend([hold_over::route()]);
    routes
}
