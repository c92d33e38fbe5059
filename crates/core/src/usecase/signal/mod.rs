// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Signals: register, link, read, act.

mod act;
mod events;
mod read;
mod register;
mod rights;

pub(crate) use self::act::done;
pub(crate) use self::events::journaled;
pub(crate) use self::read::concerns;
pub use self::{
    act::{Once, act},
    events::of as entries_of,
    read::{SignalView, StrandView, left_behind, list, numbered, own_strand, read, read_strand, work_list},
    register::{FastLane, Register, link, register, unlink},
    rights::permitted,
};
