// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Meetings: plan, prepare, lead, decide.

mod brought;
mod calendar;
mod decide;
mod prepare;
mod table;

pub use self::{
    brought::{Brought, bring, read_brought, reply},
    calendar::{cancel, move_to, reinstate},
    decide::{Decided, Ruling, decide},
    prepare::{AgendaStep, MeetingView, as_guest, change, invite, list, plan, read, stand, upcoming},
    table::{Table, attend, substitute, table},
};
