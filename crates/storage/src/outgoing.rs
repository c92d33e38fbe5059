// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reading mail that goes out. What it says and to whom is sealed under the key of who reported.

use meldroute_core::{
    change::Revision,
    id::{MunicipalityId, OutgoingId, ReportId, Timestamp},
    outgoing::Outgoing,
    ports::Stored,
};
use sea_orm::sea_query::{ExprTrait as _, Order, SelectStatement};
use uuid::Uuid;

use crate::{
    database::Database,
    fault::Fault,
    keys::{Purpose, open_document},
    query::{in_municipality, join_key, of},
    row::Row,
    schema::{Table, tables::OUTBOX},
};

/// Where the sealed mail stands.
pub(crate) fn outgoing_at(id: Uuid) -> (&'static Table, &'static str, Uuid) {
    (&OUTBOX, "content", id)
}

impl Database {
    pub(crate) async fn outgoing_waiting(
        &self,
        m: &MunicipalityId,
        now: Timestamp,
        limit: u16,
    ) -> Result<Vec<Stored<Outgoing>>, Fault> {
        let mut query = mails(m);
        query
            .and_where(of(&OUTBOX, "state").eq("waiting"))
            .and_where(of(&OUTBOX, "next_at").lte(now.timestamp_micros()))
            .order_by((OUTBOX.name, "next_at"), Order::Asc)
            .limit(u64::from(limit));
        self.mails(m, &query).await
    }

    pub(crate) async fn outgoing_stored(
        &self,
        m: &MunicipalityId,
        id: OutgoingId,
    ) -> Result<Option<Stored<Outgoing>>, Fault> {
        let mut query = mails(m);
        query.and_where(of(&OUTBOX, "id").eq(id.0));
        Ok(self.mails(m, &query).await?.pop())
    }

    pub(crate) async fn outgoing_of_report(
        &self,
        m: &MunicipalityId,
        report: ReportId,
    ) -> Result<Vec<Stored<Outgoing>>, Fault> {
        let mut query = mails(m);
        query.and_where(of(&OUTBOX, "report").eq(report.0));
        // Identifiers sort by time.
        query.order_by((OUTBOX.name, "id"), Order::Asc);
        self.mails(m, &query).await
    }

    async fn mails(
        &self,
        m: &MunicipalityId,
        query: &SelectStatement,
    ) -> Result<Vec<Stored<Outgoing>>, Fault> {
        let keys = self.keys(m).await?;
        let mut mails = Vec::new();
        for row in &self.all(query).await? {
            let row = Row(row);
            let (id, report) = (row.get::<Uuid>(0)?, row.get::<Uuid>(2)?);
            let wrapped = row.get::<Option<Vec<u8>>>(4)?;
            let key = keys.content_key(report, Purpose::Reporter.as_str(), wrapped.as_deref())?;
            // With the key of who reported its mails are gone, too.
            let Some(key) = key else { continue };
            mails.push(Stored {
                value: open_document(&key, outgoing_at(id), &row.get::<Vec<u8>>(3)?)?,
                revision: Revision(row.get(1)?),
                number: String::new(),
            });
        }
        Ok(mails)
    }
}

fn mails(m: &MunicipalityId) -> SelectStatement {
    let mut query = in_municipality(&OUTBOX, m, &["id", "revision", "report", "content"]);
    join_key(&mut query, &OUTBOX, "report", Purpose::Reporter);
    query
}
