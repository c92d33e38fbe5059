// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Files of a report: the copy, shown only where it is a picture; the file as it came, after a reason; scanning again.

use std::fmt::Write as _;

use askama::Template;
use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{FileId, ReportId},
    policy::Right,
    report::Scan,
    usecase::{
        Failure,
        report::{self, Opened},
    },
};
use serde::Deserialize;

use super::{about::About, inbox::ReportPath};
use crate::{
    error::PageError,
    form::{Form, Problems},
    page::{Answer, Done, again, page},
    route::{self, Route, Who},
    shell::Shell,
    visit::User,
};

/// The copy.
#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/{report}/bestanden/{file}")]
pub(crate) struct FilePath {
    pub(crate) report: ReportId,
    pub(crate) file: FileId,
}

/// The file as it came.
#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/{report}/bestanden/{file}/origineel")]
pub(crate) struct OriginalPath {
    pub(crate) report: ReportId,
    pub(crate) file: FileId,
}

/// Scanning it again.
#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/{report}/bestanden/{file}/controleren")]
pub(crate) struct ScanPath {
    pub(crate) report: ReportId,
    pub(crate) file: FileId,
}

pub(super) fn routes() -> [Route; 4] {
    [
        route::get::<FilePath, _, _>(Who::Right(Right::ReadReports), copy),
        route::get::<OriginalPath, _, _>(Who::Right(Right::OpenReporter), ask),
        route::post::<OriginalPath, _, _>(Who::Right(Right::OpenReporter), original),
        route::post::<ScanPath, _, _>(Who::Right(Right::TriageReports), scan),
    ]
}

async fn copy(path: FilePath, user: User) -> Answer {
    let opened = report::open_copy(&user.app.services, user.actor(), path.report, path.file).await?;
    download(&opened)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ReasonForm {
    reason: String,
}

#[derive(Template)]
#[template(path = "pages/report/file.html")]
struct OriginalPage {
    shell: Shell,
    problems: Problems,
    reason: String,
    about: About,
}

async fn ask(path: OriginalPath, user: User) -> Answer {
    let about = About::read(&user, path.report).await?;
    page(&template(&user, about, String::new(), Problems::none()))
}

/// The answer to this form is the file: a redirect would need an address at which it lies open.
async fn original(path: OriginalPath, user: User, Form(form): Form<ReasonForm>) -> Answer {
    let services = &user.app.services;
    match report::open_original(services, user.actor(), path.report, path.file, &form.reason).await {
        Ok(opened) => download(&opened),
        Err(Failure::Invalid(fields)) => {
            let about = About::read(&user, path.report).await?;
            let problems = Problems::of_reason(&fields, &form.reason);
            again(&template(&user, about, form.reason, problems))
        }
        Err(failure) => Err(failure.into()),
    }
}

fn template(user: &User, about: About, reason: String, problems: Problems) -> OriginalPage {
    OriginalPage {
        shell: user
            .shell(user.lang.t("report-file-original-title"))
            .wrong(!problems.is_empty()),
        problems,
        reason,
        about,
    }
}

async fn scan(path: ScanPath, user: User, Form(_form): Form<ReasonForm>) -> Answer {
    let said = report::scan_again(&user.app.services, user.actor(), path.report, path.file).await?;
    let key = match said {
        Scan::Waiting => "report-file-waiting-hint",
        Scan::Clean { .. } => "done-file-clean",
        Scan::Infected { .. } => "done-file-infected",
        Scan::NotScanned { .. } => "done-file-not-scanned",
    };
    Done::to(ReportPath { report: path.report }).say(key).into()
}

/// The file to be saved. A picture that was encoded anew may be shown on our own page; nothing else is ever shown.
pub(crate) fn download(opened: &Opened) -> Result<Response, PageError> {
    let disposition = HeaderValue::from_str(&disposition(&opened.name)).or(Err(PageError::Broken))?;
    let media_type = if opened.media_type.starts_with("image/") {
        HeaderValue::from_str(&opened.media_type).or(Err(PageError::Broken))?
    } else {
        HeaderValue::from_static("application/octet-stream")
    };
    let headers = [
        (header::CONTENT_TYPE, media_type),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, opened.bytes.clone()).into_response())
}

/// As attachment, under its own name as far as that can't do harm: without folders, marks of control and of direction.
fn disposition(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last
        .chars()
        .filter(|c| !c.is_control() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'))
        .take(120)
        .collect();
    let kept = kept.trim().trim_matches('.');
    let kept = if kept.is_empty() { "bestand" } else { kept };
    let plain: String = kept
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || " .-_()".contains(c) {
                c
            } else {
                '_'
            }
        })
        .collect();
    let mut encoded = String::new();
    for byte in kept.bytes() {
        if byte.is_ascii_alphanumeric() || b".-_".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a String can't fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_file_can_do_no_harm() {
        assert_eq!(
            disposition("../../notitie \"één\".pdf"),
            "attachment; filename=\"notitie ___n_.pdf\"; filename*=UTF-8''notitie%20%22%C3%A9%C3%A9n%22.pdf"
        );
        assert_eq!(
            disposition("a\r\nSet-Cookie: x=y\u{202e}fdp.exe"),
            "attachment; filename=\"aSet-Cookie_ x_yfdp.exe\"; filename*=UTF-8''aSet-Cookie%3A%20x%3Dyfdp.exe"
        );
        assert_eq!(
            disposition("..."),
            "attachment; filename=\"bestand\"; filename*=UTF-8''bestand"
        );
    }
}
