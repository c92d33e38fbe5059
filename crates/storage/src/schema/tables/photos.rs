// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Photos of inspections.

use super::{Bytes, Table, Text, Uuid, col, index};

/// Photos that were taken at inspections.
pub(crate) const PHOTOS: Table = Table {
    name: "photos",
    columns: &[
        col("id", Uuid),
        col("municipality", Text),
        col("signal", Uuid),
        col("bytes", Bytes),
    ],
    key: &["id"],
    parent: Some(("signal", "signals")),
    indexes: &[index("photos_signal", &["signal"])],
};
