// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The form with which officials, enforcement officers and chain partners report: five questions, for a phone in the street first.
//!
//! The page's script keeps what is typed in the browser, sealed under a key that only this person's pages get, and sends until the report
//! is acknowledged. Without script the form simply works.

use askama::Template;
use axum::{
    extract::Query,
    http::{HeaderMap, HeaderValue, header},
    response::IntoResponse as _,
};
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{AreaId, ConsultId, PartnerId, ReportId},
    policy::Right,
    report::ReporterKind,
    usecase::{
        Failure, consult,
        report::{self, FormReport},
    },
};
use serde::Deserialize;

use super::{
    indicators::{self, Help},
    show::OwnPath,
    words,
};
use crate::{
    draft::DraftKeys,
    error::PageError,
    form::Problems,
    page::{Answer, Done, again, page},
    route::{self, Route, Who},
    shell::Shell,
    upload::{MOST_FILES, SentFile, Upload},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/melden/formulier")]
pub(crate) struct FormPath;

pub(super) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::ReportOwn);
    [
        route::get::<FormPath, _, _>(who, show),
        route::post::<FormPath, _, _>(who, send).with_files(),
    ]
}

/// The answers.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct ReportForm {
    /// The identifier that the report gets: a form that is sent twice makes one report.
    pub(super) report: String,
    pub(super) what: String,
    pub(super) first_hand: String,
    pub(super) place: String,
    /// Coordinates that the phone gave.
    pub(super) point: String,
    pub(super) observed: String,
    pub(super) involved: String,
    pub(super) worry: String,
    pub(super) urgency: String,
    #[serde(rename = "indicator")]
    pub(super) indicators: Vec<String>,
    pub(super) contact: String,
    pub(super) area: String,
    pub(super) partner: String,
}

#[derive(Template)]
#[template(path = "pages/own/form.html")]
struct FormPage<'a> {
    shell: Shell,
    problems: Problems,
    form: &'a ReportForm,
    /// Whether somebody of a chain partner reads it.
    partner_words: bool,
    help: Vec<Help>,
    areas: Vec<(String, String)>,
    partners: Vec<(String, String)>,
    keys: DraftKeys,
    most_files: usize,
}

/// What the address says.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    /// The question for advice of which a report is made.
    #[serde(rename = "advies")]
    consult: Option<ConsultId>,
}

/// What the visitor asked before they chose to report; only their own question, whoever else may read it.
async fn own_question(user: &User, id: ConsultId) -> Result<String, PageError> {
    let stored = consult::read(&user.app.services, user.actor(), id).await?;
    Some(stored.value)
        .filter(|consult| user.actor().person == Some(consult.asker))
        .map(|consult| consult.question)
        .ok_or(PageError::NotFound)
}

/// Where the municipality has no form for the visitor's role.
#[derive(Template)]
#[template(path = "pages/own/none.html")]
struct NonePage {
    shell: Shell,
}

async fn show(_: FormPath, user: User, Query(asked): Query<Asked>) -> Answer {
    if report::own_channel(user.configuration(), user.actor()).is_none() {
        let shell = user.shell(user.lang.t("own-form-title"));
        return page(&NonePage { shell });
    }
    let form = ReportForm {
        report: user.app.services.minter.mint().to_string(),
        what: match asked.consult {
            Some(id) => own_question(&user, id).await?,
            None => String::new(),
        },
        ..ReportForm::default()
    };
    page(&template(&user, &form, Problems::none()).await?)
}

async fn send(
    _: FormPath,
    user: User,
    headers: HeaderMap,
    Upload {
        form,
        files,
        taken: _taken,
    }: Upload<ReportForm>,
) -> Answer {
    let id: ReportId = form.report.parse().or(Err(PageError::Malformed))?;
    if !words::is_point(&form.point) {
        let problems = Problems::named(&["point"], "own-form-error");
        return again(&template(&user, &form, problems).await?);
    }
    let command = FormReport {
        id,
        area: chosen(&form.area).map(AreaId),
        partner: chosen(&form.partner).map(PartnerId),
        urgent: words::urgent(&form),
        text: words::text(&user, &form),
        place: words::place(&form),
        observed: form.observed.trim().to_owned(),
        first_hand: match form.first_hand.as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        },
        contact: form.contact.trim().to_owned(),
        files: files.into_iter().map(file).collect(),
    };
    match report::report_own(&user.app.services, user.actor(), command).await {
        Ok(report) if wants_json(&headers) => Ok(acknowledged(&report.reference())),
        Ok(report) => Done::to(OwnPath { report })
            .say_of("done-own-report", &report.reference())
            .into(),
        Err(Failure::Invalid(fields)) => {
            let problems = Problems::named(&fields, "own-form-error");
            again(&template(&user, &form, problems).await?)
        }
        Err(failure) => Err(failure.into()),
    }
}

fn file(sent: SentFile) -> (String, String, Vec<u8>) {
    (sent.name, sent.media_type, sent.bytes)
}

/// Whether the page's script asks, and not the browser itself.
pub(crate) fn wants_json(headers: &HeaderMap) -> bool {
    headers
        .get(header::ACCEPT)
        .is_some_and(|accept| accept.as_bytes().starts_with(b"application/json"))
}

/// The reference, for the page's script. It holds letters, digits and dashes only.
pub(crate) fn acknowledged(reference: &str) -> axum::response::Response {
    let json = HeaderValue::from_static("application/json");
    (
        [(header::CONTENT_TYPE, json)],
        format!("{{\"reference\":\"{reference}\"}}"),
    )
        .into_response()
}

fn chosen(text: &str) -> Option<String> {
    Some(text.trim())
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}

async fn template<'a>(
    user: &User,
    form: &'a ReportForm,
    problems: Problems,
) -> Result<FormPage<'a>, PageError> {
    let configuration = user.configuration();
    let (_, kind) = report::own_channel(configuration, user.actor()).ok_or(PageError::NotFound)?;
    let areas = configuration.municipality.areas.iter();
    let areas: Vec<_> = areas.map(|area| (area.id.0.clone(), area.name.clone())).collect();
    let of_partner = kind == ReporterKind::ChainPartner;
    let partners: Vec<_> = user
        .actor()
        .partners()
        .filter(|_| of_partner)
        .filter_map(|id| configuration.partner(id))
        .map(|partner| (partner.id.0.clone(), partner.name.clone()))
        .collect();
    Ok(FormPage {
        shell: user
            .shell(user.lang.t("own-form-title"))
            .wrong(!problems.is_empty()),
        problems,
        partner_words: of_partner,
        help: indicators::help(user, &form.indicators),
        areas: Some(areas).filter(|areas| areas.len() > 1).unwrap_or_default(),
        partners: Some(partners)
            .filter(|partners| partners.len() > 1)
            .unwrap_or_default(),
        keys: DraftKeys::of(user, "").await?,
        most_files: MOST_FILES,
        form,
    })
}
