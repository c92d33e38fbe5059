// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Opening who reported: a reason first, then the data, once.

use askama::Template;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::ReportId,
    policy::Right,
    report::Reporter,
    usecase::{Failure, report},
};
use serde::Deserialize;

use super::about::About;
use crate::{
    form::{Form, Problems},
    page::{Answer, again, page},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/{report}/melder")]
pub(crate) struct ReporterPath {
    pub(crate) report: ReportId,
}

pub(super) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::OpenReporter);
    [
        route::get::<ReporterPath, _, _>(who, ask),
        route::post::<ReporterPath, _, _>(who, open),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct OpenForm {
    reason: String,
}

#[derive(Template)]
#[template(path = "pages/report/reporter.html")]
struct ReporterPage {
    shell: Shell,
    problems: Problems,
    reason: String,
    about: About,
    /// The data, after the reason was given.
    opened: Option<Reporter>,
}

async fn ask(path: ReporterPath, user: User) -> Answer {
    let about = About::read(&user, path.report).await?;
    page(&template(
        &user,
        about,
        OpenForm::default(),
        Problems::none(),
        None,
    ))
}

/// The one form whose answer is a page: a redirect would need the data a second time.
async fn open(path: ReporterPath, user: User, Form(form): Form<OpenForm>) -> Answer {
    let reason = form.reason.trim();
    let opened = report::open_reporter(&user.app.services, user.actor(), path.report, reason).await;
    let about = About::read(&user, path.report).await?;
    match opened {
        Ok(reporter) => page(&template(
            &user,
            about,
            form,
            Problems::none(),
            Some(reporter.unwrap_or_default()),
        )),
        Err(Failure::Invalid(fields)) => {
            let problems = Problems::of_reason(&fields, &form.reason);
            again(&template(&user, about, form, problems, None))
        }
        Err(failure) => Err(failure.into()),
    }
}

fn template(
    user: &User,
    about: About,
    form: OpenForm,
    problems: Problems,
    opened: Option<Reporter>,
) -> ReporterPage {
    ReporterPage {
        shell: user
            .shell(user.lang.t("report-reporter-title"))
            .wrong(!problems.is_empty()),
        problems,
        reason: form.reason,
        about,
        opened,
    }
}
