// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The pages as a browser sees them.

mod testkit;

mod audit;
mod figures;
mod headers;
mod inbox;
mod log_in;
mod people;
mod reads;
mod routes;
mod tasks;
mod texts;
mod today;
mod triage;
mod type_in;
