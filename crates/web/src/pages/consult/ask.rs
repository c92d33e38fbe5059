// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Asking the contact officer something. No report comes of it.

use askama::Template;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::ConsultId,
    policy::Right,
    usecase::{Failure, consult},
};
use serde::Deserialize;

use super::{list::ConsultsPath, show::ConsultPath};
use crate::{
    error::PageError,
    form::{Form, Problems},
    page::{Answer, Done, again, page},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/advies/nieuw")]
pub(super) struct AskPath;

pub(super) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::AskAdvice);
    [
        route::get::<AskPath, _, _>(who, show),
        route::post::<AskPath, _, _>(who, ask),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct AskForm {
    /// The identifier that the question gets: a form that is sent twice asks once.
    consult: String,
    text: String,
}

#[derive(Template)]
#[template(path = "pages/consult/ask.html")]
struct AskPage<'a> {
    shell: Shell,
    problems: Problems,
    form: &'a AskForm,
    back: String,
}

async fn show(_: AskPath, user: User) -> Answer {
    let form = AskForm {
        consult: user.app.services.minter.mint().to_string(),
        text: String::new(),
    };
    page(&template(&user, &form, Problems::none()))
}

async fn ask(_: AskPath, user: User, Form(form): Form<AskForm>) -> Answer {
    let id: ConsultId = form.consult.parse().or(Err(PageError::Malformed))?;
    let question = form.text.trim().to_owned();
    match consult::ask(&user.app.services, user.actor(), id, question).await {
        Ok(consult) => Done::to(ConsultPath { consult }).say("done-consult-asked").into(),
        Err(Failure::Invalid(fields)) => {
            let problems = Problems::named(&fields, "consult-error");
            again(&template(&user, &form, problems))
        }
        Err(failure) => Err(failure.into()),
    }
}

fn template<'a>(user: &User, form: &'a AskForm, problems: Problems) -> AskPage<'a> {
    AskPage {
        shell: user.shell(user.lang.t("consult-ask")).wrong(!problems.is_empty()),
        problems,
        form,
        back: ConsultsPath.to_string(),
    }
}
