// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What must be done after an inspection: a task with somebody's name and a date.

use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{PersonId, SignalId, StrandId},
    policy::Right,
    signal::{
        act::{Act, ActKind},
        strand::StrandStep,
    },
};
use serde::Deserialize;

use crate::{
    App, dates,
    form::{Form, Problems},
    page::Answer,
    pages::{
        signal::{
            act::{ActForm, Case},
            field::{Choice, Field, Given, Way},
        },
        strand::show::StrandPath,
    },
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{signal}/controles/{strand}/vervolg")]
pub(crate) struct FollowUpPath {
    pub(crate) signal: SignalId,
    pub(crate) strand: StrandId,
}

pub(super) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::WorkSignal);
    [
        route::get::<FollowUpPath, _, _>(who, show),
        route::post::<FollowUpPath, _, _>(who, save),
    ]
}

fn form(case: &Case, given: &Given, problems: &Problems) -> ActForm {
    let lang = case.user.lang;
    let can = case.colleagues.iter().filter(|person| person.takes_tasks());
    let mut people = vec![Choice::new("", lang.t("act-choose"))];
    people.extend(can.map(|person| Choice::new(person.id, &person.name)));
    let fields = [
        Field::new("what", lang.t("inspection-follow-up-what"), Way::Lines(3))
            .hint(lang.t("inspection-follow-up-hint")),
        Field::new("who", lang.t("act-decide-who"), Way::List(people)),
        Field::new("due", lang.t("act-decide-by"), Way::Day),
    ];
    let fields = fields.map(|field| field.filled(given, "", problems, lang));
    ActForm::of(
        lang.t("inspection-follow-up-title"),
        fields.into(),
        lang.t("inspection-follow-up-submit"),
    )
}

async fn show(path: FollowUpPath, user: User, State(app): State<App>) -> Answer {
    let case = Case::open(app, user, path.signal).await?;
    let kind = ActKind::StepStrand {
        strand: path.strand,
        step: "follow-up",
    };
    case.ask(&kind, &form(&case, &Given::default(), &Problems::none()))
}

async fn save(path: FollowUpPath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let case = Case::open(app, user, path.signal).await?;
    let who = given.get("who").parse::<PersonId>().ok();
    let due = dates::plannable(given.get("due"), case.user.today);
    let mut problems = Problems::none();
    problems.check(!given.get("what").is_empty(), "what", "act-missing");
    problems.check(who.is_some(), "who", "act-missing-choice");
    problems.check(due.is_some(), "due", "act-bad-date");
    let again = |problems: &Problems| form(&case, &given, problems);
    let (Some(assignee), Some(due), true) = (who, due, problems.is_empty()) else {
        return case.again(&again(&problems), &problems);
    };
    let act = Act::StepStrand {
        strand: path.strand,
        step: StrandStep::FollowUp {
            what: given.get("what").to_owned(),
            assignee,
            due,
        },
    };
    let to = |_: &_| StrandPath::of(path.signal, path.strand).to_string();
    case.perform_then(&given, act, again, ("done-inspection-follow-up", &to))
        .await
}
