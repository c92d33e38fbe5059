// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! One message that could not be read: saving it as it came, and saying what became of it.

use askama::Template;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    change::{AUTO_REPLY, QuarantineOutcome},
    id::FileId,
    policy::Right,
    ports::QuarantineLine,
    usecase::{
        Failure,
        report::{self, Opened},
    },
};
use serde::Deserialize;

use super::{
    file,
    quarantine::{QuarantinePath, why},
};
use crate::{
    form::{Form, Problems},
    page::{Answer, Done, again, page},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/onleesbaar/{message}")]
pub(crate) struct QuarantinedPath {
    pub(crate) message: FileId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/onleesbaar/{message}/bericht")]
struct BytesPath {
    message: FileId,
}

pub(super) fn routes() -> [Route; 3] {
    let who = Who::Right(Right::TriageReports);
    [
        route::get::<QuarantinedPath, _, _>(who, show),
        route::post::<QuarantinedPath, _, _>(who, settle),
        route::get::<BytesPath, _, _>(Who::Right(Right::OpenReporter), save),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct SettleForm {
    which: String,
    note: String,
}

#[derive(Template)]
#[template(path = "pages/report/quarantined.html")]
struct QuarantinedPage<'a> {
    shell: Shell,
    problems: Problems,
    form: &'a SettleForm,
    line: QuarantineLine,
    why: String,
    /// An answer by a computer: nobody has to do anything.
    automatic: bool,
    bytes: String,
    outcomes: [QuarantineOutcome; 2],
}

async fn show(path: QuarantinedPath, user: User) -> Answer {
    let line = report::quarantined(&user.app.services, user.actor(), path.message).await?;
    page(&template(&user, &SettleForm::default(), line, Problems::none()))
}

async fn settle(path: QuarantinedPath, user: User, Form(form): Form<SettleForm>) -> Answer {
    let (services, actor) = (&user.app.services, user.actor());
    let outcome = QuarantineOutcome::ALL
        .into_iter()
        .find(|outcome| outcome.as_str() == form.which);
    let mut problems = Problems::none();
    problems.check(outcome.is_some(), "which", "report-quarantine-error-which");
    problems.fits("note", &form.note);
    let Some(outcome) = outcome else {
        let line = report::quarantined(services, actor, path.message).await?;
        return again(&template(&user, &form, line, problems));
    };
    let note = form.note.trim().to_owned();
    match report::settle_quarantined(services, actor, path.message, outcome, note).await {
        Ok(()) => Done::to(QuarantinePath).say("done-report-quarantined").into(),
        Err(Failure::DoneAlready) => Done::to(QuarantinePath).say("done-report-once").into(),
        Err(failure) => Err(failure.into()),
    }
}

async fn save(path: BytesPath, user: User) -> Answer {
    let bytes = report::open_quarantined(&user.app.services, user.actor(), path.message).await?;
    file::download(&Opened {
        name: format!("{}.eml", path.message),
        media_type: "message/rfc822".to_owned(),
        bytes,
    })
}

fn template<'a>(
    user: &User,
    form: &'a SettleForm,
    line: QuarantineLine,
    problems: Problems,
) -> QuarantinedPage<'a> {
    let shell = user
        .shell(user.lang.t("report-quarantined-title"))
        .wrong(!problems.is_empty());
    QuarantinedPage {
        why: why(&shell, &line.reason),
        automatic: line.reason == AUTO_REPLY,
        bytes: BytesPath { message: line.id }.to_string(),
        outcomes: QuarantineOutcome::ALL,
        shell,
        problems,
        form,
        line,
    }
}
