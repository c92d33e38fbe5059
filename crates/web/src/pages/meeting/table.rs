// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Who is at the table of a sitting, and who comes in the place of a member.

use askama::Template;
use axum::{extract::State, http::StatusCode};
use axum_extra::routing::TypedPath;
use meldroute_core::{
    configuration::body::Body,
    id::{MeetingId, PersonId},
    meeting::table::Member,
    policy::Right,
    usecase::meeting::{self, Table},
};
use serde::Deserialize;

use crate::{
    App,
    form::{Form, Problems},
    lang::Lang,
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
#[typed_path("/overleggen/{id}/tafel")]
pub(crate) struct TablePath {
    pub(crate) id: MeetingId,
}

pub(crate) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::RunMeeting);
    [
        route::get::<TablePath, _, _>(who, show),
        route::post::<TablePath, _, _>(who, save),
    ]
}

#[derive(Template)]
#[template(path = "pages/meeting/table.html")]
struct TablePage {
    shell: Shell,
    action: TablePath,
    back: MeetingPath,
    /// How many members must be there to decide.
    quorum: Option<u8>,
    present: Field,
    standing_in: Vec<Field>,
    /// Who comes for whom, in words.
    substitutes: Vec<String>,
    wrong: Vec<(String, String)>,
}

/// The seats of a member in words: "Politie".
pub(crate) fn seats(lang: Lang, body: Option<&Body>, member: &Member) -> String {
    let seats = body.iter().flat_map(|body| &body.seats);
    let mine = seats.filter(|seat| member.seats.contains(&seat.id));
    let titles: Vec<&str> = mine.map(|seat| lang.text(&seat.title)).collect();
    match titles.as_slice() {
        [one] => (*one).to_owned(),
        // Which of the municipality's seats a member takes is not registered.
        _ => lang.t("table-member"),
    }
}

fn page(
    sitting: &Sitting,
    table: &Table,
    status: StatusCode,
    (given, problems): (&Given, &Problems),
) -> Answer {
    let (lang, meeting) = (sitting.user.lang, sitting.meeting());
    let body = sitting.user.configuration().body(&meeting.body);
    let words = sitting.words();
    let tick = |member: &Member| Choice {
        chosen: meeting.is_present(member.person),
        ..Choice::new(member.person, &member.name).hint(seats(lang, body, member))
    };
    let choose = || vec![Choice::new("", lang.t("act-choose"))];
    let (mut own, mut others) = (choose(), choose());
    let mine = table.members.iter().filter(|member| member.partner.is_none());
    own.extend(mine.map(|member| Choice::new(member.person, &member.name)));
    others.extend(table.others.iter().map(|(id, name)| Choice::new(id, name)));
    let standing_in: Vec<Field> = [
        Field::new("instead", lang.t("table-instead"), Way::List(own)),
        Field::new("person", lang.t("table-person"), Way::List(others)),
    ]
    .map(|field| field.filled(given, "", problems, lang))
    .into();
    let substituted = meeting.substitutes.iter().map(|it| {
        lang.arg("who", words.person(it.person))
            .arg("instead", words.person(it.instead_of))
            .t("table-substitute")
    });
    let ticks = table.members.iter().map(tick).collect();
    let id = meeting.id;
    let template = TablePage {
        shell: sitting
            .user
            .shell(lang.t("table-title"))
            .wrong(!problems.is_empty()),
        action: TablePath { id },
        back: MeetingPath { id },
        quorum: body.and_then(|body| body.quorum),
        present: Field::new("present", lang.t("table-present"), Way::Any(ticks)),
        wrong: wrong(&standing_in),
        standing_in,
        substitutes: substituted.collect(),
    };
    page::answer(status, &template)
}

async fn show(path: TablePath, user: User, State(app): State<App>) -> Answer {
    let sitting = Sitting::open(app, user, path.id, None).await?;
    let table = meeting::table(&sitting.app.services, sitting.user.actor(), sitting.meeting()).await?;
    let blank = (&Given::default(), &Problems::none());
    page(&sitting, &table, StatusCode::OK, blank)
}

async fn save(path: TablePath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let (services, actor) = (&app.services, user.actor());
    if given.get("step") == "present" {
        let present = given.all("present").filter_map(|id| id.parse::<PersonId>().ok());
        meeting::attend(services, actor, path.id, present.collect()).await?;
        return Done::to(MeetingPath { id: path.id })
            .say("done-meeting-attended")
            .into();
    }
    let sitting = Sitting::open(app.clone(), user.clone(), path.id, None).await?;
    let (instead, person) = (
        given.get("instead").parse::<PersonId>().ok(),
        given.get("person").parse::<PersonId>().ok(),
    );
    let mut problems = Problems::none();
    problems.check(instead.is_some(), "instead", "act-missing-choice");
    problems.check(person.is_some(), "person", "act-missing-choice");
    let (Some(instead), Some(person)) = (instead, person) else {
        let table = meeting::table(services, actor, sitting.meeting()).await?;
        return page(&sitting, &table, StatusCode::BAD_REQUEST, (&given, &problems));
    };
    meeting::substitute(services, actor, path.id, instead, person).await?;
    Done::to(path).say("done-meeting-substituted").into()
}
