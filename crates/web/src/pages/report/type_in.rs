// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Typing a report in, in under a minute, while somebody is on the phone or at the desk.

use askama::Template;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    configuration::channel::{Channel, ChannelKind},
    id::{AreaId, ChannelId, PartnerId, ReportId},
    policy::Right,
    report::{Openness, Reporter, ReporterKind},
    usecase::{
        Failure,
        report::{self, TypeReport},
    },
};
use serde::Deserialize;

use super::{
    typed,
    who::{self, Choices},
};
use crate::{
    error::PageError,
    form::{Form, Problems},
    page::{Answer, again, page},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/typen")]
pub(crate) struct TypePath;

pub(super) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::TypeReport);
    [
        route::get::<TypePath, _, _>(who, show),
        route::post::<TypePath, _, _>(who, type_in),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct TypeForm {
    /// The identifier that the report gets: a form that is sent twice makes one report.
    report: String,
    channel: String,
    #[serde(rename = "reporter-kind")]
    kind: String,
    partner: String,
    openness: String,
    area: String,
    subject: String,
    text: String,
    place: String,
    observed: String,
    first_hand: String,
    name: String,
    contact: String,
    safe_contact: String,
}

#[derive(Template)]
#[template(path = "pages/report/type_in.html")]
struct TypePage<'a> {
    shell: Shell,
    problems: Problems,
    form: &'a TypeForm,
    choices: Choices,
    /// Channels that the visitor may use: name of the value, words.
    channels: Vec<(String, String)>,
}

async fn show(_: TypePath, user: User) -> Answer {
    let channels = channels(&user);
    // Most of what is typed in comes by phone.
    let phone = channels.iter().find(|channel| channel.kind == ChannelKind::Phone);
    let likely = phone.or(channels.first());
    let kind = likely.and_then(|channel| channel.reporters.first().copied());
    let form = TypeForm {
        report: user.app.services.minter.mint().to_string(),
        channel: likely.map(|channel| channel.id.0.clone()).unwrap_or_default(),
        kind: kind.map(|kind| kind.as_str().to_owned()).unwrap_or_default(),
        openness: who::openness_name(Openness::Open).to_owned(),
        ..TypeForm::default()
    };
    page(&template(&user, &form, Problems::none()))
}

async fn type_in(_: TypePath, user: User, Form(form): Form<TypeForm>) -> Answer {
    let id: ReportId = form.report.parse().or(Err(PageError::Malformed))?;
    let (kind, openness) = (who::kind(&form.kind), who::openness(&form.openness));
    let command = TypeReport {
        id,
        channel: ChannelId(form.channel.clone()),
        area: filled(&form.area).map(AreaId),
        reporter_kind: kind.unwrap_or(ReporterKind::Resident),
        partner: filled(&form.partner)
            .filter(|_| kind == Some(ReporterKind::ChainPartner))
            .map(PartnerId),
        openness: openness.unwrap_or_default(),
        reporter: Reporter {
            name: form.name.trim().to_owned(),
            contact: form.contact.trim().to_owned(),
            safe_contact: form.safe_contact.trim().to_owned(),
        },
        subject: form.subject.trim().to_owned(),
        text: form.text.trim().to_owned(),
        place: form.place.trim().to_owned(),
        observed: form.observed.trim().to_owned(),
        first_hand: match form.first_hand.as_str() {
            "ja" => Some(true),
            "nee" => Some(false),
            _ => None,
        },
    };
    let mut problems = Problems::none();
    problems.check(kind.is_some(), "reporter-kind", "report-error-reporter-kind");
    problems.check(openness.is_some(), "openness", "report-error-openness");
    let anonymous =
        command.reporter_kind == ReporterKind::Anonymous || command.openness == Openness::Anonymous;
    if problems.is_empty() {
        match report::type_in(&user.app.services, user.actor(), command).await {
            Ok(id) => return typed::done(id, anonymous),
            Err(Failure::Invalid(fields)) => problems = Problems::named(&in_order(fields), "report-error"),
            Err(failure) => return Err(failure.into()),
        }
    }
    again(&template(&user, &form, problems))
}

/// In the order in which the fields stand on the page.
fn in_order(mut fields: Vec<&'static str>) -> Vec<&'static str> {
    const ORDER: [&str; 7] = [
        "channel",
        "subject",
        "text",
        "area",
        "reporter-kind",
        "partner",
        "openness",
    ];
    fields.sort_by_key(|field| {
        ORDER
            .iter()
            .position(|known| *known == field.trim_end_matches("-long"))
    });
    fields
}

fn filled(text: &str) -> Option<String> {
    Some(text.trim())
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}

/// Channels that the visitor's roles may use; mail comes in by itself.
fn channels(user: &User) -> Vec<&Channel> {
    let usable = |channel: &&Channel| {
        channel.kind != ChannelKind::Mail && channel.used_by.iter().any(|role| user.actor().has(*role))
    };
    user.configuration().channels.iter().filter(usable).collect()
}

/// Kinds of reporters that can come by one of these channels.
fn kinds(channels: &[&Channel]) -> Vec<ReporterKind> {
    ReporterKind::ALL
        .into_iter()
        .filter(|kind| channels.iter().any(|channel| channel.reporters.contains(kind)))
        .collect()
}

fn template<'a>(user: &User, form: &'a TypeForm, problems: Problems) -> TypePage<'a> {
    let channels = channels(user);
    TypePage {
        shell: user
            .shell(user.lang.t("report-type-title"))
            .wrong(!problems.is_empty()),
        problems,
        form,
        choices: Choices::new(user, &kinds(&channels)),
        channels: channels
            .into_iter()
            .map(|channel| (channel.id.0.clone(), user.lang.text(&channel.name).to_owned()))
            .collect(),
    }
}
