// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The outside world: what comes in as mail. Pure over bytes; knows neither the database nor the web.

pub mod mail;
