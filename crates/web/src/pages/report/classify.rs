// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Saying who reports, where the program could only guess from the address of a mail.

use askama::Template;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{AreaId, PartnerId, ReportId},
    policy::Right,
    report::ReporterKind,
    usecase::{
        Failure,
        report::{self, Classify},
    },
};
use serde::Deserialize;

use super::{
    about::About,
    inbox::ReportPath,
    who::{self, Choices},
};
use crate::{
    form::{Form, Problems},
    page::{Answer, Done, again, page},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/{report}/melder-soort")]
pub(crate) struct ClassifyPath {
    pub(crate) report: ReportId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/{report}/organisatie")]
pub(crate) struct PartnerPath {
    pub(crate) report: ReportId,
}

pub(super) fn routes() -> [Route; 3] {
    let who = Who::Right(Right::TriageReports);
    [
        route::post::<PartnerPath, _, _>(who, confirm),
        route::get::<ClassifyPath, _, _>(who, show),
        route::post::<ClassifyPath, _, _>(who, classify),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ClassifyForm {
    #[serde(rename = "reporter-kind")]
    kind: String,
    partner: String,
    openness: String,
    area: String,
}

#[derive(Template)]
#[template(path = "pages/report/classify.html")]
struct ClassifyPage<'a> {
    shell: Shell,
    problems: Problems,
    form: &'a ClassifyForm,
    about: About,
    choices: Choices,
}

async fn show(path: ClassifyPath, user: User) -> Answer {
    let stored = report::read(&user.app.services, user.actor(), path.report).await?;
    let report = &stored.value;
    let form = ClassifyForm {
        kind: report.reporter_kind.as_str().to_owned(),
        partner: report.partner.as_ref().map(|p| p.0.clone()).unwrap_or_default(),
        openness: who::openness_name(report.openness).to_owned(),
        area: report.area.0.clone(),
    };
    page(&template(
        &user,
        &form,
        About::new(&user, &stored),
        Problems::none(),
    ))
}

async fn classify(path: ClassifyPath, user: User, Form(form): Form<ClassifyForm>) -> Answer {
    let kind = who::kind(&form.kind);
    let openness = who::openness(&form.openness);
    let mut problems = Problems::none();
    problems.check(kind.is_some(), "reporter-kind", "report-error-reporter-kind");
    problems.check(openness.is_some(), "openness", "report-error-openness");
    if let (Some(reporter_kind), Some(openness)) = (kind, openness) {
        let partner = Some(&form.partner).filter(|_| reporter_kind == ReporterKind::ChainPartner);
        let command = Classify {
            reporter_kind,
            partner: partner
                .filter(|partner| !partner.is_empty())
                .map(|partner| PartnerId(partner.clone())),
            openness,
            area: area(&user, &form),
        };
        match report::classify(&user.app.services, user.actor(), path.report, command).await {
            Ok(()) => {
                return Done::to(ReportPath { report: path.report })
                    .say("done-report-classified")
                    .into();
            }
            Err(Failure::Invalid(fields)) => problems = Problems::named(&fields, "report-error"),
            Err(failure) => return Err(failure.into()),
        }
    }
    let about = About::read(&user, path.report).await?;
    again(&template(&user, &form, about, problems))
}

/// Whether a report is from the partner that its address suggests.
#[derive(Deserialize)]
struct ConfirmForm {
    confirmed: bool,
}

async fn confirm(path: PartnerPath, user: User, Form(form): Form<ConfirmForm>) -> Answer {
    let (services, actor) = (&user.app.services, user.actor());
    let to = Done::to(ReportPath { report: path.report });
    match report::confirm_partner(services, actor, path.report, form.confirmed).await {
        Ok(()) if form.confirmed => to.say("done-report-partner-yes").into(),
        Ok(()) => to.say("done-report-partner-no").into(),
        Err(Failure::DoneAlready) => to.say("done-report-once").into(),
        Err(failure) => Err(failure.into()),
    }
}

/// The only one, where there is one.
fn area(user: &User, form: &ClassifyForm) -> AreaId {
    match user.configuration().municipality.areas.as_slice() {
        [only] => only.id.clone(),
        _ => AreaId(form.area.clone()),
    }
}

fn template<'a>(user: &User, form: &'a ClassifyForm, about: About, problems: Problems) -> ClassifyPage<'a> {
    ClassifyPage {
        shell: user
            .shell(user.lang.t("report-classify-title"))
            .wrong(!problems.is_empty()),
        problems,
        form,
        about,
        choices: Choices::new(user, &ReporterKind::ALL),
    }
}
