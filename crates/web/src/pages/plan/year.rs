// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A year of the plan: every action of every pillar, in the quarters in which it is due.

use askama::Template;
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use chrono::Datelike as _;
use meldroute_core::{
    plan::{Action, State as Stands, flag},
    policy::Right,
    usecase::plan::{PlanView, read},
};
use serde::Deserialize;

use super::{action::ActionPath, pillar::PillarPath};
use crate::{
    App,
    page::{self, Answer},
    pages::{
        governance::{self, AgendaPath},
        record::list::RecordsPath,
    },
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/plan")]
pub(crate) struct PlanPath;

pub(super) fn route() -> Route {
    route::get::<PlanPath, _, _>(Who::Right(Right::ReadPlan), show)
}

#[derive(Deserialize)]
struct Which {
    jaar: Option<i32>,
}

/// An action in a year.
pub(super) struct Line {
    pub(super) href: String,
    pub(super) what: String,
    /// How it stands in each quarter; none where it is not due.
    pub(super) quarters: Vec<Option<Badge>>,
    pub(super) flags: Vec<String>,
}

/// How something stands, in words and in a colour that is never alone.
pub(crate) struct Badge {
    pub(crate) words: &'static str,
    pub(crate) class: &'static str,
}

struct Pillar {
    href: String,
    name: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "pages/plan/year.html")]
struct YearPage {
    shell: Shell,
    name: String,
    year: i32,
    years: Vec<(i32, String)>,
    late: usize,
    quarters: [u8; 4],
    pillars: Vec<Pillar>,
    /// Where all that comes back stands; none where nothing does.
    agenda: Option<String>,
    /// What comes back and is late or near.
    pending: Vec<governance::Line>,
    /// Where all that was undertaken stands; none where no kind is named.
    records: Option<String>,
}

async fn show(path: PlanPath, user: User, State(app): State<App>, Query(which): Query<Which>) -> Answer {
    let view = read(&app.services, user.actor()).await?;
    let rules = view.rules()?;
    let years = rules.head.adopted_on.year()..=rules.head.last_year;
    let year = which.jaar.filter(|year| years.contains(year));
    let year = year.unwrap_or_else(|| view.today.year().clamp(*years.start(), *years.end()));
    let pillars = rules.pillars.iter().map(|pillar| Pillar {
        href: PillarPath {
            number: pillar.number,
        }
        .to_string(),
        name: user.lang.text(&pillar.name).to_owned(),
        lines: view
            .plan
            .actions
            .iter()
            .filter(|action| action.pillar == pillar.number)
            .map(|action| line(&user, &view, action, year))
            .collect(),
    });
    let late = |action: &&Action| {
        let mut times = action.occurrences(&rules.head).into_iter();
        times.any(|it| action.state(it, view.today) == Stands::Late)
    };
    page::page(&YearPage {
        shell: user.shell(user.lang.t("plan-title")),
        name: rules.head.name.clone(),
        year,
        years: years.map(|year| (year, format!("{path}?jaar={year}"))).collect(),
        quarters: [1, 2, 3, 4],
        late: view.plan.actions.iter().filter(late).count(),
        pillars: pillars.collect(),
        agenda: (!rules.occasions.is_empty()).then(|| AgendaPath.to_string()),
        pending: governance::pending(&user, &view),
        records: (!rules.records.is_empty()).then(|| RecordsPath.to_string()),
    })
}

/// How something stands on its day.
pub(crate) fn badge(user: &User, stands: Stands) -> Badge {
    Badge {
        words: stands.words(user.lang.0),
        class: match stands {
            Stands::Late => " badge--late",
            Stands::Near => " badge--due",
            Stands::Done | Stands::Ahead | Stands::Runs => "",
        },
    }
}

fn line(user: &User, view: &PlanView, action: &Action, year: i32) -> Line {
    let rules = view.configuration.plan.as_ref();
    let times = rules.map_or_else(Vec::new, |rules| action.occurrences(&rules.head));
    let quarter = |quarter: u32| {
        let mut here = times
            .iter()
            .filter(|it| it.due.year() == year && it.due.month().div_ceil(3) == quarter);
        here.next().map(|it| badge(user, action.state(*it, view.today)))
    };
    let flags = rules.map_or_else(Vec::new, |rules| flag::of(action, rules));
    Line {
        href: ActionPath {
            number: action.number,
        }
        .to_string(),
        what: action.what.clone(),
        quarters: (1..=4).map(quarter).collect(),
        flags: flags
            .iter()
            // That nobody is responsible holds for most, and stands with the action.
            .filter(|flag| **flag != flag::Flag::NoOwner)
            .map(|flag| flag.words(user.lang.0))
            .collect(),
    }
}
