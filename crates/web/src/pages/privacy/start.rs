// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What the privacy officer can open, each with a line of what it is for. A door stands here as soon as its page is routed.

use askama::Template;
use axum_extra::routing::TypedPath;
use meldroute_core::policy::Right;
use serde::Deserialize;

use crate::{
    nav,
    page::{self, Answer},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy")]
pub(crate) struct PrivacyPath;

pub(super) fn route() -> Route {
    route::get::<PrivacyPath, _, _>(Who::Right(Right::ReadJournal), show)
}

/// The doors by group: the name of the group, and for each door its name in the keys of the texts with its page.
const GROUPS: [(&str, &[Door]); 3] = [
    (
        "claims",
        &[
            ("claims", "/privacy/verzoeken"),
            ("claim-enter", "/privacy/verzoeken/nieuw"),
        ],
    ),
    (
        "looking",
        &[
            ("who-looked", "/privacy/wie-keek"),
            ("patterns", "/privacy/opvallend"),
            ("glasses", "/privacy/noodtoegang"),
            ("processing", "/privacy/verwerkingen"),
            ("decisions", "/privacy/beslissingen"),
            ("looks-review", "/privacy/jaarcontrole"),
            ("journal", "/privacy/journaal"),
            ("verify", "/privacy/journaal/controle"),
        ],
    ),
    (
        "rules",
        &[
            ("gates", "/privacy/poorten"),
            ("matrix", "/privacy/deelmatrix"),
            ("retention", "/bewaren"),
            ("dpia", "/privacy/dpia"),
            ("register", "/privacy/verwerkingsregister"),
        ],
    ),
];

type Door = (&'static str, &'static str);

#[derive(Template)]
#[template(path = "pages/privacy/start.html")]
struct StartPage {
    shell: Shell,
    groups: Vec<(&'static str, Vec<Door>)>,
}

async fn show(_: PrivacyPath, user: User) -> Answer {
    let open = |doors: &[Door]| {
        let doors = doors.iter().copied();
        doors
            .filter(|(_, path)| nav::may_open(user.actor(), path))
            .collect::<Vec<_>>()
    };
    let groups = GROUPS.iter().map(|(group, doors)| (*group, open(doors)));
    page::page(&StartPage {
        groups: groups.filter(|(_, doors)| !doors.is_empty()).collect(),
        shell: user.shell(user.lang.t("privacy-title")),
    })
}
