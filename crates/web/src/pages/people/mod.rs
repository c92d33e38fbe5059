// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Logging in and out, one's own account, and the people of the municipality.

mod account;
mod add;
mod change;
mod disable;
mod feed;
mod grants;
mod link;
mod list;
pub(crate) mod log_in;
mod log_in_demo;
mod log_out;
mod mail;
mod reset;
mod set_up;
mod start;

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    let mut routes = vec![
        start::route(),
        log_out::route(),
        log_in_demo::route(),
        list::route(),
        reset::route(),
        mail::route(),
    ];
    for page in [
        log_in::routes(),
        account::routes(),
        set_up::routes(),
        add::routes(),
        change::routes(),
        disable::routes(),
        feed::routes(),
    ] {
        routes.extend(page);
    }
    routes
}
