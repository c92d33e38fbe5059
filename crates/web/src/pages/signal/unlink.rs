// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Taking a report out of a signal to which it does not belong; it goes back to the new reports.

use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{ReportId, SignalId},
    policy::Right,
    report::ReportRefusal,
    signal::act::{ActKind, LinkRefusal},
    usecase::{Failure, signal},
};
use serde::Deserialize;

use crate::{
    App,
    error::PageError,
    form::{Form, Problems},
    page::{Answer, Done},
    pages::signal::{
        act::{ActForm, Case},
        field::{Field, Given, Way},
        origin::reporter_name,
    },
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{id}/melding-eruit/{report}")]
pub(crate) struct UnlinkPath {
    pub(crate) id: SignalId,
    pub(crate) report: ReportId,
}

pub(crate) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::TriageReports);
    [
        route::get::<UnlinkPath, _, _>(who, show),
        route::post::<UnlinkPath, _, _>(who, save),
    ]
}

fn form(case: &Case, report: ReportId, given: &Given, problems: &Problems) -> Result<ActForm, PageError> {
    let (words, lang) = (case.words(), case.user.lang);
    let links = &case.signal().reports;
    let link = links.iter().find(|link| link.report == report);
    let link = link.ok_or(PageError::NotFound)?;
    let reason = Field::new("reason", lang.t("act-unlink-reason"), Way::Line);
    let fields = vec![reason.filled(given, "", problems, lang)];
    Ok(
        ActForm::of(lang.t("act-unlink-title"), fields, lang.t("act-unlink-submit"))
            .intro(lang.arg("who", reporter_name(&words, link)).t("act-unlink-intro")),
    )
}

async fn show(path: UnlinkPath, user: User, State(app): State<App>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    let form = form(&case, path.report, &Given::default(), &Problems::none())?;
    case.ask(&ActKind::Record, &form)
}

async fn save(path: UnlinkPath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    let mut problems = Problems::none();
    problems.check(!given.get("reason").is_empty(), "reason", "act-missing");
    problems.fits("reason", given.get("reason"));
    let form = form(&case, path.report, &given, &problems)?;
    if !problems.is_empty() {
        return case.again(&form, &problems);
    }
    let (services, actor) = (&case.app.services, case.user.actor());
    let reason = given.get("reason").to_owned();
    match signal::unlink(services, actor, path.id, path.report, reason).await {
        Ok(()) => Done::to(case.path()).say("done-signal-unlinked").into(),
        // Sent twice: it is out already.
        Err(
            Failure::Link(LinkRefusal::Report(ReportRefusal::NotLinked(_)))
            | Failure::Report(ReportRefusal::NotLinked(_)),
        ) => Done::to(case.path()).say("done-signal-again").into(),
        Err(failure) => Err(failure.into()),
    }
}
