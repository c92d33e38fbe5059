// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Writing a request of a data subject down.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    claim::ClaimKind,
    id::ClaimId,
    policy::Right,
    usecase::{
        Failure,
        claim::{self, Enter},
    },
};
use serde::Deserialize;
use uuid::Uuid;

use super::show::ClaimPath;
use crate::{
    App,
    form::{Form, Problems},
    page::{self, Answer, Done},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/verzoeken/nieuw")]
pub(crate) struct EnterPath;

pub(super) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::HandleClaims);
    [
        route::get::<EnterPath, _, _>(who, show),
        route::post::<EnterPath, _, _>(who, save),
    ]
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct EnterForm {
    mark: Uuid,
    kind: String,
    asked_on: String,
    name: String,
    words: String,
    identified: String,
}

#[derive(Template)]
#[template(path = "pages/claim/enter.html")]
struct EnterPage {
    shell: Shell,
    problems: Problems,
    form: EnterForm,
    kinds: Vec<(String, String)>,
    here: EnterPath,
}

async fn show(_: EnterPath, user: User, State(app): State<App>) -> Answer {
    let form = EnterForm {
        mark: app.services.minter.mint(),
        asked_on: user.today.to_string(),
        ..EnterForm::default()
    };
    page::page(&the_page(&user, form, Problems::none()))
}

async fn save(_: EnterPath, user: User, State(app): State<App>, Form(form): Form<EnterForm>) -> Answer {
    let kind = ClaimKind::ALL.into_iter().find(|kind| kind.as_str() == form.kind);
    let command = Enter {
        kind: kind.unwrap_or(ClaimKind::Access),
        asked_on: form.asked_on.parse().ok(),
        name: form.name.clone(),
        words: form.words.clone(),
        identified: form.identified.clone(),
    };
    match claim::enter(&app.services, user.actor(), ClaimId(form.mark), command).await {
        Ok(id) => Done::to(ClaimPath { id }).say("done-claim-entered").into(),
        Err(Failure::Invalid(fields)) => {
            let problems = Problems::named(&fields, "claim-missing");
            page::again(&the_page(&user, form, problems))
        }
        Err(failure) => Err(failure.into()),
    }
}

fn the_page(user: &User, form: EnterForm, problems: Problems) -> EnterPage {
    let kind = |kind: ClaimKind| {
        let words = user.lang.kind("claim-of", kind.as_str());
        (kind.as_str().to_owned(), words)
    };
    EnterPage {
        shell: user.shell(user.lang.t("claim-enter")).wrong(!problems.is_empty()),
        problems,
        form,
        kinds: ClaimKind::ALL.into_iter().map(kind).collect(),
        here: EnterPath,
    }
}
