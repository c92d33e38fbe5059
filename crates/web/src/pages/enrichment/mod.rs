// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Questions to sources: which there are and what they were asked, a new question, one question with its answer, and the gates that
//! nobody has decided yet.

mod ask;
pub(crate) mod gates;
mod inquiry;
pub(crate) mod show;
pub(crate) mod sources;
pub(crate) mod wording;

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    let mut routes = vec![sources::route(), gates::route()];
    routes.extend(ask::routes());
    routes.extend(show::routes());
    routes
}
