// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Checking that a route works: nothing gets stuck, nothing closes with feedback due.
