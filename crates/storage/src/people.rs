// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reading people with an account, and their sessions.

use meldroute_core::{
    change::Revision,
    id::{MunicipalityId, PersonId},
    people::{Person, Session},
    ports::Stored,
};
use sea_orm::sea_query::{Expr, ExprTrait as _, Query, SelectStatement};
use uuid::Uuid;

use crate::{
    database::Database,
    fault::Fault,
    keys::{MunicipalityKeys, open_document},
    query::{in_municipality, of},
    row::Row,
    schema::{
        Table,
        tables::{PEOPLE, SESSIONS},
    },
};

/// Where a person is sealed for.
pub(crate) fn person_at(id: Uuid) -> (&'static Table, &'static str, Uuid) {
    (&PEOPLE, "content", id)
}

impl Database {
    pub(crate) async fn person_stored(
        &self,
        m: &MunicipalityId,
        id: PersonId,
    ) -> Result<Option<Stored<Person>>, Fault> {
        let mut query = people(m);
        query.and_where(of(&PEOPLE, "id").eq(id.0));
        Ok(self.read_people(m, &query).await?.pop())
    }

    pub(crate) async fn person_by_login(
        &self,
        m: &MunicipalityId,
        login: &str,
    ) -> Result<Option<Stored<Person>>, Fault> {
        let Some(keys) = self.keys_of(m).await? else {
            return Ok(None);
        };
        let mut query = people(m);
        query.and_where(of(&PEOPLE, "login_hash").eq(keys.hash("login", login)));
        Ok(self.read_people(m, &query).await?.pop())
    }

    pub(crate) async fn everybody(&self, m: &MunicipalityId) -> Result<Vec<Stored<Person>>, Fault> {
        let mut everybody = self.read_people(m, &people(m)).await?;
        everybody.sort_by(|a, b| a.value.login.cmp(&b.value.login));
        Ok(everybody)
    }

    async fn read_people(
        &self,
        m: &MunicipalityId,
        query: &SelectStatement,
    ) -> Result<Vec<Stored<Person>>, Fault> {
        let keys = self.keys(m).await?;
        let rows = self.all(query).await?;
        rows.iter().map(|row| stored(&keys, &Row(row), 0)).collect()
    }

    pub(crate) async fn session_and_person(
        &self,
        token_hash: &[u8; 32],
    ) -> Result<Option<(Session, Stored<Person>)>, Fault> {
        let same = of(&PEOPLE, "id")
            .equals((SESSIONS.name, "person"))
            .and(of(&PEOPLE, "municipality").equals((SESSIONS.name, "municipality")));
        let query = Query::select()
            .columns(["id", "revision", "content"].map(|column| (PEOPLE.name, column)))
            .columns(
                ["municipality", "opened_at", "used_at", "csrf_hash"].map(|column| (SESSIONS.name, column)),
            )
            .from(SESSIONS.name)
            .inner_join(PEOPLE.name, same)
            .and_where(Expr::col("token_hash").eq(token_hash.to_vec()))
            .take();
        let Some(row) = self.one(&query).await? else {
            return Ok(None);
        };
        let row = Row(&row);
        let municipality = MunicipalityId(row.get(3)?);
        let keys = self.keys(&municipality).await?;
        let person = stored(&keys, &row, 0)?;
        let session = Session {
            token_hash: *token_hash,
            person: person.value.id,
            municipality,
            opened_at: row.moment(4)?,
            used_at: row.moment(5)?,
            csrf_hash: row.get::<Vec<u8>>(6)?.try_into().or(Err(Fault::Value))?,
        };
        Ok(Some((session, person)))
    }
}

fn people(m: &MunicipalityId) -> SelectStatement {
    in_municipality(&PEOPLE, m, &["id", "revision", "content"])
}

fn stored(keys: &MunicipalityKeys, row: &Row<'_>, first: usize) -> Result<Stored<Person>, Fault> {
    let id = row.get::<Uuid>(first)?;
    Ok(Stored {
        value: open_document(&keys.sealing, person_at(id), &row.get::<Vec<u8>>(first + 2)?)?,
        revision: Revision(row.get(first + 1)?),
        number: String::new(),
    })
}
