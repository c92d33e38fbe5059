// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! How a sitting stands, for the script of a page that is open: so that two people at one table see what the other decided. Without
//! content: how far the meeting is, and who was first.

use axum::{
    extract::{Query, State},
    http::header,
    response::IntoResponse as _,
};
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{MeetingId, PersonId, SignalId},
    meeting::{Item, ItemState},
    policy::Right,
    usecase::{meeting, people::colleagues},
};
use serde::{Deserialize, Serialize};

use crate::{
    App,
    error::PageError,
    page::Answer,
    pages::signal::wording::Wording,
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/overleggen/{id}/stand")]
pub(crate) struct StandPath {
    pub(crate) id: MeetingId,
}

pub(crate) fn route() -> Route {
    route::get::<StandPath, _, _>(Who::Right(Right::ReadMeeting), show)
}

/// What the page was about.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    #[serde(rename = "signaal")]
    signal: Option<SignalId>,
}

#[derive(Serialize)]
struct Stand {
    revision: i64,
    done: usize,
    /// Who dealt with the signal that the page is about, in a sentence.
    first: Option<String>,
}

async fn show(path: StandPath, user: User, State(app): State<App>, Query(asked): Query<Asked>) -> Answer {
    let stored = meeting::stand(&app.services, user.actor(), path.id).await?;
    let meeting = &stored.value;
    let mut items = meeting.agenda.iter();
    let here = items.find(|item| Some(item.signal) == asked.signal);
    let first = match here.and_then(decided_by) {
        Some(who) => {
            let colleagues = colleagues(&app.services, user.actor()).await?;
            let words = Wording::new(user.lang, user.configuration(), user.today, &colleagues);
            let who = words.person(who);
            Some(user.lang.arg("who", who).t("stand-decided"))
        }
        None => None,
    };
    let dealt = |item: &&Item| item.state != ItemState::Open;
    let stand = Stand {
        revision: stored.revision.0,
        done: meeting.agenda.iter().filter(dealt).count(),
        first,
    };
    let json = serde_json::to_string(&stand).or(Err(PageError::Broken))?;
    Ok(([(header::CONTENT_TYPE, "application/json")], json).into_response())
}

fn decided_by(item: &Item) -> Option<PersonId> {
    match item.state {
        ItemState::Decided { by, .. } => Some(by),
        ItemState::Open | ItemState::HeldOver { .. } => None,
    }
}
