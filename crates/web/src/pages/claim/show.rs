// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! One request: its term, what was found and chosen, and the answer.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use chrono::NaiveDate;
use meldroute_core::{
    claim::{
        Claim,
        passage::{Choice, Place},
    },
    id::ClaimId,
    policy::Right,
    usecase::{
        Failure,
        claim::{self, Found},
        retention,
    },
};
use serde::Deserialize;

use super::{
    bundle::BundlePath,
    place::{InReportPath, InSignalPath},
};
use crate::{
    App, dates,
    form::{Form, Problems},
    lang::Lang,
    page::{self, Answer, Done},
    pages::retention::{fate::Card, hold::HoldClaimPath},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/verzoeken/{id}")]
pub(crate) struct ClaimPath {
    pub(crate) id: ClaimId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/verzoeken/{id}/zoeken")]
pub(crate) struct SearchPath {
    pub(crate) id: ClaimId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/verzoeken/{id}/verlengen")]
pub(crate) struct ExtendPath {
    pub(crate) id: ClaimId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/verzoeken/{id}/antwoord")]
pub(crate) struct AnswerPath {
    pub(crate) id: ClaimId,
}

pub(super) fn routes() -> [Route; 4] {
    let who = Who::Right(Right::HandleClaims);
    [
        route::get::<ClaimPath, _, _>(who, show),
        route::post::<SearchPath, _, _>(who, search),
        route::post::<ExtendPath, _, _>(who, extend),
        route::post::<AnswerPath, _, _>(who, answer),
    ]
}

/// What was filled in, in one of the forms of the page.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Filled {
    wanted: String,
    reason: String,
    text: String,
}

/// A passage about which was decided.
struct Chosen {
    /// None where it was destroyed.
    href: Option<String>,
    number: String,
    part: String,
    choice: &'static str,
    ground: Option<String>,
    /// That it was destroyed, and when.
    destroyed: Option<String>,
}

#[derive(Template)]
#[template(path = "pages/claim/show.html")]
struct ClaimPage {
    shell: Shell,
    problems: Problems,
    claim: Claim,
    filled: Filled,
    late: bool,
    /// What a search found: page and number.
    found: Option<(Vec<(String, String)>, Found)>,
    chosen: Vec<Chosen>,
    search: SearchPath,
    extend: ExtendPath,
    answer: AnswerPath,
    bundle: BundlePath,
    card: Option<Card>,
}

async fn show(path: ClaimPath, user: User, State(app): State<App>) -> Answer {
    let page = the_page(&user, &app, path.id, Filled::default(), (Problems::none(), None)).await?;
    page::page(&page)
}

async fn search(path: SearchPath, user: User, State(app): State<App>, Form(form): Form<Filled>) -> Answer {
    match claim::search(&app.services, user.actor(), path.id, &form.wanted).await {
        Ok(found) => {
            let wanted = (Problems::none(), Some(found));
            page::page(&the_page(&user, &app, path.id, form, wanted).await?)
        }
        Err(failure) => wrong(&user, &app, path.id, form, failure).await,
    }
}

async fn extend(path: ExtendPath, user: User, State(app): State<App>, Form(form): Form<Filled>) -> Answer {
    match claim::extend(&app.services, user.actor(), path.id, &form.reason).await {
        Ok(()) => Done::to(ClaimPath { id: path.id })
            .say("done-claim-extended")
            .into(),
        Err(failure) => wrong(&user, &app, path.id, form, failure).await,
    }
}

async fn answer(path: AnswerPath, user: User, State(app): State<App>, Form(form): Form<Filled>) -> Answer {
    match claim::answer(&app.services, user.actor(), path.id, &form.text).await {
        Ok(()) => Done::to(ClaimPath { id: path.id })
            .say("done-claim-answered")
            .into(),
        Err(failure) => wrong(&user, &app, path.id, form, failure).await,
    }
}

async fn wrong(user: &User, app: &App, id: ClaimId, form: Filled, failure: Failure) -> Answer {
    match failure {
        Failure::Invalid(fields) => {
            let problems = (Problems::named(&fields, "claim-missing"), None);
            page::again(&the_page(user, app, id, form, problems).await?)
        }
        failure => Err(failure.into()),
    }
}

async fn the_page(
    user: &User,
    app: &App,
    id: ClaimId,
    filled: Filled,
    (problems, found): (Problems, Option<Found>),
) -> Result<ClaimPage, Failure> {
    let claim = claim::read(&app.services, user.actor(), id).await?.value;
    let fate = retention::fate_of_claim(&app.services, user.actor(), &claim).await?;
    let hold = HoldClaimPath { id }.to_string();
    let kind = user.lang.kind("claim-of", claim.kind.as_str());
    let chosen = claim.passages.iter().map(|passage| Chosen {
        href: passage.words.is_some().then(|| place_page(id, passage.at.place)),
        number: passage.number.clone(),
        part: part(user, &passage.at.part),
        choice: passage.choice.as_str(),
        ground: match &passage.choice {
            Choice::Refuse { ground } => Some(super::place::ground(user, ground)),
            Choice::Give | Choice::NotTheirs => None,
        },
        destroyed: passage
            .words
            .is_none()
            .then(|| destroyed(user.lang, &passage.number, passage.destroyed_on)),
    });
    let found = found.map(|found| {
        let places = found.places.iter();
        let places = places.map(|(place, number)| (place_page(id, *place), number.clone()));
        (places.collect(), found)
    });
    Ok(ClaimPage {
        shell: user
            .shell(format!("{kind}: {}", claim.name))
            .wrong(!problems.is_empty()),
        problems,
        filled,
        late: claim.answer.is_none() && claim.due() < user.today,
        found,
        chosen: chosen.collect(),
        search: SearchPath { id },
        extend: ExtendPath { id },
        answer: AnswerPath { id },
        bundle: BundlePath { id },
        card: Card::new(user, fate.as_ref(), claim.hold.as_ref(), hold),
        claim,
    })
}

fn place_page(id: ClaimId, place: Place) -> String {
    match place {
        Place::Signal(signal) => InSignalPath { id, signal }.to_string(),
        Place::Report(report) => InReportPath { id, report }.to_string(),
    }
}

/// That a passage was destroyed with the signal or report from which it was, and when.
pub(super) fn destroyed(lang: Lang, number: &str, on: Option<NaiveDate>) -> String {
    match on {
        Some(day) => lang
            .arg("number", number)
            .arg("day", dates::day(lang, day))
            .t("claim-destroyed"),
        None => lang.t("claim-destroyed-undated"),
    }
}

/// "Waarneming 2": the name of a part of a signal or report.
pub(super) fn part(user: &User, part: &str) -> String {
    let (name, number) = part.rsplit_once('-').unwrap_or((part, ""));
    let name = user.lang.kind("claim-part", name);
    if number.is_empty() {
        name
    } else {
        format!("{name} {number}")
    }
}
