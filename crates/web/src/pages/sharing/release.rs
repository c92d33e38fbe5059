// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! A person releases a pack, with what the rules ask filled in.

use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::SignalId,
    policy::Right,
    sharing::{Need, pack::Release, terms::Conditions},
    signal::act::{Act, ActKind, Refusal},
    usecase::{Failure, signal},
};
use serde::Deserialize;

use super::{
    answer::AnswerPage,
    ask::{open, read},
    pack::PackPath,
};
use crate::{
    App, dates,
    form::{Form, Problems},
    page::{self, Answer, Done},
    pages::signal::field::Given,
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{id}/delen/vrijgeven")]
pub(crate) struct ReleasePath {
    pub(crate) id: SignalId,
}

pub(super) fn route() -> Route {
    route::post::<ReleasePath, _, _>(Who::Right(Right::WorkSignal), release)
}

async fn release(path: ReleasePath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let case = open(app, user, path.id).await?;
    let (to, asked) = read(&given);
    let again = |problems: &Problems, exposed| {
        page::again(&AnswerPage::new(&case, &to, &asked, &given, problems, exposed))
    };
    let mut problems = Problems::none();
    let expires_on = dates::plannable(given.get("expires"), case.user.today);
    problems.check(!asked.items.is_empty(), "items", "act-missing-choice");
    problems.check(expires_on.is_some(), "expires", "act-bad-date");
    let (Some(expires_on), true) = (expires_on, problems.is_empty()) else {
        return again(&problems, None);
    };
    let items = case.signal().items();
    let texts = items.iter().filter(|item| asked.items.contains(&item.at));
    let texts: Vec<&str> = texts.map(|item| item.text.as_str()).collect();
    if let Some(exposed) = case.exposed(&given, &texts).await? {
        return again(&problems, Some(exposed));
    }
    let (services, actor) = (&case.app.services, case.user.actor());
    let act = Act::Release(Box::new(Release {
        to: to.clone(),
        items: asked.items.clone(),
        conditions: conditions(&given, ""),
        expires_on,
        head: None,
        meeting: None,
    }));
    let once = given.once(&ActKind::Release);
    match signal::act(services, actor, path.id, once, act).await {
        Ok(signal) => match signal.packs.last() {
            Some(pack) => Done::to(PackPath {
                id: path.id,
                pack: pack.id,
            })
            .say("done-sharing-released")
            .into(),
            None => Done::to(case.path()).into(),
        },
        Err(Failure::DoneAlready) => Done::to(case.path()).say("done-signal-again").into(),
        Err(Failure::Refused(Refusal::NeedsFirst(_, need))) => {
            problems.add(need.as_str(), "act-missing");
            again(&problems, None)
        }
        Err(failure) => Err(failure.into()),
    }
}

/// What was filled in, in the fields whose names begin with a prefix.
pub(crate) fn conditions(given: &Given, prefix: &str) -> Conditions {
    let of = |need: Need| given.get(&format!("{prefix}{}", need.as_str())).to_owned();
    Conditions {
        consent: of(Need::Consent),
        necessity: of(Need::NecessityNote),
        decision: of(Need::DecisionNumber),
        permission: of(Need::OriginatorPermission),
    }
}
