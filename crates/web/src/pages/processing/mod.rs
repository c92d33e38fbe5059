// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What personal data are processed for: the register (AVG art. 30), the log that points at it, and what policy decided.

pub(crate) mod decisions;
pub(crate) mod log;
pub(crate) mod register;

use crate::route::Route;

pub(crate) fn routes() -> Vec<Route> {
    let [day, person] = log::routes();
    vec![register::route(), day, person, decisions::route()]
}
