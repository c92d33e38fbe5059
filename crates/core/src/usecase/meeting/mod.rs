// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Meetings: plan, prepare, lead, decide.

mod decide;
mod prepare;

pub use self::{
    decide::{Decided, Ruling, decide},
    prepare::{AgendaStep, MeetingView, as_guest, change, invite, list, plan, read, upcoming},
};
