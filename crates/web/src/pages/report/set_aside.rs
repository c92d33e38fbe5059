// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Saying that a report is no signal, and why.

use askama::Template;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::ReportId,
    policy::Right,
    report::SetAsideReason,
    usecase::{Failure, report},
};
use serde::Deserialize;

use super::{about::About, inbox::ReportPath};
use crate::{
    form::{Form, Problems},
    page::{Answer, Done, again, page},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/{report}/geen-signaal")]
pub(crate) struct SetAsidePath {
    pub(crate) report: ReportId,
}

pub(super) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::TriageReports);
    [
        route::get::<SetAsidePath, _, _>(who, show),
        route::post::<SetAsidePath, _, _>(who, set_aside),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct SetAsideForm {
    which: String,
    note: String,
}

#[derive(Template)]
#[template(path = "pages/report/set_aside.html")]
struct SetAsidePage<'a> {
    shell: Shell,
    problems: Problems,
    form: &'a SetAsideForm,
    about: About,
    reasons: [SetAsideReason; 4],
}

async fn show(path: SetAsidePath, user: User) -> Answer {
    let about = About::read(&user, path.report).await?;
    page(&template(
        &user,
        &SetAsideForm::default(),
        about,
        Problems::none(),
    ))
}

async fn set_aside(path: SetAsidePath, user: User, Form(form): Form<SetAsideForm>) -> Answer {
    let reason = SetAsideReason::ALL
        .into_iter()
        .find(|reason| reason.as_str() == form.which);
    let mut problems = Problems::none();
    problems.check(reason.is_some(), "which", "report-error-aside-which");
    problems.check(!form.note.trim().is_empty(), "note", "report-error-note");
    problems.fits("note", &form.note);
    let (Some(reason), true) = (reason, problems.is_empty()) else {
        let about = About::read(&user, path.report).await?;
        return again(&template(&user, &form, about, problems));
    };
    let note = form.note.trim().to_owned();
    let to = Done::to(ReportPath { report: path.report });
    match report::set_aside(&user.app.services, user.actor(), path.report, reason, note).await {
        Ok(()) => to.say("done-report-set-aside").into(),
        Err(Failure::DoneAlready) => to.say("done-report-once").into(),
        Err(failure) => Err(failure.into()),
    }
}

fn template<'a>(user: &User, form: &'a SetAsideForm, about: About, problems: Problems) -> SetAsidePage<'a> {
    SetAsidePage {
        shell: user
            .shell(user.lang.t("report-aside-title"))
            .wrong(!problems.is_empty()),
        problems,
        form,
        about,
        reasons: SetAsideReason::ALL,
    }
}
