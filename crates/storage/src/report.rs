// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reading reports, who reported them, and their files.

use std::collections::BTreeMap;

use meldroute_core::{
    change::{Fingerprint, Revision},
    id::{ChannelId, FileId, MunicipalityId, PartnerId, PersonId, ReportId, Timestamp},
    ports::{ReportFilter, ReportLine, Stored},
    report::{Compartment, News, Report, ReportState, Reporter, ReporterKind},
};
use sea_orm::{
    QueryResult,
    sea_query::{Expr, ExprTrait as _, Func, Order, Query, SelectStatement},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    database::Database,
    fault::Fault,
    keys::{MunicipalityKeys, Purpose, open_bytes},
    query::{in_municipality, join_key, of},
    row::{Row, hex},
    schema::tables::{FILES, FINGERPRINTS, OWN_REPORTS, QUARANTINE, REPORTERS, REPORTS},
};

pub(crate) const REPORT_SUMMARY: &str = "summary";
pub(crate) const REPORT_CONTENT: &str = "content";

/// What a list says of a report, sealed apart from the whole so that a list stays cheap.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct ReportSummary {
    pub(crate) subject: String,
    #[serde(default)]
    pub(crate) news: Option<News>,
}

/// What became of a report, as it is stored.
pub(crate) fn state_name(state: &ReportState) -> &'static str {
    match state {
        ReportState::New => "new",
        ReportState::Registered { .. } => "registered",
        ReportState::SetAside { .. } => SET_ASIDE,
    }
}

/// That a report is no signal, as it is stored.
pub(crate) const SET_ASIDE: &str = "set-aside";

/// Under which key a file of a report is sealed.
pub(crate) fn purpose_of(compartment: Compartment) -> Purpose {
    match compartment {
        Compartment::Report => Purpose::Report,
        Compartment::Reporter => Purpose::Reporter,
    }
}

/// The keyed hash of a mark.
pub(crate) fn hash_of(keys: &MunicipalityKeys, mark: &Fingerprint) -> Vec<u8> {
    match mark {
        Fingerprint::MessageId(message) => keys.hash("message-id", message),
        Fingerprint::Content(hash) => keys.hash("content", &hex(hash)),
        Fingerprint::Quarantined(hash) => keys.hash("quarantine", &hex(hash)),
        Fingerprint::Tip(number) => keys.hash("tip", number),
        Fingerprint::Code(code) => keys.hash("code", code),
        Fingerprint::Link(question, hash) => keys.hash("link", &format!("{question} {}", hex(hash))),
    }
}

/// The keyed hash of an account, so that who reported stands nowhere in clear.
pub(crate) fn account_hash(keys: &MunicipalityKeys, person: PersonId) -> Vec<u8> {
    keys.hash("account", &person.to_string())
}

impl Database {
    pub(crate) async fn reports_stored(
        &self,
        m: &MunicipalityId,
        ids: &[ReportId],
    ) -> Result<Vec<Stored<Report>>, Fault> {
        let keys = self.keys(m).await?;
        let mut query = in_municipality(&REPORTS, m, &["id", "revision", "number", "content"]);
        join_key(&mut query, &REPORTS, "id", Purpose::Report);
        query.and_where(of(&REPORTS, "id").is_in(ids.iter().map(|id| id.0)));
        let mut found = BTreeMap::new();
        for row in &self.all(&query).await? {
            let row = Row(row);
            let id = row.get::<Uuid>(0)?;
            let (sealed, wrapped) = (row.get::<Vec<u8>>(3)?, row.get::<Option<Vec<u8>>>(4)?);
            let place = (&REPORTS, REPORT_CONTENT, id);
            if let Some(value) = keys.document(place, Purpose::Report, wrapped.as_deref(), &sealed)? {
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

    pub(crate) async fn report_lines(
        &self,
        m: &MunicipalityId,
        filter: ReportFilter,
        after: Option<ReportId>,
        limit: u16,
    ) -> Result<Vec<ReportLine>, Fault> {
        let (state, order) = match filter {
            ReportFilter::New => ("new", Order::Asc),
            ReportFilter::Registered => ("registered", Order::Desc),
            ReportFilter::SetAside => ("set-aside", Order::Desc),
        };
        let mut query = lines(m);
        query.and_where(of(&REPORTS, "state").eq(state));
        if let Some(after) = after {
            let place = ["received_at", "id"].map(|column| of(&REPORTS, column));
            let last = Query::select()
                .columns(["received_at", "id"])
                .from(REPORTS.name)
                .and_where(Expr::col("id").eq(after.0))
                .and_where(Expr::col("municipality").eq(m.as_str()))
                .take();
            let last = Expr::SubQuery(None, Box::new(last.into()));
            query.and_where(match order {
                Order::Asc => Expr::tuple(place).gt(last),
                _ => Expr::tuple(place).lt(last),
            });
        }
        query
            .order_by((REPORTS.name, "received_at"), order.clone())
            .order_by((REPORTS.name, "id"), order)
            .limit(u64::from(limit));
        self.read_lines(m, &query).await
    }

    pub(crate) async fn partner_lines(
        &self,
        m: &MunicipalityId,
        partner: &PartnerId,
        limit: u16,
    ) -> Result<Vec<ReportLine>, Fault> {
        let mut query = lines(m);
        query
            .and_where(of(&REPORTS, "partner").eq(partner.as_str()))
            .order_by((REPORTS.name, "received_at"), Order::Desc)
            .order_by((REPORTS.name, "id"), Order::Desc)
            .limit(u64::from(limit));
        self.read_lines(m, &query).await
    }

    pub(crate) async fn account_lines(
        &self,
        m: &MunicipalityId,
        person: PersonId,
        limit: u16,
    ) -> Result<Vec<ReportLine>, Fault> {
        let account = account_hash(self.keys(m).await?.as_ref(), person);
        let mut query = lines(m);
        let same = of(&OWN_REPORTS, "report").equals((REPORTS.name, "id"));
        query
            .inner_join(OWN_REPORTS.name, same)
            .and_where(of(&OWN_REPORTS, "municipality").eq(m.as_str()))
            .and_where(of(&OWN_REPORTS, "account").eq(account))
            .order_by((OWN_REPORTS.name, "report"), Order::Desc)
            .limit(u64::from(limit));
        self.read_lines(m, &query).await
    }

    pub(crate) async fn key_of_person(
        &self,
        m: &MunicipalityId,
        person: PersonId,
        purpose: &str,
    ) -> Result<Vec<u8>, Fault> {
        let keys = self.keys(m).await?;
        Ok(keys.hash("personal-key", &format!("{person}:{purpose}")))
    }

    async fn read_lines(
        &self,
        m: &MunicipalityId,
        query: &SelectStatement,
    ) -> Result<Vec<ReportLine>, Fault> {
        let keys = self.keys(m).await?;
        let rows = self.all(query).await?;
        rows.iter().map(|row| line(&keys, row)).collect()
    }

    pub(crate) async fn reporter_of(
        &self,
        m: &MunicipalityId,
        id: ReportId,
    ) -> Result<Option<Reporter>, Fault> {
        let keys = self.keys(m).await?;
        let mut query = in_municipality(&REPORTERS, m, &["content"]);
        join_key(&mut query, &REPORTERS, "id", Purpose::Reporter);
        query.and_where(of(&REPORTERS, "id").eq(id.0));
        let Some(row) = self.one(&query).await? else {
            return Ok(None);
        };
        let row = Row(&row);
        let (sealed, wrapped) = (row.get::<Vec<u8>>(0)?, row.get::<Option<Vec<u8>>>(1)?);
        let place = (&REPORTERS, "content", id.0);
        keys.document(place, Purpose::Reporter, wrapped.as_deref(), &sealed)
    }

    pub(crate) async fn report_marked(
        &self,
        m: &MunicipalityId,
        mark: &Fingerprint,
    ) -> Result<Option<ReportId>, Fault> {
        let keys = self.keys(m).await?;
        let mut query = in_municipality(&FINGERPRINTS, m, &["subject"]);
        query.and_where(of(&FINGERPRINTS, "hash").eq(hash_of(&keys, mark)));
        let row = self.one(&query).await?;
        row.map(|row| Row(&row).get::<Uuid>(0).map(ReportId)).transpose()
    }

    pub(crate) async fn marked_since(
        &self,
        m: &MunicipalityId,
        mark: &Fingerprint,
    ) -> Result<Option<Timestamp>, Fault> {
        let keys = self.keys(m).await?;
        let mut query = Query::select();
        for table in [&REPORTS, &QUARANTINE] {
            let same = of(table, "id").equals((FINGERPRINTS.name, "subject"));
            query.left_join(table.name, same);
        }
        let stored = [&REPORTS, &QUARANTINE].map(|table| of(table, "received_at"));
        query
            .expr(Func::coalesce(stored.clone()))
            .from(FINGERPRINTS.name)
            .and_where(of(&FINGERPRINTS, "municipality").eq(m.as_str()))
            .and_where(of(&FINGERPRINTS, "hash").eq(hash_of(&keys, mark)))
            .and_where(Expr::from(Func::coalesce(stored)).is_not_null());
        let row = self.one(&query).await?;
        row.map(|row| Row(&row).moment(0)).transpose()
    }

    pub(crate) async fn file_bytes(
        &self,
        m: &MunicipalityId,
        report: ReportId,
        compartment: Compartment,
        file: FileId,
    ) -> Result<Option<Vec<u8>>, Fault> {
        let purpose = purpose_of(compartment);
        let keys = self.keys(m).await?;
        let mut query = in_municipality(&FILES, m, &["bytes"]);
        join_key(&mut query, &FILES, "report", purpose);
        query
            .and_where(of(&FILES, "id").eq(file.0))
            .and_where(of(&FILES, "report").eq(report.0));
        let Some(row) = self.one(&query).await? else {
            return Ok(None);
        };
        let row = Row(&row);
        let (sealed, wrapped) = (row.get::<Vec<u8>>(0)?, row.get::<Option<Vec<u8>>>(1)?);
        let key = keys.content_key(report.0, purpose.as_str(), wrapped.as_deref())?;
        key.map(|key| open_bytes(&key, (&FILES, "bytes", file.0), &sealed))
            .transpose()
    }
}

fn lines(m: &MunicipalityId) -> SelectStatement {
    let columns = [
        "id",
        "number",
        "received_at",
        "channel",
        "reporter_kind",
        "partner",
        "signal",
        "state",
        REPORT_SUMMARY,
    ];
    let mut query = in_municipality(&REPORTS, m, &columns);
    join_key(&mut query, &REPORTS, "id", Purpose::Report);
    query
}

fn line(keys: &MunicipalityKeys, row: &QueryResult) -> Result<ReportLine, Fault> {
    let row = Row(row);
    let id = row.get::<Uuid>(0)?;
    let (sealed, wrapped) = (row.get::<Vec<u8>>(8)?, row.get::<Option<Vec<u8>>>(9)?);
    let place = (&REPORTS, REPORT_SUMMARY, id);
    let summary: Option<ReportSummary> =
        keys.document(place, Purpose::Report, wrapped.as_deref(), &sealed)?;
    let summary = summary.unwrap_or_default();
    Ok(ReportLine {
        id: ReportId(id),
        number: row.get(1)?,
        subject: summary.subject,
        received_at: row.moment(2)?,
        channel: ChannelId(row.get(3)?),
        reporter_kind: row.choice(4, &ReporterKind::ALL, ReporterKind::as_str)?,
        partner: row.get::<Option<String>>(5)?.map(PartnerId),
        signal: row.get::<Option<Uuid>>(6)?.map(Into::into),
        set_aside: row.get::<String>(7)? == "set-aside",
        news: summary.news,
    })
}
