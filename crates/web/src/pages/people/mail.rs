// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The address to which somebody gets notices without content.

use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::PersonId,
    policy::Right,
    usecase::{Failure, people},
};
use serde::Deserialize;

use crate::{
    App,
    form::{Form, Problems},
    page::{Answer, Done, again},
    pages::people::change::{self, ChangePath},
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/beheer/mensen/{id}/mail")]
pub(crate) struct MailPath {
    pub(crate) id: PersonId,
}

pub(crate) fn route() -> Route {
    route::post::<MailPath, _, _>(Who::Right(Right::ManagePeople), save)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct MailForm {
    mail: String,
}

async fn save(path: MailPath, user: User, State(app): State<App>, Form(form): Form<MailForm>) -> Answer {
    match people::change_mail(&app.services, user.actor(), path.id, &form.mail).await {
        Ok(()) => Done::to(ChangePath { id: path.id }).say("done-mail").into(),
        Err(Failure::Invalid(_)) => {
            let mut person = change::person(&app, &user, path.id).await?;
            person.mail = form.mail;
            let mut problems = Problems::none();
            problems.add("mail", "people-wrong-mail");
            again(&change::unchanged(&user, &person, problems))
        }
        Err(failure) => Err(failure.into()),
    }
}
