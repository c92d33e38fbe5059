// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The days of one's meetings for one's own calendar (iCalendar, RFC 5545): a secret address that is shown once and can be withdrawn.

use std::fmt::Write as _;

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderValue, header},
    response::IntoResponse as _,
};
use axum_extra::routing::TypedPath;
use meldroute_core::{
    configuration::{Configuration, text::Language},
    id::{MunicipalityId, PersonId, Timestamp},
    meeting::Meeting,
    usecase::{Failure, people},
};
use serde::Deserialize;

use super::account::AccountPath;
use crate::{
    App,
    error::PageError,
    form::Form,
    lang::Lang,
    page::{self, Answer, Done},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

/// Making and withdrawing it.
#[derive(TypedPath, Deserialize)]
#[typed_path("/account/agenda")]
pub(crate) struct OwnFeedPath;

/// The secret address itself.
#[derive(TypedPath, Deserialize)]
#[typed_path("/agenda/{municipality}/{person}/{token}")]
pub(crate) struct FeedPath {
    pub(crate) municipality: MunicipalityId,
    /// As text: what is no identifier leads to the same answer as a wrong address.
    pub(crate) person: String,
    pub(crate) token: String,
}

pub(crate) fn routes() -> [Route; 2] {
    [
        route::post::<OwnFeedPath, _, _>(Who::LoggedIn, set),
        route::get::<FeedPath, _, _>(Who::Nameless, read),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct FeedForm {
    step: String,
}

#[derive(Template)]
#[template(path = "pages/people/feed.html")]
struct FeedPage {
    shell: Shell,
    address: String,
}

/// The answer to making one is the page that shows it: a redirect would put the secret into an address.
async fn set(_: OwnFeedPath, user: User, State(app): State<App>, Form(form): Form<FeedForm>) -> Answer {
    let wanted = match form.step.as_str() {
        "make" => true,
        "withdraw" => false,
        _ => return Err(PageError::Malformed),
    };
    let Some(token) = people::set_feed(&app.services, user.actor(), wanted).await? else {
        return Done::to(AccountPath).say("done-feed-withdrawn").into();
    };
    let path = FeedPath {
        municipality: user.actor().municipality.clone(),
        person: user.person().id.to_string(),
        token,
    };
    page::page(&FeedPage {
        shell: user.shell(user.lang.t("feed-title")),
        address: format!("{}{path}", user.base),
    })
}

async fn read(path: FeedPath, State(app): State<App>) -> Answer {
    let person: PersonId = path.person.parse().or(Err(Failure::NotFound))?;
    let meetings = people::feed(&app.services, &path.municipality, person, &path.token).await?;
    let configuration = app.services.configurations.of(&path.municipality);
    let configuration = configuration.ok_or(PageError::NotFound)?;
    let text = calendar(&configuration, &meetings, app.services.clock.now());
    let kind = HeaderValue::from_static("text/calendar; charset=utf-8");
    Ok(([(header::CONTENT_TYPE, kind)], text).into_response())
}

/// Names of bodies and days, and nothing else.
fn calendar(configuration: &Configuration, meetings: &[Meeting], now: Timestamp) -> String {
    let lang = Lang(Language::Nl);
    let mut text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Meldroute//Overleggen//NL\r\n".to_owned();
    for meeting in meetings {
        let body = configuration.body(&meeting.body);
        let name = body.map_or(meeting.body.as_str(), |body| lang.text(&body.name));
        let status = if meeting.is_cancelled() {
            "CANCELLED"
        } else {
            "CONFIRMED"
        };
        // Writing to a String can't fail.
        let _ = write!(
            text,
            "BEGIN:VEVENT\r\nUID:{}@meldroute\r\nDTSTAMP:{}\r\nDTSTART;VALUE=DATE:{}\r\nSTATUS:{status}\r\nSUMMARY:{}\r\nEND:VEVENT\r\n",
            meeting.id,
            now.format("%Y%m%dT%H%M%SZ"),
            meeting.on.format("%Y%m%d"),
            escaped(name),
        );
    }
    text.push_str("END:VCALENDAR\r\n");
    text
}

/// A text as iCalendar wants it. Names of bodies are short: no line needs folding.
fn escaped(name: &str) -> String {
    let name: String = name.chars().filter(|c| !c.is_control()).take(60).collect();
    name.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,")
}
