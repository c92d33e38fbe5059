// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Sharing: may I share this, the minimised pack, marks on items, and the table of rules.

mod answer;
pub(crate) mod ask;
pub(crate) mod mark;
pub(crate) mod matrix;
mod pack;
mod pack_paper;
mod release;

pub(crate) use self::{answer::label, release::conditions};

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    let pages = [ask::routes(), mark::routes()];
    let mut routes: Vec<Route> = pages.into_iter().flatten().collect();
    routes.extend(pack::routes());
    routes.extend([pack_paper::route(), release::route(), matrix::route()]);
    routes
}
