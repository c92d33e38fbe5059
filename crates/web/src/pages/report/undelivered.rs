// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A mail did not arrive: how the message was given then, or why it is not.

use askama::Template;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{OutgoingId, ReportId},
    policy::Right,
    signal::feedback::FeedbackWay,
    usecase::{
        Failure,
        outgoing::{Prospect, prospect, settle_undelivered},
    },
};
use serde::Deserialize;

use super::{about::About, inbox::ReportPath};
use crate::{
    error::PageError,
    form::{Form, Problems},
    page::{Answer, Done, again, page},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/{report}/niet-aangekomen/{mail}")]
pub(crate) struct UndeliveredPath {
    pub(crate) report: ReportId,
    pub(crate) mail: OutgoingId,
}

pub(super) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::GiveFeedback);
    [
        route::get::<UndeliveredPath, _, _>(who, show),
        route::post::<UndeliveredPath, _, _>(who, settle),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct SettleForm {
    way: String,
    reason: String,
    safe: String,
}

#[derive(Template)]
#[template(path = "pages/report/undelivered.html")]
struct SettlePage<'a> {
    shell: Shell,
    problems: Problems,
    form: &'a SettleForm,
    about: About,
    prospect: Prospect,
    /// Ways in which it was given after all, and that it was not.
    ways: Vec<(&'static str, String)>,
    reporter: String,
}

/// The message is not given.
const NOT: &str = "niet";

async fn show(path: UndeliveredPath, user: User) -> Answer {
    let shown = read(&user, path.report).await?;
    page(&template(
        &user,
        &path,
        &SettleForm::default(),
        shown,
        Problems::none(),
    ))
}

async fn settle(path: UndeliveredPath, user: User, Form(form): Form<SettleForm>) -> Answer {
    let way = FeedbackWay::BY_HAND
        .into_iter()
        .find(|way| way.as_str() == form.way);
    let mut problems = Problems::none();
    problems.check(way.is_some() || form.way == NOT, "way", "undelivered-missing-way");
    problems.check(
        !form.reason.trim().is_empty(),
        "reason",
        "undelivered-missing-reason",
    );
    problems.fits("reason", &form.reason);
    if !problems.is_empty() {
        let shown = read(&user, path.report).await?;
        return again(&template(&user, &path, &form, shown, problems));
    }
    let settled = (way, form.reason.trim().to_owned(), !form.safe.is_empty());
    let to = Done::to(ReportPath { report: path.report });
    match settle_undelivered(&user.app.services, user.actor(), path.report, path.mail, settled).await {
        Ok(()) => to.say("done-undelivered").into(),
        Err(Failure::DoneAlready) => to.say("done-report-once").into(),
        Err(Failure::Invalid(fields)) => {
            let shown = read(&user, path.report).await?;
            let problems = Problems::named(&fields, "report-error");
            again(&template(&user, &path, &form, shown, problems))
        }
        Err(failure) => Err(failure.into()),
    }
}

async fn read(user: &User, report: ReportId) -> Result<(About, Prospect), PageError> {
    let about = About::read(user, report).await?;
    Ok((about, prospect(&user.app.services, user.actor(), report).await?))
}

fn template<'a>(
    user: &User,
    path: &UndeliveredPath,
    form: &'a SettleForm,
    (about, prospect): (About, Prospect),
    problems: Problems,
) -> SettlePage<'a> {
    let named = |way: FeedbackWay| (way.as_str(), user.lang.kind("feedback-way", way.as_str()));
    let mut ways: Vec<_> = FeedbackWay::BY_HAND.into_iter().map(named).collect();
    ways.push((NOT, user.lang.t("undelivered-not")));
    let report = path.report;
    SettlePage {
        shell: user
            .shell(user.lang.t("undelivered-title"))
            .wrong(!problems.is_empty()),
        problems,
        form,
        about,
        prospect,
        ways,
        reporter: super::reporter::ReporterPath { report }.to_string(),
    }
}
