// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reporting with one's own account, and what became of it: for officials, enforcement officers and chain partners.

pub(crate) mod form;
mod indicators;
mod list;
pub(crate) mod show;
mod words;

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    let mut routes = vec![list::route()];
    routes.extend(form::routes());
    routes.extend(show::routes());
    routes
}
