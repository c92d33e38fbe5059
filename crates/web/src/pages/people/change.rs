// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Somebody's roles.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{id::PersonId, people::Person, policy::Right, usecase::people};
use serde::Deserialize;

use crate::{
    App,
    error::PageError,
    form::{Form, Problems},
    page::{self, Answer, Done},
    pages::people::{
        disable::DisablePath,
        grants::{self, Choices, Columns, Row},
        list,
        mail::MailPath,
        reset::ResetPath,
    },
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/beheer/mensen/{id}")]
pub(crate) struct ChangePath {
    pub(crate) id: PersonId,
}

pub(crate) fn routes() -> [Route; 2] {
    [
        route::get::<ChangePath, _, _>(Who::Right(Right::ManagePeople), show),
        route::post::<ChangePath, _, _>(Who::Right(Right::ManagePeople), change),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct RolesForm {
    rol: Vec<String>,
    overleg: Vec<String>,
    organisatie: Vec<String>,
    van: Vec<String>,
    tot: Vec<String>,
}

#[derive(Template)]
#[template(path = "pages/people/change.html")]
pub(super) struct ChangePage<'p> {
    shell: Shell,
    problems: Problems,
    person: &'p Person,
    access: &'static str,
    rows: Vec<Row>,
    choices: Choices,
    change: String,
    reset: String,
    disable: String,
    mail: String,
    /// Nobody closes their own account, or there would be no administrator left.
    own: bool,
}

async fn show(path: ChangePath, user: User, State(app): State<App>) -> Answer {
    let person = person(&app, &user, path.id).await?;
    page::page(&unchanged(&user, &person, Problems::none()))
}

/// The page with the roles as they are.
pub(super) fn unchanged<'p>(user: &User, person: &'p Person, problems: Problems) -> ChangePage<'p> {
    the_page(user, person, grants::rows(&person.grants), problems)
}

async fn change(path: ChangePath, user: User, State(app): State<App>, Form(form): Form<RolesForm>) -> Answer {
    let columns = Columns {
        roles: &form.rol,
        bodies: &form.overleg,
        partners: &form.organisatie,
        from: &form.van,
        until: &form.tot,
    };
    let mut problems = Problems::none();
    let rows = columns.rows();
    let grants = grants::validate(user.configuration(), &rows, &mut problems);
    problems.check(user.person().id != path.id, "rol-0", "people-error-own-roles");
    if !problems.is_empty() {
        let person = person(&app, &user, path.id).await?;
        return page::again(&the_page(&user, &person, rows, problems));
    }
    people::change_roles(&app.services, user.actor(), path.id, grants).await?;
    Done::to(list::ListPath).say("done-roles").into()
}

/// One of the people of this municipality.
pub(super) async fn person(app: &App, user: &User, id: PersonId) -> Result<Person, PageError> {
    let people = people::list(&app.services, user.actor()).await?;
    let mut people = people.into_iter().map(|stored| stored.value);
    people.find(|person| person.id == id).ok_or(PageError::NotFound)
}

fn the_page<'p>(user: &User, person: &'p Person, rows: Vec<Row>, problems: Problems) -> ChangePage<'p> {
    let id = person.id;
    ChangePage {
        shell: user.shell(person.name.clone()).wrong(!problems.is_empty()),
        problems,
        access: list::access(&person.access, user),
        rows: grants::with_room(rows),
        choices: Choices::of(user.lang, user.configuration()),
        change: ChangePath { id }.to_string(),
        reset: ResetPath { id }.to_string(),
        disable: DisablePath { id }.to_string(),
        mail: MailPath { id }.to_string(),
        own: user.person().id == id,
        person,
    }
}
