// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reading meetings.

use meldroute_core::{
    change::Revision,
    id::{BodyId, MeetingId, MunicipalityId},
    meeting::Meeting,
    ports::Stored,
};
use sea_orm::{
    QueryResult,
    sea_query::{ExprTrait as _, Order, SelectStatement},
};
use uuid::Uuid;

use crate::{
    database::Database,
    fault::Fault,
    keys::{MunicipalityKeys, open_document},
    query::{in_municipality, of},
    row::Row,
    schema::{Table, tables::MEETINGS},
};

/// Where a meeting is sealed for.
pub(crate) fn meeting_at(id: Uuid) -> (&'static Table, &'static str, Uuid) {
    (&MEETINGS, "content", id)
}

impl Database {
    pub(crate) async fn meeting_stored(
        &self,
        m: &MunicipalityId,
        id: MeetingId,
    ) -> Result<Option<Stored<Meeting>>, Fault> {
        let mut query = meetings(m);
        query.and_where(of(&MEETINGS, "id").eq(id.0));
        Ok(self.read_meetings(m, &query).await?.pop())
    }

    pub(crate) async fn meetings_of(
        &self,
        m: &MunicipalityId,
        body: &BodyId,
        limit: u16,
    ) -> Result<Vec<Stored<Meeting>>, Fault> {
        let mut query = meetings(m);
        query
            .and_where(of(&MEETINGS, "body").eq(body.as_str()))
            .order_by("held_on", Order::Desc)
            .limit(u64::from(limit));
        self.read_meetings(m, &query).await
    }

    pub(crate) async fn meetings_of_all(&self, m: &MunicipalityId) -> Result<Vec<Stored<Meeting>>, Fault> {
        self.read_meetings(m, &meetings(m)).await
    }

    async fn read_meetings(
        &self,
        m: &MunicipalityId,
        query: &SelectStatement,
    ) -> Result<Vec<Stored<Meeting>>, Fault> {
        let keys = self.keys(m).await?;
        let rows = self.all(query).await?;
        rows.iter().map(|row| stored(&keys, row)).collect()
    }
}

fn meetings(m: &MunicipalityId) -> SelectStatement {
    in_municipality(&MEETINGS, m, &["id", "revision", "content"])
}

fn stored(keys: &MunicipalityKeys, row: &QueryResult) -> Result<Stored<Meeting>, Fault> {
    let row = Row(row);
    let id = row.get::<Uuid>(0)?;
    Ok(Stored {
        value: open_document(&keys.sealing, meeting_at(id), &row.get::<Vec<u8>>(2)?)?,
        revision: Revision(row.get(1)?),
        number: String::new(),
    })
}
