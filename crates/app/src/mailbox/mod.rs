// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The shared mailboxes: their settings, a round through one, and the task that goes on with it as long as the program runs.

mod health;
mod round;
mod settings;
mod watch;

pub(crate) use self::{
    health::Healths,
    round::{Trouble, Visit, visit},
    settings::MailboxSettings,
    watch::{Watched, watch, watched},
};
