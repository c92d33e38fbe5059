// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Care in its own compartment: what was agreed and when, never what care.

pub(crate) mod part;
mod show;

pub(crate) use self::show::CarePath;

use crate::route::Route;

pub(crate) fn routes() -> [Route; 2] {
    show::routes()
}
