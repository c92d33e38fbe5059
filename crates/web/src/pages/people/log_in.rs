// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Logging in.

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{MunicipalityId, Timestamp},
    usecase::{Failure, people},
};
use serde::Deserialize;

use crate::{
    App, DemoPerson, WebSettings,
    cookies::{self, Kind},
    dates,
    form::{Form, Problems},
    page::{self, Answer, Done},
    pages::{people::start::StartPath, public::municipalities},
    route::{self, Route, Who},
    shell::Shell,
    throttle::{Attempt, Verdict},
    visit::Visit,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/inloggen")]
pub(crate) struct LogInPath;

pub(crate) fn routes() -> [Route; 2] {
    [
        route::get::<LogInPath, _, _>(Who::Public, show),
        route::post::<LogInPath, _, _>(Who::Public, log_in),
    ]
}

#[derive(Deserialize, Default)]
struct LogInForm {
    #[serde(default)]
    gemeente: String,
    #[serde(default)]
    naam: String,
    #[serde(default)]
    wachtwoord: String,
    #[serde(default)]
    code: String,
}

#[derive(Template)]
#[template(path = "pages/people/log_in.html")]
struct LogInPage<'a> {
    shell: Shell,
    problems: Problems,
    municipalities: Vec<(String, String)>,
    form: &'a LogInForm,
    /// Until when attempts are refused.
    wait: Option<String>,
    demo: &'a [DemoPerson],
    demo_roles: Vec<String>,
    /// Whether there is a page that says where to report.
    reports: bool,
}

async fn show(_: LogInPath, visit: Visit) -> Answer {
    if visit.login.is_some() {
        return Done::to(StartPath).into();
    }
    page::page(&form_page(&visit, &LogInForm::default(), Problems::none(), None))
}

async fn log_in(_: LogInPath, visit: Visit, State(app): State<App>, Form(form): Form<LogInForm>) -> Answer {
    let municipalities = app.services.configurations.municipalities();
    let municipality = match municipalities.as_slice() {
        [(only, _)] => only.clone(),
        _ => MunicipalityId(form.gemeente.clone()),
    };
    let name = format!("{municipality}/{}", form.naam.trim().to_lowercase());
    let attempt = Attempt::new(app.services.secrets.hash_token(&name), &visit.origin);
    match app.throttle.attempt(&attempt, visit.now) {
        Verdict::Go => {}
        Verdict::Slowly(pause) => tokio::time::sleep(pause).await,
        Verdict::NotBefore(until) => return refused(&visit, &form, until),
    }
    let given = people::LogIn {
        municipality,
        login: form.naam.clone(),
        password: form.wachtwoord.clone(),
        code: form.code.clone(),
        origin: visit.origin.clone(),
    };
    match people::log_in(&app.services, given).await {
        Ok(access) => {
            app.throttle.succeeded(&attempt);
            Ok(welcome(&app.settings, access))
        }
        Err(Failure::LogIn) => {
            let mut problems = Problems::none();
            problems.add("naam", "log-in-wrong");
            page::again(&form_page(&visit, &form, problems, None))
        }
        Err(failure) => Err(failure.into()),
    }
}

fn refused(visit: &Visit, form: &LogInForm, until: Timestamp) -> Answer {
    let template = form_page(visit, form, Problems::none(), Some(until));
    page::answer(StatusCode::TOO_MANY_REQUESTS, &template)
}

/// On to the first page, with new tokens: those of before logging in are worth nothing.
pub(super) fn welcome(settings: &WebSettings, access: people::Access) -> Response {
    let mut headers = HeaderMap::new();
    cookies::give(settings, &mut headers, Kind::Session, access.token);
    cookies::give(settings, &mut headers, Kind::Form, access.csrf);
    axum::response::IntoResponse::into_response(Done::to(StartPath).with(headers))
}

fn form_page<'a>(
    visit: &'a Visit,
    form: &'a LogInForm,
    problems: Problems,
    until: Option<Timestamp>,
) -> LogInPage<'a> {
    let lang = visit.lang;
    let services = &visit.app.services;
    let demo = visit.app.settings.demo.as_ref();
    let configuration = demo.and_then(|demo| services.configurations.of(&demo.municipality));
    let people = demo.map_or(&[][..], |demo| &demo.people);
    let municipalities = services.configurations.municipalities();
    LogInPage {
        shell: visit
            .shell(lang.t("log-in-title"))
            .wrong(!problems.is_empty() || until.is_some()),
        problems,
        municipalities: municipalities
            .into_iter()
            .map(|(id, name)| (id.0, name))
            .collect(),
        form,
        wait: until.map(|until| dates::time(lang, until)),
        demo: people,
        reports: !municipalities::shown(visit).is_empty(),
        demo_roles: people
            .iter()
            .filter_map(|person| {
                let mut grant = meldroute_core::policy::Grant::of(person.role);
                grant.body.clone_from(&person.body);
                Some(crate::shell::grant(lang, configuration.as_deref()?, &grant))
            })
            .collect(),
    }
}
