// SPDX-FileCopyrightText: 2026 The Meldroute authors
// SPDX-License-Identifier: EUPL-1.2

//! Downloading a file of a report: an attachment, or the message as it came. Nothing is ever shown in the browser.

use std::fmt::Write as _;

use axum::{
    http::{HeaderValue, header},
    response::IntoResponse as _,
};
use axum_extra::routing::TypedPath;
use meldroute_core::{
    id::{FileId, ReportId},
    policy::Right,
    usecase::report,
};
use serde::Deserialize;

use crate::{
    error::PageError,
    page::Answer,
    route::{self, Route, Who},
    visit::User,
};

#[derive(TypedPath, Deserialize)]
#[typed_path("/meldingen/{report}/bestanden/{file}")]
pub(crate) struct FilePath {
    pub(crate) report: ReportId,
    pub(crate) file: FileId,
}

pub(super) fn route() -> Route {
    route::get::<FilePath, _, _>(Who::Right(Right::ReadReports), download)
}

async fn download(path: FilePath, user: User) -> Answer {
    let (name, bytes) = report::open_file(&user.app.services, user.actor(), path.report, path.file).await?;
    let disposition = HeaderValue::from_str(&disposition(&name)).or(Err(PageError::Broken))?;
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/octet-stream"),
        ),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, bytes).into_response())
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
