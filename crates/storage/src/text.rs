// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The texts of reports and signals for the search index: without who reported.

use meldroute_core::{
    id::{MunicipalityId, ReportId, SignalId},
    ports::{Hit, ReadError},
    report::Report,
    signal::Signal,
};
use sea_orm::sea_query::{Expr, ExprTrait as _, Order, Query, SelectStatement};
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::{
    database::Database,
    fault::Fault,
    keys::Purpose,
    query::{in_municipality, join_key, of},
    row::Row,
    schema::{
        Table,
        tables::{REPORTS, SIGNALS},
    },
};

/// Texts with what they belong to.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// Number and words of a signal or report. What was destroyed has no text.
    pub texts: Vec<(Hit, String)>,
    /// After what the next page begins; none at the end.
    pub next: Option<Hit>,
}

impl Database {
    /// A page of all texts of a municipality: signals first, then reports. What is stored meanwhile may or may not be among
    /// them: ask [`journal_end`](Self::journal_end) first, and for what changed after it.
    pub async fn texts(
        &self,
        m: &MunicipalityId,
        after: Option<Hit>,
        limit: u16,
    ) -> Result<Texts, ReadError> {
        let mut texts = Texts::default();
        let report = match after {
            Some(Hit::Report(id)) => Some(id.0),
            None | Some(Hit::Signal(_)) => {
                let after = after.and_then(|hit| match hit {
                    Hit::Signal(id) => Some(id.0),
                    Hit::Report(_) => None,
                });
                let query = page(&SIGNALS, m, after, limit);
                if self.add_signals(m, &query, &mut texts).await? == usize::from(limit) {
                    return Ok(texts);
                }
                None
            }
        };
        let query = page(&REPORTS, m, report, limit);
        if self.add_reports(m, &query, &mut texts).await? < usize::from(limit) {
            texts.next = None;
        }
        Ok(texts)
    }

    /// The texts of some reports and signals, for what changed.
    pub async fn texts_of(&self, m: &MunicipalityId, hits: &[Hit]) -> Result<Vec<(Hit, String)>, ReadError> {
        let mut texts = Texts::default();
        let signals = hits.iter().filter_map(|hit| match hit {
            Hit::Signal(id) => Some(id.0),
            Hit::Report(_) => None,
        });
        self.add_signals(m, &some(&SIGNALS, m, signals), &mut texts)
            .await?;
        let reports = hits.iter().filter_map(|hit| match hit {
            Hit::Report(id) => Some(id.0),
            Hit::Signal(_) => None,
        });
        self.add_reports(m, &some(&REPORTS, m, reports), &mut texts)
            .await?;
        Ok(texts.texts)
    }

    async fn add_signals(
        &self,
        m: &MunicipalityId,
        query: &SelectStatement,
        to: &mut Texts,
    ) -> Result<usize, Fault> {
        let of = |number: &str, signal: Signal| of_signal(number, &signal);
        let hit = |id| Hit::Signal(SignalId(id));
        self.add(m, query, (&SIGNALS, Purpose::Signal), (hit, of), to)
            .await
    }

    async fn add_reports(
        &self,
        m: &MunicipalityId,
        query: &SelectStatement,
        to: &mut Texts,
    ) -> Result<usize, Fault> {
        let of = |number: &str, report: Report| of_report(number, &report);
        let hit = |id| Hit::Report(ReportId(id));
        self.add(m, query, (&REPORTS, Purpose::Report), (hit, of), to)
            .await
    }

    async fn add<T: DeserializeOwned>(
        &self,
        m: &MunicipalityId,
        query: &SelectStatement,
        (table, purpose): (&'static Table, Purpose),
        (hit, text): (impl Fn(Uuid) -> Hit, impl Fn(&str, T) -> String),
        to: &mut Texts,
    ) -> Result<usize, Fault> {
        let keys = self.keys(m).await?;
        let rows = self.all(query).await?;
        for row in &rows {
            let row = Row(row);
            let id = row.get::<Uuid>(0)?;
            let (sealed, wrapped) = (row.get::<Vec<u8>>(2)?, row.get::<Option<Vec<u8>>>(3)?);
            let document = keys.document((table, "content", id), purpose, wrapped.as_deref(), &sealed)?;
            if let Some(document) = document {
                to.texts.push((hit(id), text(&row.get::<String>(1)?, document)));
            }
            to.next = Some(hit(id));
        }
        Ok(rows.len())
    }
}

fn all(table: &'static Table, m: &MunicipalityId) -> SelectStatement {
    let purpose = if table.name == SIGNALS.name {
        Purpose::Signal
    } else {
        Purpose::Report
    };
    let mut query = in_municipality(table, m, &["id", "number", "content"]);
    join_key(&mut query, table, "id", purpose);
    query
}

fn page(table: &'static Table, m: &MunicipalityId, after: Option<Uuid>, limit: u16) -> SelectStatement {
    let mut query = all(table, m);
    if let Some(after) = after {
        let last = Query::select()
            .column("number")
            .from(table.name)
            .and_where(Expr::col("id").eq(after))
            .and_where(Expr::col("municipality").eq(m.as_str()))
            .take();
        let last = Expr::SubQuery(None, Box::new(last.into()));
        query.and_where(of(table, "number").gt(last));
    }
    query
        // As text: any order will do, and this one has an index.
        .order_by((table.name, "number"), Order::Asc)
        .limit(u64::from(limit))
        .take()
}

fn some(table: &'static Table, m: &MunicipalityId, ids: impl Iterator<Item = Uuid>) -> SelectStatement {
    all(table, m).and_where(of(table, "id").is_in(ids)).take()
}

fn of_signal(number: &str, signal: &Signal) -> String {
    let mut words = vec![number, &signal.title];
    for observation in &signal.observations {
        words.extend([observation.text.as_str(), &observation.observed]);
    }
    for assessment in &signal.assessments {
        words.extend([assessment.explanation.as_str(), &assessment.place]);
    }
    let subjects = signal.subjects.iter().filter(|subject| subject.struck.is_none());
    words.extend(subjects.map(|subject| subject.value.as_str()));
    words.extend(signal.notes.iter().map(|note| note.text.as_str()));
    words.extend(signal.decisions.iter().map(|decision| decision.reason.as_str()));
    words.join("\n")
}

fn of_report(number: &str, report: &Report) -> String {
    let reference = report.id.reference();
    let mut words = vec![
        number,
        &reference,
        &report.subject,
        &report.text,
        &report.place,
        &report.observed,
    ];
    words.extend(
        report
            .corrections
            .iter()
            .flat_map(|it| [it.text.as_str(), &it.completed.place, &it.completed.observed]),
    );
    words.join("\n")
}
