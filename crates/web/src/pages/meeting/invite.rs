// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Inviting a guest for one item of a meeting, with the reason.

use askama::Template;
use axum::{extract::State, http::StatusCode};
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{MeetingId, PersonId, SignalId},
    meeting::ItemState,
    policy::Right,
    usecase::meeting,
};
use serde::Deserialize;

use crate::{
    App, dates,
    error::PageError,
    form::{Form, Problems},
    page::{self, Answer, Done},
    pages::{
        meeting::agenda::{MeetingPath, Sitting},
        signal::field::{Choice, Field, Given, Way, wrong},
    },
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/overleggen/{id}/gast")]
pub(crate) struct InvitePath {
    pub(crate) id: MeetingId,
}

pub(crate) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::RunMeeting);
    [
        route::get::<InvitePath, _, _>(who, show),
        route::post::<InvitePath, _, _>(who, save),
    ]
}

#[derive(Template)]
#[template(path = "pages/meeting/invite.html")]
struct InvitePage {
    shell: Shell,
    action: InvitePath,
    back: MeetingPath,
    until: String,
    asked: Vec<Field>,
    /// Whether anybody can be invited.
    nobody: bool,
    wrong: Vec<(String, String)>,
}

fn page(sitting: &Sitting, status: StatusCode, given: &Given, problems: &Problems) -> Answer {
    let lang = sitting.user.lang;
    let id = sitting.meeting().id;
    let choose = || vec![Choice::new("", lang.t("act-choose"))];
    let (mut guests, mut signals) = (choose(), choose());
    let can = sitting.colleagues.iter().filter(|person| person.is_guest());
    guests.extend(can.map(|person| Choice::new(person.id, &person.name)));
    let open = sitting
        .meeting()
        .agenda
        .iter()
        .filter(|item| item.state == ItemState::Open);
    signals.extend(open.filter_map(|item| {
        let signal = sitting.signal(item.signal)?;
        let name = format!("{} {}", signal.number, signal.value.title);
        Some(Choice::new(item.signal, name))
    }));
    let nobody = guests.len() == 1;
    let fields = [
        Field::new("guest", lang.t("invite-guest"), Way::List(guests)),
        Field::new("signal", lang.t("invite-signal"), Way::List(signals)),
        Field::new("reason", lang.t("invite-reason"), Way::Line),
    ];
    let asked: Vec<Field> = fields.map(|field| field.filled(given, "", problems, lang)).into();
    let template = InvitePage {
        shell: sitting
            .user
            .shell(lang.t("invite-title"))
            .wrong(!problems.is_empty()),
        action: InvitePath { id },
        back: MeetingPath { id },
        until: dates::day(lang, sitting.meeting().on),
        nobody,
        wrong: wrong(&asked),
        asked,
    };
    page::answer(status, &template)
}

async fn show(path: InvitePath, user: User, State(app): State<App>) -> Answer {
    let sitting = Sitting::open(app, user, path.id, None).await?;
    page(&sitting, StatusCode::OK, &Given::default(), &Problems::none())
}

async fn save(path: InvitePath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let sitting = Sitting::open(app, user, path.id, None).await?;
    let guest = given.get("guest").parse::<PersonId>().ok();
    let is_guest = |id: &PersonId| {
        let mut people = sitting.colleagues.iter();
        people.any(|person| person.id == *id && person.is_guest())
    };
    let guest = guest.filter(is_guest);
    let signal = given.get("signal").parse::<SignalId>().ok();
    let signal = signal.filter(|id| sitting.signal(*id).is_some());
    let reason = given.get("reason");
    let mut problems = Problems::none();
    problems.check(guest.is_some(), "guest", "act-missing-choice");
    problems.check(signal.is_some(), "signal", "act-missing-choice");
    problems.check(!reason.is_empty(), "reason", "act-missing");
    problems.fits("reason", reason);
    let (Some(guest), Some(signal), true) = (guest, signal, problems.is_empty()) else {
        return page(&sitting, StatusCode::BAD_REQUEST, &given, &problems);
    };
    let (services, actor) = (&sitting.app.services, sitting.user.actor());
    meeting::invite(services, actor, path.id, signal, guest, reason.to_owned())
        .await
        .map_err(PageError::from)?;
    Done::to(MeetingPath { id: path.id })
        .say("done-agenda-invited")
        .into()
}
