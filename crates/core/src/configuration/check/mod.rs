// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Checking that a route works: nothing gets stuck, nothing closes with feedback due.

use super::{Configuration, source::Source};

/// Notes everything that is wrong with the configuration as a whole.
pub(super) fn check(_configuration: &Configuration, _source: &mut Source<'_>) {}
