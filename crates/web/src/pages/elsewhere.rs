// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Addresses of pages of signals and meetings.

use axum_extra::routing::TypedPath;
use meldroute_core::id::{MeetingId, SignalId};
use serde::Deserialize;

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{id}")]
pub(crate) struct SignalPath {
    pub(crate) id: SignalId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/overleggen/{id}")]
pub(crate) struct MeetingPath {
    pub(crate) id: MeetingId,
}
