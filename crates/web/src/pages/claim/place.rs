// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The passages of a signal or report, opened for a request: give, refuse on a ground, put right beside it, restrict use.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    claim::passage::{At, Choice, Place},
    id::{ClaimId, ReportId, SignalId},
    policy::Right,
    retention::list::Subject,
    usecase::{
        Failure,
        claim::{self, PassageOf},
        retention,
    },
};
use serde::Deserialize;

use super::show::{self, ClaimPath};
use crate::{
    App,
    form::{Form, Problems},
    page::{self, Answer, Done},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/verzoeken/{id}/signaal/{signal}")]
pub(crate) struct InSignalPath {
    pub(crate) id: ClaimId,
    pub(crate) signal: SignalId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/verzoeken/{id}/melding/{report}")]
pub(crate) struct InReportPath {
    pub(crate) id: ClaimId,
    pub(crate) report: ReportId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/verzoeken/{id}/signaal/{signal}/rectificatie")]
pub(crate) struct RectifyPath {
    pub(crate) id: ClaimId,
    pub(crate) signal: SignalId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/verzoeken/{id}/signaal/{signal}/beperking")]
pub(crate) struct RestrictPath {
    pub(crate) id: ClaimId,
    pub(crate) signal: SignalId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/verzoeken/{id}/signaal/{signal}/verwijdering")]
pub(crate) struct EraseSignalPath {
    pub(crate) id: ClaimId,
    pub(crate) signal: SignalId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/verzoeken/{id}/melding/{report}/verwijdering")]
pub(crate) struct EraseReportPath {
    pub(crate) id: ClaimId,
    pub(crate) report: ReportId,
}

pub(super) fn routes() -> [Route; 8] {
    let who = Who::Right(Right::HandleClaims);
    [
        route::get::<InSignalPath, _, _>(who, in_signal),
        route::post::<InSignalPath, _, _>(who, decide_in_signal),
        route::get::<InReportPath, _, _>(who, in_report),
        route::post::<InReportPath, _, _>(who, decide_in_report),
        route::post::<RectifyPath, _, _>(who, rectify),
        route::post::<RestrictPath, _, _>(who, restrict),
        route::post::<EraseSignalPath, _, _>(who, erase_signal),
        route::post::<EraseReportPath, _, _>(who, erase_report),
    ]
}

/// What was filled in, in one of the forms of the page.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Filled {
    part: String,
    choice: String,
    ground: String,
    weighing: String,
    rectified: String,
    restriction: String,
}

/// A passage with its words.
struct Row {
    name: String,
    passage: PassageOf,
    choice: &'static str,
}

#[derive(Template)]
#[template(path = "pages/claim/place.html")]
struct PlacePage {
    shell: Shell,
    problems: Problems,
    filled: Filled,
    back: ClaimPath,
    here: String,
    rows: Vec<Row>,
    grounds: Vec<(String, String)>,
    parts: Vec<(String, String)>,
    /// Where a signal is put right and restricted.
    signal: Option<(RectifyPath, RestrictPath)>,
    restricted: bool,
    /// Where it is put on the list of what may go, for a request that asks for that.
    erase: Option<String>,
}

async fn in_signal(path: InSignalPath, user: User, State(app): State<App>) -> Answer {
    let place = (path.id, Place::Signal(path.signal));
    page::page(&the_page(&user, &app, place, Filled::default(), Problems::none()).await?)
}

async fn in_report(path: InReportPath, user: User, State(app): State<App>) -> Answer {
    let place = (path.id, Place::Report(path.report));
    page::page(&the_page(&user, &app, place, Filled::default(), Problems::none()).await?)
}

async fn decide_in_signal(
    path: InSignalPath,
    user: User,
    State(app): State<App>,
    Form(form): Form<Filled>,
) -> Answer {
    decide(&user, &app, (path.id, Place::Signal(path.signal)), form).await
}

async fn decide_in_report(
    path: InReportPath,
    user: User,
    State(app): State<App>,
    Form(form): Form<Filled>,
) -> Answer {
    decide(&user, &app, (path.id, Place::Report(path.report)), form).await
}

async fn decide(user: &User, app: &App, (id, place): (ClaimId, Place), form: Filled) -> Answer {
    let choice = match form.choice.as_str() {
        "give" => Some(Choice::Give),
        "not-theirs" => Some(Choice::NotTheirs),
        "refuse" => Some(Choice::Refuse {
            ground: form.ground.clone(),
        }),
        _ => None,
    };
    let at = At {
        place,
        part: form.part.clone(),
    };
    let done = claim::decide(&app.services, user.actor(), id, (at, choice), &form.weighing).await;
    answered(user, app, (id, place), form, done, "done-claim-decided").await
}

async fn rectify(path: RectifyPath, user: User, State(app): State<App>, Form(form): Form<Filled>) -> Answer {
    let said = (path.signal, form.part.as_str(), form.rectified.as_str());
    let done = claim::rectify(&app.services, user.actor(), path.id, said).await;
    let place = (path.id, Place::Signal(path.signal));
    answered(&user, &app, place, form, done, "done-claim-rectified").await
}

/// Restricts use, or lifts that, by what stands now.
async fn restrict(
    path: RestrictPath,
    user: User,
    State(app): State<App>,
    Form(form): Form<Filled>,
) -> Answer {
    let (services, actor) = (&app.services, user.actor());
    let said = (path.signal, form.restriction.as_str());
    let lifts = form.choice == "lift";
    let done = if lifts {
        claim::lift(services, actor, path.id, said).await
    } else {
        claim::restrict(services, actor, path.id, said).await
    };
    let key = if lifts {
        "done-claim-lifted"
    } else {
        "done-claim-restricted"
    };
    let place = (path.id, Place::Signal(path.signal));
    answered(&user, &app, place, form, done, key).await
}

#[derive(Deserialize)]
struct Nothing {}

async fn erase_signal(
    path: EraseSignalPath,
    user: User,
    State(app): State<App>,
    Form(Nothing {}): Form<Nothing>,
) -> Answer {
    let subject = Subject::Signal(path.signal);
    retention::propose_erasure(&app.services, user.actor(), path.id, subject).await?;
    let (id, signal) = (path.id, path.signal);
    Done::to(InSignalPath { id, signal })
        .say("done-claim-erasure")
        .into()
}

async fn erase_report(
    path: EraseReportPath,
    user: User,
    State(app): State<App>,
    Form(Nothing {}): Form<Nothing>,
) -> Answer {
    let subject = Subject::Report(path.report);
    retention::propose_erasure(&app.services, user.actor(), path.id, subject).await?;
    let (id, report) = (path.id, path.report);
    Done::to(InReportPath { id, report })
        .say("done-claim-erasure")
        .into()
}

async fn answered(
    user: &User,
    app: &App,
    (id, place): (ClaimId, Place),
    form: Filled,
    done: Result<(), Failure>,
    key: &str,
) -> Answer {
    match done {
        Ok(()) => match place {
            Place::Signal(signal) => Done::to(InSignalPath { id, signal }).say(key).into(),
            Place::Report(report) => Done::to(InReportPath { id, report }).say(key).into(),
        },
        Err(Failure::Invalid(fields)) => {
            let problems = Problems::named(&fields, "claim-missing");
            page::again(&the_page(user, app, (id, place), form, problems).await?)
        }
        Err(failure) => Err(failure.into()),
    }
}

async fn the_page(
    user: &User,
    app: &App,
    (id, place): (ClaimId, Place),
    filled: Filled,
    problems: Problems,
) -> Result<PlacePage, Failure> {
    let opened = claim::open_place(&app.services, user.actor(), id, place).await?;
    let row = |passage: PassageOf| Row {
        name: show::part(user, &passage.part),
        choice: passage.choice.as_ref().map_or("", Choice::as_str),
        passage,
    };
    let rows: Vec<Row> = opened.passages.into_iter().map(row).collect();
    let grounds = user.configuration().refusal_grounds.iter();
    let title = user.lang.arg("number", &opened.number).t("claim-place-title");
    let erase = opened.asks_erasure.then(|| match place {
        Place::Signal(signal) => EraseSignalPath { id, signal }.to_string(),
        Place::Report(report) => EraseReportPath { id, report }.to_string(),
    });
    let (here, signal) = match place {
        Place::Signal(signal) => {
            let paths = (RectifyPath { id, signal }, RestrictPath { id, signal });
            (InSignalPath { id, signal }.to_string(), Some(paths))
        }
        Place::Report(report) => (InReportPath { id, report }.to_string(), None),
    };
    Ok(PlacePage {
        shell: user.shell(title).wrong(!problems.is_empty()),
        problems,
        filled,
        back: ClaimPath { id },
        here,
        parts: rows
            .iter()
            .map(|row| (row.passage.part.clone(), row.name.clone()))
            .collect(),
        rows,
        grounds: grounds
            .map(|held| (held.id.clone(), ground(user, &held.id)))
            .collect(),
        signal,
        restricted: opened.restricted.unwrap_or_default(),
        erase,
    })
}

/// A ground in words, with its article, and that nobody confirmed it where nobody did.
pub(super) fn ground(user: &User, id: &str) -> String {
    let grounds = &user.configuration().refusal_grounds;
    let Some(ground) = grounds.iter().find(|ground| ground.id == id) else {
        return id.to_owned();
    };
    let named = format!("{} ({})", user.lang.text(&ground.name), ground.law);
    match &ground.confirmed {
        Some(_) => named,
        None => format!("{named}, {}", user.lang.t("claim-ground-unconfirmed")),
    }
}
