// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The list of signals: open ones by date, the late ones red; closed ones, the newest first.

use askama::Template;
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use chrono::NaiveDate;
use meldroute_core::{
    duty::days_late,
    id::StepId,
    policy::{Right, Role},
    ports::{After, SignalLine, SignalQuery},
    signal::assessment::{Minor, Urgency},
    usecase::{people::colleagues, signal, would_permit_here},
};
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    App,
    page::{self, Answer, Done},
    pages::{
        meeting::list::MeetingsPath,
        signal::{field::Choice, head::Badge, show::SignalPath, wording::Wording},
    },
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

/// How many lines a page has.
const LINES: u16 = 50;

#[derive(TypedPath, Deserialize)]
#[typed_path("/signalen")]
pub(crate) struct SignalsPath;

pub(crate) fn route() -> Route {
    route::get::<SignalsPath, _, _>(Who::Right(Right::ReadSignal), show)
}

/// What is asked for; no content, so it may stand in the address.
#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    gesloten: String,
    #[serde(default)]
    stap: String,
    /// The last line of the page before: date and identifier.
    #[serde(default)]
    na: String,
}

/// A line of the list.
#[derive(Debug)]
struct Row {
    href: String,
    number: String,
    title: String,
    badge: Option<Badge>,
    due: String,
    step: String,
    waiting: bool,
    marks: Vec<Badge>,
    owner: String,
    late: bool,
}

#[derive(Template)]
#[template(path = "pages/signal/list.html")]
struct SignalsPage {
    shell: Shell,
    closed: bool,
    steps: Vec<Choice>,
    rows: Vec<Row>,
    /// The address of the next page.
    next: Option<String>,
    /// Whether this is a later page.
    later: bool,
    first: String,
}

async fn show(_: SignalsPath, user: User, State(app): State<App>, Query(asked): Query<Asked>) -> Answer {
    // A guest is asked for single items: they stand with the sittings.
    let actor = user.actor();
    let reads_all = would_permit_here(actor, Right::ReadSignal);
    if !reads_all && !actor.has(Role::Enricher) && !actor.has(Role::BodyMember) {
        return Done::to(MeetingsPath).into();
    }
    let closed = asked.gesloten == "ja";
    let step = (!asked.stap.is_empty()).then(|| StepId(asked.stap.clone()));
    let query = SignalQuery {
        closed,
        step,
        after: after(&asked.na),
        limit: LINES + 1,
    };
    let mut lines = signal::list(&app.services, user.actor(), &query).await?;
    let more = lines.len() > usize::from(LINES);
    lines.truncate(usize::from(LINES));
    let colleagues = colleagues(&app.services, user.actor()).await?;
    let words = Wording::new(user.lang, user.configuration(), user.today, &colleagues);
    let first = format!("{SignalsPath}?gesloten={}&stap={}", asked.gesloten, asked.stap);
    let next = lines
        .last()
        .filter(|_| more)
        .map(|last| format!("{first}&na={}_{}", last.due, last.id));
    page::page(&SignalsPage {
        shell: user.shell(user.lang.t("signals-title")),
        closed,
        steps: steps(&words, &asked.stap),
        rows: lines
            .iter()
            .map(|line| row(&words, line, closed, user.now))
            .collect(),
        next,
        later: query.after.is_some(),
        first,
    })
}

/// The steps at which a signal can be.
fn steps(words: &Wording<'_>, chosen: &str) -> Vec<Choice> {
    let all = Choice::new("", words.t("signals-step-all"));
    let steps = words.configuration.route.steps.iter().map(|step| Choice {
        chosen: step.id.as_str() == chosen,
        ..Choice::new(&step.id, words.lang.text(&step.name))
    });
    std::iter::once(all).chain(steps).collect()
}

/// The place that an address names; none when it makes no sense.
fn after(text: &str) -> Option<After> {
    let (due, id) = text.split_once('_')?;
    Some(After {
        due: due.parse::<NaiveDate>().ok()?,
        id: id.parse::<Uuid>().ok()?,
    })
}

fn row(words: &Wording<'_>, line: &SignalLine, closed: bool, now: meldroute_core::id::Timestamp) -> Row {
    let lang = words.lang;
    let late = if closed { None } else { days_late(line.due, now) };
    let badge = match late {
        Some(days) => Some(("badge--late", lang.arg("days", days).t("signal-late"))),
        None if !closed && line.due == words.today => Some(("badge--due", lang.t("signal-due-today"))),
        None => None,
    };
    let mut marks = Vec::new();
    let mut mark = |class, text| marks.push(Badge { class, text });
    if line.restricted {
        mark("badge--late", lang.t("signal-restricted-badge"));
    }
    if line.acute {
        mark("badge--acute", lang.t("signal-acute"));
    }
    if line.urgency == Urgency::High {
        mark("badge--due", lang.t("signal-urgent"));
    }
    if line.minor == Minor::Yes {
        mark("badge--due", lang.t("signals-minor"));
    }
    for form in &line.forms {
        mark("", words.form(form));
    }
    if closed {
        mark("", lang.kind("signal-confirmed", line.confirmation.as_str()));
    }
    Row {
        href: SignalPath { id: line.id }.to_string(),
        number: line.number.clone(),
        title: line.title.clone(),
        badge: badge.map(|(class, text)| Badge { class, text }),
        due: words.short(line.due),
        step: line
            .step
            .as_ref()
            .map_or_else(String::new, |step| words.step(step)),
        waiting: line.waiting,
        marks,
        owner: words.person(line.owner),
        late: late.is_some(),
    }
}
