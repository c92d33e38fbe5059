// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Searching. Words are personal data: they travel in the body of a form, never in an address.

mod find;

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    find::routes().into()
}
