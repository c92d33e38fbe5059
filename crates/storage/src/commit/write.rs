// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Writing a whole batch with few statements, each for many rows.

use sea_orm::{
    ConnectionTrait, DbErr, Value,
    sea_query::{Expr, ExprTrait as _, OnConflict, Query},
};

use super::check::Batch;
use crate::erase::erase;
use crate::schema::{
    TABLES, Table,
    tables::{
        CLAIMS, CONFIGURATIONS, CONSULTS, COUNTERS, DISPOSAL_LISTS, DPIAS, FIGURES, KEPT_APART, MEETINGS,
        MUNICIPALITIES, OUTBOX, PEOPLE, PLANS, REPORT_FACTS, REPORTS, SESSIONS, SIGNALS,
    },
};

/// Values in one statement at most; SQLite allows 32,766 and PostgreSQL 65,535.
const VALUES: usize = 16_000;

/// Writes the batch.
pub(super) async fn all(connection: &impl ConnectionTrait, batch: &Batch<'_>) -> Result<(), DbErr> {
    for gone in &batch.erased {
        erase(connection, gone).await?;
    }
    delete(connection, batch).await?;
    let (heads, counters) = batch.heads_and_counters();
    put(connection, &MUNICIPALITIES, &heads, true).await?;
    put(connection, &COUNTERS, &counters, true).await?;
    for table in TABLES {
        if let Some((table, rows)) = batch.rows.get(table.name) {
            put(connection, table, rows, changes(table)).await?;
        }
    }
    for (token_hash, at) in &batch.used {
        let mut update = Query::update();
        update
            .table(SESSIONS.name)
            .value("used_at", *at)
            .and_where(Expr::col("token_hash").eq(token_hash.to_vec()))
            .and_where(Expr::col("used_at").lt(*at));
        connection.execute(&update).await?;
    }
    Ok(())
}

async fn delete(connection: &impl ConnectionTrait, batch: &Batch<'_>) -> Result<(), DbErr> {
    for ((table, column, municipality), values) in &batch.gone {
        let mut delete = Query::delete();
        delete
            .from_table(*table)
            .and_where(Expr::col(*column).is_in(values.iter().cloned()))
            .and_where(Expr::col("municipality").eq(municipality.as_str()));
        connection.execute(&delete).await?;
    }
    for (municipality, one, other) in &batch.together {
        let mut delete = Query::delete();
        delete
            .from_table(KEPT_APART.name)
            .and_where(Expr::col("municipality").eq(municipality.as_str()))
            .and_where(Expr::col("one").eq(*one))
            .and_where(Expr::col("other").eq(*other));
        connection.execute(&delete).await?;
    }
    for (municipality, what, before) in &batch.trimmed {
        what.carry_out(connection, municipality, *before).await?;
    }
    for (municipality, before) in &batch.ended {
        let mut delete = Query::delete();
        delete
            .from_table(SESSIONS.name)
            .and_where(Expr::col("opened_at").lt(*before))
            .and_where(Expr::col("municipality").eq(municipality.as_str()));
        connection.execute(&delete).await?;
    }
    Ok(())
}

/// Adds rows.
pub(crate) async fn insert(
    connection: &impl ConnectionTrait,
    table: &Table,
    rows: &[Vec<Value>],
) -> Result<(), DbErr> {
    put(connection, table, rows, false).await
}

/// Adds rows. Those of things that change replace the row with their key; revisions have been checked before.
async fn put(
    connection: &impl ConnectionTrait,
    table: &Table,
    rows: &[Vec<Value>],
    replace: bool,
) -> Result<(), DbErr> {
    let columns: Vec<_> = table.columns.iter().map(|column| column.name).collect();
    for rows in rows.chunks(VALUES / columns.len()) {
        let mut insert = Query::insert();
        insert.into_table(table.name).columns(columns.iter().copied());
        for row in rows {
            insert.values_panic(row.iter().cloned().map(Expr::value));
        }
        if replace {
            let rest = columns
                .iter()
                .copied()
                .filter(|column| !table.key.contains(column));
            let mut conflict = OnConflict::columns(table.key.iter().copied());
            conflict.update_columns(rest);
            insert.on_conflict(conflict);
        }
        connection.execute(&insert).await?;
    }
    Ok(())
}

/// Whether rows of a table are replaced by newer ones.
fn changes(table: &Table) -> bool {
    [
        CONFIGURATIONS.name,
        REPORTS.name,
        SIGNALS.name,
        CONSULTS.name,
        DPIAS.name,
        FIGURES.name,
        PLANS.name,
        CLAIMS.name,
        MEETINGS.name,
        OUTBOX.name,
        DISPOSAL_LISTS.name,
        PEOPLE.name,
        REPORT_FACTS.name,
        KEPT_APART.name,
    ]
    .contains(&table.name)
}
