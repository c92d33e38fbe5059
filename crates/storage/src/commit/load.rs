// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What the database knows of the things in a batch, asked with a few questions for the whole batch.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use sea_orm::{
    ConnectionTrait, DbErr, QueryResult,
    sea_query::{Expr, ExprTrait as _, Order, Query, SelectStatement},
};
use uuid::Uuid;

use super::prepare::{Prepared, Unique};
use crate::{
    keys::Purpose,
    schema::tables::{COUNTERS, FINGERPRINTS, JOURNAL, MEETINGS, MUNICIPALITIES, PEOPLE},
};

/// A municipality's row.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) name: String,
    pub(super) prefix: String,
    pub(super) wrapped_key: Vec<u8>,
    pub(super) seq: i64,
    pub(super) hash: Vec<u8>,
}

/// A thing that is there.
#[derive(Debug)]
pub(super) struct There {
    pub(super) municipality: String,
    pub(super) revision: i64,
    pub(super) number: String,
}

/// What the database knows.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub(super) heads: BTreeMap<String, Head>,
    pub(super) things: BTreeMap<(&'static str, Uuid), There>,
    pub(super) entries: BTreeSet<(String, Uuid)>,
    pub(super) hashes: BTreeSet<(String, Vec<u8>)>,
    pub(super) unique: BTreeMap<(String, Unique), Uuid>,
    pub(super) counters: BTreeMap<(String, &'static str, i32), i64>,
}

/// Locks the municipalities of the batch and loads what it is checked against.
pub(super) async fn known(
    connection: &impl ConnectionTrait,
    changes: &[Arc<Prepared>],
) -> Result<Known, DbErr> {
    let municipalities: BTreeSet<&str> = changes
        .iter()
        .flat_map(|change| change.municipalities())
        .collect();
    let mut known = Known::default();
    // In one order, so that two programs on one database don't wait for each other.
    let mut query = select(
        MUNICIPALITIES.name,
        &[
            "id",
            "name",
            "prefix",
            "wrapped_key",
            "journal_seq",
            "journal_head",
        ],
    );
    query
        .and_where(Expr::col("id").is_in(municipalities.iter().copied()))
        .order_by("id", Order::Asc)
        .lock_exclusive();
    for row in connection.query_all(&query).await? {
        let head = Head {
            name: row.try_get_by_index(1)?,
            prefix: row.try_get_by_index(2)?,
            wrapped_key: row.try_get_by_index(3)?,
            seq: row.try_get_by_index(4)?,
            hash: row.try_get_by_index(5)?,
        };
        known.heads.insert(row.try_get_by_index(0)?, head);
    }
    things(connection, changes, &mut known).await?;
    entries(connection, changes, &municipalities, &mut known).await?;
    hashes(connection, changes, &municipalities, &mut known).await?;
    logins(connection, changes, &municipalities, &mut known).await?;
    sittings(connection, changes, &municipalities, &mut known).await?;
    counters(connection, changes, &municipalities, &mut known).await?;
    Ok(known)
}

fn select(table: &'static str, columns: &[&'static str]) -> SelectStatement {
    Query::select()
        .columns(columns.iter().copied())
        .from(table)
        .take()
}

async fn things(
    connection: &impl ConnectionTrait,
    changes: &[Arc<Prepared>],
    known: &mut Known,
) -> Result<(), DbErr> {
    let mut by_table: BTreeMap<&'static str, (bool, Vec<Uuid>)> = BTreeMap::new();
    for save in changes.iter().flat_map(|change| &change.saves) {
        let (numbered, ids) = by_table.entry(save.table.name).or_default();
        *numbered = save.number.is_some();
        ids.push(save.id);
    }
    for erase in changes.iter().flat_map(|change| &change.erased) {
        if erase.base.is_some() {
            by_table
                .entry(erase.table.name)
                .or_default()
                .1
                .push(erase.gone.id);
        }
    }
    for (table, (numbered, ids)) in by_table {
        let mut query = select(table, &["id", "municipality", "revision"]);
        if numbered {
            query.column("number");
        }
        query.and_where(Expr::col("id").is_in(ids));
        for row in connection.query_all(&query).await? {
            let there = There {
                municipality: row.try_get_by_index(1)?,
                revision: row.try_get_by_index(2)?,
                number: if numbered {
                    row.try_get_by_index(3)?
                } else {
                    String::new()
                },
            };
            known.things.insert((table, row.try_get_by_index(0)?), there);
        }
    }
    Ok(())
}

async fn entries(
    connection: &impl ConnectionTrait,
    changes: &[Arc<Prepared>],
    municipalities: &BTreeSet<&str>,
    known: &mut Known,
) -> Result<(), DbErr> {
    let ids: Vec<_> = changes
        .iter()
        .flat_map(|change| change.all_entries().map(|(_, entry)| entry.id))
        .collect();
    let columns = ["municipality", "id"];
    for row in among(connection, JOURNAL.name, &columns, municipalities, ids).await? {
        known
            .entries
            .insert((row.try_get_by_index(0)?, row.try_get_by_index(1)?));
    }
    Ok(())
}

async fn hashes(
    connection: &impl ConnectionTrait,
    changes: &[Arc<Prepared>],
    municipalities: &BTreeSet<&str>,
    known: &mut Known,
) -> Result<(), DbErr> {
    let fresh: Vec<_> = changes
        .iter()
        .flat_map(|change| change.fresh.iter().cloned())
        .collect();
    let columns = ["municipality", "hash"];
    for row in among(connection, FINGERPRINTS.name, &columns, municipalities, fresh).await? {
        known
            .hashes
            .insert((row.try_get_by_index(0)?, row.try_get_by_index(1)?));
    }
    Ok(())
}

async fn logins(
    connection: &impl ConnectionTrait,
    changes: &[Arc<Prepared>],
    municipalities: &BTreeSet<&str>,
    known: &mut Known,
) -> Result<(), DbErr> {
    let logins: Vec<_> = uniques(changes)
        .filter_map(|unique| match unique {
            Unique::Login(hash) => Some(hash.clone()),
            Unique::Sitting(..) => None,
        })
        .collect();
    let columns = ["municipality", "login_hash", "id"];
    for row in among(connection, PEOPLE.name, &columns, municipalities, logins).await? {
        let login = Unique::Login(row.try_get_by_index(1)?);
        known
            .unique
            .insert((row.try_get_by_index(0)?, login), row.try_get_by_index(2)?);
    }
    Ok(())
}

async fn sittings(
    connection: &impl ConnectionTrait,
    changes: &[Arc<Prepared>],
    municipalities: &BTreeSet<&str>,
    known: &mut Known,
) -> Result<(), DbErr> {
    let bodies: Vec<_> = uniques(changes)
        .filter_map(|unique| match unique {
            Unique::Sitting(body, _) => Some(body.clone()),
            Unique::Login(_) => None,
        })
        .collect();
    let columns = ["municipality", "body", "held_on", "id"];
    for row in among(connection, MEETINGS.name, &columns, municipalities, bodies).await? {
        let sitting = Unique::Sitting(row.try_get_by_index(1)?, row.try_get_by_index(2)?);
        known
            .unique
            .insert((row.try_get_by_index(0)?, sitting), row.try_get_by_index(3)?);
    }
    Ok(())
}

fn uniques(changes: &[Arc<Prepared>]) -> impl Iterator<Item = &Unique> {
    changes
        .iter()
        .flat_map(|change| &change.saves)
        .filter_map(|save| save.unique.as_ref())
}

/// Rows of these municipalities whose second column is among these values; no question where there are none.
async fn among<V: Into<sea_orm::Value>>(
    connection: &impl ConnectionTrait,
    table: &'static str,
    columns: &[&'static str],
    municipalities: &BTreeSet<&str>,
    values: Vec<V>,
) -> Result<Vec<QueryResult>, DbErr> {
    let (false, Some(column)) = (values.is_empty(), columns.get(1)) else {
        return Ok(Vec::new());
    };
    let values: Vec<sea_orm::Value> = values.into_iter().map(Into::into).collect();
    let mut query = select(table, columns);
    query
        .and_where(Expr::col("municipality").is_in(municipalities.iter().copied()))
        .and_where(Expr::col(*column).is_in(values));
    connection.query_all(&query).await
}

async fn counters(
    connection: &impl ConnectionTrait,
    changes: &[Arc<Prepared>],
    municipalities: &BTreeSet<&str>,
    known: &mut Known,
) -> Result<(), DbErr> {
    let numbers = changes.iter().any(|change| {
        change
            .saves
            .iter()
            .any(|s| s.base.is_none() && s.number.is_some())
    });
    if !numbers {
        return Ok(());
    }
    let years: BTreeSet<i64> = changes.iter().map(|change| i64::from(change.year)).collect();
    let mut query = select(COUNTERS.name, &["municipality", "kind", "year", "last"]);
    query
        .and_where(Expr::col("municipality").is_in(municipalities.iter().copied()))
        .and_where(Expr::col("year").is_in(years));
    for row in connection.query_all(&query).await? {
        let kind = row.try_get_by_index::<String>(1)?;
        let year = i32::try_from(row.try_get_by_index::<i64>(2)?).unwrap_or_default();
        for purpose in [Purpose::Report, Purpose::Signal] {
            if purpose.as_str() == kind {
                known.counters.insert(
                    (row.try_get_by_index(0)?, purpose.as_str(), year),
                    row.try_get_by_index(3)?,
                );
            }
        }
    }
    Ok(())
}
