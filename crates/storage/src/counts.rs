// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Counting, from clear columns and from indexes only.

use std::collections::BTreeMap;

use meldroute_core::{
    id::{AreaId, ChannelId, FormId, MunicipalityId, StepId},
    ports::Counts,
    signal::stage::Confirmation,
};
use sea_orm::sea_query::{Asterisk, Expr, ExprTrait as _, Func, Order, Query, SelectStatement};

use crate::{
    database::Database,
    fault::Fault,
    query::{in_municipality, of},
    row::{Row, choice},
    schema::tables::{COUNTED_REPORTS, COUNTED_SIGNALS, REPORTS, SIGNAL_FORMS, SIGNALS},
    signal::CONFIRMATIONS,
};

impl Database {
    pub(crate) async fn counted(&self, m: &MunicipalityId) -> Result<Counts, Fault> {
        let mut counts = Counts::default();
        let months = counted(
            in_municipality(&REPORTS, m, &[]),
            start_of("received_on", 7),
            &["channel"],
        );
        for row in &self.all(&months).await? {
            let row = Row(row);
            let (year, month) = year_and_month(&row.get::<String>(0)?)?;
            let place = (year, month, ChannelId(row.get(1)?));
            counts.reports.insert(place, count(&row, 2)?);
        }
        let signals = |closed| {
            let mut query = in_municipality(&SIGNALS, m, &[]);
            query.and_where(of(&SIGNALS, "closed").eq(closed)).take()
        };
        let open = counted(signals(false), of(&SIGNALS, "step"), &[]);
        for row in &self.all(&open).await? {
            let row = Row(row);
            counts.open.insert(StepId(row.get(0)?), count(&row, 1)?);
        }
        let closed = counted(signals(true), start_of("due", 4), &["confirmation"]);
        for row in &self.all(&closed).await? {
            let row = Row(row);
            let said = choice(&row.get::<String>(1)?, &CONFIRMATIONS, Confirmation::as_str)?;
            let year = number(&row.get::<String>(0)?)?;
            counts.closed.insert((year, said), count(&row, 2)?);
        }
        let forms = counted(
            in_municipality(&SIGNAL_FORMS, m, &[]),
            start_of("opened_on", 4),
            &["form", "area"],
        );
        for row in &self.all(&forms).await? {
            let row = Row(row);
            let year = number(&row.get::<String>(0)?)?;
            let place = (year, FormId(row.get(1)?), AreaId(row.get(2)?));
            counts.forms.insert(place, count(&row, 3)?);
        }
        self.add_nameless(m, &mut counts).await?;
        Ok(counts)
    }

    /// Adds what is counted of things whose content is gone.
    async fn add_nameless(&self, m: &MunicipalityId, counts: &mut Counts) -> Result<(), Fault> {
        let columns = ["opened_year", "closed_year", "area", "confirmation", "forms"];
        for row in &self.all(&in_municipality(&COUNTED_SIGNALS, m, &columns)).await? {
            let row = Row(row);
            let (opened, closed) = (year(&row, 0)?, year(&row, 1)?);
            let said = row.choice(3, &CONFIRMATIONS, Confirmation::as_str)?;
            *counts.closed.entry((closed, said)).or_default() += 1;
            let area = AreaId(row.get(2)?);
            for form in row.get::<String>(4)?.split(',').filter(|form| !form.is_empty()) {
                let place = (opened, FormId(form.to_owned()), area.clone());
                *counts.forms.entry(place).or_default() += 1;
            }
        }
        for row in &self
            .all(&in_municipality(&COUNTED_REPORTS, m, &["month", "channel"]))
            .await?
        {
            let row = Row(row);
            let (year, month) = year_and_month(&row.get::<String>(0)?)?;
            let place = (year, month, ChannelId(row.get(1)?));
            *counts.reports.entry(place).or_default() += 1;
        }
        Ok(())
    }

    pub(crate) async fn numbers_per_step(
        &self,
        m: &MunicipalityId,
    ) -> Result<BTreeMap<StepId, Vec<String>>, Fault> {
        let mut query = in_municipality(&SIGNALS, m, &["step", "number"]);
        query
            .and_where(of(&SIGNALS, "closed").eq(false))
            .order_by("number", Order::Asc);
        let mut steps: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for row in &self.all(&query).await? {
            let row = Row(row);
            steps.entry(StepId(row.get(0)?)).or_default().push(row.get(1)?);
        }
        Ok(steps)
    }
}

/// How many rows of a kind there are of each group. Grouped outside, since PostgreSQL does not see that two parameters are the same.
fn counted(mut rows: SelectStatement, by: Expr, and: &[&'static str]) -> SelectStatement {
    rows.expr_as(by, "start").columns(and.iter().copied());
    let groups = || std::iter::once("start").chain(and.iter().copied());
    Query::select()
        .columns(groups())
        .expr(Expr::col(Asterisk).count())
        .from_subquery(rows, "counted")
        .group_by_columns(groups())
        .take()
}

/// The year, or the year and the month, of a date: both databases know this function.
fn start_of(column: &'static str, length: i32) -> Expr {
    Func::cust("substr")
        .args([Expr::col(column), Expr::value(1), Expr::value(length)])
        .into()
}

fn count(row: &Row<'_>, column: usize) -> Result<u64, Fault> {
    u64::try_from(row.get::<i64>(column)?).or(Err(Fault::Value))
}

fn year(row: &Row<'_>, column: usize) -> Result<i32, Fault> {
    i32::try_from(row.get::<i64>(column)?).or(Err(Fault::Value))
}

fn number<T: std::str::FromStr>(text: &str) -> Result<T, Fault> {
    text.parse().or(Err(Fault::Value))
}

fn year_and_month(text: &str) -> Result<(i32, u32), Fault> {
    let (year, month) = text.split_once('-').ok_or(Fault::Value)?;
    Ok((number(year)?, number(month)?))
}
