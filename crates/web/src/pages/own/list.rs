// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! How one's own reports stand, and those of one's organisation: reference, date and state, nothing else.

use askama::Template;
use axum_extra::routing::TypedPath;
use chrono::NaiveDate;
use meldroute_core::{calendar::dutch_date, policy::Right, ports::ReportLine, report::News, usecase::report};
use serde::Deserialize;

use super::{form::FormPath, show::OwnPath};
use crate::{
    page::{Answer, page},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/eigen-meldingen")]
pub(super) struct OwnReportsPath;

pub(super) fn route() -> Route {
    route::get::<OwnReportsPath, _, _>(Who::Right(Right::ReadOwnReports), list)
}

struct Line {
    reference: String,
    href: String,
    received: NaiveDate,
    state: &'static str,
    /// What waits to be read, as key of a text.
    news: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "pages/own/list.html")]
struct OwnReportsPage {
    shell: Shell,
    lines: Vec<Line>,
    /// Whether an organisation's reports are among them.
    of_partner: bool,
    /// The form, where the municipality has one for the visitor.
    form: Option<String>,
}

async fn list(_: OwnReportsPath, user: User) -> Answer {
    let lines = report::list_own(&user.app.services, user.actor()).await?;
    let form = report::own_channel(user.configuration(), user.actor());
    page(&OwnReportsPage {
        shell: user.shell(user.lang.t("own-reports-title")),
        lines: lines.iter().map(Line::new).collect(),
        of_partner: user.actor().partners().next().is_some(),
        form: form.map(|_| FormPath.to_string()),
    })
}

impl Line {
    fn new(line: &ReportLine) -> Self {
        Self {
            received: dutch_date(line.received_at),
            state: match (line.signal, line.set_aside) {
                (Some(_), _) => "own-reports-state-signal",
                (None, true) => "own-reports-state-aside",
                (None, false) => "own-reports-state-new",
            },
            news: line.news.map(|news| match news {
                News::Question => "own-reports-news-question",
                News::Message => "own-reports-news-message",
            }),
            href: OwnPath { report: line.id }.to_string(),
            reference: line.id.reference(),
        }
    }
}
