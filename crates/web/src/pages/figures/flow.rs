// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The numbers of the route at a date: which way signals went, how long that took, what was decided, who heard back.

use askama::Template;
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use chrono::{Days, NaiveDate, TimeDelta};
use meldroute_core::{
    calendar::dutch_midnight,
    configuration::Configuration,
    flow::{Flow, To},
    id::{BodyId, OutcomeId, StepId},
    policy::Right,
    usecase::journal,
};
use serde::Deserialize;

use super::{picture::Picture, small::Sight};
use crate::{
    App, dates,
    lang::Lang,
    page::{self, Answer},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/beeld/doorloop")]
pub(crate) struct FlowPath;

pub(super) fn route() -> Route {
    route::get::<FlowPath, _, _>(Who::Right(Right::ReadFigures), show)
}

#[derive(Deserialize)]
struct When {
    op: Option<String>,
}

/// From so few visits no time is told to who sees figures only: it would tell about one signal.
const FEWEST: usize = 5;

const COLUMNS: [&str; 7] = [
    "figures-step",
    "flow-visits",
    "flow-now",
    "flow-median",
    "flow-longest",
    "flow-waits",
    "flow-wait-median",
];

struct Row {
    name: String,
    values: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "pages/figures/flow.html")]
struct FlowPage {
    shell: Shell,
    path: String,
    counted: String,
    day: NaiveDate,
    today: NaiveDate,
    exact: bool,
    empty: bool,
    signals: String,
    looped: String,
    gone: Option<String>,
    picture: Option<Picture>,
    moves: Vec<(String, String, String)>,
    columns: [&'static str; 7],
    steps: Vec<Row>,
    outcomes: Vec<(String, String, String)>,
    feedback: Vec<(&'static str, String)>,
}

async fn show(path: FlowPath, user: User, State(app): State<App>, Query(when): Query<When>) -> Answer {
    let asked = when.op.and_then(|day| day.parse::<NaiveDate>().ok());
    let day = asked.filter(|day| *day < user.today).unwrap_or(user.today);
    let until = dutch_midnight(day + Days::new(1));
    let flow = journal::flow(&app.services, user.actor(), until).await?;
    let wording = Wording {
        lang: user.lang,
        configuration: user.configuration(),
        sight: Sight::of(user.actor()),
    };
    let gone = (flow.gone > 0).then(|| wording.counted("flow-gone", flow.gone));
    page::page(&FlowPage {
        shell: user.shell(user.lang.t("flow-title")),
        path: path.to_string(),
        counted: dates::moment(user.lang, until.min(user.now)),
        day,
        today: user.today,
        exact: wording.sight == Sight::Exact,
        empty: flow.signals == 0,
        signals: wording.counted("flow-signals", flow.signals),
        looped: wording.counted("flow-looped", flow.looped),
        gone,
        picture: (wording.sight == Sight::Exact).then(|| {
            Picture::draw(
                &flow,
                &wording.order(&flow),
                |step| wording.step(step),
                |to| wording.end(to),
            )
        }),
        moves: wording.moves(&flow),
        columns: COLUMNS,
        steps: wording.steps(&flow),
        outcomes: wording.outcomes(&flow),
        feedback: wording.feedback(&flow),
    })
}

struct Wording<'a> {
    lang: Lang,
    configuration: &'a Configuration,
    sight: Sight,
}

impl Wording<'_> {
    fn value(&self, value: u64) -> String {
        self.sight.rough(self.lang, value)
    }

    /// A sentence with a number. For who sees figures only, a small number has no sentence that bends to it.
    fn counted(&self, key: &str, value: u64) -> String {
        self.lang
            .arg("value", self.value(value))
            .arg("count", value.max(2 * u64::from(self.sight != Sight::Exact)))
            .t(key)
    }

    fn step(&self, id: &StepId) -> String {
        let step = self
            .configuration
            .route
            .step_or_successor(id)
            .filter(|step| step.id == *id);
        step.map_or_else(|| id.0.clone(), |step| self.lang.text(&step.name).to_owned())
    }

    fn to(&self, to: &To) -> String {
        match to {
            To::Step(step) => self.step(step),
            To::End(_) => {
                let end = self.end(to);
                self.lang.arg("end", end).t("flow-closed")
            }
        }
    }

    /// An end in a word or two; nothing for a step.
    fn end(&self, to: &To) -> String {
        match to {
            To::Step(_) => String::new(),
            To::End(said) => self.lang.kind("flow-end", said.as_str()),
        }
    }

    /// The steps of the route in its order, then those that it no longer has.
    fn order(&self, flow: &Flow) -> Vec<StepId> {
        let route = self.configuration.route.steps.iter().map(|step| &step.id);
        let mut order: Vec<StepId> = route.filter(|id| flow.steps.contains_key(id)).cloned().collect();
        let former = flow
            .steps
            .keys()
            .filter(|id| self.configuration.route.step(id).is_none());
        order.extend(former.cloned());
        order
    }

    fn moves(&self, flow: &Flow) -> Vec<(String, String, String)> {
        let from_each = self.order(flow).into_iter().flat_map(|from| {
            let moves = flow.moves.iter().filter(move |((step, _), _)| *step == from);
            moves.map(|((from, to), times)| (self.step(from), self.to(to), self.value(*times)))
        });
        from_each.collect()
    }

    fn steps(&self, flow: &Flow) -> Vec<Row> {
        let rows = self.order(flow).into_iter().filter_map(|id| {
            let at = flow.steps.get(&id)?;
            let stays = at.stays.as_slice();
            let values = [
                self.value(at.visits),
                self.value(at.now),
                self.time(stays.len(), at.median_stay()),
                self.time(stays.len(), stays.last().copied()),
                self.value(at.waits.len() as u64),
                self.time(at.waits.len(), at.median_wait()),
            ];
            Some(Row {
                name: self.step(&id),
                values: COLUMNS.into_iter().skip(1).zip(values).collect(),
            })
        });
        rows.collect()
    }

    /// A time in days, or nothing where there is none to tell.
    fn time(&self, of: usize, time: Option<TimeDelta>) -> String {
        let told = self.sight == Sight::Exact || of >= FEWEST;
        let Some(time) = time.filter(|_| told) else {
            return "–".to_owned();
        };
        match time.num_days() {
            0 => self.lang.t("flow-same-day"),
            days => self.lang.arg("days", days).t("flow-days"),
        }
    }

    fn outcomes(&self, flow: &Flow) -> Vec<(String, String, String)> {
        let rows = flow.outcomes.iter().map(|((body, outcome), times)| {
            (
                self.body(body.as_ref()),
                self.outcome(body.as_ref(), outcome),
                self.value(*times),
            )
        });
        rows.collect()
    }

    fn body(&self, id: Option<&BodyId>) -> String {
        let Some(id) = id else {
            return self.lang.t("flow-no-body");
        };
        let body = self.configuration.body(id);
        body.map_or_else(|| id.0.clone(), |body| self.lang.text(&body.name).to_owned())
    }

    fn outcome(&self, body: Option<&BodyId>, id: &OutcomeId) -> String {
        let of_body = body.and_then(|body| self.configuration.body(body));
        let of_steps = self
            .configuration
            .route
            .steps
            .iter()
            .flat_map(|step| &step.outcomes);
        let mut all = of_body.iter().flat_map(|body| &body.outcomes).chain(of_steps);
        let outcome = all.find(|outcome| outcome.id == *id);
        outcome.map_or_else(
            || id.0.clone(),
            |outcome| self.lang.text(&outcome.name).to_owned(),
        )
    }

    fn feedback(&self, flow: &Flow) -> Vec<(&'static str, String)> {
        let numbers = flow.feedback;
        let mut rows = vec![
            ("flow-feedback-in-time", self.value(numbers.in_time)),
            ("flow-feedback-late", self.value(numbers.late)),
        ];
        if numbers.unknown > 0 {
            rows.push(("flow-feedback-unknown", self.value(numbers.unknown)));
        }
        rows.push(("flow-feedback-withheld", self.value(numbers.withheld)));
        rows
    }
}
