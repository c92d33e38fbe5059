// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What anybody may read without an account, in four languages: where to report, and the public form. No cookie, no session, nothing from elsewhere.

pub(crate) mod code;
pub(crate) mod frame;
pub(crate) mod municipalities;
mod posted;
pub(crate) mod tell;
pub(crate) mod tongue;
pub(crate) mod where_to;
pub(crate) mod wrong;

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    municipalities::routes()
        .into_iter()
        .chain(where_to::routes())
        .chain(tell::routes())
        .chain(code::routes())
        .collect()
}
