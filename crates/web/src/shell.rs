// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What surrounds every page: title, menu, name, language, message, footer. Templates have it as `shell`.

use std::borrow::Borrow;

use chrono::NaiveDate;
use meldroute_core::{
    configuration::Configuration,
    id::Timestamp,
    policy::role::{Grant, Role},
};

use crate::{
    assets, dates, guard,
    lang::{Argument, Lang, Saying},
    nav::{self, Link},
    page::Flash,
    visit::Visit,
};

/// What surrounds a page.
#[derive(Clone, Debug)]
pub(crate) struct Shell {
    pub(crate) lang: Lang,
    /// Title of the page: the `h1` and the first part of `<title>`.
    pub(crate) title: String,
    /// Addresses of style sheet and script.
    pub(crate) style: String,
    pub(crate) script: String,
    pub(crate) version: &'static str,
    /// Name of the municipality, when it is known.
    pub(crate) place: Option<String>,
    pub(crate) path: String,
    /// The query of this page in the other language.
    pub(crate) switch: String,
    pub(crate) menu: Vec<Link>,
    pub(crate) searches: bool,
    pub(crate) demo: bool,
    pub(crate) flash: Option<Flash>,
    /// Name and role, when logged in.
    pub(crate) name: Option<String>,
    pub(crate) roles: String,
    /// The token for forms; empty when not logged in.
    pub(crate) csrf: String,
    /// Whether the form came back with problems.
    pub(crate) wrong: bool,
}

impl Shell {
    pub(crate) fn new(visit: &Visit, title: String) -> Self {
        let login = visit.login.as_deref();
        let only = visit.app.services.configurations.municipalities();
        let place = match (login, only.as_slice()) {
            (Some(login), _) => Some(login.configuration.municipality.name.clone()),
            (None, [(_, name)]) => Some(name.clone()),
            (None, _) => None,
        };
        Self {
            lang: visit.lang,
            title,
            style: assets::address("app.css"),
            script: assets::address("app.js"),
            version: concat!(
                env!("CARGO_PKG_VERSION_MAJOR"),
                ".",
                env!("CARGO_PKG_VERSION_MINOR")
            ),
            place,
            path: visit.path.clone(),
            switch: guard::in_language(visit.query.as_deref(), visit.lang.other()),
            menu: login.map_or_else(Vec::new, |login| nav::links(&login.actor, &visit.path)),
            searches: login.is_some_and(|login| nav::may_open(&login.actor, nav::SEARCH)),
            demo: visit.app.settings.demo.is_some(),
            flash: visit.flash.clone(),
            name: login.map(|login| login.person.name.clone()),
            roles: login.map_or_else(String::new, |login| {
                roles(visit.lang, &login.configuration, &login.actor.grants)
            }),
            csrf: login.map_or_else(String::new, |login| login.csrf.clone()),
            wrong: false,
        }
    }

    /// Says in the title that the form came back with problems.
    pub(crate) fn wrong(mut self, wrong: bool) -> Self {
        self.wrong = wrong;
        self
    }

    /// The text with this key.
    pub(crate) fn t(&self, key: &str) -> String {
        self.lang.t(key)
    }

    /// Begins a text with arguments.
    pub(crate) fn arg(&self, name: &str, value: impl Argument) -> Saying {
        self.lang.arg(name, value)
    }

    /// The name of a variant: the text with the key `family-name`.
    pub(crate) fn kind(&self, family: &str, name: &str) -> String {
        self.lang.kind(family, name)
    }

    /// "di 3 december 2024".
    pub(crate) fn day(&self, on: impl Borrow<NaiveDate>) -> String {
        dates::day(self.lang, *on.borrow())
    }

    /// "15.05 uur".
    pub(crate) fn time(&self, at: &Timestamp) -> String {
        dates::time(self.lang, *at)
    }

    /// "di 3 december 2024, 15.05 uur".
    pub(crate) fn moment(&self, at: &Timestamp) -> String {
        dates::moment(self.lang, *at)
    }
}

/// The name of a role: the municipality's own, where it has one.
pub(crate) fn role(lang: Lang, configuration: &Configuration, role: Role) -> String {
    configuration.role_names.get(&role).map_or_else(
        || lang.kind("role", role.as_str()),
        |name| lang.text(name).to_owned(),
    )
}

/// The name of a role with its body or organisation: "lid van het signalenoverleg".
pub(crate) fn grant(lang: Lang, configuration: &Configuration, grant: &Grant) -> String {
    let body = grant.body.as_ref().and_then(|body| configuration.body(body));
    let partner = grant
        .partner
        .as_ref()
        .and_then(|partner| configuration.partner(partner));
    let where_to: Vec<&str> = body
        .map(|body| lang.text(&body.name))
        .into_iter()
        .chain(partner.map(|partner| partner.name.as_str()))
        .collect();
    let name = role(lang, configuration, grant.role);
    if where_to.is_empty() {
        name
    } else {
        format!("{name} ({})", where_to.join(", "))
    }
}

/// The names of several roles.
pub(crate) fn roles(lang: Lang, configuration: &Configuration, grants: &[Grant]) -> String {
    let names: Vec<_> = grants
        .iter()
        .map(|held| grant(lang, configuration, held))
        .collect();
    names.join(", ")
}
