// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Connections to registers and other sources: settings, and asking through them. Who may ask what is decided in the core.

mod connections;
mod settings;

pub(crate) use self::{
    connections::{Connections, connected},
    settings::RegisterSettings,
};
