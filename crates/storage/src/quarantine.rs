// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reading the list of messages that could not be read.

use meldroute_core::{
    id::{FileId, MunicipalityId},
    ports::QuarantineLine,
};
use sea_orm::sea_query::Order;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    database::Database, fault::Fault, keys::open_document, query::in_municipality, row::Row,
    schema::tables::QUARANTINE,
};

/// What the list says. Sealed: the name of a file can hold a person's name.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct QuarantineSummary {
    pub(crate) reason: String,
    pub(crate) source: String,
}

impl Database {
    pub(crate) async fn quarantine_lines(
        &self,
        m: &MunicipalityId,
        limit: u16,
    ) -> Result<Vec<QuarantineLine>, Fault> {
        let keys = self.keys(m).await?;
        let mut query = in_municipality(&QUARANTINE, m, &["id", "received_at", "summary"]);
        query
            .order_by("received_at", Order::Desc)
            .order_by("id", Order::Desc)
            .limit(u64::from(limit));
        let rows = self.all(&query).await?;
        let line = |row| {
            let row = Row(row);
            let id = row.get::<Uuid>(0)?;
            let place = (&QUARANTINE, "summary", id);
            let summary: QuarantineSummary = open_document(&keys.sealing, place, &row.get::<Vec<u8>>(2)?)?;
            Ok(QuarantineLine {
                id: FileId(id),
                received_at: row.moment(1)?,
                reason: summary.reason,
                source: summary.source,
            })
        };
        rows.iter().map(line).collect()
    }
}
