// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Asking whether a neighbouring municipality knows a fact of a report, too: yes or no.

use askama::Template;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{MunicipalityId, ReportId},
    link::FactKind,
    policy::Right,
    usecase::{
        Failure,
        elsewhere::{self, Neighbour},
        report, would_permit_here,
    },
};
use serde::Deserialize;

use crate::{
    dates,
    error::PageError,
    form::{Form, Problems},
    lang::Lang,
    page::{Answer, Done, again, page},
    pages::report::{about::About, inbox::ReportPath},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/{report}/elders")]
pub(crate) struct ElsewherePath {
    pub(crate) report: ReportId,
}

pub(super) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::TriageReports);
    [
        route::get::<ElsewherePath, _, _>(who, show),
        route::post::<ElsewherePath, _, _>(who, ask),
    ]
}

/// What the page of a report says about neighbours.
pub(crate) struct Elsewhere {
    /// Where to ask.
    pub(crate) ask: String,
    /// What was said before.
    pub(crate) answers: Vec<String>,
}

impl Elsewhere {
    /// None where nobody may be asked, or not by this person.
    pub(crate) async fn of(user: &User, report: ReportId) -> Result<Option<Self>, Failure> {
        let (services, actor) = (&user.app.services, user.actor());
        if !would_permit_here(actor, Right::TriageReports)
            || elsewhere::neighbours(services, actor)?.is_empty()
        {
            return Ok(None);
        }
        let answers = elsewhere::answers(services, actor, report).await?;
        let said = answers.iter().map(|(on, answer)| {
            let name = name(user, &answer.municipality);
            let saying = user
                .lang
                .arg("date", dates::day(user.lang, *on))
                .arg("name", &name);
            if answer.hits.is_empty() {
                let facts = facts(user.lang, &answer.asked, "or");
                saying.arg("facts", facts).t("link-elsewhere-no")
            } else {
                let facts = facts(user.lang, &answer.hits, "and");
                saying.arg("facts", facts).t("link-elsewhere-yes")
            }
        });
        Ok(Some(Self {
            ask: ElsewherePath { report }.to_string(),
            answers: said.collect(),
        }))
    }
}

fn name(user: &User, id: &MunicipalityId) -> String {
    let configuration = user.app.services.configurations.of(id);
    configuration.map_or_else(|| id.to_string(), |there| there.municipality.name.clone())
}

/// "kenteken of telefoonnummer".
fn facts(lang: Lang, kinds: &[FactKind], between: &'static str) -> String {
    let names: Vec<String> = kinds
        .iter()
        .map(|kind| lang.kind("link-kind", kind.as_str()))
        .collect();
    names.join(&format!(" {} ", lang.kind("link-word", between)))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct AskForm {
    purpose: String,
}

#[derive(Template)]
#[template(path = "pages/link/elsewhere.html")]
struct ElsewherePage<'a> {
    shell: Shell,
    problems: Problems,
    form: &'a AskForm,
    about: About,
    /// Who is asked, and about what.
    asked: Vec<String>,
}

async fn show(path: ElsewherePath, user: User) -> Answer {
    page(&template(&user, path.report, &AskForm::default(), Problems::none()).await?)
}

async fn ask(path: ElsewherePath, user: User, Form(form): Form<AskForm>) -> Answer {
    let mut problems = Problems::none();
    problems.check(!form.purpose.trim().is_empty(), "purpose", "link-error-purpose");
    problems.fits("purpose", &form.purpose);
    if !problems.is_empty() {
        return again(&template(&user, path.report, &form, problems).await?);
    }
    let answers = elsewhere::ask(&user.app.services, user.actor(), path.report, &form.purpose).await?;
    let said = if answers.is_empty() {
        "done-link-nothing"
    } else {
        "done-link-asked"
    };
    Done::to(ReportPath { report: path.report }).say(said).into()
}

async fn template<'a>(
    user: &User,
    report: ReportId,
    form: &'a AskForm,
    problems: Problems,
) -> Result<ElsewherePage<'a>, PageError> {
    let (services, actor) = (&user.app.services, user.actor());
    let neighbours = elsewhere::neighbours(services, actor)?;
    if neighbours.is_empty() {
        return Err(PageError::NotFound);
    }
    let stored = report::read(services, actor, report).await?;
    let asked = |neighbour: &Neighbour| {
        let facts = facts(user.lang, &neighbour.facts, "or");
        user.lang
            .arg("name", &neighbour.name)
            .arg("facts", facts)
            .t("link-ask-whom")
    };
    Ok(ElsewherePage {
        shell: user.shell(user.lang.t("link-ask")).wrong(!problems.is_empty()),
        problems,
        form,
        about: About::new(user, &stored),
        asked: neighbours.iter().map(asked).collect(),
    })
}
