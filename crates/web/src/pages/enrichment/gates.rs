// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The gates that nobody has decided yet, of the route and of questions to sources, for the privacy officer.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    calendar::dutch_date,
    duty::{DutyKind, DutySubject, Holder},
    policy::Right,
    ports::DutyLine,
    usecase::enrichment::open_gates,
};
use serde::Deserialize;

use super::sources::SourcesPath;
use crate::{
    App, dates,
    page::{self, Answer},
    pages::signal::show::SignalPath,
    route::{self, Route, Who},
    shell::{self, Shell},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/poorten")]
pub(crate) struct GatesPath;

pub(super) fn route() -> Route {
    route::get::<GatesPath, _, _>(Who::Right(Right::ReadJournal), show)
}

struct Row {
    number: String,
    title: String,
    href: String,
    what: String,
    who: String,
    since: String,
    due: String,
    late: bool,
}

#[derive(Template)]
#[template(path = "pages/enrichment/gates.html")]
struct GatesPage {
    shell: Shell,
    rows: Vec<Row>,
}

async fn show(_: GatesPath, user: User, State(app): State<App>) -> Answer {
    let lines = open_gates(&app.services, user.actor()).await?;
    page::page(&GatesPage {
        shell: user.shell(user.lang.t("gates-title")),
        rows: lines.into_iter().filter_map(|line| row(&user, line)).collect(),
    })
}

fn row(user: &User, line: DutyLine) -> Option<Row> {
    let DutySubject::Signal(id) = line.duty.subject else {
        return None;
    };
    let who = match line.duty.holder {
        Holder::Role(role) => shell::role(user.lang, user.configuration(), role),
        _ => String::new(),
    };
    let href = match line.duty.kind {
        DutyKind::QueryDecision => SourcesPath { id }.to_string(),
        _ => SignalPath { id }.to_string(),
    };
    Some(Row {
        number: line.number,
        title: line.title,
        href,
        what: user.lang.kind("gates-what", line.duty.kind.as_str()),
        who,
        since: dates::day_of_year(user.lang, dutch_date(line.duty.since)),
        due: dates::day_of_year(user.lang, line.duty.due),
        late: line.duty.due < user.today,
    })
}
