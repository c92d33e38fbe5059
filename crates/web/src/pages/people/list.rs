// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Everybody with an account, for the administrator.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{people::Access, policy::Right, usecase::people};
use serde::Deserialize;

use crate::{
    App,
    page::{self, Answer},
    pages::people::{add::AddPath, change::ChangePath},
    route::{self, Route, Who},
    shell::{self, Shell},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/beheer/mensen")]
pub(crate) struct ListPath;

pub(crate) fn route() -> Route {
    route::get::<ListPath, _, _>(Who::Right(Right::ManagePeople), list)
}

struct Row {
    href: String,
    name: String,
    login: String,
    roles: String,
    access: &'static str,
    due: bool,
}

#[derive(Template)]
#[template(path = "pages/people/list.html")]
struct ListPage {
    shell: Shell,
    add: String,
    rows: Vec<Row>,
}

async fn list(_: ListPath, user: User, State(app): State<App>) -> Answer {
    let people = people::list(&app.services, user.actor()).await?;
    let mut rows: Vec<Row> = people
        .into_iter()
        .map(|stored| {
            let person = stored.value;
            let access = access(&person.access, &user);
            Row {
                href: ChangePath { id: person.id }.to_string(),
                roles: shell::roles(user.lang, user.configuration(), &person.grants),
                due: access == "invited" || access == "expired",
                access,
                name: person.name,
                login: person.login,
            }
        })
        .collect();
    rows.sort_by(|a, b| a.name.cmp(&b.name));
    page::page(&ListPage {
        shell: user.shell(user.lang.t("people-title")),
        add: AddPath.to_string(),
        rows,
    })
}

/// How an account stands, in the keys of the texts.
pub(super) fn access(access: &Access, user: &User) -> &'static str {
    match access {
        Access::Active { .. } => "active",
        Access::Disabled => "disabled",
        Access::Invited { until, .. } if user.now < *until => "invited",
        Access::Invited { .. } => "expired",
    }
}
