// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! An action of the plan: when it is due, what proves that it was done, and who is responsible.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use chrono::NaiveDate;
use meldroute_core::{
    id::EntryId,
    plan::{Action, flag, schedule::Occurrence},
    policy::Right,
    usecase::{
        Failure,
        plan::{Given, PlanView, mark_done, name_owner, read},
        would_permit_here,
    },
};
use serde::Deserialize;

use super::{
    pillar::PillarPath,
    year::{Badge, PlanPath, badge},
};
use crate::{
    App, dates,
    error::PageError,
    form::{Form, Problems},
    page::{Answer, Done, again, page},
    pages::record::form::RecordPath,
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/plan/actie/{number}")]
pub(crate) struct ActionPath {
    pub(crate) number: u16,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/plan/actie/{number}/verantwoordelijk")]
struct OwnerPath {
    number: u16,
}

pub(super) fn routes() -> [Route; 3] {
    let keeps = Who::Right(Right::KeepPlan);
    [
        route::get::<ActionPath, _, _>(Who::Right(Right::ReadPlan), show),
        route::post::<ActionPath, _, _>(keeps, done),
        route::post::<OwnerPath, _, _>(keeps, own),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct DoneForm {
    /// The mark of the form: sent twice it counts once.
    mark: String,
    due: String,
    on: String,
    /// The number of a record that proves it; empty where there is none.
    record: String,
    evidence: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct OwnerForm {
    owner: String,
}

/// A time at which it is due.
struct Time {
    day: String,
    badge: Badge,
    /// When it was done, who wrote that down, the evidence, and where the record of it stands.
    done: Option<(String, String, Option<String>)>,
}

#[derive(Template)]
#[template(path = "pages/plan/action.html")]
struct ActionPage<'a> {
    shell: Shell,
    problems: Problems,
    form: &'a DoneForm,
    owner: String,
    back: String,
    pillar: (String, String),
    theme: String,
    phrase: String,
    read_as: String,
    flags: Vec<String>,
    times: Vec<Time>,
    /// Times for which nothing was written down, as choices.
    open: Vec<(String, String)>,
    /// What the program knows that can prove it.
    records: Vec<(String, String)>,
    keeps: bool,
    href: String,
    owner_href: String,
    mark: String,
}

async fn show(path: ActionPath, user: User, State(app): State<App>) -> Answer {
    let form = DoneForm {
        on: user.today.to_string(),
        ..DoneForm::default()
    };
    page(&template(&path, &user, &app, &form, None, Problems::none()).await?)
}

async fn done(path: ActionPath, user: User, State(app): State<App>, Form(form): Form<DoneForm>) -> Answer {
    let mark = EntryId(form.mark.parse().or(Err(PageError::Malformed))?);
    let due: NaiveDate = form.due.parse().or(Err(PageError::Malformed))?;
    let on = form.on.parse::<NaiveDate>();
    let mut problems = Problems::none();
    problems.check(on.is_ok(), "on", "plan-error-on");
    let outcome = match on {
        Ok(on) => {
            let given = Given {
                action: path.number,
                due,
                on,
                evidence: form.evidence.clone(),
                record: match form.record.as_str() {
                    "" => None,
                    number => Some(number.parse().or(Err(PageError::Malformed))?),
                },
            };
            mark_done(&app.services, user.actor(), mark, &given).await
        }
        Err(_) => Err(Failure::Invalid(Vec::new())),
    };
    match outcome {
        Ok(()) | Err(Failure::DoneAlready) => Done::to(path).say("done-plan-action").into(),
        Err(Failure::Invalid(fields)) => {
            for (field, key) in Problems::named(&fields, "plan-error").all() {
                problems.add(field, key);
            }
            again(&template(&path, &user, &app, &form, None, problems).await?)
        }
        Err(failure) => Err(failure.into()),
    }
}

async fn own(path: OwnerPath, user: User, State(app): State<App>, Form(form): Form<OwnerForm>) -> Answer {
    let path = ActionPath { number: path.number };
    match name_owner(&app.services, user.actor(), path.number, &form.owner).await {
        Ok(()) => Done::to(path).say("done-plan-owner").into(),
        Err(Failure::Invalid(fields)) => {
            let problems = Problems::named(&fields, "plan-error");
            let empty = DoneForm::default();
            again(&template(&path, &user, &app, &empty, Some(form.owner), problems).await?)
        }
        Err(failure) => Err(failure.into()),
    }
}

async fn template<'a>(
    path: &ActionPath,
    user: &User,
    app: &App,
    form: &'a DoneForm,
    owner: Option<String>,
    problems: Problems,
) -> Result<ActionPage<'a>, PageError> {
    let view = read(&app.services, user.actor()).await?;
    let action = view.plan.action(path.number).ok_or(PageError::NotFound)?;
    let rules = view.rules()?;
    let pillar = rules.pillar(action.pillar);
    let times = action.occurrences(&rules.head);
    let undone = times.iter().filter(|it| action.done_for(it.due).is_none());
    let flags = flag::of(action, rules);
    Ok(ActionPage {
        shell: user.shell(action.what.clone()).wrong(!problems.is_empty()),
        problems,
        form,
        owner: owner.unwrap_or_else(|| action.owner.clone()),
        back: PlanPath.to_string(),
        pillar: (
            PillarPath {
                number: action.pillar,
            }
            .to_string(),
            pillar.map_or_else(String::new, |it| user.lang.text(&it.name).to_owned()),
        ),
        theme: action.theme.clone(),
        phrase: action.phrase.clone(),
        read_as: action
            .schedule()
            .map_or_else(String::new, |schedule| schedule.words(user.lang.0)),
        flags: flags.iter().map(|flag| flag.words(user.lang.0)).collect(),
        times: times.iter().map(|it| time(user, &view, action, *it)).collect(),
        open: undone
            .map(|it| (it.due.to_string(), dates::day(user.lang, it.due)))
            .collect(),
        records: records(user, &view, action),
        keeps: would_permit_here(user.actor(), Right::KeepPlan),
        href: path.to_string(),
        owner_href: OwnerPath { number: path.number }.to_string(),
        mark: app.services.minter.mint().to_string(),
    })
}

/// Records as choices: those of the same pillar, then the others, newest first. None of them is a choice, too.
fn records(user: &User, view: &PlanView, action: &Action) -> Vec<(String, String)> {
    let rules = view.configuration.plan.as_ref();
    let kind = |id: &str| rules.and_then(|rules| rules.record(id));
    let mut known: Vec<_> = view
        .plan
        .records
        .iter()
        .filter_map(|record| Some((kind(&record.content.kind)?, record)))
        .collect();
    if known.is_empty() {
        return Vec::new();
    }
    known.sort_by_key(|(kind, record)| {
        (
            kind.pillar != action.pillar,
            std::cmp::Reverse((record.content.on, record.number)),
        )
    });
    let none = (String::new(), user.lang.t("plan-record-none"));
    let choices = known.into_iter().map(|(kind, record)| {
        let day = dates::day(user.lang, record.content.on);
        let words = format!("{}: {}, {day}", user.lang.text(&kind.name), record.content.title);
        (record.number.to_string(), words)
    });
    std::iter::once(none).chain(choices).collect()
}

fn time(user: &User, view: &PlanView, action: &Action, it: Occurrence) -> Time {
    let done = action.done_for(it.due);
    let stands = action.state(it, view.today);
    Time {
        day: dates::day(user.lang, it.due),
        badge: badge(user, stands),
        done: done.map(|done| {
            let say = user.lang.arg("day", dates::day(user.lang, done.on));
            (
                say.arg("name", done.name.as_str()).t("plan-done-on"),
                done.evidence.clone(),
                done.record.map(|number| RecordPath { number }.to_string()),
            )
        }),
    }
}
