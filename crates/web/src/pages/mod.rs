// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The pages: one folder per subject, one file per page, its template beside it.

pub(crate) mod audit;
mod configuration;
mod figures;
pub(crate) mod people;

use crate::route::Route;

/// Every route of every subject.
pub(crate) fn routes() -> Vec<Route> {
    [
        audit::routes(),
        configuration::routes(),
        figures::routes(),
        people::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
