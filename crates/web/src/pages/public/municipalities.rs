// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The municipalities of this installation that say where to report. Where there is one, straight on to it.

use askama::Template;
use axum::http::HeaderMap;
use axum_extra::routing::TypedPath;
use meldroute_core::id::MunicipalityId;
use serde::Deserialize;

use crate::{
    error::PageError,
    page::{self, Answer, Done},
    pages::public::{
        frame::{self, Frame, LanguageLink},
        tongue::Tongue,
        where_to::WhereToPath,
    },
    route::{self, Route, Who},
    visit::Visit,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/melden")]
pub(crate) struct MunicipalitiesPath;

pub(crate) fn routes() -> [Route; 1] {
    [route::get::<MunicipalitiesPath, _, _>(Who::Nameless, show)]
}

#[derive(Template)]
#[template(path = "pages/public/municipalities.html")]
struct MunicipalitiesPage {
    frame: Frame,
    municipalities: Vec<(String, Vec<LanguageLink>)>,
}

/// The municipalities that say where to report: identifier and name.
pub(crate) fn shown(visit: &Visit) -> Vec<(MunicipalityId, String)> {
    let configurations = &visit.app.services.configurations;
    let is_shown = |id: &MunicipalityId| {
        configurations
            .of(id)
            .is_some_and(|configuration| configuration.where_to_report.is_shown())
    };
    let all = configurations.municipalities().into_iter();
    all.filter(|(id, _)| is_shown(id)).collect()
}

async fn show(_: MunicipalitiesPath, visit: Visit, headers: HeaderMap) -> Answer {
    let tongue = frame::asked_for(&headers);
    let all = shown(&visit);
    match all.as_slice() {
        [] => Err(PageError::NotFound),
        [(only, _)] => Done::to(WhereToPath::of(only, tongue)).into(),
        several => page::page(&MunicipalitiesPage {
            frame: Frame::bare(tongue, "where-to-title"),
            municipalities: several
                .iter()
                .map(|(id, name)| (name.clone(), links(id)))
                .collect(),
        }),
    }
}

fn links(municipality: &MunicipalityId) -> Vec<LanguageLink> {
    let link = |tongue: Tongue| LanguageLink {
        code: tongue.code(),
        name: tongue.name(),
        href: WhereToPath::of(municipality, tongue).to_string(),
        here: false,
    };
    Tongue::ALL.map(link).into()
}
