// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A pack that was released: what it holds, its file for a machine, and taking it back.

use askama::Template;
use axum::{extract::State, http::header, response::IntoResponse as _};
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{PackId, SignalId},
    policy::Right,
    sharing::{
        Need,
        pack::{Pack, PackState},
    },
    signal::act::{Act, ActKind, Refusal},
    usecase::{Failure, sharing, signal},
};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    ask::{SharePath, open, party, titled},
    pack_paper::PaperPath,
};
use crate::{
    App,
    error::PageError,
    form::{Form, Problems},
    page::{self, Answer, Done},
    pages::signal::{
        act::Case,
        field::{Field, Given, Way, wrong},
    },
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{id}/delen/{pack}")]
pub(crate) struct PackPath {
    pub(crate) id: SignalId,
    pub(crate) pack: PackId,
}

/// The pack as a file for a machine.
#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{id}/delen/{pack}/json")]
pub(crate) struct FilePath {
    pub(crate) id: SignalId,
    pub(crate) pack: PackId,
}

pub(super) fn routes() -> [Route; 3] {
    let who = Who::Right(Right::WorkSignal);
    [
        route::get::<PackPath, _, _>(who, show),
        route::post::<PackPath, _, _>(who, withdraw),
        route::get::<FilePath, _, _>(who, file),
    ]
}

/// One item of it.
struct Packed {
    name: String,
    text: String,
    marks: String,
    grounds: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "pages/sharing/pack.html")]
struct PackPage {
    shell: Shell,
    restricted: bool,
    number: String,
    to: String,
    ask: String,
    back: String,
    state: String,
    open: bool,
    withdrawn: Option<String>,
    facts: Vec<(String, String)>,
    items: Vec<Packed>,
    file: String,
    paper: String,
    action: String,
    reason: Field,
    may_withdraw: bool,
    wrong: Vec<(String, String)>,
    mark: Uuid,
}

async fn show(path: PackPath, user: User, State(app): State<App>) -> Answer {
    let case = open(app, user, path.id).await?;
    page::page(&template(&case, path.pack, &Given::default(), &Problems::none())?)
}

async fn withdraw(path: PackPath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let case = open(app, user, path.id).await?;
    let act = Act::WithdrawPack {
        pack: path.pack,
        reason: given.get("reason").to_owned(),
    };
    let once = given.once(&ActKind::WithdrawPack);
    match signal::act(&case.app.services, case.user.actor(), path.id, once, act).await {
        Ok(_) => Done::to(path).say("done-sharing-withdrawn").into(),
        Err(Failure::Refused(Refusal::Missing(field))) => {
            let mut problems = Problems::none();
            problems.add(field, "act-missing");
            page::again(&template(&case, path.pack, &given, &problems)?)
        }
        Err(Failure::DoneAlready) => Done::to(path).say("done-signal-again").into(),
        Err(failure) => Err(failure.into()),
    }
}

async fn file(path: FilePath, user: User, State(app): State<App>) -> Answer {
    let sheet = sharing::open(&app.services, user.actor(), path.id, path.pack).await?;
    let text = serde_json::to_string_pretty(&sheet).or(Err(PageError::Broken))?;
    let name = format!("attachment; filename=\"{}-deelpakket.json\"", sheet.signal);
    let headers = [
        (header::CONTENT_TYPE, "application/json".to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, text).into_response())
}

fn template(case: &Case, id: PackId, given: &Given, problems: &Problems) -> Result<PackPage, PageError> {
    let (lang, words) = (case.user.lang, case.words());
    let found = case.signal().packs.iter().find(|pack| pack.id == id);
    let pack = found.ok_or(PageError::NotFound)?;
    let state = pack.state(case.user.today);
    let reason =
        Field::new("reason", lang.t("sharing-withdraw-reason"), Way::Line).filled(given, "", problems, lang);
    let to = party(case, &pack.to);
    let (signal, pack_id) = (case.signal().id, pack.id);
    Ok(PackPage {
        restricted: case.signal().is_restricted(),
        shell: case
            .user
            .shell(lang.arg("who", &to).t("sharing-pack-title"))
            .wrong(!problems.is_empty()),
        number: case.view.signal.number.clone(),
        ask: SharePath { id: signal }.to_string(),
        back: case.path().to_string(),
        state: lang.kind("sharing-state", state.as_str()),
        open: state == PackState::Open,
        may_withdraw: state != PackState::Withdrawn,
        withdrawn: pack.withdrawn.as_ref().map(|gone| {
            lang.arg("who", words.person(gone.by))
                .arg("date", words.short_of(gone.at))
                .arg("reason", &gone.reason)
                .t("sharing-withdrawn-by")
        }),
        facts: facts(case, pack),
        items: pack.items.iter().map(|item| packed(case, item)).collect(),
        file: FilePath {
            id: signal,
            pack: pack_id,
        }
        .to_string(),
        paper: PaperPath {
            id: signal,
            pack: pack_id,
        }
        .to_string(),
        action: PackPath {
            id: signal,
            pack: pack_id,
        }
        .to_string(),
        wrong: wrong([&reason]),
        reason,
        mark: case.app.services.minter.mint(),
        to,
    })
}

fn facts(case: &Case, pack: &Pack) -> Vec<(String, String)> {
    let (lang, words) = (case.user.lang, case.words());
    let by = lang
        .arg("who", words.person(pack.by))
        .arg("date", words.moment(pack.at));
    let mut facts = vec![
        (lang.t("sharing-released-by"), by.t("sharing-released-line")),
        (lang.t("sharing-expires"), words.day(pack.expires_on)),
    ];
    for need in Need::ALL {
        let filled = pack.conditions.words(*need).trim();
        if !filled.is_empty() {
            facts.push((lang.kind("sharing-fill", need.as_str()), filled.to_owned()));
        }
    }
    if let Some(head) = &pack.head {
        let line = lang
            .arg("entry", head.entry)
            .arg("hash", &head.hash)
            .t("sharing-head-line");
        facts.push((lang.t("sharing-head"), line));
    }
    facts
}

fn packed(case: &Case, item: &meldroute_core::sharing::pack::PackItem) -> Packed {
    let lang = case.user.lang;
    let minutes = if item.minutes {
        "sharing-minutes-yes"
    } else {
        "sharing-minutes-no"
    };
    let marks = [
        lang.kind("sharing-regime", item.regime.as_str()),
        lang.kind("sharing-onward", item.onward.as_str()),
        lang.t(minutes),
    ];
    let grounds = item.grounds.iter().map(|ground| {
        let date = case.words().day(ground.date);
        let source = lang
            .arg("source", &ground.source)
            .arg("date", date)
            .t("sharing-source");
        let confirmed = ground.confirmed_by.as_ref().map_or_else(
            || lang.t("sharing-unconfirmed"),
            |who| lang.arg("who", who).t("sharing-confirmed"),
        );
        (ground.text.clone(), format!("{source} {confirmed}"))
    });
    Packed {
        name: titled(lang, item.item, &item.categories),
        text: item.text.clone(),
        marks: marks.join(" · "),
        grounds: grounds.collect(),
    }
}
