// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! How many persons there are: bounds and estimates, as pure functions on numbers. Formulas and sources stand in README.md of this crate.

mod answer;
mod bootstrap;
mod bounds;
mod capture;
mod chance;
mod chao;
mod choose;
pub mod disclosure;
mod exists;
mod fit;
mod interval;
mod matrix;
mod model;
mod read;
mod whole;

pub use answer::{Answer, Area, Fitted, Level, Reason, answer, fitted};
pub use bootstrap::{Bootstrapped, Plan, bootstrap};
pub use bounds::{
    Across, Bounds, Count, MOST_SOURCES, NoBounds, Overlap, unique_persons, unique_persons_in_all,
};
pub use capture::{Captures, MOST_LISTS, MOST_PERSONS};
pub use chao::chao;
pub use choose::{Method, NoFit};
pub use exists::Existence;
pub use interval::Interval;
pub use read::{Unreadable, read};
pub use whole::TooLarge;

#[cfg(test)]
mod published;
