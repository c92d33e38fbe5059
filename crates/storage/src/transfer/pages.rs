// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reading a whole table page by page, in the order of its key.

use meldroute_core::id::MunicipalityId;
use sea_orm::{
    ConnectionTrait, DbErr, QueryResult, Value,
    sea_query::{Expr, ExprTrait as _, Order, Query},
};
use uuid::Uuid;

use crate::schema::{
    Kind, Table,
    tables::{FILES, MUNICIPALITIES, PHOTOS, QUARANTINE},
};

/// A walk through a table.
pub(super) struct Pages<'a> {
    table: &'static Table,
    only: Option<&'a MunicipalityId>,
    after: Option<Vec<Value>>,
    at_end: bool,
}

impl<'a> Pages<'a> {
    pub(super) fn of(table: &'static Table, only: Option<&'a MunicipalityId>) -> Self {
        Self {
            table,
            only,
            after: None,
            at_end: false,
        }
    }

    /// The next page; none at the end.
    pub(super) async fn next(
        &mut self,
        connection: &impl ConnectionTrait,
    ) -> Result<Option<Vec<Vec<Value>>>, DbErr> {
        if self.at_end {
            return Ok(None);
        }
        let (table, limit) = (self.table, size(self.table));
        let mut query = Query::select();
        query
            .columns(table.columns.iter().map(|column| column.name))
            .from(table.name)
            .limit(limit);
        for column in table.key {
            query.order_by(*column, Order::Asc);
        }
        if let Some(only) = self.only {
            let column = if table.name == MUNICIPALITIES.name {
                "id"
            } else {
                "municipality"
            };
            query.and_where(Expr::col(column).eq(only.as_str()));
        }
        if let Some(after) = self.after.take() {
            let key = table.key.iter().map(|column| Expr::col(*column));
            let last = after.into_iter().map(Expr::value);
            query.and_where(Expr::tuple(key).gt(Expr::tuple(last)));
        }
        let rows = connection.query_all(&query).await?;
        let page = rows
            .iter()
            .map(|row| values(table, row))
            .collect::<Result<Vec<_>, _>>()?;
        self.at_end = u64::try_from(page.len()).is_ok_and(|length| length < limit);
        self.after = page.last().map(|row| key(table, row));
        Ok((!page.is_empty()).then_some(page))
    }
}

/// How many rows are held in memory: few where one can be a large mail.
fn size(table: &Table) -> u64 {
    if [FILES.name, PHOTOS.name, QUARANTINE.name].contains(&table.name) {
        4
    } else {
        500
    }
}

fn key(table: &Table, row: &[Value]) -> Vec<Value> {
    let of = |name: &&str| {
        let place = table.columns.iter().position(|column| column.name == *name);
        place.and_then(|place| row.get(place)).cloned()
    };
    table.key.iter().filter_map(of).collect()
}

fn values(table: &Table, row: &QueryResult) -> Result<Vec<Value>, DbErr> {
    let value = |(place, kind): (usize, Kind)| {
        Ok(match kind {
            Kind::Uuid => row.try_get_by_index::<Option<Uuid>>(place)?.into(),
            Kind::Text => row.try_get_by_index::<Option<String>>(place)?.into(),
            Kind::Integer => row.try_get_by_index::<Option<i64>>(place)?.into(),
            Kind::Boolean => row.try_get_by_index::<Option<bool>>(place)?.into(),
            Kind::Bytes => row.try_get_by_index::<Option<Vec<u8>>>(place)?.into(),
        })
    };
    table
        .columns
        .iter()
        .map(|column| column.kind)
        .enumerate()
        .map(value)
        .collect()
}
