// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Correcting a report or adding to it; what was received stays.

use askama::Template;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::ReportId,
    policy::Right,
    report::Completed,
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
#[typed_path("/meldingen/{report}/verbeteren")]
pub(crate) struct CorrectPath {
    pub(crate) report: ReportId,
}

pub(super) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::TriageReports);
    [
        route::get::<CorrectPath, _, _>(who, show),
        route::post::<CorrectPath, _, _>(who, correct),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct CorrectForm {
    text: String,
    reason: String,
    place: String,
    observed: String,
    first_hand: String,
}

#[derive(Template)]
#[template(path = "pages/report/correct.html")]
struct CorrectPage<'a> {
    shell: Shell,
    problems: Problems,
    form: &'a CorrectForm,
    about: About,
}

async fn show(path: CorrectPath, user: User) -> Answer {
    let stored = report::read(&user.app.services, user.actor(), path.report).await?;
    let form = CorrectForm {
        text: stored.value.current_text().to_owned(),
        ..CorrectForm::default()
    };
    page(&template(
        &user,
        &form,
        About::new(&user, &stored),
        Problems::none(),
    ))
}

async fn correct(path: CorrectPath, user: User, Form(form): Form<CorrectForm>) -> Answer {
    let (text, reason) = (form.text.trim().to_owned(), form.reason.trim().to_owned());
    let completed = Completed {
        place: form.place.trim().to_owned(),
        observed: form.observed.trim().to_owned(),
        first_hand: match form.first_hand.as_str() {
            "ja" => Some(true),
            "nee" => Some(false),
            _ => None,
        },
    };
    let to = Done::to(ReportPath { report: path.report });
    match report::correct(
        &user.app.services,
        user.actor(),
        path.report,
        (text, completed),
        reason,
    )
    .await
    {
        Ok(()) => to.say("done-report-corrected").into(),
        Err(Failure::DoneAlready) => to.say("done-report-once").into(),
        Err(Failure::Invalid(fields)) => {
            let about = About::read(&user, path.report).await?;
            let problems = Problems::named(&fields, "report-error");
            again(&template(&user, &form, about, problems))
        }
        Err(failure) => Err(failure.into()),
    }
}

fn template<'a>(user: &User, form: &'a CorrectForm, about: About, problems: Problems) -> CorrectPage<'a> {
    CorrectPage {
        shell: user
            .shell(user.lang.t("report-correct-title"))
            .wrong(!problems.is_empty()),
        problems,
        form,
        about,
    }
}
