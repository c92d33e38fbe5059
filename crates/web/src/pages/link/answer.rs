// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The answer to a suggestion: add the report to the signal, or remember that they do not belong together.

use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{ReportId, SignalId},
    link::Thing,
    policy::Right,
    usecase::{Failure, link, signal},
};
use serde::Deserialize;

use crate::{
    error::PageError,
    form::Form,
    page::{Answer, Done},
    pages::{report::inbox::ReportPath, signal::show::SignalPath},
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/{report}/samenhang")]
pub(crate) struct AnswerReportPath {
    pub(crate) report: ReportId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{id}/samenhang")]
pub(crate) struct AnswerSignalPath {
    pub(crate) id: SignalId,
}

pub(super) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::TriageReports);
    [
        route::post::<AnswerReportPath, _, _>(who, of_report),
        route::post::<AnswerSignalPath, _, _>(who, of_signal),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct AnswerForm {
    /// `add`, `no`, or `back`: what was said no to may belong with it after all.
    answer: String,
    /// `report` or `signal`.
    kind: String,
    other: String,
    /// What they share, in words.
    why: String,
    /// Why they do not belong together; may be empty.
    reason: String,
}

impl AnswerForm {
    fn other(&self) -> Result<Thing, PageError> {
        match self.kind.as_str() {
            "report" => Ok(Thing::Report(self.other.parse().or(Err(PageError::Malformed))?)),
            "signal" => Ok(Thing::Signal(self.other.parse().or(Err(PageError::Malformed))?)),
            _ => Err(PageError::Malformed),
        }
    }
}

async fn of_report(path: AnswerReportPath, user: User, Form(form): Form<AnswerForm>) -> Answer {
    match (form.answer.as_str(), form.other()?) {
        ("add", Thing::Signal(signal)) => add(&user, signal, path.report, &form.why).await,
        ("no", other) => {
            let here = Done::to(ReportPath { report: path.report });
            keep_apart(&user, Thing::Report(path.report), other, &form.reason, here).await
        }
        ("back", other) => {
            let here = Done::to(ReportPath { report: path.report });
            bring_together(&user, Thing::Report(path.report), other, here).await
        }
        _ => Err(PageError::Malformed),
    }
}

async fn of_signal(path: AnswerSignalPath, user: User, Form(form): Form<AnswerForm>) -> Answer {
    match (form.answer.as_str(), form.other()?) {
        ("add", Thing::Report(report)) => add(&user, path.id, report, &form.why).await,
        ("no", other) => {
            let here = Done::to(SignalPath { id: path.id });
            keep_apart(&user, Thing::Signal(path.id), other, &form.reason, here).await
        }
        ("back", other) => {
            let here = Done::to(SignalPath { id: path.id });
            bring_together(&user, Thing::Signal(path.id), other, here).await
        }
        _ => Err(PageError::Malformed),
    }
}

async fn add(user: &User, signal: SignalId, report: ReportId, why: &str) -> Answer {
    let to = Done::to(SignalPath { id: signal });
    match signal::link(
        &user.app.services,
        user.actor(),
        signal,
        report,
        why.trim().to_owned(),
    )
    .await
    {
        Ok(()) => to.say("done-report-added").into(),
        Err(Failure::DoneAlready) => to.say("done-report-once").into(),
        Err(failure) => Err(failure.into()),
    }
}

/// A form that is sent twice says so once.
async fn keep_apart(user: &User, one: Thing, other: Thing, reason: &str, to: Done) -> Answer {
    match link::keep_apart(&user.app.services, user.actor(), one, other, reason).await {
        Ok(()) | Err(Failure::DoneAlready) => to.say("done-link-apart").into(),
        Err(failure) => Err(failure.into()),
    }
}

async fn bring_together(user: &User, one: Thing, other: Thing, to: Done) -> Answer {
    match link::bring_together(&user.app.services, user.actor(), one, other).await {
        Ok(()) | Err(Failure::DoneAlready) => to.say("done-link-back").into(),
        Err(failure) => Err(failure.into()),
    }
}
