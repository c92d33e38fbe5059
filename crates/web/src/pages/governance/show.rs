// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! One item on an agenda, or one report: its paper, what people write for it, and what came of it.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    configuration::plan::OccasionKind,
    figures::audience::Audience,
    governance::{Due, Period},
    id::EntryId,
    policy::Right,
    usecase::{
        Failure,
        governance::{Came, Which, hold, write},
        plan::read,
        would_permit_here,
    },
};
use serde::Deserialize;

use super::{file::FilePath, list::AgendaPath};
use crate::{
    App, dates,
    error::PageError,
    form::{Form, Problems},
    page::{Answer, Done, again, page},
    pages::plan::year::{Badge, PlanPath, badge},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(Clone, TypedPath, Deserialize)]
#[typed_path("/plan/agenda/{occasion}/{year}/{half}")]
pub(crate) struct TurnPath {
    pub(super) occasion: String,
    pub(super) year: i32,
    /// 0 for a whole year.
    pub(super) half: u8,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/plan/agenda/{occasion}/{year}/{half}/geweest")]
struct HeldPath {
    occasion: String,
    year: i32,
    half: u8,
}

impl TurnPath {
    pub(super) fn of(due: &Due<'_>) -> Self {
        Self {
            occasion: due.occasion.id.clone(),
            year: due.period.year(),
            half: due.period.number(),
        }
    }

    pub(super) fn which(&self) -> Result<Which, PageError> {
        let period = match self.half {
            0 => Some(Period::whole(self.year)),
            half => Period::half(self.year, half),
        };
        Ok(Which {
            occasion: self.occasion.clone(),
            period: period.ok_or(PageError::NotFound)?,
        })
    }
}

impl HeldPath {
    fn of(path: &TurnPath) -> Self {
        Self {
            occasion: path.occasion.clone(),
            year: path.year,
            half: path.half,
        }
    }

    fn turn(self) -> TurnPath {
        TurnPath {
            occasion: self.occasion,
            year: self.year,
            half: self.half,
        }
    }
}

pub(super) fn routes() -> [Route; 3] {
    let keeps = Who::Right(Right::KeepPlan);
    [
        route::get::<TurnPath, _, _>(Who::Right(Right::ReadPlan), show),
        route::post::<TurnPath, _, _>(keeps, save),
        route::post::<HeldPath, _, _>(keeps, held),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct TextForm {
    learned: String,
    asked: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct HeldForm {
    /// The mark of the form: sent twice it counts once.
    mark: String,
    held: String,
    outcome: String,
}

/// What came of it.
struct Outcome {
    title: String,
    words: String,
    by: String,
}

#[derive(Template)]
#[template(path = "pages/governance/show.html")]
struct TurnPage {
    shell: Shell,
    problems: Problems,
    plan: String,
    back: String,
    to: String,
    period: String,
    due: String,
    badge: Badge,
    place: String,
    /// Whether it is discussed; else it is handed over.
    agenda: bool,
    /// Addresses of the paper: to print, and to edit. None while there is none, or for who may not have it.
    paper: Option<(String, String)>,
    /// For whom the figures in it are.
    audience: String,
    started: bool,
    text: TextForm,
    written: Option<String>,
    outcome: Option<Outcome>,
    keeps: bool,
    href: String,
    held_href: String,
    form: HeldForm,
}

async fn show(path: TurnPath, user: User, State(app): State<App>) -> Answer {
    page(&template(&path, &user, &app, None, None, Problems::none()).await?)
}

async fn save(path: TurnPath, user: User, State(app): State<App>, Form(form): Form<TextForm>) -> Answer {
    let texts = (form.learned.as_str(), form.asked.as_str());
    match write(&app.services, user.actor(), &path.which()?, texts).await {
        Ok(()) => Done::to(path).say("done-governance-written").into(),
        Err(Failure::DoneAlready) => Done::to(path).say("done-signal-again").into(),
        Err(Failure::Invalid(fields)) => {
            let problems = Problems::named(&fields, "governance-error");
            again(&template(&path, &user, &app, Some(form), None, problems).await?)
        }
        Err(failure) => Err(failure.into()),
    }
}

async fn held(path: HeldPath, user: User, State(app): State<App>, Form(form): Form<HeldForm>) -> Answer {
    let path = path.turn();
    let mark = EntryId(form.mark.parse().or(Err(PageError::Malformed))?);
    let outcome = match form.held.parse() {
        Ok(on) => {
            let came = Came {
                on,
                outcome: form.outcome.clone(),
            };
            hold(&app.services, user.actor(), mark, &path.which()?, &came).await
        }
        Err(_) => Err(Failure::Invalid(vec!["held"])),
    };
    match outcome {
        Ok(()) => Done::to(path).say("done-governance-held").into(),
        Err(Failure::DoneAlready) => Done::to(path).say("done-signal-again").into(),
        Err(Failure::Invalid(fields)) => {
            let problems = Problems::named(&fields, "governance-error");
            again(&template(&path, &user, &app, None, Some(form), problems).await?)
        }
        Err(failure) => Err(failure.into()),
    }
}

async fn template(
    path: &TurnPath,
    user: &User,
    app: &App,
    text: Option<TextForm>,
    form: Option<HeldForm>,
    problems: Problems,
) -> Result<TurnPage, PageError> {
    let view = read(&app.services, user.actor()).await?;
    let Which { occasion, period } = path.which()?;
    let due = view.rules()?.due(&occasion, period).ok_or(PageError::NotFound)?;
    let turn = view.plan.turn(&due);
    let started = period.first() <= view.today;
    let occasion = due.occasion;
    let own = Audience::of(user.actor());
    let makes = own == occasion.audience || would_permit_here(user.actor(), Right::KeepFigures);
    let agenda = occasion.kind == OccasionKind::Agenda;
    let outcome = turn.and_then(|turn| turn.held.as_ref()).map(|held| {
        let said = user.lang.arg("day", dates::day(user.lang, held.on));
        let key = if agenda {
            "governance-discussed"
        } else {
            "governance-handed"
        };
        Outcome {
            title: said.t(key),
            words: held.outcome.clone(),
            by: user.lang.arg("name", held.name.as_str()).t("governance-held-by"),
        }
    });
    Ok(TurnPage {
        shell: user
            .shell(user.lang.text(&occasion.name).to_owned())
            .wrong(!problems.is_empty()),
        problems,
        plan: PlanPath.to_string(),
        back: AgendaPath.to_string(),
        to: user.lang.text(&occasion.to).to_owned(),
        period: period.words(user.lang.0),
        due: dates::day(user.lang, due.due),
        badge: badge(user, due.state(&view.plan, view.today)),
        place: occasion.place.clone(),
        agenda,
        paper: (started && makes).then(|| (FilePath::pdf(path).to_string(), FilePath::odt(path).to_string())),
        audience: user.lang.kind("audience", occasion.audience.as_str()),
        started,
        text: text.unwrap_or_else(|| TextForm {
            learned: turn.map_or_else(String::new, |turn| turn.learned.clone()),
            asked: turn.map_or_else(String::new, |turn| turn.asked.clone()),
        }),
        written: turn.and_then(|turn| turn.written.as_ref()).map(|(name, at)| {
            let said = user.lang.arg("name", name.as_str());
            said.arg("moment", dates::moment(user.lang, *at))
                .t("governance-written")
        }),
        outcome,
        keeps: would_permit_here(user.actor(), Right::KeepPlan),
        href: path.to_string(),
        held_href: HeldPath::of(path).to_string(),
        form: form.unwrap_or_else(|| HeldForm {
            mark: app.services.minter.mint().to_string(),
            held: user.today.to_string(),
            outcome: String::new(),
        }),
    })
}
