// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Requests of data subjects: the list, one request, its passages, and what is given.

mod bundle;
mod bundle_paper;
mod enter;
mod list;
mod place;
pub(crate) mod show;

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    [list::route()]
        .into_iter()
        .chain(enter::routes())
        .chain(show::routes())
        .chain(place::routes())
        .chain(bundle::routes())
        .collect()
}
