// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Notable patterns in who looked, as sentences with counts and times. By time, never by how notable; a person says what it was.

use askama::Template;
use axum::extract::{Query, State};
use axum_extra::routing::TypedPath;
use chrono::{NaiveDate, TimeDelta};
use meldroute_core::{
    configuration::looking::Looking,
    looking::Period,
    policy::Right,
    usecase::{
        Failure,
        looking::{self, LONGEST_PERIOD, Seen, Settled},
    },
};
use serde::Deserialize;

use super::lines::OfPersonPath;
use crate::{
    App, dates,
    form::{Form, Problems},
    page::{self, Answer, Done},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/opvallend")]
pub(crate) struct PatternsPath;

pub(super) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::ReviewLooks);
    [
        route::get::<PatternsPath, _, _>(who, show),
        route::post::<PatternsPath, _, _>(who, settle),
    ]
}

/// How many days are shown where nobody asks for others.
const DAYS: i64 = 30;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asking {
    van: String,
    tot: String,
}

/// The days that were asked for, as many as are looked at at once; else the last thirty.
fn period(van: &str, tot: &str, today: NaiveDate) -> Period {
    let last = tot.parse().unwrap_or(today);
    let first = van.parse().unwrap_or(last - TimeDelta::days(DAYS));
    Period {
        first: first.max(last - TimeDelta::days(LONGEST_PERIOD)),
        last,
    }
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct SettleForm {
    van: String,
    tot: String,
    pattern: String,
    belonged: String,
    words: String,
}

/// One pattern, in words.
struct Row {
    key: String,
    kind: &'static str,
    sentence: String,
    numbers: String,
    person: OfPersonPath,
    name: String,
    own: bool,
    settled: Option<Settled>,
    /// Whether its form came back.
    wrong: bool,
}

#[derive(Template)]
#[template(path = "pages/looking/patterns.html")]
struct PatternsPage {
    shell: Shell,
    problems: Problems,
    form: SettleForm,
    period: Period,
    open: Vec<Row>,
    settled: Vec<Row>,
    settings: Looking,
    longest: i64,
    here: PatternsPath,
}

async fn show(_: PatternsPath, user: User, State(app): State<App>, Query(asking): Query<Asking>) -> Answer {
    let period = period(&asking.van, &asking.tot, user.today);
    page::page(&the_page(&user, &app, period, SettleForm::default(), Problems::none()).await?)
}

async fn settle(_: PatternsPath, user: User, State(app): State<App>, Form(form): Form<SettleForm>) -> Answer {
    let period = period(&form.van, &form.tot, user.today);
    let belonged = match form.belonged.as_str() {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let at = (period, form.pattern.as_str());
    let said = (belonged, form.words.as_str());
    match looking::settle(&app.services, user.actor(), at, said).await {
        Ok(()) => {
            let back = format!("{PatternsPath}?van={}&tot={}", period.first, period.last);
            Done::to(back).say("done-pattern-settled").into()
        }
        Err(Failure::Invalid(fields)) => {
            let problems = Problems::named(&fields, "pattern-missing");
            page::again(&the_page(&user, &app, period, form, problems).await?)
        }
        Err(failure) => Err(failure.into()),
    }
}

async fn the_page(
    user: &User,
    app: &App,
    period: Period,
    form: SettleForm,
    problems: Problems,
) -> Result<PatternsPage, Failure> {
    let seen = looking::seen(&app.services, user.actor(), period).await?;
    let rows = seen.into_iter().map(|seen| row(user, seen, &form.pattern));
    let (settled, open) = rows.partition(|row| row.settled.is_some());
    Ok(PatternsPage {
        shell: user
            .shell(user.lang.t("patterns-title"))
            .wrong(!problems.is_empty()),
        problems,
        form,
        period,
        open,
        settled,
        settings: user.configuration().looking,
        longest: LONGEST_PERIOD,
        here: PatternsPath,
    })
}

fn row(user: &User, seen: Seen, wrong: &str) -> Row {
    let pattern = seen.pattern;
    let (lang, shell) = (user.lang, user.shell(""));
    let said = lang
        .arg("who", &pattern.name)
        .arg("looks", pattern.looks)
        .arg("things", pattern.things.len())
        .arg("from", shell.moment(&pattern.from))
        .arg("until", dates::time(lang, pattern.until));
    Row {
        kind: pattern.kind.as_str(),
        sentence: said.kind("pattern", pattern.kind.as_str()),
        numbers: numbers(user, &seen.numbers),
        person: OfPersonPath { id: pattern.person },
        own: pattern.person == user.person().id,
        wrong: pattern.key == wrong,
        name: pattern.name,
        key: pattern.key,
        settled: seen.settled,
    }
}

/// The numbers of what was looked at; of many only how many more there are.
fn numbers(user: &User, numbers: &[String]) -> String {
    const SHOWN: usize = 12;
    let shown = numbers.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ");
    let more = numbers.len().saturating_sub(SHOWN);
    if more == 0 {
        return shown;
    }
    let said = user.lang.arg("numbers", shown).arg("more", more);
    said.t("pattern-numbers-more")
}
