// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The pages: one folder per subject, one file per page, its template beside it.

pub(crate) mod audit;
mod configuration;
mod elsewhere;
mod figures;
mod partner;
pub(crate) mod people;
pub(crate) mod report;
mod search;
mod today;

use crate::route::Route;

/// Every route of every subject.
pub(crate) fn routes() -> Vec<Route> {
    [
        audit::routes(),
        configuration::routes(),
        figures::routes(),
        today::routes(),
        report::routes(),
        partner::routes(),
        search::routes(),
        people::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
