// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The search form and what it found.

use askama::Template;
use axum_extra::routing::TypedPath;
use meldroute_core::{
    policy::Right,
    usecase::search::{self, Results},
};
use serde::Deserialize;

use crate::{
    dates,
    form::{Form, Problems},
    page::{Answer, again, page},
    pages::{report, report::inbox::ReportPath, signal::show::SignalPath},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/zoeken")]
struct SearchPath;

pub(super) fn routes() -> [Route; 2] {
    let who = Who::Right(Right::Search);
    [
        route::get::<SearchPath, _, _>(who, show),
        route::post::<SearchPath, _, _>(who, find),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct SearchForm {
    words: String,
}

/// A signal or report that was found.
struct Found {
    number: String,
    title: String,
    about: String,
    href: String,
    /// The use of the signal is restricted.
    restricted: bool,
}

/// Both kinds, and whether something may be missing.
struct FoundAll {
    signals: Vec<Found>,
    reports: Vec<Found>,
    filling: bool,
}

#[derive(Template)]
#[template(path = "pages/search/find.html")]
struct SearchPage {
    shell: Shell,
    problems: Problems,
    words: String,
    found: Option<FoundAll>,
}

async fn show(_: SearchPath, user: User) -> Answer {
    page(&template(&user, String::new(), Problems::none(), None))
}

async fn find(_: SearchPath, user: User, Form(form): Form<SearchForm>) -> Answer {
    let words = form.words.trim().to_owned();
    if words.is_empty() {
        let mut problems = Problems::none();
        problems.add("words", "search-error-words");
        return again(&template(&user, words, problems, None));
    }
    let results = search::search(&user.app.services, user.actor(), &words).await?;
    let found = found(&user, results);
    page(&template(&user, words, Problems::none(), Some(found)))
}

fn template(user: &User, words: String, problems: Problems, found: Option<FoundAll>) -> SearchPage {
    SearchPage {
        shell: user
            .shell(user.lang.t("search-title"))
            .wrong(!problems.is_empty()),
        problems,
        words,
        found,
    }
}

fn found(user: &User, results: Results) -> FoundAll {
    let (lang, configuration) = (user.lang, user.configuration());
    let signals = results.signals.into_iter().map(|stored| {
        let signal = stored.value;
        let step = signal
            .stage
            .step()
            .and_then(|step| configuration.route.step_or_successor(step));
        Found {
            about: step.map_or_else(
                || lang.t("search-closed"),
                |step| lang.arg("step", lang.text(&step.name)).t("search-at-step"),
            ),
            href: SignalPath { id: signal.id }.to_string(),
            restricted: signal.is_restricted(),
            title: signal.title,
            number: stored.number,
        }
    });
    let reports = results.reports.into_iter().map(|stored| {
        let report = stored.value;
        Found {
            about: lang
                .arg("date", dates::day(lang, report.received_on()))
                .arg(
                    "from",
                    report::from(user, report.reporter_kind, report.partner.as_ref()),
                )
                .t("search-received"),
            href: ReportPath { report: report.id }.to_string(),
            restricted: false,
            title: report::subject(lang, &report.subject),
            number: stored.number,
        }
    });
    FoundAll {
        signals: signals.collect(),
        reports: reports.collect(),
        filling: results.filling,
    }
}
