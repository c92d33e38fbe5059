// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! All that comes back within the plan: what is on now, what comes later, what was done.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    configuration::plan::PlanRules,
    governance::Due,
    plan::State as Stands,
    policy::Right,
    usecase::plan::{PlanView, read},
};
use serde::Deserialize;

use super::show::TurnPath;
use crate::{
    App, dates,
    page::{self, Answer},
    pages::plan::year::{Badge, PlanPath, badge},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/plan/agenda")]
pub(crate) struct AgendaPath;

pub(super) fn route() -> Route {
    route::get::<AgendaPath, _, _>(Who::Right(Right::ReadPlan), show)
}

/// Something that comes back, at one time.
pub(crate) struct Line {
    pub(crate) href: String,
    pub(crate) name: String,
    pub(crate) to: String,
    pub(crate) period: String,
    pub(crate) due: String,
    pub(crate) badge: Badge,
}

/// Lines under a heading.
struct Part {
    id: &'static str,
    title: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "pages/governance/list.html")]
struct AgendaPage {
    shell: Shell,
    back: String,
    parts: Vec<Part>,
}

async fn show(_: AgendaPath, user: User, State(app): State<App>) -> Answer {
    let view = read(&app.services, user.actor()).await?;
    let part = |id, key: &str, states: &[Stands], newest_first: bool| {
        let mut lines = lines(&user, &view, states);
        if newest_first {
            lines.reverse();
        }
        Part {
            id,
            title: user.lang.t(key),
            lines,
        }
    };
    let parts = vec![
        part("nu", "governance-now", &[Stands::Late, Stands::Near], false),
        part("later", "governance-later", &[Stands::Ahead], false),
        part("gedaan", "governance-done", &[Stands::Done], true),
    ];
    page::page(&AgendaPage {
        shell: user.shell(user.lang.t("governance-title")),
        back: PlanPath.to_string(),
        parts: parts.into_iter().filter(|part| !part.lines.is_empty()).collect(),
    })
}

/// What is late, or due within three months.
pub(crate) fn pending(user: &User, view: &PlanView) -> Vec<Line> {
    lines(user, view, &[Stands::Late, Stands::Near])
}

fn lines(user: &User, view: &PlanView, states: &[Stands]) -> Vec<Line> {
    let rules = view.configuration.plan.as_ref();
    let times = rules.map(PlanRules::comes_back).unwrap_or_default();
    let stands = |time: &Due<'_>| time.state(&view.plan, view.today);
    let times = times.iter().filter(|time| states.contains(&stands(time)));
    times
        .map(|time| Line {
            href: TurnPath::of(time).to_string(),
            name: user.lang.text(&time.occasion.name).to_owned(),
            to: user.lang.text(&time.occasion.to).to_owned(),
            period: time.period.words(user.lang.0),
            due: dates::day(user.lang, time.due),
            badge: badge(user, stands(time)),
        })
        .collect()
}
