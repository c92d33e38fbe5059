// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reading a plan.

use meldroute_core::{
    change::Revision,
    id::{MunicipalityId, PlanId},
    plan::Plan,
    ports::Stored,
};
use sea_orm::sea_query::ExprTrait as _;
use uuid::Uuid;

use crate::{
    database::Database,
    fault::Fault,
    keys::open_document,
    query::{in_municipality, of},
    row::Row,
    schema::{Table, tables::PLANS},
};

/// Where a plan is sealed for.
pub(crate) fn plan_at(id: Uuid) -> (&'static Table, &'static str, Uuid) {
    (&PLANS, "content", id)
}

impl Database {
    pub(crate) async fn plan_stored(
        &self,
        m: &MunicipalityId,
        id: PlanId,
    ) -> Result<Option<Stored<Plan>>, Fault> {
        let mut query = in_municipality(&PLANS, m, &["id", "revision", "content"]);
        query.and_where(of(&PLANS, "id").eq(id.0));
        let rows = self.all(&query).await?;
        let Some(row) = rows.first().map(Row) else {
            return Ok(None);
        };
        let keys = self.keys(m).await?;
        Ok(Some(Stored {
            value: open_document(&keys.sealing, plan_at(id.0), &row.get::<Vec<u8>>(2)?)?,
            revision: Revision(row.get(1)?),
            number: String::new(),
        }))
    }
}
