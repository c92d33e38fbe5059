// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! People: log in and out, set an account up; and for the administrator: add, change, close.

mod colleagues;
mod feed;
mod log_in;
mod manage;

pub(crate) use self::colleagues::check_chosen;
pub use self::{
    colleagues::{Colleague, colleagues},
    feed::{feed, set_feed},
    log_in::{
        Access, LogIn, SHORTEST_PASSWORD, SetUp, current, invited, log_in, log_in_without_password, log_out,
        set_up,
    },
    manage::{AddPerson, add, change_mail, change_roles, disable, list, reset, set_language},
};
