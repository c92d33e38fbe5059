// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! The yearly review of who looked: all looks of a year as a table, and the record that somebody went through them.

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderValue, header},
    response::IntoResponse as _,
};
use axum_extra::routing::TypedPath;
use chrono::{Datelike as _, NaiveDate};
use meldroute_core::{
    id::EntryId,
    looking::{Review, csv},
    policy::Right,
    usecase::{Failure, looking, people},
};
use serde::Deserialize;
use uuid::Uuid;

use super::row::{self, Row};
use crate::{
    App,
    error::PageError,
    form::{Form, Problems},
    page::{self, Answer, Done},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/jaarcontrole")]
pub(crate) struct ReviewPath;

#[derive(TypedPath, Deserialize)]
#[typed_path("/privacy/jaarcontrole/bestand")]
pub(crate) struct ExportPath;

pub(super) fn routes() -> [Route; 3] {
    [
        route::get::<ReviewPath, _, _>(Who::Right(Right::ReviewLooks), show),
        route::post::<ReviewPath, _, _>(Who::Right(Right::ReviewLooks), record),
        route::post::<ExportPath, _, _>(Who::Right(Right::ReadJournal), export),
    ]
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct ReviewForm {
    mark: Uuid,
    year: String,
    findings: String,
}

#[derive(Template)]
#[template(path = "pages/looking/review.html")]
struct ReviewPage {
    shell: Shell,
    problems: Problems,
    form: ReviewForm,
    years: Vec<(String, String)>,
    reviews: Vec<Review>,
    due: NaiveDate,
    late: bool,
    here: ReviewPath,
    export: ExportPath,
}

async fn show(_: ReviewPath, user: User, State(app): State<App>) -> Answer {
    let form = ReviewForm {
        mark: app.services.minter.mint(),
        year: (user.today.year() - 1).to_string(),
        findings: String::new(),
    };
    page::page(&the_page(&user, &app, form, Problems::none()).await?)
}

async fn record(_: ReviewPath, user: User, State(app): State<App>, Form(form): Form<ReviewForm>) -> Answer {
    let said = (form.year.parse().unwrap_or_default(), form.findings.clone());
    match looking::record(&app.services, user.actor(), EntryId(form.mark), said).await {
        Ok(()) => Done::to(ReviewPath).say("done-looks-reviewed").into(),
        Err(Failure::Invalid(fields)) => {
            let problems = Problems::named(&fields, "looks-review-missing");
            page::again(&the_page(&user, &app, form, problems).await?)
        }
        Err(failure) => Err(failure.into()),
    }
}

async fn the_page(
    user: &User,
    app: &App,
    form: ReviewForm,
    problems: Problems,
) -> Result<ReviewPage, Failure> {
    let due = looking::review_due(&app.services, user.actor()).await?;
    let year = user.today.year();
    Ok(ReviewPage {
        shell: user
            .shell(user.lang.t("looks-review-title"))
            .wrong(!problems.is_empty()),
        problems,
        form,
        years: (year - 6..=year)
            .rev()
            .map(|year| (year.to_string(), year.to_string()))
            .collect(),
        reviews: looking::reviews(&app.services, user.actor()).await?,
        due,
        late: due <= user.today,
        here: ReviewPath,
        export: ExportPath,
    })
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ExportForm {
    year: String,
}

/// All looks of a year, for a spreadsheet.
async fn export(_: ExportPath, user: User, State(app): State<App>, Form(form): Form<ExportForm>) -> Answer {
    let year: i32 = form.year.parse().or(Err(PageError::Malformed))?;
    let looked = match looking::of_year(&app.services, user.actor(), year).await {
        Err(Failure::Invalid(_)) => return Err(PageError::Malformed),
        looked => looked?,
    };
    let colleagues = people::colleagues(&app.services, user.actor()).await?;
    let names: BTreeMap<_, _> = colleagues.into_iter().map(|c| (c.id, c.name)).collect();
    let head = [
        "journal-number",
        "journal-when",
        "looking-what",
        "journal-about",
        "looking-purpose",
    ];
    let head = head.into_iter().chain(["looking-roles", "looking-origin"]);
    let head: Vec<String> = head.map(|key| user.lang.t(key)).collect();
    // The mark at the begin tells spreadsheets that letters are UTF-8.
    let mut table = format!("\u{feff}{}", csv::line(&head));
    for row in row::rows(&user, &names, &looked) {
        table.push_str(&in_cells(&row));
    }
    let name = HeaderValue::from_str(&format!("attachment; filename=\"wie-keek-{year}.csv\""));
    let kind = HeaderValue::from_static("text/csv; charset=utf-8");
    let name = name.or(Err(PageError::Broken))?;
    let headers = [(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, table).into_response())
}

fn in_cells(row: &Row) -> String {
    let seq = row.seq.to_string();
    csv::line([
        seq.as_str(),
        &row.iso,
        &row.sentence,
        &row.about,
        &row.purpose,
        &row.roles,
        &row.origin,
    ])
}
