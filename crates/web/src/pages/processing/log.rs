// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The processing log, by activity and day or about one person, for the privacy officer. Who works here does not stand in it.

use askama::Template;
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use chrono::{Days, NaiveDate};
use meldroute_core::{
    calendar,
    id::{ActivityId, Timestamp},
    policy::Right,
    processing::{DataSubject, LogLine, LogQuery, Status},
    usecase::processing::read_log,
};
use serde::Deserialize;

use super::register::RegisterPath;
use crate::{
    App,
    form::{Form, Problems},
    page::{self, Answer, again},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/verwerkingen")]
pub(crate) struct LogPath;

pub(super) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::ReadJournal);
    [
        route::get::<LogPath, _, _>(who, show),
        // By a form: who somebody asks about stands in no address.
        route::post::<LogPath, _, _>(who, about_person),
    ]
}

/// Lines on a page.
const LINES: u16 = 100;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    activiteit: String,
    dag: String,
    /// The page after this line.
    na: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct PersonForm {
    person: String,
    /// The page after this line.
    after: String,
}

struct Row {
    at: Timestamp,
    iso: String,
    name: String,
    activity: String,
    /// The pseudonym of a person, short, with the whole beside it.
    subject: Option<(String, String)>,
    kind: String,
    refused: bool,
    trace: String,
}

pub(super) struct Choice {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) chosen: bool,
}

#[derive(Template)]
#[template(path = "pages/processing/log.html")]
struct LogPage {
    shell: Shell,
    problems: Problems,
    register: String,
    choices: Vec<Choice>,
    day: String,
    person: String,
    /// Whether it is about a person.
    of_person: bool,
    rows: Vec<Row>,
    /// Where the next page begins.
    next: Option<String>,
    /// The next page by activity and day, as a link.
    older: Option<String>,
}

async fn show(_: LogPath, user: User, State(app): State<App>, Query(asked): Query<Asked>) -> Answer {
    let register = &user.configuration().processing;
    let known = register.entries.iter().map(|entry| &entry.id);
    let activity = known
        .into_iter()
        .find(|id| id.as_str() == asked.activiteit)
        .cloned();
    let day = asked.dag.parse::<NaiveDate>().unwrap_or(user.today);
    let query = LogQuery {
        activity,
        between: between(day),
        before: place(&asked.na),
        limit: LINES,
        subject: None,
    };
    let lines = read_log(&app.services, user.actor(), &query).await?;
    let mut page = template(&user, &lines, Problems::none());
    page.day = day.to_string();
    let chosen = query.activity.as_ref().map_or("", ActivityId::as_str);
    for choice in &mut page.choices {
        choice.chosen = choice.id == chosen;
    }
    page.older = page
        .next
        .take()
        .map(|after| format!("{LogPath}?activiteit={chosen}&dag={day}&na={after}"));
    page::page(&page)
}

async fn about_person(
    _: LogPath,
    user: User,
    State(app): State<App>,
    Form(form): Form<PersonForm>,
) -> Answer {
    let subject = DataSubject::written(&form.person);
    if subject.is_none() {
        let mut problems = Problems::none();
        problems.add("person", "processing-error-person");
        return again(&template(&user, &[], problems));
    }
    let query = LogQuery {
        subject,
        before: place(&form.after),
        limit: LINES,
        ..LogQuery::default()
    };
    let lines = read_log(&app.services, user.actor(), &query).await?;
    let mut page = template(&user, &lines, Problems::none());
    form.person.trim().clone_into(&mut page.person);
    page.of_person = true;
    page::page(&page)
}

/// From the begin of a day in the Netherlands to that of the next.
pub(super) fn between(day: NaiveDate) -> Option<(Timestamp, Timestamp)> {
    let next = day.checked_add_days(Days::new(1))?;
    Some((calendar::dutch_midnight(day), calendar::dutch_midnight(next)))
}

/// A place as it stands in an address.
fn place(text: &str) -> Option<(u64, u32)> {
    let (seq, part) = text.split_once('-')?;
    Some((seq.parse().ok()?, part.parse().ok()?))
}

fn template(user: &User, lines: &[LogLine], problems: Problems) -> LogPage {
    let full = lines.len() == usize::from(LINES);
    let last = lines.last().filter(|_| full).map(|line| line.place);
    let register = &user.configuration().processing;
    let choice = |entry: &&meldroute_core::configuration::processing::Processing| Choice {
        id: entry.id.to_string(),
        name: user.lang.text(&entry.name).to_owned(),
        chosen: false,
    };
    LogPage {
        shell: user
            .shell(user.lang.t("processing-title"))
            .wrong(!problems.is_empty()),
        problems,
        register: RegisterPath.to_string(),
        choices: register.in_force_on(user.today).iter().map(choice).collect(),
        day: user.today.to_string(),
        person: String::new(),
        of_person: false,
        rows: lines.iter().map(|line| row(user, line)).collect(),
        next: last.map(|(seq, part)| format!("{seq}-{part}")),
        older: None,
    }
}

fn row(user: &User, line: &LogLine) -> Row {
    let register = &user.configuration().processing;
    let entry = register.version_on(&line.activity, calendar::dutch_date(line.ended_at));
    let subject = line.subject.as_ref();
    Row {
        at: line.ended_at,
        iso: line.ended_at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true),
        name: line.name.clone(),
        activity: entry.map_or_else(
            || line.activity.to_string(),
            |entry| user.lang.text(&entry.name).to_owned(),
        ),
        subject: subject.map(|(_, pseudonym)| (pseudonym.chars().take(8).collect(), pseudonym.clone())),
        kind: subject.map_or_else(String::new, |(kind, _)| {
            user.lang.kind("processing-subject", &kind.to_lowercase())
        }),
        refused: line.status == Status::Refused,
        trace: format!("{:032x}", line.trace_id),
    }
}
