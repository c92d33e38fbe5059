// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Governance: what comes back on agendas and in reports, what people write for it, and its paper.

mod file;
mod list;
mod show;

pub(crate) use self::list::{AgendaPath, Line, pending};
use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    let mut routes = vec![list::route(), file::route()];
    routes.extend(show::routes());
    routes
}
