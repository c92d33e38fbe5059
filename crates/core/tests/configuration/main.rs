// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Configurations: those that ship, those that are broken, and what the program says about them.

mod broken;
mod files;
mod shipped;
