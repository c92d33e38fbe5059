// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reading questions to the contact officer.

use meldroute_core::{
    change::Revision,
    consult::Consult,
    id::{ConsultId, MunicipalityId, PersonId},
    ports::Stored,
};
use sea_orm::sea_query::{ExprTrait as _, Order, SelectStatement};
use uuid::Uuid;

use crate::{
    database::Database,
    fault::Fault,
    keys::Purpose,
    query::{in_municipality, join_key, of},
    report::account_hash,
    row::Row,
    schema::{Table, tables::CONSULTS},
};

/// Where a question is sealed for.
pub(crate) fn consult_at(id: Uuid) -> (&'static Table, &'static str, Uuid) {
    (&CONSULTS, "content", id)
}

impl Database {
    pub(crate) async fn consult_stored(
        &self,
        m: &MunicipalityId,
        id: ConsultId,
    ) -> Result<Option<Stored<Consult>>, Fault> {
        let mut query = consults(m);
        query.and_where(of(&CONSULTS, "id").eq(id.0));
        Ok(self.read_consults(m, &query).await?.pop())
    }

    pub(crate) async fn consults_open(
        &self,
        m: &MunicipalityId,
        limit: u16,
    ) -> Result<Vec<Stored<Consult>>, Fault> {
        let mut query = consults(m);
        query
            .and_where(of(&CONSULTS, "closed").eq(false))
            .order_by((CONSULTS.name, "asked_at"), Order::Asc)
            .order_by((CONSULTS.name, "id"), Order::Asc)
            .limit(u64::from(limit));
        self.read_consults(m, &query).await
    }

    pub(crate) async fn consults_asked(
        &self,
        m: &MunicipalityId,
        asker: PersonId,
        limit: u16,
    ) -> Result<Vec<Stored<Consult>>, Fault> {
        let account = account_hash(self.keys(m).await?.as_ref(), asker);
        let mut query = consults(m);
        query
            .and_where(of(&CONSULTS, "asker").eq(account))
            .order_by((CONSULTS.name, "asked_at"), Order::Desc)
            .order_by((CONSULTS.name, "id"), Order::Desc)
            .limit(u64::from(limit));
        self.read_consults(m, &query).await
    }

    async fn read_consults(
        &self,
        m: &MunicipalityId,
        query: &SelectStatement,
    ) -> Result<Vec<Stored<Consult>>, Fault> {
        let keys = self.keys(m).await?;
        let mut all = Vec::new();
        for row in &self.all(query).await? {
            let row = Row(row);
            let id = row.get::<Uuid>(0)?;
            let (sealed, wrapped) = (row.get::<Vec<u8>>(2)?, row.get::<Option<Vec<u8>>>(3)?);
            let value = keys.document(consult_at(id), Purpose::Consult, wrapped.as_deref(), &sealed)?;
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

fn consults(m: &MunicipalityId) -> SelectStatement {
    let mut query = in_municipality(&CONSULTS, m, &["id", "revision", "content"]);
    join_key(&mut query, &CONSULTS, "id", Purpose::Consult);
    query
}
