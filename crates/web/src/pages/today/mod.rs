// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Today: the work list of whoever is logged in, and what stands beside it.

mod line;
mod list;
mod news;
mod side;

pub(crate) use self::list::TodayPath;
use crate::route::{self, Route, Who};

pub(crate) fn routes() -> Vec<Route> {
    vec![route::get::<TodayPath, _, _>(Who::LoggedIn, list::today)]
}
