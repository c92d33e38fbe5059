// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The bodies that the visitor sits in or prepares: when they meet, what was planned and held, and planning a sitting.

use askama::Template;
use axum::{extract::State, http::StatusCode};
use axum_extra::routing::TypedPath;
use chrono::NaiveDate;
use meldroute_core::{
    calendar::rhythm::{Proposed, Rhythm},
    configuration::body::Body,
    id::{BodyId, MeetingId},
    meeting::{Meeting, MeetingState},
    policy::{self, Object, Right},
    ports::Stored,
    usecase::{Failure, meeting, would_permit_here},
};
use serde::Deserialize;

use crate::{
    App, dates,
    error::PageError,
    form::Form,
    page::{self, Answer, Done},
    pages::meeting::agenda::MeetingPath,
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/overleggen")]
pub(crate) struct MeetingsPath;

pub(crate) fn routes() -> [Route; 2] {
    [
        route::get::<MeetingsPath, _, _>(Who::Right(Right::ReadMeeting), show),
        route::post::<MeetingsPath, _, _>(Who::Right(Right::RunMeeting), plan),
    ]
}

/// A body with its sittings.
struct Sits {
    id: BodyId,
    name: String,
    internal: bool,
    /// When it meets by its rhythm; none where only somebody's plan says so.
    rhythm: Option<String>,
    /// The day to plan, and the form's mark, for who may plan.
    plan: Option<(NaiveDate, MeetingId)>,
    problem: Option<String>,
    /// The next days of its rhythm on which nothing is planned yet, for who may plan.
    proposed: Vec<Proposal>,
    planned: Vec<Sitting>,
    held: Vec<Sitting>,
}

/// A day on which the body would meet by its rhythm.
struct Proposal {
    on: NaiveDate,
    /// Why it is not the usual day.
    instead: Option<String>,
    /// The form's mark.
    id: MeetingId,
}

/// One sitting.
struct Sitting {
    href: String,
    body: String,
    day: String,
    state: String,
    now: bool,
    items: usize,
}

#[derive(Template)]
#[template(path = "pages/meeting/list.html")]
struct MeetingsPage {
    shell: Shell,
    bodies: Vec<Sits>,
    guest: Vec<Sitting>,
}

#[derive(Deserialize)]
struct Plan {
    #[serde(default)]
    id: String,
    #[serde(default)]
    body: String,
    #[serde(default)]
    on: String,
}

async fn show(_: MeetingsPath, user: User, State(app): State<App>) -> Answer {
    list(&app, &user, None).await
}

/// A problem of the planning form: of which body, with the key of the sentence.
type Wrong = Option<(BodyId, &'static str)>;

async fn list(app: &App, user: &User, wrong: Wrong) -> Answer {
    let actor = user.actor();
    let mut bodies = Vec::new();
    for body in &user.configuration().bodies {
        let here = Object::Body(&actor.municipality, &body.id);
        if policy::would_permit(actor, Right::ReadMeeting, here) {
            let meetings = meeting::list(&app.services, actor, &body.id).await?;
            bodies.push(sits(app, user, body, &meetings, &wrong));
        }
    }
    let guest = meeting::as_guest(&app.services, actor).await?;
    let page = MeetingsPage {
        shell: user.shell(user.lang.t("meetings-title")).wrong(wrong.is_some()),
        bodies,
        guest: guest
            .iter()
            .map(|meeting| sitting(user, &meeting.value))
            .collect(),
    };
    let status = if wrong.is_some() {
        StatusCode::BAD_REQUEST
    } else {
        StatusCode::OK
    };
    page::answer(status, &page)
}

fn sits(app: &App, user: &User, body: &Body, meetings: &[Stored<Meeting>], wrong: &Wrong) -> Sits {
    let lang = user.lang;
    let next = body.rhythm.next_on_or_after(user.today);
    let taken = |day: NaiveDate| meetings.iter().any(|meeting| meeting.value.on == day);
    let free = if taken(next) {
        body.rhythm.next_on_or_after(next.succ_opt().unwrap_or(next))
    } else {
        next
    };
    let runs = would_permit_here(user.actor(), Right::RunMeeting);
    let held = |meeting: &&Stored<Meeting>| meeting.value.is_closed();
    let proposed = if runs {
        body.rhythm.proposed(user.today, PROPOSED)
    } else {
        Vec::new()
    };
    let open = proposed.into_iter().filter(|it| !taken(it.on));
    let (held, mut planned): (Vec<_>, Vec<_>) = meetings.iter().partition(held);
    planned.sort_by_key(|meeting| meeting.value.on);
    Sits {
        id: body.id.clone(),
        name: lang.text(&body.name).to_owned(),
        internal: body.internal,
        rhythm: (!matches!(body.rhythm, Rhythm::AsPlanned { .. })).then(|| dates::day(lang, next)),
        plan: runs.then(|| (free, MeetingId(app.services.minter.mint()))),
        proposed: open
            .map(|it| Proposal {
                on: it.on,
                instead: instead(user, &it),
                id: MeetingId(app.services.minter.mint()),
            })
            .collect(),
        problem: wrong
            .as_ref()
            .filter(|(of, _)| *of == body.id)
            .map(|(_, key)| lang.t(key)),
        planned: planned
            .iter()
            .map(|meeting| sitting(user, &meeting.value))
            .collect(),
        held: held.iter().map(|meeting| sitting(user, &meeting.value)).collect(),
    }
}

/// How many days of a rhythm are proposed.
const PROPOSED: usize = 6;

/// Why a proposed day is not the usual one.
fn instead(user: &User, proposed: &Proposed) -> Option<String> {
    let (planned, holiday) = proposed.instead_of?;
    let lang = user.lang;
    let saying = lang
        .arg("date", dates::day_of_year(lang, planned))
        .arg("holiday", lang.kind("holiday", holiday.as_str()));
    Some(saying.t("meetings-instead"))
}

fn sitting(user: &User, meeting: &Meeting) -> Sitting {
    let state = match meeting.state {
        MeetingState::Planned => "meetings-state-planned",
        MeetingState::Open { .. } => "meetings-state-open",
        MeetingState::Closed { .. } => "meetings-state-closed",
        MeetingState::Cancelled { .. } => "meetings-state-cancelled",
    };
    let body = user.configuration().body(&meeting.body);
    let name = body.map_or("", |body| user.lang.text(&body.name));
    Sitting {
        href: MeetingPath { id: meeting.id }.to_string(),
        body: name.to_owned(),
        day: dates::day(user.lang, meeting.on),
        state: user.lang.t(state),
        now: matches!(meeting.state, MeetingState::Open { .. }),
        items: meeting.agenda.len(),
    }
}

async fn plan(_: MeetingsPath, user: User, State(app): State<App>, Form(form): Form<Plan>) -> Answer {
    let body = BodyId(form.body);
    user.configuration().body(&body).ok_or(PageError::NotFound)?;
    let id: MeetingId = form.id.parse().or(Err(PageError::Malformed))?;
    let Some(on) = dates::plannable(&form.on, user.today) else {
        return list(&app, &user, Some((body, "meetings-bad-date"))).await;
    };
    match meeting::plan(&app.services, user.actor(), id, &body, on).await {
        Ok(()) => Done::to(MeetingPath { id }).say("done-meeting-planned").into(),
        // The same form again, or another sitting on the same day: the list shows it.
        Err(Failure::DoneAlready) => list(&app, &user, Some((body, "meetings-exists"))).await,
        Err(failure) => Err(failure.into()),
    }
}
