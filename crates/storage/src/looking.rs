// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reading who looked: lines of the journal by thing, person and period, and the numbers of what they are about.

use std::collections::BTreeMap;

use meldroute_core::{
    audit::Line,
    id::{MunicipalityId, ReportId},
    ports::JournalQuery,
};
use sea_orm::sea_query::{ExprTrait as _, Order};
use uuid::Uuid;

use crate::{
    database::Database,
    fault::Fault,
    journal::lines,
    query::{in_municipality, of},
    row::Row,
    schema::{
        Table,
        tables::{JOURNAL, REPORTS, SIGNALS},
    },
};

impl Database {
    pub(crate) async fn journal_asked(
        &self,
        m: &MunicipalityId,
        wanted: &JournalQuery,
    ) -> Result<Vec<Line>, Fault> {
        let mut query = lines(m);
        if let Some(about) = wanted.about {
            query
                .and_where(of(&JOURNAL, "about_kind").eq(about.kind()))
                .and_where(match about.id() {
                    Some(id) => of(&JOURNAL, "about_id").eq(id),
                    None => of(&JOURNAL, "about_id").is_null(),
                });
        }
        if let Some(person) = wanted.person {
            query.and_where(of(&JOURNAL, "person").eq(person.0));
        }
        if !wanted.actions.is_empty() {
            query.and_where(of(&JOURNAL, "action").is_in(wanted.actions.iter().copied()));
        }
        if let Some(from) = wanted.from {
            query.and_where(of(&JOURNAL, "at").gte(from.timestamp_micros()));
        }
        if let Some(until) = wanted.until {
            query.and_where(of(&JOURNAL, "at").lt(until.timestamp_micros()));
        }
        if let Some(before) = wanted.before {
            query.and_where(of(&JOURNAL, "seq").lt(i64::try_from(before).unwrap_or(i64::MAX)));
        }
        query
            .order_by((JOURNAL.name, "seq"), Order::Desc)
            .limit(u64::from(wanted.limit));
        self.read_journal(m, &query).await
    }

    pub(crate) async fn numbers_of(
        &self,
        m: &MunicipalityId,
        ids: &[Uuid],
    ) -> Result<BTreeMap<Uuid, String>, Fault> {
        let mut numbers = BTreeMap::new();
        // Both databases limit how many values one question may have.
        for ids in ids.chunks(1_000) {
            for table in [&SIGNALS, &REPORTS] {
                numbers.extend(self.numbers_in(m, table, ids).await?);
            }
        }
        Ok(numbers)
    }

    async fn numbers_in(
        &self,
        m: &MunicipalityId,
        table: &Table,
        ids: &[Uuid],
    ) -> Result<Vec<(Uuid, String)>, Fault> {
        let mut query = in_municipality(table, m, &["id", "number"]);
        query.and_where(of(table, "id").is_in(ids.iter().copied()));
        let rows = self.all(&query).await?;
        rows.iter()
            .map(|row| Ok((Row(row).get(0)?, Row(row).get(1)?)))
            .collect()
    }

    pub(crate) async fn report_by_number(
        &self,
        m: &MunicipalityId,
        number: &str,
    ) -> Result<Option<ReportId>, Fault> {
        let mut query = in_municipality(&REPORTS, m, &["id"]);
        query.and_where(of(&REPORTS, "number").eq(number));
        let row = self.one(&query).await?;
        row.map(|row| Ok(ReportId(Row(&row).get(0)?))).transpose()
    }
}
