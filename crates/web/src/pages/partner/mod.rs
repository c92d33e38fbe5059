// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What a chain partner sees of their own reports.

mod own_reports;

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    vec![own_reports::route()]
}
