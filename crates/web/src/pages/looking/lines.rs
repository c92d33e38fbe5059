// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Who looked at a signal or a report, or what somebody looked at, in a period.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use chrono::NaiveDate;
use meldroute_core::{
    id::{PersonId, ReportId, SignalId},
    looking::{Asked, Period},
    policy::Right,
    usecase::{
        looking::{Looked, who_looked},
        people,
    },
};
use serde::Deserialize;

use super::{
    ask::WhoLookedPath,
    row::{self, Row},
};
use crate::{
    App,
    page::{self, Answer},
    pages::signal::show::SignalPath,
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/wie-keek/signaal/{id}")]
pub(crate) struct OfSignalPath {
    pub(crate) id: SignalId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/wie-keek/melding/{id}")]
pub(crate) struct OfReportPath {
    pub(crate) id: ReportId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/wie-keek/account/{id}")]
pub(crate) struct OfPersonPath {
    pub(crate) id: PersonId,
}

pub(super) fn routes() -> [Route; 3] {
    let who = Who::Right(Right::ReadJournal);
    [
        route::get::<OfSignalPath, _, _>(who, of_signal),
        route::get::<OfReportPath, _, _>(who, of_report),
        route::get::<OfPersonPath, _, _>(who, of_person),
    ]
}

/// Lines on a page.
const LINES: u16 = 50;

/// Which days, and the page with what happened before an entry.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Asking {
    van: String,
    tot: String,
    voor: Option<u64>,
}

impl Asking {
    /// The days that were asked for, or else the year until today. Days that are no days are left as they were.
    fn period(&self, today: NaiveDate) -> Period {
        let year = Period::year_until(today);
        Period {
            first: self.van.parse().unwrap_or(year.first),
            last: self.tot.parse().unwrap_or(year.last),
        }
    }
}

#[derive(Template)]
#[template(path = "pages/looking/lines.html")]
struct LinesPage {
    shell: Shell,
    rows: Vec<Row>,
    period: Period,
    here: String,
    ask: WhoLookedPath,
    signal: Option<SignalPath>,
    reports: Vec<(OfReportPath, String)>,
    of_person: bool,
    first: Option<String>,
    next: Option<String>,
}

async fn of_signal(
    path: OfSignalPath,
    user: User,
    State(app): State<App>,
    Query(asking): Query<Asking>,
) -> Answer {
    show(&user, &app, (Asked::Signal(path.id), path.to_string()), asking).await
}

async fn of_report(
    path: OfReportPath,
    user: User,
    State(app): State<App>,
    Query(asking): Query<Asking>,
) -> Answer {
    show(&user, &app, (Asked::Report(path.id), path.to_string()), asking).await
}

async fn of_person(
    path: OfPersonPath,
    user: User,
    State(app): State<App>,
    Query(asking): Query<Asking>,
) -> Answer {
    show(&user, &app, (Asked::Person(path.id), path.to_string()), asking).await
}

async fn show(user: &User, app: &App, (asked, here): (Asked, String), asking: Asking) -> Answer {
    let period = asking.period(user.today);
    let page = (asking.voor, LINES);
    let looked = who_looked(&app.services, user.actor(), asked, period, page).await?;
    let colleagues = people::colleagues(&app.services, user.actor()).await?;
    let names: BTreeMap<_, _> = colleagues.into_iter().map(|c| (c.id, c.name)).collect();
    let days = format!("{here}?van={}&tot={}", period.first, period.last);
    let full = looked.lines.len() == usize::from(LINES);
    let last = looked.lines.last().map(|line| line.seq).filter(|_| full);
    page::page(&LinesPage {
        shell: user.shell(title(user, asked, &looked)),
        rows: row::grouped(row::rows(user, &names, &looked)),
        period,
        ask: WhoLookedPath,
        signal: match asked {
            Asked::Signal(id) => Some(SignalPath { id }),
            Asked::Report(_) | Asked::Person(_) => None,
        },
        reports: looked
            .reports
            .into_iter()
            .map(|(id, number)| (OfReportPath { id }, number))
            .collect(),
        of_person: matches!(asked, Asked::Person(_)),
        first: asking.voor.map(|_| days.clone()),
        next: last.map(|seq| format!("{days}&voor={seq}")),
        here,
    })
}

fn title(user: &User, asked: Asked, looked: &Looked) -> String {
    let said = user.lang.arg("name", &looked.name);
    match asked {
        Asked::Signal(_) | Asked::Report(_) => said.t("looking-of-thing"),
        Asked::Person(_) => said.t("looking-of-person"),
    }
}
