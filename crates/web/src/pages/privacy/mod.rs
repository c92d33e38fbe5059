// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The doors of the privacy officer.

mod start;

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    vec![start::route()]
}
