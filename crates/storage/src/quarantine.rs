// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reading the list of messages that could not be read.

use meldroute_core::{
    id::{FileId, MunicipalityId},
    ports::{QuarantineLine, QuarantinedBytes},
};
use meldroute_vault::key::ContentKey;
use sea_orm::sea_query::{ExprTrait as _, Order, SelectStatement};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    database::Database,
    fault::Fault,
    keys::{MunicipalityKeys, Purpose, open_bytes, open_document},
    query::{in_municipality, join_key, of},
    row::Row,
    schema::tables::{DUTIES, QUARANTINE},
};

/// What the list says. Sealed: the name of a file can hold a person's name.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct QuarantineSummary {
    pub(crate) reason: String,
    pub(crate) source: String,
}

/// What duties about such messages are marked with.
pub(crate) const ABOUT_QUARANTINED: &str = "quarantined";

impl Database {
    /// Those that somebody must look at come first.
    pub(crate) async fn quarantine_lines(
        &self,
        m: &MunicipalityId,
        limit: u16,
    ) -> Result<Vec<QuarantineLine>, Fault> {
        let keys = self.keys(m).await?;
        let mut query = with_duty(m, &["id", "received_at", "summary"]);
        query
            .order_by_expr(of(&DUTIES, "id").is_null(), Order::Asc)
            .order_by((QUARANTINE.name, "received_at"), Order::Desc)
            .order_by((QUARANTINE.name, "id"), Order::Desc)
            .limit(u64::from(limit));
        let rows = self.all(&query).await?;
        rows.iter()
            .map(|row| line(&keys, &Row(row), 3).map(|(line, _)| line))
            .collect()
    }

    /// One of them, with its bytes.
    pub(crate) async fn quarantined_message(
        &self,
        m: &MunicipalityId,
        id: FileId,
    ) -> Result<Option<QuarantinedBytes>, Fault> {
        let keys = self.keys(m).await?;
        let mut query = with_duty(m, &["id", "received_at", "summary", "bytes"]);
        query.and_where(of(&QUARANTINE, "id").eq(id.0));
        let Some(row) = self.one(&query).await? else {
            return Ok(None);
        };
        let row = Row(&row);
        let sealed = row.get::<Vec<u8>>(3)?;
        let (line, key) = line(&keys, &row, 4)?;
        let key = key.as_ref().unwrap_or(&keys.sealing);
        let bytes = open_bytes(key, (&QUARANTINE, "bytes", id.0), &sealed)?;
        Ok(Some(QuarantinedBytes { line, bytes }))
    }
}

/// Messages, with the duty about each as a last column but one; it is null when nobody must look at it any more. Last comes its key.
fn with_duty(m: &MunicipalityId, columns: &[&'static str]) -> SelectStatement {
    let about = of(&DUTIES, "subject")
        .equals((QUARANTINE.name, "id"))
        .and(of(&DUTIES, "municipality").eq(m.as_str()));
    let mut query = in_municipality(&QUARANTINE, m, columns);
    query.column((DUTIES.name, "id")).left_join(DUTIES.name, about);
    join_key(&mut query, &QUARANTINE, "id", Purpose::Quarantined);
    query
}

/// A line, and the key of the message. What is older than such keys has none, and is sealed with the municipality's.
fn line(
    keys: &MunicipalityKeys,
    row: &Row<'_>,
    duty: usize,
) -> Result<(QuarantineLine, Option<ContentKey>), Fault> {
    let id = row.get::<Uuid>(0)?;
    let wrapped = row.get::<Option<Vec<u8>>>(duty + 1)?;
    let key = keys.content_key(id, Purpose::Quarantined.as_str(), wrapped.as_deref())?;
    let place = (&QUARANTINE, "summary", id);
    let sealed = row.get::<Vec<u8>>(2)?;
    let summary: QuarantineSummary = open_document(key.as_ref().unwrap_or(&keys.sealing), place, &sealed)?;
    let line = QuarantineLine {
        id: FileId(id),
        received_at: row.moment(1)?,
        reason: summary.reason,
        source: summary.source,
        open: row.get::<Option<Uuid>>(duty)?.is_some(),
    };
    Ok((line, key))
}
