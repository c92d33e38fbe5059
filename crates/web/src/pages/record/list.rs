// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! All that was undertaken for the plan, by kind, newest first.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    configuration::plan::RecordKind,
    plan::record::Record,
    policy::Right,
    usecase::{
        plan::{PlanView, read},
        would_permit_here,
    },
};
use serde::Deserialize;

use super::form::{NewPath, RecordPath};
use crate::{
    App, dates,
    page::{self, Answer},
    pages::plan::year::{Badge, PlanPath, badge},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/plan/activiteiten")]
pub(crate) struct RecordsPath;

pub(super) fn route() -> Route {
    route::get::<RecordsPath, _, _>(Who::Right(Right::ReadPlan), show)
}

struct Line {
    href: String,
    day: String,
    title: String,
    /// What its fields say.
    fields: Vec<String>,
    review: Option<(String, Badge)>,
    /// How many actions it proves.
    proves: usize,
}

/// The records of a kind.
struct Part {
    id: String,
    name: String,
    reviewed: bool,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "pages/record/list.html")]
struct RecordsPage {
    shell: Shell,
    plan: String,
    /// What can be written down: address and name of each kind, by pillar.
    kinds: Vec<(String, Vec<(String, String)>)>,
    parts: Vec<Part>,
}

async fn show(_: RecordsPath, user: User, State(app): State<App>) -> Answer {
    let view = read(&app.services, user.actor()).await?;
    let rules = view.rules()?;
    let keeps = would_permit_here(user.actor(), Right::KeepPlan);
    let kinds = rules.pillars.iter().map(|pillar| {
        let own = rules.records.iter().filter(|kind| kind.pillar == pillar.number);
        let links = own.map(|kind| {
            let path = NewPath {
                kind: kind.id.clone(),
            };
            (path.to_string(), user.lang.text(&kind.name).to_owned())
        });
        let name = format!("{}. {}", pillar.number, user.lang.text(&pillar.name));
        (name, links.collect::<Vec<_>>())
    });
    let parts = rules.records.iter().map(|kind| part(&user, &view, kind));
    page::page(&RecordsPage {
        shell: user.shell(user.lang.t("record-title")),
        plan: PlanPath.to_string(),
        kinds: kinds.filter(|(_, links)| keeps && !links.is_empty()).collect(),
        parts: parts.filter(|part| !part.lines.is_empty()).collect(),
    })
}

fn part(user: &User, view: &PlanView, kind: &RecordKind) -> Part {
    let records = view.plan.records.iter();
    let mut own: Vec<&Record> = records.filter(|record| record.content.kind == kind.id).collect();
    own.sort_by_key(|record| std::cmp::Reverse((record.content.on, record.number)));
    Part {
        id: kind.id.clone(),
        name: user.lang.text(&kind.name).to_owned(),
        reviewed: kind.reviewed,
        lines: own
            .into_iter()
            .map(|record| line(user, view, kind, record))
            .collect(),
    }
}

fn line(user: &User, view: &PlanView, kind: &RecordKind, record: &Record) -> Line {
    let content = &record.content;
    let fields = kind.fields.iter().filter_map(|field| {
        let value = content.value(&field.id)?;
        Some(format!("{}: {value}", user.lang.text(&field.name)))
    });
    let done = view.plan.actions.iter().flat_map(|action| &action.done);
    Line {
        href: RecordPath {
            number: record.number,
        }
        .to_string(),
        day: dates::day(user.lang, content.on),
        title: content.title.clone(),
        fields: fields.collect(),
        review: record
            .review(view.today)
            .zip(content.review_on)
            .map(|(stands, day)| (dates::day(user.lang, day), badge(user, stands))),
        proves: done.filter(|done| done.record == Some(record.number)).count(),
    }
}
