// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! How the reports of the visitor's own organisation stand: number, date and state, nothing else.

use askama::Template;
use axum_extra::routing::TypedPath;
use chrono::NaiveDate;
use meldroute_core::{calendar::dutch_date, policy::Right, ports::ReportLine, usecase::report};
use serde::Deserialize;

use crate::{
    page::{Answer, page},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/eigen-meldingen")]
struct OwnReportsPath;

pub(super) fn route() -> Route {
    route::get::<OwnReportsPath, _, _>(Who::Right(Right::ReadOwnReports), list)
}

struct Line {
    number: String,
    received: NaiveDate,
    state: &'static str,
}

#[derive(Template)]
#[template(path = "pages/partner/own_reports.html")]
struct OwnReportsPage {
    shell: Shell,
    lines: Vec<Line>,
}

async fn list(_: OwnReportsPath, user: User) -> Answer {
    let lines = report::of_own_organisation(&user.app.services, user.actor()).await?;
    page(&OwnReportsPage {
        shell: user.shell(user.lang.t("own-reports-title")),
        lines: lines.into_iter().map(Line::new).collect(),
    })
}

impl Line {
    fn new(line: ReportLine) -> Self {
        Self {
            received: dutch_date(line.received_at),
            state: match (line.signal, line.set_aside) {
                (Some(_), _) => "own-reports-state-signal",
                (None, true) => "own-reports-state-aside",
                (None, false) => "own-reports-state-new",
            },
            number: line.number,
        }
    }
}
