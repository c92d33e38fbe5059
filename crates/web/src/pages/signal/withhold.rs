// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! No feedback to a reporter, with the reason of who decided so.

use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{FeedbackId, SignalId},
    policy::Right,
    signal::act::{Act, ActKind},
};
use serde::Deserialize;

use crate::{
    App,
    error::PageError,
    form::{Form, Problems},
    page::Answer,
    pages::signal::{
        act::{ActForm, Case},
        feedback::find,
        field::{Field, Given, Way},
        origin::reporter_name,
    },
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{id}/terugkoppeling/{feedback}/niet")]
pub(crate) struct WithholdPath {
    pub(crate) id: SignalId,
    pub(crate) feedback: FeedbackId,
}

pub(crate) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::GiveFeedback);
    [
        route::get::<WithholdPath, _, _>(who, show),
        route::post::<WithholdPath, _, _>(who, save),
    ]
}

fn form(case: &Case, id: FeedbackId, given: &Given, problems: &Problems) -> Result<ActForm, PageError> {
    let (words, lang) = (case.words(), case.user.lang);
    let (link, _) = find(case, id)?;
    let reason = Field::new("reason", lang.t("act-withhold-reason"), Way::Lines(3));
    let fields = vec![reason.filled(given, "", problems, lang)];
    Ok(ActForm::of(
        lang.t("act-withhold-title"),
        fields,
        lang.t("act-withhold-submit"),
    )
    .intro(
        lang.arg("who", reporter_name(&words, link))
            .t("act-withhold-intro"),
    ))
}

async fn show(path: WithholdPath, user: User, State(app): State<App>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    let form = form(&case, path.feedback, &Given::default(), &Problems::none())?;
    case.ask(&ActKind::WithholdFeedback(path.feedback), &form)
}

async fn save(path: WithholdPath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    find(&case, path.feedback)?;
    let act = Act::WithholdFeedback {
        feedback: path.feedback,
        reason: given.get("reason").to_owned(),
    };
    let refill = |problems: &Problems| form(&case, path.feedback, &given, problems).unwrap_or_default();
    case.perform(&given, act, refill, "done-signal-withheld").await
}
