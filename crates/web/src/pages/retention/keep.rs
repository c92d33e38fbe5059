// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The owner keeps something longer, with the reason and a day.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use chrono::NaiveDate;
use meldroute_core::{
    id::ListId,
    policy::Right,
    retention::list::Item,
    usecase::{Failure, admitted_here, retention},
};
use serde::Deserialize;
use uuid::Uuid;

use super::list::{ListPath, name};
use crate::{
    App,
    form::{Form, Problems},
    page::{Answer, Done, again, page},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/bewaren/{list}/langer/{subject}")]
pub(super) struct KeepPath {
    pub(super) list: ListId,
    pub(super) subject: Uuid,
}

pub(super) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::ApproveDisposal);
    [
        route::get::<KeepPath, _, _>(who, show),
        route::post::<KeepPath, _, _>(who, keep),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct KeepForm {
    until: String,
    reason: String,
}

#[derive(Template)]
#[template(path = "pages/retention/keep.html")]
struct KeepPage<'a> {
    shell: Shell,
    problems: Problems,
    form: &'a KeepForm,
    back: ListPath,
}

/// What is kept; it must stand on the list.
async fn item(app: &App, user: &User, path: &KeepPath) -> Result<Item, Failure> {
    admitted_here(&user.app.services, user.actor(), Right::ApproveDisposal).await?;
    let list = retention::list(&app.services, user.actor(), path.list)
        .await?
        .value;
    let mut listed = list.items.into_iter().filter(Item::is_listed);
    listed
        .find(|item| item.subject.id() == path.subject)
        .ok_or(Failure::NotFound)
}

async fn show(path: KeepPath, user: User, State(app): State<App>) -> Answer {
    let item = item(&app, &user, &path).await?;
    page(&template(
        &user,
        &path,
        &item,
        &KeepForm::default(),
        Problems::none(),
    ))
}

async fn keep(path: KeepPath, user: User, State(app): State<App>, Form(form): Form<KeepForm>) -> Answer {
    let item = item(&app, &user, &path).await?;
    let until = form
        .until
        .parse::<NaiveDate>()
        .ok()
        .filter(|day| *day > user.today);
    let mut problems = Problems::none();
    problems.check(until.is_some(), "until", "retention-error-until");
    problems.check(!form.reason.trim().is_empty(), "reason", "retention-error-reason");
    let (Some(until), true) = (until, problems.is_empty()) else {
        return again(&template(&user, &path, &item, &form, problems));
    };
    let why = (until, form.reason.trim().to_owned());
    retention::keep(&app.services, user.actor(), path.list, item.subject, why).await?;
    Done::to(ListPath { list: path.list })
        .say("done-retention-kept")
        .into()
}

fn template<'a>(
    user: &User,
    path: &KeepPath,
    item: &Item,
    form: &'a KeepForm,
    problems: Problems,
) -> KeepPage<'a> {
    let title = user
        .lang
        .arg("name", name(user.lang, item))
        .t("retention-keep-title");
    KeepPage {
        shell: user.shell(title).wrong(!problems.is_empty()),
        problems,
        form,
        back: ListPath { list: path.list },
    }
}
