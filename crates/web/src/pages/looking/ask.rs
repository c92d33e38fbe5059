// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! About what it is asked who looked: a signal or a report by its number, or somebody with an account.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    looking::Asked,
    policy::Right,
    usecase::{Failure, looking, people},
};
use serde::Deserialize;

use super::lines::{OfPersonPath, OfReportPath, OfSignalPath};
use crate::{
    App,
    form::{Form, Problems},
    page::{self, Answer, Done},
    route::{self, Route, Who},
    shell::{self, Shell},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/wie-keek")]
pub(crate) struct WhoLookedPath;

pub(super) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::ReadJournal);
    [
        route::get::<WhoLookedPath, _, _>(who, show),
        route::post::<WhoLookedPath, _, _>(who, find),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Number {
    number: String,
}

/// Somebody with an account.
struct Row {
    href: OfPersonPath,
    name: String,
    roles: String,
    active: bool,
}

#[derive(Template)]
#[template(path = "pages/looking/ask.html")]
struct AskPage {
    shell: Shell,
    problems: Problems,
    number: String,
    people: Vec<Row>,
    here: WhoLookedPath,
}

async fn show(_: WhoLookedPath, user: User, State(app): State<App>) -> Answer {
    page::page(&the_page(&user, &app, String::new(), Problems::none()).await?)
}

async fn find(_: WhoLookedPath, user: User, State(app): State<App>, Form(form): Form<Number>) -> Answer {
    match looking::numbered(&app.services, user.actor(), &form.number).await {
        Ok(Asked::Signal(id)) => Done::to(OfSignalPath { id }).into(),
        Ok(Asked::Report(id)) => Done::to(OfReportPath { id }).into(),
        Ok(Asked::Person(id)) => Done::to(OfPersonPath { id }).into(),
        Err(Failure::NotFound) => {
            let mut problems = Problems::none();
            problems.add("number", "looking-no-number");
            page::again(&the_page(&user, &app, form.number, problems).await?)
        }
        Err(failure) => Err(failure.into()),
    }
}

async fn the_page(user: &User, app: &App, number: String, problems: Problems) -> Result<AskPage, Failure> {
    let colleagues = people::colleagues(&app.services, user.actor()).await?;
    let row = |colleague: people::Colleague| {
        let roles = colleague.roles.iter();
        let roles: Vec<_> = roles
            .map(|role| shell::role(user.lang, user.configuration(), *role))
            .collect();
        Row {
            href: OfPersonPath { id: colleague.id },
            name: colleague.name,
            roles: roles.join(", "),
            active: colleague.active,
        }
    };
    Ok(AskPage {
        shell: user
            .shell(user.lang.t("looking-title"))
            .wrong(!problems.is_empty()),
        problems,
        number,
        people: colleagues.into_iter().map(row).collect(),
        here: WhoLookedPath,
    })
}
