// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! After typing in: the number to say to the reporter, and what anonymous reporting costs.

use askama::Template;
use axum::extract::Query;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    configuration::channel::Anonymity, id::ReportId, policy::Right, usecase::would_permit_here,
};
use serde::Deserialize;

use super::{inbox::ReportPath, type_in::TypePath};
use crate::{
    page::{Answer, Done, page},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/typen/klaar")]
pub(crate) struct DonePath;

pub(super) fn route() -> Route {
    route::get::<DonePath, _, _>(Who::Right(Right::TypeReport), show)
}

/// What the address says: an identifier, no content.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    #[serde(rename = "melding")]
    report: Option<ReportId>,
    #[serde(rename = "anoniem")]
    anonymous: bool,
}

#[derive(Template)]
#[template(path = "pages/report/typed.html")]
struct TypedPage {
    shell: Shell,
    /// What to say to somebody who reports anonymously.
    cost: String,
    /// The report, for who may read it.
    report: Option<String>,
}

/// On to this page.
pub(super) fn done(report: ReportId, anonymous: bool) -> Answer {
    Done::to(format!("{DonePath}?melding={report}&anoniem={anonymous}")).into()
}

async fn show(_: DonePath, user: User, Query(asked): Query<Asked>) -> Answer {
    let Some(report) = asked.report else {
        return Done::to(TypePath).into();
    };
    let cost = match &user.configuration().anonymity {
        Anonymity::AcceptWithCost { cost } if asked.anonymous => user.lang.text(cost).to_owned(),
        _ => String::new(),
    };
    page(&TypedPage {
        shell: user.shell(
            user.lang
                .arg("reference", report.reference())
                .t("report-typed-title"),
        ),
        cost,
        report: would_permit_here(user.actor(), Right::ReadReports)
            .then(|| ReportPath { report }.to_string()),
    })
}
