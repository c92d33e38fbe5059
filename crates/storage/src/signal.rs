// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reading signals and lists of them.

use std::collections::BTreeMap;

use meldroute_core::{
    change::Revision,
    id::{BodyId, FileId, FormId, MunicipalityId, PersonId, SignalId, StepId},
    ports::{SignalLine, SignalQuery, Stored},
    signal::{
        Signal,
        assessment::{Minor, Urgency},
        stage::Confirmation,
    },
};
use sea_orm::{
    QueryResult,
    sea_query::{Expr, ExprTrait as _, Order, SelectStatement},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    database::Database,
    fault::Fault,
    keys::{MunicipalityKeys, Purpose, open_bytes},
    query::{in_municipality, join_key, of},
    row::Row,
    schema::tables::{PHOTOS, SIGNALS},
};

/// Every confirmation, for reading the clear column.
pub(crate) const CONFIRMATIONS: [Confirmation; 4] = [
    Confirmation::Open,
    Confirmation::Confirmed,
    Confirmation::NotConfirmed,
    Confirmation::NotForUs,
];

/// What a list says of a signal, sealed apart from the whole so that a list stays cheap.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct SignalSummary {
    pub(crate) title: String,
    pub(crate) minor: Minor,
    pub(crate) urgency: Urgency,
    pub(crate) forms: Vec<FormId>,
    #[serde(default)]
    pub(crate) restricted: bool,
    #[serde(default)]
    pub(crate) kept_out: Vec<PersonId>,
}

impl SignalSummary {
    pub(crate) fn of(signal: &Signal) -> Self {
        let assessment = signal.assessment();
        Self {
            title: signal.title.clone(),
            minor: assessment.map(|a| a.minor).unwrap_or_default(),
            urgency: assessment.map(|a| a.urgency).unwrap_or_default(),
            forms: assessment.map_or_else(Vec::new, |a| a.forms.iter().cloned().collect()),
            restricted: signal.is_restricted(),
            kept_out: signal.kept_out().map(|out| out.person).collect(),
        }
    }
}

impl Database {
    pub(crate) async fn signals_stored(
        &self,
        m: &MunicipalityId,
        ids: &[SignalId],
    ) -> Result<Vec<Stored<Signal>>, Fault> {
        let keys = self.keys(m).await?;
        let mut query = in_municipality(&SIGNALS, m, &["id", "revision", "number", "content"]);
        join_key(&mut query, &SIGNALS, "id", Purpose::Signal);
        query.and_where(of(&SIGNALS, "id").is_in(ids.iter().map(|id| id.0)));
        let mut found = BTreeMap::new();
        for row in &self.all(&query).await? {
            let row = Row(row);
            let id = row.get::<Uuid>(0)?;
            let (sealed, wrapped) = (row.get::<Vec<u8>>(3)?, row.get::<Option<Vec<u8>>>(4)?);
            let place = (&SIGNALS, "content", id);
            if let Some(value) = keys.document(place, Purpose::Signal, wrapped.as_deref(), &sealed)? {
                let stored = Stored {
                    value,
                    revision: Revision(row.get(1)?),
                    number: row.get(2)?,
                };
                found.insert(id, stored);
            }
        }
        Ok(ids.iter().filter_map(|id| found.remove(&id.0)).collect())
    }

    pub(crate) async fn photo_bytes(
        &self,
        m: &MunicipalityId,
        signal: SignalId,
        file: FileId,
    ) -> Result<Option<Vec<u8>>, Fault> {
        let keys = self.keys(m).await?;
        let mut query = in_municipality(&PHOTOS, m, &["bytes"]);
        join_key(&mut query, &PHOTOS, "signal", Purpose::Signal);
        query
            .and_where(of(&PHOTOS, "id").eq(file.0))
            .and_where(of(&PHOTOS, "signal").eq(signal.0));
        let Some(row) = self.one(&query).await? else {
            return Ok(None);
        };
        let row = Row(&row);
        let (sealed, wrapped) = (row.get::<Vec<u8>>(0)?, row.get::<Option<Vec<u8>>>(1)?);
        let key = keys.content_key(signal.0, Purpose::Signal.as_str(), wrapped.as_deref())?;
        key.map(|key| open_bytes(&key, (&PHOTOS, "bytes", file.0), &sealed))
            .transpose()
    }

    pub(crate) async fn signal_by_number(
        &self,
        m: &MunicipalityId,
        number: &str,
    ) -> Result<Option<SignalId>, Fault> {
        let mut query = in_municipality(&SIGNALS, m, &["id"]);
        query.and_where(of(&SIGNALS, "number").eq(number));
        let row = self.one(&query).await?;
        row.map(|row| Ok(SignalId(Row(&row).get(0)?))).transpose()
    }

    pub(crate) async fn signal_lines(
        &self,
        m: &MunicipalityId,
        wanted: &SignalQuery,
    ) -> Result<Vec<SignalLine>, Fault> {
        let mut query = lines(m);
        query.and_where(of(&SIGNALS, "closed").eq(wanted.closed));
        if let Some(step) = &wanted.step {
            query.and_where(of(&SIGNALS, "step").eq(step.as_str()));
        }
        if let Some(after) = &wanted.after {
            let place = [of(&SIGNALS, "due"), of(&SIGNALS, "id")];
            let last = [Expr::val(after.due.to_string()), Expr::val(after.id)];
            query.and_where(Expr::tuple(place).gt(Expr::tuple(last)));
        }
        query
            .order_by((SIGNALS.name, "due"), Order::Asc)
            .order_by((SIGNALS.name, "id"), Order::Asc)
            .limit(u64::from(wanted.limit));
        self.signal_rows(m, &query).await
    }

    pub(crate) async fn lines_before_body(
        &self,
        m: &MunicipalityId,
        body: &BodyId,
    ) -> Result<Vec<SignalLine>, Fault> {
        let mut query = lines(m);
        query
            .and_where(of(&SIGNALS, "body").eq(body.as_str()))
            .order_by((SIGNALS.name, "returned"), Order::Desc)
            .order_by((SIGNALS.name, "since"), Order::Asc)
            .order_by((SIGNALS.name, "id"), Order::Asc);
        self.signal_rows(m, &query).await
    }

    async fn signal_rows(
        &self,
        m: &MunicipalityId,
        query: &SelectStatement,
    ) -> Result<Vec<SignalLine>, Fault> {
        let keys = self.keys(m).await?;
        let rows = self.all(query).await?;
        rows.iter().map(|row| line(&keys, row)).collect()
    }
}

fn lines(m: &MunicipalityId) -> SelectStatement {
    let columns = [
        "id",
        "number",
        "step",
        "waiting",
        "owner",
        "due",
        "since",
        "opened_at",
        "acute",
        "confirmation",
        "summary",
    ];
    let mut query = in_municipality(&SIGNALS, m, &columns);
    join_key(&mut query, &SIGNALS, "id", Purpose::Signal);
    query
}

fn line(keys: &MunicipalityKeys, row: &QueryResult) -> Result<SignalLine, Fault> {
    let row = Row(row);
    let id = row.get::<Uuid>(0)?;
    let (sealed, wrapped) = (row.get::<Vec<u8>>(10)?, row.get::<Option<Vec<u8>>>(11)?);
    let summary: Option<SignalSummary> = keys.document(
        (&SIGNALS, "summary", id),
        Purpose::Signal,
        wrapped.as_deref(),
        &sealed,
    )?;
    let summary = summary.unwrap_or_default();
    Ok(SignalLine {
        id: SignalId(id),
        number: row.get(1)?,
        title: summary.title,
        kept_out: summary.kept_out,
        step: row.get::<Option<String>>(2)?.map(StepId),
        waiting: row.get(3)?,
        owner: PersonId(row.get(4)?),
        due: row.date(5)?,
        since: row.moment(6)?,
        opened_at: row.moment(7)?,
        acute: row.get(8)?,
        confirmation: row.choice(9, &CONFIRMATIONS, Confirmation::as_str)?,
        minor: summary.minor,
        urgency: summary.urgency,
        forms: summary.forms,
        restricted: summary.restricted,
    })
}
