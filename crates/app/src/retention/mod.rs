// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Keeping and destroying, as far as the program does it by itself: the nightly round, and the list of what was destroyed, which lies
//! beside the data and is asked for when a backup is restored.

mod destroyed;
mod nightly;

pub(crate) use self::{
    destroyed::{beside, read, write},
    nightly::Nightly,
};
