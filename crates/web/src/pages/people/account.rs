// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! One's own account: the language of the screens.

use askama::Template;
use axum::{extract::State, http::HeaderMap};
use axum_extra::routing::TypedPath;
use meldroute_core::{
    configuration::text::Language,
    policy::{Right, is_conceivable},
    usecase::people,
};
use serde::Deserialize;

use crate::{
    App,
    cookies::{self, Kind},
    error::PageError,
    form::Form,
    lang::Lang,
    page::{self, Answer, Done},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/account")]
pub(crate) struct AccountPath;

pub(crate) fn routes() -> [Route; 2] {
    [
        route::get::<AccountPath, _, _>(Who::LoggedIn, show),
        route::post::<AccountPath, _, _>(Who::LoggedIn, save),
    ]
}

#[derive(Deserialize)]
struct AccountForm {
    taal: String,
}

#[derive(Template)]
#[template(path = "pages/people/account.html")]
struct AccountPage<'a> {
    shell: Shell,
    login: &'a str,
    english: bool,
    /// Whether the visitor can have meetings.
    meets: bool,
    /// Whether there is an address for their calendar.
    fed: bool,
}

async fn show(_: AccountPath, user: User) -> Answer {
    page::page(&AccountPage {
        shell: user.shell(user.lang.t("account-title")),
        login: &user.person().login,
        english: user.person().language == Language::En,
        meets: is_conceivable(user.actor(), Right::ReadMeeting),
        fed: user.person().feed.is_some(),
    })
}

async fn save(_: AccountPath, user: User, State(app): State<App>, Form(form): Form<AccountForm>) -> Answer {
    let Lang(language) = Lang::from_code(&form.taal).ok_or(PageError::Malformed)?;
    people::set_language(&app.services, user.actor(), language).await?;
    let mut headers = HeaderMap::new();
    cookies::take_away(&app.settings, &mut headers, Kind::Language);
    Done::to(AccountPath).say("done-language").with(headers).into()
}
