// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The agenda or the decisions of a meeting, as a page and as PDF: numbers only, never content (minutes cite numbers).

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::MeetingId,
    policy::Right,
    usecase::{
        journal,
        meeting::{self, Table},
    },
};
use serde::Deserialize;

use crate::{
    App,
    error::PageError,
    page::{self, Answer},
    pages::meeting::{
        agenda::{MeetingPath, Sitting},
        minutes::Minutes,
    },
    paper::{self, Paper},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/overleggen/{id}/lijst")]
pub(crate) struct PrintPath {
    pub(crate) id: MeetingId,
}

/// The same as PDF.
#[derive(TypedPath, Deserialize)]
#[typed_path("/overleggen/{id}/lijst/pdf")]
pub(crate) struct PaperPath {
    pub(crate) id: MeetingId,
}

pub(crate) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::ReadMeeting);
    [
        route::get::<PrintPath, _, _>(who, show),
        route::get::<PaperPath, _, _>(who, file),
    ]
}

#[derive(Template)]
#[template(path = "pages/meeting/print.html")]
struct PrintPage {
    shell: Shell,
    back: MeetingPath,
    paper: PaperPath,
    minutes: Minutes,
}

async fn show(path: PrintPath, user: User, State(app): State<App>) -> Answer {
    let sitting = Sitting::open(app, user, path.id, None).await?;
    let minutes = Minutes::of(&sitting, &table(&sitting).await?);
    page::page(&PrintPage {
        shell: sitting.user.shell(minutes.title.clone()),
        back: MeetingPath { id: path.id },
        paper: PaperPath { id: path.id },
        minutes,
    })
}

async fn file(path: PaperPath, user: User, State(app): State<App>) -> Answer {
    let sitting = Sitting::open(app, user, path.id, None).await?;
    let head = journal::head(&sitting.app.services, sitting.user.actor()).await?;
    let minutes = Minutes::of(&sitting, &table(&sitting).await?);
    let paper = Paper {
        classification: sitting.user.lang.t("print-confidential"),
        number: format!("{} {}", sitting.body(), sitting.meeting().on),
        head,
        title: minutes.title.clone(),
        blocks: minutes.blocks(&sitting),
    };
    let name = format!("{}-{}", sitting.meeting().body, sitting.meeting().on);
    paper::give(&sitting.user, paper, &name).await
}

/// Who may be at the table. A guest gets their own items, and not who else is there.
async fn table(sitting: &Sitting) -> Result<Table, PageError> {
    if !sitting.sits() {
        return Ok(Table::default());
    }
    let (services, actor) = (&sitting.app.services, sitting.user.actor());
    Ok(meeting::table(services, actor, sitting.meeting()).await?)
}
