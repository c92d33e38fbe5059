// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Figures: what is counted, honestly.

mod flow;
mod overview;
mod picture;
mod small;

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    vec![overview::route(), flow::route()]
}
