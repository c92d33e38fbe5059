// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What policy decided, and how far the logs were exported.

use super::{Boolean, Bytes, Integer, Table, Text, col, opt};

/// What policy decided, one row for each decision, at the place of its entry of the journal.
pub(crate) const DECISIONS: Table = Table {
    name: "access_decisions",
    columns: &[
        col("municipality", Text),
        col("seq", Integer),
        col("trace_id", Bytes),
        col("span_id", Integer),
        opt("parent_span_id", Integer),
        col("at", Integer),
        opt("actor", Bytes),
        col("right_asked", Text),
        col("object_kind", Text),
        opt("object_id", Text),
        col("allowed", Boolean),
        col("rules", Text),
    ],
    key: &["municipality", "seq"],
    parent: None,
    indexes: &[],
};

/// Up to which place the logs were exported.
pub(crate) const LOG_EXPORTS: Table = Table {
    name: "log_exports",
    columns: &[
        col("municipality", Text),
        col("log", Text),
        col("seq", Integer),
        col("part", Integer),
    ],
    key: &["municipality", "log"],
    parent: None,
    indexes: &[],
};
