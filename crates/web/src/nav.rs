// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The menu: nobody sees a door that is closed to them, and no link leads to a page that does not exist.

use std::sync::LazyLock;

use axum::http::Method;
use meldroute_core::policy::Actor;

use crate::route::{self, Who};

/// An entry of the menu.
struct Entry {
    /// Key of its name.
    key: &'static str,
    /// The page that it opens.
    path: &'static str,
    /// Pages below this belong to it.
    section: &'static str,
}

const ENTRIES: [Entry; 14] = [
    entry("nav-today", "/vandaag", "/vandaag"),
    entry("nav-reports", "/meldingen", "/meldingen"),
    entry("nav-report-own", "/melden/formulier", "/melden/formulier"),
    entry("nav-own-reports", "/eigen-meldingen", "/eigen-meldingen"),
    entry("nav-advice", "/advies", "/advies"),
    entry("nav-signals", "/signalen", "/signalen"),
    entry("nav-tasks", "/opdrachten", "/opdrachten"),
    entry("nav-meetings", "/overleggen", "/overleggen"),
    entry("nav-figures", "/beeld", "/beeld"),
    entry("nav-plan", "/plan", "/plan"),
    entry("nav-glass", "/noodtoegang", "/noodtoegang"),
    entry("nav-retention", "/bewaren", "/bewaren"),
    entry("nav-privacy", "/privacy", "/privacy"),
    entry("nav-administration", "/beheer/mensen", "/beheer"),
];

const fn entry(key: &'static str, path: &'static str, section: &'static str) -> Entry {
    Entry { key, path, section }
}

/// Where the search field sends to.
pub(crate) const SEARCH: &str = "/zoeken";

/// Paths that are read, with who may.
static READABLE: LazyLock<Vec<(&'static str, Who)>> = LazyLock::new(|| {
    route::all()
        .into_iter()
        .filter(|route| route.method == Method::GET)
        .map(|route| (route.path, route.who))
        .collect()
});

/// Whether somebody may open the page at this path.
pub(crate) fn may_open(actor: &Actor, path: &str) -> bool {
    READABLE
        .iter()
        .any(|(known, who)| *known == path && who.admits(actor))
}

/// A link of the menu.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    /// Key of its name.
    pub(crate) key: &'static str,
    /// Where it leads.
    pub(crate) href: &'static str,
    /// Whether one is there.
    pub(crate) here: bool,
}

/// The menu of somebody who is at a path.
pub(crate) fn links(actor: &Actor, path: &str) -> Vec<Link> {
    let below = |section: &str| {
        path.strip_prefix(section)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    ENTRIES
        .iter()
        .filter(|entry| may_open(actor, entry.path))
        .map(|entry| Link {
            key: entry.key,
            href: entry.path,
            here: below(entry.section),
        })
        .collect()
}

/// The first page of somebody: the first of their menu, else their own account.
pub(crate) fn first(actor: &Actor) -> &'static str {
    links(actor, "/").first().map_or("/account", |link| link.href)
}
