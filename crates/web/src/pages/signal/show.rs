// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! One signal: where it stands, what we know, what now, and what happened.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::SignalId,
    policy::Right,
    usecase::{link, people::colleagues, retention, signal, would_permit_here},
};
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    App,
    page::{self, Answer},
    pages::signal::{
        assess::AssessPath,
        head::{self, Head},
        history::{self, Told},
        known::{self, Known, Thing},
        move_on::MoveOnPath,
        note::NotePath,
        now::{self, Now},
        observe::ObservePath,
        origin::{self, Beside, Origin},
        owner::OwnerPath,
        strike::StrikePath,
        subject::SubjectPath,
        wording::Wording,
    },
    pages::{
        enrichment::{
            sources::SourcesPath,
            wording::{QueryLine, lines},
        },
        link::together::Together,
        looking::lines::OfSignalPath,
        retention::{fate::Card, hold::HoldSignalPath},
    },
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{id}")]
pub(crate) struct SignalPath {
    pub(crate) id: SignalId,
}

pub(crate) fn route() -> Route {
    route::get::<SignalPath, _, _>(Who::Right(Right::ReadSignal), show)
}

#[derive(Template)]
#[template(path = "pages/signal/show.html")]
struct SignalPage {
    shell: Shell,
    id: SignalId,
    number: String,
    title: String,
    result: Option<String>,
    head: Head,
    known: Known,
    /// Questions to sources, for who may ask them or decide on them.
    queries: Vec<QueryLine>,
    origins: Vec<Origin>,
    strands: Vec<Beside>,
    now: Now,
    together: Option<Together>,
    card: Option<Card>,
    history: Vec<Told>,
    /// Who looked, for who answers for that.
    looked: Option<OfSignalPath>,
    closed: bool,
    visits: usize,
    mark: Uuid,
}

impl SignalPage {
    fn observe(&self) -> ObservePath {
        ObservePath { id: self.id }
    }

    fn assess(&self) -> AssessPath {
        AssessPath { id: self.id }
    }

    fn subject(&self) -> SubjectPath {
        SubjectPath { id: self.id }
    }

    fn strike(&self, thing: &Thing) -> String {
        format!("{}?nr={}", StrikePath { id: self.id }, thing.index)
    }

    fn sources(&self) -> SourcesPath {
        SourcesPath { id: self.id }
    }

    fn sources_about(&self, thing: &Thing) -> String {
        format!("{}?over={}", SourcesPath { id: self.id }, thing.index)
    }

    fn note(&self) -> NotePath {
        NotePath { id: self.id }
    }

    fn move_on(&self) -> MoveOnPath {
        MoveOnPath { id: self.id }
    }

    fn owner(&self) -> OwnerPath {
        OwnerPath { id: self.id }
    }

    fn ended(&self) -> usize {
        self.strands.iter().filter(|strand| !strand.open).count()
    }
}

async fn show(path: SignalPath, user: User, State(app): State<App>) -> Answer {
    let view = signal::read(&app.services, user.actor(), path.id, "page").await?;
    let colleagues = colleagues(&app.services, user.actor()).await?;
    let words = Wording::new(user.lang, user.configuration(), user.today, &colleagues);
    let held = &view.signal.value;
    let title = format!("{} {}", view.signal.number, held.title);
    let links = link::of_signal(&app.services, user.actor(), held, &view.reports).await?;
    let fate = retention::fate_of_signal(&app.services, user.actor(), held).await?;
    let this = (held.id, view.signal.number.as_str(), !held.stage.is_closed());
    page::page(&SignalPage {
        shell: user.shell(title),
        id: held.id,
        number: view.signal.number.clone(),
        title: held.title.clone(),
        result: result(held),
        head: head::head(&words, held, user.now),
        known: known::known(&words, held),
        queries: lines(&words, held),
        origins: origin::origins(&words, user.actor(), &view),
        strands: origin::strands(&words, user.actor(), held),
        card: Card::new(
            &user,
            fate.as_ref(),
            held.hold.as_ref(),
            HoldSignalPath { id: held.id }.to_string(),
        ),
        together: Together::of_signal(&user, this, &links),
        now: now::now(&words, user.actor(), held),
        history: history::history(&words, &view.history),
        looked: would_permit_here(user.actor(), Right::ReadJournal).then_some(OfSignalPath { id: held.id }),
        closed: held.stage.is_closed(),
        visits: held.visits.len(),
        mark: app.services.minter.mint(),
    })
}

fn result(signal: &meldroute_core::signal::Signal) -> Option<String> {
    match &signal.stage {
        meldroute_core::signal::stage::Stage::Closed { result, .. } => Some(result.clone()),
        _ => None,
    }
}
