// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The journal: who did what and who looked at what, and the proof that nobody changed it.

pub(crate) mod journal;
pub(crate) mod verify;
pub(crate) mod wording;

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    vec![journal::route(), verify::route()]
}
