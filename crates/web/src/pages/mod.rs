// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The pages: one folder per subject, one file per page, its template beside it.

pub(crate) mod people;

use crate::route::Route;

/// Every route of every subject.
pub(crate) fn routes() -> Vec<Route> {
    [people::routes()].into_iter().flatten().collect()
}
