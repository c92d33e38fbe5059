// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The DPIA: how each question stands, answering them, and giving it out.

mod answer;
mod file;
pub(crate) mod show;

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    let mut routes = vec![show::route(), file::route()];
    routes.extend(answer::routes());
    routes
}
