// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Reading work lists: one query, of which the cost does not depend on how much is stored or how far the page is.

use std::collections::BTreeMap;

use meldroute_core::{
    duty::{Duty, DutyKind, DutySubject, Holder},
    id::{ClaimId, ConsultId, FileId, ListId, MunicipalityId, PersonId, ReportId, SignalId, StepId},
    ports::{DutyLine, DutyQuery},
};
use sea_orm::{
    QueryResult,
    sea_query::{Expr, ExprTrait as _, Order, Query, SelectStatement, UnionType},
};
use uuid::Uuid;

use crate::{
    database::Database,
    fault::Fault,
    keys::{MunicipalityKeys, Purpose},
    quarantine::ABOUT_QUARANTINED,
    query::{in_municipality, of},
    report::{REPORT_SUMMARY, ReportSummary},
    row::Row,
    schema::tables::{DUTIES, KEYS, REPORTS, SIGNALS},
    signal::SignalSummary,
};

/// What duties about lists of what is to be destroyed are marked with.
pub(crate) const ABOUT_LIST: &str = "disposal-list";

/// The lines of the page, before what they are about is joined.
const PAGE: &str = "page";

impl Database {
    pub(crate) async fn duty_lines(
        &self,
        m: &MunicipalityId,
        wanted: &DutyQuery,
    ) -> Result<Vec<DutyLine>, Fault> {
        let keys = self.keys(m).await?;
        let holders: BTreeMap<_, _> = wanted.holders.iter().map(|h| (h.key(), h)).collect();
        let mut lists = holders.keys().map(|holder| of_holder(m, wanted, holder));
        let Some(first) = lists.next() else {
            return Ok(Vec::new());
        };
        let mut page = lists.fold(first, |mut all, list| all.union(UnionType::All, list).take());
        page.order_by("due", Order::Asc)
            .order_by("id", Order::Asc)
            .limit(u64::from(wanted.limit));
        let rows = self.all(&with_subjects(m, page)).await?;
        rows.iter().map(|row| line(m, &keys, &holders, row)).collect()
    }
}

/// The first lines of one holder, straight from the index: where an index must serve several holders, the database sorts them all.
fn of_holder(m: &MunicipalityId, wanted: &DutyQuery, holder: &str) -> SelectStatement {
    let columns = ["id", "holder", "due", "kind", "since", "subject_kind", "subject"];
    let mut query = in_municipality(&DUTIES, m, &columns);
    query.and_where(of(&DUTIES, "holder").eq(holder));
    match wanted.kinds.as_slice() {
        [] => {}
        [kind] => {
            query.and_where(of(&DUTIES, "kind").eq(kind.as_str()));
        }
        kinds => {
            query.and_where(of(&DUTIES, "kind").is_in(kinds.iter().map(|kind| kind.as_str())));
        }
    }
    if let Some(until) = wanted.due_until {
        query.and_where(of(&DUTIES, "due").lte(until.to_string()));
    }
    if let Some(after) = &wanted.after {
        let place = [of(&DUTIES, "due"), of(&DUTIES, "id")];
        let last = [Expr::val(after.due.to_string()), Expr::val(after.id)];
        query.and_where(Expr::tuple(place).gt(Expr::tuple(last)));
    }
    query
        .order_by((DUTIES.name, "due"), Order::Asc)
        .order_by((DUTIES.name, "id"), Order::Asc)
        .limit(u64::from(wanted.limit));
    // SQLite takes an order and a limit inside a union only within a query of its own.
    Query::select()
        .columns(columns)
        .from_subquery(query, "list")
        .take()
}

/// Adds what the lines are about: number and sealed summary of the signal or report, with its key.
fn with_subjects(m: &MunicipalityId, page: SelectStatement) -> SelectStatement {
    let subject = |table: &'static str| {
        Expr::col((table, "id"))
            .equals((PAGE, "subject"))
            .and(Expr::col((table, "municipality")).eq(m.as_str()))
    };
    let mut query = Query::select();
    for column in ["id", "holder", "due", "kind", "since", "subject_kind", "subject"] {
        query.column((PAGE, column));
    }
    for column in ["number", "summary", "step", "owner", "acute"] {
        query.column((SIGNALS.name, column));
    }
    query
        .columns([(REPORTS.name, "number"), (REPORTS.name, REPORT_SUMMARY)])
        .column((KEYS.name, "wrapped"))
        .from_subquery(page, PAGE)
        .left_join(SIGNALS.name, subject(SIGNALS.name))
        .left_join(REPORTS.name, subject(REPORTS.name))
        .left_join(
            KEYS.name,
            subject(KEYS.name).and(Expr::col((KEYS.name, "purpose")).equals((PAGE, "subject_kind"))),
        )
        .order_by((PAGE, "due"), Order::Asc)
        .order_by((PAGE, "id"), Order::Asc)
        .take()
}

fn line(
    m: &MunicipalityId,
    keys: &MunicipalityKeys,
    holders: &BTreeMap<String, &Holder>,
    row: &QueryResult,
) -> Result<DutyLine, Fault> {
    let row = Row(row);
    let subject = row.get::<Uuid>(6)?;
    let wrapped = row.get::<Option<Vec<u8>>>(14)?;
    let wrapped = wrapped.as_deref();
    let subject_kind = row.get::<String>(5)?;
    let (mut restricted, mut kept_out) = (false, Vec::new());
    let (about, number, title) = if subject_kind == ABOUT_LIST {
        // A list has no number, and holds nothing that could be its title.
        (DutySubject::List(ListId(subject)), String::new(), String::new())
    } else if subject_kind == ABOUT_QUARANTINED {
        // It has no number, and nothing that could be its title.
        let about = DutySubject::Quarantined(FileId(subject));
        (about, String::new(), String::new())
    } else if subject_kind == Purpose::Consult.as_str() {
        // A question has no number, and a work list tells nothing of it.
        (
            DutySubject::Consult(ConsultId(subject)),
            String::new(),
            String::new(),
        )
    } else if subject_kind == Purpose::Claim.as_str() {
        // Who asked stands in the request and on no list.
        (DutySubject::Claim(ClaimId(subject)), String::new(), String::new())
    } else if subject_kind == Purpose::Signal.as_str() {
        let place = (&SIGNALS, "summary", subject);
        let summary: Option<SignalSummary> =
            keys.document(place, Purpose::Signal, wrapped, &row.get::<Vec<u8>>(8)?)?;
        let summary = summary.unwrap_or_default();
        restricted = summary.restricted;
        kept_out = summary.kept_out;
        let about = DutySubject::Signal(SignalId(subject));
        (about, row.get(7)?, summary.title)
    } else {
        let place = (&REPORTS, REPORT_SUMMARY, subject);
        let summary: Option<ReportSummary> =
            keys.document(place, Purpose::Report, wrapped, &row.get::<Vec<u8>>(13)?)?;
        let title = summary.unwrap_or_default().subject;
        (DutySubject::Report(ReportId(subject)), row.get(12)?, title)
    };
    let holder = *holders.get(&row.get::<String>(1)?).ok_or(Fault::Value)?;
    Ok(DutyLine {
        id: row.get(0)?,
        duty: Duty {
            kind: row.choice(3, &DutyKind::ALL, DutyKind::as_str)?,
            holder: holder.clone(),
            due: row.date(2)?,
            since: row.moment(4)?,
            subject: about,
            municipality: m.clone(),
        },
        number,
        title,
        kept_out,
        step: row.get::<Option<String>>(9)?.map(StepId),
        owner: row.get::<Option<Uuid>>(10)?.map(PersonId),
        acute: row.get::<Option<bool>>(11)?.unwrap_or(false),
        restricted,
    })
}
