// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Keeping and destroying: what is due, who approves, what is held, and the certificates.

mod approve;
mod certificate;
mod certificate_paper;
pub(crate) mod fate;
pub(crate) mod hold;
mod keep;
pub(crate) mod list;
mod overview;

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    let mut routes = vec![
        overview::route(),
        list::route(),
        certificate::route(),
        certificate_paper::route(),
    ];
    routes.extend(approve::routes());
    routes.extend(keep::routes());
    routes.extend(hold::routes());
    routes
}
