// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Keeping and destroying (bewaren en vernietigen): how long something stays, who decides that it goes, and what is left to prove it.

pub mod certificate;
pub mod hold;
pub mod list;
pub mod mdto;
pub mod rule;
pub mod term;
pub mod verdict;
mod xml;
