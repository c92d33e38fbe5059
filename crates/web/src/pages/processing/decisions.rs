// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! What policy decided about who may do what, by day and role, for the privacy officer. Accounts stand here by pseudonym and role: who
//! it was stands in the journal.

use askama::Template;
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use chrono::NaiveDate;
use meldroute_core::{
    id::Timestamp,
    policy::{Right, Role},
    processing::{DecisionLine, DecisionQuery},
    usecase::processing::read_decisions,
};
use serde::Deserialize;

use super::log::{Choice, between};
use crate::{
    App,
    page::{self, Answer},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/beslissingen")]
pub(crate) struct DecisionsPath;

pub(super) fn route() -> Route {
    route::get::<DecisionsPath, _, _>(Who::Right(Right::ReadJournal), show)
}

/// Lines on a page.
const LINES: u16 = 100;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    dag: String,
    rol: String,
    /// Only what was refused.
    geweigerd: String,
    /// The page after this line.
    na: String,
}

struct Row {
    at: Timestamp,
    iso: String,
    right: String,
    about: String,
    roles: String,
    /// The pseudonym of the account, short, with the whole beside it.
    account: Option<(String, String)>,
    allowed: bool,
    trace: String,
}

#[derive(Template)]
#[template(path = "pages/processing/decisions.html")]
struct DecisionsPage {
    shell: Shell,
    roles: Vec<Choice>,
    day: String,
    refused: bool,
    /// For how many days they are kept.
    keep: Option<u16>,
    rows: Vec<Row>,
    older: Option<String>,
}

async fn show(_: DecisionsPath, user: User, State(app): State<App>, Query(asked): Query<Asked>) -> Answer {
    let day = asked.dag.parse::<NaiveDate>().unwrap_or(user.today);
    let query = DecisionQuery {
        between: between(day),
        role: asked.rol.parse().ok(),
        refused: !asked.geweigerd.is_empty(),
        before: asked.na.parse().ok(),
        limit: LINES,
    };
    let lines = read_decisions(&app.services, user.actor(), &query).await?;
    let full = lines.len() == usize::from(LINES);
    let older = lines.last().filter(|_| full).map(|last| {
        let role = query.role.map_or("", Role::as_str);
        let refused = if query.refused { "ja" } else { "" };
        format!(
            "{DecisionsPath}?dag={day}&rol={role}&geweigerd={refused}&na={}",
            last.place
        )
    });
    let choice = |role: Role| Choice {
        id: role.as_str().to_owned(),
        name: user.lang.kind("role", role.as_str()),
        chosen: query.role == Some(role),
    };
    page::page(&DecisionsPage {
        shell: user.shell(user.lang.t("decisions-title")),
        roles: Role::ALL.into_iter().map(choice).collect(),
        day: day.to_string(),
        refused: query.refused,
        keep: user.configuration().processing.keep_decisions_days,
        rows: lines.into_iter().map(|line| row(&user, line)).collect(),
        older,
    })
}

fn row(user: &User, line: DecisionLine) -> Row {
    let roles = line.roles.iter().map(|role| user.lang.kind("role", role));
    let account = line.actor.map(|actor| (actor.chars().take(8).collect(), actor));
    Row {
        at: line.at,
        iso: line.at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true),
        right: user.lang.kind("right", &line.right),
        about: user.lang.kind("decisions-about", &line.kind),
        roles: roles.collect::<Vec<_>>().join(", "),
        account,
        allowed: line.allowed,
        trace: format!("{:032x}", line.trace_id),
    }
}
