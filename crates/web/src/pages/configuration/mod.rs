// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The configuration of the municipality.

mod show;

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    vec![show::route()]
}
