// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The picture and the plan.

use super::{Bytes, Integer, Table, Text, Uuid, col, index};

/// The figures of sources; one row for each municipality.
pub(crate) const FIGURES: Table = Table {
    name: "figures",
    columns: &[
        col("id", Uuid),
        col("municipality", Text),
        col("revision", Integer),
        col("content", Bytes),
    ],
    key: &["id"],
    parent: None,
    indexes: &[index("figures_municipality", &["municipality"])],
};

/// Plans with their actions, and what proves that they were done.
pub(crate) const PLANS: Table = Table {
    name: "plans",
    columns: &[
        col("id", Uuid),
        col("municipality", Text),
        col("revision", Integer),
        col("content", Bytes),
    ],
    key: &["id"],
    parent: None,
    indexes: &[index("plans_municipality", &["municipality"])],
};
