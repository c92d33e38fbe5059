// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reading what keeping and destroying needs: lists, what has ended, what is held or kept longer, and what was destroyed.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use meldroute_core::{
    change::Revision,
    id::{ListId, MunicipalityId},
    ports::{ReadError, Stored},
    retention::{
        hold::Held,
        list::{List, Subject},
        rule::Class,
    },
};
use sea_orm::{
    QueryResult,
    sea_query::{ExprTrait as _, Order, Query, SelectStatement},
};
use uuid::Uuid;

use crate::{
    database::Database,
    dialect,
    erase::Destroyed,
    fault::Fault,
    keys::{MunicipalityKeys, Purpose, open_document},
    query::{in_municipality, of},
    report::SET_ASIDE,
    row::Row,
    schema::{
        Table,
        tables::{
            CLAIMS, CONSULTS, DESTROYED, DISPOSAL_LISTS, DUTIES, HOLDS, KEPT_LONGER, QUARANTINE, REPORTS,
            SIGNALS,
        },
    },
};

/// Where a list is sealed for.
pub(crate) fn list_at(id: Uuid) -> (&'static Table, &'static str, Uuid) {
    (&DISPOSAL_LISTS, "content", id)
}

impl Database {
    /// Newest first.
    pub(crate) async fn lists_stored(&self, m: &MunicipalityId) -> Result<Vec<Stored<List>>, Fault> {
        let mut query = lists(m);
        query
            .order_by((DISPOSAL_LISTS.name, "made_on"), Order::Desc)
            .order_by((DISPOSAL_LISTS.name, "id"), Order::Desc);
        self.read_lists(m, &query).await
    }

    pub(crate) async fn list_stored(
        &self,
        m: &MunicipalityId,
        id: ListId,
    ) -> Result<Option<Stored<List>>, Fault> {
        let mut query = lists(m);
        query.and_where(of(&DISPOSAL_LISTS, "id").eq(id.0));
        Ok(self.read_lists(m, &query).await?.pop())
    }

    async fn read_lists(
        &self,
        m: &MunicipalityId,
        query: &SelectStatement,
    ) -> Result<Vec<Stored<List>>, Fault> {
        let keys = self.keys(m).await?;
        let rows = self.all(query).await?;
        rows.iter().map(|row| stored(&keys, row)).collect()
    }

    /// In the order of their identifiers.
    pub(crate) async fn ended_things(
        &self,
        m: &MunicipalityId,
        class: Class,
        after: Option<Uuid>,
        limit: u16,
    ) -> Result<Vec<Uuid>, Fault> {
        let table = match class {
            Class::Signal => &SIGNALS,
            Class::Report => &REPORTS,
            Class::Advice => &CONSULTS,
            Class::Request => &CLAIMS,
            Class::Quarantined => &QUARANTINE,
        };
        let mut query = in_municipality(table, m, &["id"]);
        match class {
            Class::Signal | Class::Advice => query.and_where(of(table, "closed").eq(true)),
            Class::Request => query.and_where(of(table, "answered").eq(true)),
            Class::Report => query.and_where(of(table, "state").eq(SET_ASIDE)),
            Class::Quarantined => {
                let open = Query::select()
                    .column("subject")
                    .from(DUTIES.name)
                    .and_where(of(&DUTIES, "municipality").eq(m.as_str()))
                    .and_where(of(&DUTIES, "subject").equals((QUARANTINE.name, "id")))
                    .take();
                query.and_where(of(table, "id").not_in_subquery(open))
            }
        };
        if let Some(after) = after {
            query.and_where(of(table, "id").gt(after));
        }
        query
            .order_by((table.name, "id"), Order::Asc)
            .limit(u64::from(limit));
        let rows = self.all(&query).await?;
        rows.iter().map(|row| Row(row).get(0)).collect()
    }

    pub(crate) async fn kept_until(
        &self,
        m: &MunicipalityId,
        ids: &[Uuid],
    ) -> Result<BTreeMap<Uuid, NaiveDate>, Fault> {
        let mut query = in_municipality(&KEPT_LONGER, m, &["subject", "until_day"]);
        query.and_where(of(&KEPT_LONGER, "subject").is_in(ids.iter().copied()));
        let rows = self.all(&query).await?;
        let each = rows.iter().map(|row| Ok((Row(row).get(0)?, Row(row).date(1)?)));
        each.collect()
    }

    /// Oldest first.
    pub(crate) async fn things_held(&self, m: &MunicipalityId) -> Result<Vec<Held>, Fault> {
        let mut held = Vec::new();
        for (table, class, numbered) in [
            (&SIGNALS, Class::Signal, true),
            (&REPORTS, Class::Report, true),
            (&CONSULTS, Class::Advice, false),
            (&CLAIMS, Class::Request, false),
        ] {
            let mut query = in_municipality(&HOLDS, m, &["subject", "since"]);
            query.inner_join(table.name, of(table, "id").equals((HOLDS.name, "subject")));
            if numbered {
                query.column((table.name, "number"));
            }
            for row in &self.all(&query).await? {
                let row = Row(row);
                held.push(Held {
                    subject: Subject::of(class, row.get(0)?),
                    since: row.moment(1)?,
                    number: if numbered { row.get(2)? } else { String::new() },
                });
            }
        }
        held.sort_by_key(|held| held.since);
        Ok(held)
    }

    /// What was destroyed, of all municipalities, oldest first.
    pub async fn destroyed(&self) -> Result<Vec<Destroyed>, ReadError> {
        Ok(self.all_destroyed().await?)
    }

    async fn all_destroyed(&self) -> Result<Vec<Destroyed>, Fault> {
        let query = Query::select()
            .columns(["on_day", "municipality", "purpose", "id", "counted"])
            .from(DESTROYED.name)
            .order_by("on_day", Order::Asc)
            .order_by("id", Order::Asc)
            .take();
        let mut all = Vec::new();
        for row in &self.all(&query).await? {
            let row = Row(row);
            all.push(Destroyed {
                on: row.date(0)?,
                municipality: MunicipalityId(row.get(1)?),
                purpose: row.choice(2, &Purpose::ALL, Purpose::as_str)?,
                id: row.get(3)?,
                counted: row.get(4)?,
            });
        }
        Ok(all)
    }

    /// Leaves nothing of what was deleted in the files of the database.
    pub(crate) async fn scrubbed(&self) -> Result<(), Fault> {
        Ok(dialect::scrub(&self.write).await?)
    }
}

fn lists(m: &MunicipalityId) -> SelectStatement {
    in_municipality(&DISPOSAL_LISTS, m, &["id", "revision", "content"])
}

fn stored(keys: &MunicipalityKeys, row: &QueryResult) -> Result<Stored<List>, Fault> {
    let row = Row(row);
    let id = row.get::<Uuid>(0)?;
    Ok(Stored {
        value: open_document(&keys.sealing, list_at(id), &row.get::<Vec<u8>>(2)?)?,
        revision: Revision(row.get(1)?),
        number: String::new(),
    })
}
