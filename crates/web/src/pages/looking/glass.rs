// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Breaking the glass: one signal, a reason, a short time. What happens then stands beside the button.

use askama::Template;
use axum::extract::State;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::OpeningId,
    policy::Right,
    usecase::{Failure, looking},
};
use serde::Deserialize;
use uuid::Uuid;

use super::opened::OpenedPath;
use crate::{
    App, dates,
    form::{Form, Problems},
    page::{self, Answer, Done},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/noodtoegang")]
pub(crate) struct GlassPath;

pub(super) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::BreakGlass);
    [
        route::get::<GlassPath, _, _>(who, show),
        route::post::<GlassPath, _, _>(who, save),
    ]
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct GlassForm {
    mark: Uuid,
    number: String,
    reason: String,
}

#[derive(Template)]
#[template(path = "pages/looking/glass.html")]
struct GlassPage {
    shell: Shell,
    problems: Problems,
    form: GlassForm,
    minutes: u32,
    /// What is open now: number, page and until when.
    open: Vec<(String, OpenedPath, String)>,
    here: GlassPath,
}

async fn show(_: GlassPath, user: User, State(app): State<App>) -> Answer {
    let form = GlassForm {
        mark: app.services.minter.mint(),
        ..GlassForm::default()
    };
    page::page(&the_page(&user, &app, form, Problems::none()).await?)
}

async fn save(_: GlassPath, user: User, State(app): State<App>, Form(form): Form<GlassForm>) -> Answer {
    let said = (form.number.as_str(), form.reason.as_str());
    match looking::break_glass(&app.services, user.actor(), OpeningId(form.mark), said).await {
        Ok(id) => Done::to(OpenedPath { id }).into(),
        Err(Failure::Invalid(fields)) => {
            let problems = Problems::named(&fields, "glass-missing");
            page::again(&the_page(&user, &app, form, problems).await?)
        }
        Err(failure) => Err(failure.into()),
    }
}

async fn the_page(user: &User, app: &App, form: GlassForm, problems: Problems) -> Result<GlassPage, Failure> {
    let open = looking::own_openings(&app.services, user.actor()).await?;
    Ok(GlassPage {
        shell: user.shell(user.lang.t("glass-title")).wrong(!problems.is_empty()),
        problems,
        form,
        minutes: user.configuration().looking.glass_minutes,
        open: open
            .into_iter()
            .map(|opened| {
                let until = dates::time(user.lang, opened.opening.until);
                (opened.number, OpenedPath { id: opened.signal }, until)
            })
            .collect(),
        here: GlassPath,
    })
}
