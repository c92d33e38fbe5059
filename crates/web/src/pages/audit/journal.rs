// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The journal, newest first, for the privacy officer.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use meldroute_core::{
    audit::{Event, Line},
    id::{PersonId, SignalId, Timestamp},
    policy::Right,
    usecase::{journal, people},
};
use serde::Deserialize;

use crate::{
    App,
    page::{self, Answer},
    pages::{
        audit::{
            verify::VerifyPath,
            wording::{self, Names},
        },
        sharing::matrix::MatrixPath,
        signal::show::SignalPath,
    },
    route::{self, Route, Who},
    shell::{self, Shell},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/journaal")]
pub(crate) struct JournalPath;

pub(crate) fn route() -> Route {
    route::get::<JournalPath, _, _>(Who::Right(Right::ReadJournal), show)
}

/// Lines on a page.
const LINES: u16 = 50;

#[derive(Deserialize)]
struct Before {
    /// The page with what happened before this entry.
    voor: Option<u64>,
}

struct Row {
    seq: u64,
    iso: String,
    at: Timestamp,
    sentence: String,
    /// The roles that they held then, and where it came from.
    who: String,
    /// The page of the signal that it is about: which one was looked at must be found again.
    signal: Option<String>,
    about: String,
}

#[derive(Template)]
#[template(path = "pages/audit/journal.html")]
struct JournalPage {
    shell: Shell,
    rows: Vec<Row>,
    verify: String,
    matrix: String,
    first: Option<String>,
    next: Option<String>,
}

async fn show(path: JournalPath, user: User, State(app): State<App>, Query(query): Query<Before>) -> Answer {
    let lines = journal::read(&app.services, user.actor(), query.voor, LINES).await?;
    let colleagues = people::colleagues(&app.services, user.actor()).await?;
    let names: BTreeMap<PersonId, String> = colleagues
        .into_iter()
        .map(|colleague| (colleague.id, colleague.name))
        .collect();
    let full = lines.len() == usize::from(LINES);
    let last = lines.last().map(|line| line.seq).filter(|seq| full && *seq > 1);
    page::page(&JournalPage {
        shell: user.shell(user.lang.t("journal-title")),
        rows: lines.iter().map(|line| row(&user, &names, line)).collect(),
        verify: VerifyPath.to_string(),
        matrix: MatrixPath.to_string(),
        first: query.voor.map(|_| path.to_string()),
        next: last.map(|seq| format!("{path}?voor={seq}")),
    })
}

fn row(user: &User, names: &BTreeMap<PersonId, String>, line: &Line) -> Row {
    let lang = user.lang;
    let configuration = user.configuration();
    let known = Names {
        lang,
        configuration,
        people: names,
    };
    let (sentence, who) = match &line.detail {
        // Role and address, beside the log-in of the same minute, would tell who reported.
        Some(detail) if Event::BY_REPORTER.contains(&detail.event.as_str()) => {
            (wording::sentence(&known, detail), String::new())
        }
        Some(detail) => {
            let roles: Vec<_> = detail
                .roles
                .iter()
                .map(|role| shell::role(lang, configuration, *role))
                .chain(Some(wording::of_program(lang, &detail.origin)).filter(|origin| !origin.is_empty()))
                .collect();
            (wording::sentence(&known, detail), roles.join(", "))
        }
        None => (lang.t("journal-destroyed"), String::new()),
    };
    let person = line
        .about_id
        .filter(|_| line.about_kind == "person")
        .and_then(|id| names.get(&PersonId(id)));
    Row {
        seq: line.seq,
        iso: iso(line.at),
        at: line.at,
        sentence,
        who,
        signal: line
            .about_id
            .filter(|_| line.about_kind == "signal")
            .map(|id| SignalPath { id: SignalId(id) }.to_string()),
        about: person.map_or_else(|| lang.kind("journal-about", &line.about_kind), Clone::clone),
    }
}

fn iso(at: Timestamp) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}
