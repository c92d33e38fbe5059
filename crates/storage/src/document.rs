// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Rows that are one document, sealed under the municipality's key: the DPIA, the figures of sources, the plan of a period.

use meldroute_core::{
    change::Revision,
    dpia::Dpia,
    figures::book::Book,
    id::{MunicipalityId, PlanId},
    plan::Plan,
    ports::Stored,
};
use sea_orm::sea_query::{ExprTrait as _, SelectStatement};
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::{
    database::Database,
    fault::Fault,
    keys::open_document,
    query::{in_municipality, of},
    row::Row,
    schema::{
        Table,
        tables::{DPIAS, FIGURES, PLANS},
    },
};

/// Where a document of a table is sealed for.
pub(crate) fn document_at(table: &Table, id: Uuid) -> (&Table, &'static str, Uuid) {
    (table, "content", id)
}

fn documents(table: &Table, m: &MunicipalityId) -> SelectStatement {
    in_municipality(table, m, &["id", "revision", "content"])
}

impl Database {
    pub(crate) async fn dpia_stored(&self, m: &MunicipalityId) -> Result<Option<Stored<Dpia>>, Fault> {
        self.document(m, &DPIAS, &documents(&DPIAS, m)).await
    }

    pub(crate) async fn book_stored(&self, m: &MunicipalityId) -> Result<Option<Stored<Book>>, Fault> {
        self.document(m, &FIGURES, &documents(&FIGURES, m)).await
    }

    pub(crate) async fn plan_stored(
        &self,
        m: &MunicipalityId,
        id: PlanId,
    ) -> Result<Option<Stored<Plan>>, Fault> {
        let mut query = documents(&PLANS, m);
        query.and_where(of(&PLANS, "id").eq(id.0));
        self.document(m, &PLANS, &query).await
    }

    async fn document<T: DeserializeOwned>(
        &self,
        m: &MunicipalityId,
        table: &Table,
        query: &SelectStatement,
    ) -> Result<Option<Stored<T>>, Fault> {
        let rows = self.all(query).await?;
        let Some(row) = rows.first().map(Row) else {
            return Ok(None);
        };
        let keys = self.keys(m).await?;
        let at = document_at(table, row.get(0)?);
        Ok(Some(Stored {
            value: open_document(&keys.sealing, at, &row.get::<Vec<u8>>(2)?)?,
            revision: Revision(row.get(1)?),
            number: String::new(),
        }))
    }
}
