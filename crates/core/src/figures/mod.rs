// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Figures of several sources, each with where it comes from. A number of one source is never added to one of another.

pub mod audience;
pub mod book;
pub mod bounds;
mod disclose;
pub mod import;
pub mod note;
pub mod picture;
pub mod release;
pub mod table;
pub mod value;
