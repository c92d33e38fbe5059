// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reading requests of data subjects.

use meldroute_core::{
    change::Revision,
    claim::Claim,
    id::{ClaimId, MunicipalityId},
    ports::Stored,
};
use sea_orm::sea_query::{ExprTrait as _, Order, SelectStatement};
use uuid::Uuid;

use crate::{
    database::Database,
    fault::Fault,
    keys::Purpose,
    query::{in_municipality, join_key, of},
    row::Row,
    schema::{Table, tables::CLAIMS},
};

/// Where a request is sealed for.
pub(crate) fn claim_at(id: Uuid) -> (&'static Table, &'static str, Uuid) {
    (&CLAIMS, "content", id)
}

impl Database {
    pub(crate) async fn claim_stored(
        &self,
        m: &MunicipalityId,
        id: ClaimId,
    ) -> Result<Option<Stored<Claim>>, Fault> {
        let mut query = claims(m);
        query.and_where(of(&CLAIMS, "id").eq(id.0));
        Ok(self.read_claims(m, &query).await?.pop())
    }

    pub(crate) async fn claims_listed(
        &self,
        m: &MunicipalityId,
        limit: u16,
    ) -> Result<Vec<Stored<Claim>>, Fault> {
        let mut query = claims(m);
        query
            .order_by((CLAIMS.name, "answered"), Order::Asc)
            .order_by((CLAIMS.name, "due"), Order::Asc)
            .order_by((CLAIMS.name, "id"), Order::Asc)
            .limit(u64::from(limit));
        self.read_claims(m, &query).await
    }

    async fn read_claims(
        &self,
        m: &MunicipalityId,
        query: &SelectStatement,
    ) -> Result<Vec<Stored<Claim>>, Fault> {
        let keys = self.keys(m).await?;
        let mut all = Vec::new();
        for row in &self.all(query).await? {
            let row = Row(row);
            let id = row.get::<Uuid>(0)?;
            let (sealed, wrapped) = (row.get::<Vec<u8>>(2)?, row.get::<Option<Vec<u8>>>(3)?);
            let value = keys.document(claim_at(id), Purpose::Claim, wrapped.as_deref(), &sealed)?;
            let revision = Revision(row.get(1)?);
            all.extend(value.map(|value| Stored {
                value,
                revision,
                number: String::new(),
            }));
        }
        Ok(all)
    }
}

fn claims(m: &MunicipalityId) -> SelectStatement {
    let mut query = in_municipality(&CLAIMS, m, &["id", "revision", "content"]);
    join_key(&mut query, &CLAIMS, "id", Purpose::Claim);
    query
}
