// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What policy decided, and how far the logs were exported.

use super::{Boolean, Bytes, Index, Integer, Table, Text, col, index, opt};

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

/// By what else decisions are read since there is a page of them: by period.
pub(crate) const DECISIONS_READ_BY: &[Index] = &[index("access_decisions_at", &["municipality", "at"])];

/// The roles in which somebody asked for a decision, one row for each: by them decisions are found.
pub(crate) const DECISION_ROLES: Table = Table {
    name: "decision_roles",
    columns: &[col("municipality", Text), col("seq", Integer), col("role", Text)],
    key: &["municipality", "seq", "role"],
    parent: None,
    indexes: &[index("decision_roles_role", &["municipality", "role", "seq"])],
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
