// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A signal that one opened in an emergency: what may be read, under a line that shouts, and nothing to do.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::SignalId,
    policy::Right,
    signal::strand::StrandKind,
    usecase::{looking, people::colleagues},
};
use serde::Deserialize;

use super::glass::GlassPath;
use crate::{
    App, dates,
    page::{self, Answer},
    pages::signal::{
        known::{self, Known},
        origin::{self, Beside},
        wording::Wording,
    },
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/noodtoegang/{id}")]
pub(crate) struct OpenedPath {
    pub(crate) id: SignalId,
}

pub(super) fn route() -> Route {
    route::get::<OpenedPath, _, _>(Who::Right(Right::ReadUnderGlass), show)
}

#[derive(Template)]
#[template(path = "pages/looking/opened.html")]
struct OpenedPage {
    shell: Shell,
    number: String,
    title: String,
    restricted: bool,
    until: String,
    reason: String,
    known: Known,
    strands: Vec<Beside>,
    back: GlassPath,
}

async fn show(path: OpenedPath, user: User, State(app): State<App>) -> Answer {
    let (stored, opening) = looking::read_opened(&app.services, user.actor(), path.id).await?;
    let colleagues = colleagues(&app.services, user.actor()).await?;
    let words = Wording::new(user.lang, user.configuration(), user.today, &colleagues);
    let mut signal = stored.value;
    // Care is a compartment of its own; here it does not even say that care was asked.
    signal
        .strands
        .retain(|strand| !matches!(strand.kind, StrandKind::Care { .. }));
    page::page(&OpenedPage {
        shell: user.shell(format!("{} {}", stored.number, signal.title)),
        until: dates::time(user.lang, opening.until),
        reason: opening.reason,
        known: known::known(&words, &signal),
        strands: origin::strands(&words, user.actor(), &signal),
        number: stored.number,
        restricted: signal.is_restricted(),
        title: signal.title,
        back: GlassPath,
    })
}
