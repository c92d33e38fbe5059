// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The agenda or the decisions of a meeting, as a page and as PDF: numbers only, never content (minutes cite numbers).

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::MeetingId,
    meeting::{ItemState, MeetingState},
    paper::{Block, Cell, Column},
    policy::Right,
    usecase::journal,
};
use serde::Deserialize;

use crate::{
    App, dates,
    page::{self, Answer},
    pages::meeting::agenda::{MeetingPath, Sitting},
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

/// What the list says.
struct Listed {
    title: String,
    day: String,
    /// Number and what came of it.
    rows: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "pages/meeting/print.html")]
struct PrintPage {
    shell: Shell,
    back: MeetingPath,
    paper: PaperPath,
    day: String,
    rows: Vec<(String, String)>,
}

async fn show(path: PrintPath, user: User, State(app): State<App>) -> Answer {
    let sitting = Sitting::open(app, user, path.id, None).await?;
    let listed = listed(&sitting);
    page::page(&PrintPage {
        shell: sitting.user.shell(listed.title),
        back: MeetingPath { id: path.id },
        paper: PaperPath { id: path.id },
        day: listed.day,
        rows: listed.rows,
    })
}

async fn file(path: PaperPath, user: User, State(app): State<App>) -> Answer {
    let sitting = Sitting::open(app, user, path.id, None).await?;
    let head = journal::head(&sitting.app.services, sitting.user.actor()).await?;
    let (lang, listed) = (sitting.user.lang, listed(&sitting));
    let rows = listed.rows.into_iter();
    let paper = Paper {
        classification: lang.t("print-confidential"),
        number: format!("{} {}", sitting.body(), sitting.meeting().on),
        head,
        blocks: vec![
            Block::Paragraph {
                text: format!("{}. {}", listed.day, lang.t("print-only-numbers")),
            },
            Block::Table {
                caption: listed.title.clone(),
                columns: vec![
                    Column::new(lang.t("print-number"), 1),
                    Column::new(lang.t("print-outcome"), 3),
                ],
                rows: rows
                    .map(|(number, outcome)| vec![Cell::from(number), Cell::from(outcome)])
                    .collect(),
            },
        ],
        title: listed.title,
    };
    let name = format!("{}-{}", sitting.meeting().body, sitting.meeting().on);
    paper::give(&sitting.user, paper, &name).await
}

fn listed(sitting: &Sitting) -> Listed {
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
    Listed {
        title: lang.arg("body", sitting.body()).t(title),
        day: dates::day(lang, sitting.meeting().on),
        rows: sitting.meeting().agenda.iter().map(row).collect(),
    }
}
