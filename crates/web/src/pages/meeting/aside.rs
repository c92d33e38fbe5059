// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Conflict of interest: a member who is concerned leaves an item, and sees nothing of it from then on.

use askama::Template;
use axum::{extract::State, http::StatusCode};
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{MeetingId, PersonId, SignalId},
    policy::Right,
    signal::act::Act,
    usecase::{
        Failure, meeting,
        signal::{self, Once},
    },
};
use serde::Deserialize;

use crate::{
    App,
    error::PageError,
    form::{Form, Problems},
    page::{self, Answer, Done},
    pages::{
        meeting::agenda::{MeetingPath, Sitting},
        signal::field::{Choice, Field, Given, Way, wrong},
    },
    refusal,
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/overleggen/{id}/betrokken")]
pub(crate) struct AsidePath {
    pub(crate) id: MeetingId,
}

pub(crate) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::ReadMeeting);
    [
        route::get::<AsidePath, _, _>(who, show),
        route::post::<AsidePath, _, _>(who, save),
    ]
}

/// Somebody who stays out of an item.
struct Out {
    number: String,
    name: String,
    signal: SignalId,
    person: PersonId,
}

#[derive(Template)]
#[template(path = "pages/meeting/aside.html")]
struct AsidePage {
    shell: Shell,
    action: AsidePath,
    back: MeetingPath,
    asked: Vec<Field>,
    /// Who stays out of what, for who may let them in again.
    out: Vec<Out>,
    /// Why it is not possible now.
    why: Option<String>,
    wrong: Vec<(String, String)>,
}

/// Whom the visitor can name: everybody at the table for who leads it, and themselves for everybody else.
async fn people(sitting: &Sitting) -> Result<Vec<Choice>, PageError> {
    if !sitting.runs() {
        let me = sitting.user.person();
        return Ok(vec![Choice::new(me.id, &me.name)]);
    }
    let (services, actor) = (&sitting.app.services, sitting.user.actor());
    let table = meeting::table(services, actor, sitting.meeting()).await?;
    let members = table.members.iter();
    Ok(members
        .map(|member| Choice::new(member.person, &member.name))
        .collect())
}

async fn page(
    sitting: &Sitting,
    status: StatusCode,
    (given, problems): (&Given, &Problems),
    why: Option<String>,
) -> Answer {
    let lang = sitting.user.lang;
    let choose = || vec![Choice::new("", lang.t("act-choose"))];
    let mut signals = choose();
    signals.extend(sitting.view.signals.iter().map(|signal| {
        let name = format!("{} {}", signal.number, signal.value.title);
        Choice::new(signal.value.id, name)
    }));
    let mut known = people(sitting).await?;
    if sitting.runs() {
        let mut all = choose();
        all.append(&mut known);
        known = all;
    }
    let asked: Vec<Field> = [
        Field::new("signal", lang.t("aside-signal"), Way::List(signals)),
        Field::new("person", lang.t("aside-person"), Way::List(known)),
        Field::new("reason", lang.t("aside-reason"), Way::Line).hint(lang.t("aside-reason-hint")),
    ]
    .map(|field| field.filled(given, "", problems, lang))
    .into();
    let words = sitting.words();
    let out = sitting.view.signals.iter().flat_map(|signal| {
        let (words, number) = (&words, &signal.number);
        signal.value.kept_out().map(move |recusal| Out {
            number: number.clone(),
            name: words.person(recusal.person),
            signal: signal.value.id,
            person: recusal.person,
        })
    });
    let id = sitting.meeting().id;
    let template = AsidePage {
        shell: sitting
            .user
            .shell(lang.t("aside-title"))
            .wrong(!problems.is_empty()),
        action: AsidePath { id },
        back: MeetingPath { id },
        out: if sitting.runs() { out.collect() } else { Vec::new() },
        wrong: wrong(&asked),
        asked,
        why,
    };
    page::answer(status, &template)
}

async fn show(path: AsidePath, user: User, State(app): State<App>) -> Answer {
    let sitting = Sitting::open(app, user, path.id, None).await?;
    page(
        &sitting,
        StatusCode::OK,
        (&Given::default(), &Problems::none()),
        None,
    )
    .await
}

async fn save(path: AsidePath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let sitting = Sitting::open(app, user, path.id, None).await?;
    let reason = given.get("reason").to_owned();
    let signal = given.get("signal").parse::<SignalId>().ok();
    let signal = signal.filter(|id| sitting.signal(*id).is_some());
    let person = given.get("person").parse::<PersonId>().ok();
    let mut problems = Problems::none();
    problems.check(signal.is_some(), "signal", "act-missing-choice");
    problems.check(person.is_some(), "person", "act-missing-choice");
    problems.check(!reason.is_empty(), "reason", "act-missing");
    problems.fits("reason", &reason);
    let (Some(signal), Some(person), true) = (signal, person, problems.is_empty()) else {
        return page(&sitting, StatusCode::BAD_REQUEST, (&given, &problems), None).await;
    };
    let (act, done) = if given.get("step") == "in" {
        (Act::Readmit { person, reason }, "done-meeting-readmitted")
    } else {
        (Act::Recuse { person, reason }, "done-meeting-recused")
    };
    let (services, actor) = (&sitting.app.services, sitting.user.actor());
    match signal::act(services, actor, signal, Once::default(), act).await {
        Ok(_) => Done::to(MeetingPath { id: path.id }).say(done).into(),
        Err(Failure::Refused(why)) => {
            let why = refusal::of_signal(sitting.user.lang, Some(sitting.user.configuration()), &why);
            page(&sitting, StatusCode::CONFLICT, (&given, &problems), Some(why)).await
        }
        Err(failure) => Err(failure.into()),
    }
}
