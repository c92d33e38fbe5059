// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Configurations: those that ship, those that are broken, and what the program says about them.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "what is not there fails the test"
)]

mod broken;
mod described;
mod disclosure;
mod dpia;
mod figures;
mod files;
mod manual;
mod sharing;
mod shipped;
mod succession;
mod tiny;
