// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Paper, as somebody gets it: printed, read back, and counted.

#![expect(clippy::unwrap_used, reason = "a test that can't go on should stop")]

mod paper;
mod text;
