// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! One question, for who has the link to it.

mod answer;

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    answer::routes().into()
}
