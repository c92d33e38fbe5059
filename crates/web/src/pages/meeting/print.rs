// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The agenda or the decisions of a meeting for paper: numbers only, never content (minutes cite numbers).

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::MeetingId,
    meeting::{ItemState, MeetingState},
    policy::Right,
};
use serde::Deserialize;

use crate::{
    App, dates,
    page::{self, Answer},
    pages::meeting::agenda::{MeetingPath, Sitting},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/overleggen/{id}/lijst")]
pub(crate) struct PrintPath {
    pub(crate) id: MeetingId,
}

pub(crate) fn route() -> Route {
    route::get::<PrintPath, _, _>(Who::Right(Right::ReadMeeting), show)
}

#[derive(Template)]
#[template(path = "pages/meeting/print.html")]
struct PrintPage {
    shell: Shell,
    back: MeetingPath,
    day: String,
    /// Number and what came of it.
    rows: Vec<(String, String)>,
}

async fn show(path: PrintPath, user: User, State(app): State<App>) -> Answer {
    let sitting = Sitting::open(app, user, path.id, None).await?;
    let lang = sitting.user.lang;
    let title = match sitting.meeting().state {
        MeetingState::Planned | MeetingState::Open { .. } => "print-agenda-title",
        MeetingState::Closed { .. } => "print-decisions-title",
    };
    let row = |item: &meldroute_core::meeting::Item| {
        let signal = sitting.signal(item.signal);
        let number = signal.map_or_else(|| lang.t("print-hidden"), |signal| signal.number.clone());
        // The reason is content, so it stays out.
        let outcome = match &item.state {
            ItemState::HeldOver { .. } => lang.t("print-held-over"),
            ItemState::Open => lang.t("print-open"),
            ItemState::Decided { .. } => sitting.outcome(item).unwrap_or_default(),
        };
        (number, outcome)
    };
    page::page(&PrintPage {
        shell: sitting.user.shell(lang.arg("body", sitting.body()).t(title)),
        back: MeetingPath { id: path.id },
        day: dates::day(lang, sitting.meeting().on),
        rows: sitting.meeting().agenda.iter().map(row).collect(),
    })
}
