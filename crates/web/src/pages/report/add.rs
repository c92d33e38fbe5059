// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Adding a report to a running signal, by its number and with the reason.

use askama::Template;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::ReportId,
    policy::Right,
    ports::SignalQuery,
    signal::act::LinkRefusal,
    usecase::{Failure, signal},
};
use serde::Deserialize;

use super::about::About;
use crate::{
    error::PageError,
    form::{Form, Problems},
    page::{Answer, Done, again, page},
    pages::signal::show::SignalPath,
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/{report}/toevoegen")]
pub(crate) struct AddPath {
    pub(crate) report: ReportId,
}

pub(super) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::TriageReports);
    [
        route::get::<AddPath, _, _>(who, show),
        route::post::<AddPath, _, _>(who, add),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct AddForm {
    number: String,
    reason: String,
}

#[derive(Template)]
#[template(path = "pages/report/add.html")]
struct AddPage<'a> {
    shell: Shell,
    problems: Problems,
    form: &'a AddForm,
    about: About,
    /// Open signals to choose from: number and title.
    open: Vec<(String, String)>,
}

async fn show(path: AddPath, user: User) -> Answer {
    page(&template(&user, path.report, &AddForm::default(), Problems::none()).await?)
}

async fn add(path: AddPath, user: User, Form(form): Form<AddForm>) -> Answer {
    let (services, actor) = (&user.app.services, user.actor());
    let mut problems = Problems::none();
    problems.check(!form.reason.trim().is_empty(), "reason", "report-error-reason");
    problems.fits("reason", &form.reason);
    let signal = if form.number.trim().is_empty() {
        problems.add("number", "report-error-number-empty");
        None
    } else {
        match signal::numbered(services, actor, &form.number).await {
            Ok(signal) => Some(signal),
            Err(Failure::NotFound) => {
                problems.add("number", "report-error-number");
                None
            }
            Err(failure) => return Err(failure.into()),
        }
    };
    let (Some(signal), true) = (signal, problems.is_empty()) else {
        return again(&template(&user, path.report, &form, problems).await?);
    };
    let reason = form.reason.trim().to_owned();
    match signal::link(services, actor, signal, path.report, reason).await {
        Ok(()) => Done::to(SignalPath { id: signal })
            .say("done-report-added")
            .into(),
        Err(Failure::DoneAlready) => Done::to(SignalPath { id: signal }).say("done-report-once").into(),
        Err(Failure::Link(LinkRefusal::SignalClosed)) => {
            problems.add("number", "report-error-closed");
            again(&template(&user, path.report, &form, problems).await?)
        }
        Err(failure) => Err(failure.into()),
    }
}

async fn template<'a>(
    user: &User,
    report: ReportId,
    form: &'a AddForm,
    problems: Problems,
) -> Result<AddPage<'a>, PageError> {
    let query = SignalQuery {
        limit: 50,
        ..SignalQuery::default()
    };
    let open = signal::list(&user.app.services, user.actor(), &query).await?;
    Ok(AddPage {
        about: About::read(user, report).await?,
        shell: user
            .shell(user.lang.t("report-add-title"))
            .wrong(!problems.is_empty()),
        problems,
        form,
        open: open.into_iter().map(|line| (line.number, line.title)).collect(),
    })
}
