// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Marking an item: whom it came from, under which law, and where it may go.

use axum::extract::State;
use axum_extra::routing::TypedPath;
use chrono::NaiveDate;
use meldroute_core::{
    id::{PartyId, SignalId},
    policy::Right,
    sharing::{
        Category,
        mark::{ItemRef, Mark, Onward, Regime},
    },
    signal::{
        act::{Act, ActKind},
        share::Item,
    },
};
use serde::Deserialize;

use super::{answer::label, ask::party};
use crate::{
    App,
    error::PageError,
    form::{Form, Problems},
    page::Answer,
    pages::signal::{
        act::{ActForm, Case},
        field::{Choice, Field, Given, Way},
    },
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen/{id}/kenmerken/{item}")]
pub(crate) struct MarkPath {
    pub(crate) id: SignalId,
    pub(crate) item: String,
}

pub(crate) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::WorkSignal);
    [
        route::get::<MarkPath, _, _>(who, show),
        route::post::<MarkPath, _, _>(who, save),
    ]
}

fn found(case: &Case, item: &str) -> Result<Item, PageError> {
    let at: ItemRef = item.parse().or(Err(PageError::NotFound))?;
    let items = case.signal().items();
    items
        .into_iter()
        .find(|item| item.at == at)
        .ok_or(PageError::NotFound)
}

fn form(case: &Case, item: &Item, given: &Given, problems: &Problems) -> ActForm {
    let lang = case.user.lang;
    let fields = whose(case, item).into_iter().chain(whither(case, item));
    let fields = fields.map(|(field, begin)| field.filled(given, &begin, problems, lang));
    let submit = lang.t("sharing-mark-submit");
    ActForm::of(lang.t("sharing-mark-title"), fields.collect(), submit).intro(label(lang, item))
}

/// Whose it is: each field with what it begins with.
fn whose(case: &Case, item: &Item) -> [(Field, String); 3] {
    let (lang, configuration) = (case.user.lang, case.user.configuration());
    let mark = item.mark.as_ref();
    let text = |id: Option<&PartyId>| id.map_or_else(String::new, ToString::to_string);
    let named = |first: String, ids: Vec<PartyId>| {
        let name = |id: &PartyId| Some(Choice::new(id, lang.text(&configuration.party(id)?)));
        let first = Choice::new("", first);
        std::iter::once(first)
            .chain(ids.iter().filter_map(name))
            .collect()
    };
    let own = named(lang.t("sharing-originator-own"), configuration.givers());
    let others = configuration.municipality.controllers.iter().skip(1);
    let others = others.map(|it| PartyId::from(it.id.as_str())).collect();
    let controllers = named(party(case, &configuration.first_controller()), others);
    let regimes = Regime::ALL
        .iter()
        .map(|it| Choice::new(it.as_str(), lang.kind("sharing-regime", it.as_str())));
    let regime = mark.map_or(Regime::Avg, |mark| mark.regime);
    [
        (
            Field::new("originator", lang.t("sharing-originator"), Way::List(own)),
            text(mark.and_then(|mark| mark.originator.as_ref())),
        ),
        (
            Field::new("controller", lang.t("sharing-controller"), Way::List(controllers)),
            text(mark.and_then(|mark| mark.controller.as_ref())),
        ),
        (
            Field::new(
                "regime",
                lang.t("sharing-regime-label"),
                Way::List(regimes.collect()),
            ),
            regime.as_str().to_owned(),
        ),
    ]
}

/// Where it may go, and what else is in it: each field with what it begins with.
fn whither(case: &Case, item: &Item) -> [(Field, String); 5] {
    let lang = case.user.lang;
    let mark = item.mark.as_ref();
    let onward = Onward::ALL
        .iter()
        .map(|it| Choice::new(it.as_str(), lang.kind("sharing-onward", it.as_str())));
    let onward = Field::new(
        "onward",
        lang.t("sharing-onward-label"),
        Way::One(onward.collect()),
    );
    let minutes = ["no", "yes"].map(|it| Choice::new(it, lang.kind("sharing-minutes", it)));
    let minutes = Field::new(
        "minutes",
        lang.t("sharing-minutes-label"),
        Way::One(minutes.into()),
    );
    let kinds = Category::IN_TEXTS.iter().map(|it| Choice {
        chosen: mark.is_some_and(|mark| mark.categories.contains(it)),
        ..Choice::new(it.as_str(), lang.kind("sharing-category", it.as_str()))
    });
    let kinds = Way::Any(kinds.collect());
    let goes = mark.map_or(Onward::Yes, |mark| mark.onward).as_str();
    let stands = if mark.is_some_and(|mark| mark.minutes) {
        "yes"
    } else {
        "no"
    };
    let last = mark.and_then(|mark| mark.expires_on);
    [
        (onward.hint(lang.t("sharing-onward-hint")), goes.to_owned()),
        (minutes, stands.to_owned()),
        (
            Field::new("expires", lang.t("sharing-mark-expires"), Way::Day).optional(lang),
            last.map_or_else(String::new, |date| date.to_string()),
        ),
        (
            Field::new("categories", lang.t("sharing-mark-categories"), kinds).optional(lang),
            String::new(),
        ),
        (
            Field::new("reason", lang.t("sharing-mark-reason"), Way::Line)
                .hint(lang.t("sharing-mark-reason-hint")),
            String::new(),
        ),
    ]
}

async fn show(path: MarkPath, user: User, State(app): State<App>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    let item = found(&case, &path.item)?;
    case.ask(
        &ActKind::Record,
        &form(&case, &item, &Given::default(), &Problems::none()),
    )
}

async fn save(path: MarkPath, user: User, State(app): State<App>, Form(given): Form<Given>) -> Answer {
    let case = Case::open(app, user, path.id).await?;
    let item = found(&case, &path.item)?;
    let mut problems = Problems::none();
    let expires: Option<NaiveDate> = given.get("expires").parse().ok();
    problems.check(
        given.get("expires").is_empty() || expires.is_some(),
        "expires",
        "act-bad-date",
    );
    let regime = Regime::ALL.iter().find(|it| it.as_str() == given.get("regime"));
    let onward = Onward::ALL.iter().find(|it| it.as_str() == given.get("onward"));
    problems.check(regime.is_some(), "regime", "act-missing-choice");
    problems.check(onward.is_some(), "onward", "act-missing-choice");
    problems.check(!given.get("reason").is_empty(), "reason", "act-missing");
    let (Some(regime), Some(onward), true) = (regime, onward, problems.is_empty()) else {
        return case.again(&form(&case, &item, &given, &problems), &problems);
    };
    let chosen = |name: &str| {
        Some(given.get(name))
            .filter(|id| !id.is_empty())
            .map(PartyId::from)
    };
    let mark = Mark {
        item: item.at,
        originator: chosen("originator"),
        controller: chosen("controller"),
        regime: *regime,
        onward: *onward,
        minutes: given.get("minutes") == "yes",
        expires_on: expires,
        categories: super::ask::read(&given).1.categories,
        reason: given.get("reason").to_owned(),
        at: case.user.now,
        by: case.user.person().id,
    };
    let refill = |problems: &Problems| form(&case, &item, &given, problems);
    case.perform(&given, Act::Mark(Box::new(mark)), refill, "done-signal-marked")
        .await
}
