// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Adding somebody.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::PersonId,
    outgoing::is_address,
    policy::Right,
    usecase::{Failure, people},
};
use serde::Deserialize;

use crate::{
    App,
    error::PageError,
    form::{Form, Problems},
    lang::Lang,
    page::{self, Answer},
    pages::people::{
        grants::{self, Choices, Columns, Row},
        link,
    },
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/beheer/mensen/nieuw")]
pub(crate) struct AddPath;

pub(crate) fn routes() -> [Route; 2] {
    [
        route::get::<AddPath, _, _>(Who::Right(Right::ManagePeople), show),
        route::post::<AddPath, _, _>(Who::Right(Right::ManagePeople), add),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct AddForm {
    id: String,
    naam: String,
    login: String,
    mail: String,
    taal: String,
    rol: Vec<String>,
    overleg: Vec<String>,
    organisatie: Vec<String>,
    van: Vec<String>,
    tot: Vec<String>,
}

impl AddForm {
    fn rows(&self) -> Vec<Row> {
        let columns = Columns {
            roles: &self.rol,
            bodies: &self.overleg,
            partners: &self.organisatie,
            from: &self.van,
            until: &self.tot,
        };
        columns.rows()
    }
}

#[derive(Template)]
#[template(path = "pages/people/add.html")]
struct AddPage<'f> {
    shell: Shell,
    problems: Problems,
    form: &'f AddForm,
    rows: Vec<Row>,
    choices: Choices,
    languages: [(String, String); 2],
}

async fn show(_: AddPath, user: User, State(app): State<App>) -> Answer {
    let form = AddForm {
        id: app.services.minter.mint().to_string(),
        ..AddForm::default()
    };
    page::page(&the_page(&user, &form, Problems::none()))
}

async fn add(_: AddPath, user: User, State(app): State<App>, Form(form): Form<AddForm>) -> Answer {
    let mut problems = Problems::none();
    problems.check(!form.naam.trim().is_empty(), "naam", "people-wrong-name");
    let mail = form.mail.trim();
    problems.check(mail.is_empty() || is_address(mail), "mail", "people-wrong-mail");
    let grants = grants::validate(user.configuration(), &form.rows(), &mut problems);
    if !problems.is_empty() {
        return page::again(&the_page(&user, &form, problems));
    }
    let Lang(language) = Lang::from_code(&form.taal).unwrap_or_default();
    let command = people::AddPerson {
        id: form.id.parse::<PersonId>().or(Err(PageError::Malformed))?,
        login: form.login.clone(),
        name: form.naam.clone(),
        mail: form.mail.clone(),
        grants,
        language,
    };
    let key = match people::add(&app.services, user.actor(), command).await {
        Ok(token) => {
            let id = form.id.parse().or(Err(PageError::Malformed))?;
            return link::show(&user, id, &form.naam, &token);
        }
        Err(Failure::DoneAlready) => "people-taken-login",
        Err(Failure::Invalid(_)) => "people-wrong-login",
        Err(failure) => return Err(failure.into()),
    };
    problems.add("login", key);
    // Whatever was stored under the identifier of before, this is somebody else now.
    let anew = AddForm {
        id: app.services.minter.mint().to_string(),
        ..form
    };
    page::again(&the_page(&user, &anew, problems))
}

fn the_page<'f>(user: &User, form: &'f AddForm, problems: Problems) -> AddPage<'f> {
    AddPage {
        shell: user
            .shell(user.lang.t("people-add-title"))
            .wrong(!problems.is_empty()),
        problems,
        rows: grants::with_room(form.rows()),
        form,
        choices: Choices::of(user.lang, user.configuration()),
        languages: [("nl", "Nederlands"), ("en", "English")]
            .map(|(code, name)| (code.to_owned(), name.to_owned())),
    }
}
