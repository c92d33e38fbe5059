// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The link with which somebody sets their account up. It stands on this page once, and is stored nowhere.

use askama::Template;
use meldroute_core::id::PersonId;

use crate::{
    page::{self, Answer},
    pages::people::set_up::SetUpPath,
    shell::Shell,
    visit::User,
};

#[derive(Template)]
#[template(path = "pages/people/link.html")]
struct LinkPage<'a> {
    shell: Shell,
    name: &'a str,
    link: String,
}

pub(super) fn show(user: &User, id: PersonId, name: &str, token: &str) -> Answer {
    let path = SetUpPath {
        municipality: user.actor().municipality.clone(),
        person: id,
        token: token.to_owned(),
    };
    page::page(&LinkPage {
        shell: user.shell(user.lang.t("people-link-title")),
        name,
        link: format!("{}{path}", user.base),
    })
}
