// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! "Waar kan ik melden?": where one can report, for anybody.

use askama::Template;
use axum::{extract::State, http::HeaderMap};
use axum_extra::routing::TypedPath;
use meldroute_core::{configuration::public::Place, id::MunicipalityId};
use serde::Deserialize;

use crate::{
    App,
    page::{self, Answer, Done},
    pages::public::{
        code::CodePath,
        frame::{self, Frame},
        tell::TellPath,
        tongue::Tongue,
    },
    route::{self, Route, Who},
    visit::Visit,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/melden/{municipality}")]
pub(crate) struct AnyLanguagePath {
    pub(crate) municipality: MunicipalityId,
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/melden/{municipality}/{language}")]
pub(crate) struct WhereToPath {
    pub(crate) municipality: MunicipalityId,
    pub(crate) language: String,
}

impl WhereToPath {
    pub(crate) fn of(municipality: &MunicipalityId, tongue: Tongue) -> Self {
        Self {
            municipality: municipality.clone(),
            language: tongue.code().to_owned(),
        }
    }
}

pub(crate) fn routes() -> [Route; 2] {
    [
        route::get::<AnyLanguagePath, _, _>(Who::Nameless, choose),
        route::get::<WhereToPath, _, _>(Who::Nameless, show),
    ]
}

/// One place, in words.
struct Card<'a> {
    name: &'a str,
    for_whom: &'a str,
    text: &'a str,
    phone: Option<&'a str>,
    /// The number as a telephone dials it.
    dial: String,
    mail: Option<&'a str>,
    url: Option<&'a str>,
    /// The site as people name it.
    site: &'a str,
    hours: Option<&'a str>,
}

impl<'a> Card<'a> {
    fn new(tongue: Tongue, place: &'a Place) -> Self {
        let url = place.url.as_deref();
        let site = url
            .and_then(|url| url.strip_prefix("https://"))
            .unwrap_or_default();
        Self {
            name: tongue.text(&place.name),
            for_whom: tongue.text(&place.for_whom),
            text: tongue.text(&place.text),
            phone: place.phone.as_deref(),
            dial: place
                .phone
                .iter()
                .flat_map(|phone| phone.chars())
                .filter(|c| c.is_ascii_digit() || *c == '+')
                .collect(),
            mail: place.mail.as_deref(),
            url,
            site: site.trim_start_matches("www.").trim_end_matches('/'),
            hours: place.hours.as_ref().map(|hours| tongue.text(hours)),
        }
    }
}

#[derive(Template)]
#[template(path = "pages/public/where_to.html")]
struct WhereToPage<'a> {
    frame: Frame,
    places: Vec<Card<'a>>,
    /// The public form, and the page for a code, where the municipality has them.
    form: Option<(String, String)>,
}

async fn choose(path: AnyLanguagePath, visit: Visit, headers: HeaderMap) -> Answer {
    let tongue = frame::asked_for(&headers);
    frame::named(&visit, &path.municipality, tongue.code())?;
    Done::to(WhereToPath::of(&path.municipality, tongue)).into()
}

async fn show(path: WhereToPath, visit: Visit, State(_): State<App>) -> Answer {
    let (configuration, tongue) = frame::named(&visit, &path.municipality, &path.language)?;
    let here = |tongue| WhereToPath::of(&path.municipality, tongue).to_string();
    page::page(&WhereToPage {
        frame: Frame::new(&configuration, tongue, "where-to-title", here),
        places: configuration
            .where_to_report
            .places
            .iter()
            .map(|place| Card::new(tongue, place))
            .collect(),
        form: configuration.public_channel().map(|_| {
            let form = TellPath::of(&path.municipality, tongue);
            let code = CodePath::of(&path.municipality, tongue);
            (form.to_string(), code.to_string())
        }),
    })
}
