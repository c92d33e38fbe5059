// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The day of a sitting: move it, or say that it is not held, each with the reason.

use askama::Template;
use axum::{extract::State, http::StatusCode};
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::MeetingId,
    meeting::{Meeting, MeetingState},
    policy::Right,
    usecase::{Failure, meeting},
};
use serde::Deserialize;

use crate::{
    App, dates,
    form::{Form, Problems},
    page::{self, Answer, Done},
    pages::{
        meeting::agenda::{MeetingPath, Sitting},
        signal::field::{Field, Given, Way, wrong},
    },
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/overleggen/{id}/dag")]
pub(crate) struct DayPath {
    pub(crate) id: MeetingId,
}

pub(crate) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::RunMeeting);
    [
        route::get::<DayPath, _, _>(who, show),
        route::post::<DayPath, _, _>(who, save),
    ]
}

#[derive(Template)]
#[template(path = "pages/meeting/day.html")]
struct DayPage {
    shell: Shell,
    action: DayPath,
    back: MeetingPath,
    intro: String,
    /// Whether it can still be moved: it has not begun.
    planned: bool,
    moving: Vec<Field>,
    cancelling: Field,
    wrong: Vec<(String, String)>,
}

fn page(sitting: &Sitting, status: StatusCode, given: &Given, problems: &Problems) -> Answer {
    let (lang, meeting) = (sitting.user.lang, sitting.meeting());
    let moving: Vec<Field> = [
        Field::new("on", lang.t("day-on"), Way::Day),
        Field::new("move-reason", lang.t("day-move-reason"), Way::Line),
    ]
    .map(|field| field.filled(given, "", problems, lang))
    .into();
    let cancelling = Field::new("cancel-reason", lang.t("day-cancel-reason"), Way::Line);
    let cancelling = cancelling.filled(given, "", problems, lang);
    let id = meeting.id;
    let template = DayPage {
        shell: sitting
            .user
            .shell(lang.t("day-title"))
            .wrong(!problems.is_empty()),
        action: DayPath { id },
        back: MeetingPath { id },
        intro: lang
            .arg("body", sitting.body())
            .arg("date", dates::day(lang, meeting.on))
            .t("day-intro"),
        planned: is_planned(meeting),
        wrong: wrong(moving.iter().chain([&cancelling])),
        moving,
        cancelling,
    };
    page::answer(status, &template)
}

fn is_planned(meeting: &Meeting) -> bool {
    meeting.state == MeetingState::Planned
}

async fn show(path: DayPath, user: User, State(app): State<App>) -> Answer {
    let sitting = Sitting::open(app, user, path.id, None).await?;
    page(&sitting, StatusCode::OK, &Given::default(), &Problems::none())
}

async fn save(path: DayPath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let sitting = Sitting::open(app, user, path.id, None).await?;
    let (services, actor) = (&sitting.app.services, sitting.user.actor());
    let mut problems = Problems::none();
    let cancels = given.get("step") == "cancel";
    let field = if cancels { "cancel-reason" } else { "move-reason" };
    let reason = given.get(field);
    problems.check(!reason.is_empty(), field, "act-missing");
    problems.fits(field, reason);
    let day = dates::plannable(given.get("on"), sitting.user.today);
    problems.check(cancels || day.is_some(), "on", "meetings-bad-date");
    if !problems.is_empty() {
        return page(&sitting, StatusCode::BAD_REQUEST, &given, &problems);
    }
    let (turned, done) = match day.filter(|_| !cancels) {
        Some(day) => (
            meeting::move_to(services, actor, path.id, day, reason).await,
            "done-meeting-moved",
        ),
        None => (
            meeting::cancel(services, actor, path.id, reason).await,
            "done-meeting-cancelled",
        ),
    };
    match turned {
        Ok(()) => Done::to(MeetingPath { id: path.id }).say(done).into(),
        // The body sits on that day already.
        Err(Failure::DoneAlready) => {
            problems.add("on", "meetings-exists");
            page(&sitting, StatusCode::BAD_REQUEST, &given, &problems)
        }
        Err(failure) => Err(failure.into()),
    }
}
