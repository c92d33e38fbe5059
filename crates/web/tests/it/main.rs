// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The pages as a browser sees them.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::too_many_lines,
    reason = "what is not there fails the test, and a test tells its story at its own length"
)]

mod testkit;

mod archive;
mod audit;
mod brought;
mod care;
mod claims;
mod consult;
mod dpia;
mod figures;
mod files;
mod gate;
mod glass;
mod governance;
mod headers;
mod holds;
mod inbox;
mod inspections;
mod limits;
mod links;
mod log_in;
mod looking;
mod mail;
mod mailboxes;
mod meetings;
mod others;
mod own_reports;
mod patterns;
mod people;
mod plan;
mod plan_records;

mod public_form;
mod public_room;
mod queries;
mod questions;
mod reads;
mod records;
mod records_at_a_step;
mod requests_go;
mod retention;
mod retention_at_random;
mod routes;
mod sharing;
mod signal_acts;
mod signals;
mod sources;
mod strands;
mod table;
mod tasks;
mod texts;
mod tips;
mod today;
mod triage;
mod type_in;
mod where_to_report;
