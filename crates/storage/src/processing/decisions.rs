// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The log of decisions, as it is read.

use std::collections::BTreeMap;

use meldroute_core::{
    id::{MunicipalityId, Timestamp},
    ports::ReadError,
    processing::{DecisionLine, DecisionQuery},
};
use sea_orm::{
    QueryResult,
    sea_query::{Expr, ExprTrait as _, Order, Query, SelectStatement},
};

use super::trace;
use crate::{
    database::Database,
    fault::Fault,
    query::{in_municipality, of},
    row::{Row, hex},
    schema::tables::{DECISION_ROLES, DECISIONS},
};

impl Database {
    /// A page of the log of decisions, newest first.
    pub(crate) async fn decision_lines(
        &self,
        m: &MunicipalityId,
        asked: &DecisionQuery,
    ) -> Result<Vec<DecisionLine>, Fault> {
        let mut query = in_municipality(&DECISIONS, m, &DECISION);
        if let Some((from, until)) = asked.between {
            query
                .and_where(of(&DECISIONS, "at").gte(from.timestamp_micros()))
                .and_where(of(&DECISIONS, "at").lt(until.timestamp_micros()));
        }
        if let Some(role) = asked.role {
            let mut held = in_municipality(&DECISION_ROLES, m, &["seq"]);
            held.and_where(of(&DECISION_ROLES, "role").eq(role.as_str()));
            query.and_where(of(&DECISIONS, "seq").in_subquery(held));
        }
        if asked.refused {
            query.and_where(of(&DECISIONS, "allowed").eq(false));
        }
        if let Some(seq) = asked.before {
            query.and_where(of(&DECISIONS, "seq").lt(seq.cast_signed()));
        }
        query.order_by("seq", Order::Desc).limit(u64::from(asked.limit));
        self.with_roles(m, &query).await
    }

    /// Decisions after a place, oldest first, for who exports them.
    pub async fn decisions_after(
        &self,
        m: &MunicipalityId,
        seq: u64,
        limit: u16,
    ) -> Result<Vec<DecisionLine>, ReadError> {
        let mut query = in_municipality(&DECISIONS, m, &DECISION);
        query
            .and_where(of(&DECISIONS, "seq").gt(seq.cast_signed()))
            .order_by("seq", Order::Asc)
            .limit(u64::from(limit));
        Ok(self.with_roles(m, &query).await?)
    }

    /// How many decisions are older than a moment.
    pub(crate) async fn decisions_older(&self, m: &MunicipalityId, before: Timestamp) -> Result<u64, Fault> {
        let query = Query::select()
            .expr(Expr::col("seq").count())
            .from(DECISIONS.name)
            .and_where(of(&DECISIONS, "municipality").eq(m.as_str()))
            .and_where(of(&DECISIONS, "at").lt(before.timestamp_micros()))
            .take();
        let row = self.one(&query).await?;
        let count = row.map(|row| Row(&row).get::<i64>(0)).transpose()?;
        Ok(count.unwrap_or_default().unsigned_abs())
    }

    async fn with_roles(
        &self,
        m: &MunicipalityId,
        query: &SelectStatement,
    ) -> Result<Vec<DecisionLine>, Fault> {
        let rows = self.all(query).await?;
        let mut lines: Vec<DecisionLine> = rows.iter().map(line).collect::<Result<_, _>>()?;
        let mut query = in_municipality(&DECISION_ROLES, m, &["seq", "role"]);
        let places = lines.iter().map(|line| line.place.cast_signed());
        query
            .and_where(of(&DECISION_ROLES, "seq").is_in(places))
            .order_by("role", Order::Asc);
        let mut roles: BTreeMap<u64, Vec<String>> = BTreeMap::new();
        for row in self.all(&query).await? {
            let row = Row(&row);
            let seq = row.get::<i64>(0)?.cast_unsigned();
            roles.entry(seq).or_default().push(row.get(1)?);
        }
        for line in &mut lines {
            line.roles = roles.remove(&line.place).unwrap_or_default();
        }
        Ok(lines)
    }
}

const DECISION: [&str; 11] = [
    "seq",
    "trace_id",
    "span_id",
    "parent_span_id",
    "at",
    "actor",
    "right_asked",
    "object_kind",
    "object_id",
    "allowed",
    "rules",
];

fn line(row: &QueryResult) -> Result<DecisionLine, Fault> {
    let row = Row(row);
    Ok(DecisionLine {
        place: row.get::<i64>(0)?.cast_unsigned(),
        trace_id: trace(&row, 1)?,
        span_id: row.get::<i64>(2)?.cast_unsigned(),
        parent: row.get::<Option<i64>>(3)?.map(i64::cast_unsigned),
        at: row.moment(4)?,
        actor: row.get::<Option<Vec<u8>>>(5)?.map(|bytes| hex(&bytes)),
        roles: Vec::new(),
        right: row.get(6)?,
        kind: row.get(7)?,
        id: row.get(8)?,
        allowed: row.get(9)?,
        rules: row.get(10)?,
    })
}
