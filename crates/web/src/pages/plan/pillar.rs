// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A pillar of the plan: its actions with the plan's own words, what comes next, and what is odd.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    plan::{Action, flag},
    policy::Right,
    usecase::plan::{PlanView, read},
};
use serde::Deserialize;

use super::{
    action::ActionPath,
    year::{Badge, PlanPath, badge},
};
use crate::{
    App, dates,
    error::PageError,
    page::{self, Answer},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/plan/pijler/{number}")]
pub(super) struct PillarPath {
    pub(super) number: u8,
}

pub(super) fn route() -> Route {
    route::get::<PillarPath, _, _>(Who::Right(Right::ReadPlan), show)
}

/// An action of the pillar.
struct Line {
    href: String,
    theme: String,
    what: String,
    phrase: String,
    next: Option<(String, Badge)>,
    owner: String,
    flags: Vec<String>,
}

#[derive(Template)]
#[template(path = "pages/plan/pillar.html")]
struct PillarPage {
    shell: Shell,
    back: String,
    lines: Vec<Line>,
}

async fn show(path: PillarPath, user: User, State(app): State<App>) -> Answer {
    let view = read(&app.services, user.actor()).await?;
    let pillar = view.rules()?.pillar(path.number).ok_or(PageError::NotFound)?;
    let title = format!("{}. {}", pillar.number, user.lang.text(&pillar.name));
    let actions = view.plan.actions.iter();
    page::page(&PillarPage {
        shell: user.shell(title),
        back: PlanPath.to_string(),
        lines: actions
            .filter(|action| action.pillar == path.number)
            .map(|action| line(&user, &view, action))
            .collect(),
    })
}

fn line(user: &User, view: &PlanView, action: &Action) -> Line {
    let rules = view.configuration.plan.as_ref();
    let next = rules.and_then(|rules| action.next(&rules.head, view.today));
    let flags = rules.map_or_else(Vec::new, |rules| flag::of(action, rules));
    Line {
        href: ActionPath {
            number: action.number,
        }
        .to_string(),
        theme: action.theme.clone(),
        what: action.what.clone(),
        phrase: action.phrase.clone(),
        next: next.map(|next| {
            let stands = action.state(next, view.today);
            (dates::day(user.lang, next.due), badge(user, stands))
        }),
        owner: action.owner.clone(),
        flags: flags.iter().map(|flag| flag.words(user.lang.0)).collect(),
    }
}
