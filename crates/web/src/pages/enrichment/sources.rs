// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The sources that can be asked about a signal, each with its ground and whether it is connected; and what they were asked before.

use askama::Template;
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use meldroute_core::{
    configuration::register::Register,
    id::SignalId,
    policy::Right,
    signal::act::ActKind,
    usecase::{
        enrichment,
        people::colleagues,
        signal::{self, permitted},
    },
};
use serde::Deserialize;

use super::{
    ask::AskPath,
    wording::{self, QueryLine},
};
use crate::{
    App,
    error::PageError,
    page::{self, Answer},
    pages::signal::{note::NotePath, show::SignalPath, subject::SubjectPath, wording::Wording},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{id}/bronnen")]
pub(crate) struct SourcesPath {
    pub(crate) id: SignalId,
}

/// About which subject: its place in the list.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub(super) struct About {
    #[serde(rename = "over")]
    pub(super) subject: Option<usize>,
}

pub(super) fn route() -> Route {
    route::get::<SourcesPath, _, _>(Who::AnyOf(&[Right::Enrich, Right::DecideGate]), show)
}

/// A source.
struct Listed {
    name: String,
    asks: String,
    decided_by: String,
    ground: String,
    source: String,
    since: String,
    connected: bool,
    /// The form for a question, where one can be written down.
    href: Option<String>,
}

#[derive(Template)]
#[template(path = "pages/enrichment/sources.html")]
struct SourcesPage {
    shell: Shell,
    number: String,
    title: String,
    back: String,
    queries: Vec<QueryLine>,
    sources: Vec<Listed>,
    /// What or whom the question will be about, where that was chosen before.
    about: Option<String>,
    /// Whether this visitor may write a question down, were there something to ask about.
    may_ask: bool,
    /// Whether there is something to ask about.
    has_subjects: bool,
    subject: Option<String>,
    note: Option<String>,
}

async fn show(path: SourcesPath, user: User, State(app): State<App>, Query(about): Query<About>) -> Answer {
    let view = signal::read(&app.services, user.actor(), path.id, "sources").await?;
    let held = &view.signal.value;
    if !enrichment::sees_queries(user.actor(), held) {
        return Err(PageError::NotFound);
    }
    let colleagues = colleagues(&app.services, user.actor()).await?;
    let configuration = user.configuration();
    let words = Wording::new(user.lang, configuration, user.today, &colleagues);
    let open = |kind: &ActKind| {
        permitted(user.actor(), held, configuration, kind).is_ok() && held.guard(configuration, kind).is_ok()
    };
    let id = held.id;
    let may_ask = open(&ActKind::AskSource);
    let mut counting = held.subjects.iter().enumerate();
    let has_subjects = counting.clone().any(|(_, subject)| subject.struck.is_none());
    let chosen = counting.find(|(place, subject)| about.subject == Some(*place) && subject.struck.is_none());
    let source = |register: &Register| {
        let connected = app
            .services
            .registers
            .is_connected(&held.municipality, &register.id);
        let href = (connected && may_ask && has_subjects).then(|| {
            let register = register.id.clone();
            let form = AskPath { id, register };
            chosen.map_or_else(|| form.to_string(), |(place, _)| format!("{form}?over={place}"))
        });
        listed(&words, register, connected, href)
    };
    let mut sources: Vec<Listed> = configuration.registers.iter().map(source).collect();
    sources.sort_by_key(|source| !source.connected);
    page::page(&SourcesPage {
        shell: user.shell(user.lang.t("query-sources-title")),
        number: view.signal.number.clone(),
        title: held.title.clone(),
        back: SignalPath { id }.to_string(),
        queries: wording::lines(&words, held),
        sources,
        about: chosen.map(|(_, subject)| wording::subject(&words, subject)),
        may_ask,
        has_subjects,
        subject: open(&ActKind::Record).then(|| SubjectPath { id }.to_string()),
        note: open(&ActKind::AddNote).then(|| NotePath { id }.to_string()),
    })
}

fn listed(words: &Wording<'_>, register: &Register, connected: bool, href: Option<String>) -> Listed {
    let lang = words.lang;
    let asks = register
        .asks
        .iter()
        .map(|kind| lang.kind("inquiry", kind.as_str()));
    Listed {
        name: lang.text(&register.name).to_owned(),
        asks: asks.collect::<Vec<_>>().join(", "),
        decided_by: wording::decided_by(words, register),
        ground: register.ground.text.clone(),
        source: register.ground.source.clone(),
        since: wording::ground_since(words, register),
        connected,
        href,
    }
}
