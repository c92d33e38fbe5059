// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Setting a legal hold on a signal, a report, a question for advice or a request of a data subject, and lifting it.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{ClaimId, ConsultId, ReportId, SignalId},
    policy::Right,
    retention::list::Subject,
    usecase::{Failure, admitted_here, retention, would_permit_here},
};
use serde::Deserialize;

use crate::{
    App,
    form::{Form, Problems},
    page::{Answer, Done, again, page},
    pages::{
        claim::show::ClaimPath, consult::show::ConsultPath, report::inbox::ReportPath,
        signal::show::SignalPath,
    },
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{id}/bewaarplicht")]
pub(crate) struct HoldSignalPath {
    pub(crate) id: SignalId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/{report}/bewaarplicht")]
pub(crate) struct HoldReportPath {
    pub(crate) report: ReportId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/advies/{consult}/bewaarplicht")]
pub(crate) struct HoldConsultPath {
    pub(crate) consult: ConsultId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/verzoeken/{id}/bewaarplicht")]
pub(crate) struct HoldClaimPath {
    pub(crate) id: ClaimId,
}

pub(super) fn routes() -> [Route; 8] {
    let who = Who::Right(Right::HoldBack);
    [
        route::get::<HoldSignalPath, _, _>(who, show_signal),
        route::post::<HoldSignalPath, _, _>(who, hold_signal),
        route::get::<HoldReportPath, _, _>(who, show_report),
        route::post::<HoldReportPath, _, _>(who, hold_report),
        route::get::<HoldConsultPath, _, _>(who, show_consult),
        route::post::<HoldConsultPath, _, _>(who, hold_consult),
        route::get::<HoldClaimPath, _, _>(who, show_claim),
        route::post::<HoldClaimPath, _, _>(who, hold_claim),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct HoldForm {
    reason: String,
    /// "lift" where it is lifted.
    what: String,
}

#[derive(Template)]
#[template(path = "pages/retention/hold.html")]
struct HoldPage<'a> {
    shell: Shell,
    problems: Problems,
    form: &'a HoldForm,
    stands: bool,
    back: String,
}

async fn show_signal(path: HoldSignalPath, user: User, State(app): State<App>) -> Answer {
    show(&app, &user, Subject::Signal(path.id)).await
}

async fn hold_signal(
    path: HoldSignalPath,
    user: User,
    State(app): State<App>,
    Form(form): Form<HoldForm>,
) -> Answer {
    set(&app, &user, Subject::Signal(path.id), form).await
}

async fn show_report(path: HoldReportPath, user: User, State(app): State<App>) -> Answer {
    show(&app, &user, Subject::Report(path.report)).await
}

async fn hold_report(
    path: HoldReportPath,
    user: User,
    State(app): State<App>,
    Form(form): Form<HoldForm>,
) -> Answer {
    set(&app, &user, Subject::Report(path.report), form).await
}

async fn show_consult(path: HoldConsultPath, user: User, State(app): State<App>) -> Answer {
    show(&app, &user, Subject::Consult(path.consult)).await
}

async fn hold_consult(
    path: HoldConsultPath,
    user: User,
    State(app): State<App>,
    Form(form): Form<HoldForm>,
) -> Answer {
    set(&app, &user, Subject::Consult(path.consult), form).await
}

async fn show_claim(path: HoldClaimPath, user: User, State(app): State<App>) -> Answer {
    show(&app, &user, Subject::Claim(path.id)).await
}

async fn hold_claim(
    path: HoldClaimPath,
    user: User,
    State(app): State<App>,
    Form(form): Form<HoldForm>,
) -> Answer {
    set(&app, &user, Subject::Claim(path.id), form).await
}

/// Whether a hold stands on it; it must be there. Nothing of it is shown but its number, or its kind where it has none.
async fn stands(app: &App, user: &User, subject: Subject) -> Result<(bool, String), Failure> {
    admitted_here(&user.app.services, user.actor(), Right::HoldBack).await?;
    let (store, m) = (&app.services.store, &user.actor().municipality);
    match subject {
        Subject::Signal(id) => {
            let stored = store.signal(m, id).await?.ok_or(Failure::NotFound)?;
            Ok((stored.value.hold.is_some(), stored.number))
        }
        Subject::Report(id) => {
            let stored = store.report(m, id).await?.ok_or(Failure::NotFound)?;
            Ok((stored.value.hold.is_some(), stored.number))
        }
        Subject::Consult(id) => {
            let stored = store.consult(m, id).await?.ok_or(Failure::NotFound)?;
            Ok((stored.value.hold.is_some(), user.lang.t("retention-this-advice")))
        }
        Subject::Claim(id) => {
            let stored = store.claim(m, id).await?.ok_or(Failure::NotFound)?;
            Ok((stored.value.hold.is_some(), user.lang.t("retention-this-request")))
        }
        Subject::Quarantined(_) => Err(Failure::NotFound),
    }
}

async fn show(app: &App, user: &User, subject: Subject) -> Answer {
    let held = stands(app, user, subject).await?;
    page(&template(
        user,
        subject,
        held,
        &HoldForm::default(),
        Problems::none(),
    ))
}

async fn set(app: &App, user: &User, subject: Subject, form: HoldForm) -> Answer {
    let mut problems = Problems::none();
    problems.check(!form.reason.trim().is_empty(), "reason", "retention-error-reason");
    if !problems.is_empty() {
        let held = stands(app, user, subject).await?;
        return again(&template(user, subject, held, &form, problems));
    }
    let (services, reason) = (&app.services, form.reason.trim().to_owned());
    let (done, said) = if form.what == "lift" {
        let lifted = retention::lift(services, user.actor(), subject, reason).await;
        (lifted, "done-retention-lifted")
    } else {
        let set = retention::hold(services, user.actor(), subject, reason).await;
        (set, "done-retention-held")
    };
    done?;
    Done::to(back(user, subject)).say(said).into()
}

/// The page of the thing, for who may read it.
fn back(user: &User, subject: Subject) -> String {
    match subject {
        Subject::Signal(id) => SignalPath { id }.to_string(),
        Subject::Report(report) if would_permit_here(user.actor(), Right::ReadReports) => {
            ReportPath { report }.to_string()
        }
        Subject::Consult(consult) if would_permit_here(user.actor(), Right::GiveAdvice) => {
            ConsultPath { consult }.to_string()
        }
        Subject::Claim(id) if would_permit_here(user.actor(), Right::HandleClaims) => {
            ClaimPath { id }.to_string()
        }
        _ => "/bewaren".to_owned(),
    }
}

fn template<'a>(
    user: &User,
    subject: Subject,
    (stands, number): (bool, String),
    form: &'a HoldForm,
    problems: Problems,
) -> HoldPage<'a> {
    let key = if stands {
        "retention-hold-lift-title"
    } else {
        "retention-hold-title"
    };
    HoldPage {
        shell: user
            .shell(user.lang.arg("number", number).t(key))
            .wrong(!problems.is_empty()),
        problems,
        form,
        stands,
        back: back(user, subject),
    }
}
