// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What all queries share: they are about one municipality, and fetch the key beside what it seals.

use meldroute_core::id::MunicipalityId;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query, SelectStatement};

use crate::{
    keys::Purpose,
    schema::{Table, tables::KEYS},
};

/// A column of a table.
pub(crate) fn of(table: &Table, column: &'static str) -> Expr {
    Expr::col((table.name, column))
}

/// Columns of a table, of one municipality only.
pub(crate) fn in_municipality(
    table: &Table,
    m: &MunicipalityId,
    columns: &[&'static str],
) -> SelectStatement {
    Query::select()
        .columns(columns.iter().map(|column| (table.name, *column)))
        .from(table.name)
        .and_where(of(table, "municipality").eq(m.as_str()))
        .take()
}

/// Adds the wrapped key of what a column names as a last column; it is null when the key was destroyed.
pub(crate) fn join_key(query: &mut SelectStatement, table: &Table, column: &'static str, purpose: Purpose) {
    let same = of(&KEYS, "id")
        .equals((table.name, column))
        .and(of(&KEYS, "purpose").eq(purpose.as_str()));
    query.left_join(KEYS.name, same).column((KEYS.name, "wrapped"));
}
